import { findNewestBodyEvent } from '@/db/queries/events';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { saturdayOf } from '@/lib/calendar/weeks';
import type { MilestoneOnDay } from '@/lib/domain/figures';
import type { Body, Milestone, Reference, Track } from '@/lib/domain/reference';
import { daysLate } from '@/lib/domain/status';
import type { BodyCategory, MilestoneStateName } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import { matchesWords } from '@/lib/text/search-words';
import { getLedger } from './ledger';
import { groupOf, liaisonEvents, type StepGroup } from './my-steps';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

export const GRID_FILTERS = ['ready', 'returned', 'late'] as const;
export type GridFilter = (typeof GRID_FILTERS)[number];

export interface GridQuery {
  readonly track?: string | null;
  readonly programme?: string | null;
  readonly filter?: GridFilter | null;
  readonly find?: string | null;
  /** Code of a rural district. */
  readonly rural?: string | null;
}

export interface GridBody {
  readonly code: string;
  readonly name: string;
  readonly category: BodyCategory;
  readonly ruralDistrictCode: string | null;
  readonly ruralDistrictName: string | null;
}

/** One step of one own body. */
export interface GridCell {
  readonly group: StepGroup;
  readonly state: MilestoneStateName;
  readonly daysLate: number;
  readonly canClaim: boolean;
  readonly canBlock: boolean;
  readonly lastEventId: number | null;
}

export interface GridColumn {
  readonly milestone: Milestone;
  /** Own bodies, shown or not, for which the step can be reported done now. */
  readonly readyCount: number;
}

export interface GridRow {
  readonly body: GridBody;
  /** One for each column; null where the step does not apply. */
  readonly cells: readonly (GridCell | null)[];
}

export interface GridTrack {
  readonly programmeCode: string;
  readonly code: string;
  readonly name: string;
}

export interface MyGrid {
  readonly query: GridQuery;
  /** Tracks that at least one own body has. */
  readonly tracks: readonly GridTrack[];
  readonly track: GridTrack | null;
  readonly columns: readonly GridColumn[];
  /** What the filters let through, by rural district and name. */
  readonly rows: readonly GridRow[];
  readonly bodyCount: number;
  /** Bodies of the track with at least one such step. */
  readonly counts: Readonly<Record<GridFilter, number>>;
  readonly ruralDistricts: readonly { readonly code: string; readonly name: string; readonly count: number }[];
}

interface OwnItem {
  readonly body: Body;
  readonly track: Track;
  readonly item: MilestoneOnDay;
}

function ownItems(ctx: ServiceContext): { readonly reference: Reference; readonly items: OwnItem[] } {
  const { reference, figures } = getLedger(ctx.db).snapshot(ctx.clock.today());
  const items = figures
    .filter(({ pair }) => ctx.actor.bodyIds.has(pair.body.id))
    .flatMap(({ pair, milestones }) => milestones.map((item) => ({ body: pair.body, track: pair.track, item })));
  return { reference, items };
}

function toCell(
  { milestone, state, effectiveDueOn }: MilestoneOnDay,
  today: CivilDate,
  reference: Reference,
): GridCell {
  const item = { milestone, state, effectiveDueOn };
  const possible = liaisonEvents(state, milestone);
  return {
    group: groupOf(item, today, reference.thresholds),
    state: state.state,
    daysLate: daysLate(item, today),
    canClaim: possible.includes('claim'),
    canBlock: milestone.actor === 'body' && possible.includes('block'),
    lastEventId: state.lastEventId,
  };
}

function areaNames({ areas }: Reference): ReadonlyMap<string, string> {
  return new Map(areas.map(({ code, name }) => [code, name]));
}

function toGridBody(body: Body, names: ReadonlyMap<string, string>): GridBody {
  const { code, name, category, ruralDistrictCode } = body;
  return { code, name, category, ruralDistrictCode, ruralDistrictName: names.get(ruralDistrictCode ?? '') ?? null };
}

