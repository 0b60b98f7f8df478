import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { IMPORT_KIND_LABELS, IMPORT_SCREEN } from '@/lib/messages/import-screen';

export interface PastImportView {
  readonly id: number;
  readonly kind: keyof typeof IMPORT_KIND_LABELS | null;
  readonly fileName: string;
  readonly actorName: string;
  readonly recordedAt: string;
  readonly created: number | null;
  readonly updated: number | null;
}

const count = (value: number | null) => (value === null ? '—' : formatInteger(value));

/** The latest imports, newest first. */
export function PastImports({ imports }: { imports: readonly PastImportView[] }) {
  if (imports.length === 0) return <p className="hint">{IMPORT_SCREEN.noPast}</p>;
  return (
    <Table caption={IMPORT_SCREEN.past}>
      <thead>
        <tr>
          <th scope="col">{IMPORT_SCREEN.when}</th>
          <th scope="col">{IMPORT_SCREEN.what}</th>
          <th scope="col">{IMPORT_SCREEN.file}</th>
          <th scope="col" className="hide-s">
            {IMPORT_SCREEN.who}
          </th>
          <th scope="col" className="n">
            {IMPORT_SCREEN.created}
          </th>
          <th scope="col" className="n">
            {IMPORT_SCREEN.updated}
          </th>
        </tr>
      </thead>
      <tbody>
        {imports.map((each) => (
          <tr key={each.id}>
            <td>{formatDateTime(each.recordedAt)}</td>
            <th scope="row">{each.kind === null ? '—' : IMPORT_KIND_LABELS[each.kind]}</th>
            <td>
              <bdi>{each.fileName}</bdi>
            </td>
            <td className="hide-s">
              <bdi>{each.actorName}</bdi>
            </td>
            <td className="n">{count(each.created)}</td>
            <td className="n">{count(each.updated)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
