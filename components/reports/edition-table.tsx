import { SortableHeader, Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { issuedLate } from '@/lib/messages/edition-text';
import { REPORT_FILES } from '@/lib/messages/report-files';
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

export interface ListedEdition extends EditionTableRow {
  readonly replacedBy: number | null;
  readonly corrects: number | null;
}

/** Address of an edition's page or of a part of it; the programme is named only where there are several. */
export function editionPath(
  edition: Pick<EditionTableRow, 'number' | 'programmeCode'>,
  part: '' | '/print' | '/pdf' | '/pdf/progress' | '/pdf/state' | '/file',
  isOneOfSeveral: boolean,
): string {
  const query = isOneOfSeveral ? `?${new URLSearchParams({ programme: edition.programmeCode }).toString()}` : '';
  return `/reports/${edition.number}${part}${query}`;
}

/** Address of an edition as a file to keep. */
export function editionFilePath(
  edition: Pick<EditionTableRow, 'number' | 'programmeCode'>,
  format: 'xlsx' | 'csv' | 'json',
  isOneOfSeveral: boolean,
): string {
  const path = editionPath(edition, '/file', isOneOfSeveral);
  return `${path}${path.includes('?') ? '&' : '?'}format=${format}`;
}

function Files({
  edition,
  mayPrint,
  isOneOfSeveral,
}: {
  edition: ListedEdition;
  mayPrint: boolean;
  isOneOfSeveral: boolean;
}) {
  const paper = [
    [REPORT_FILES.pdf, editionPath(edition, '/pdf', isOneOfSeveral)],
    [REPORT_FILES.print, editionPath(edition, '/print', isOneOfSeveral)],
  ] as const;
  const tables = [
    [REPORT_FILES.xlsx, editionFilePath(edition, 'xlsx', isOneOfSeveral)],
    [REPORT_FILES.csv, editionFilePath(edition, 'csv', isOneOfSeveral)],
  ] as const;
  return (
    <span className="edition-links">
      {[...(mayPrint ? paper : []), ...tables].map(([label, href]) => (
        <a key={label} href={href} aria-label={REPORT_FILES.of(label, edition.number)}>
          {label}
        </a>
      ))}
    </span>
  );
}

export interface EditionTableProps {
  editions: readonly ListedEdition[];
  /** The reader may have them on paper, and not only as tables of what the reader sees. */
  mayPrint: boolean;
  isOneOfSeveral: boolean;
  sort: string;
  isDescending: boolean;
  sortHref: (column: 'number' | 'week' | 'issued' | 'issuer') => string;
}

/** Issued reports with their files. */
export function EditionTable({ editions, mayPrint, isOneOfSeveral, sort, isDescending, sortHref }: EditionTableProps) {
  const orderOf = (column: string) => (sort === column ? (isDescending ? 'descending' : 'ascending') : undefined);
  const hasRegistry = editions.some(({ registration }) => registration !== null);
  return (
    <Table caption={REPORTS.title} className="edition-table">
      <thead>
        <tr>
          <SortableHeader href={sortHref('number')} order={orderOf('number')}>
            {REPORTS.number}
          </SortableHeader>
          {isOneOfSeveral && <th scope="col">{REPORTS.programme}</th>}
          <SortableHeader href={sortHref('week')} order={orderOf('week')}>
            {REPORTS.week}
          </SortableHeader>
          <SortableHeader href={sortHref('issued')} order={orderOf('issued')} className="hide-s">
            {REPORTS.issued}
          </SortableHeader>
          <SortableHeader href={sortHref('issuer')} order={orderOf('issuer')} className="hide-s">
            {REPORT_FILES.issuer}
          </SortableHeader>
          {hasRegistry && (
            <th scope="col" className="hide-s">
              {REPORT_FILES.registryNumber}
            </th>
          )}
          <th scope="col" className="hide-s">
            {REPORTS.code}
          </th>
          <th scope="col" className="no-print">
            {REPORT_FILES.label}
          </th>
        </tr>
      </thead>
      <tbody>
        {editions.map((edition) => (
          <tr key={`${edition.programmeCode} ${edition.number}`}>
            <th scope="row">
              <a href={editionPath(edition, '', isOneOfSeveral)}>{REPORTS.see(edition.number)}</a>
              {edition.corrects !== null && (
                <div className="small muted">{REPORT_FILES.correction(edition.corrects)}</div>
              )}
              {edition.replacedBy !== null && <div className="small muted">{REPORTS.replaced(edition.replacedBy)}</div>}
              {edition.delayDays !== null && <div className="small muted">{issuedLate(edition.delayDays)}</div>}
            </th>
            {isOneOfSeveral && <td>{edition.programmeCode}</td>}
            <td>{REPORTS.weekOf(formatDate(edition.weekStartOn), formatDate(edition.weekEndOn))}</td>
            <td className="hide-s nowrap">{formatDate(edition.issuedOn)}</td>
            <td className="hide-s">{edition.issuedByName}</td>
            {hasRegistry && (
              <td className="hide-s">
                <bdi>
                  {edition.registration === null ? '—' : registryNumberText(edition.registration.registryNumber)}
                </bdi>
              </td>
            )}
            <td className="hide-s">
              <bdi dir="ltr">{edition.verificationCode}</bdi>
            </td>
            <td className="no-print">
              <Files edition={edition} mayPrint={mayPrint} isOneOfSeveral={isOneOfSeveral} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
