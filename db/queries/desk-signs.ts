import { asc, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { deskSignVersions } from '../schema/desk-checks';

export type DeskSignRow = typeof deskSignVersions.$inferSelect;
export type NewDeskSign = Omit<typeof deskSignVersions.$inferInsert, 'id'>;

/** The newest version of each sign recorded on or before a day, in its order; withdrawn ones are among them. */
export function listDeskSignsAsOf(db: Executor, day: CivilDate): DeskSignRow[] {
  return db
    .select()
    .from(deskSignVersions)
    .where(
      sql`${deskSignVersions.id} = (select max(v.id) from desk_sign_versions v where v.code = ${deskSignVersions.code} and v.recorded_on <= ${day})`,
    )
    .orderBy(asc(deskSignVersions.position), asc(deskSignVersions.id))
    .all();
}

export function insertDeskSign(db: Executor, version: NewDeskSign): void {
  db.insert(deskSignVersions).values(version).run();
}
