import { Table } from '@/components/ui/table';
import type { AxisResult } from '@/lib/domain/survey';
import { formatInteger } from '@/lib/format/numbers';
import { SURVEY, surveyNumber } from '@/lib/messages/survey';

/** The axes of the questionnaire as bars from 0 to 100; the bars stand in their own table. */
export function AxisBars({ axes }: { axes: readonly AxisResult[] }) {
  return (
    <Table caption={SURVEY.axes} className="sv-axes">
      <thead>
        <tr>
          <th scope="col">{SURVEY.axis}</th>
          <th scope="col" className="n">
            {SURVEY.score}
          </th>
          <th scope="col">
            <span className="vh">{SURVEY.units.score}</span>
          </th>
          <th scope="col" className="n">
            {SURVEY.answers}
          </th>
        </tr>
      </thead>
      <tbody>
        {axes.map(({ axis, title, score, answers }) => (
          <tr key={axis} data-axis={axis}>
            <th scope="row">{title}</th>
            <td className="n">
              {score === null ? <span className="faint small">{SURVEY.noData}</span> : <b>{surveyNumber(score)}</b>}
            </td>
            <td>
              {score !== null && (
                <span className="sv-bar" aria-hidden="true">
                  <i style={{ inlineSize: `${score.toFixed(1)}%` }} />
                </span>
              )}
            </td>
            <td className="n">{formatInteger(answers)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
