import { SortableHeader, Table } from '@/components/ui/table';
import { Tag, type Tone } from '@/components/ui/tag';
import type { IconName } from '@/components/ui/icon-shapes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Role } from '@/lib/domain/vocabulary';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { USERS } from '@/lib/messages/admin';
import { joinWords } from '@/lib/messages/common';
import { ROLE_LABELS } from '@/lib/messages/vocabulary';

type Sort = 'name' | 'username' | 'role' | 'sessions';
type State = keyof typeof USERS.states;

export interface UserRow {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly state: State;
  readonly districtCode: string | null;
  readonly bodyCodes: readonly string[];
  readonly scopeDistrictCodes: readonly string[];
  readonly sessionCount: number;
  readonly delegation: { readonly fromOn: CivilDate; readonly untilOn: CivilDate } | null;
}

const STATE_LOOK: Record<State, { tone: Tone; icon: IconName }> = {
  active: { tone: 'complete', icon: 'check' },
  temporary_password: { tone: 'risk', icon: 'awaiting' },
  locked: { tone: 'late', icon: 'lock' },
  disabled: { tone: 'exempt', icon: 'bar' },
};

export function UserStateTag({ state }: { state: State }) {
  const { tone, icon } = STATE_LOOK[state];
  return (
    <Tag tone={tone} icon={icon}>
      {USERS.states[state]}
    </Tag>
  );
}

/** What an account works on, in words. */
export function scopeText(user: UserRow, districtNames: ReadonlyMap<string, string>): string {
  const nameOf = (code: string) => USERS.district(districtNames.get(code) ?? code);
  if (user.role === 'expert') {
    return user.districtCode === null ? USERS.allBodies : USERS.onlyDistrict(nameOf(user.districtCode));
  }
  if (user.role !== 'liaison') return '';
  const parts = [
    ...user.scopeDistrictCodes.map((code) => USERS.villagesOf(nameOf(code))),
    ...(user.bodyCodes.length > 3 ? [USERS.bodiesOf(user.bodyCodes.length)] : user.bodyCodes),
  ];
  return parts.length === 0 ? USERS.noScope : joinWords(parts);
}

export function userHref(username: string): string {
  return `/admin/users/${encodeURIComponent(username)}`;
}

export function UsersTable({
  users,
  districtNames,
  sort,
  isDescending,
  sortHref,
  today,
}: {
  users: readonly UserRow[];
  districtNames: ReadonlyMap<string, string>;
  sort: Sort;
  isDescending: boolean;
  sortHref: (sort: Sort) => string;
  today: CivilDate;
}) {
  const order = (name: Sort) => (sort === name ? (isDescending ? 'descending' : 'ascending') : undefined);
  return (
    <Table caption={USERS.caption}>
      <thead>
        <tr>
          <SortableHeader href={sortHref('name')} order={order('name')}>
            {USERS.name}
          </SortableHeader>
          <SortableHeader href={sortHref('username')} order={order('username')} className="hide-s">
            {USERS.username}
          </SortableHeader>
          <SortableHeader href={sortHref('role')} order={order('role')}>
            {USERS.role}
          </SortableHeader>
          <th scope="col" className="hide-s">
            {USERS.scope}
          </th>
          <th scope="col">{USERS.state}</th>
          <SortableHeader href={sortHref('sessions')} order={order('sessions')} numeric className="hide-s">
            {USERS.sessions}
          </SortableHeader>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.username}>
            <th scope="row">
              <a href={userHref(user.username)}>{user.name}</a>
            </th>
            <td className="hide-s">
              <bdi className="ltr">{user.username}</bdi>
            </td>
            <td>
              {ROLE_LABELS[user.role]}
              {user.delegation && (
                <small>
                  {user.delegation.fromOn > today
                    ? USERS.actsFrom(formatDayMonth(user.delegation.fromOn), formatDayMonth(user.delegation.untilOn))
                    : USERS.actsUntil(formatDayMonth(user.delegation.untilOn))}
                </small>
              )}
            </td>
            <td className="hide-s">
              <bdi>{scopeText(user, districtNames)}</bdi>
            </td>
            <td>
              <UserStateTag state={user.state} />
            </td>
            <td className="n hide-s">{user.sessionCount === 0 ? '–' : formatInteger(user.sessionCount)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
