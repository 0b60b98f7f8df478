import { eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { deskAddressVersions } from '../schema/desk-checks';

/** Web addresses of electronic desks as known on a day, by id of the body; bodies without one are absent. */
export function listDeskAddressesAsOf(db: Executor, day: CivilDate): Map<number, string> {
  const newest = db
    .select({ id: sql<number>`max(${deskAddressVersions.id})`.as('newest_id') })
    .from(deskAddressVersions)
    .where(lte(deskAddressVersions.recordedOn, day))
    .groupBy(deskAddressVersions.bodyId)
    .as('newest');
  const rows = db
    .select({ bodyId: deskAddressVersions.bodyId, url: deskAddressVersions.url })
    .from(deskAddressVersions)
    .innerJoin(newest, eq(newest.id, deskAddressVersions.id))
    .where(isNotNull(deskAddressVersions.url))
    .all();
  return new Map(rows.flatMap(({ bodyId, url }) => (url === null ? [] : [[bodyId, url]])));
}
