import { MilestoneStateTag, PairStatusTag } from '@/components/status/status-tag';
import { SortableHeader, Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneActor, MilestoneStateName, PairStatus } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/format/dates';
import { formatDecimal, formatDigits, formatInteger, formatPercentValue } from '@/lib/format/numbers';
import { LISTS } from '@/lib/messages/lists';

type CellValue = string | number | null;

export interface ListTableHead {
  readonly name: string;
  readonly heading: string;
  readonly kind: string;
}

export interface ListTableRow {
  readonly key: string;
  readonly bodyHref: string;
  /** Where the row can be decided on; null for readers. */
  readonly decideHref: string | null;
  readonly actor: MilestoneActor;
  readonly cells: readonly CellValue[];
  /** Words of the cells that name something of a vocabulary, as the file has them. */
  readonly words: readonly CellValue[];
}

export interface ListTableProps {
  caption: string;
  heads: readonly ListTableHead[];
  rows: readonly ListTableRow[];
  sort: string | null;
  isDescending: boolean;
  sortHref: (column: string) => string;
}

const NUMERIC = new Set(['number', 'decimal', 'ratio', 'days', 'day']);

function Cell({ head, row, index }: { head: ListTableHead; row: ListTableRow; index: number }) {
  const value = row.cells[index] ?? null;
  if (value === null) return <span className="faint">–</span>;
  switch (head.kind) {
    case 'status':
      return <PairStatusTag line status={value as PairStatus} />;
    case 'state':
      return <MilestoneStateTag line state={value as MilestoneStateName} actor={row.actor} />;
    case 'ratio':
      return formatPercentValue(Number(value));
    case 'number':
    case 'days':
      return formatInteger(Number(value));
    case 'decimal':
      return formatDecimal(Number(value), 1);
    case 'day':
      return <span className="nowrap">{formatDate(value as CivilDate)}</span>;
    case 'text':
      return /^[\dA-Z+:-]+$/.test(String(value)) ? <bdi className="ltr">{formatDigits(value)}</bdi> : value;
    default:
      return row.words[index] ?? value;
  }
}

/** The rows behind a number. The body leads to its page, at the step the row is about. */
export function ListTable({ caption, heads, rows, sort, isDescending, sortHref }: ListTableProps) {
  const hasDecisions = rows.some(({ decideHref }) => decideHref !== null);
  return (
    <Table caption={caption} className="list-table">
      <thead>
        <tr>
          {heads.map(({ name, heading, kind }) => (
            <SortableHeader
              key={name}
              href={sortHref(name)}
              numeric={NUMERIC.has(kind)}
              order={sort === name ? (isDescending ? 'descending' : 'ascending') : undefined}
            >
              {heading}
            </SortableHeader>
          ))}
          {hasDecisions && (
            <th scope="col" className="no-print">
              <span className="vh">{LISTS.review}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {heads.map((head, index) =>
              head.kind === 'body' ? (
                <th key={head.name} scope="row">
                  <a href={row.bodyHref}>{row.cells[index]}</a>
                </th>
              ) : (
                <td key={head.name} className={NUMERIC.has(head.kind) ? 'n' : undefined}>
                  <Cell head={head} row={row} index={index} />
                </td>
              ),
            )}
            {hasDecisions && (
              <td className="no-print">{row.decideHref !== null && <a href={row.decideHref}>{LISTS.review}</a>}</td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
