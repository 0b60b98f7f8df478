import type { EditionDocument, EditionOutcomeRow } from '@/lib/domain/edition';
import { formatMonth } from '@/lib/format/dates';
import { formatDecimal, formatSigned } from '@/lib/format/numbers';
import { INDICATORS } from '@/lib/messages/indicators';
import { paperWords } from '@/lib/messages/reports';
import { SectionTitle } from './report-summary';

/** More rows than this may run over a page. */
const KEPT_TOGETHER = 14;

function Change({ row }: { row: EditionOutcomeRow }) {
  return row.change === null ? '—' : <bdi dir="ltr">{formatSigned(row.change, 1)}</bdi>;
}

/** Outcome indicators, each mean with the number of bodies it rests on. Editions of before have none, and no such section. */
export function OutcomeTable({ document, number }: { document: EditionDocument; number: number }) {
  const { outcomes } = document;
  if (outcomes === undefined) return null;
  const { rows, sentence, baselineMonth } = outcomes;
  return (
    <section className={rows.length > KEPT_TOGETHER ? undefined : 'keep'}>
      <SectionTitle number={number}>{paperWords.outcomes}</SectionTitle>
      <p className="lead">{sentence}</p>
      <table className="t">
        <thead>
          <tr>
            <th scope="col" className="w">
              {paperWords.outcomeIndicator}
            </th>
            <th scope="col">{paperWords.outcomeMonth}</th>
            <th scope="col">{paperWords.outcomeMean}</th>
            <th scope="col">{paperWords.outcomeCoverage}</th>
            <th scope="col">{paperWords.outcomeChange(formatMonth(baselineMonth))}</th>
            <th scope="col" className="w">
              {paperWords.outcomeTrend}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.title} <span className="dl">({row.unit})</span>
              </th>
              <td className="nw">{formatMonth(row.month)}</td>
              <td className="n b">{formatDecimal(row.mean, 1)}</td>
              <td className="nw">{paperWords.ofAll(row.bodies, row.expected)}</td>
              <td className="n">
                <Change row={row} />
              </td>
              <td className="nw">
                {row.trend === null || row.changeBodies === null ? (
                  <span className="dl">{paperWords.outcomeNoChange}</span>
                ) : (
                  <>
                    {INDICATORS.trends[row.trend]}{' '}
                    <span className="dl">{paperWords.outcomeTrendBodies(row.changeBodies)}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="foot">{paperWords.outcomeNote}</p>
    </section>
  );
}
