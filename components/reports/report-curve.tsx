import { dayTextNear, percentText } from '@/components/charts/chart-text';
import {
  curvePaths,
  forecastLabelPlace,
  forecastLine,
  monthTicks,
  pointAsOf,
  scales,
  type PlotBox,
  type SCurveData,
} from '@/components/charts/s-curve-points';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import type { EditionCurve } from '@/lib/domain/edition';
import { chartWords } from '@/lib/messages/charts';
import { paperWords } from '@/lib/messages/reports';

const HEIGHT = 590;
const BOX: PlotBox = { left: 20, right: 1640, top: 62, bottom: 538 };
const INK = '#15181b';
const ACCENT = '#0c4a5b';
const CLAIMED = '#7f8a92';

/**
 * The curve on paper: a tenth of a millimetre a unit, readable in black and white. Thin dashes are the plan, the grey line the claims, the
 * thick line what was verified, the dots the forecast. Time runs left to right.
 */
export function PaperCurve({ curve }: { curve: EditionCurve }) {
  const data: SCurveData = curve;
  const paths = curvePaths(data, BOX);
  const { x, y } = scales(data, BOX);
  const now = pointAsOf(data);
  const forecast = forecastLine(data, BOX);
  const nowX = x(data.asOf);
  const deadlineX = data.deadline === null ? null : x(data.deadline);
  const deadlineRight = deadlineX === null || deadlineX >= nowX;
  // the key stands where no line passes: right of both uprights, or above the curve's beginning
  const isKeyRight = BOX.right - Math.max(nowX, deadlineX ?? nowX) > 560;
  const keyRight = isKeyRight ? BOX.right - 90 : BOX.left + 430;
  const keyTop = isKeyRight ? BOX.bottom - 200 : BOX.top + 60;
  const place = forecast === null ? null : forecastLabelPlace(forecast, BOX, { width: 170, gap: 24, lineHeight: 32 });
  // beside the open end the text stands under the grid line, which would strike it through
  const finish = place?.anchor === 'start' ? { ...place, y: place.y + 26 } : place;
  const finishText = data.forecastFinish === null ? '' : formatDate(data.forecastFinish);
  return (
    <svg className="pchart" viewBox={`0 0 1720 ${HEIGHT}`} role="img" aria-label={`${curve.title}: ${curve.sentence}`}>
      {[0, 0.25, 0.5, 0.75, 1].map((ratio) => (
        <g key={ratio}>
          <path
            d={`M${BOX.left} ${y(ratio)}H${BOX.right}`}
            stroke={ratio === 0 ? INK : '#d3d8dc'}
            strokeWidth={ratio === 0 ? 2.4 : 1.6}
          />
          <text x={BOX.right + 14} y={y(ratio) + 9} textAnchor="start">
            {percentText(ratio, 0)}
          </text>
        </g>
      ))}
      <text className="s" x={BOX.right + 14} y={BOX.top - 28} textAnchor="start">
        {paperWords.percent}
      </text>
      {monthTicks(data.start, data.end).map((tick) => (
        <g key={tick.from}>
          {tick.beginsInside && <path d={`M${x(tick.from)} ${BOX.bottom}v12`} stroke={INK} strokeWidth="2" />}
          {x(tick.to) - x(tick.from) > tick.label.length * 13 && (
            <text x={(x(tick.from) + x(tick.to)) / 2} y={BOX.bottom + 36} textAnchor="middle">
              {tick.label}
            </text>
          )}
        </g>
      ))}
      <path d={`M${nowX} ${BOX.bottom}V40`} stroke={INK} strokeWidth="1.8" />
      <text className="b" x={nowX + (deadlineRight ? -12 : 12)} y="30" textAnchor={deadlineRight ? 'end' : 'start'}>
        {paperWords.standing(formatDayMonth(data.asOf))}
      </text>
      {deadlineX !== null && (
        <>
          <path d={`M${deadlineX} ${BOX.bottom}V40`} stroke={INK} strokeWidth="5.5" />
          <text
            className="b"
            x={deadlineX + (deadlineRight ? 12 : -12)}
            y="30"
            textAnchor={deadlineRight ? 'start' : 'end'}
          >
            {curve.deadlineLabel}
          </text>
        </>
      )}
      <path d={paths.planned} fill="none" stroke={INK} strokeWidth="2.6" strokeDasharray="12 7" />
      <path d={paths.claimed} fill="none" stroke={CLAIMED} strokeWidth="5" strokeLinejoin="round" />
      <path d={paths.verified} fill="none" stroke={ACCENT} strokeWidth="8" strokeLinejoin="round" />
      {forecast !== null && finish !== null && (
        <>
          <path
            d={`M${forecast.fromX} ${forecast.fromY}L${forecast.toX} ${forecast.toY}`}
            fill="none"
            stroke={ACCENT}
            strokeWidth="5"
            strokeDasharray="1 13"
            strokeLinecap="round"
          />
          {forecast.endsInside && (
            <circle cx={forecast.toX} cy={forecast.toY} r="9" fill="#fff" stroke={ACCENT} strokeWidth="4" />
          )}
          <text className="b" x={finish.x} y={finish.y} textAnchor={finish.anchor}>
            {paperWords.forecastFinish}
          </text>
          <text x={finish.x} y={finish.y + 32} textAnchor={finish.anchor}>
            {finishText}
          </text>
        </>
      )}
      {now?.claimed != null && (
        <circle cx={x(now.date)} cy={y(now.claimed)} r="8" fill={CLAIMED} stroke="#fff" strokeWidth="3" />
      )}
      {now?.verified != null && (
        <circle cx={x(now.date)} cy={y(now.verified)} r="11" fill={ACCENT} stroke="#fff" strokeWidth="3" />
      )}
      {now !== null &&
        (
          [
            [paperWords.plannedLine, now.planned, { stroke: INK, strokeWidth: 2.6, strokeDasharray: '12 7' }],
            [paperWords.claimedLine, now.claimed, { stroke: CLAIMED, strokeWidth: 5 }],
            [paperWords.verifiedLine, now.verified, { stroke: ACCENT, strokeWidth: 8 }],
          ] as const
        ).map(([name, value, line], index) => (
          <g key={name}>
            <path d={`M${keyRight} ${keyTop + 42 * index}h-68`} {...line} />
            <text x={keyRight - 84} y={keyTop + 9 + 42 * index} textAnchor="end">
              {name}
            </text>
            <text className="b" x={keyRight - 390} y={keyTop + 9 + 42 * index} textAnchor="start">
              {percentText(value)}
            </text>
          </g>
        ))}
      {now !== null && data.forecastFinish !== null && (
        <g>
          <path
            d={`M${keyRight} ${keyTop + 126}h-68`}
            stroke={ACCENT}
            strokeWidth="5"
            strokeDasharray="1 13"
            strokeLinecap="round"
          />
          <text x={keyRight - 84} y={keyTop + 135} textAnchor="end">
            {`${chartWords.forecast} ${dayTextNear(data.forecastFinish, data.asOf)}`}
          </text>
        </g>
      )}
    </svg>
  );
}
