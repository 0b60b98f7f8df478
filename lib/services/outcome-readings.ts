import type { Executor } from '@/db/client';
import { listReadingsAsOf, type IndicatorReadingRow } from '@/db/queries/indicators';
import { listSurveyMonthsAsOf } from '@/db/queries/surveys';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { isFarApart, type ReadingNumbers } from '@/lib/domain/indicators';
import { SURVEY_FIGURES, SURVEY_TARGETS, surveyNumbers } from '@/lib/domain/survey-indicators';

/** What a body itself reported. */
export type ReportedReading = Pick<
  IndicatorReadingRow,
  'numerator' | 'denominator' | 'value' | 'note' | 'recordedOn' | 'recordedByName' | 'onBehalf'
>;

/** What an indicator was for a body in a month: the clients' answers where there are enough, else what the body reported. */
export interface OutcomeReading extends ReadingNumbers {
  readonly source: 'body' | 'survey';
  /** Beside a figure of the survey too, so that nothing reported disappears; null where the body reported nothing. */
  readonly reported: ReportedReading | null;
  /** The body's own value is so far from that of its clients that it has to be asked about. */
  readonly isFar: boolean;
}

export type ByBody = ReadonlyMap<number, OutcomeReading>;

/** Readings by indicator and month, and the figures of the survey that stand beside an indicator. */
export interface Outcomes {
  readonly readings: (code: string, month: JalaliMonth) => ByBody;
  readonly supplements: (code: string, month: JalaliMonth) => ReadonlyMap<number, ReadingNumbers>;
}

const keyOf = (code: string, month: JalaliMonth) => `${code} ${month}`;

function groupInto<T>(groups: Map<string, Map<number, T>>, key: string, bodyId: number, value: T): void {
  const group = groups.get(key) ?? new Map<number, T>();
  groups.set(key, group.set(bodyId, value));
}

/**
 * The readings that count on a day. Those of the survey are worked out here, from the answers known on that day, and are never stored: a late
 * paper that is typed in changes them, and what is asked as of an earlier day stays as it was.
 */
export function outcomesAsOf(
  db: Executor,
  day: CivilDate,
  range: { readonly from: JalaliMonth; readonly to: JalaliMonth; readonly bodyId?: number },
): Outcomes {
  const readings = new Map<string, Map<number, OutcomeReading>>();
  const supplements = new Map<string, Map<number, ReadingNumbers>>();
  for (const row of listReadingsAsOf(db, day, range)) {
    const { numerator, denominator, value } = row;
    const reading: OutcomeReading = { numerator, denominator, value, source: 'body', reported: row, isFar: false };
    groupInto(readings, keyOf(row.indicatorCode, row.month), row.bodyId, reading);
  }
  for (const row of listSurveyMonthsAsOf(db, day, range)) {
    for (const figure of SURVEY_FIGURES) {
      const numbers = surveyNumbers(figure, row[figure]);
      if (numbers === null) continue;
      const { code, as } = SURVEY_TARGETS[figure];
      const key = keyOf(code, row.month);
      if (as === 'supplement') {
        groupInto(supplements, key, row.bodyId, numbers);
        continue;
      }
      const reported = readings.get(key)?.get(row.bodyId)?.reported ?? null;
      const isFar = reported !== null && isFarApart(code, numbers.value, reported.value);
      groupInto(readings, key, row.bodyId, { ...numbers, source: 'survey', reported, isFar });
    }
  }
  return {
    readings: (code, month) => readings.get(keyOf(code, month)) ?? new Map(),
    supplements: (code, month) => supplements.get(keyOf(code, month)) ?? new Map(),
  };
}
