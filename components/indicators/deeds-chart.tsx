import { Table } from '@/components/ui/table';
import type { DeedGroup } from '@/lib/domain/deeds';
import { BETTER_POINTS } from '@/lib/domain/deeds';
import { formatInteger, formatPercentValue, formatSigned } from '@/lib/format/numbers';
import { chartWords } from '@/lib/messages/charts';
import { DEEDS } from '@/lib/messages/deeds';

export interface DeedDot {
  readonly code: string;
  readonly name: string;
  readonly group: Exclude<DeedGroup, 'unjudged'>;
  /** 0 to 1 */
  readonly progress: number;
  /** In points, positive for the better. */
  readonly gain: number;
}

const WIDTH = 440;
const HEIGHT = 300;
const BOX = { left: 8, right: 400, top: 10, bottom: 250 };
/** Between lines of the axis of gains. */
const STEP = 10;
const PERCENTS = [0, 25, 50, 75, 100];

const round = (value: number) => Math.round(value * 10) / 10;

/** A dot by its group: full where the desk is verified, round where it became better; the shape says it without the colour. */
function Dot({ dot, x, y }: { dot: DeedDot; x: number; y: number }) {
  const title = <title>{DEEDS.dot(dot.name, dot.progress, formatSigned(dot.gain, 1))}</title>;
  const isRound = dot.group === 'verified_better' || dot.group === 'better_only';
  return isRound ? (
    <circle className={`deed ${dot.group}`} cx={x} cy={y} r="4.5">
      {title}
    </circle>
  ) : (
    <path className={`deed ${dot.group}`} d={`M${x} ${round(y - 5.5)}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`}>
      {title}
    </path>
  );
}

/** The mark of a group in its key. */
export function DeedMark({ group }: { group: DeedDot['group'] }) {
  return (
    <svg className="chart deed-mark" viewBox="0 0 16 16" aria-hidden="true">
      <Dot dot={{ code: '', name: '', group, progress: 0, gain: 0 }} x={8} y={8} />
    </svg>
  );
}

/**
 * Progress of the desk to the right, change of the outcomes upwards; the line is what counts as better. Drawn on the server, with the same
 * data as a table below.
 */
export function DeedsChart({ dots }: { dots: readonly DeedDot[] }) {
  if (dots.length === 0) return <p className="muted">{DEEDS.chartNothing}</p>;
  const gains = dots.map(({ gain }) => gain);
  const low = Math.floor(Math.min(-STEP, ...gains) / STEP) * STEP;
  const high = Math.ceil(Math.max(2 * STEP, ...gains) / STEP) * STEP;
  const lines = Array.from({ length: (high - low) / STEP + 1 }, (_, index) => low + index * STEP);
  const every = lines.length > 9 ? 2 : 1;
  const x = (ratio: number) => round(BOX.left + (BOX.right - BOX.left) * ratio);
  const y = (gain: number) => round(BOX.bottom - ((BOX.bottom - BOX.top) * (gain - low)) / (high - low));
  const paperOnly = dots.filter(({ group }) => group === 'paper_only').length;
  return (
    <div className="deeds-chart">
      <div dir="ltr">
        <svg
          className="chart"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`${DEEDS.chart}. ${DEEDS.chartSentence(dots.length, paperOnly)}`}
        >
          {lines.map((gain, index) => (
            <g key={gain}>
              <path className={gain === 0 ? 'base' : 'grid'} d={`M${BOX.left} ${y(gain)}H${BOX.right}`} />
              {index % every === 0 && (
                <text className="ax" x={BOX.right + 8} y={y(gain) + 4} textAnchor="start">
                  {formatSigned(gain)}
                </text>
              )}
            </g>
          ))}
          {PERCENTS.map((percent) => (
            <g key={percent}>
              <path className="grid" d={`M${x(percent / 100)} ${BOX.top}V${BOX.bottom}`} />
              <text
                className="ax"
                x={x(percent / 100)}
                y={BOX.bottom + 18}
                textAnchor={percent === 0 ? 'start' : percent === 100 ? 'end' : 'middle'}
              >
                {formatInteger(percent)}
              </text>
            </g>
          ))}
          <path className="pl" d={`M${BOX.left} ${y(BETTER_POINTS)}H${BOX.right}`} />
          {dots.map((dot) => (
            <Dot key={dot.code} dot={dot} x={x(dot.progress)} y={y(dot.gain)} />
          ))}
          <text className="ax" x={(BOX.left + BOX.right) / 2} y={BOX.bottom + 40} textAnchor="middle">
            {DEEDS.axisProgress}
          </text>
        </svg>
      </div>
      <p className="small muted">{DEEDS.chartAxes}</p>
      <details className="data no-print">
        <summary>{chartWords.tableSummary}</summary>
        <Table caption={chartWords.tableName(DEEDS.chart)}>
          <thead>
            <tr>
              <th scope="col">{DEEDS.body}</th>
              <th scope="col">{DEEDS.group}</th>
              <th scope="col" className="n">
                {DEEDS.axisProgress}
              </th>
              <th scope="col" className="n">
                {DEEDS.axisGain}
              </th>
            </tr>
          </thead>
          <tbody>
            {dots.map((dot) => (
              <tr key={dot.code}>
                <th scope="row">{dot.name}</th>
                <td>{DEEDS.groups[dot.group]}</td>
                <td className="n">{formatPercentValue(dot.progress, 0)}</td>
                <td className="n">
                  <bdi className="ltr">{formatSigned(dot.gain, 1)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </div>
  );
}
