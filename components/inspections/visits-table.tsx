import { SortedHeader, Table, type Sorting } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { INSPECTIONS, visitName } from '@/lib/messages/inspections';

export interface VisitRow {
  readonly id: number;
  readonly number: number;
  readonly year: number;
  readonly visitedOn: CivilDate;
  readonly isAnnounced: boolean;
  readonly isReal: boolean;
  readonly bodyCode: string;
  readonly bodyName: string;
  /** Kind of body and district. */
  readonly place: string;
  readonly percent: number;
  readonly openProposals: number;
}

type Sort = 'visited' | 'number' | 'body' | 'district' | 'score';

/** Whether the desk was real, as a word with its icon. */
export function VisitVerdict({ isReal, line }: { isReal: boolean; line?: boolean }) {
  return (
    <Tag tone={isReal ? 'complete' : 'late'} icon={isReal ? 'complete' : 'late'} line={line}>
      {isReal ? INSPECTIONS.real : INSPECTIONS.notReal}
    </Tag>
  );
}

/** Visits with their score and verdict. */
export function VisitsTable({
  caption,
  rows,
  sorting,
}: {
  caption: string;
  rows: readonly VisitRow[];
  sorting: Sorting<Sort>;
}) {
  return (
    <Table caption={caption} className="visit-table">
      <thead>
        <tr>
          <SortedHeader sorting={sorting} name="number">
            {INSPECTIONS.number}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="body">
            {INSPECTIONS.body}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="visited">
            {INSPECTIONS.visitedOn}
          </SortedHeader>
          <th scope="col">{INSPECTIONS.kind}</th>
          <SortedHeader sorting={sorting} name="score">
            {INSPECTIONS.score}
          </SortedHeader>
          <th scope="col">{INSPECTIONS.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="num nowrap">
              <a href={`/inspections/${row.id}`}>{visitName(row.number, row.year)}</a>
            </td>
            <th scope="row">
              <a href={`/bodies/${encodeURIComponent(row.bodyCode)}`}>{row.bodyName}</a>
              <small>{row.place}</small>
            </th>
            <td className="num nowrap">{formatDate(row.visitedOn)}</td>
            <td>{row.isAnnounced ? INSPECTIONS.announced : INSPECTIONS.unannounced}</td>
            <td className="n">{INSPECTIONS.percent(row.percent)}</td>
            <td>
              <VisitVerdict isReal={row.isReal} />
              {row.openProposals > 0 && <small>{INSPECTIONS.openProposals(row.openProposals)}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
