import { maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import type { Scope } from './scope';
import { plannedAhead, seriesOf, type SeriesPoint } from './series';

export interface BodyCurve {
  readonly points: readonly SeriesPoint[];
  readonly start: CivilDate;
  readonly end: CivilDate;
}

/**
 * Verified and claimed of one body against its plan, a point a week from the programme's start, then the plan ahead. Null for a body in
 * no track. The weeks begin on one day for all bodies, so that their days' ratios are computed once.
 */
export function bodyCurveOf(scope: Scope): BodyCurve | null {
  if (scope.figures.every(({ isExempt }) => isExempt)) return null;
  const start = scope.programme.startOn;
  const known = seriesOf(scope, start, scope.asOf, 'week');
  const ahead = plannedAhead(scope).map((point) => ({ ...point, claimed: null, verified: null }));
  const end = maxDate(scope.asOf, ahead.at(-1)?.date ?? scope.asOf);
  return { points: [...known, ...ahead], start, end };
}
