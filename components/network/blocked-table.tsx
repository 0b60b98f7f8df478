import { SortedHeader, Table, type Sorting } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Turn } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { NETWORK as W } from '@/lib/messages/network';
import { TURN_LABELS } from '@/lib/messages/vocabulary';

export interface BlockedRow {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly ruralDistrict: string;
  readonly district: string;
  readonly step: string;
  readonly sinceOn: CivilDate;
  readonly days: number;
  readonly note: string;
  readonly turn: Turn;
  readonly askedOn: CivilDate | null;
}

export type BlockedColumn = 'place' | 'name' | 'step' | 'since' | 'turn' | 'asked';

/** Bodies whose step waits for telecom coverage. */
export function BlockedTable({ rows, sorting }: { rows: readonly BlockedRow[]; sorting: Sorting<BlockedColumn> }) {
  return (
    <Table caption={W.blocked} className="blocked-t">
      <thead>
        <tr>
          <SortedHeader sorting={sorting} name="name">
            {W.body}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="place">
            {W.ruralDistrict}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="step">
            {W.step}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="since">
            {W.since}
          </SortedHeader>
          <th scope="col" className="n">
            {W.days}
          </th>
          <th scope="col">{W.note}</th>
          <SortedHeader sorting={sorting} name="turn">
            {W.turn}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="asked">
            {W.asked}
          </SortedHeader>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <a href={row.href}>{row.name}</a>
            </th>
            <td>
              {row.ruralDistrict}
              <small>{W.inDistrict(row.district)}</small>
            </td>
            <td>{row.step}</td>
            <td className="nowrap">{formatDate(row.sinceOn)}</td>
            <td className="n">{formatInteger(row.days)}</td>
            <td>{row.note}</td>
            <td>{TURN_LABELS[row.turn]}</td>
            <td className="nowrap">
              {row.askedOn === null ? <span className="faint small">{W.neverAsked}</span> : formatDate(row.askedOn)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
