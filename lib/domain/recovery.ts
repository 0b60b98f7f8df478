import { addDays, daysBetween, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import { calculateEarnedSchedule } from './earned-schedule';
import type { GroupFigures, MilestoneOnDay, PairFigures } from './figures';
import { deadlinesOf, meanRatios } from './group-figures';
import { plannedCurve, TOLERANCE, weeklyPlannedValues, weekZero } from './planned-value';
import type { Body } from './reference';

/** What is counted on to be verified is verified within so many days of the as-of day. */
export const RECOVERY_DAYS = 7;

/** A body whose overdue milestones, once verified, help the forecast. */
export interface RecoveryBody {
  readonly body: Body;
  /** What it adds to the group's verified ratio, 0..1. */
  readonly gain: number;
  readonly milestones: readonly MilestoneOnDay[];
}

export type RecoveryReason =
  /** The group has no forecast that a verification could move: several deadlines, no data, complete, not begun. */
  | 'no_forecast'
  /** The forecast is in time already. */
  | 'in_time'
  /** Even all overdue milestones would not bring it in time. */
  | 'not_enough';

/** What would bring a group to its deadline. */
export interface Recovery {
  readonly reason: RecoveryReason | null;
  /** Day by which they would be verified. */
  readonly byOn: CivilDate;
  /** The smallest set, gravest first; empty with a reason. */
  readonly bodies: readonly RecoveryBody[];
  /** Forecast finish on `byOn` once they are; with `not_enough`, once all overdue milestones are. */
  readonly forecastFinish: CivilDate | null;
  /** Verifications a week that are missing between the recent and the required pace; 0 when none is, null without a required pace. */
  readonly morePerWeek: number | null;
}

/** Neither verified nor exempt, and its effective due has passed, whoever's turn it is. */
export function isOverdueUnverified({ state, effectiveDueOn }: MilestoneOnDay, asOf: CivilDate): boolean {
  return state.state !== 'verified' && state.state !== 'exempt' && effectiveDueOn < asOf;
}

export function countOverdueUnverified(pairs: readonly PairFigures[], asOf: CivilDate): number {
  return pairs.reduce(
    (sum, { milestones }) => sum + milestones.filter((item) => isOverdueUnverified(item, asOf)).length,
    0,
  );
}

function candidatesOf(pairs: readonly PairFigures[], asOf: CivilDate): RecoveryBody[] {
  const totalWeight = pairs.reduce((sum, { pair }) => sum + pair.weight, 0);
  const bodies = new Map<number, { body: Body; gain: number; milestones: MilestoneOnDay[] }>();
  for (const { pair, milestones } of pairs) {
    const counting = milestones.filter(({ state }) => state.state !== 'exempt');
    const points = counting.reduce((sum, { milestone }) => sum + milestone.weightPoints, 0);
    for (const item of counting) {
      if (!isOverdueUnverified(item, asOf)) continue;
      const known = bodies.get(pair.body.id) ?? { body: pair.body, gain: 0, milestones: [] };
      bodies.set(pair.body.id, known);
      known.gain += ((item.milestone.weightPoints / points) * pair.weight) / totalWeight;
      known.milestones.push(item);
    }
  }
  return [...bodies.values()].sort((a, b) => b.gain - a.gain || (a.body.code < b.body.code ? -1 : 1));
}

/** Whole verifications a week that the recent pace falls short of the required one. */
export function missingPace({
  requiredPerWeek,
  recentPerWeek,
}: Pick<GroupFigures, 'requiredPerWeek' | 'recentPerWeek'>): number | null {
  if (requiredPerWeek === null || recentPerWeek === null) return null;
  return Math.max(0, Math.ceil(requiredPerWeek - recentPerWeek - TOLERANCE));
}

/**
 * The smallest set of bodies whose overdue milestones, verified by `asOf` + 7 days, bring the earned-schedule forecast of that day to the
 * deadline, everything else staying as it is.
 *
 * The forecast depends on the verified ratio alone and never gets later as that grows, and the gains of bodies add up; so taking the
 * greatest gains first gives a smallest set. Ties go by code.
 * @param pairs the group's pairs as of `asOf`
 * @param figures the group's figures as of `asOf`
 */
export function findRecovery(pairs: readonly PairFigures[], figures: GroupFigures, asOf: CivilDate): Recovery {
  const byOn = addDays(asOf, RECOVERY_DAYS);
  const none = (reason: RecoveryReason, forecastFinish: CivilDate | null = null): Recovery => ({
    reason,
    byOn,
    bodies: [],
    forecastFinish,
    morePerWeek: missingPace(figures),
  });
  const { deadline, earnedSchedule } = figures;
  const hasForecast =
    earnedSchedule.reason === null || ['nothing_verified', 'not_in_sight'].includes(earnedSchedule.reason);
  if (deadline === null || !hasForecast) return none('no_forecast');
  if (earnedSchedule.forecastFinish !== null && earnedSchedule.forecastFinish <= deadline) {
    return none('in_time', earnedSchedule.forecastFinish);
  }

  const counting = pairs.filter(({ isExempt }) => !isExempt);
  const verified = meanRatios(counting).verified ?? 0;
  const startOn = counting.map(({ pair }) => pair.track.startOn).reduce(minDate);
  const w0 = weekZero(startOn);
  const plannedValues = weeklyPlannedValues(plannedCurve(counting), w0);
  const unverified = counting.reduce((sum, { unverifiedCount }) => sum + unverifiedCount, 0);
  const forecastWith = (gain: number, count: number): CivilDate | null =>
    calculateEarnedSchedule({
      deadlines: deadlinesOf(counting),
      verified: verified + gain,
      isComplete: count === unverified,
      lastVerifiedOn: byOn,
      w0,
      plannedValues,
      asOf: byOn,
    }).forecastFinish;

  const chosen: RecoveryBody[] = [];
  let gain = 0;
  let count = 0;
  let finish: CivilDate | null = null;
  for (const candidate of candidatesOf(counting, asOf)) {
    chosen.push(candidate);
    gain += candidate.gain;
    count += candidate.milestones.length;
    finish = forecastWith(gain, count);
    if (finish !== null && daysBetween(finish, deadline) >= 0) {
      return { reason: null, byOn, bodies: chosen, forecastFinish: finish, morePerWeek: missingPace(figures) };
    }
  }
  return none('not_enough', finish ?? forecastWith(0, 0));
}
