import { Table } from '@/components/ui/table';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { IndicatorMean } from '@/lib/domain/indicators';
import { formatMonth } from '@/lib/format/dates';
import { tableRegion } from '@/lib/messages/common';
import { NETWORK as W } from '@/lib/messages/network';

export interface ShareLine {
  readonly key: string;
  readonly label: string;
  readonly expected: number;
  readonly means: readonly (IndicatorMean | null)[];
}

export interface ShareMonthsProps {
  title: string;
  months: readonly JalaliMonth[];
  county: ShareLine;
  districts: readonly ShareLine[];
}

const COLUMN = 78;
const HEIGHT = 120;
const TOP = 22;
const FOOT = 40;

/** A bar a month for the whole county; time runs from left to right. */
function Bars({ title, months, county }: Pick<ShareMonthsProps, 'title' | 'months' | 'county'>) {
  const width = months.length * COLUMN;
  return (
    <div className="scroll" role="region" aria-label={tableRegion(W.chartName(title))} tabIndex={0}>
      <svg
        className="share-bars"
        width={width}
        height={TOP + HEIGHT + FOOT}
        viewBox={`0 0 ${width} ${TOP + HEIGHT + FOOT}`}
        role="img"
        aria-label={W.chartName(title)}
      >
        <line className="half" x1="0" x2={width} y1={TOP + HEIGHT / 2} y2={TOP + HEIGHT / 2} />
        {months.map((month, index) => {
          const mean = county.means[index] ?? null;
          const middle = index * COLUMN + COLUMN / 2;
          const height = mean === null ? 0 : (Math.min(100, mean.value) / 100) * HEIGHT;
          return (
            <g key={month}>
              {mean !== null && (
                <>
                  <rect x={middle - 20} y={TOP + HEIGHT - height} width="40" height={height} />
                  <text className="v" x={middle} y={TOP + HEIGHT - height - 6} textAnchor="middle">
                    {W.value(mean.value)}
                  </text>
                </>
              )}
              <text x={middle} y={TOP + HEIGHT + 17} textAnchor="middle">
                {formatMonth(month).split(' ')[0]}
              </text>
              <text className="s" x={middle} y={TOP + HEIGHT + 33} textAnchor="middle">
                {W.coverage(mean?.bodies ?? 0, county.expected)}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={width} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
      </svg>
    </div>
  );
}

/** A share by month: the county as bars, and every district in the table with how many bodies its number rests on. */
export function ShareMonths({ title, months, county, districts }: ShareMonthsProps) {
  const lines = [county, ...districts];
  return (
    <>
      <Bars title={title} months={months} county={county} />
      <Table caption={W.shareMonths(title)}>
        <thead>
          <tr>
            <th scope="col">{W.month}</th>
            {lines.map(({ key, label }) => (
              <th key={key} scope="col" className="n">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month, index) => (
            <tr key={month}>
              <th scope="row" className="nowrap">
                {formatMonth(month)}
              </th>
              {lines.map(({ key, expected, means }) => {
                const mean = means[index] ?? null;
                return (
                  <td key={key} className="n">
                    {mean === null ? <span className="faint">{W.noValue}</span> : <b>{W.value(mean.value)}</b>}
                    <small>{W.coverage(mean?.bodies ?? 0, expected)}</small>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
