import writeXlsxFile from 'write-excel-file/node';
import { EXPORT_WORDS } from '@/lib/messages/imports';
import { toCsvText } from './csv-text';
import type { ExportColumnKind, ExportTable, ExportValue } from './table';

/** The table as comma-separated text. */
export function writeCsv(table: ExportTable): string {
  return toCsvText([table.columns.map(({ heading }) => heading), ...table.rows]);
}

const NUMBER_FORMATS: Partial<Record<ExportColumnKind, string>> = { ratio: '0.0%', gregorian: 'yyyy-mm-dd' };
const NARROWEST = 8;
const WIDEST = 60;
const BOLD = { fontWeight: 'bold' as const };

function columnWidth(table: ExportTable, index: number): number {
  const texts = [table.columns[index]?.heading ?? '', ...table.rows.map((row) => String(row[index] ?? ''))];
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

/** Days since the day from which spreadsheets count. */
function serialDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** Older spreadsheets show ##### for a longer text in a cell that is formatted as text. */
const LONGEST_FORMATTED = 255;

/** A text cell, which is never a formula. */
function textCell(value: string) {
  return { value, type: String, ...(value.length > LONGEST_FORMATTED ? {} : { format: '@' }) };
}

function cell(value: ExportValue, kind: ExportColumnKind) {
  if (value === null) return null;
  if (kind === 'gregorian' && typeof value === 'string') {
    return { value: serialDay(value), type: Number, format: NUMBER_FORMATS.gregorian };
  }
  if (typeof value === 'string') return textCell(value);
  return { value, type: Number, format: NUMBER_FORMATS[kind] ?? (Number.isInteger(value) ? '0' : '0.##') };
}

function pairSheet(sheet: string, pairs: readonly (readonly [string, string | number])[]) {
  return {
    data: pairs.map(([name, value]) => [
      { value: name, type: String, ...BOLD },
      typeof value === 'number' ? { value, type: Number } : { ...textCell(value), wrap: true },
    ]),
    sheet,
    rightToLeft: true,
    columns: [{ width: 18 }, { width: WIDEST }],
  };
}

/** `line` stands above the header, and stays in view with it. */
function tableSheet(table: ExportTable, line: string | null) {
  const header = table.columns.map(({ heading }) => ({ value: heading, type: String, ...BOLD }));
  const rows = table.rows.map((row) => row.map((value, index) => cell(value, table.columns[index]?.kind ?? 'number')));
  return {
    data: [...(line === null ? [] : [[{ value: line, type: String }]]), header, ...rows],
    sheet: table.name,
    rightToLeft: true,
    stickyRowsCount: line === null ? 1 : 2,
    columns: table.columns.map((_, index) => ({ width: columnWidth(table, index) })),
  };
}

/** A right-to-left workbook of one table, with typed cells and a header that stays in view. */
export async function writeXlsx(table: ExportTable): Promise<Uint8Array<ArrayBuffer>> {
  const about = table.about === undefined ? [] : [pairSheet(EXPORT_WORDS.about, table.about)];
  return new Uint8Array(await writeXlsxFile([tableSheet(table, null), ...about]).toBuffer());
}

export interface Workbook {
  readonly front: { readonly name: string; readonly pairs: readonly (readonly [string, string | number])[] };
  /** Stands on every sheet but the first. */
  readonly line: string;
  readonly tables: readonly ExportTable[];
}

/** A right-to-left workbook: a first sheet of pairs, then a sheet for each table. */
export async function writeWorkbook({ front, line, tables }: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = [pairSheet(front.name, front.pairs), ...tables.map((table) => tableSheet(table, line))];
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}