function byPlace(a: GridBody, b: GridBody): number {
  return (
    Number(a.ruralDistrictName === null) - Number(b.ruralDistrictName === null) ||
    comparePersian(a.ruralDistrictName ?? '', b.ruralDistrictName ?? '') ||
    comparePersian(a.name, b.name)
  );
}

const FITS: Record<GridFilter, (cell: GridCell) => boolean> = {
  ready: ({ canClaim }) => canClaim,
  returned: ({ group }) => group === 'returned',
  late: ({ daysLate: days }) => days > 0,
};

const fits = (row: GridRow, filter: GridFilter) => row.cells.some((cell) => cell !== null && FITS[filter](cell));

/**
 * All own bodies and the steps of one track, a cell each.
 *
 * @throws AppError `forbidden`; `not_found` for a track that no own body has
 */
export function getMyGrid(ctx: ServiceContext, query: GridQuery = {}): MyGrid {
  authorise(ctx, 'my.read');
  const today = ctx.clock.today();
  const { reference, items } = ownItems(ctx);
  const names = areaNames(reference);
  const short = trackShortNames(reference);
  const programmeOf = (track: Track) => reference.programmes.find(({ id }) => id === track.programmeId)?.code ?? '';
  const used = new Set(items.map(({ track }) => track.id));
  const own = reference.tracks.filter(({ id }) => used.has(id));
  const wanted = (track: Track) =>
    (query.track ?? track.code) === track.code && (query.programme ?? programmeOf(track)) === programmeOf(track);
  const track = own.find(wanted) ?? null;
  if (track === null && (query.track ?? query.programme ?? null) !== null)
    throw new AppError('not_found', { ...query });
  const tracks = own.map((each) => ({
    programmeCode: programmeOf(each),
    code: each.code,
    name: short.get(each.id) ?? each.title,
  }));

  const inTrack = items.filter((each) => each.track.id === track?.id);
  const milestones = [...new Map(inTrack.map(({ item }) => [item.milestone.id, item.milestone])).values()].sort(
    (a, b) => a.position - b.position,
  );
  const cells = new Map<number, Map<number, GridCell>>();
  for (const { body, item } of inTrack) {
    const ofBody = cells.get(body.id) ?? new Map<number, GridCell>();
    ofBody.set(item.milestone.id, toCell(item, today, reference));
    cells.set(body.id, ofBody);
  }
  const all = reference.bodies
    .filter(({ id }) => cells.has(id))
    .map((body): GridRow => ({
      body: toGridBody(body, names),
      cells: milestones.map(({ id }) => cells.get(body.id)?.get(id) ?? null),
    }))
    .sort((a, b) => byPlace(a.body, b.body));
  const { filter = null, find = null, rural = null } = query;
  return {
    query,
    tracks,
    track: track === null ? null : (tracks[own.indexOf(track)] ?? null),
    columns: milestones.map((milestone, index) => ({
      milestone,
      readyCount: all.filter(({ cells: row }) => row[index]?.canClaim === true).length,
    })),
    rows: all.filter(
      (row) =>
        (filter === null || fits(row, filter)) &&
        (rural === null || row.body.ruralDistrictCode === rural) &&
        (find === null || matchesWords(`${row.body.name} ${row.body.ruralDistrictName ?? ''} ${row.body.code}`, find)),
    ),
    bodyCount: all.length,
    counts: {
      ready: all.filter((row) => fits(row, 'ready')).length,
      returned: all.filter((row) => fits(row, 'returned')).length,
      late: all.filter((row) => fits(row, 'late')).length,
    },
    ruralDistricts: ruralDistrictsOf(all.map(({ body }) => body)),
  };
}

