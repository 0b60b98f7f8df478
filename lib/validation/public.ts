import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { toLatinDigits } from '@/lib/text/digits';
import { queryValue, type QueryParams } from './progress';

export const PUBLIC_SORTS = ['name', 'most', 'least'] as const;
export type PublicSort = (typeof PUBLIC_SORTS)[number];

export interface PublicQuery {
  readonly q: string;
  readonly category: BodyCategory | null;
  readonly district: string | null;
  readonly sort: PublicSort;
  /** From 1. */
  readonly page: number;
}

const LONGEST_SEARCH = 100;

/** What the address of the public list asks. A citizen is not told off: what no list knows is not asked. */
export function parsePublicQuery(params: QueryParams): PublicQuery {
  const category = queryValue(params, 'category');
  const sort = queryValue(params, 'sort');
  const page = Number(toLatinDigits(queryValue(params, 'page') ?? '1'));
  return {
    q: (queryValue(params, 'q') ?? '').slice(0, LONGEST_SEARCH),
    category: BODY_CATEGORIES.find((known) => known === category) ?? null,
    district: queryValue(params, 'district'),
    sort: PUBLIC_SORTS.find((known) => known === sort) ?? 'name',
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
  };
}
