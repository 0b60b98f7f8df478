import { formatDayMonth } from '@/lib/format/dates';
import { chartWords } from '@/lib/messages/charts';
import { percentText } from './chart-text';
import { curvePaths, forecastLine, pointAsOf, scales, type PlotBox, type SCurveData } from './s-curve-points';

const BOX: PlotBox = { left: 2, right: 198, top: 8, bottom: 72 };

/** The small twin of the curve, one a track. The words beside it carry the figures; the picture is named for those who hear it. */
export function Sparkline({ data, title }: { data: SCurveData; title: string }) {
  const paths = curvePaths(data, BOX);
  const now = pointAsOf(data);
  const forecast = forecastLine(data, BOX);
  const { x, y } = scales(data, BOX);
  const name =
    now === null
      ? `${title}: ${chartWords.noData}`
      : chartWords.sparkline(title, formatDayMonth(now.date), percentText(now.verified), percentText(now.planned));
  return (
    <div dir="ltr">
      <svg className="chart" viewBox="0 0 200 76" role="img" aria-label={name}>
        <path className="base" d={`M${BOX.left} ${BOX.bottom}H${BOX.right}`} />
        <path className="grid" d={`M${BOX.left} ${BOX.top}H${BOX.right}`} />
        {data.deadline !== null && data.deadline >= data.start && data.deadline <= data.end && (
          <path className="dl" d={`M${x(data.deadline)} 4V${BOX.bottom}`} />
        )}
        {paths.band !== '' && <path className="ca" d={paths.band} />}
        {paths.planned !== '' && <path className="pl" d={paths.planned} />}
        {paths.claimed !== '' && <path className="cl" d={paths.claimed} />}
        {paths.verified !== '' && <path className="ve" d={paths.verified} />}
        <path className="now" d={`M${x(data.asOf)} 4V${BOX.bottom}`} />
        {forecast !== null && (
          <>
            <path className="fc" d={`M${forecast.fromX} ${forecast.fromY}L${forecast.toX} ${forecast.toY}`} />
            {forecast.endsInside && (
              <circle
                cx={forecast.toX}
                cy={forecast.toY}
                r="3"
                fill="var(--paper)"
                stroke="var(--verified-line)"
                strokeWidth="2"
              />
            )}
          </>
        )}
        {now?.verified != null && <circle cx={x(now.date)} cy={y(now.verified)} r="2.6" fill="var(--verified-line)" />}
      </svg>
    </div>
  );
}
