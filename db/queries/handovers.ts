import { and, desc, eq } from 'drizzle-orm';
import type { Executor } from '../client';
import { auditLog } from '../schema/audit-log';
import type { AuditRow } from './audit-log';

/** Under this name a handover stands in the audit log, at the one who hands over. */
export const HAND_OVER = 'user.hand_over';

export function findHandover(db: Executor, id: number): AuditRow | null {
  return (
    db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.id, id), eq(auditLog.action, HAND_OVER)))
      .get() ?? null
  );
}

/** Handovers by a user, newest first. */
export function listHandoversOf(db: Executor, username: string): AuditRow[] {
  return db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, HAND_OVER), eq(auditLog.subjectKey, username)))
    .orderBy(desc(auditLog.id))
    .all();
}
