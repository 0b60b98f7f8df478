import { firstCounty } from './journeys/county';
import { deputyJourney } from './journeys/deputy-journey';

deputyJourney(firstCounty);
