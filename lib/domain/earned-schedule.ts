import { addDays, daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { EarnedSchedule, EarnedScheduleReason } from './figures';
import { TOLERANCE } from './planned-value';

/** A forecast further than this past the deadline is not worth a date: five years. */
export const FORECAST_HORIZON_DAYS = 1826;

/**
 * Earned schedule in periods (Lipke 2003): how far along the planned curve the earned value stands.
 * @param plannedValues cumulative planned value at the end of periods 0..N, non-decreasing, in any unit
 * @param earnedValue in the same unit, below the last planned value
 * @returns whole periods C, the interpolated part I (0 ≤ I < 1) and ES = C + I
 */
export function earnedSchedulePeriods(
  plannedValues: readonly number[],
  earnedValue: number,
): { readonly c: number; readonly i: number; readonly es: number } {
  let c = 0;
  while (c + 1 < plannedValues.length && (plannedValues[c + 1] as number) <= earnedValue + TOLERANCE) c += 1;
  const here = plannedValues[c] as number;
  const next = plannedValues[c + 1];
  const i = next === undefined || next - here <= TOLERANCE ? 0 : Math.max(0, (earnedValue - here) / (next - here));
  return { c, i, es: c + i };
}

export interface EarnedScheduleInput {
  /** Distinct deadlines of the group's pairs that count. */
  readonly deadlines: readonly CivilDate[];
  /** The group's verified ratio; null when it has no pair that counts. */
  readonly verified: number | null;
  readonly isComplete: boolean;
  readonly lastVerifiedOn: CivilDate | null;
  readonly w0: CivilDate | null;
  /** PV_0 … PV_N, see `weeklyPlannedValues`. */
  readonly plannedValues: readonly number[];
  readonly asOf: CivilDate;
}

/** Earned schedule, SPI(t) and forecast finish of a group, or the first reason that fits why there is none (DOMAIN §5). */
export function calculateEarnedSchedule(input: EarnedScheduleInput): EarnedSchedule {
  const none = (reason: EarnedScheduleReason, forecastFinish: CivilDate | null = null): EarnedSchedule => ({
    es: null,
    at: null,
    spiT: null,
    forecastFinish,
    reason,
  });
  const { deadlines, verified, w0, asOf } = input;
  const deadline = deadlines[0];
  if (deadlines.length > 1) return none('several_deadlines');
  if (verified === null || w0 === null || deadline === undefined) return none('no_data');
  if (input.isComplete) return none('complete', input.lastVerifiedOn);
  if (asOf <= w0) return none('not_started');
  if (verified <= TOLERANCE) return none('nothing_verified');

  const n = input.plannedValues.length - 1;
  const { es } = earnedSchedulePeriods(input.plannedValues, verified);
  const at = daysBetween(w0, asOf) / 7;
  const spiT = es / at;
  const days = Math.ceil((7 * n) / spiT - TOLERANCE);
  const isInSight = Number.isFinite(days) && days - daysBetween(w0, deadline) <= FORECAST_HORIZON_DAYS;
  return isInSight
    ? { es, at, spiT, forecastFinish: addDays(w0, days), reason: null }
    : { es, at, spiT, forecastFinish: null, reason: 'not_in_sight' };
}
