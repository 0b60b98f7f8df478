import { addDays, daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { plannedCurve, plannedOn } from '@/lib/domain/planned-value';
import type { Pair } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import type { Ledger } from './ledger';
import { openScope, resolveScope, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

export const SERIES_STEPS = ['day', 'week'] as const;
export type SeriesStep = (typeof SERIES_STEPS)[number];

export interface SeriesPoint {
  readonly date: CivilDate;
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
}

export interface SeriesParams extends Omit<ScopeParams, 'asOf'> {
  /** Default: the programme's start. */
  readonly from?: CivilDate | null;
  /** Default: today. */
  readonly to?: CivilDate | null;
  readonly step: SeriesStep;
}

/** More days than this are too many for one answer: ten years. */
const LONGEST_SERIES_DAYS = 3660;

function pointOf(ledger: Ledger, date: CivilDate, includes: (pair: Pair) => boolean): SeriesPoint {
  const { pairs, exempt, planned, claimed, verified } = ledger.ratios(date);
  let weight = 0;
  const sum = { planned: 0, claimed: 0, verified: 0 };
  pairs.forEach((pair, index) => {
    if (exempt[index] === 1 || !includes(pair)) return;
    weight += pair.weight;
    sum.planned += pair.weight * (planned[index] ?? 0);
    sum.claimed += pair.weight * (claimed[index] ?? 0);
    sum.verified += pair.weight * (verified[index] ?? 0);
  });
  if (weight === 0) return { date, planned: null, claimed: null, verified: null };
  return { date, planned: sum.planned / weight, claimed: sum.claimed / weight, verified: sum.verified / weight };
}

/** The days of a series: every `step` from the first on, and always the last day itself. */
function daysOf(from: CivilDate, to: CivilDate, step: SeriesStep): CivilDate[] {
  const stride = step === 'week' ? 7 : 1;
  const days: CivilDate[] = [];
  for (let day = from; day < to; day = addDays(day, stride)) days.push(day);
  return [...days, to];
}

/** Planned, claimed and verified of a scope on each day, every day as it was known then. */
export function seriesOf(scope: Scope, from: CivilDate, to: CivilDate, step: SeriesStep): SeriesPoint[] {
  return scope.ledger.view(to, `series ${from} ${step} ${scope.key}`, () =>
    daysOf(from, to, step).map((day) => pointOf(scope.ledger, day, scope.includes)),
  );
}

/**
 * The curve of a group between two days.
 * @throws AppError `as_of_out_of_range` for days outside programme start..today, `invalid_input` when `from` is after `to`
 */
export function getSeries(ctx: ServiceContext, params: SeriesParams): SeriesPoint[] {
  const scope = resolveScope(ctx, { programme: params.programme, filter: params.filter, asOf: params.to });
  const to = scope.asOf;
  const from = params.from ?? scope.programme.startOn;
  if (from > to) throw new AppError('invalid_input', { field: 'from', value: from });
  if (daysBetween(from, to) > LONGEST_SERIES_DAYS) throw new AppError('invalid_input', { field: 'from', value: from });
  openScope(ctx, { programme: scope.programme.code, asOf: from });
  return seriesOf(scope, from, to, params.step);
}

/** The planned curve after the as-of day, with the milestones as of that day: one point at each step up to the last due date. */
export function plannedAhead(scope: Scope): { readonly date: CivilDate; readonly planned: number }[] {
  const curve = plannedCurve(scope.figures);
  return curve.filter(({ on }) => on > scope.asOf).map(({ on }) => ({ date: on, planned: plannedOn(curve, on) }));
}
