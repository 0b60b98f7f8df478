import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { INSPECTIONS, VISIT_PAGE, visitName } from '@/lib/messages/inspections';

export interface WaitingProposal {
  readonly inspectionId: number;
  readonly number: number;
  readonly year: number;
  readonly visitedOn: CivilDate;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly milestoneCode: string;
  /** Of the milestone in its track. */
  readonly position: number;
  readonly milestoneTitle: string;
  /** Poor items that name the milestone. */
  readonly items: readonly string[];
}

const hrefOf = ({ inspectionId, milestoneCode }: WaitingProposal) =>
  `/inspections/${inspectionId}#answer-${milestoneCode}`;

/** Milestones that failed visits contradict, each with the way to its decision. */
export function WaitingProposals({ rows, mayDecide }: { rows: readonly WaitingProposal[]; mayDecide: boolean }) {
  return (
    <Table caption={INSPECTIONS.waiting} className="visit-table visit-cards">
      <thead>
        <tr>
          <th scope="col">{INSPECTIONS.body}</th>
          <th scope="col">{INSPECTIONS.step}</th>
          <th scope="col">{INSPECTIONS.visitedOn}</th>
          <th scope="col" className="no-print">
            <span className="vh">{INSPECTIONS.decide}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.inspectionId} ${row.milestoneCode}`}>
            <th scope="row">
              <a href={`/bodies/${encodeURIComponent(row.bodyCode)}`}>{row.bodyName}</a>
            </th>
            <td className="visit-step">
              <a href={hrefOf(row)}>{INSPECTIONS.waitingStep(row.position, row.milestoneTitle)}</a>
              <small>{row.items.length > 0 ? INSPECTIONS.poorItems(row.items) : VISIT_PAGE.isCertified}</small>
            </td>
            <td className="num nowrap">
              {formatDate(row.visitedOn)}
              <small>{visitName(row.number, row.year)}</small>
            </td>
            <td className="no-print">
              <a className="btn sm" href={hrefOf(row)}>
                {mayDecide ? INSPECTIONS.decide : INSPECTIONS.seeVisit}
                <span className="vh">
                  {' '}
                  {row.bodyName}، {row.milestoneTitle}
                </span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
