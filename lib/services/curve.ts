import { addDays, maxDate, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import type { GroupFigures } from '@/lib/domain/figures';
import type { Scope } from './scope';
import { plannedAhead, seriesOf, type SeriesPoint, type SeriesStep } from './series';

/** The curve of a programme runs a little past the last of deadline, forecast and today; a far forecast leaves the picture. */
const CURVE_MARGIN_DAYS = 14;
const FURTHEST_FORECAST_DAYS = 60;

export interface Curve {
  readonly points: readonly SeriesPoint[];
  readonly asOf: CivilDate;
  readonly deadline: CivilDate | null;
  readonly forecastFinish: CivilDate | null;
  readonly start: CivilDate;
  readonly end: CivilDate;
  /** Days on which the ground of the figures changed. */
  readonly marks: readonly CivilDate[];
}

/** The curve of a scope from its start to a little past the last of deadline, plan and forecast. */
export function curveOf(scope: Scope, figures: GroupFigures, start: CivilDate, step: SeriesStep): Curve {
  const from = minDate(start, scope.asOf);
  const known = seriesOf(scope, from, scope.asOf, step);
  const ahead = plannedAhead(scope).map(({ date, planned }) => ({ date, planned, claimed: null, verified: null }));
  const deadline = figures.deadline;
  const forecast = figures.earnedSchedule.reason === 'complete' ? null : figures.earnedSchedule.forecastFinish;
  const lastPlanned = ahead.at(-1)?.date ?? scope.asOf;
  const base = maxDate(maxDate(deadline ?? lastPlanned, lastPlanned), scope.asOf);
  const end = forecast === null ? base : maxDate(base, minDate(forecast, addDays(base, FURTHEST_FORECAST_DAYS)));
  return {
    points: [...known, ...ahead],
    asOf: scope.asOf,
    deadline,
    forecastFinish: forecast,
    start: from,
    end: addDays(end, CURVE_MARGIN_DAYS),
    marks: scope.ledger.referenceChanges(scope.programme.id, from, scope.asOf).map(({ on }) => on),
  };
}
