import type { CivilDate } from '@/lib/calendar/civil-date';
import type { ImportColumn, ImportProblem, ImportWarning, RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { readCode, readDate, readPositiveNumber, type Read, type WordReader } from '@/lib/validation/imports';
import type { DataRow } from './find-header';

/**
 * Reads the cells of one row and gathers what is wrong with them, so that a clerk sees all of it at once. Every reader answers null for
 * a cell that cannot be used; `isSound` then is false.
 */
export class RowReader {
  readonly problems: RowProblem[] = [];
  readonly warnings: RowWarning[] = [];
  readonly sheetRow: number;
  readonly #row: DataRow;
  readonly #file: string | undefined;
  #code: string | null = null;

  constructor(row: DataRow, file?: string) {
    this.#row = row;
    this.#file = file;
    this.sheetRow = row.sheetRow;
  }

  get isSound(): boolean {
    return this.problems.length === 0;
  }

  text(column: ImportColumn): string {
    return this.#row.cell(column);
  }

  fail(column: ImportColumn | null, problem: ImportProblem): null {
    this.problems.push({ ...this.#place(), column, problem });
    return null;
  }

  warn(column: ImportColumn | null, warning: ImportWarning): void {
    this.warnings.push({ ...this.#place(), column, warning });
  }

  required(column: ImportColumn, limit = 500): string | null {
    const text = this.text(column);
    if (text === '') return this.fail(column, { reason: 'required' });
    return text.length > limit ? this.fail(column, { reason: 'too_long', limit }) : text;
  }

  optional(column: ImportColumn, limit = 2000): string {
    const text = this.text(column);
    if (text.length > limit) this.fail(column, { reason: 'too_long', limit });
    return text;
  }

  /** Runs a reader on a cell that must be filled. */
  read<T>(column: ImportColumn, reader: (text: string) => Read<T>): T | null {
    const text = this.text(column);
    if (text === '') return this.fail(column, { reason: 'required' });
    const read = reader(text);
    return read.ok ? read.value : this.fail(column, read.problem);
  }

  /** The code of the row; problems found from here on carry it. */
  code(column: ImportColumn = 'code'): string | null {
    this.#code = this.read(column, readCode);
    return this.#code;
  }

  positive(column: ImportColumn): number | null {
    return this.read(column, readPositiveNumber);
  }

  word<T extends string>(column: ImportColumn, reader: WordReader<T>, known: readonly T[]): T | null {
    const text = this.text(column);
    if (text === '') return this.fail(column, { reason: 'required' });
    return reader(text) ?? this.fail(column, { reason: 'unknown_word', value: text, known });
  }

  /** Words separated by spaces, commas or semicolons. */
  words<T extends string>(column: ImportColumn, reader: WordReader<T>, known: readonly T[]): T[] {
    const parts = this.text(column)
      .split(/[\s,;،؛|]+/)
      .filter(Boolean);
    if (parts.length === 0) this.fail(column, { reason: 'required' });
    const found = new Set<T>();
    for (const part of parts) {
      const code = reader(part);
      if (code === null) this.fail(column, { reason: 'unknown_word', value: part, known });
      else found.add(code);
    }
    return [...found];
  }

  /** A Jalali date; in workbooks and lists «97/9/30» and «30/09/1397» pass with a warning. */
  day(column: ImportColumn, lenient: boolean): CivilDate | null {
    const read = this.read(column, (text) => readDate(text, lenient));
    if (read?.isLenient) this.warn(column, { reason: 'lenient_date', value: this.text(column), read: read.shown });
    return read?.day ?? null;
  }

  #place() {
    return { ...(this.#file === undefined ? {} : { file: this.#file }), sheetRow: this.sheetRow, code: this.#code };
  }
}
