import { and, desc, eq } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { reportRemarks } from '../schema/editions';

export type RemarkRow = typeof reportRemarks.$inferSelect;

/** What was written for the report of a week, newest first: the first counts. */
export function listRemarkRows(db: Executor, programmeId: number, weekStartOn: CivilDate): RemarkRow[] {
  return db
    .select()
    .from(reportRemarks)
    .where(and(eq(reportRemarks.programmeId, programmeId), eq(reportRemarks.weekStartOn, weekStartOn)))
    .orderBy(desc(reportRemarks.id))
    .all();
}

/** @returns the new row's id */
export function insertRemark(db: Executor, row: Omit<typeof reportRemarks.$inferInsert, 'id'>): number {
  return Number(db.insert(reportRemarks).values(row).run().lastInsertRowid);
}
