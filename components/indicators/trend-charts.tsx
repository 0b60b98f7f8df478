import { Table } from '@/components/ui/table';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { IndicatorMean } from '@/lib/domain/indicators';
import { formatMonth } from '@/lib/format/dates';
import { formatDecimal } from '@/lib/format/numbers';
import { chartWords } from '@/lib/messages/charts';
import { INDICATORS } from '@/lib/messages/indicators';

export interface TrendGroup {
  readonly key: string;
  readonly label: string;
  readonly trend: readonly { readonly month: JalaliMonth; readonly mean: IndicatorMean | null }[];
}

const WIDTH = 200;
const BOX = { left: 6, right: 194, top: 10, bottom: 66 };

const round = (value: number) => Math.round(value * 10) / 10;

/** Runs of months that have a mean: a month without one breaks the line. */
function runsOf(points: readonly ({ readonly x: number; readonly y: number } | null)[]) {
  const runs: { readonly x: number; readonly y: number }[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

function Mini({ group, low, high }: { group: TrendGroup; low: number; high: number }) {
  const known = group.trend.flatMap(({ month, mean }) => (mean === null ? [] : [{ month, mean }]));
  const [first] = known;
  const last = known.at(-1);
  const steps = Math.max(1, group.trend.length - 1);
  const points = group.trend.map(({ mean }, index) =>
    mean === null
      ? null
      : {
          x: round(BOX.left + ((BOX.right - BOX.left) * index) / steps),
          y: round(BOX.bottom - ((BOX.bottom - BOX.top) * (mean.value - low)) / (high - low || 1)),
        },
  );
  const words = ({ month, mean }: { month: JalaliMonth; mean: IndicatorMean }) =>
    `${formatDecimal(mean.value, 1)} (${formatMonth(month)})`;
  return (
    <div className="mini trend-mini">
      <span className="mt">
        <b>{group.label}</b>
        <span className="num">{last && formatDecimal(last.mean.value, 1)}</span>
      </span>
      {first && last && (
        <div dir="ltr">
          <svg
            className="chart"
            viewBox={`0 0 ${WIDTH} 76`}
            role="img"
            aria-label={INDICATORS.trendName(group.label, words(first), words(last))}
          >
            <path className="base" d={`M${BOX.left} ${BOX.bottom}H${BOX.right}`} />
            <path className="grid" d={`M${BOX.left} ${BOX.top}H${BOX.right}`} />
            {runsOf(points).map((run) => (
              <path key={run[0]?.x} className="ve" d={`M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
            ))}
            {points.map(
              (point) => point && <circle key={point.x} cx={point.x} cy={point.y} r="3" fill="var(--verified-line)" />,
            )}
          </svg>
        </div>
      )}
      <span className="ml">
        <span>{last && formatMonth(last.month)}</span>
        <span>{first && formatMonth(first.month)}</span>
      </span>
    </div>
  );
}

/**
 * An indicator month by month, one small chart a group on one scale, and the same as a table with the number of bodies behind each mean.
 * Time runs from left to right, as in every chart.
 */
export function TrendCharts({ groups: all }: { groups: readonly TrendGroup[] }) {
  const groups = all.filter(({ trend }) => trend.some(({ mean }) => mean !== null));
  const values = groups.flatMap(({ trend }) => trend.flatMap(({ mean }) => (mean === null ? [] : [mean.value])));
  if (values.length === 0) return <p className="muted">{INDICATORS.noData}</p>;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const months = groups[0]?.trend.map(({ month }) => month) ?? [];
  return (
    <>
      <div className="minis trend-minis">
        {groups.map((group) => (
          <Mini key={group.key} group={group} low={low} high={high} />
        ))}
      </div>
      <p className="small muted">{INDICATORS.trendScale(formatDecimal(low, 1), formatDecimal(high, 1))}</p>
      <details className="data">
        <summary>{chartWords.tableSummary}</summary>
        <Table caption={INDICATORS.trendTable}>
          <thead>
            <tr>
              <th scope="col">{INDICATORS.group}</th>
              {months.map((month) => (
                <th key={month} scope="col" className="n">
                  {formatMonth(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, label, trend }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {trend.map(({ month, mean }) => (
                  <td key={month} className="n">
                    {mean === null ? (
                      <span className="faint">–</span>
                    ) : (
                      <>
                        {formatDecimal(mean.value, 1)}
                        <small>{INDICATORS.baselineBodies(mean.bodies)}</small>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </>
  );
}
