import { asksAboutDesk, inputOf, isPointScale } from './indicator-inputs';
import type { ReadingNumbers } from './indicators';
import type { IndicatorDirection } from './vocabulary';

/** Better is at least this many points, on a scale of percent or of 0 to 100. */
export const BETTER_POINTS = 5;
/** Both months must rest on at least this many cases: answers of the survey, or the denominator. */
export const FEWEST_CASES = 20;
/** Differences below this are those of computing, not of the matter. */
const EPSILON = 1e-9;

/**
 * Tracks whose milestones make a desk: in person and electronic. A programme that names its tracks otherwise is judged by all of them.
 */
const DESK_TRACKS: ReadonlySet<string> = new Set(['HD', 'ED']);

/** Of the tracks of a programme those that make a desk. */
export function deskTracks<T extends { readonly code: string }>(tracks: readonly T[]): readonly T[] {
  const own = tracks.filter(({ code }) => DESK_TRACKS.has(code));
  return own.length > 0 ? own : tracks;
}

/** A body in one desk track. */
export interface DeskPair {
  readonly verifiedRatio: number;
  readonly weight: number;
  /** Null where the track has no mark of a real desk. */
  readonly isReal: boolean | null;
}

/** What the paper says of a body's desk. */
export interface DeskProgress {
  /** Verified share over the desk tracks, by weight: 0 to 1. */
  readonly progress: number;
  /** One desk track is verified as a whole, or the desk is called real. */
  readonly isVerified: boolean;
}

/** @returns null for a body that has no desk track */
export function deskProgress(pairs: readonly DeskPair[]): DeskProgress | null {
  const weight = pairs.reduce((sum, pair) => sum + pair.weight, 0);
  if (weight <= 0) return null;
  return {
    progress: pairs.reduce((sum, pair) => sum + pair.verifiedRatio * pair.weight, 0) / weight,
    isVerified: pairs.some(({ verifiedRatio, isReal }) => verifiedRatio >= 1 - EPSILON || isReal === true),
  };
}

/** Whether an indicator counts: it is about serving people, and points of it mean the same at every height. */
export function countsAsDeed(code: string): boolean {
  return asksAboutDesk(code) && isPointScale(inputOf(code));
}

/** Why an indicator of a body cannot be judged, the most telling first. */
export const UNJUDGED_REASONS = ['no_reading', 'no_baseline', 'no_count', 'few_cases'] as const;
export type UnjudgedReason = (typeof UNJUDGED_REASONS)[number];

/** An indicator of a body beside its baseline month. */
export type Outcome =
  | {
      readonly isJudged: true;
      readonly before: number;
      readonly after: number;
      /** In points, positive for the better whichever way the indicator counts. */
      readonly gain: number;
      /** The fewer cases of the two months. */
      readonly cases: number;
    }
  | { readonly isJudged: false; readonly reason: UnjudgedReason };

/**
 * One indicator of one body: the month beside the baseline month. A reduction is measured against the base month in its own formula, so
 * that its baseline is 0 over the same cases and needs no reading of its own.
 */
export function outcomeOf(
  code: string,
  direction: IndicatorDirection,
  before: ReadingNumbers | null,
  after: ReadingNumbers | null,
): Outcome {
  const unjudged = (reason: UnjudgedReason): Outcome => ({ isJudged: false, reason });
  if (after === null) return unjudged('no_reading');
  const isReduction = inputOf(code).kind === 'reduction';
  const base = isReduction ? { denominator: after.denominator, value: 0 } : before;
  if (base === null) return unjudged('no_baseline');
  if (base.denominator === null || after.denominator === null) return unjudged('no_count');
  const cases = Math.min(base.denominator, after.denominator);
  if (cases < FEWEST_CASES) return unjudged('few_cases');
  const change = after.value - base.value;
  const gain = direction === 'higher_is_better' ? change : -change;
  return { isJudged: true, before: base.value, after: after.value, gain: gain === 0 ? 0 : gain, cases };
}

/** What became of a body's outcomes: the mean of the gains of what can be judged, so that one good number does not hide three bad ones. */
export type BodyOutcome =
  | { readonly isJudged: true; readonly gain: number; readonly isBetter: boolean; readonly indicators: number }
  | { readonly isJudged: false; readonly reason: UnjudgedReason };

/** @param outcomes of the indicators that count, in any order; without one there is nothing to judge by */
export function bodyOutcome(outcomes: readonly Outcome[]): BodyOutcome {
  const gains = outcomes.flatMap((outcome) => (outcome.isJudged ? [outcome.gain] : []));
  if (gains.length === 0) {
    // The reason nearest to a judgement: a body that lacks only answers is not told that it has reported nothing.
    const reasons = outcomes.flatMap((outcome) => (outcome.isJudged ? [] : [outcome.reason]));
    return { isJudged: false, reason: UNJUDGED_REASONS.findLast((reason) => reasons.includes(reason)) ?? 'no_reading' };
  }
  const gain = gains.reduce((sum, each) => sum + each, 0) / gains.length;
  return { isJudged: true, gain, isBetter: gain >= BETTER_POINTS - EPSILON, indicators: gains.length };
}

/** Paper beside deed. `paper_only` comes first wherever they are listed. */
export const DEED_GROUPS = ['paper_only', 'verified_better', 'better_only', 'neither', 'unjudged'] as const;
export type DeedGroup = (typeof DEED_GROUPS)[number];

/** The group of a body. */
export function deedGroup(isVerified: boolean, outcome: BodyOutcome): DeedGroup {
  if (!outcome.isJudged) return 'unjudged';
  if (isVerified) return outcome.isBetter ? 'verified_better' : 'paper_only';
  return outcome.isBetter ? 'better_only' : 'neither';
}
