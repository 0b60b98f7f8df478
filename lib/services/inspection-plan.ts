import { countReturns, type InspectionRow } from '@/db/queries/inspections';
import { listReadingsAsOf } from '@/db/queries/indicators';
import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { monthOf } from '@/lib/calendar/jalali-month';
import { deskRisk, type DeskFacts, type DeskRisk } from '@/lib/domain/inspection-risk';
import { certifiedMilestone } from '@/lib/domain/inspections';
import type { MilestoneState } from '@/lib/domain/milestone-state';
import { searchItems, searchText } from '@/lib/domain/name-search';
import type { Area, Body, Milestone } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import type { PlanQuery } from '@/lib/validation/inspections';
import { visitFacts } from './inspection-facts';
import { percentOf } from './inspection-list';
import { getInspectionSettings } from './inspection-settings';
import { resourceOf } from './milestone-subject';
import { openScope, type Scope } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { silentBodiesOf } from './silence';

/** The indicator that tells how content the clients are. */
const SATISFACTION = 'IN4';

/** A desk worth a visit, with why. */
export interface PlannedVisit {
  readonly body: Body;
  readonly districtName: string;
  readonly risk: DeskRisk;
  readonly lastVisit: InspectionRow | null;
  readonly mayRecord: boolean;
}

export interface InspectionPlan {
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  readonly query: PlanQuery;
  readonly districts: readonly Area[];
  /** The highest risk first. */
  readonly rows: readonly PlannedVisit[];
  /** Bodies with a desk of which nobody claims anything yet: there is nothing to see. */
  readonly notWorth: readonly Body[];
  readonly passPercent: number;
  readonly silentAfterDays: number;
}

interface Desk {
  readonly body: Body;
  /** What the body itself has to do at its desk: the milestones of the track that visits certify. */
  readonly milestones: readonly Milestone[];
}

/** Bodies with a desk that visits certify, in the order of their codes. */
function desksOf(scope: Scope): Desk[] {
  const { pairs } = scope.reference;
  return pairs.filter(scope.includes).flatMap(({ body, track, milestones }) => {
    const certified = certifiedMilestone(scope.reference, body.id, scope.programme.id);
    if (certified?.trackId !== track.id) return [];
    return [{ body, milestones: milestones.filter(({ actor }) => actor === 'body') }];
  });
}

/** The day on which what is claimed or verified of a milestone was first said; null where nothing is. */
function saidOn({ state, claim, verifiedOn }: MilestoneState): CivilDate | null {
  return state === 'claimed' || state === 'verified' ? (claim?.recordedOn ?? verifiedOn) : null;
}

/**
 * Whom to visit next, as known on a day: every desk with its risk in parts, the highest first.
 *
 * @throws AppError `forbidden`; `no_programme`; `as_of_out_of_range`; `invalid_input` for a district that does not exist
 */
export function getInspectionPlan(ctx: ServiceContext, query: PlanQuery): InspectionPlan {
  authorise(ctx, 'inspection.read');
  const { category, district: districtCode } = query;
  const scope = openScope(ctx, { asOf: query.asOf, filter: { category, districtCode } });
  const { asOf, today, reference, ledger } = scope;
  const districts = reference.areas.filter(({ kind }) => kind === 'district');
  const names = new Map(districts.map(({ code, name }) => [code, name]));
  const desks = desksOf(scope);
  const { newest } = visitFacts(scope, ctx.db);
  const milestoneIds = [...new Set(desks.flatMap(({ milestones }) => milestones.map(({ id }) => id)))];
  const returned = countReturns(ctx.db, milestoneIds, asOf);
  const silent = new Map(silentBodiesOf(scope).map(({ body, days }) => [body.id, days]));
  const satisfaction = newestSatisfaction(ctx, scope);
  const rows: PlannedVisit[] = [];
  const notWorth: Body[] = [];
  for (const { body, milestones } of desks) {
    const lastVisit = newest.get(body.id) ?? null;
    const said = milestones.flatMap(({ id }) => saidOn(ledger.state(body.id, id, asOf)) ?? []);
    const facts: DeskFacts = {
      claimed: said.length,
      unseen: said.filter((day) => lastVisit === null || day > lastVisit.visitedOn).length,
      lastVisit: lastVisit && {
        days: daysBetween(lastVisit.visitedOn, asOf),
        isReal: lastVisit.isReal,
        percent: percentOf(lastVisit),
        passPercent: lastVisit.passPercent,
      },
      returned: returned.get(body.id) ?? 0,
      silentDays: silent.get(body.id) ?? null,
      satisfaction: satisfaction.get(body.id) ?? null,
    };
    const risk = deskRisk(facts);
    if (risk === null) notWorth.push(body);
    else {
      rows.push({
        body,
        districtName: names.get(body.districtCode) ?? body.districtCode,
        risk,
        lastVisit,
        mayRecord: mayDo(ctx, 'inspection.record', resourceOf(body)),
      });
    }
  }
  return {
    asOf,
    today,
    query,
    districts,
    rows: rows.sort((a, b) => b.risk.points - a.risk.points || comparePersian(a.body.name, b.body.name)),
    notWorth: notWorth.sort((a, b) => comparePersian(a.name, b.name)),
    passPercent: getInspectionSettings(ctx, asOf).passPercent,
    silentAfterDays: reference.thresholds.silentAfterDays,
  };
}

/** The newest reading of each body known on the day. */
function newestSatisfaction(ctx: ServiceContext, { programme, asOf }: Scope): Map<number, number> {
  const { baselineMonth } = programme;
  const from = baselineMonth as ReturnType<typeof monthOf>;
  const readings = listReadingsAsOf(ctx.db, asOf, { from, to: monthOf(asOf) })
    .filter(({ indicatorCode }) => indicatorCode === SATISFACTION)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  return new Map(readings.map(({ bodyId, value }) => [bodyId, value]));
}

export interface DeskChoice {
  readonly body: Body;
  readonly districtName: string;
}

/** Bodies with a desk that this person may record a visit to, by name, code or district. @throws AppError `forbidden` */
export function findDesks(
  ctx: ServiceContext,
  q: string,
  most: number,
): { readonly desks: readonly DeskChoice[]; readonly total: number } {
  const scope = openScope(ctx);
  const names = new Map(scope.reference.areas.map(({ code, name }) => [code, name]));
  const mine = desksOf(scope).filter(({ body }) => mayDo(ctx, 'inspection.record', resourceOf(body)));
  if (mine.length === 0) throw new AppError('forbidden', { action: 'inspection.record' });
  const all = mine.map(({ body }) => ({ body, districtName: names.get(body.districtCode) ?? body.districtCode }));
  const found = searchItems(q, all, ({ body, districtName }) => searchText([body.name, body.code, districtName]));
  const sorted = q === '' ? [...found].sort((a, b) => comparePersian(a.body.name, b.body.name)) : found;
  return { desks: sorted.slice(0, most), total: found.length };
}
