import type { Db } from '@/db/client';
import { listReadingsAsOf, type IndicatorReadingRow } from '@/db/queries/indicators';
import { listSurveyMonthsAsOf, type SurveyMonthRow, type SurveySum } from '@/db/queries/surveys';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { lastDayOf, type JalaliMonth } from '@/lib/calendar/jalali-month';
import { meanOf } from '@/lib/domain/indicators';
import {
  FEWEST_ANSWERS,
  SURVEY_MEASURES,
  withheldReading,
  type PublicRow,
  type SurveyMeasure,
} from '@/lib/domain/public-data';
import type { Body } from '@/lib/domain/reference';
import { SURVEY_MEASURE_TITLES, SURVEY_UNITS } from '@/lib/messages/public-data';
import { indicatorsOn, monthsOn, type Indicator } from '../indicator-readings';
import type { Scope } from '../scope';

type OutcomeRow = PublicRow<'outcomes'>;

/** The survey of a month is counted once, this many days after the month: an answer that came later would show in the difference. */
const SURVEY_SETTLES_AFTER_DAYS = 10;

/**
 * Outcomes of the months that are over, by body and for all bodies together. The sum for all is made of what is published of single
 * bodies and of nothing else: otherwise what is withheld could be worked out from it.
 */
export function publicOutcomes(db: Db, { asOf, programme }: Scope, bodies: readonly Body[]): OutcomeRow[] {
  const months = monthsOn(programme, asOf).filter((month) => lastDayOf(month) <= asOf);
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const codes = new Map(bodies.map(({ id, code }) => [id, code]));
  const readings = listReadingsAsOf(db, asOf, { from: first, to: last }).filter(({ bodyId }) => codes.has(bodyId));
  return [
    ...indicatorsOn(db, asOf).flatMap((indicator) =>
      months.flatMap((month) => readingRows(indicator, month, readings, codes)),
    ),
    ...months.flatMap((month) => surveyRows(db, month, asOf, codes)),
  ];
}

function readingRows(
  indicator: Indicator,
  month: JalaliMonth,
  readings: readonly IndicatorReadingRow[],
  codes: ReadonlyMap<number, string>,
): OutcomeRow[] {
  const { code, title, unit, direction } = indicator;
  const own = readings.filter((reading) => reading.indicatorCode === code && reading.month === month);
  const frame = { origin: 'reading', measure: code, title, unit, direction, month } as const;
  const open = own.filter(({ denominator }) => withheldReading(code, denominator) === null);
  const mean = meanOf(code, open);
  return [
    ...own.map((reading) => {
      const withheld = withheldReading(code, reading.denominator);
      return {
        ...frame,
        body_code: codes.get(reading.bodyId) ?? null,
        value: withheld === null ? reading.value : null,
        count: withheld === null ? reading.denominator : null,
        bodies: 1,
        withheld,
      };
    }),
    ...(mean === null ? [] : [{ ...frame, body_code: null, value: mean.value, count: countOf(open), ...ofAll(mean) }]),
  ];
}

const ofAll = ({ bodies }: { readonly bodies: number }) => ({ bodies, withheld: null });

/** Cases of all readings together; null where one of them has no count. */
function countOf(readings: readonly IndicatorReadingRow[]): number | null {
  return readings.reduce<number | null>(
    (sum, { denominator }) => (sum === null || denominator === null ? null : sum + denominator),
    0,
  );
}

const FIELDS: Readonly<Record<SurveyMeasure, (row: SurveyMonthRow) => SurveySum>> = {
  satisfaction: (row) => row.satisfaction,
  ease: (row) => row.ease,
  transparency: (row) => row.transparency,
  integrity: (row) => row.integrity,
  go_between: (row) => row.goBetween,
};

function surveyRows(
  db: Db,
  month: JalaliMonth,
  asOf: CivilDate,
  codes: ReadonlyMap<number, string>,
): OutcomeRow[] {
  const settledOn = addDays(lastDayOf(month), SURVEY_SETTLES_AFTER_DAYS);
  if (settledOn > asOf) return [];
  const rows = listSurveyMonthsAsOf(db, settledOn, { from: month, to: month }).filter(({ bodyId }) => codes.has(bodyId));
  return SURVEY_MEASURES.flatMap((measure) => {
    const isShare = measure === 'go_between';
    const frame = {
      origin: 'survey',
      measure,
      title: SURVEY_MEASURE_TITLES[measure],
      unit: isShare ? SURVEY_UNITS.percent : SURVEY_UNITS.score,
      direction: isShare ? 'lower_is_better' : 'higher_is_better',
      month,
    };
    const valueOf = ({ sum, count }: SurveySum) => (sum / count) * (isShare ? 100 : 1);
    const own = rows.map((row) => ({ body_code: codes.get(row.bodyId) ?? null, answers: FIELDS[measure](row) }));
    const open = own.filter(({ answers }) => answers.count >= FEWEST_ANSWERS);
    const all = {
      sum: open.reduce((total, { answers }) => total + answers.sum, 0),
      count: open.reduce((total, { answers }) => total + answers.count, 0),
    };
    return [
      ...own.map(({ body_code, answers }): OutcomeRow => {
        const isOpen = answers.count >= FEWEST_ANSWERS;
        return {
          ...frame,
          body_code,
          value: isOpen ? valueOf(answers) : null,
          count: isOpen ? answers.count : null,
          bodies: 1,
          withheld: isOpen ? null : 'few',
        };
      }),
      ...(open.length === 0
        ? []
        : [{ ...frame, body_code: null, value: valueOf(all), count: all.count, ...ofAll({ bodies: open.length }) }]),
    ];
  });
}
