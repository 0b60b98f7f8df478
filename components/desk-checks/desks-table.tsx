import { SortedHeader, Table, type Sorting } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DeskCheckOutcome } from '@/lib/domain/vocabulary';
import { formatDayMonthYear } from '@/lib/format/dates';
import { DESKS, type DeskState } from '@/lib/messages/desk-checks';
import { DeskLink, DeskOutcomeTag } from './desk-look';

export interface DesksTableRow {
  readonly code: string;
  readonly name: string;
  /** Kind of body and district. */
  readonly place: string;
  readonly url: string | null;
  readonly state: DeskState;
  readonly found: number;
  readonly looked: number;
  readonly check: {
    readonly url: string;
    readonly recordedOn: CivilDate;
    readonly outcome: DeskCheckOutcome;
    readonly milliseconds: number | null;
  } | null;
}

export type DeskColumn = 'name' | 'checked' | 'result' | 'time' | 'signs';

export interface DesksTableProps {
  rows: readonly DesksTableRow[];
  sorting: Sorting<DeskColumn>;
}

/** Bodies with the address of their desk and what the last look found. */
export function DesksTable({ rows, sorting }: DesksTableProps) {
  return (
    <Table caption={DESKS.title} className="desks">
      <thead>
        <tr>
          <SortedHeader sorting={sorting} name="name">
            {DESKS.body}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="result">
            {DESKS.result}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="signs">
            {DESKS.signs}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="time">
            {DESKS.time}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="checked">
            {DESKS.lastCheck}
          </SortedHeader>
          <th scope="col">{DESKS.address}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, place, url, check, state, found, looked }) => (
          <tr key={code}>
            <th scope="row">
              <a href={`/inspections/desks/${encodeURIComponent(code)}`}>{name}</a>
              <small>{place}</small>
            </th>
            <td>{check !== null && <DeskOutcomeTag outcome={check.outcome} line />}</td>
            <td>{looked > 0 && DESKS.signsFound(found, looked)}</td>
            <td>{check?.outcome === 'answered' && check.milliseconds !== null && DESKS.seconds(check.milliseconds)}</td>
            <td>
              {check === null ? (
                <span className="faint">{DESKS.notChecked}</span>
              ) : (
                <>
                  {formatDayMonthYear(check.recordedOn)}
                  {state === 'never' && <small>{DESKS.addressChanged}</small>}
                </>
              )}
            </td>
            <td>{url === null ? <span className="faint">{DESKS.noAddress}</span> : <DeskLink url={url} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
