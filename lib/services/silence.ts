import { addDays, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import type { Body } from '@/lib/domain/reference';
import { calculateReportingRate, type ReportingRate } from '@/lib/domain/reporting-rate';
import { silenceDays } from '@/lib/domain/silence';
import { isOpen } from '@/lib/domain/status';
import { resolveScope, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

/** A body that has open milestones and has not reported for longer than the threshold. */
export interface SilentBody {
  readonly body: Body;
  readonly days: number;
  readonly lastReportOn: CivilDate | null;
}

/** Days of silence of one body of a programme; null when it has no pair there. */
export function silenceOf(
  scope: Scope,
  bodyId: number,
): { readonly days: number; readonly lastReportOn: CivilDate | null } | null {
  let firstStartOn: CivilDate | null = null;
  for (const { body, track } of scope.reference.pairs) {
    if (body.id !== bodyId || track.programmeId !== scope.programme.id) continue;
    firstStartOn = firstStartOn === null ? track.startOn : minDate(firstStartOn, track.startOn);
  }
  if (firstStartOn === null) return null;
  const lastReportOn = scope.ledger.lastOwnReportOn(bodyId, scope.asOf);
  return { days: silenceDays(lastReportOn, firstStartOn, scope.asOf), lastReportOn };
}

/** Silent bodies of a scope. Silence is about the body, so filters of deadline and track do not narrow it. */
export function silentBodiesOf(scope: Scope): SilentBody[] {
  const { category, districtCode, bodyCode } = scope.filter;
  const name = `silent ${scope.programme.id}|${category ?? ''}|${districtCode ?? ''}|${bodyCode ?? ''}`;
  return scope.ledger.view(scope.asOf, name, () => {
    const firstStart = new Map<number, { body: Body; startOn: CivilDate; hasOpen: boolean }>();
    for (const { pair, milestones } of scope.snapshot.figures) {
      const { body, track } = pair;
      if (track.programmeId !== scope.programme.id) continue;
      if (category && body.category !== category) continue;
      if (districtCode && body.districtCode !== districtCode) continue;
      if (bodyCode && body.code !== bodyCode) continue;
      const known = firstStart.get(body.id);
      const hasOpen = (known?.hasOpen ?? false) || milestones.some(isOpen);
      const startOn = known ? minDate(known.startOn, track.startOn) : track.startOn;
      firstStart.set(body.id, { body, startOn, hasOpen });
    }
    return [...firstStart.values()]
      .filter(({ hasOpen }) => hasOpen)
      .map(({ body, startOn }) => {
        const lastReportOn = scope.ledger.lastOwnReportOn(body.id, scope.asOf);
        return { body, lastReportOn, days: silenceDays(lastReportOn, startOn, scope.asOf) };
      })
      .filter(({ days }) => days > scope.reference.thresholds.silentAfterDays)
      .sort((a, b) => b.days - a.days || (a.body.code < b.body.code ? -1 : 1));
  });
}

/** Bodies with open milestones that have been silent for longer than the threshold. */
export function getSilentBodies(ctx: ServiceContext, params: ScopeParams = {}): SilentBody[] {
  return silentBodiesOf(resolveScope(ctx, params));
}

/** Reporting rate of the week that holds the as-of day, counted up to that day. */
export function reportingRateOf(scope: Scope): ReportingRate {
  return scope.ledger.view(scope.asOf, `reporting ${scope.key}`, () => {
    const saturday = saturdayOf(scope.asOf);
    const start = scope.ledger.snapshot(saturday < scope.programme.startOn ? scope.asOf : saturday);
    const expected = new Set<number>();
    for (const { pair, milestones } of start.figures) {
      if (scope.includes(pair) && milestones.some(isOpen)) expected.add(pair.body.id);
    }
    const reports = scope.ledger.ownReports(saturday, minDate(scope.asOf, fridayOf(scope.asOf)));
    return calculateReportingRate(scope.asOf, expected, reports, scope.reference.thresholds);
  });
}

/** Reporting rate of a week; `asOf` names it. */
export function getReportingRate(ctx: ServiceContext, params: ScopeParams = {}): ReportingRate {
  return reportingRateOf(resolveScope(ctx, params));
}

/** The last day of the week before the one that holds `day`. */
export function endOfWeekBefore(day: CivilDate): CivilDate {
  return addDays(saturdayOf(day), -1);
}
