import { queryCount, queryValue, queryWord, type QueryParams } from './progress';
import { toLatinDigits } from '@/lib/text/digits';

export const EDITION_SORTS = ['number', 'week', 'issued', 'issuer'] as const;
export type EditionSort = (typeof EDITION_SORTS)[number];

/** What the address of the list of editions may say. */
export interface EditionListQuery {
  readonly q: string;
  /** Jalali year of the week's last day. */
  readonly year: number | null;
  readonly programme: string | null;
  /** Only those that the secretariat has given no number. */
  readonly isUnregistered: boolean;
  readonly sort: EditionSort;
  readonly isDescending: boolean;
  readonly page: number;
}

/** @throws AppError `invalid_input` with the parameter that is not understood */
export function parseEditionList(params: QueryParams): EditionListQuery {
  const sort = queryWord(params, 'sort', EDITION_SORTS) ?? 'issued';
  const order = queryWord(params, 'order', ['asc', 'desc']);
  const year = queryValue(params, 'year');
  return {
    q: queryValue(params, 'q') ?? '',
    year: year === null ? null : queryCount({ year: toLatinDigits(year) }, 'year'),
    programme: queryValue(params, 'programme'),
    isUnregistered: queryWord(params, 'registry', ['none']) === 'none',
    sort,
    isDescending: order === null ? sort !== 'issuer' : order === 'desc',
    page: Math.max(1, queryCount(params, 'page') ?? 1),
  };
}
