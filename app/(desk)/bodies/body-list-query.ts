import { addressDay } from '@/components/dashboard/links';
import {
  beginsWithLargest,
  BODY_COLUMNS,
  DEFAULT_BODY_COLUMNS,
  DESK_KINDS,
  isBodySort,
  orderColumns,
  type BodyColumn,
  type BodySort,
} from '@/lib/domain/body-columns';
import { BLOCK_CAUSES, TURNS } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import type { BodyFacets } from '@/lib/services/bodies';
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
export interface BodyListQuery extends ProgressQuery, Required<BodyFacets> {
  readonly q: string;
  readonly sort: BodySort;
  readonly descending: boolean;
  /** Number of the page, or everything on one. */
  readonly page: number | 'all';
  readonly columns: readonly BodyColumn[];
}

const FLAGS = ['silent', 'blocked', 'waiting', 'coordination'] as const;
const DEFAULT_SORT: BodySort = 'code';

function parseSort(query: QueryParams): BodySort {
  const text = queryValue(query, 'sort');
  if (text === null) return DEFAULT_SORT;
  if (!isBodySort(text)) throw new AppError('invalid_input', { field: 'sort', value: text });
  return text;
}

/** Columns as `cols=code,status`, or one `cols` each as a form sends them. */
function parseColumns(query: QueryParams): BodyColumn[] {
  const given = [query['cols'] ?? []].flat().flatMap((text) => text.split(','));
  const names = given.map((name) => name.trim()).filter(Boolean);
  if (names.length === 0) return orderColumns(DEFAULT_BODY_COLUMNS);
  return orderColumns(
    names.map((name) => {
      const column = BODY_COLUMNS.find((known) => known === name);
      if (column === undefined) throw new AppError('invalid_input', { field: 'cols', value: name });
      return column;
    }),
  );
}

function parsePage(query: QueryParams): number | 'all' {
  if (queryValue(query, 'page') === 'all') return 'all';
  return Math.max(1, queryCount(query, 'page') ?? 1);
}

const isFlagged = (query: QueryParams, name: string) => queryWord(query, name, ['1']) !== null;

/** @throws AppError `invalid_input` */
export function parseBodyList(query: QueryParams): BodyListQuery {
  const allDeadlines = queryValue(query, 'deadline') === 'all';
  const sort = parseSort(query);
  const order = queryWord(query, 'order', ['asc', 'desc']);
  return {
    ...parseProgressQuery(allDeadlines ? { ...query, deadline: undefined } : query),
    q: queryValue(query, 'q') ?? '',
    status: parseStatus(query),
    desk: queryWord(query, 'desk', DESK_KINDS),
    silent: isFlagged(query, 'silent'),
    blocked: isFlagged(query, 'blocked'),
    cause: queryWord(query, 'cause', BLOCK_CAUSES),
    turn: queryWord(query, 'turn', TURNS),
    waiting: isFlagged(query, 'waiting'),
    coordination: isFlagged(query, 'coordination'),
    sort,
    descending: order === null ? beginsWithLargest(sort) : order === 'desc',
    page: parsePage(query),
    columns: parseColumns(query),
  };
}

function columnsText(columns: readonly BodyColumn[]): string | null {
  const text = orderColumns(columns).join(',');
  return text === orderColumns(DEFAULT_BODY_COLUMNS).join(',') ? null : text;
}

/** What the address of the list says, in one order; what is left at its default is not in it. */
export function bodyListSearch(query: BodyListQuery): URLSearchParams {
  const { filter, page } = query;
  const parts: readonly (readonly [string, string | null])[] = [
    ['q', query.q || null],
    ['asOf', query.asOf && addressDay(query.asOf)],
    ['programme', query.programme],
    ['deadline', filter.deadlineOn && addressDay(filter.deadlineOn)],
    ['track', filter.trackCode],
    ['category', filter.category],
    ['district', filter.districtCode],
    ['status', query.status],
    ['desk', query.desk],
    ...FLAGS.map((flag) => [flag, query[flag] ? '1' : null] as const),
    ['cause', query.cause],
    ['turn', query.turn],
    ['sort', query.sort === DEFAULT_SORT ? null : query.sort],
    ['order', query.descending === beginsWithLargest(query.sort) ? null : query.descending ? 'desc' : 'asc'],
    ['cols', columnsText(query.columns)],
    ['page', page === 1 ? null : String(page)],
  ];
  return new URLSearchParams(parts.flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

function withSearch(path: string, search: URLSearchParams): string {
  // a comma and a slash may stand in a query as they are, and read better
  const text = search.toString().replaceAll('%2C', ',');
  return text === '' ? path : `${path}?${text}`;
}

export const bodyListAddress = (query: BodyListQuery): string => withSearch('/bodies', bodyListSearch(query));

/** The same list as a file: every row of it, whichever page is open. */
export function bodyExportAddress(query: BodyListQuery, format: 'csv' | 'xlsx'): string {
  const search = bodyListSearch({ ...query, page: 1 });
  search.set('format', format);
  return withSearch('/bodies/export', search);
}
