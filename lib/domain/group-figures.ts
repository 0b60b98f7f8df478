import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { countWorkingDaysAfter, type WorkCalendar } from '@/lib/calendar/working-days';
import { calculateEarnedSchedule } from './earned-schedule';
import type { GroupFigures, PairFigures } from './figures';
import { recentPerWeek, requiredPerWeek } from './pace';
import { plannedCurve, TOLERANCE, weeklyPlannedValues, weekZero } from './planned-value';
import { PAIR_STATUSES, type PairStatus } from './vocabulary';

/** How many pairs have each status. They sum to bodyTracks + exempt. */
export function countStatuses(pairs: readonly PairFigures[]): Record<PairStatus, number> {
  const counts = Object.fromEntries(PAIR_STATUSES.map((status) => [status, 0])) as Record<PairStatus, number>;
  for (const { status } of pairs) counts[status] += 1;
  return counts;
}

/** Weighted means of a group's pairs; all null when no pair counts. */
export function meanRatios(pairs: readonly PairFigures[]): {
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
} {
  let weight = 0;
  let planned = 0;
  let claimed = 0;
  let verified = 0;
  for (const figures of pairs) {
    if (figures.isExempt) continue;
    const own = figures.pair.weight;
    weight += own;
    planned += own * figures.plannedRatio;
    claimed += own * figures.claimedRatio;
    verified += own * figures.verifiedRatio;
  }
  if (weight === 0) return { planned: null, claimed: null, verified: null };
  return { planned: planned / weight, claimed: claimed / weight, verified: verified / weight };
}

/** Distinct deadlines of the pairs that count, earliest first. */
export function deadlinesOf(pairs: readonly PairFigures[]): CivilDate[] {
  const days = new Set<CivilDate>();
  for (const { pair, isExempt } of pairs) if (!isExempt) days.add(pair.track.deadlineOn);
  return [...days].sort();
}

/**
 * All figures of a group of pairs as of a day (DOMAIN §5). Wholly exempt pairs appear in `status.exempt` only.
 * A group that spans several deadlines has no countdown and no forecast, with that as the reason.
 */
export function calculateGroupFigures(
  group: { readonly key: string; readonly label: string },
  pairs: readonly PairFigures[],
  asOf: CivilDate,
  calendar: WorkCalendar,
): GroupFigures {
  const counting = pairs.filter((figures) => !figures.isExempt);
  const means = meanRatios(counting);
  const deadlines = deadlinesOf(counting);
  const deadline = deadlines.length === 1 ? (deadlines[0] ?? null) : null;

  let milestones = 0;
  let unverifiedMilestones = 0;
  let lastVerifiedOn: CivilDate | null = null;
  let earliestStartOn: CivilDate | null = null;
  const bodies = new Set<number>();
  for (const figures of counting) {
    bodies.add(figures.pair.body.id);
    unverifiedMilestones += figures.unverifiedCount;
    for (const { state } of figures.milestones) if (state.state !== 'exempt') milestones += 1;
    const startOn = figures.pair.track.startOn;
    if (earliestStartOn === null || startOn < earliestStartOn) earliestStartOn = startOn;
    if (figures.lastVerifiedOn !== null && (lastVerifiedOn === null || figures.lastVerifiedOn > lastVerifiedOn)) {
      lastVerifiedOn = figures.lastVerifiedOn;
    }
  }
  const w0 = earliestStartOn === null ? null : weekZero(earliestStartOn);
  const workingDaysLeft = deadline === null ? null : countWorkingDaysAfter(asOf, deadline, calendar);

  return {
    ...group,
    bodies: bodies.size,
    bodyTracks: counting.length,
    ...means,
    spi:
      means.verified === null || !means.planned || means.planned <= TOLERANCE ? null : means.verified / means.planned,
    earnedSchedule: calculateEarnedSchedule({
      deadlines,
      verified: means.verified,
      isComplete: counting.length > 0 && unverifiedMilestones === 0,
      lastVerifiedOn,
      w0,
      plannedValues: w0 === null || deadline === null ? [0] : weeklyPlannedValues(plannedCurve(counting), w0),
      asOf,
    }),
    deadline,
    deadlineReason: deadline !== null ? null : deadlines.length > 1 ? 'several_deadlines' : 'no_data',
    calendarDaysLeft: deadline === null ? null : daysBetween(asOf, deadline),
    workingDaysLeft,
    requiredPerWeek: requiredPerWeek(counting, asOf, calendar),
    recentPerWeek: recentPerWeek(counting),
    milestones,
    unverifiedMilestones,
    status: countStatuses(pairs),
  };
}
