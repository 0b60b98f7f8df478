import type { Metadata } from 'next';
import { FilterText, GetFilter } from '@/components/admin/get-filter';
import { FilterSelect } from '@/components/ui/filter-select';
import { UsersTable } from '@/components/admin/users-table';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { ROLES } from '@/lib/domain/vocabulary';
import { USERS } from '@/lib/messages/admin';
import { ROLE_LABELS } from '@/lib/messages/vocabulary';
import { listDistricts } from '@/lib/services/admin-reference';
import { findUsers, USER_STATES } from '@/lib/services/user-directory';
import { getAdminContext } from '../admin-context';
import { parseUserList, userListAddress } from './user-list-query';

export const metadata: Metadata = { title: USERS.title };

export default async function UsersPage({ searchParams }: PageProps<'/admin/users'>) {
  const ctx = await getAdminContext('user.manage');
  const query = parseUserList(await searchParams);
  const { rows, total } = findUsers(ctx, query);
  const isFiltered = query.q !== '' || query.role !== null || query.state !== null;
  return (
    <div className="wrap page admin">
      <div className="head-row">
        <h1>{USERS.title}</h1>
        <LinkButton variant="primary" href="/admin/users/new">
          <Icon name="plus" />
          {USERS.add}
        </LinkButton>
      </div>
      <p className="take">
        {USERS.found(rows.length, total)} {USERS.hint}
      </p>
      <GetFilter action="/admin/users" clear={isFiltered ? { href: '/admin/users', label: USERS.clear } : null}>
        <FilterText name="q" label={USERS.search} value={query.q} isSearch />
        <FilterSelect
          name="role"
          label={USERS.role}
          value={query.role}
          options={ROLES.map((role) => [role, ROLE_LABELS[role]])}
        />
        <FilterSelect
          name="state"
          label={USERS.state}
          value={query.state}
          options={USER_STATES.map((state) => [state, USERS.states[state]])}
        />
      </GetFilter>
      {rows.length === 0 ? (
        <EmptyState title={USERS.none} actions={<LinkButton href="/admin/users">{USERS.clear}</LinkButton>}>
          {USERS.noneHint}
        </EmptyState>
      ) : (
        <UsersTable
          users={rows}
          districtNames={new Map(listDistricts(ctx).map(({ code, name }) => [code, name]))}
          sort={query.sort}
          isDescending={query.descending}
          sortHref={(sort) => userListAddress({ ...query, sort, descending: query.sort === sort && !query.descending })}
          today={ctx.clock.today()}
        />
      )}
    </div>
  );
}
