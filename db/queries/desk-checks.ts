import { and, count, desc, eq, inArray, isNotNull, lte, max, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { deskAddressVersions, deskChecks } from '../schema/desk-checks';
import { events, evidence } from '../schema/events';
import { milestones } from '../schema/programmes';

export type DeskAddressRow = typeof deskAddressVersions.$inferSelect;
export type DeskCheckRow = typeof deskChecks.$inferSelect;

/** The address of each body as known on a day; bodies whose address was taken away are left out. */
export function listDeskAddressesAsOf(db: Executor, day: CivilDate): DeskAddressRow[] {
  const { id, bodyId } = deskAddressVersions;
  return db
    .select()
    .from(deskAddressVersions)
    .where(
      and(
        isNotNull(deskAddressVersions.url),
        sql`${id} = (select max(v.id) from desk_address_versions v where v.body_id = ${bodyId} and v.recorded_on <= ${day})`,
      ),
    )
    .orderBy(bodyId)
    .all();
}

/** The newest version of a body's address on a day, which may say that it has none. */
export function findDeskAddress(db: Executor, bodyId: number, day: CivilDate): DeskAddressRow | null {
  return (
    db
      .select()
      .from(deskAddressVersions)
      .where(and(eq(deskAddressVersions.bodyId, bodyId), lte(deskAddressVersions.recordedOn, day)))
      .orderBy(desc(deskAddressVersions.id))
      .limit(1)
      .get() ?? null
  );
}

export function insertDeskAddress(db: Executor, row: Omit<DeskAddressRow, 'id'>): void {
  db.insert(deskAddressVersions).values(row).run();
}

/** The newest check of each body up to a day. */
export function listNewestDeskChecks(db: Executor, day: CivilDate): DeskCheckRow[] {
  const newest = db
    .select({ id: max(deskChecks.id) })
    .from(deskChecks)
    .where(lte(deskChecks.recordedOn, day))
    .groupBy(deskChecks.bodyId);
  return db.select().from(deskChecks).where(inArray(deskChecks.id, newest)).all();
}

/** Checks of a body up to a day, newest first, at most `limit`. */
export function listDeskChecksOf(
  db: Executor,
  bodyId: number,
  { day, limit, offset = 0 }: { readonly day: CivilDate; readonly limit: number; readonly offset?: number },
): DeskCheckRow[] {
  return db
    .select()
    .from(deskChecks)
    .where(and(eq(deskChecks.bodyId, bodyId), lte(deskChecks.recordedOn, day)))
    .orderBy(desc(deskChecks.id))
    .limit(limit)
    .offset(offset)
    .all();
}

export function countDeskChecksOf(db: Executor, bodyId: number, day: CivilDate): number {
  const row = db
    .select({ total: count() })
    .from(deskChecks)
    .where(and(eq(deskChecks.bodyId, bodyId), lte(deskChecks.recordedOn, day)))
    .get();
  return row?.total ?? 0;
}

export function insertDeskCheck(db: Executor, row: Omit<DeskCheckRow, 'id'>): number {
  return Number(db.insert(deskChecks).values(row).run().lastInsertRowid);
}

/** Addresses that a body gave as ordinary evidence of some milestones, newest first. */
export function listEvidenceUrls(db: Executor, bodyId: number, milestoneCodes: readonly string[]): string[] {
  const rows = db
    .select({ url: evidence.url })
    .from(evidence)
    .innerJoin(events, eq(events.id, evidence.eventId))
    .innerJoin(milestones, eq(milestones.id, events.milestoneId))
    .where(
      and(
        eq(events.bodyId, bodyId),
        inArray(milestones.code, [...milestoneCodes]),
        isNotNull(evidence.url),
        eq(evidence.classification, 'ordinary'),
      ),
    )
    .orderBy(desc(evidence.id))
    .all();
  return rows.flatMap(({ url }) => (url === null ? [] : [url]));
}

export function findDeskCheck(db: Executor, id: number): DeskCheckRow | null {
  return db.select().from(deskChecks).where(eq(deskChecks.id, id)).get() ?? null;
}
