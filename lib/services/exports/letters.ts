import { formatJalali } from '@/lib/calendar/jalali';
import { LETTER_EXPORT as W } from '@/lib/messages/letters';
import { listLetters, type LetterListRow } from '../letters';
import type { ServiceContext } from '../service-context';
import { toTable, type ExportColumn, type ExportTable } from './table';

const COLUMNS: readonly ExportColumn<LetterListRow>[] = [
  { heading: W.year, kind: 'number', value: ({ year }) => year },
  { heading: W.number, kind: 'number', value: ({ number }) => number },
  { heading: W.issued, kind: 'day', value: ({ issuedOn }) => formatJalali(issuedOn) },
  { heading: W.bodyCode, kind: 'text', value: ({ bodyCode }) => bodyCode },
  { heading: W.body, kind: 'text', value: ({ bodyName }) => bodyName },
  { heading: W.district, kind: 'text', value: ({ districtName }) => districtName },
  { heading: W.steps, kind: 'number', value: ({ steps }) => steps },
  { heading: W.answerBy, kind: 'day', value: ({ answerBy }) => formatJalali(answerBy) },
  { heading: W.registry, kind: 'text', value: ({ registration }) => registration?.registryNumber ?? null },
  {
    heading: W.registeredOn,
    kind: 'day',
    value: ({ registration }) => (registration === null ? null : formatJalali(registration.registeredOn)),
  },
  {
    heading: W.reportedOn,
    kind: 'day',
    value: ({ reported }) => (reported === null ? null : formatJalali(reported.recordedOn)),
  },
  { heading: W.issuedBy, kind: 'text', value: ({ issuedByName }) => issuedByName },
];

/** The letters of the list as a table, filtered and sorted as there. @throws AppError as `listLetters` */
export function exportLetters(ctx: ServiceContext, params: Parameters<typeof listLetters>[1]): ExportTable {
  return toTable(W.sheet, COLUMNS, listLetters(ctx, params).rows);
}
