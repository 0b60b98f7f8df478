import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { EditionDocument } from '@/lib/domain/edition';
import { formatMonth } from '@/lib/format/dates';
import { formatDecimal, formatSigned } from '@/lib/format/numbers';
import { chartWords } from '@/lib/messages/charts';
import { INDICATORS } from '@/lib/messages/indicators';
import { paperWords } from '@/lib/messages/reports';

/** Outcome indicators as the edition froze them. */
export function OutcomeSection({ document }: { document: EditionDocument }) {
  const { outcomes } = document;
  if (outcomes === undefined) return null;
  return (
    <Section id="outcomes" title={paperWords.outcomes} take={outcomes.sentence}>
      <Table caption={chartWords.tableName(paperWords.outcomes)}>
        <thead>
          <tr>
            <th scope="col">{paperWords.outcomeIndicator}</th>
            <th scope="col">{paperWords.outcomeMonth}</th>
            <th scope="col" className="n">
              {paperWords.outcomeMean}
            </th>
            <th scope="col">{paperWords.outcomeCoverage}</th>
            <th scope="col">{paperWords.outcomeChange(formatMonth(outcomes.baselineMonth))}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.title}
                <small>{row.unit}</small>
              </th>
              <td>{formatMonth(row.month)}</td>
              <td className="n">{formatDecimal(row.mean, 1)}</td>
              <td>{paperWords.ofAll(row.bodies, row.expected)}</td>
              <td>
                {row.change === null || row.trend === null ? (
                  <span className="faint">{paperWords.outcomeNoChange}</span>
                ) : (
                  <>
                    {INDICATORS.trends[row.trend]} <bdi className="ltr">{formatSigned(row.change, 1)}</bdi>
                    <small>{paperWords.outcomeTrendBodies(row.changeBodies ?? 0)}</small>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
