import { addDays, maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import {
  compareGroups,
  compareStatuses,
  statusFlows,
  type GroupComparison,
  type StatusFlow,
  type StatusMove,
} from '@/lib/domain/comparison';
import type { PairFigures } from '@/lib/domain/figures';
import { findRegressions, type Regression } from '@/lib/domain/regression';
import { AppError } from '@/lib/errors';
import { groupsOf, type Grouping } from './progress';
import { resolveScope, scopeOn, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

/** The day compared with: the one asked for, by default a week before, never before the programme. @throws AppError `invalid_input` */
export function sinceOf(scope: Scope, asked: CivilDate | null | undefined): CivilDate {
  const since = maxDate(asked ?? addDays(scope.asOf, -7), scope.programme.startOn);
  if (since > scope.asOf) throw new AppError('invalid_input', { field: 'since', value: since });
  return since;
}

/** The pairs of a scope as they were on an earlier day, by the reference known then. */
export function earlierFigures(scope: Scope, since: CivilDate): readonly PairFigures[] {
  return scopeOn(scope, since).figures;
}

/** Pairs of a scope whose status differs from an earlier day. */
export function movesOf(scope: Scope, since: CivilDate): StatusMove[] {
  return scope.ledger.view(scope.asOf, `moves ${since} ${scope.key}`, () =>
    compareStatuses(earlierFigures(scope, since), scope.figures),
  );
}

/** Milestones of a scope that stand further back than on an earlier day. */
export function regressionsOf(scope: Scope, since: CivilDate): Regression[] {
  return scope.ledger.view(scope.asOf, `regressions ${since} ${scope.key}`, () =>
    findRegressions(earlierFigures(scope, since), scope.figures),
  );
}

export interface ComparisonParams extends ScopeParams {
  readonly since?: CivilDate | null;
}

/** Two days side by side. */
export interface Comparison {
  readonly scope: Scope;
  readonly since: CivilDate;
  readonly total: GroupComparison | null;
  readonly byTrack: readonly GroupComparison[];
  readonly byCategory: readonly GroupComparison[];
  readonly byDistrict: readonly GroupComparison[];
  readonly flows: readonly StatusFlow[];
  readonly moves: readonly StatusMove[];
  readonly regressions: readonly Regression[];
}

/**
 * The as-of day compared with an earlier one, each as it was known then.
 * @throws AppError as `resolveScope`; `invalid_input` when the earlier day is the later one
 */
export function getComparison(ctx: ServiceContext, params: ComparisonParams): Comparison {
  const scope = resolveScope(ctx, params);
  const since = sinceOf(scope, params.since);
  const before = scopeOn(scope, since);
  const compare = (groupBy: Grouping) => compareGroups(groupsOf(before, groupBy), groupsOf(scope, groupBy));
  return {
    scope,
    since,
    total: compare('total')[0] ?? null,
    byTrack: compare('track'),
    byCategory: compare('category'),
    byDistrict: compare('district'),
    flows: statusFlows(earlierFigures(scope, since), scope.figures),
    moves: movesOf(scope, since),
    regressions: regressionsOf(scope, since),
  };
}
