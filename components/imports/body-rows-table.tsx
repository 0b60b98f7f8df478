import { Table } from '@/components/ui/table';
import type { ImportColumn, ImportProblem } from '@/lib/domain/import-problem';
import { formatInteger } from '@/lib/format/numbers';
import { changeSentence, IMPORT_SCREEN, repeatSentence } from '@/lib/messages/import-screen';
import { describeImportProblem, IMPORT_COLUMN_LABELS, importValueLabel } from '@/lib/messages/imports';
import { RowOutcomeTag, type RowOutcome } from './row-outcome';

type Value = string | number | boolean | null;

export interface BodyRowView {
  readonly kind: RowOutcome;
  readonly sheetRow: number;
  readonly code: string | null;
  readonly name: string;
  readonly changes: readonly { readonly column: ImportColumn; readonly from: Value; readonly to: Value }[];
  readonly problems: readonly { readonly column: ImportColumn | null; readonly problem: ImportProblem }[];
  readonly firstRow: number | null;
}

function sentences(row: BodyRowView): string[] {
  if (row.problems.length > 0) return row.problems.map(({ problem, column }) => describeImportProblem(problem, column));
  if (row.firstRow !== null) return [repeatSentence(formatInteger(row.firstRow))];
  return row.changes.map(({ column, from, to }) =>
    changeSentence(IMPORT_COLUMN_LABELS[column], importValueLabel(from), importValueLabel(to)),
  );
}

/** Rows of a list of bodies, each with its number in the sheet, what becomes of it, and why. */
export function BodyRowsTable({ rows }: { rows: readonly BodyRowView[] }) {
  return (
    <Table caption={IMPORT_SCREEN.preview}>
      <thead>
        <tr>
          <th scope="col" className="n">
            {IMPORT_SCREEN.row}
          </th>
          <th scope="col">{IMPORT_SCREEN.code}</th>
          <th scope="col">{IMPORT_SCREEN.name}</th>
          <th scope="col">{IMPORT_SCREEN.outcome}</th>
          <th scope="col">{IMPORT_SCREEN.sentence}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.sheetRow}>
            <td className="n">{formatInteger(row.sheetRow)}</td>
            <td>
              <bdi className="ltr">{row.code ?? '—'}</bdi>
            </td>
            <th scope="row">{row.name || '—'}</th>
            <td>
              <RowOutcomeTag outcome={row.kind} />
            </td>
            <td>
              {sentences(row).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
