import type { ImportColumn } from '@/lib/domain/import-problem';
import { AppError } from '@/lib/errors';
import { matchKey, normaliseForStore } from '@/lib/text/normalise';
import { IMPORT_LIMITS, type ColumnSpec } from '@/lib/validation/imports';
import type { Sheet, SheetRow } from './read-table';

/** A data row under the header: the text of each known column, '' where the cell or the column is missing. */
export interface DataRow {
  readonly sheetRow: number;
  readonly cell: (column: ImportColumn) => string;
}

export interface FoundTable {
  readonly headerRow: number;
  readonly columns: ReadonlySet<ImportColumn>;
  /** Rows with content, without total rows and repeated headers. */
  readonly rows: readonly DataRow[];
}

const TOTAL_WORDS = new Set(['جمع', 'جمع کل', 'مجموع', 'جمع نهایی', 'کل', 'total', 'grand total', 'sum'].map(matchKey));

/** A heading in brackets explains the one before it: «کد آماری (مرکز آمار)». */
const withoutBrackets = (text: string) => text.replace(/[([{].*?[)\]}]/g, ' ');

function columnsOf(row: SheetRow, byHeading: ReadonlyMap<string, ImportColumn>): Map<ImportColumn, number> {
  const found = new Map<ImportColumn, number>();
  row.cells.forEach((cell, index) => {
    if (cell === '') return;
    const key = byHeading.get(matchKey(cell)) ?? byHeading.get(matchKey(withoutBrackets(cell)));
    if (key !== undefined && !found.has(key)) found.set(key, index);
  });
  return found;
}

/**
 * Finds the header among the first rows of the first sheet that has one, by its words in Persian or English, in any order of columns.
 *
 * @throws AppError `import_refused` with reason `no_header` (what was looked for), `missing_columns` or `no_rows`
 */
export function findTable(fileName: string, sheets: readonly Sheet[], specs: readonly ColumnSpec[]): FoundTable {
  const byHeading = new Map<string, ImportColumn>();
  for (const spec of specs)
    for (const heading of [spec.key, ...spec.headings]) byHeading.set(matchKey(heading), spec.key);
  const required = specs.filter((spec) => spec.isRequired);
  let best: { sheet: Sheet; row: SheetRow; columns: Map<ImportColumn, number> } | null = null;
  for (const sheet of sheets) {
    for (const row of sheet.rows.slice(0, IMPORT_LIMITS.headerRows)) {
      const columns = columnsOf(row, byHeading);
      if (columns.size > (best?.columns.size ?? 1)) best = { sheet, row, columns };
    }
    if (best !== null && required.every((spec) => best?.columns.has(spec.key))) break;
  }
  const wanted = required.map((spec) => spec.headings[0] ?? spec.key);
  if (best === null) {
    throw new AppError('import_refused', {
      reason: 'no_header',
      fileName,
      lookedFor: wanted,
      searchedRows: IMPORT_LIMITS.headerRows,
    });
  }
  const { sheet, row: header, columns } = best;
  const missing = required.filter((spec) => !columns.has(spec.key));
  if (missing.length > 0) {
    const names = missing.map((spec) => spec.headings[0] ?? spec.key);
    throw new AppError('import_refused', {
      reason: 'missing_columns',
      fileName,
      headerRow: header.sheetRow,
      missing: names,
    });
  }
  const headerText = header.cells.join('\u0000');
  const rows = sheet.rows
    .filter((row) => row.sheetRow > header.sheetRow)
    .filter((row) => !isTotal(row) && row.cells.join('\u0000') !== headerText)
    .map((row) => toDataRow(row, columns))
    .filter((row) => [...columns.keys()].some((column) => row.cell(column) !== ''));
  if (rows.length === 0)
    throw new AppError('import_refused', { reason: 'no_rows', fileName, headerRow: header.sheetRow });
  return { headerRow: header.sheetRow, columns: new Set(columns.keys()), rows };
}

function isTotal(row: SheetRow): boolean {
  const first = row.cells.find((cell) => cell !== '');
  return first !== undefined && TOTAL_WORDS.has(matchKey(first));
}

function toDataRow(row: SheetRow, columns: ReadonlyMap<ImportColumn, number>): DataRow {
  return {
    sheetRow: row.sheetRow,
    cell: (column) => {
      const index = columns.get(column);
      // An exported table keeps a cell such as «+98…» from being a formula with an apostrophe in front.
      return index === undefined ? '' : normaliseForStore((row.cells[index] ?? '').replace(/^'(?=[=+\-@])/, ''));
    },
  };
}
