import { addDays, daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { lastFridayBefore } from '@/lib/calendar/weeks';
import type { PairFigures } from './figures';

/** Comparisons of ratios use this tolerance. */
export const TOLERANCE = 1e-9;

/** One step of the planned curve: from `on` (end of day) the planned ratio is `ratio`. */
export interface PlannedStep {
  readonly on: CivilDate;
  readonly ratio: number;
}

/**
 * The planned-value curve of a group with its milestones as of one day: a step function over baseline due dates, from 0 to 1.
 * Wholly exempt pairs and exempt milestones are out. Empty for a group without pairs that count.
 */
export function plannedCurve(pairs: readonly PairFigures[]): PlannedStep[] {
  const gains = new Map<CivilDate, number>();
  let totalWeight = 0;
  for (const { pair, isExempt, milestones } of pairs) {
    if (isExempt) continue;
    totalWeight += pair.weight;
    let points = 0;
    for (const { milestone, state } of milestones) if (state.state !== 'exempt') points += milestone.weightPoints;
    for (const { milestone, state } of milestones) {
      if (state.state === 'exempt') continue;
      const gain = (milestone.weightPoints / points) * pair.weight;
      gains.set(milestone.baselineDueOn, (gains.get(milestone.baselineDueOn) ?? 0) + gain);
    }
  }
  const days = [...gains.keys()].sort();
  let sum = 0;
  return days.map((on, index) => {
    sum += gains.get(on) ?? 0;
    return { on, ratio: index === days.length - 1 ? 1 : sum / totalWeight };
  });
}

/** The planned ratio at the end of a day. */
export function plannedOn(curve: readonly PlannedStep[], day: CivilDate): number {
  let ratio = 0;
  for (const step of curve) {
    if (step.on > day) break;
    ratio = step.ratio;
  }
  return ratio;
}

/** W0: the last Friday strictly before the earliest track start. */
export function weekZero(earliestTrackStartOn: CivilDate): CivilDate {
  return lastFridayBefore(earliestTrackStartOn);
}

/** PV_0 = 0, PV_1 … PV_N at the end of the Fridays after W0, up to the first that is 1. */
export function weeklyPlannedValues(curve: readonly PlannedStep[], w0: CivilDate): number[] {
  const values = [0];
  const last = curve.at(-1);
  if (last === undefined) return values;
  const weeks = Math.max(1, Math.ceil(daysBetween(w0, last.on) / 7));
  for (let k = 1; k <= weeks; k += 1) {
    const value = plannedOn(curve, addDays(w0, 7 * k));
    values.push(value);
    if (value >= 1 - TOLERANCE) break;
  }
  return values;
}
