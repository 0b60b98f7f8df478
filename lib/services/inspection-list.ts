import type { InspectionRow } from '@/db/queries/inspections';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { certifiedMilestone } from '@/lib/domain/inspections';
import { searchItems, searchText } from '@/lib/domain/name-search';
import type { Area, Body } from '@/lib/domain/reference';
import { INSPECTIONS } from '@/lib/messages/inspections';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { AppError, isAppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import { formatJalali } from '@/lib/calendar/jalali';
import type { VisitSort, VisitsQuery } from '@/lib/validation/inspections';
import { toTable, type ExportTable } from './exports/table';
import { proposalsOf, visitFacts, type Proposal } from './inspection-facts';
import { openScope, type Scope } from './scope';
import { authorise, mayDo, ownReach, type ServiceContext } from './service-context';
import { resourceOf } from './milestone-subject';

export const VISITS_A_PAGE = 50;

/** A visit in a list. */
export interface VisitListRow {
  readonly inspection: InspectionRow;
  readonly body: Pick<Body, 'code' | 'name' | 'category' | 'districtCode'>;
  readonly districtName: string;
  /** 0 to 100. */
  readonly percent: number;
  /** Milestones that wait for the deputy's decision. */
  readonly openProposals: number;
}

export interface VisitList {
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  readonly query: VisitsQuery;
  readonly districts: readonly Area[];
  /** Those that fit, in the order asked for. */
  readonly rows: readonly VisitListRow[];
  /** Without the filter. */
  readonly total: number;
  /** What waits for the deputy in the whole county. */
  readonly waiting: readonly Proposal[];
}

/** Whether there can be a desk whose visit the actor may record. */
export function mayRecordVisits(ctx: ServiceContext): boolean {
  return mayDo(ctx, 'inspection.record', ownReach(ctx));
}

export const percentOf = ({ points, maxPoints }: Pick<InspectionRow, 'points' | 'maxPoints'>) =>
  maxPoints === 0 ? 0 : (points / maxPoints) * 100;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byNumber = (a: VisitListRow, b: VisitListRow) =>
  a.inspection.year - b.inspection.year || a.inspection.number - b.inspection.number;

const ORDERS: Record<VisitSort, (a: VisitListRow, b: VisitListRow) => number> = {
  visited: (a, b) => byText(a.inspection.visitedOn, b.inspection.visitedOn),
  number: byNumber,
  body: (a, b) => comparePersian(a.body.name, b.body.name),
  district: (a, b) => comparePersian(a.districtName, b.districtName),
  score: (a, b) => a.percent - b.percent,
};

/** The body of a visit: as it is on the day asked about, else as it was when the visit was recorded. */
function bodyOf(scope: Scope, { bodyId, recordedOn }: InspectionRow): Body | undefined {
  const find = (day: CivilDate) => scope.ledger.reference(day).bodies.find(({ id }) => id === bodyId);
  return find(scope.asOf) ?? find(recordedOn);
}

/**
 * The visits that count as of a day, searched, filtered and sorted, with what waits for the deputy.
 *
 * @throws AppError `forbidden`; `no_programme`; `as_of_out_of_range`; `invalid_input` for a district that does not exist
 */
export function listVisits(ctx: ServiceContext, query: VisitsQuery): VisitList {
  authorise(ctx, 'inspection.read');
  const scope = openScope(ctx, { asOf: query.asOf });
  const { asOf, today, reference } = scope;
  const districts = reference.areas.filter(({ kind }) => kind === 'district');
  const { district } = query;
  if (district !== null && !districts.some(({ code }) => code === district))
    throw new AppError('invalid_input', { field: 'district', value: district });
  const names = new Map(districts.map(({ code, name }) => [code, name]));
  const { rows, newest } = visitFacts(scope, ctx.db);
  const waiting = proposalsOf(ctx.db, scope, rows, newest).filter(({ standing }) => standing === 'open');
  const all = rows.flatMap((inspection): VisitListRow[] => {
    const body = bodyOf(scope, inspection);
    if (body === undefined) return [];
    return [
      {
        inspection,
        body,
        districtName: names.get(body.districtCode) ?? body.districtCode,
        percent: percentOf(inspection),
        openProposals: waiting.filter((proposal) => proposal.inspection.id === inspection.id).length,
      },
    ];
  });
  const { category, result, announced, from, to } = query;
  const fitting = all.filter(
    ({ body, inspection }) =>
      (district === null || body.districtCode === district) &&
      (category === null || body.category === category) &&
      (result === null || (result === 'real') === inspection.isReal) &&
      (announced === null || (announced === 'yes') === inspection.isAnnounced) &&
      (from === null || inspection.visitedOn >= from) &&
      (to === null || inspection.visitedOn <= to),
  );
  const found = searchItems(query.q, fitting, ({ body, inspection: { number, year } }) =>
    searchText([body.name, body.code, `${number}/${year}`]),
  );
  const sign = query.order === 'desc' ? -1 : 1;
  const order = ORDERS[query.sort];
  return {
    asOf,
    today,
    query,
    districts,
    rows: [...found].sort((a, b) => sign * (order(a, b) || byNumber(a, b))),
    total: all.length,
    waiting,
  };
}

/** The list as a table for a file. @throws AppError as `listVisits` */
export function visitsTable(ctx: ServiceContext, query: VisitsQuery): ExportTable {
  const words = INSPECTIONS;
  return toTable<VisitListRow>(
    words.title,
    [
      { heading: words.files.year, kind: 'number', value: ({ inspection }) => inspection.year },
      { heading: words.number, kind: 'number', value: ({ inspection }) => inspection.number },
      { heading: words.files.code, kind: 'text', value: ({ body }) => body.code },
      { heading: words.body, kind: 'text', value: ({ body }) => body.name },
      { heading: words.category, kind: 'text', value: ({ body }) => BODY_CATEGORY_LABELS[body.category] },
      { heading: words.district, kind: 'text', value: ({ districtName }) => districtName },
      { heading: words.visitedOn, kind: 'day', value: ({ inspection }) => formatJalali(inspection.visitedOn) },
      { heading: words.files.recordedOn, kind: 'day', value: ({ inspection }) => formatJalali(inspection.recordedOn) },
      {
        heading: words.kind,
        kind: 'text',
        value: ({ inspection }) => (inspection.isAnnounced ? words.announced : words.unannounced),
      },
      { heading: words.files.points, kind: 'number', value: ({ inspection }) => inspection.points },
      { heading: words.files.maxPoints, kind: 'number', value: ({ inspection }) => inspection.maxPoints },
      { heading: words.score, kind: 'ratio', value: ({ percent }) => percent / 100 },
      { heading: words.files.passPercent, kind: 'number', value: ({ inspection }) => inspection.passPercent },
      {
        heading: words.result,
        kind: 'text',
        value: ({ inspection }) => (inspection.isReal ? words.real : words.notReal),
      },
      { heading: words.files.proposals, kind: 'number', value: ({ openProposals }) => openProposals },
    ],
    listVisits(ctx, query).rows,
  );
}

/** A visit as the page of its body shows it. */
export interface BodyVisit extends Pick<
  InspectionRow,
  'id' | 'number' | 'year' | 'visitedOn' | 'isReal' | 'isAnnounced'
> {
  readonly percent: number;
}

/**
 * The visits of one body that count as of a day, the newest first; null for whoever may not read them, and for a body without a desk that
 * visits certify.
 */
export function visitsOfBody(
  ctx: ServiceContext,
  body: Body,
  asOf: CivilDate,
  programme: string | null,
): BodyVisit[] | null {
  if (!mayDo(ctx, 'inspection.read', resourceOf(body))) return null;
  const scope = openScope(ctx, { asOf, programme });
  if (certifiedMilestone(scope.reference, body.id, scope.programme.id) === null) return null;
  return visitFacts(scope, ctx.db, body.id)
    .rows.map((row) => ({ ...row, percent: percentOf(row) }))
    .sort((a, b) => byText(b.visitedOn, a.visitedOn) || b.id - a.id);
}

/** How many milestones wait for the deputy's decision after a failed visit; none before a programme has begun. @throws AppError `forbidden` */
export function countWaitingProposals(ctx: ServiceContext): number {
  authorise(ctx, 'inspection.read');
  const scope = runningScope(ctx);
  if (scope === null) return 0;
  const { rows, newest } = visitFacts(scope, ctx.db);
  return proposalsOf(ctx.db, scope, rows, newest).filter(({ standing }) => standing === 'open').length;
}

function runningScope(ctx: ServiceContext): Scope | null {
  try {
    return openScope(ctx);
  } catch (error) {
    if (isAppError(error, 'no_programme') || isAppError(error, 'as_of_out_of_range')) return null;
    throw error;
  }
}
