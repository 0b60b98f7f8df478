import type { SurveyFeed } from './vocabulary';
import { trendOf, type Trend } from './indicators';

/** One item of the clients' survey as it is known on a day. */
export interface SurveyItem {
  readonly code: string;
  readonly axis: string;
  readonly axisTitle: string;
  readonly text: string;
  /** Agreement is bad: its answer counts from the other end. */
  readonly isReversed: boolean;
  readonly feeds: readonly SurveyFeed[];
}

/** From full disagreement to full agreement, as they are stored. */
export const SURVEY_ANSWERS = [1, 2, 3, 4, 5] as const;
export type SurveyAnswer = (typeof SURVEY_ANSWERS)[number];

/** Answers by code of the item; items left empty are absent. */
export type SurveyAnswers = Readonly<Record<string, number>>;

/** What one response says. 0 to 100, the higher the better; null where too little was answered. */
export interface ResponseFigures {
  readonly satisfaction: number | null;
  readonly ease: number | null;
  readonly transparency: number | null;
  readonly integrity: number | null;
  /** Whether the client needed somebody's word or help; null where that was not answered. */
  readonly neededGoBetween: boolean | null;
}

/** Figures of the survey, in the order in which they are shown. */
export const SURVEY_MEASURES = ['satisfaction', 'ease', 'transparency', 'integrity', 'goBetween'] as const;
export type SurveyMeasure = (typeof SURVEY_MEASURES)[number];

/** The share that needed a go-between is in percent, and the lower the better; the others run from 0 to 100, the higher the better. */
export function isLowerBetter(measure: SurveyMeasure): boolean {
  return measure === 'goBetween';
}

/** What a stored sum of a measure is multiplied with, so that its mean runs from 0 to 100. */
export function scaleOf(measure: SurveyMeasure): number {
  return measure === 'goBetween' ? 100 : 1;
}

/** Below this many responses figures say more about single clients than about a desk. */
export const FEW_RESPONSES = 5;

/** Whether figures from so many responses are shown to officials alone, and marked. */
export function hasFewResponses(responses: number): boolean {
  return responses < FEW_RESPONSES;
}

export function isSurveyAnswer(value: number): value is SurveyAnswer {
  return (SURVEY_ANSWERS as readonly number[]).includes(value);
}

/** An answer with its good end up: 5 is always the best. */
export function turned(item: Pick<SurveyItem, 'isReversed'>, answer: number): number {
  return item.isReversed ? 6 - answer : answer;
}

/** A mean of turned answers (1 to 5) on the scale from 0 to 100. */
export function toPercent(mean: number): number {
  return ((mean - 1) / 4) * 100;
}

/** Mean of the answered items from 0 to 100; null where less than `part` in `whole` of the items were answered, or there is none. */
function scoreOf(
  items: readonly SurveyItem[],
  answers: SurveyAnswers,
  { part, whole }: { readonly part: number; readonly whole: number },
): number | null {
  const given = items.flatMap((item) => {
    const answer = answers[item.code];
    return answer === undefined ? [] : [turned(item, answer)];
  });
  if (given.length === 0 || given.length * whole < items.length * part) return null;
  return toPercent(given.reduce((sum, answer) => sum + answer, 0) / given.length);
}

const THREE_QUARTERS = { part: 3, whole: 4 } as const;
const TWO_THIRDS = { part: 2, whole: 3 } as const;

/** From which answer on the client needed a go-between: «I agree». */
const AGREES = 4;

/**
 * The figures of one response, by the items of its day. Satisfaction is the mean of all items, with three quarters of them answered (12 of
 * 16); ease, transparency and integrity that of the items which feed them, with two thirds answered. Reverse-worded items are turned. Who
 * agrees to any item about a go-between needed one. Answers to items that are not of the day count for nothing.
 */
export function figuresOfResponse(items: readonly SurveyItem[], answers: SurveyAnswers): ResponseFigures {
  const feeding = (feed: SurveyFeed) => items.filter(({ feeds }) => feeds.includes(feed));
  const asked = feeding('go_between').flatMap(({ code }) => answers[code] ?? []);
  return {
    satisfaction: scoreOf(items, answers, THREE_QUARTERS),
    ease: scoreOf(feeding('ease'), answers, TWO_THIRDS),
    transparency: scoreOf(feeding('transparency'), answers, TWO_THIRDS),
    integrity: scoreOf(feeding('integrity'), answers, TWO_THIRDS),
    neededGoBetween: asked.length === 0 ? null : asked.some((answer) => answer >= AGREES),
  };
}

/**
 * Whether somebody went down the page with one answer: at least three quarters of the items answered, all with the same word and not the
 * middle one, although some are worded the other way round. Such a response contradicts itself; it is kept and counted, and its number is told.
 */
