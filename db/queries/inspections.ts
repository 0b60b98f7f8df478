import { and, asc, eq, inArray, lte, max, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { events, uploads } from '../schema/events';
import { inspectionAnswers, inspectionPhotos, inspections, inspectionScores } from '../schema/inspections';

export type InspectionRow = typeof inspections.$inferSelect;
export type InspectionScoreRow = typeof inspectionScores.$inferSelect;
export type InspectionAnswerRow = typeof inspectionAnswers.$inferSelect;
export type InspectionPhotoRow = typeof inspectionPhotos.$inferSelect & {
  readonly upload: typeof uploads.$inferSelect;
};

/** The visits that count on a day: recorded on or before it, and not corrected by then. In the order of recording. */
export function listInspectionsAsOf(db: Executor, day: CivilDate, bodyId?: number): InspectionRow[] {
  return db
    .select()
    .from(inspections)
    .where(
      and(
        lte(inspections.recordedOn, day),
        bodyId === undefined ? undefined : eq(inspections.bodyId, bodyId),
        sql`not exists (select 1 from inspections c where c.corrects = ${inspections.id} and c.recorded_on <= ${day})`,
      ),
    )
    .orderBy(asc(inspections.id))
    .all();
}

export function findInspection(db: Executor, id: number): InspectionRow | null {
  return db.select().from(inspections).where(eq(inspections.id, id)).get() ?? null;
}

export function findInspectionByKey(db: Executor, key: string): InspectionRow | null {
  return db.select().from(inspections).where(eq(inspections.key, key)).get() ?? null;
}

export function findCorrectionOf(db: Executor, id: number): InspectionRow | null {
  return db.select().from(inspections).where(eq(inspections.corrects, id)).get() ?? null;
}

export function lastInspectionNumber(db: Executor, year: number): number {
  const row = db
    .select({ number: max(inspections.number) })
    .from(inspections)
    .where(eq(inspections.year, year))
    .get();
  return row?.number ?? 0;
}

export function insertInspection(db: Executor, row: Omit<typeof inspections.$inferInsert, 'id'>): number {
  return Number(db.insert(inspections).values(row).run().lastInsertRowid);
}

export function insertInspectionScores(
  db: Executor,
  rows: readonly Omit<typeof inspectionScores.$inferInsert, 'id'>[],
): void {
  db.insert(inspectionScores)
    .values([...rows])
    .run();
}

export function insertInspectionPhoto(db: Executor, row: Omit<typeof inspectionPhotos.$inferInsert, 'id'>): void {
  db.insert(inspectionPhotos).values(row).run();
}

export function insertInspectionAnswer(db: Executor, row: Omit<typeof inspectionAnswers.$inferInsert, 'id'>): void {
  db.insert(inspectionAnswers).values(row).run();
}

export function listScoresOf(db: Executor, inspectionIds: readonly number[]): InspectionScoreRow[] {
  return db
    .select()
    .from(inspectionScores)
    .where(inArray(inspectionScores.inspectionId, [...inspectionIds]))
    .orderBy(asc(inspectionScores.id))
    .all();
}

export function listAnswersOf(db: Executor, inspectionIds: readonly number[], day: CivilDate): InspectionAnswerRow[] {
  return db
    .select()
    .from(inspectionAnswers)
    .where(and(inArray(inspectionAnswers.inspectionId, [...inspectionIds]), lte(inspectionAnswers.recordedOn, day)))
    .orderBy(asc(inspectionAnswers.id))
    .all();
}

export function listPhotosOf(db: Executor, inspectionId: number): InspectionPhotoRow[] {
  return db
    .select()
    .from(inspectionPhotos)
    .innerJoin(uploads, eq(uploads.id, inspectionPhotos.uploadId))
    .where(eq(inspectionPhotos.inspectionId, inspectionId))
    .orderBy(asc(inspectionPhotos.id))
    .all()
    .map((row) => ({ ...row.inspection_photos, upload: row.uploads }));
}

/** Returned and reopened claims of some milestones by body, up to a day. */
export function countReturns(
  db: Executor,
  milestoneIds: readonly number[],
  day: CivilDate,
): ReadonlyMap<number, number> {
  const rows = db
    .select({ bodyId: events.bodyId, count: sql<number>`count(*)` })
    .from(events)
    .where(
      and(
        inArray(events.kind, ['return', 'reopen']),
        inArray(events.milestoneId, [...milestoneIds]),
        lte(events.recordedOn, day),
      ),
    )
    .groupBy(events.bodyId)
    .all();
  return new Map(rows.map(({ bodyId, count }) => [bodyId, count]));
}
