import { DecisionTag } from '@/components/meeting/decision-tag';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { EditionDocument } from '@/lib/domain/edition';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { chartWords } from '@/lib/messages/charts';
import { paperWords } from '@/lib/messages/reports';
import { bodyName } from './report-text';

/** Decisions of meetings as the edition froze them; the number leads to the decision as it is today. */
export function PromiseSection({ document }: { document: EditionDocument }) {
  const { promises } = document;
  if (promises === undefined) return null;
  const programme = encodeURIComponent(document.header.programmeCode);
  return (
    <Section id="promises" title={paperWords.promises} take={promises.sentence}>
      {promises.rows.length > 0 && (
        <Table caption={chartWords.tableName(paperWords.promises)}>
          <thead>
            <tr>
              <th scope="col">{paperWords.decisionNumber}</th>
              <th scope="col">{paperWords.decisionText}</th>
              <th scope="col" className="hide-s">
                {paperWords.decisionOwner}
              </th>
              <th scope="col" className="hide-s">
                {paperWords.decisionMeeting}
              </th>
              <th scope="col">{paperWords.decisionPromise}</th>
              <th scope="col">{paperWords.decisionState}</th>
            </tr>
          </thead>
          <tbody>
            {promises.rows.map((row) => (
              <tr key={row.number}>
                <td>
                  <a href={`/meeting/${row.number}?programme=${programme}`}>{formatInteger(row.number)}</a>
                </td>
                <th scope="row">
                  {row.text}
                  {row.bodyCode !== null && row.bodyName !== null && (
                    <small>
                      <a href={`/bodies/${encodeURIComponent(row.bodyCode)}`}>{bodyName(row.bodyName, document)}</a>
                    </small>
                  )}
                </th>
                <td className="hide-s">{row.owner}</td>
                <td className="hide-s">{formatDate(row.meetingOn)}</td>
                <td>{formatDate(row.promisedOn)}</td>
                <td>
                  <DecisionTag state={row.state} />
                  {row.timing !== '' && <small>{row.timing}</small>}
                  {row.note !== null && <small>{row.note}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
