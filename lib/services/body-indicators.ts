import type { Executor } from '@/db/client';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { trendOf, type Trend } from '@/lib/domain/indicators';
import type { Body } from '@/lib/domain/reference';
import { indicatorsOn, monthsOn, type Indicator } from './indicator-readings';
import { outcomesAsOf, type OutcomeReading } from './outcome-readings';
import type { Scope } from './scope';

/** One indicator of one body. */
export interface BodyIndicator {
  readonly indicator: Indicator;
  /** Null: none for that month. */
  readonly reading: OutcomeReading | null;
  readonly baseline: OutcomeReading | null;
  /** Against the baseline month; null where one of the two is missing, and in that month itself. */
  readonly trend: Trend | null;
  /** Every month from the baseline month on, oldest first; null for a month without a reading. */
  readonly months: readonly { readonly month: JalaliMonth; readonly value: number | null }[];
}

export interface BodyIndicators {
  readonly month: JalaliMonth;
  readonly baselineMonth: JalaliMonth;
  /** Indicators with a reading in any month. */
  readonly rows: readonly BodyIndicator[];
}

/**
 * The outcome indicators of a body in the newest month of which it has a reading, as known on the scope's day. The caller has looked whether
 * the body may be read.
 *
 * @returns null where there is no reading at all
 */
export function bodyIndicatorsOf(db: Executor, scope: Scope, body: Pick<Body, 'id'>): BodyIndicators | null {
  const months = monthsOn(scope.programme, scope.asOf);
  const [baselineMonth] = months;
  const last = months.at(-1);
  if (baselineMonth === undefined || last === undefined) return null;
  const { readings } = outcomesAsOf(db, scope.asOf, { from: baselineMonth, to: last, bodyId: body.id });
  const of = (code: string, month: JalaliMonth) => readings(code, month).get(body.id) ?? null;
  const indicators = indicatorsOn(db, scope.asOf);
  const month = months.findLast((each) => indicators.some(({ code }) => of(code, each) !== null));
  if (month === undefined) return null;
  const rows = indicators.map((indicator): BodyIndicator => {
    const [reading, baseline] = [of(indicator.code, month), of(indicator.code, baselineMonth)];
    const isComparable = reading !== null && baseline !== null && month !== baselineMonth;
    return {
      indicator,
      reading,
      baseline,
      trend: isComparable ? trendOf(indicator.direction, baseline.value, reading.value) : null,
      months: months.map((each) => ({ month: each, value: of(indicator.code, each)?.value ?? null })),
    };
  });
  return { month, baselineMonth, rows: rows.filter((row) => row.months.some(({ value }) => value !== null)) };
}
