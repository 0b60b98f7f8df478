import { CountLink } from '@/components/ui/count-link';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { FORECAST } from '@/lib/messages/forecast';

export interface RecoveryRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  /** Added to the verified ratio, 0..1. */
  readonly gain: number;
  /** Overdue milestones by whose turn they are. */
  readonly ofBody: number;
  readonly ofReview: number;
  readonly ofOwnSteps: number;
}

/** What would bring the forecast to the deadline: a sentence, and the bodies it is about. */
export function RecoveryNote({
  sentence,
  rows,
  overdue,
}: {
  sentence: string;
  rows: readonly RecoveryRow[];
  /** All milestones whose due has passed and that are not verified. */
  overdue: { readonly count: number; readonly href: string; readonly label: string };
}) {
  if (sentence === '') return null;
  return (
    <div className="recovery">
      <h3 className="sub-h">{FORECAST.recoveryTitle}</h3>
      <p>
        {sentence}{' '}
        {overdue.count > 0 && (
          <CountLink href={overdue.href} count={overdue.count} of="rows">
            {overdue.label}
          </CountLink>
        )}
      </p>
      {rows.length > 0 && (
        <details className="data">
          <summary>{FORECAST.setLabel(rows.length)}</summary>
          <p className="small muted">{FORECAST.rule}</p>
          <div className="scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{DASHBOARD.body}</th>
                  <th scope="col">{FORECAST.milestones}</th>
                  <th scope="col" className="n">
                    {FORECAST.gain} <small>{FORECAST.gainUnit}</small>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.code}>
                    <th scope="row">
                      <a href={row.href}>{row.name}</a>
                    </th>
                    <td className="small">
                      {[
                        row.ofBody > 0 && FORECAST.ofBody(row.ofBody),
                        row.ofReview > 0 && FORECAST.ofReview(row.ofReview),
                        row.ofOwnSteps > 0 && FORECAST.ofOwnSteps(row.ofOwnSteps),
                      ]
                        .filter(Boolean)
                        .join('، ')}
                    </td>
                    <td className="n">{formatDecimal(row.gain * 100, 2)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{FORECAST.setLabel(rows.length)}</th>
                  <td className="small">
                    {formatInteger(
                      rows.reduce((sum, { ofBody, ofReview, ofOwnSteps }) => sum + ofBody + ofReview + ofOwnSteps, 0),
                    )}
                  </td>
                  <td className="n">{formatDecimal(rows.reduce((sum, { gain }) => sum + gain, 0) * 100, 2)}</td>
                </tr>
              </tfoot>
            </table>
          </div>
        </details>
      )}
    </div>
  );
}
