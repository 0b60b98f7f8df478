import { DECISION_LOOK } from '@/components/meeting/decision-look';
import type { EditionDocument, EditionPromiseRow } from '@/lib/domain/edition';
import { formatInteger } from '@/lib/format/numbers';
import { DECISION_STATE_LABELS } from '@/lib/messages/meeting';
import { paperWords } from '@/lib/messages/reports';
import { StatusShape } from './report-marks';
import { SectionTitle } from './report-summary';
import { shortDate } from './report-text';

/** More rows than this may run over a page. */
const KEPT_TOGETHER = 14;

/** The state in words beside its shape; the shape alone says nothing to a reader of the text. */
function State({ row }: { row: EditionPromiseRow }) {
  return (
    <>
      <svg className="ic" viewBox="0 0 20 20" aria-hidden="true">
        <StatusShape status={DECISION_LOOK[row.state].shape} />
      </svg>{' '}
      {DECISION_STATE_LABELS[row.state]}
    </>
  );
}

/** Decisions of meetings with what became of them. Editions of before have none, and no such section. */
export function PromiseTable({ document, number }: { document: EditionDocument; number: number }) {
  const { promises } = document;
  if (promises === undefined) return null;
  const { rows, sentence } = promises;
  return (
    <section className={rows.length > KEPT_TOGETHER ? undefined : 'keep'}>
      <SectionTitle number={number}>{paperWords.promises}</SectionTitle>
      <p className="lead">{sentence}</p>
      {rows.length > 0 && (
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{paperWords.decisionNumber}</th>
              <th scope="col" className="w">
                {paperWords.decisionText}
              </th>
              <th scope="col" className="w">
                {paperWords.decisionOwner}
              </th>
              <th scope="col">{paperWords.decisionMeeting}</th>
              <th scope="col">{paperWords.decisionPromise}</th>
              <th scope="col" className="w">
                {paperWords.decisionState}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <td className="n">{formatInteger(row.number)}</td>
                <th scope="row">
                  {row.text}
                  {row.note !== null && (
                    <>
                      <br />
                      <span className="dl">{row.note}</span>
                    </>
                  )}
                </th>
                <td>{row.owner}</td>
                <td className="n">{shortDate(row.meetingOn, document.header)}</td>
                <td className="n">{shortDate(row.promisedOn, document.header)}</td>
                <td className="nw">
                  <State row={row} />
                  {row.timing !== '' && (
                    <>
                      <br />
                      <span className="dl">{row.timing}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
