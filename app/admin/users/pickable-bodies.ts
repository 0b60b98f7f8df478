import type { PickableBody } from '@/components/admin/body-picker';
import { existsOn } from '@/lib/domain/reference';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { listAdminBodies } from '@/lib/services/admin-reference';
import type { ServiceContext } from '@/lib/services/service-context';

/** Bodies a liaison can be given: those that exist, or will, and those already given. */
export function pickableBodies(ctx: ServiceContext, given: readonly string[] = []): PickableBody[] {
  const today = ctx.clock.today();
  const isOver = (dissolvedOn: string | null) => dissolvedOn !== null && dissolvedOn <= today;
  return listAdminBodies(ctx)
    .rows.filter(
      ({ code, version }) => given.includes(code) || existsOn(version, today) || !isOver(version.dissolvedOn),
    )
    .map(({ code, version, districtName }) => {
      const place = `${BODY_CATEGORY_LABELS[version.category]}، ${districtName}`;
      return { code, name: version.name, place, key: `${version.name} ${place} ${code}` };
    });
}
