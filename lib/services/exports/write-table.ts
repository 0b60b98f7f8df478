import writeXlsxFile from 'write-excel-file/node';
import { EXPORT_WORDS } from '@/lib/messages/imports';
import { toCsvText } from './csv-text';
import type { ExportColumnKind, ExportTable } from './table';

/** The table as comma-separated text. */
export function writeCsv(table: ExportTable): string {
  return toCsvText([table.columns.map(({ heading }) => heading), ...table.rows]);
}

const NUMBER_FORMATS: Partial<Record<ExportColumnKind, string>> = { number: '0.##', ratio: '0.0%' };
const NARROWEST = 8;
const WIDEST = 60;

function columnWidth(table: ExportTable, index: number): number {
  const texts = [table.columns[index]?.heading ?? '', ...table.rows.map((row) => String(row[index] ?? ''))];
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

function aboutSheet(about: NonNullable<ExportTable['about']>) {
  return {
    data: about.map(([name, value]) => [
      { value: name, type: String, fontWeight: 'bold' as const },
      typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@', wrap: true },
    ]),
    sheet: EXPORT_WORDS.about,
    rightToLeft: true,
    columns: [{ width: 18 }, { width: WIDEST }],
  };
}

/** A right-to-left workbook with typed cells and a header that stays in view. Texts are text cells, never formulas. */
export async function writeXlsx(table: ExportTable): Promise<Uint8Array<ArrayBuffer>> {
  const header = table.columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const }));
  const body = table.rows.map((row) =>
    row.map((value, index) => {
      if (value === null) return null;
      if (typeof value === 'string') return { value, type: String, format: '@' };
      const kind = table.columns[index]?.kind ?? 'number';
      return { value, type: Number, format: NUMBER_FORMATS[kind] ?? '0.##' };
    }),
  );
  const main = {
    data: [header, ...body],
    sheet: table.name,
    rightToLeft: true,
    stickyRowsCount: 1,
    columns: table.columns.map((_, index) => ({ width: columnWidth(table, index) })),
  };
  const workbook = writeXlsxFile(table.about === undefined ? [main] : [main, aboutSheet(table.about)]);
  return new Uint8Array(await workbook.toBuffer());
}
