import type { Executor } from '@/db/client';
import { countAuditRows, insertAuditRow, listAuditRows, type AuditFilter, type AuditRow } from '@/db/queries/audit-log';
import { authorise, type ServiceContext } from './service-context';

export type { AuditFilter, AuditRow } from '@/db/queries/audit-log';

export interface AuditEntry {
  /** noun.verb, such as `milestone.claim` */
  readonly action: string;
  /** noun of what it was done to, such as `body` */
  readonly subjectType: string;
  /** its key as people know it: a code, a user name, a number */
  readonly subjectKey: string;
  /** plain JSON; never a password or a token */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes the audit row of a change. Pass the transaction of the change, so that both stand or fall together. */
export function recordAudit(
  ctx: Pick<ServiceContext, 'actor' | 'isSystem' | 'clock' | 'ipAddress'>,
  tx: Executor,
  entry: AuditEntry,
): void {
  insertAuditRow(tx, {
    recordedAt: ctx.clock.now().toISOString(),
    recordedOn: ctx.clock.today(),
    actorId: ctx.isSystem ? null : ctx.actor.id,
    actorName: ctx.actor.username,
    actorRole: ctx.isSystem ? 'system' : ctx.actor.role,
    byDelegate: ctx.actor.isDelegate,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectKey: entry.subjectKey,
    details: { ...entry.details },
    ipAddress: ctx.ipAddress,
  });
}

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  /** Rows that fit the filter, on all pages from here on. */
  readonly total: number;
  /** Give as `beforeId` for the next page; null on the last one. */
  readonly nextBeforeId: number | null;
}

/** The audit log, newest first, `pageSize` (1..200, default 50) rows at a time. @throws AppError `forbidden` */
export function listAudit(ctx: ServiceContext, filter: AuditFilter = {}, pageSize = 50): AuditPage {
  authorise(ctx, 'audit.read');
  const size = Math.min(Math.max(Math.trunc(pageSize), 1), 200);
  const rows = listAuditRows(ctx.db, filter, size + 1);
  const page = rows.slice(0, size);
  return {
    rows: page,
    total: countAuditRows(ctx.db, filter),
    nextBeforeId: rows.length > size ? (page.at(-1)?.id ?? null) : null,
  };
}