export function isStraightLined(items: readonly SurveyItem[], answers: SurveyAnswers): boolean {
  const given = items.filter(({ code }) => answers[code] !== undefined);
  if (given.length * THREE_QUARTERS.whole < items.length * THREE_QUARTERS.part) return false;
  const words = new Set(given.map(({ code }) => answers[code]));
  return words.size === 1 && !words.has(3) && new Set(given.map(({ isReversed }) => isReversed)).size === 2;
}

/** How often an answer was given to an item. */
export interface AnswerCount {
  readonly code: string;
  readonly answer: number;
  readonly count: number;
}

/** What all clients said to one item. */
export interface ItemResult {
  readonly item: SurveyItem;
  /** How often each answer was given, from full disagreement on. */
  readonly counts: readonly number[];
  readonly answered: number;
  /** 0 to 100, turned; null where nobody answered. */
  readonly score: number | null;
}

/** Every item with the share of each answer. */
export function resultsOfItems(items: readonly SurveyItem[], rows: readonly AnswerCount[]): ItemResult[] {
  return items.map((item) => {
    const counts = SURVEY_ANSWERS.map((answer) =>
      rows.reduce((sum, row) => (row.code === item.code && row.answer === answer ? sum + row.count : sum), 0),
    );
    const answered = counts.reduce((sum, count) => sum + count, 0);
    const total = counts.reduce((sum, count, index) => sum + count * turned(item, index + 1), 0);
    return { item, counts, answered, score: answered === 0 ? null : toPercent(total / answered) };
  });
}

/** An axis of the questionnaire: the mean of all answers to its items. */
export interface AxisResult {
  readonly axis: string;
  readonly title: string;
  /** 0 to 100; null where nobody answered. */
  readonly score: number | null;
  readonly answers: number;
}

/** The axes in the order of their first item. Every answer weighs the same, so an item that many left empty weighs less. */
export function resultsOfAxes(results: readonly ItemResult[]): AxisResult[] {
  return groupByAxis(results.map(({ item }) => item)).map(({ axis, title, items }) => {
    const own = results.filter(({ item }) => items.includes(item));
    const answers = own.reduce((sum, { answered }) => sum + answered, 0);
    const total = own.reduce((sum, { answered, score }) => sum + answered * (score ?? 0), 0);
    return { axis, title, answers, score: answers === 0 ? null : total / answers };
  });
}

/** Items in their titled groups, as the questionnaire shows them: an axis stands where its first item does. */
export function groupByAxis(
  items: readonly SurveyItem[],
): { readonly axis: string; readonly title: string; readonly items: readonly SurveyItem[] }[] {
  return [...new Set(items.map(({ axis }) => axis))].map((axis) => {
    const own = items.filter((item) => item.axis === axis);
    return { axis, title: own[0]?.axisTitle ?? axis, items: own };
  });
}

/** Sum and number of a figure, so that means can be pooled over bodies. */
export interface SurveySum {
  readonly sum: number;
  readonly count: number;
}

/** A mean over responses, never without their number. */
export interface SurveyMean {
  readonly value: number;
  /** Responses in which the figure could be worked out: 1 or more. */
  readonly responses: number;
}

/** The mean over all responses: a body with many clients weighs by them. Null without a response. */
export function meanOfSums(measure: SurveyMeasure, sums: readonly SurveySum[]): SurveyMean | null {
  const responses = sums.reduce((total, { count }) => total + count, 0);
  const sum = sums.reduce((total, each) => total + each.sum, 0);
  return responses === 0 ? null : { value: (sum / responses) * scaleOf(measure), responses };
}

/** How a month stands beside the baseline month, over the bodies that have responses of both. */
export interface SurveyChange {
  readonly trend: Trend;
  /** In points, positive where the value rose. */
  readonly change: number;
  /** Bodies with responses of both months: 1 or more. */
  readonly bodies: number;
}

/** The change of a measure between two months, by body. Only bodies with both count. Null where none has both. */
export function changeOfSums(
  measure: SurveyMeasure,
  before: ReadonlyMap<number, SurveySum>,
  after: ReadonlyMap<number, SurveySum>,
): SurveyChange | null {
  const common = [...after].flatMap(([id, now]) => {
    const then = before.get(id);
    return then !== undefined && then.count > 0 && now.count > 0 ? [{ then, now }] : [];
  });
  const meanOf = (when: 'then' | 'now') =>
    meanOfSums(
      measure,
      common.map((each) => each[when]),
    );
  const [then, now] = [meanOf('then'), meanOf('now')];
  if (then === null || now === null) return null;
  return {
    trend: trendOf(isLowerBetter(measure) ? 'lower_is_better' : 'higher_is_better', then.value, now.value),
    change: now.value - then.value,
    bodies: common.length,
  };
}
