import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate, formatTime } from '@/lib/format/dates';
import { AUDIT } from '@/lib/messages/admin';
import { auditActionLabel, auditDetails, auditRoleLabel, auditSubject, NOTHING } from '@/lib/messages/audit-log';

export interface AuditTableRow {
  readonly id: number;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly byDelegate: boolean;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectKey: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly ipAddress: string | null;
}

/** Details as facts, of a change what was and what is. Long ones wait behind their first words. */
export function AuditDetails({ details }: { details: Readonly<Record<string, unknown>> }) {
  const facts = auditDetails(details);
  if (facts.length === 0) return <span className="faint">–</span>;
  return (
    <ul className="audit-facts">
      {facts.map(({ label, value, before }) => (
        <li key={label}>
          {label !== '' && <span className="muted">{label}: </span>}
          {before === undefined || before === NOTHING ? (
            <bdi>{value}</bdi>
          ) : (
            <>
              {AUDIT.changedFrom} <bdi>{before}</bdi> {AUDIT.changedTo} <bdi className="b">{value}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function AuditTable({
  rows,
  caption,
  hasSubject = true,
}: {
  rows: readonly AuditTableRow[];
  caption: string;
  hasSubject?: boolean;
}) {
  return (
    <Table caption={caption} className="audit-t">
      <thead>
        <tr>
          <th scope="col">{AUDIT.when}</th>
          <th scope="col">{AUDIT.actor}</th>
          <th scope="col">{AUDIT.action}</th>
          {hasSubject && <th scope="col">{AUDIT.subject}</th>}
          <th scope="col">{AUDIT.details}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const subject = auditSubject(row.subjectType, row.subjectKey);
          return (
            <tr key={row.id}>
              <td className="nowrap">
                {formatDate(row.recordedOn)} <span className="faint">{formatTime(row.recordedAt)}</span>
              </td>
              <td>
                <bdi className="ltr">{row.actorName}</bdi>
                <small>
                  {auditRoleLabel(row)}
                  {row.ipAddress !== null && (
                    <span className="hide-s">
                      {' · '}
                      <bdi className="ltr">{row.ipAddress.replace(/^::ffff:/, '')}</bdi>
                    </span>
                  )}
                </small>
              </td>
              <td>{auditActionLabel(row.action)}</td>
              {hasSubject && (
                <td>
                  <span className="muted">{subject.type}</span> <bdi>{subject.key}</bdi>
                </td>
              )}
              <td className="details">
                <AuditDetails details={row.details} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
