import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { BODY_EDIT } from '@/lib/messages/admin-reference';
import { AuditDetails } from './audit-table';

type Fields = Readonly<Record<string, unknown>>;

export interface VersionRow {
  readonly id: number;
  readonly recordedOn: CivilDate;
  readonly recordedByName: string | null;
  readonly values: Fields;
  /** Null for the first. */
  readonly previous: Fields | null;
}

/** The versions of something, each with what it changed. */
export function VersionsTable({ caption, versions }: { caption: string; versions: readonly VersionRow[] }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{BODY_EDIT.knownFrom}</th>
          <th scope="col">{BODY_EDIT.changes}</th>
          <th scope="col">{BODY_EDIT.by}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ id, recordedOn, recordedByName, values, previous }) => (
          <tr key={id}>
            <td className="nowrap">{formatDate(recordedOn)}</td>
            <td>
              {previous === null ? BODY_EDIT.first : <AuditDetails details={{ before: previous, after: values }} />}
            </td>
            <td>{recordedByName ?? BODY_EDIT.bySystem}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
