import { listDeskAddressesAsOf, listNewestDeskChecks, type DeskCheckRow } from '@/db/queries/desk-checks';
import { formatJalali } from '@/lib/calendar/jalali';
import { searchItems, searchText } from '@/lib/domain/name-search';
import type { Area, Body, Reference } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { DESK_OUTCOME_LABELS, DESKS, type DeskState } from '@/lib/messages/desk-checks';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { comparePersian } from '@/lib/text/collation';
import type { DeskListQuery } from '@/lib/validation/desk-checks';
import { toTable, type ExportTable } from '../exports/table';
import { getLedger } from '../ledger';
import { authorise, mayDo, type ServiceContext } from '../service-context';
import { deskSignsOn } from './desk-signs';
import { getDeskCheckSettings } from './settings';

/** A body, where its electronic desk is, and what the last look came to. */
export interface DeskRow {
  readonly body: Body;
  readonly districtName: string;
  readonly url: string | null;
  readonly check: DeskCheckRow | null;
  readonly state: DeskState;
  readonly found: number;
  readonly looked: number;
}

export interface DeskList {
  readonly query: DeskListQuery;
  readonly isOn: boolean;
  readonly maySetUp: boolean;
  readonly districts: readonly Area[];
  readonly rows: readonly DeskRow[];
  /** Without search and filters. */
  readonly total: number;
}

/** How many signs a look found, and how many it looked for. */
export function countFindings(check: Pick<DeskCheckRow, 'findings'> | null): Pick<DeskRow, 'found' | 'looked'> {
  const findings = check?.findings ?? [];
  return { found: findings.filter(({ passage }) => passage !== null).length, looked: findings.length };
}

function stateOf(url: string | null, check: DeskCheckRow | null): DeskState {
  if (url === null) return 'no_address';
  if (check === null || check.url !== url) return 'never';
  return check.outcome === 'answered' ? 'answered' : 'failed';
}

/** Bodies that have a milestone for which there are signs, or an address; what is `coordinationOnly` is among them. */
function bodiesWithDesk(
  reference: Reference,
  codes: ReadonlySet<string>,
  addressed: ReadonlyMap<number, string>,
): Body[] {
  const wanted = new Set(
    reference.pairs
      .filter(({ milestones }) => milestones.some(({ code }) => codes.has(code)))
      .map(({ body }) => body.id),
  );
  return reference.bodies.filter(({ id }) => wanted.has(id) || addressed.has(id));
}

/**
 * The electronic desks of the county as they were last seen.
 * @throws AppError `forbidden`; `invalid_input` for a district that does not exist
 */
export function listDesks(ctx: ServiceContext, query: DeskListQuery): DeskList {
  authorise(ctx, 'desk_check.read');
  const today = ctx.clock.today();
  const reference = getLedger(ctx.db).reference(today);
  const districts = reference.areas.filter(({ kind }) => kind === 'district');
  if (query.district !== null && !districts.some(({ code }) => code === query.district)) {
    throw new AppError('invalid_input', { field: 'district', value: query.district });
  }
  const districtNames = new Map(districts.map(({ code, name }) => [code, name]));
  const addresses = new Map(listDeskAddressesAsOf(ctx.db, today).map(({ bodyId, url }) => [bodyId, url ?? '']));
  const checks = new Map(listNewestDeskChecks(ctx.db, today).map((check) => [check.bodyId, check]));
  const codes = new Set(deskSignsOn(ctx.db, today).map(({ milestoneCode }) => milestoneCode));
  const all = bodiesWithDesk(reference, codes, addresses).map((body): DeskRow => {
    const url = addresses.get(body.id) ?? null;
    const check = checks.get(body.id) ?? null;
    const districtName = districtNames.get(body.districtCode) ?? body.districtCode;
    return { body, districtName, url, check, state: stateOf(url, check), ...countFindings(check) };
  });
  const rows = all.filter(
    ({ body, state }) =>
      (query.state === null || state === query.state) &&
      (query.category === null || body.category === query.category) &&
      (query.district === null || body.districtCode === query.district),
  );
  const found =
    query.q === '' ? rows : searchItems(query.q, rows, ({ body, url }) => searchText([body.name, body.code, url]));
  return {
    query,
    isOn: getDeskCheckSettings(ctx).isOn,
    maySetUp: mayDo(ctx, 'settings.manage'),
    districts,
    rows: [...found].sort(orderOf(query)),
    total: all.length,
  };
}

function orderOf({ sort, order }: DeskListQuery): (a: DeskRow, b: DeskRow) => number {
  const sign = order === 'desc' ? -1 : 1;
  const byName = (a: DeskRow, b: DeskRow) => comparePersian(a.body.name, b.body.name);
  if (sort === 'name') return (a, b) => sign * byName(a, b);
  const valueOf = ({ check, state, found }: DeskRow): number | null => {
    if (check === null) return null;
    if (sort === 'checked') return check.id;
    if (sort === 'result') return Object.keys(DESK_OUTCOME_LABELS).indexOf(check.outcome);
    if (sort === 'time') return state === 'answered' ? check.milliseconds : null;
    return found;
  };
  return (a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    // what was never seen stands last in either order
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return sign * (x - y) || byName(a, b);
  };
}

/** What the list shows as a table for a file. @throws AppError as `listDesks` */
export function deskTable(ctx: ServiceContext, query: DeskListQuery): ExportTable {
  const words = DESKS.file;
  return toTable<DeskRow>(
    DESKS.title,
    [
      { heading: words.code, kind: 'text', value: ({ body }) => body.code },
      { heading: words.body, kind: 'text', value: ({ body }) => body.name },
      { heading: words.category, kind: 'text', value: ({ body }) => BODY_CATEGORY_LABELS[body.category] },
      { heading: words.district, kind: 'text', value: ({ districtName }) => districtName },
      { heading: words.address, kind: 'text', value: ({ url }) => url },
      { heading: words.checkedOn, kind: 'day', value: ({ check }) => check && formatJalali(check.recordedOn) },
      { heading: words.outcome, kind: 'text', value: ({ check }) => check && DESK_OUTCOME_LABELS[check.outcome] },
      { heading: words.status, kind: 'number', value: ({ check }) => check?.status ?? null },
      {
        heading: words.seconds,
        kind: 'number',
        value: ({ check }) => (check?.outcome === 'answered' ? (check.milliseconds ?? 0) / 1000 : null),
      },
      {
        heading: words.https,
        kind: 'text',
        value: ({ check }) => (check?.outcome === 'answered' ? (check.isHttps ? words.yes : words.no) : null),
      },
      {
        heading: words.certificate,
        kind: 'day',
        value: ({ check }) => (check?.certificateUntil ? formatJalali(check.certificateUntil) : null),
      },
      {
        heading: words.found,
        kind: 'number',
        value: ({ check, found }) => (check?.outcome === 'answered' ? found : null),
      },
      {
        heading: words.looked,
        kind: 'number',
        value: ({ check, looked }) => (check?.outcome === 'answered' ? looked : null),
      },
      {
        heading: words.missing,
        kind: 'text',
        value: ({ check }) =>
          (check?.findings ?? [])
            .filter(({ passage }) => passage === null)
            .map(({ title }) => title)
            .join('، ') || null,
      },
    ],
    listDesks(ctx, query).rows,
  );
}
