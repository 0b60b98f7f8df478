import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { issuedLate } from '@/lib/messages/edition-text';
import { registryNumberText, REPORTS } from '@/lib/messages/reports';

export interface EditionTableRow {
  readonly programmeCode: string;
  readonly number: number;
  readonly weekStartOn: CivilDate;
  readonly weekEndOn: CivilDate;
  readonly issuedOn: CivilDate;
  readonly issuedByName: string;
  readonly verificationCode: string;
  /** Days between the end of the week and the issue; null for one issued in time. */
  readonly delayDays: number | null;
  /** What the secretariat gave the signed paper. */
  readonly registration: { readonly registryNumber: string; readonly registeredOn: CivilDate } | null;
}

/** Address of an edition's page or of a part of it; the programme is named only where there are several. */
export function editionPath(
  edition: Pick<EditionTableRow, 'number' | 'programmeCode'>,
  part: '' | '/print' | '/pdf',
  isOneOfSeveral: boolean,
): string {
  const query = isOneOfSeveral ? `?${new URLSearchParams({ programme: edition.programmeCode }).toString()}` : '';
  return `/reports/${edition.number}${part}${query}`;
}

/** Issued reports, newest first. */
export function EditionTable({ editions, mayPrint }: { editions: readonly EditionTableRow[]; mayPrint: boolean }) {
  const isOneOfSeveral = new Set(editions.map(({ programmeCode }) => programmeCode)).size > 1;
  const newestOfWeek = new Map<string, number>();
  for (const { programmeCode, weekStartOn, number } of editions) {
    const key = `${programmeCode} ${weekStartOn}`;
    newestOfWeek.set(key, Math.max(number, newestOfWeek.get(key) ?? 0));
  }
  return (
    <Table caption={REPORTS.title}>
      <thead>
        <tr>
          <th scope="col">{REPORTS.number}</th>
          {isOneOfSeveral && <th scope="col">{REPORTS.programme}</th>}
          <th scope="col">{REPORTS.week}</th>
          <th scope="col" className="hide-s">
            {REPORTS.issued}
          </th>
          <th scope="col" className="hide-s">
            {REPORTS.code}
          </th>
          {mayPrint && <th scope="col">{REPORTS.files}</th>}
        </tr>
      </thead>
      <tbody>
        {editions.map((edition) => {
          const newest = newestOfWeek.get(`${edition.programmeCode} ${edition.weekStartOn}`) ?? edition.number;
          return (
            <tr key={`${edition.programmeCode} ${edition.number}`}>
              <th scope="row">
                <a href={editionPath(edition, '', isOneOfSeveral)}>{REPORTS.see(edition.number)}</a>
                {newest > edition.number && <div className="small muted">{REPORTS.replaced(newest)}</div>}
                {edition.delayDays !== null && <div className="small muted">{issuedLate(edition.delayDays)}</div>}
                {edition.registration !== null && (
                  <div className="small muted">
                    {REPORTS.registration} <bdi>{registryNumberText(edition.registration.registryNumber)}</bdi>
                  </div>
                )}
              </th>
              {isOneOfSeveral && <td>{edition.programmeCode}</td>}
              <td>{REPORTS.weekOf(formatDate(edition.weekStartOn), formatDate(edition.weekEndOn))}</td>
              <td className="hide-s">{REPORTS.issuedBy(formatDate(edition.issuedOn), edition.issuedByName)}</td>
              <td className="hide-s">
                <bdi dir="ltr">{edition.verificationCode}</bdi>
              </td>
              {mayPrint && (
                <td className="nowrap">
                  <a href={editionPath(edition, '/print', isOneOfSeveral)} aria-label={REPORTS.printOf(edition.number)}>
                    {REPORTS.print}
                  </a>
                  {' · '}
                  <a href={editionPath(edition, '/pdf', isOneOfSeveral)} aria-label={REPORTS.pdfOf(edition.number)}>
                    {REPORTS.pdf}
                  </a>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
