import { eq } from 'drizzle-orm';
import type { Executor } from '../client';
import { submissions } from '../schema/submissions';

export function insertSubmission(db: Executor, row: typeof submissions.$inferInsert): void {
  db.insert(submissions).values(row).run();
}

/** The event that a sending became, or null for one that has not been seen. */
export function findSubmittedEventId(db: Executor, digest: string): number | null {
  return db.select().from(submissions).where(eq(submissions.digest, digest)).get()?.eventId ?? null;
}
