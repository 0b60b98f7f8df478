import { listHref, type ListAddress } from '@/components/lists/list-href';
import { LinkedCount } from '@/components/ui/count-link';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { ReportingChoice } from '@/lib/domain/list-vocabulary';
import { formatInteger, wholePercent } from '@/lib/format/numbers';
import { REPORTING } from '@/lib/messages/reporting';

export interface ReportingCounts {
  readonly expected: number;
  readonly reported: number;
  readonly onTime: number;
  readonly late: number;
  readonly checkInOnly: number;
  readonly missing: number;
  readonly silent: number;
  readonly share: number | null;
}

export interface ReportingRow extends ReportingCounts {
  readonly key: string;
  readonly label: string;
  /** The filter of the row's lists; the row of all has the page's own. */
  readonly filter: Pick<ListAddress, 'category' | 'district'>;
  /** The whole week before; null where the group did not exist. */
  readonly before: Pick<ReportingCounts, 'expected' | 'reported' | 'share'> | null;
}

export interface ReportingTableProps {
  head: string;
  rows: readonly ReportingRow[];
  /** Day and programme of the lists behind the numbers. */
  address: Pick<ListAddress, 'asOf' | 'programme' | 'category' | 'district'>;
  /** Last day of the week before; null where nothing is compared. */
  beforeOn: CivilDate | null;
  /** What is shown of a group: all of it on the week's own page, the least on the overview. */
  isCompact?: boolean;
  silentAfterDays: number;
}

type Column = readonly [heading: string, field: keyof ReportingCounts, choice: ReportingChoice | null];

const columnsOf = (isCompact: boolean, silentAfterDays: number): readonly Column[] => [
  [REPORTING.expected, 'expected', null],
  [REPORTING.reported, 'reported', 'reported'],
  ...(isCompact
    ? []
    : ([
        [REPORTING.onTime, 'onTime', 'on_time'],
        [REPORTING.late, 'late', 'late'],
        [REPORTING.checkInOnly, 'checkInOnly', 'check_in'],
      ] as const)),
  [REPORTING.missing, 'missing', 'missing'],
  ...(isCompact ? [] : ([[REPORTING.silent(silentAfterDays), 'silent', 'silent']] as const)),
];

/** A share with its counts; a group too small for a share says so. */
function Share({ share, expected }: Pick<ReportingCounts, 'share' | 'expected'>) {
  if (share !== null) return <>{formatInteger(wholePercent(share))}</>;
  if (expected === 0) return <span className="faint">–</span>;
  return <span className="faint small">{REPORTING.smallGroup}</span>;
}

/** Who has reported, by group; every number opens the list of exactly those bodies. No hooks: it is drawn as text. */
export function ReportingTable({
  head,
  rows,
  address,
  beforeOn,
  isCompact = false,
  silentAfterDays,
}: ReportingTableProps) {
  const columns = columnsOf(isCompact, silentAfterDays);
  const hrefOf = (row: ReportingRow, report: ReportingChoice | null, asOf = address.asOf) =>
    listHref('reporting', { ...address, ...row.filter, asOf, report });
  return (
    <table className="table rpw-t">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map(([heading, field]) => (
            <th key={field} scope="col" className="n">
              {heading}
            </th>
          ))}
          <th scope="col" className="n">
            {REPORTING.share}
          </th>
          {beforeOn !== null && (
            <th scope="col" className="n">
              {REPORTING.before}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.key === 'total' ? 'b' : undefined}>
            <th scope="row">{row.label}</th>
            {columns.map(([, field, choice]) => (
              <td key={field} className="n">
                <LinkedCount href={hrefOf(row, choice)} count={row[field] ?? 0} of="bodies" />
              </td>
            ))}
            <td className="n">
              <Share share={row.share} expected={row.expected} />
            </td>
            {beforeOn !== null && (
              <td className="n">
                {row.before === null || row.before.reported === 0 ? (
                  <span className="faint">{row.before === null ? '–' : formatInteger(0)}</span>
                ) : (
                  <a href={hrefOf(row, 'reported', beforeOn)} data-count={row.before.reported} data-count-of="bodies">
                    {row.before.share === null
                      ? REPORTING.ofExpected(row.before.reported, row.before.expected)
                      : REPORTING.percent(row.before.share)}
                  </a>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
