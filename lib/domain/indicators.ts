import { inputOf, type IndicatorInput } from './indicator-inputs';
import type { IndicatorDirection } from './vocabulary';

/**
 * The numbers of a reading. A pair has numerator and denominator, a direct value has neither; one of the survey has the sum of its answers
 * and their number.
 */
export interface ReadingNumbers {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** In the indicator's unit. */
  readonly value: number;
}

/** What somebody wrote: null for a field that was left empty. */
export interface ReadingEntry {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

/** A field of an entry. */
export type ReadingField = keyof ReadingEntry;

/** What cannot be: the reading is refused at that field. */
export type ReadingRefusal =
  | { readonly reason: 'part_missing'; readonly field: ReadingField }
  | { readonly reason: 'below_zero'; readonly field: ReadingField }
  | { readonly reason: 'denominator_zero'; readonly field: 'denominator' }
  | { readonly reason: 'part_above_whole'; readonly field: 'numerator' }
  | {
      readonly reason: 'out_of_range';
      readonly field: 'value';
      readonly min: number | null;
      readonly max: number | null;
    };

/** What may be so but seldom is: the reporter is asked why. */
export type ReadingQuestion =
  /** changed by more than the indicator's threshold */
  | { readonly reason: 'large_change'; readonly from: number; readonly to: number }
  /** the very numbers of the month before */
  | { readonly reason: 'same_as_before' }
  /** more cases than there were people, or more visits than in the base month */
  | { readonly reason: 'above_denominator' }
  /** far from what clients answered in the survey */
  | { readonly reason: 'far_from_survey'; readonly survey: number; readonly answers: number };

/** Below this denominator the same numbers two months running are nothing to ask about. */
const FEW = 10;
/** Differences below this are those of computing, not of the matter. */
const EPSILON = 1e-9;

/** Whether an indicator is given as numerator and denominator. */
export function takesPair(input: IndicatorInput): boolean {
  return input.kind !== 'direct';
}

/** Whether nothing was written. */
export function isBlank({ numerator, denominator, value }: ReadingEntry): boolean {
  return numerator === null && denominator === null && value === null;
}

/** The value of a pair in the indicator's unit; the denominator is not 0. */
export function valueOfPair(
  input: Exclude<IndicatorInput, { kind: 'direct' }>,
  numerator: number,
  denominator: number,
): number {
  const share = input.kind === 'reduction' ? denominator - numerator : numerator;
  return (share * input.scale) / denominator;
}

/** The numbers of an entry, or everything that makes them impossible. Of a pair the value is calculated, whatever was written for it. */
export function readEntry(
  code: string,
  entry: ReadingEntry,
): { readonly numbers: ReadingNumbers } | { readonly refusals: readonly ReadingRefusal[] } {
  const input = inputOf(code);
  if (input.kind === 'direct') return readDirect(input, entry.value);
  const { numerator, denominator } = entry;
  const refusals: ReadingRefusal[] = [];
  for (const field of ['numerator', 'denominator'] as const) {
    const number = entry[field];
    if (number === null) refusals.push({ reason: 'part_missing', field });
    else if (number < 0) refusals.push({ reason: 'below_zero', field });
  }
  if (denominator === 0) refusals.push({ reason: 'denominator_zero', field: 'denominator' });
  const isPart = input.kind === 'share' && input.isPart;
  if (isPart && refusals.length === 0 && (numerator ?? 0) > (denominator ?? 0)) {
    refusals.push({ reason: 'part_above_whole', field: 'numerator' });
  }
  if (refusals.length > 0 || numerator === null || denominator === null) return { refusals };
  return { numbers: { numerator, denominator, value: valueOfPair(input, numerator, denominator) } };
}

function readDirect({ min, max }: Extract<IndicatorInput, { kind: 'direct' }>, value: number | null) {
  if (value === null) return { refusals: [{ reason: 'part_missing', field: 'value' } as const] };
  if ((min !== null && value < min) || (max !== null && value > max)) {
    return { refusals: [{ reason: 'out_of_range', field: 'value', min, max } as const] };
  }
  return { numbers: { numerator: null, denominator: null, value } };
}

/** What to ask the reporter about a reading, beside that of the month before and what the survey says of this month (null for none). */
export function questionsAbout(
  code: string,
  numbers: ReadingNumbers,
  before: ReadingNumbers | null,
  survey: ReadingNumbers | null = null,
): ReadingQuestion[] {
  const input = inputOf(code);
  const { numerator, denominator, value } = numbers;
  const questions: ReadingQuestion[] = [];
  if (numerator !== null && denominator !== null && numerator > denominator) {
    questions.push({ reason: 'above_denominator' });
  }
  if (survey !== null && isFarApart(code, survey.value, value)) {
    questions.push({ reason: 'far_from_survey', survey: survey.value, answers: survey.denominator ?? 0 });
  }
  if (before === null) return questions;
  if (isLargeChange(input, before.value, value)) {
    questions.push({ reason: 'large_change', from: before.value, to: value });
  }
  if (isSame(numbers, before) && (denominator === null || denominator >= FEW)) {
    questions.push({ reason: 'same_as_before' });
  }
  return questions;
}

/** Whether two values of an indicator are further apart than its threshold of a change worth asking about. */
export function isFarApart(code: string, a: number, b: number): boolean {
  return isLargeChange(inputOf(code), a, b);
}

function isLargeChange({ jump }: IndicatorInput, before: number, after: number): boolean {
  if (jump === null) return false;
  const change = Math.abs(after - before);
  return change > ('points' in jump ? jump.points : Math.abs(before) * jump.part) + EPSILON;
}

/** Whether two readings are of the same numbers. */
export function isSame(a: ReadingNumbers, b: ReadingNumbers): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && a.value === b.value;
}

