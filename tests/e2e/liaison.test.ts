import { firstCounty } from './journeys/county';
import { liaisonJourney } from './journeys/liaison-journey';

liaisonJourney(firstCounty);
