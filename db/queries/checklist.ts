import { asc, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { checklistItemVersions } from '../schema/inspections';

export type ChecklistItemRow = typeof checklistItemVersions.$inferSelect;
export type NewChecklistItem = Omit<typeof checklistItemVersions.$inferInsert, 'id'>;

/** The newest version of each item of the checklist recorded on or before a day, in its order; withdrawn ones are among them. */
export function listChecklistAsOf(db: Executor, day: CivilDate): ChecklistItemRow[] {
  return db
    .select()
    .from(checklistItemVersions)
    .where(
      sql`${checklistItemVersions.id} = (select max(v.id) from checklist_item_versions v where v.code = ${checklistItemVersions.code} and v.recorded_on <= ${day})`,
    )
    .orderBy(asc(checklistItemVersions.position), asc(checklistItemVersions.id))
    .all();
}

export function insertChecklistItem(db: Executor, version: NewChecklistItem): void {
  db.insert(checklistItemVersions).values(version).run();
}
