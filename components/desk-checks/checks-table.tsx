import { Table } from '@/components/ui/table';
import { formatDayMonthYear, formatTime } from '@/lib/format/dates';
import { DESK_TRIGGER_LABELS, DESKS } from '@/lib/messages/desk-checks';
import type { ShownCheck } from './check-view';
import { DeskOutcomeTag } from './desk-look';

export interface ChecksTableProps {
  checks: readonly ShownCheck[];
  shownId: number | null;
  hrefOf: (id: number) => string;
}

/** Every look at a desk, newest first. */
export function ChecksTable({ checks, shownId, hrefOf }: ChecksTableProps) {
  return (
    <Table caption={DESKS.checks} className="desks">
      <thead>
        <tr>
          <th scope="col">{DESKS.day}</th>
          <th scope="col">{DESKS.trigger}</th>
          <th scope="col">{DESKS.result}</th>
          <th scope="col">{DESKS.time}</th>
          <th scope="col">{DESKS.signs}</th>
          <th scope="col" className="no-print">
            <span className="vh">{DESKS.see}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => {
          const day = formatDayMonthYear(check.recordedOn);
          const found = check.findings.filter(({ passage }) => passage !== null).length;
          return (
            <tr key={check.id} className={check.id === shownId ? 'sel' : undefined}>
              <th scope="row">
                {day}
                <small>{formatTime(check.recordedAt)}</small>
              </th>
              <td>
                {DESK_TRIGGER_LABELS[check.trigger]}
                {check.trigger === 'on_demand' && <small>{check.recordedByName}</small>}
              </td>
              <td>
                <DeskOutcomeTag outcome={check.outcome} line />
              </td>
              <td>
                {check.outcome === 'answered' && check.milliseconds !== null ? DESKS.seconds(check.milliseconds) : '–'}
              </td>
              <td>{check.findings.length === 0 ? '–' : DESKS.signsFound(found, check.findings.length)}</td>
              <td className="no-print">
                {check.id === shownId ? (
                  <span className="faint small">{DESKS.shown}</span>
                ) : (
                  <a href={hrefOf(check.id)} aria-label={DESKS.seeOf(`${day} ${formatTime(check.recordedAt)}`)}>
                    {DESKS.see}
                  </a>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
