import { asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../client';
import { events, evidence, uploads } from '../schema/events';

export type EvidenceRow = typeof evidence.$inferSelect;
export type NewEvidence = Omit<typeof evidence.$inferInsert, 'id'>;
export type UploadRow = typeof uploads.$inferSelect;

export function insertEvidence(db: Executor, row: NewEvidence): number {
  return Number(db.insert(evidence).values(row).run().lastInsertRowid);
}

export function insertUpload(db: Executor, row: UploadRow): void {
  db.insert(uploads).values(row).run();
}

export function findUpload(db: Executor, id: string): UploadRow | null {
  return db.select().from(uploads).where(eq(uploads.id, id)).get() ?? null;
}

export interface EvidenceWithUpload {
  readonly evidence: EvidenceRow;
  readonly upload: UploadRow | null;
}

/** What was attached to some events, in the order in which it was attached. */
export function listEvidence(db: Executor, eventIds: readonly number[]): EvidenceWithUpload[] {
  if (eventIds.length === 0) return [];
  return db
    .select({ evidence, upload: uploads })
    .from(evidence)
    .leftJoin(uploads, eq(uploads.id, evidence.uploadId))
    .where(inArray(evidence.eventId, [...eventIds]))
    .orderBy(asc(evidence.id))
    .all();
}

/** One piece of evidence with the file behind it and the body it belongs to. */
export function findEvidence(db: Executor, id: number): (EvidenceWithUpload & { readonly bodyId: number }) | null {
  return (
    db
      .select({ evidence, upload: uploads, bodyId: events.bodyId })
      .from(evidence)
      .innerJoin(events, eq(events.id, evidence.eventId))
      .leftJoin(uploads, eq(uploads.id, evidence.uploadId))
      .where(eq(evidence.id, id))
      .get() ?? null
  );
}
