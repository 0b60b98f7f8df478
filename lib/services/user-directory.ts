import type { Role } from '@/lib/domain/vocabulary';
import { comparePersian } from '@/lib/text/collation';
import { normaliseForMatch } from '@/lib/text/normalise';
import { listDelegations, type DelegationSummary } from './delegations';
import type { ServiceContext } from './service-context';
import { listUsers, type UserSummary } from './users';

/** What an account is in; the first that fits counts. */
export const USER_STATES = ['disabled', 'locked', 'temporary_password', 'active'] as const;
export type UserState = (typeof USER_STATES)[number];

export const USER_SORTS = ['name', 'username', 'role', 'sessions'] as const;
export type UserSort = (typeof USER_SORTS)[number];

export interface UserListParams {
  readonly q?: string | null;
  readonly role?: Role | null;
  readonly state?: UserState | null;
  readonly sort?: UserSort | null;
  readonly descending?: boolean;
}

export interface UserListRow extends UserSummary {
  readonly state: UserState;
  readonly delegation: DelegationSummary | null;
}

export function userStateOf(user: UserSummary): UserState {
  if (user.isDisabled) return 'disabled';
  if (user.lockedMinutes > 0) return 'locked';
  return user.mustChangePassword ? 'temporary_password' : 'active';
}

const ASCENDING: Record<UserSort, (a: UserListRow, b: UserListRow) => number> = {
  name: (a, b) => comparePersian(a.name, b.name),
  username: (a, b) => comparePersian(a.username, b.username),
  role: (a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : 0),
  sessions: (a, b) => a.sessionCount - b.sessionCount,
};

/** Users that fit a search, which forgives spelling, and filters. @throws AppError `forbidden` */
export function findUsers(
  ctx: ServiceContext,
  params: UserListParams = {},
): { readonly rows: readonly UserListRow[]; readonly total: number } {
  const users = listUsers(ctx);
  const delegations = new Map(listDelegations(ctx).map((delegation) => [delegation.username, delegation]));
  const words = normaliseForMatch(params.q ?? '')
    .split(' ')
    .filter(Boolean);
  const rows = users
    .map((user) => ({ ...user, state: userStateOf(user), delegation: delegations.get(user.username) ?? null }))
    .filter((user) => {
      if (params.role && user.role !== params.role) return false;
      if (params.state && user.state !== params.state) return false;
      const text = [user.name, user.username, user.phone ?? '', ...user.bodyCodes].join(' ');
      const joined = normaliseForMatch(text).replaceAll(' ', '');
      return words.every((word) => joined.includes(word));
    });
  const compare = ASCENDING[params.sort ?? 'name'];
  const direction = params.descending ? -1 : 1;
  return { rows: rows.sort((a, b) => direction * compare(a, b) || ASCENDING.name(a, b)), total: users.length };
}
