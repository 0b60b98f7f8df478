import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { events, evidence, uploads } from '../schema/events';
import { evidenceExamples } from '../schema/evidence-examples';

export type ExampleMark = typeof evidenceExamples.$inferSelect;

export function insertExampleMark(db: Executor, row: Omit<typeof evidenceExamples.$inferInsert, 'id'>): number {
  return Number(db.insert(evidenceExamples).values(row).run().lastInsertRowid);
}

/** The newest mark of each of some pieces of evidence. */
export function listNewestMarks(db: Executor, evidenceIds: readonly number[]): Map<number, ExampleMark> {
  if (evidenceIds.length === 0) return new Map();
  const rows = db
    .select()
    .from(evidenceExamples)
    .where(inArray(evidenceExamples.evidenceId, [...evidenceIds]))
    .orderBy(evidenceExamples.id)
    .all();
  return new Map(rows.map((row) => [row.evidenceId, row]));
}

const isNewestMark = sql`${evidenceExamples.id} = (select max(m.id) from evidence_examples m where m.evidence_id = ${evidenceExamples.evidenceId})`;

/** Ordinary evidence that is marked as an example now, newest mark first; of one piece or of some milestones if given. */
export function listMarkedEvidence(
  db: Executor,
  of: { readonly evidenceId?: number; readonly milestoneIds?: readonly number[] } = {},
) {
  return db
    .select({
      mark: evidenceExamples,
      evidence,
      upload: uploads,
      bodyId: events.bodyId,
      milestoneId: events.milestoneId,
    })
    .from(evidenceExamples)
    .innerJoin(evidence, eq(evidence.id, evidenceExamples.evidenceId))
    .innerJoin(events, eq(events.id, evidence.eventId))
    .leftJoin(uploads, eq(uploads.id, evidence.uploadId))
    .where(
      and(
        eq(evidenceExamples.isExample, true),
        isNewestMark,
        eq(evidence.classification, 'ordinary'),
        isNotNull(events.milestoneId),
        of.evidenceId === undefined ? undefined : eq(evidenceExamples.evidenceId, of.evidenceId),
        of.milestoneIds === undefined ? undefined : inArray(events.milestoneId, [...of.milestoneIds]),
      ),
    )
    .orderBy(desc(evidenceExamples.id))
    .all();
}
