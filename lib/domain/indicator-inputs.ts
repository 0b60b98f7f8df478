/**
 * How a reading of an indicator is given, as data beside the vocabulary. Formula, unit and direction of an indicator are reference data
 * and may change; what this table says is the form of the numbers alone. A code that is not here is a direct value without a range.
 */
export type IndicatorInput =
  /** value = numerator ÷ denominator × scale. `isPart`: the numerator counts some of what the denominator counts. */
  | { readonly kind: 'share'; readonly scale: number; readonly isPart: boolean; readonly jump: Jump }
  /** value = (denominator − numerator) ÷ denominator × 100: by how much the denominator has fallen. Negative where it grew. */
  | { readonly kind: 'reduction'; readonly scale: number; readonly jump: Jump }
  /** The value itself, from `min` to `max`; null for no bound. */
  | { readonly kind: 'direct'; readonly min: number | null; readonly max: number | null; readonly jump: Jump | null };

/** A change against the month before beyond which the reporter is asked why: in points of the unit, or as a part of the value before. */
export type Jump = { readonly points: number } | { readonly part: number };

const POINTS: Jump = { points: 20 };
const HALF: Jump = { part: 0.5 };

const PERCENT_OF = { kind: 'share', scale: 100, isPart: true, jump: POINTS } as const;
const SCORE = { kind: 'direct', min: 0, max: 100, jump: POINTS } as const;
const DIRECT: IndicatorInput = { kind: 'direct', min: null, max: null, jump: null };

const INPUTS: Readonly<Record<string, IndicatorInput>> = {
  IN1: { kind: 'direct', min: 0, max: null, jump: HALF },
  IN2: PERCENT_OF,
  IN3: SCORE,
  IN4: SCORE,
  IN5: { kind: 'reduction', scale: 100, jump: POINTS },
  IN6: PERCENT_OF,
  IN7: PERCENT_OF,
  IN8: PERCENT_OF,
  IN9: PERCENT_OF,
  IN10: PERCENT_OF,
  IN11: { kind: 'share', scale: 1000, isPart: false, jump: HALF },
};

/** The form of an indicator's numbers. */
export function inputOf(code: string): IndicatorInput {
  return INPUTS[code] ?? DIRECT;
}

/** What an indicator is about, where a page looks for the one on a subject. */
export type IndicatorSubject = 'electronic_letters' | 'network_coverage';

const SUBJECTS: Readonly<Record<string, IndicatorSubject>> = {
  IN8: 'electronic_letters',
  IN9: 'network_coverage',
};

/** The subject of an indicator; null for most. */
export function subjectOf(code: string): IndicatorSubject | null {
  return SUBJECTS[code] ?? null;
}

/** Indicators of how people are served, which is what a desk is for; network and letters are the outcomes of other tracks. */
const ABOUT_DESK: ReadonlySet<string> = new Set(['IN1', 'IN2', 'IN3', 'IN4', 'IN5', 'IN6', 'IN7', 'IN10', 'IN11']);

/** Whether an indicator tells how people are served. */
export function asksAboutDesk(code: string): boolean {
  return ABOUT_DESK.has(code);
}

/** Whether an indicator is in percent or on a scale of 0 to 100: a point of it is as much at any height. */
export function isPointScale(input: IndicatorInput): boolean {
  return input.kind === 'direct' ? input.min === 0 && input.max === 100 : input.scale === 100;
}
