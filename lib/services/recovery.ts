import { findRecovery, type Recovery } from '@/lib/domain/recovery';
import { groupsOf } from './progress';
import { resolveScope, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

/** What would bring a scope to its deadline, as of its day. */
export function recoveryOf(scope: Scope): Recovery {
  return scope.ledger.view(scope.asOf, `recovery ${scope.key}`, () => {
    const [total] = groupsOf(scope, 'total');
    if (!total) throw new Error('A scope always has a total.');
    return findRecovery(scope.figures, total, scope.asOf);
  });
}

/** The smallest set of bodies whose overdue milestones bring the forecast to the deadline. Throws as `resolveScope`. */
export function getRecovery(ctx: ServiceContext, params: ScopeParams = {}): Recovery {
  return recoveryOf(resolveScope(ctx, params));
}
