import Papa from 'papaparse';

export type CsvValue = string | number | null;

/** A spreadsheet takes a text that begins like this for a formula; an apostrophe in front keeps it a text. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** Comma-separated text with a byte order mark, so that spreadsheets read it as UTF-8. The first row holds the headings. */
export function toCsvText(rows: readonly (readonly CsvValue[])[]): string {
  const lines = rows.map((row) => [...row]);
  return `\ufeff${Papa.unparse(lines, { escapeFormulae: FORMULA_START })}\r\n`;
}
