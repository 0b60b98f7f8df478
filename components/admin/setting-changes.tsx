import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { SETTINGS_PAGE } from '@/lib/messages/admin-settings';
import { auditSubject } from '@/lib/messages/audit-log';
import { AuditDetails } from './audit-table';

export interface SettingChange {
  readonly id: number;
  readonly recordedOn: CivilDate;
  readonly actorName: string;
  readonly subjectKey: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export function SettingChanges({ rows }: { rows: readonly SettingChange[] }) {
  return (
    <Table caption={SETTINGS_PAGE.history}>
      <thead>
        <tr>
          <th scope="col">{SETTINGS_PAGE.when}</th>
          <th scope="col">{SETTINGS_PAGE.what}</th>
          <th scope="col">{SETTINGS_PAGE.change}</th>
          <th scope="col" className="hide-s">
            {SETTINGS_PAGE.who}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, recordedOn, actorName, subjectKey, details }) => (
          <tr key={id}>
            <td>{formatDate(recordedOn)}</td>
            <td>{auditSubject('setting', subjectKey).key}</td>
            <td>
              <AuditDetails details={details} />
            </td>
            <td className="hide-s">
              <bdi className="ltr">{actorName}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
