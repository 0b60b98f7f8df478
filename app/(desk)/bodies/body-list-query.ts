import { addressDay } from '@/components/dashboard/links';
import type { PairStatus } from '@/lib/domain/vocabulary';
import { BODY_SORTS, type BodySort } from '@/lib/services/bodies';
import {
  parseProgressQuery,
  parseStatus,
  queryCount,
  queryValue,
  queryWord,
  type ProgressQuery,
  type QueryParams,
} from '@/lib/validation/progress';

/** Everything the address of the list says. */
export interface BodyListQuery extends ProgressQuery {
  readonly q: string;
  readonly status: PairStatus | null;
  readonly sort: BodySort;
  readonly descending: boolean;
  readonly page: number;
}

export function parseBodyList(query: QueryParams): BodyListQuery {
  const allDeadlines = queryValue(query, 'deadline') === 'all';
  const sort = queryWord(query, 'sort', BODY_SORTS);
  const order = queryWord(query, 'order', ['asc', 'desc']);
  return {
    ...parseProgressQuery(allDeadlines ? { ...query, deadline: undefined } : query),
    q: queryValue(query, 'q') ?? '',
    status: parseStatus(query),
    sort: sort ?? 'code',
    descending: order === null ? sort === 'silence' : order === 'desc',
    page: Math.max(1, queryCount(query, 'page') ?? 1),
  };
}

/** The address of the list; what is left at its default is not in it. */
export function bodyListAddress(query: BodyListQuery): string {
  const { filter } = query;
  const parts: readonly (readonly [string, string | null])[] = [
    ['q', query.q || null],
    ['asOf', query.asOf && addressDay(query.asOf)],
    ['programme', query.programme],
    ['deadline', filter.deadlineOn && addressDay(filter.deadlineOn)],
    ['track', filter.trackCode],
    ['category', filter.category],
    ['district', filter.districtCode],
    ['status', query.status],
    ['sort', query.sort === 'code' ? null : query.sort],
    ['order', query.descending === (query.sort === 'silence') ? null : query.descending ? 'desc' : 'asc'],
    ['page', query.page > 1 ? String(query.page) : null],
  ];
  const text = new URLSearchParams(parts.flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
  return text === '' ? '/bodies' : `/bodies?${text}`;
}
