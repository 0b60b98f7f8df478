import type { ProgressAddress } from '@/components/dashboard/links';
import type { ScopeBarProps } from '@/components/dashboard/scope-bar';
import { editionDays } from '@/lib/services/edition-days';
import type { Scope } from '@/lib/services/scope';
import type { ServiceContext } from '@/lib/services/service-context';

/** What the address of a page about a scope says: the day unless it is today, and the filters in force. */
export function scopeAddress(scope: Scope, programme: string | null) {
  const { filter } = scope;
  return {
    asOf: scope.asOf === scope.today ? null : scope.asOf,
    programme,
    deadline: filter.deadlineOn ?? null,
    track: filter.trackCode ?? null,
    category: filter.category ?? null,
    district: filter.districtCode ?? null,
  };
}

/** The bar of day and filters over a page of its own about a scope. Every deadline at once stands as `all` in its address. */
export function scopeBarProps(
  ctx: ServiceContext,
  scope: Scope,
  path: string,
  address: ProgressAddress,
): ScopeBarProps {
  return {
    path,
    asOf: scope.asOf,
    today: scope.today,
    startOn: scope.programme.startOn,
    editions: editionDays(ctx, scope.programme.id),
    deadlines: [...new Set(scope.tracks.map(({ deadlineOn }) => deadlineOn))].sort(),
    tracks: scope.tracks,
    districts: scope.reference.areas.filter(({ kind }) => kind === 'district'),
    programmes: scope.reference.programmes,
    programme: scope.programme.code,
    address: { ...address, deadline: address.deadline ?? 'all' },
    deadlineOn: scope.filter.deadlineOn ?? null,
  };
}