/** A mean, never without the number of bodies it rests on. */
export interface IndicatorMean {
  /** In the indicator's unit. */
  readonly value: number;
  /** How many bodies have a reading: 1 or more. */
  readonly bodies: number;
}

/**
 * The mean of an indicator over bodies. Where all readings have a numerator and a denominator these are pooled: the share of all cases, in
 * which a body with three requests does not weigh as much as one with three thousand. Direct values have no size, unless all of them come from
 * the survey with their answers; else theirs is the plain mean.
 *
 * @returns null without a reading
 */
export function meanOf(code: string, readings: readonly ReadingNumbers[]): IndicatorMean | null {
  if (readings.length === 0) return null;
  const input = inputOf(code);
  const bodies = readings.length;
  const denominator = sum(readings.map((reading) => reading.denominator ?? 0));
  if (denominator > 0 && readings.every((reading) => reading.denominator !== null)) {
    const numerator = sum(readings.map((reading) => reading.numerator ?? 0));
    const value = input.kind === 'direct' ? numerator / denominator : valueOfPair(input, numerator, denominator);
    return { value, bodies };
  }
  return { value: sum(readings.map(({ value }) => value)) / bodies, bodies };
}

/** Whether a change is for the better. */
export type Trend = 'better' | 'worse' | 'same';

/** What a change means in the indicator's own direction; `same` up to a tenth, which is what screens show. */
export function trendOf(direction: IndicatorDirection, before: number, after: number): Trend {
  const change = after - before;
  if (Math.abs(change) < 0.05 - EPSILON) return 'same';
  return change > 0 === (direction === 'higher_is_better') ? 'better' : 'worse';
}

/** How a month stands beside the baseline month, over the bodies that have a reading of both. */
export interface BaselineChange {
  readonly trend: Trend;
  /** In the indicator's unit, positive where the value rose. */
  readonly change: number;
  /** Bodies with a reading of both months: 1 or more. */
  readonly bodies: number;
}

/**
 * The change between two months. Only bodies with both readings count: else a mean would move because others reported.
 *
 * @returns null where no body has both
 */
export function changeBetween(
  code: string,
  direction: IndicatorDirection,
  before: ReadonlyMap<number, ReadingNumbers>,
  after: ReadonlyMap<number, ReadingNumbers>,
): BaselineChange | null {
  const common = [...after.keys()].filter((id) => before.has(id));
  const of = (readings: ReadonlyMap<number, ReadingNumbers>) =>
    meanOf(
      code,
      common.flatMap((id) => readings.get(id) ?? []),
    );
  const [then, now] = [of(before), of(after)];
  if (then === null || now === null) return null;
  return {
    trend: trendOf(direction, then.value, now.value),
    change: now.value - then.value,
    bodies: common.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
