import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { USER_SORTS, USER_STATES, type UserSort, type UserState } from '@/lib/services/user-directory';
import { queryValue, type QueryParams } from '@/lib/validation/progress';

/** What the address of the list of users says; words that are not known count for nothing. */
export interface UserListQuery {
  readonly q: string;
  readonly role: Role | null;
  readonly state: UserState | null;
  readonly sort: UserSort;
  readonly descending: boolean;
}

function wordOf<Word extends string>(query: QueryParams, name: string, words: readonly Word[]): Word | null {
  const value = queryValue(query, name);
  return words.find((word) => word === value) ?? null;
}

export function parseUserList(query: QueryParams): UserListQuery {
  return {
    q: queryValue(query, 'q') ?? '',
    role: wordOf(query, 'role', ROLES),
    state: wordOf(query, 'state', USER_STATES),
    sort: wordOf(query, 'sort', USER_SORTS) ?? 'name',
    descending: queryValue(query, 'order') === 'desc',
  };
}

export function userListAddress(query: UserListQuery): string {
  const parts: readonly (readonly [string, string | null])[] = [
    ['q', query.q],
    ['role', query.role],
    ['state', query.state],
    ['sort', query.sort === 'name' ? null : query.sort],
    ['order', query.descending ? 'desc' : null],
  ];
  const text = new URLSearchParams(parts.flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
  return text === '' ? '/admin/users' : `/admin/users?${text}`;
}
