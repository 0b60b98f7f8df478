import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/format/dates';
import { AUDIT, BACKUP } from '@/lib/messages/admin';

export interface BackupRun {
  readonly id: number;
  readonly recordedAt: string;
  readonly actorName: string;
  readonly subjectKey: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);

/** Backups that were made, from the audit log: where the files went nobody here knows. */
export function BackupRuns({ runs }: { runs: readonly BackupRun[] }) {
  return (
    <Table caption={BACKUP.runsCaption}>
      <thead>
        <tr>
          <th scope="col">{AUDIT.when}</th>
          <th scope="col">{BACKUP.file}</th>
          <th scope="col">{AUDIT.actor}</th>
          <th scope="col" className="n">
            {BACKUP.content}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, recordedAt, actorName, subjectKey, details }) => {
          const missing = numberOf(details['missingEvidence']);
          return (
            <tr key={id}>
              <td>{formatDateTime(recordedAt)}</td>
              <td className="break">
                <bdi className="ltr">{subjectKey}</bdi>
              </td>
              <td>
                <bdi className="ltr">{actorName}</bdi>
              </td>
              <td className="n">
                {BACKUP.contentOf(numberOf(details['members']))}
                {missing > 0 && <small className="t-late">{BACKUP.missing(missing)}</small>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
