import writeXlsxFile from 'write-excel-file/node';
import type { ExportColumnKind, ExportTable, ExportValue } from './table';

/** A spreadsheet takes a cell that begins like this for a formula; an apostrophe in front keeps it a text. */
const FORMULA_START = /^[=+\-@\t\r]/;

function csvCell(value: ExportValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Comma-separated text with a byte order mark, so that spreadsheets read it as UTF-8. */
export function writeCsv(table: ExportTable): string {
  const lines = [table.columns.map(({ heading }) => heading), ...table.rows];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

const NUMBER_FORMATS: Partial<Record<ExportColumnKind, string>> = { number: '0.##', ratio: '0.0%' };
const NARROWEST = 8;
const WIDEST = 60;

function columnWidth(table: ExportTable, index: number): number {
  const texts = [table.columns[index]?.heading ?? '', ...table.rows.map((row) => String(row[index] ?? ''))];
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

/** A right-to-left workbook with typed cells and a header that stays in view. Texts are text cells, never formulas. */
export async function writeXlsx(table: ExportTable): Promise<Uint8Array> {
  const header = table.columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const }));
  const body = table.rows.map((row) =>
    row.map((value, index) => {
      if (value === null) return null;
      if (typeof value === 'string') return { value, type: String, format: '@' };
      const kind = table.columns[index]?.kind ?? 'number';
      return { value, type: Number, format: NUMBER_FORMATS[kind] ?? '0.##' };
    }),
  );
  const workbook = writeXlsxFile([header, ...body], {
    sheet: table.name,
    rightToLeft: true,
    stickyRowsCount: 1,
    columns: table.columns.map((_, index) => ({ width: columnWidth(table, index) })),
  });
  return new Uint8Array(await workbook.toBuffer());
}
