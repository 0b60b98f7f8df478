import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { chartWords } from '@/lib/messages/charts';
import { dayTextNear, percentText } from './chart-text';
import { encodeCurve, pointAsOf, type SCurveData, type SCurvePoint } from './s-curve-points';
import { NARROW, SCurveSvg, WIDE } from './s-curve-svg';

/** Wider than this the lettering of the picture would outgrow the text around it. */
const WIDEST_REM = 66;

/** What the curve says, in words: read aloud, and shown where the picture is not. */
export function describeCurve(data: SCurveData): string {
  const now = pointAsOf(data);
  if (now === null) return chartWords.noCurve;
  const levels = chartWords.levels(
    formatDayMonth(now.date),
    percentText(now.planned),
    percentText(now.claimed),
    percentText(now.verified),
  );
  const deadline = data.deadline === null ? '' : chartWords.andDeadline(dayTextNear(data.deadline, data.asOf));
  const finish =
    data.forecastFinish === null ? '' : chartWords.andForecast(dayTextNear(data.forecastFinish, data.asOf));
  return `${levels}${deadline}${finish}.`;
}

/** Rows of the table beside the picture: one a week, always with the as-of day and the last day. */
export function tablePoints(data: SCurveData): SCurvePoint[] {
  if (data.points.length <= 60) return [...data.points];
  return data.points.filter(
    (point, index) => index % 7 === 0 || point.date === data.asOf || index === data.points.length - 1,
  );
}

export function CurveTable({ data, title }: { data: SCurveData; title: string }) {
  return (
    <details className="data">
      <summary>{chartWords.tableSummary}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={chartWords.tableName(title)}>
        <table className="table">
          <caption>{chartWords.tableCaption(formatDayMonth(data.asOf))}</caption>
          <thead>
            <tr>
              <th scope="col">{chartWords.date}</th>
              <th scope="col" className="n">
                {chartWords.planned}
              </th>
              <th scope="col" className="n">
                {chartWords.claimed}
              </th>
              <th scope="col" className="n">
                {chartWords.verified}
              </th>
            </tr>
          </thead>
          <tbody>
            {tablePoints(data).map((point) => (
              <tr key={point.date}>
                <th scope="row">{formatDate(point.date)}</th>
                <td className="n">{percentText(point.planned)}</td>
                <td className="n">{percentText(point.claimed)}</td>
                <td className="n">{percentText(point.verified)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/**
 * Planned, claimed and verified over time, drawn on the server. The picture works without scripts; where they run, `SCurveEnhancer` puts an
 * explorable copy in its place. `id` must be unique on the page.
 */
export function SCurve({ data, title, id }: { data: SCurveData; title: string; id: string }) {
  const sentence = describeCurve(data);
  if (pointAsOf(data) === null) return <p className="muted">{sentence}</p>;
  return (
    <div>
      <div
        data-s-curve={encodeCurve(data)}
        data-title={title}
        data-sentence={sentence}
        style={{ maxInlineSize: `${WIDEST_REM}rem` }}
      >
        <div dir="ltr" className="hidden sm:block">
          <SCurveSvg data={data} layout={WIDE} title={title} sentence={sentence} idPrefix={`${id}-wide`} />
        </div>
        <div dir="ltr" className="sm:hidden">
          <SCurveSvg data={data} layout={NARROW} title={title} sentence={sentence} idPrefix={`${id}-narrow`} />
        </div>
      </div>
      <CurveTable data={data} title={title} />
    </div>
  );
}
