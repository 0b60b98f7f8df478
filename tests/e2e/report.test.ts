import { firstCounty } from './journeys/county';
import { reportJourney } from './journeys/report-journey';

reportJourney(firstCounty);
