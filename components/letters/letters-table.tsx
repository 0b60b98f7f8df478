import { SortedHeader, Table, type Sorting } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { formatDigits, formatInteger } from '@/lib/format/numbers';
import { letterName, LETTERS } from '@/lib/messages/letters';

export interface LettersTableRow {
  readonly id: number;
  readonly year: number;
  readonly number: number;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly districtName: string;
  readonly steps: number;
  readonly answerBy: CivilDate;
  readonly issuedOn: CivilDate;
  readonly registration: { readonly registryNumber: string } | null;
  readonly reported: { readonly recordedOn: CivilDate } | null;
}

type Sort = 'number' | 'body' | 'district' | 'issued' | 'answer' | 'reported';

export interface LettersTableProps {
  rows: readonly LettersTableRow[];
  /** Left out where the order is given. */
  sorting?: Sorting<Sort>;
}

/** Letters with the body they went to, the secretariat's number, and whether the body has reported since. */
export function LettersTable({ rows, sorting }: LettersTableProps) {
  return (
    <Table caption={LETTERS.title} className="letters-t">
      <thead>
        <tr>
          <SortedHeader sorting={sorting} name="number">
            {LETTERS.number}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="body">
            {LETTERS.body}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="district" className="hide-s">
            {LETTERS.district}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="issued" className="hide-s">
            {LETTERS.issued}
          </SortedHeader>
          <th scope="col" className="n hide-s">
            {LETTERS.steps}
          </th>
          <SortedHeader sorting={sorting} name="answer" className="hide-s">
            {LETTERS.answerBy}
          </SortedHeader>
          <th scope="col" className="hide-s">
            {LETTERS.registry}
          </th>
          <SortedHeader sorting={sorting} name="reported">
            {LETTERS.answered}
          </SortedHeader>
          <th scope="col" className="no-print">
            {LETTERS.files}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = letterName(row.number, row.year);
          return (
            <tr key={row.id}>
              <td className="nowrap">
                <a href={`/reports/letters/${row.id}`} aria-label={LETTERS.see(name)}>
                  {name}
                </a>
              </td>
              <th scope="row">
                <a href={`/bodies/${encodeURIComponent(row.bodyCode)}`}>{row.bodyName}</a>
                <small className="only-s">{formatDayMonth(row.issuedOn)}</small>
              </th>
              <td className="hide-s">{row.districtName}</td>
              <td className="hide-s num">{formatDate(row.issuedOn)}</td>
              <td className="n hide-s">{formatInteger(row.steps)}</td>
              <td className="hide-s num">{formatDate(row.answerBy)}</td>
              <td className="hide-s">
                {row.registration === null ? (
                  <span className="faint">{LETTERS.notRegistered}</span>
                ) : (
                  <bdi dir="ltr">{formatDigits(row.registration.registryNumber)}</bdi>
                )}
              </td>
              <td>
                {row.reported === null ? LETTERS.noReport : LETTERS.reportedOn(formatDayMonth(row.reported.recordedOn))}
              </td>
              <td className="nowrap no-print">
                <a href={`/reports/letters/${row.id}/print`} aria-label={LETTERS.printOf(name)}>
                  {LETTERS.print}
                </a>
                {' · '}
                <a href={`/reports/letters/${row.id}/pdf`} aria-label={LETTERS.pdfOf(name)}>
                  {LETTERS.pdf}
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
