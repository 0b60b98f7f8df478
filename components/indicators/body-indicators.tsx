import { Icon } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { Trend } from '@/lib/domain/indicators';
import { formatMonth } from '@/lib/format/dates';
import { formatSigned } from '@/lib/format/numbers';
import { BODY_INDICATORS as T, INDICATORS, indicatorNumber } from '@/lib/messages/indicators';
import './indicators.css';

export interface BodyIndicatorRow {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly direction: string;
  readonly reading: {
    readonly value: number;
    readonly source: 'body' | 'survey';
    readonly denominator: number | null;
    readonly isFar: boolean;
  } | null;
  readonly baseline: { readonly value: number } | null;
  readonly trend: Trend | null;
  readonly months: readonly { readonly month: JalaliMonth; readonly value: number | null }[];
}

export interface BodyIndicatorsProps {
  month: JalaliMonth;
  baselineMonth: JalaliMonth;
  rows: readonly BodyIndicatorRow[];
  /** The page that sets them against progress, for whoever may open it. */
  deedsHref: string | null;
}

/** What became of the people a body serves: its indicators of the newest month beside the baseline month. */
export function BodyIndicators({ month, baselineMonth, rows, deedsHref }: BodyIndicatorsProps) {
  return (
    <Section
      id="indicators"
      title={T.title(month)}
      more={deedsHref === null ? undefined : { href: deedsHref, label: T.deeds }}
    >
      <Table caption={T.title(month)} className="ind-table">
        <thead>
          <tr>
            <th scope="col">{INDICATORS.indicator}</th>
            <th scope="col" className="n">
              {INDICATORS.value}
            </th>
            <th scope="col" className="n">
              {INDICATORS.baseline(baselineMonth)}
            </th>
            <th scope="col">{INDICATORS.change}</th>
            <th scope="col">{INDICATORS.recent}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.title}
                <small>
                  {row.unit}، {row.direction}
                </small>
              </th>
              <td className="n">
                {row.reading === null ? (
                  <span className="faint small">{INDICATORS.noData}</span>
                ) : (
                  <>
                    <b>{indicatorNumber(row.reading.value)}</b>
                    {row.reading.source === 'survey' && (
                      <small>{INDICATORS.fromSurvey(row.reading.denominator ?? 0)}</small>
                    )}
                    {row.reading.isFar && <small className="ind-far">{INDICATORS.farApart}</small>}
                  </>
                )}
              </td>
              <td className="n">
                {row.baseline === null ? <span className="faint">–</span> : indicatorNumber(row.baseline.value)}
              </td>
              <td>
                {row.trend === null || row.reading === null || row.baseline === null ? (
                  <span className="faint small">{INDICATORS.notComparable}</span>
                ) : (
                  <span className={`ind-change ${row.trend}`}>
                    {row.trend !== 'same' && (
                      <Icon name={row.reading.value > row.baseline.value ? 'arrow_up' : 'arrow_down'} />
                    )}
                    {INDICATORS.trends[row.trend]}{' '}
                    <bdi className="ltr">{formatSigned(row.reading.value - row.baseline.value, 1)}</bdi>
                  </span>
                )}
              </td>
              <td className="ind-trend">
                {row.months.flatMap(({ month: each, value }) =>
                  value === null
                    ? []
                    : [
                        <span key={each} className="nowrap">
                          {T.monthValue(formatMonth(each), indicatorNumber(value))}
                          <br />
                        </span>,
                      ],
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
