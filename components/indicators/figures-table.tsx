import { CountLink } from '@/components/ui/count-link';
import { Icon } from '@/components/ui/icon';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { BaselineChange, IndicatorMean } from '@/lib/domain/indicators';
import { formatMonth } from '@/lib/format/dates';
import { formatDecimal, formatSigned } from '@/lib/format/numbers';
import { tableRegion } from '@/lib/messages/common';
import { INDICATORS } from '@/lib/messages/indicators';

export interface FiguresRow {
  readonly key: string;
  readonly label: string;
  /** Under the label: which way is better. */
  readonly direction?: string;
  readonly unit: string;
  readonly mean: IndicatorMean | null;
  readonly expected: number;
  readonly baseline: IndicatorMean | null;
  readonly change: BaselineChange | null;
  readonly supplement: (IndicatorMean & { readonly answers: number }) | null;
  readonly fromSurvey: number;
  readonly trend: readonly { readonly month: JalaliMonth; readonly mean: IndicatorMean | null }[];
  /** Where the row leads as a whole; null where it is the page itself. */
  readonly href: string | null;
  /** The bodies with a reading. */
  readonly givenHref: string;
}

export interface FiguresTableProps {
  caption: string;
  head: string;
  rows: readonly FiguresRow[];
  baselineMonth: JalaliMonth;
  isBaselineMonth: boolean;
}

/** How many of the last months are written out. */
const RECENT_MONTHS = 6;

function Mean({ mean }: { mean: IndicatorMean | null }) {
  return mean === null ? (
    <span className="faint small">{INDICATORS.noData}</span>
  ) : (
    <b>{formatDecimal(mean.value, 1)}</b>
  );
}

/** The change in words, with an arrow the way the number went; only what is worse is coloured. */
export function Change({ change, isBaselineMonth }: { change: BaselineChange | null; isBaselineMonth: boolean }) {
  if (change === null) {
    return <span className="faint small">{isBaselineMonth ? INDICATORS.isBaseline : INDICATORS.notComparable}</span>;
  }
  return (
    <>
      <span className={`ind-change ${change.trend}`} data-trend={change.trend}>
        {change.trend !== 'same' && <Icon name={change.change > 0 ? 'arrow_up' : 'arrow_down'} />}
        {INDICATORS.trends[change.trend]} <bdi className="ltr">{formatSigned(change.change, 1)}</bdi>
      </span>
      <small>{INDICATORS.commonBodies(change.bodies)}</small>
    </>
  );
}

/** Indicators, or groups of bodies of one: each mean with its coverage, beside the baseline month and the last months. */
export function FiguresTable({ caption, head, rows, baselineMonth, isBaselineMonth }: FiguresTableProps) {
  return (
    <div className="scroll" role="region" aria-label={tableRegion(caption)} tabIndex={0}>
      <table className="table ind-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="n">
              {INDICATORS.mean}
            </th>
            <th scope="col">{INDICATORS.unit}</th>
            <th scope="col">{INDICATORS.coverage}</th>
            <th scope="col">{INDICATORS.change}</th>
            <th scope="col" className="n">
              {INDICATORS.baseline(baselineMonth)}
            </th>
            <th scope="col">{INDICATORS.recent}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-key={row.key}>
              <th scope="row">
                {row.href === null ? row.label : <a href={row.href}>{row.label}</a>}
                {row.direction && <small>{row.direction}</small>}
              </th>
              <td className="n">
                <Mean mean={row.mean} />
                {row.fromSurvey > 0 && <small>{INDICATORS.bodiesFromSurvey(row.fromSurvey)}</small>}
                {row.supplement && (
                  <small>
                    {INDICATORS.supplement(
                      formatDecimal(row.supplement.value, 1),
                      row.supplement.answers,
                      row.supplement.bodies,
                    )}
                  </small>
                )}
              </td>
              <td>{row.unit}</td>
              <td className="nowrap">
                {row.mean === null ? (
                  <span className="faint">{INDICATORS.ofExpected(0, row.expected)}</span>
                ) : (
                  <CountLink href={row.givenHref} count={row.mean.bodies} of="bodies">
                    {INDICATORS.ofExpected(row.mean.bodies, row.expected)}
                  </CountLink>
                )}
              </td>
              <td>
                <Change change={row.change} isBaselineMonth={isBaselineMonth} />
              </td>
              <td className="n">
                <Mean mean={row.baseline} />
                {row.baseline && <small>{INDICATORS.baselineBodies(row.baseline.bodies)}</small>}
              </td>
              <td className="ind-trend">
                <Recent trend={row.trend} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Recent({ trend }: Pick<FiguresRow, 'trend'>) {
  const known = trend.slice(-RECENT_MONTHS).flatMap(({ month, mean }) => (mean === null ? [] : [{ month, mean }]));
  if (known.length === 0) return <span className="faint">{INDICATORS.noData}</span>;
  return (
    <>
      {known.map(({ month, mean }) => (
        <span key={month} className="nowrap">
          {INDICATORS.recentMonth(formatMonth(month), formatDecimal(mean.value, 1), mean.bodies)}
          <br />
        </span>
      ))}
    </>
  );
}
