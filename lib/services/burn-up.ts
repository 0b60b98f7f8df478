import type { CivilDate } from '@/lib/calendar/civil-date';
import { addDays, maxDate } from '@/lib/calendar/civil-date';
import type { Scope } from './scope';

/** Milestones of bodies on one day, counted one by one without weights. */
export interface BurnUpPoint {
  readonly date: CivilDate;
  /** All that count: the line to reach. It moves when bodies or milestones come, go or become exempt. */
  readonly total: number;
  /** Due by the baseline. */
  readonly planned: number;
  /** Claimed or verified. */
  readonly claimed: number;
  readonly verified: number;
}

const STEP_DAYS = 7;

/** One day of the burn-up, as it was known then. */
export function burnUpOn(scope: Scope, date: CivilDate): BurnUpPoint {
  const { pairs, counts } = scope.ledger.ratios(date);
  const point = { total: 0, planned: 0, claimed: 0, verified: 0 };
  pairs.forEach((pair, index) => {
    if (!scope.includes(pair)) return;
    point.total += counts.total[index] ?? 0;
    point.planned += counts.planned[index] ?? 0;
    point.claimed += counts.claimed[index] ?? 0;
    point.verified += counts.verified[index] ?? 0;
  });
  return { date, ...point };
}

/** Week by week back from the as-of day, which is always the last point, to the start of the tracks. */
export function burnUpOf(scope: Scope, startOn: CivilDate): BurnUpPoint[] {
  const from = maxDate(startOn, scope.programme.startOn);
  return scope.ledger.view(scope.asOf, `burn-up ${from} ${scope.key}`, () => {
    const points: BurnUpPoint[] = [];
    for (let day = scope.asOf; day > from; day = addDays(day, -STEP_DAYS)) points.push(burnUpOn(scope, day));
    if (from <= scope.asOf) points.push(burnUpOn(scope, from));
    return points.reverse();
  });
}
