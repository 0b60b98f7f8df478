import { formatJalali } from '@/lib/calendar/jalali';
import { EDITION_SHEETS as S, REPORT_FILES as W } from '@/lib/messages/report-files';
import type { EditionListQuery } from '@/lib/validation/edition-list';
import { searchEditions, type EditionListRow } from '../edition-list';
import type { ServiceContext } from '../service-context';
import { days } from './edition-tables';
import { toTable, type ExportColumn, type ExportTable } from './table';

const COLUMNS: readonly ExportColumn<EditionListRow>[] = [
  { heading: S.edition, kind: 'number', value: (row) => row.number },
  { heading: W.programme, kind: 'text', value: (row) => row.programmeCode },
  ...days<EditionListRow>(W.weekStart, (row) => row.weekStartOn),
  ...days<EditionListRow>(W.weekEnd, (row) => row.weekEndOn),
  { heading: W.issued, kind: 'day', value: (row) => formatJalali(row.issuedOn) },
  { heading: W.issuer, kind: 'text', value: (row) => row.issuedByName },
  { heading: S.code, kind: 'text', value: (row) => row.verificationCode },
  { heading: S.sha256, kind: 'text', value: (row) => row.sha256 },
  { heading: S.supersedes, kind: 'number', value: (row) => row.corrects },
  { heading: W.replacedBy, kind: 'number', value: (row) => row.replacedBy },
  { heading: W.registryNumber, kind: 'text', value: (row) => row.registration?.registryNumber ?? null },
];

/** The list of editions as its page shows it, all pages of it. @throws AppError as `searchEditions` */
export function exportEditionList(ctx: ServiceContext, query: EditionListQuery): ExportTable {
  return toTable(W.sheet, COLUMNS, searchEditions(ctx, query).rows);
}
