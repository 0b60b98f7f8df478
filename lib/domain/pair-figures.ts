import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { lastFridayOnOrBefore } from '@/lib/calendar/weeks';
import type { MilestoneOnDay, PairFigures } from './figures';
import type { MilestoneState } from './milestone-state';
import type { Milestone, Pair, Thresholds } from './reference';
import { pairStatus } from './status';
import { effectiveDueOn } from './transitions';

/** Days over which the recent pace is averaged: four weeks. */
export const RECENT_PACE_DAYS = 28;
export const RECENT_PACE_WEEKS = 4;

/** First and last day of the recent-pace window: the 28 days that end on, and include, the last Friday on or before `asOf`. */
export function recentPaceWindow(asOf: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } {
  const to = lastFridayOnOrBefore(asOf);
  return { from: addDays(to, 1 - RECENT_PACE_DAYS), to };
}

/**
 * Figures of one body in one track as of a day (DOMAIN §5). Exempt milestones are out of both sums, so weights are renormalised
 * over what is left; a wholly exempt pair has ratios of 0 that no group counts.
 * Planned uses baseline dues (due on or before `asOf`), never extensions.
 */
export function calculatePairFigures(
  pair: Pair,
  stateOf: (milestone: Milestone) => MilestoneState,
  asOf: CivilDate,
  thresholds: Thresholds,
  window = recentPaceWindow(asOf),
): PairFigures {
  const milestones: MilestoneOnDay[] = [];
  let total = 0;
  let planned = 0;
  let claimed = 0;
  let verified = 0;
  let unverifiedCount = 0;
  let recentlyVerifiedCount = 0;
  let lastVerifiedOn: CivilDate | null = null;
  for (const milestone of pair.milestones) {
    const state = stateOf(milestone);
    milestones.push({ milestone, state, effectiveDueOn: effectiveDueOn(state, milestone.baselineDueOn) });
    if (state.state === 'exempt') continue;
    const weight = milestone.weightPoints;
    total += weight;
    if (milestone.baselineDueOn <= asOf) planned += weight;
    if (state.state === 'verified') {
      verified += weight;
      claimed += weight;
      const on = state.verifiedOn;
      if (on !== null) {
        if (lastVerifiedOn === null || on > lastVerifiedOn) lastVerifiedOn = on;
        if (window.from <= on && on <= window.to) recentlyVerifiedCount += 1;
      }
    } else {
      unverifiedCount += 1;
      if (state.state === 'claimed') claimed += weight;
    }
  }
  const share = (points: number) => (total === 0 ? 0 : points === total ? 1 : points / total);
  return {
    pair,
    isExempt: total === 0,
    plannedRatio: share(planned),
    claimedRatio: share(claimed),
    verifiedRatio: share(verified),
    status: pairStatus(milestones, pair.track.deadlineOn, asOf, thresholds),
    unverifiedCount,
    recentlyVerifiedCount,
    lastVerifiedOn,
    milestones,
  };
}

/** A desk is real only when all milestones named for it are verified; null when the pair lacks one of them. */
export function isRealDesk(figures: PairFigures, realDeskMilestones: readonly string[]): boolean | null {
  const own = figures.milestones.filter(({ milestone }) => realDeskMilestones.includes(milestone.code));
  if (realDeskMilestones.length === 0 || own.length < realDeskMilestones.length) return null;
  return own.every(({ state }) => state.state === 'verified');
}
