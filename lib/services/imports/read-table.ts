import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { formatJalali } from '@/lib/calendar/jalali';
import { isCivilDate } from '@/lib/calendar/civil-date';
import { AppError } from '@/lib/errors';
import { IMPORT_LIMITS } from '@/lib/validation/imports';
import { assertUnpackedSize } from './workbook-size';

/** One row of a sheet with its number as Excel shows it; cells are text, an empty cell is ''. */
export interface SheetRow {
  readonly sheetRow: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly name: string;
  /** All rows down to the last one with content, blank ones included. */
  readonly rows: readonly SheetRow[];
}

export interface ImportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/**
 * Reads an .xlsx or .csv file as sheets of text, by what it contains and not by its name alone.
 * Comma, semicolon and tab are understood; so are UTF-8 with or without a mark, UTF-16 and Windows-1256 as old Excel writes it.
 *
 * @throws AppError `file_too_large`, `file_unreadable` (empty, old_excel, not_workbook, not_text, damaged), `import_refused` (too_many_rows)
 */
export async function readTable({ fileName, bytes }: ImportFile): Promise<Sheet[]> {
  if (bytes.length > IMPORT_LIMITS.fileBytes) {
    throw new AppError('file_too_large', { fileName, sizeBytes: bytes.length, limitBytes: IMPORT_LIMITS.fileBytes });
  }
  if (bytes.length === 0) throw new AppError('file_unreadable', { fileName, reason: 'empty' });
  if (startsWith(bytes, OLD_OFFICE)) throw new AppError('file_unreadable', { fileName, reason: 'old_excel' });
  const isWorkbook = startsWith(bytes, ZIP);
  if (!isWorkbook && /\.xlsx$/i.test(fileName))
    throw new AppError('file_unreadable', { fileName, reason: 'not_workbook' });
  const sheets = isWorkbook ? await readWorkbook(fileName, bytes) : [readText(fileName, bytes)];
  const rowCount = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rowCount === 0) throw new AppError('file_unreadable', { fileName, reason: 'empty' });
  if (rowCount > IMPORT_LIMITS.rows) {
    throw new AppError('import_refused', {
      reason: 'too_many_rows',
      fileName,
      rows: rowCount,
      limit: IMPORT_LIMITS.rows,
    });
  }
  return sheets;
}

/** The text of a CSV cell table; for the reference files of a folder. */
export function readTextTable(fileName: string, text: string): Sheet {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: false });
  const isBroken = parsed.errors.some((error) => error.type === 'Quotes');
  if (isBroken) throw new AppError('file_unreadable', { fileName, reason: 'damaged' });
  const rows = parsed.data.map((cells, index) => ({ sheetRow: index + 1, cells: cells.map((cell) => cell.trim()) }));
  while (rows.at(-1)?.cells.every((cell) => cell === '') === true) rows.pop();
  return { name: fileName, rows };
}

async function readWorkbook(fileName: string, bytes: Uint8Array): Promise<Sheet[]> {
  assertUnpackedSize(fileName, bytes);
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(bytes));
  } catch (error) {
    throw new AppError('file_unreadable', { fileName, reason: 'damaged' }, { cause: error });
  }
  return sheets.map((sheet) => ({
    name: sheet.sheet,
    rows: sheet.data.map((row, index) => ({ sheetRow: index + 1, cells: row.map(cellText) })),
  }));
}

/** A cell as text. A true date cell is unambiguous, so it becomes the Jalali date it shows in a Persian workbook. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10);
    try {
      return isCivilDate(day) ? formatJalali(day) : day;
    } catch {
      return day;
    }
  }
  return String(value).trim();
}

function readText(fileName: string, bytes: Uint8Array): Sheet {
  return readTextTable(fileName, decodeText(fileName, bytes));
}

function decodeText(fileName: string, bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  // Tab, line ends and form feed are the only control characters that text has.
  const isBinary = bytes.some(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c,
  );
  if (isBinary) throw new AppError('file_unreadable', { fileName, reason: 'not_text' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1256').decode(bytes);
  }
}