function ruralDistrictsOf(bodies: readonly GridBody[]): MyGrid['ruralDistricts'] {
  const counts = new Map<string, { code: string; name: string; count: number }>();
  for (const { ruralDistrictCode: code, ruralDistrictName: name } of bodies) {
    if (code === null || name === null) continue;
    counts.set(code, { code, name, count: (counts.get(code)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => comparePersian(a.name, b.name));
}

export type JointKind = 'claim' | 'block' | 'check_in';

/** A body that a joint report may take in. */
export interface JointCandidate {
  readonly body: GridBody;
  readonly lastEventId: number | null;
  /** Chosen unless the person takes it out. */
  readonly isChosen: boolean;
  readonly isReturned: boolean;
}

export interface JointChoice {
  readonly kind: JointKind;
  readonly milestone: Milestone | null;
  readonly trackCode: string | null;
  readonly trackName: string | null;
  readonly programmeCode: string | null;
  readonly candidates: readonly JointCandidate[];
  /** Own bodies that have the step and for which this cannot be recorded now. */
  readonly others: readonly {
    readonly body: GridBody;
    readonly group: StepGroup;
    readonly state: MilestoneStateName;
  }[];
  /** Own bodies that have reported this week in any way; only for a check-in, where they are not chosen. */
  readonly reportedCount: number;
}

/**
 * For which own bodies one step can be reported now, and for which it cannot and why.
 *
 * @throws AppError `forbidden`; `not_found` for a step that no own body has
 */
export function getJointChoice(
  ctx: ServiceContext,
  asked: {
    readonly kind: JointKind;
    readonly milestone: string | null;
    readonly programme: string | null;
    readonly rural?: string | null;
  },
): JointChoice {
  authorise(ctx, 'my.read');
  if (asked.kind === 'check_in') return checkInChoice(ctx, asked.rural ?? null);
  const today = ctx.clock.today();
  const { reference, items } = ownItems(ctx);
  const names = areaNames(reference);
  const programmeIds = new Map(reference.programmes.map(({ id, code }) => [id, code]));
  const ofStep = items.filter(
    ({ item, track }) =>
      item.milestone.code === asked.milestone &&
      (asked.programme === null || programmeIds.get(track.programmeId) === asked.programme),
  );
  const first = ofStep[0];
  if (first === undefined) throw new AppError('not_found', { milestoneCode: asked.milestone });
  const rows = ofStep
    .filter(({ track }) => track.id === first.track.id)
    .map(({ body, item }) => ({ body: toGridBody(body, names), cell: toCell(item, today, reference) }))
    .sort((a, b) => byPlace(a.body, b.body));
  const isFree = ({ cell }: (typeof rows)[number]) => (asked.kind === 'claim' ? cell.canClaim : cell.canBlock);
  return {
    kind: asked.kind,
    milestone: first.item.milestone,
    trackCode: first.track.code,
    trackName: trackShortNames(reference).get(first.track.id) ?? first.track.title,
    programmeCode: programmeIds.get(first.track.programmeId) ?? null,
    candidates: rows.filter(isFree).map(({ body, cell }) => ({
      body,
      lastEventId: cell.lastEventId,
      isChosen: isInRural(body, asked.rural ?? null),
      isReturned: cell.group === 'returned',
    })),
    others: rows.filter((row) => !isFree(row)).map(({ body, cell: { group, state } }) => ({ body, group, state })),
    reportedCount: 0,
  };
}

const isInRural = (body: GridBody, rural: string | null) => rural === null || body.ruralDistrictCode === rural;

function checkInChoice(ctx: ServiceContext, rural: string | null): JointChoice {
  const today = ctx.clock.today();
  const ledger = getLedger(ctx.db);
  const reference = ledger.reference(today);
  const names = areaNames(reference);
  const lastFriday = addDays(saturdayOf(today), -1);
  const free = reference.bodies
    .filter(({ id }) => ctx.actor.bodyIds.has(id))
    .filter(({ id }) => findNewestBodyEvent(ctx.db, id, 'check_in', today) === null)
    .map((body) => ({
      body: toGridBody(body, names),
      hasReported: (ledger.lastOwnReportOn(body.id, today) ?? '') > lastFriday,
    }))
    .sort((a, b) => byPlace(a.body, b.body));
  return {
    kind: 'check_in',
    milestone: null,
    trackCode: null,
    trackName: null,
    programmeCode: null,
    candidates: free.map(({ body, hasReported }) => ({
      body,
      lastEventId: null,
      isChosen: !hasReported && isInRural(body, rural),
      isReturned: false,
    })),
    others: [],
    reportedCount: free.filter(({ hasReported }) => hasReported).length,
  };
}
