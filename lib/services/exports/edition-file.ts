import { formatJalali } from '@/lib/calendar/jalali';
import { EDITION_SHEETS as W } from '@/lib/messages/report-files';
import { paperWords } from '@/lib/messages/reports';
import { getEdition, getWholeEdition, type Edition } from '../editions';
import type { ServiceContext } from '../service-context';
import { editionCsvTable } from './edition-attachment';
import { editionPairs, editionTables } from './edition-tables';
import { writeCsv, writeWorkbook } from './write-table';

export const EDITION_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type EditionFormat = (typeof EDITION_FORMATS)[number];

/** The frozen text of an edition: its SHA-256 is the edition's own. Only of a whole one. */
export function editionJson({ document }: Edition): string {
  return JSON.stringify(document);
}

/** An edition as a workbook: a first sheet with its head and sentences, then a sheet for every section. */
export function writeEditionWorkbook(edition: Edition): Promise<Uint8Array<ArrayBuffer>> {
  const { document } = edition;
  const { header } = document;
  return writeWorkbook({
    front: { name: W.summary, pairs: editionPairs(document, edition) },
    line: W.line(
      paperWords.edition(edition.number),
      formatJalali(header.weekStartOn),
      formatJalali(header.weekEndOn),
      edition.verificationCode,
      header.sampleNote,
    ),
    tables: editionTables(document),
  });
}

/**
 * An edition as a file, made from what was frozen and nothing else. XLSX and CSV hold what the reader may see of it; JSON is the frozen text
 * itself and is for whoever may read all of it.
 *
 * @throws AppError as `getEdition`
 */
export async function getEditionFile(
  ctx: ServiceContext,
  number: number,
  format: EditionFormat,
  choice: { readonly programme?: string | null } = {},
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'json') return editionJson(getWholeEdition(ctx, number, choice));
  const edition = getEdition(ctx, number, choice);
  return format === 'csv' ? writeCsv(editionCsvTable(edition.document)) : writeEditionWorkbook(edition);
}
