import type { CivilDate } from '@/lib/calendar/civil-date';
import { AppError } from '@/lib/errors';
import { LISTS } from '@/lib/messages/lists';
import { matchesWords } from '@/lib/text/search-words';
import { LIST_NAMES, type ListName } from '@/lib/domain/list-vocabulary';
import type { ListQuery } from '@/lib/validation/lists';
import { sinceOf } from '../comparison';
import { toTable, type ExportTable } from '../exports/table';
import { resolveScope, type Scope } from '../scope';
import type { ServiceContext } from '../service-context';
import { trackShortNames } from '../track-names';
import { eventsList } from './events';
import {
  cellText,
  compareCells,
  exportKind,
  readerOf,
  totalsOf,
  type ListHead,
  type ListReader,
  type ListRow,
  type ListTotals,
} from './list';
import { milestonesList } from './milestones';
import { movedDuesList } from './moved-dues';
import { movesList, regressionsList } from './moves';
import { pairsList } from './pairs';
import { reportingList } from './reporting';
import { silentList } from './silent';
import { waitingList } from './waiting';

const READERS: Readonly<Record<ListName, ListReader>> = {
  pairs: readerOf(pairsList),
  milestones: readerOf(milestonesList),
  waiting: readerOf(waitingList),
  silent: readerOf(silentList),
  reporting: readerOf(reportingList),
  moves: readerOf(movesList),
  regressions: readerOf(regressionsList),
  'moved-dues': readerOf(movedDuesList),
  events: readerOf(eventsList),
};

/** Lists about two days: the address may say which earlier one. */
export const LISTS_OF_TWO_DAYS: readonly ListName[] = ['moves', 'regressions', 'events'];

/** A list behind a number, searched and sorted. */
export interface List {
  readonly name: ListName;
  readonly scope: Scope;
  readonly since: CivilDate;
  readonly query: ListQuery;
  readonly heads: readonly ListHead[];
  readonly rows: readonly ListRow[];
  /** Of all rows that pass the filter, before the search. */
  readonly totals: ListTotals;
}

/** The name in an address. @throws AppError `not_found` */
export function listNameOf(text: string): ListName {
  const name = LIST_NAMES.find((known) => known === text);
  if (name === undefined) throw new AppError('not_found', { subject: 'list', name: text });
  return name;
}

const isIn = ({ ruralDistrictCode }: ListRow['body'], ruralDistrict: string | null) =>
  (ruralDistrictCode ?? 'none') === ruralDistrict;

/** A row is found by any of its words. */
function matchesSearch(row: ListRow, heads: readonly ListHead[], query: string): boolean {
  const words = row.cells.map((cell, index) => cellText(heads[index]?.kind ?? 'text', cell)).filter(Boolean);
  return matchesWords(`${row.body.name} ${row.body.code} ${words.join(' ')}`, query);
}

/**
 * The rows behind a number of the overview: the same pairs, milestones or events that were counted, by identity.
 * @throws AppError as `resolveScope` and `sinceOf`; `invalid_input` for a column that the list does not have
 */
export function getList(ctx: ServiceContext, name: ListName, query: ListQuery): List {
  const scope = resolveScope(ctx, query);
  const since = sinceOf(scope, query.since);
  const names = trackShortNames(scope.reference);
  const { heads, rows: all } = READERS[name]({
    ctx,
    scope,
    query,
    since,
    trackName: ({ id, title }) => names.get(id) ?? title,
  });
  const rows = query.ruralDistrict === null ? all : all.filter(({ body }) => isIn(body, query.ruralDistrict));
  const text = query.q.trim();
  const found = text === '' ? rows : rows.filter((row) => matchesSearch(row, heads, text));
  return { name, scope, since, query, heads, rows: sorted(found, heads, query), totals: totalsOf(rows) };
}

function sorted(rows: readonly ListRow[], heads: readonly ListHead[], query: ListQuery): readonly ListRow[] {
  if (query.sort === null) return rows;
  const index = heads.findIndex(({ name }) => name === query.sort);
  const head = heads[index];
  if (head === undefined) {
    throw new AppError('invalid_input', { field: 'sort', value: query.sort, allowed: heads.map(({ name }) => name) });
  }
  return [...rows].sort((a, b) => {
    const [left, right] = [a.cells[index] ?? null, b.cells[index] ?? null];
    // what has no value stays last in either direction
    if (left === null || right === null) return compareCells(head.kind, left, right);
    return compareCells(head.kind, left, right) * (query.descending ? -1 : 1);
  });
}

/** The same rows and columns as on the screen, for a file. */
export function listTable({ name, heads, rows }: List): ExportTable {
  return toTable(
    LISTS.titles[name],
    heads.map(({ heading, kind }, index) => ({
      heading,
      kind: exportKind(kind),
      value: (row: ListRow) => cellText(kind, row.cells[index] ?? null),
    })),
    rows,
  );
}
