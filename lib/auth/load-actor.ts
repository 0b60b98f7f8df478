import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '@/db/client';
import {
  delegationHolds,
  findNewestDelegation,
  findUserById,
  listScopes,
  listVillageBodyIds,
} from '@/db/queries/users';
import type { Actor } from './actor';

function resolveBodyIds(db: Executor, userId: string): Set<number> {
  const bodyIds = new Set<number>();
  for (const scope of listScopes(db, userId)) {
    if (scope.bodyId !== null) bodyIds.add(scope.bodyId);
    if (scope.districtCode !== null) for (const id of listVillageBodyIds(db, scope.districtCode)) bodyIds.add(id);
  }
  return bodyIds;
}

/** The rights of a user on a day, from the database; null for somebody unknown or disabled. */
export function loadActor(db: Executor, userId: string, today: CivilDate): Actor | null {
  const user = findUserById(db, userId);
  if (user === undefined || user.disabledAt !== null) return null;
  const delegation = findNewestDelegation(db, userId);
  const isDelegate = delegationHolds(delegation, today);
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    role: user.role,
    isDelegate,
    delegateUntil: isDelegate ? delegation.untilOn : null,
    districtCode: user.role === 'expert' ? user.districtCode : null,
    bodyIds: user.role === 'liaison' ? resolveBodyIds(db, userId) : new Set(),
    mustChangePassword: user.mustChangePassword,
  };
}
