import { Table } from '@/components/ui/table';
import { formatInteger } from '@/lib/format/numbers';
import { IMPORT_SCREEN, PROGRAMME_PART_LABELS } from '@/lib/messages/import-screen';

type Part = keyof typeof PROGRAMME_PART_LABELS;

export interface PartCountsView {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

const PARTS = Object.keys(PROGRAMME_PART_LABELS) as Part[];

/** What the files of a programme would change, part by part. */
export function PartCountsTable({ counts }: { counts: Readonly<Record<Part, PartCountsView>> }) {
  return (
    <Table caption={IMPORT_SCREEN.preview}>
      <thead>
        <tr>
          <th scope="col">{IMPORT_SCREEN.part}</th>
          {[IMPORT_SCREEN.created, IMPORT_SCREEN.updated, IMPORT_SCREEN.unchanged].map((heading) => (
            <th key={heading} scope="col" className="n">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PARTS.map((part) => (
          <tr key={part}>
            <th scope="row">{PROGRAMME_PART_LABELS[part]}</th>
            <td className="n">{formatInteger(counts[part].created)}</td>
            <td className="n">{formatInteger(counts[part].updated)}</td>
            <td className="n">{formatInteger(counts[part].unchanged)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
