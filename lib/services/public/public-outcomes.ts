import type { Db } from '@/db/client';
import { listReadingsAsOf } from '@/db/queries/indicators';
import { listSurveyMonthsAsOf, type SurveyMonthRow, type SurveySum } from '@/db/queries/surveys';
import { addDays } from '@/lib/calendar/civil-date';
import { lastDayOf, type JalaliMonth } from '@/lib/calendar/jalali-month';
import { SURVEY_MEASURES, type PublicRow, type SurveyMeasure } from '@/lib/domain/public-data';
import { openAnswers, openReadings, type OutcomeFrame } from '@/lib/domain/public-outcomes';
import type { Body } from '@/lib/domain/reference';
import { SURVEY_MEASURE_TITLES, SURVEY_UNITS } from '@/lib/messages/public-data';
import { indicatorsOn, monthsOn } from '../indicator-readings';
import type { Scope } from '../scope';

type OutcomeRow = PublicRow<'outcomes'>;

/** The survey of a month is counted once, this many days after the month: an answer that came later would show in the difference. */
const SURVEY_SETTLES_AFTER_DAYS = 10;

/** Outcomes of the months that are over, of some bodies and of all of these together. */
export function publicOutcomes(db: Db, { asOf, programme }: Scope, bodies: readonly Body[]): OutcomeRow[] {
  const months = monthsOn(programme, asOf).filter((month) => lastDayOf(month) <= asOf);
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const codes = new Map(bodies.map(({ id, code }) => [id, code]));
  const ofBodies = <T extends { readonly bodyId: number }>(rows: readonly T[]) =>
    rows.flatMap((row) => {
      const bodyCode = codes.get(row.bodyId);
      return bodyCode === undefined ? [] : [{ ...row, bodyCode }];
    });
  const readings = ofBodies(listReadingsAsOf(db, asOf, { from: first, to: last }));
  const ofIndicators = indicatorsOn(db, asOf).flatMap(({ code, title, unit, direction }) =>
    months.flatMap((month) =>
      openReadings(
        { origin: 'reading', measure: code, title, unit, direction, month },
        code,
        readings.filter((reading) => reading.indicatorCode === code && reading.month === month),
      ),
    ),
  );
  const ofSurvey = months.flatMap((month) => {
    const settledOn = addDays(lastDayOf(month), SURVEY_SETTLES_AFTER_DAYS);
    if (settledOn > asOf) return [];
    const rows = ofBodies(listSurveyMonthsAsOf(db, settledOn, { from: month, to: month }));
    return SURVEY_MEASURES.flatMap((measure) =>
      openAnswers(
        surveyFrame(measure, month),
        rows.map((row) => ({ bodyCode: row.bodyCode, ...FIELDS[measure](row) })),
        measure === 'go_between' ? 100 : 1,
      ),
    );
  });
  return [...ofIndicators, ...ofSurvey];
}

const FIELDS: Readonly<Record<SurveyMeasure, (row: SurveyMonthRow) => SurveySum>> = {
  satisfaction: (row) => row.satisfaction,
  ease: (row) => row.ease,
  transparency: (row) => row.transparency,
  integrity: (row) => row.integrity,
  go_between: (row) => row.goBetween,
};

function surveyFrame(measure: SurveyMeasure, month: JalaliMonth): OutcomeFrame {
  const isShare = measure === 'go_between';
  return {
    origin: 'survey',
    measure,
    title: SURVEY_MEASURE_TITLES[measure],
    unit: isShare ? SURVEY_UNITS.percent : SURVEY_UNITS.score,
    direction: isShare ? 'lower_is_better' : 'higher_is_better',
    month,
  };
}
