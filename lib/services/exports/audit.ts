import { listAuditRows, type AuditFilter } from '@/db/queries/audit-log';
import { formatJalali } from '@/lib/calendar/jalali';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import { AUDIT } from '@/lib/messages/admin';
import { auditActionLabel, auditDetailsText, auditRoleLabel } from '@/lib/messages/audit-log';
import { authorise, type ServiceContext } from '../service-context';
import { toTable } from './table';
import { writeCsv } from './write-table';

/** Rows of one file: what a spreadsheet can hold. */
const MOST_ROWS = 1_000_000;

/** The audit rows that fit a filter as comma-separated text, newest first. @throws AppError `forbidden` */
export function exportAudit(ctx: ServiceContext, filter: AuditFilter): string {
  authorise(ctx, 'audit.read');
  const rows = listAuditRows(ctx.db, filter, MOST_ROWS);
  const clock = (at: string) => toTehranTime(at).time;
  return writeCsv(
    toTable(
      AUDIT.title,
      [
        { heading: AUDIT.number, kind: 'number', value: (row) => row.id },
        { heading: AUDIT.day, kind: 'day', value: (row) => formatJalali(row.recordedOn) },
        { heading: AUDIT.time, kind: 'text', value: (row) => clock(row.recordedAt) },
        { heading: AUDIT.actor, kind: 'text', value: (row) => row.actorName },
        { heading: AUDIT.role, kind: 'text', value: (row) => auditRoleLabel(row) },
        { heading: AUDIT.action, kind: 'text', value: (row) => auditActionLabel(row.action) },
        { heading: AUDIT.actionCode, kind: 'text', value: (row) => row.action },
        { heading: AUDIT.subject, kind: 'text', value: (row) => row.subjectKey },
        { heading: AUDIT.details, kind: 'text', value: (row) => auditDetailsText(row.details) },
        { heading: AUDIT.address, kind: 'text', value: (row) => row.ipAddress },
      ],
      rows,
    ),
  );
}
