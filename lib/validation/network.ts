import type { CivilDate } from '@/lib/calendar/civil-date';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { queryDay, queryValue, queryWord, type QueryParams } from './progress';

export const BLOCKED_SORTS = ['place', 'name', 'step', 'since', 'turn', 'asked'] as const;
export type BlockedSort = (typeof BLOCKED_SORTS)[number];

/** The list is about villages unless it says otherwise. */
const VILLAGES: BodyCategory = 'village_administration';

/** What the address of the page on network and letters may say. */
export interface NetworkQuery {
  readonly asOf: CivilDate | null;
  readonly programme: string | null;
  /** Of the map; null: the track that waits most for the telecom. */
  readonly track: string | null;
  readonly milestone: string | null;
  /** Of the list of bodies without coverage. */
  readonly category: BodyCategory | 'all';
  readonly district: string | null;
  readonly q: string;
  readonly sort: BlockedSort;
  readonly descending: boolean;
  /** Of the months. */
  readonly indicator: string | null;
}

/** @throws AppError `invalid_input` with the parameter that is not understood */
export function parseNetworkQuery(params: QueryParams): NetworkQuery {
  return {
    asOf: queryDay(params, 'asOf'),
    programme: queryValue(params, 'programme'),
    track: queryValue(params, 'track'),
    milestone: queryValue(params, 'milestone'),
    category: queryWord(params, 'category', [...BODY_CATEGORIES, 'all'] as const) ?? VILLAGES,
    district: queryValue(params, 'district'),
    q: queryValue(params, 'q') ?? '',
    sort: queryWord(params, 'sort', BLOCKED_SORTS) ?? 'place',
    descending: queryWord(params, 'order', ['asc', 'desc']) === 'desc',
    indicator: queryValue(params, 'indicator'),
  };
}

/** Which table of the page is wanted as a file. */
export const NETWORK_TABLES = ['blocked', 'areas', 'months', 'telecom'] as const;
