import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Db, Executor } from '../client';
import { auditLog } from '../schema/audit-log';
import { events } from '../schema/events';
import { users } from '../schema/users';

/** The newest event by its id; undefined while there is none. */
export function findNewestEvent(db: Executor) {
  return db
    .select({ id: events.id, kind: events.kind, recordedOn: events.recordedOn, recordedAt: events.recordedAt })
    .from(events)
    .orderBy(desc(events.id))
    .limit(1)
    .get();
}

export function countEvents(db: Executor): number {
  return (
    db
      .select({ count: sql<number>`count(*)` })
      .from(events)
      .get()?.count ?? 0
  );
}

/** Whether SQLite finds nothing wrong at a first look: pages and their order, without the content of indexes. */
export function passesQuickCheck(db: Db): boolean {
  return db.$client.prepare('pragma quick_check(1)').pluck().get() === 'ok';
}

/** Names under which somebody stands in the audit log. */
export function listAuditActors(db: Executor): string[] {
  return db
    .selectDistinct({ name: auditLog.actorName })
    .from(auditLog)
    .orderBy(asc(auditLog.actorName))
    .all()
    .map(({ name }) => name);
}

/** Actions that stand in the audit log. */
export function listAuditActions(db: Executor): string[] {
  return db
    .selectDistinct({ action: auditLog.action })
    .from(auditLog)
    .orderBy(asc(auditLog.action))
    .all()
    .map(({ action }) => action);
}

/** The newest audit row of an action; undefined while there is none. */
export function findNewestAuditRow(db: Executor, action: string) {
  return db.select().from(auditLog).where(eq(auditLog.action, action)).orderBy(desc(auditLog.id)).limit(1).get();
}

/** Given names of all users by id, disabled ones too. */
export function listUserNames(db: Executor): Map<string, string> {
  return new Map(
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .all()
      .map(({ id, name }) => [id, name]),
  );
}
