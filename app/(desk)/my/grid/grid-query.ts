import { GRID_FILTERS, type GridQuery } from '@/lib/services/my-grid';
import { queryValue, type QueryParams } from '@/lib/validation/progress';

/** What the address of the grid asks for; words that no list knows are left out. */
export function parseGridQuery(query: QueryParams): Required<GridQuery> {
  const asked = queryValue(query, 'filter');
  return {
    track: queryValue(query, 'track'),
    programme: queryValue(query, 'programme'),
    filter: GRID_FILTERS.find((filter) => filter === asked) ?? null,
    find: queryValue(query, 'find')?.slice(0, 80) ?? null,
    rural: queryValue(query, 'rural'),
  };
}
