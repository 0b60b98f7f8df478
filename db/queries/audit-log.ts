import { and, desc, eq, gte, like, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { auditLog } from '../schema/audit-log';
import { decisionOutcomes, decisions } from '../schema/decisions';
import { editions } from '../schema/editions';
import { events } from '../schema/events';

export type AuditRow = typeof auditLog.$inferSelect;
export type NewAuditRow = Omit<typeof auditLog.$inferInsert, 'id'>;

export function insertAuditRow(db: Executor, row: NewAuditRow): void {
  db.insert(auditLog).values(row).run();
}

export interface AuditFilter {
  /** exact action, or a noun with a dot at the end (`user.`) for all its verbs */
  readonly action?: string | undefined;
  readonly actorId?: string | undefined;
  readonly actorName?: string | undefined;
  readonly subjectType?: string | undefined;
  readonly subjectKey?: string | undefined;
  readonly fromOn?: CivilDate | undefined;
  readonly untilOn?: CivilDate | undefined;
  /** only rows older than this id: the next page */
  readonly beforeId?: number | undefined;
}

function conditions(filter: AuditFilter): SQL | undefined {
  return and(
    filter.action === undefined
      ? undefined
      : filter.action.endsWith('.')
        ? like(auditLog.action, `${filter.action}%`)
        : eq(auditLog.action, filter.action),
    filter.actorId === undefined ? undefined : eq(auditLog.actorId, filter.actorId),
    filter.actorName === undefined ? undefined : eq(auditLog.actorName, filter.actorName),
    filter.subjectType === undefined ? undefined : eq(auditLog.subjectType, filter.subjectType),
    filter.subjectKey === undefined ? undefined : eq(auditLog.subjectKey, filter.subjectKey),
    filter.fromOn === undefined ? undefined : gte(auditLog.recordedOn, filter.fromOn),
    filter.untilOn === undefined ? undefined : lte(auditLog.recordedOn, filter.untilOn),
    filter.beforeId === undefined ? undefined : lt(auditLog.id, filter.beforeId),
  );
}

/** Newest first. */
export function listAuditRows(db: Executor, filter: AuditFilter, limit: number): AuditRow[] {
  return db.select().from(auditLog).where(conditions(filter)).orderBy(desc(auditLog.id)).limit(limit).all();
}

export function countAuditRows(db: Executor, filter: AuditFilter): number {
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(auditLog)
    .where(conditions(filter))
    .get();
  return row?.count ?? 0;
}

/** The newest day on which an event, a decision or its outcome was recorded or an edition issued; null while there is none of them. */
export function newestRecordedOn(db: Executor): CivilDate | null {
  const days = [
    db
      .select({ day: newest(events.recordedOn) })
      .from(events)
      .get()?.day,
    db
      .select({ day: newest(editions.issuedOn) })
      .from(editions)
      .get()?.day,
    db
      .select({ day: newest(decisions.recordedOn) })
      .from(decisions)
      .get()?.day,
    db
      .select({ day: newest(decisionOutcomes.recordedOn) })
      .from(decisionOutcomes)
      .get()?.day,
  ];
  return days.reduce<CivilDate | null>(
    (last, day) => (day != null && (last === null || day > last) ? day : last),
    null,
  );
}

const newest = (column: SQLiteColumn) => sql<CivilDate | null>`max(${column})`;
