/**
 * How the values of a column are meant; a workbook types its cells by it. Days are Jalali text, ratios run from 0 to 1; `gregorian` is a
 * civil day, in a workbook a date to calculate with.
 */
export type ExportColumnKind = 'text' | 'number' | 'ratio' | 'day' | 'gregorian';

export type ExportValue = string | number | null;

export interface ExportColumn<Row> {
  readonly heading: string;
  readonly kind: ExportColumnKind;
  readonly value: (row: Row) => ExportValue;
}

/** A table ready to be written: Persian headings, one value per cell. */
export interface ExportTable {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly kind: ExportColumnKind }[];
  readonly rows: readonly (readonly ExportValue[])[];
  /** What the table is about, for a second sheet of a workbook. */
  readonly about?: readonly (readonly [string, string | number])[];
}

export function toTable<Row>(name: string, columns: readonly ExportColumn<Row>[], rows: readonly Row[]): ExportTable {
  return {
    name,
    columns: columns.map(({ heading, kind }) => ({ heading, kind })),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
  };
}
