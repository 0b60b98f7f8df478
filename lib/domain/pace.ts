import type { CivilDate } from '@/lib/calendar/civil-date';
import { countWorkingDaysAfter, workingDaysInNormalWeek, type WorkCalendar } from '@/lib/calendar/working-days';
import type { PairFigures } from './figures';
import { RECENT_PACE_WEEKS } from './pair-figures';

/**
 * Milestones a week that must be verified from now on: those not verified ÷ (working days left ÷ working days in a normal week),
 * summed over the group's deadlines that still have working days left.
 * @returns null when no deadline has working days left, or the group has no pair that counts
 */
export function requiredPerWeek(
  pairs: readonly PairFigures[],
  asOf: CivilDate,
  calendar: WorkCalendar,
  workingDaysLeftOf: (deadline: CivilDate) => number = (deadline) => countWorkingDaysAfter(asOf, deadline, calendar),
): number | null {
  const unverified = new Map<CivilDate, number>();
  for (const { pair, isExempt, unverifiedCount } of pairs) {
    if (isExempt) continue;
    const deadline = pair.track.deadlineOn;
    unverified.set(deadline, (unverified.get(deadline) ?? 0) + unverifiedCount);
  }
  let sum: number | null = null;
  for (const [deadline, count] of unverified) {
    const daysLeft = workingDaysLeftOf(deadline);
    if (daysLeft > 0) sum = (sum ?? 0) + count / (daysLeft / workingDaysInNormalWeek(calendar));
  }
  return sum;
}

/** Milestones verified a week over the last four whole weeks; null when the group has no pair that counts. */
export function recentPerWeek(pairs: readonly PairFigures[]): number | null {
  let count: number | null = null;
  for (const { isExempt, recentlyVerifiedCount } of pairs) if (!isExempt) count = (count ?? 0) + recentlyVerifiedCount;
  return count === null ? null : count / RECENT_PACE_WEEKS;
}
