import { SortableHeader, Table } from '@/components/ui/table';
import type { BodyOutcome, DeedGroup, Outcome } from '@/lib/domain/deeds';
import { formatPercentValue, formatSigned } from '@/lib/format/numbers';
import { DEEDS } from '@/lib/messages/deeds';
import { DeedMark } from './deeds-chart';

export interface DeedTableRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  /** Kind of body and district. */
  readonly place: string;
  readonly group: DeedGroup;
  readonly progress: number;
  readonly isVerified: boolean;
  readonly outcome: BodyOutcome;
  readonly outcomes: readonly { readonly title: string; readonly outcome: Outcome }[];
}

export interface DeedsTableProps {
  caption: string;
  rows: readonly DeedTableRow[];
  sort: string;
  isDescending: boolean;
  sortHref: (column: 'group' | 'name' | 'progress' | 'gain') => string;
}

/** Bodies with what the paper says, what became of it, and the indicators behind it. */
export function DeedsTable({ caption, rows, sort, isDescending, sortHref }: DeedsTableProps) {
  const orderOf = (column: string) => (sort === column ? (isDescending ? 'descending' : 'ascending') : undefined);
  const head = (column: 'group' | 'name' | 'progress' | 'gain', label: string) => (
    <SortableHeader
      href={sortHref(column)}
      order={orderOf(column)}
      numeric={column === 'progress' || column === 'gain'}
    >
      {label}
    </SortableHeader>
  );
  return (
    <Table caption={caption} className="ind-table">
      <thead>
        <tr>
          {head('name', DEEDS.body)}
          {head('group', DEEDS.group)}
          {head('progress', DEEDS.progress)}
          {head('gain', DEEDS.gain)}
          <th scope="col">{DEEDS.detail}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} data-body={row.code} data-group={row.group}>
            <th scope="row">
              <a href={row.href}>{row.name}</a>
              <small>{row.place}</small>
            </th>
            <td>
              {row.group !== 'unjudged' && <DeedMark group={row.group} />} {DEEDS.groups[row.group]}
              <small>{row.isVerified ? DEEDS.verified : DEEDS.notVerified}</small>
            </td>
            <td className="n">{formatPercentValue(row.progress, 0)}</td>
            <td className="n">
              {row.outcome.isJudged ? (
                <>
                  <b>
                    <bdi className="ltr">{formatSigned(row.outcome.gain, 1)}</bdi>
                  </b>
                  {row.outcome.indicators > 1 && <small>{DEEDS.ofIndicators(row.outcome.indicators)}</small>}
                </>
              ) : (
                <span className="faint small">{DEEDS.reasons[row.outcome.reason]}</span>
              )}
            </td>
            <td className="small">
              {row.outcomes.map(
                ({ title, outcome }) =>
                  outcome.isJudged && (
                    <span key={title} className="nowrap">
                      {DEEDS.detailOf(title, outcome.before, outcome.after)}
                      <br />
                    </span>
                  ),
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
