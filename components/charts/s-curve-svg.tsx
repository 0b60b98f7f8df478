import { formatDayMonth } from '@/lib/format/dates';
import { chartWords } from '@/lib/messages/charts';
import { dayTextNear, percentText } from './chart-text';
import {
  curvePaths,
  forecastLabelPlace,
  forecastLine,
  monthTicks,
  pointAsOf,
  scales,
  type PlotBox,
  type SCurveData,
} from './s-curve-points';

export interface SCurveLayout {
  readonly width: number;
  readonly height: number;
  readonly box: PlotBox;
  /** Names and values of the lines inside the picture; narrow pictures leave them to the text. */
  readonly hasKey: boolean;
}

export const WIDE: SCurveLayout = {
  width: 860,
  height: 372,
  box: { left: 12, right: 816, top: 40, bottom: 338 },
  hasKey: true,
};
export const NARROW: SCurveLayout = {
  width: 358,
  height: 280,
  box: { left: 4, right: 328, top: 44, bottom: 250 },
  hasKey: false,
};

/** Before a text that begins with digits: in a left-to-right drawing its words would otherwise stand in the wrong order. */
const RIGHT_TO_LEFT_MARK = '\u200f';

function Axis({ data, layout }: { data: SCurveData; layout: SCurveLayout }) {
  const { box } = layout;
  const { x, y } = scales(data, box);
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((ratio) => (
        <g key={ratio}>
          <path className={ratio === 0 ? 'base' : 'grid'} d={`M${box.left} ${y(ratio)}H${box.right}`} />
          <text className="ax" x={box.right + 10} y={y(ratio) + 4} textAnchor="start">
            {percentText(ratio, 0)}
          </text>
        </g>
      ))}
      {monthTicks(data.start, data.end).map((tick) => (
        <g key={tick.from}>
          {tick.beginsInside && <path className="base" d={`M${x(tick.from)} ${box.bottom}v5`} />}
          {x(tick.to) - x(tick.from) > tick.label.length * 6 && (
            <text className="ax" x={(x(tick.from) + x(tick.to)) / 2} y={box.bottom + 19} textAnchor="middle">
              {tick.label}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

/** The as-of day and the deadline: labels stand on the outer sides of the two lines, so that they never meet. */
function Markers({ data, layout }: { data: SCurveData; layout: SCurveLayout }) {
  const { box } = layout;
  const { x } = scales(data, box);
  const nowX = x(data.asOf);
  const deadlineInside = data.deadline !== null && data.deadline >= data.start && data.deadline <= data.end;
  const deadlineX = data.deadline === null ? 0 : x(data.deadline);
  const nowLeft = deadlineInside ? nowX <= deadlineX : nowX > (box.left + box.right) / 2;
  const labelWidth = 96;
  const clampLeft = (wanted: boolean, at: number) =>
    at - labelWidth < box.left ? false : at + labelWidth > box.right + 40 ? true : wanted;
  const nowSide = clampLeft(nowLeft, nowX);
  const deadlineSide = clampLeft(!nowLeft, deadlineX);
  const crowded = deadlineInside && nowSide === deadlineSide && Math.abs(nowX - deadlineX) < labelWidth + 8;
  return (
    <>
      {deadlineInside && data.deadline !== null && (
        <>
          <path className="dl" d={`M${deadlineX} ${box.top - 16}V${box.bottom}`} />
          <text
            className="dlt halo"
            x={deadlineX + (deadlineSide ? -4 : 4)}
            y={box.top - 22}
            textAnchor={deadlineSide ? 'end' : 'start'}
          >
            {chartWords.deadline(formatDayMonth(data.deadline))}
          </text>
        </>
      )}
      <path className="now" d={`M${nowX} ${box.top - 16}V${box.bottom}`} />
      <text
        className="lab halo"
        style={{ fill: 'var(--accent)' }}
        x={nowX + (nowSide ? -4 : 4)}
        y={crowded ? box.top - 5 : box.top - 22}
        textAnchor={nowSide ? 'end' : 'start'}
      >
        {chartWords.asOf(formatDayMonth(data.asOf))}
      </text>
    </>
  );
}

/** Today, on a page about a past day; its word stands at the foot of the line, where no other label is. */
function Today({ data, layout }: { data: SCurveData; layout: SCurveLayout }) {
  const today = data.today ?? null;
  if (today === null || today < data.start || today > data.end) return null;
  const { box } = layout;
  const at = scales(data, box).x(today);
  const isLeft = at + 60 > box.right;
  return (
    <>
      <path className="today" d={`M${at} ${box.top - 6}V${box.bottom}`} />
      <text className="sub halo" x={at + (isLeft ? -4 : 4)} y={box.bottom - 6} textAnchor={isLeft ? 'end' : 'start'}>
        {chartWords.today}
      </text>
    </>
  );
}

/** Small wedges on the time axis: from here on the figures rest on other rules, another programme or other bodies. */
function ChangeMarks({ data, layout }: { data: SCurveData; layout: SCurveLayout }) {
  const { box } = layout;
  const { x } = scales(data, box);
  return (data.marks ?? [])
    .filter((day) => day >= data.start && day <= data.end)
    .map((day) => (
      <path key={day} className="mark" d={`M${x(day)} ${box.bottom - 8}l5 8h-10z`}>
        <title>{chartWords.groundChanged(formatDayMonth(day))}</title>
      </path>
    ));
}

function Forecast({ data, layout }: { data: SCurveData; layout: SCurveLayout }) {
  const line = forecastLine(data, layout.box);
  if (line === null || data.forecastFinish === null) return null;
  const { x: labelX, y: labelY, anchor } = forecastLabelPlace(line, layout.box, { width: 70, gap: 11, lineHeight: 17 });
  return (
    <>
      <path className="fc" d={`M${line.fromX} ${line.fromY}L${line.toX} ${line.toY}`} />
      {line.endsInside && (
        <circle cx={line.toX} cy={line.toY} r="4.5" fill="var(--paper)" stroke="var(--verified-line)" strokeWidth="2" />
      )}
      <text className="lab halo" style={{ fill: 'var(--verified-line)' }} x={labelX} y={labelY} textAnchor={anchor}>
        {chartWords.forecast}
      </text>
      <text className="sub halo" x={labelX} y={labelY + 19} textAnchor={anchor}>
        {RIGHT_TO_LEFT_MARK + dayTextNear(data.forecastFinish, data.asOf)}
      </text>
    </>
  );
}

function Key({ data, layout }: { data: SCurveData; layout: SCurveLayout }) {
  const now = pointAsOf(data);
  if (now === null || !layout.hasKey) return null;
  const { box } = layout;
  const { x } = scales(data, box);
  // the lower right corner is empty after the as-of day, the upper left one before the work starts to rise
  const fitsRight = box.right - x(data.asOf) > 180;
  const right = fitsRight ? box.right - 32 : box.left + 150;
  const top = fitsRight ? box.bottom - 104 : box.top + 30;
  const rows = [
    { key: 'planned', line: 'pl', value: now.planned },
    { key: 'claimed', line: 'cl', value: now.claimed },
    { key: 'verified', line: 've', value: now.verified },
  ] as const;
  return rows.map((row, index) => (
    <g key={row.key}>
      <path className={row.line} d={`M${right} ${top + 23 * index}h-22`} />
      <text className="lab halo" x={right - 30} y={top + 4 + 23 * index} textAnchor="end">
        {chartWords[row.key]}
      </text>
      <text
        className="lab halo"
        style={row.key === 'verified' ? { fill: 'var(--verified-line)', fontWeight: 800 } : undefined}
        x={right - 134}
        y={top + 4 + 23 * index}
        textAnchor="middle"
      >
        {percentText(row.value)}
      </text>
    </g>
  ));
}

/**
 * The curve as a still picture. Time runs left to right and the value axis stands on the right, so the drawing must sit in an element
 * with `dir="ltr"`: in a right-to-left one SVG swaps what start and end of a text mean.
 */
export function SCurveSvg({
  data,
  layout,
  title,
  sentence,
  idPrefix,
}: {
  data: SCurveData;
  layout: SCurveLayout;
  title: string;
  sentence: string;
  idPrefix: string;
}) {
  const paths = curvePaths(data, layout.box);
  const { x, y } = scales(data, layout.box);
  const now = pointAsOf(data);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-labelledby={`${idPrefix}-title ${idPrefix}-desc`}
    >
      <title id={`${idPrefix}-title`}>{title}</title>
      <desc id={`${idPrefix}-desc`}>{sentence}</desc>
      <Axis data={data} layout={layout} />
      {paths.band !== '' && <path className="ca" d={paths.band} />}
      {paths.planned !== '' && <path className="pl" d={paths.planned} />}
      {paths.claimed !== '' && <path className="cl" d={paths.claimed} />}
      {paths.verified !== '' && <path className="ve" d={paths.verified} />}
      <ChangeMarks data={data} layout={layout} />
      <Today data={data} layout={layout} />
      <Markers data={data} layout={layout} />
      <Forecast data={data} layout={layout} />
      {now?.verified != null && <circle cx={x(now.date)} cy={y(now.verified)} r="4" fill="var(--verified-line)" />}
      <Key data={data} layout={layout} />
    </svg>
  );
}
