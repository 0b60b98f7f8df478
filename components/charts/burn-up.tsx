import { daysBetween, maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { chartWords } from '@/lib/messages/charts';
import { monthTicks } from './s-curve-points';

export interface BurnUpPoint {
  readonly date: CivilDate;
  readonly total: number;
  readonly planned: number;
  readonly claimed: number;
  readonly verified: number;
}

export interface BurnUpData {
  readonly points: readonly BurnUpPoint[];
  readonly deadline: CivilDate | null;
}

const WIDTH = 420;
const HEIGHT = 200;
const BOX = { left: 6, right: 372, top: 18, bottom: 172 };

/** A round number at or above the highest count, so that the axis can be halved. */
function ceilingOf(highest: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, highest))) - 1) * 2;
  return Math.max(2, Math.ceil(highest / step) * step);
}

/**
 * Milestones counted one by one: all that count as a line to reach, those due, claimed and verified below it. Time runs from left to right
 * and the axis stands on the right, as in every chart; the drawing sits in an element with `dir="ltr"`.
 * @param tableHref where the data stand as a table; without it the table is below the picture
 */
export function BurnUp({ data, title, tableHref }: { data: BurnUpData; title: string; tableHref?: string }) {
  const first = data.points[0];
  const last = data.points.at(-1);
  if (first === undefined || last === undefined || last.total === 0) {
    return <p className="muted">{chartWords.noData}</p>;
  }
  const end = data.deadline === null ? last.date : maxDate(last.date, data.deadline);
  const days = Math.max(1, daysBetween(first.date, end));
  const highest = ceilingOf(Math.max(...data.points.map(({ total }) => total)));
  const round = (value: number) => Math.round(value * 10) / 10;
  const x = (day: CivilDate) => round(BOX.left + ((BOX.right - BOX.left) * daysBetween(first.date, day)) / days);
  const y = (count: number) => round(BOX.bottom - ((BOX.bottom - BOX.top) * count) / highest);
  const line = (key: 'total' | 'claimed' | 'verified') =>
    `M${data.points.map((point) => `${x(point.date)} ${y(point[key])}`).join('L')}`;
  const step = data.points.map(({ date, planned }, index) =>
    index === 0 ? `M${x(date)} ${y(planned)}` : `H${x(date)}V${y(planned)}`,
  );
  const sentence = chartWords.burnUp(
    title,
    formatDayMonth(last.date),
    formatInteger(last.verified),
    formatInteger(last.claimed),
    formatInteger(last.total),
  );
  return (
    <div className="burn-up">
      <div dir="ltr">
        <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence}>
          {[0, highest / 2, highest].map((count) => (
            <g key={count}>
              <path className={count === 0 ? 'base' : 'grid'} d={`M${BOX.left} ${y(count)}H${BOX.right}`} />
              <text className="ax" x={BOX.right + 8} y={y(count) + 4} textAnchor="start">
                {formatInteger(count)}
              </text>
            </g>
          ))}
          {monthTicks(first.date, end).map(
            (tick) =>
              x(tick.to) - x(tick.from) > tick.label.length * 6 && (
                <text
                  key={tick.from}
                  className="ax"
                  x={(x(tick.from) + x(tick.to)) / 2}
                  y={BOX.bottom + 18}
                  textAnchor="middle"
                >
                  {tick.label}
                </text>
              ),
          )}
          {data.deadline !== null && data.deadline >= first.date && (
            <path className="dl" d={`M${x(data.deadline)} ${BOX.top - 8}V${BOX.bottom}`} />
          )}
          <path className="now" d={`M${x(last.date)} ${BOX.top - 8}V${BOX.bottom}`} />
          <path className="pl" d={step.join('')} />
          <path className="tot" d={line('total')} />
          <path className="cl" d={line('claimed')} />
          <path className="ve" d={line('verified')} />
          <circle cx={x(last.date)} cy={y(last.verified)} r="4" fill="var(--verified-line)" />
        </svg>
      </div>
      <BurnUpKey last={last} />
      {tableHref === undefined ? (
        <BurnUpTable data={data} title={title} asOf={last.date} />
      ) : (
        <a className="small" href={tableHref}>
          {chartWords.tableSummary}
        </a>
      )}
    </div>
  );
}

function BurnUpKey({ last }: { last: BurnUpPoint }) {
  const lines = [
    ['tot', chartWords.total, last.total],
    ['pl', chartWords.due, last.planned],
    ['cl', chartWords.claimed, last.claimed],
    ['ve', chartWords.verified, last.verified],
  ] as const;
  return (
    <ul className="legend">
      {lines.map(([className, word, count]) => (
        <li key={className}>
          <svg className="chart key-line" width="22" height="12" aria-hidden="true">
            <path className={className} d="M0 6h22" />
          </svg>
          {word} <b>{formatInteger(count)}</b>
        </li>
      ))}
    </ul>
  );
}

function BurnUpTable({ data, title, asOf }: { data: BurnUpData; title: string; asOf: CivilDate }) {
  const heads = [chartWords.total, chartWords.due, chartWords.claimed, chartWords.verified];
  return (
    <details className="data">
      <summary>{chartWords.tableSummary}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={chartWords.tableName(title)}>
        <table className="table">
          <caption>{chartWords.countCaption(formatDayMonth(asOf))}</caption>
          <thead>
            <tr>
              <th scope="col">{chartWords.date}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="n">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.points.map((point) => (
              <tr key={point.date}>
                <th scope="row">{formatDate(point.date)}</th>
                {[point.total, point.planned, point.claimed, point.verified].map((count, index) => (
                  <td key={heads[index]} className="n">
                    {formatInteger(count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
