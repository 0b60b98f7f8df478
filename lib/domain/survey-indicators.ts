import type { ReadingNumbers } from './indicators';

/** Figures that the clients' survey gives for a body and month. */
export const SURVEY_FIGURES = ['satisfaction', 'ease', 'goBetween', 'transparency', 'integrity'] as const;
export type SurveyFigure = (typeof SURVEY_FIGURES)[number];

/** A figure over the responses in which it could be worked out: sum and number, so that means can be pooled. */
export interface SurveyTotal {
  readonly sum: number;
  readonly count: number;
}

/**
 * Which indicator a figure of the survey feeds, as data beside `indicator-inputs`: as the reading itself, or as a supplement that stands
 * beside the value and is never mixed into it.
 */
export const SURVEY_TARGETS: Readonly<
  Record<SurveyFigure, { readonly code: string; readonly as: 'reading' | 'supplement' }>
> = {
  satisfaction: { code: 'IN4', as: 'reading' },
  ease: { code: 'IN3', as: 'reading' },
  goBetween: { code: 'IN10', as: 'reading' },
  transparency: { code: 'IN6', as: 'supplement' },
  integrity: { code: 'IN7', as: 'supplement' },
};

/** With fewer answers a figure says more about who happened to answer than about the body: it is not shown as one. */
export const SURVEY_MINIMUM = 5;

/** What the survey says of an indicator, or null with too few answers. The sum is the numerator, so that bodies are pooled by their answers. */
export function surveyNumbers(figure: SurveyFigure, { sum, count }: SurveyTotal): ReadingNumbers | null {
  if (count < SURVEY_MINIMUM) return null;
  const scale = figure === 'goBetween' ? 100 : 1;
  return { numerator: sum, denominator: count, value: (sum * scale) / count };
}
