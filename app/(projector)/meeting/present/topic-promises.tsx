import { DecisionTag } from '@/components/meeting/decision-tag';
import { decisionHref } from '@/components/meeting/links';
import type { PresentAddress } from '@/components/meeting/present-links';
import { decisionTiming } from '@/lib/messages/meeting';
import { PRESENT } from '@/lib/messages/present';
import type { DecisionView, MeetingRecord } from '@/lib/services/meeting';

/** Rows with a sentence each. */
const SHOWN = 7;
const ROOMY = 4;

function PromiseTable({ rows, address }: { rows: readonly DecisionView[]; address: PresentAddress }) {
  return (
    <table className={`p-table p-promises ${rows.length <= ROOMY ? 'roomy' : ''}`}>
      <thead>
        <tr>
          <th scope="col">{PRESENT.state}</th>
          <th scope="col">{PRESENT.decision}</th>
          <th scope="col" className="hide-s">
            {PRESENT.owner}
          </th>
          <th scope="col">{PRESENT.promise}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <td>
              <DecisionTag state={row.state} line />
            </td>
            <th scope="row">
              <a href={decisionHref(row.number, address)}>{row.text}</a>
            </th>
            <td className="hide-s">{row.owner}</td>
            <td className="nw">
              {PRESENT.untilDay(row.promisedOn)}
              <small>{decisionTiming(row)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What earlier meetings were promised and what became of it. */
export function PromisesTopic({ meeting, address }: { meeting: MeetingRecord; address: PresentAddress }) {
  const rows = meeting.due.slice(0, SHOWN);
  return (
    <>
      {rows.length > 0 && <PromiseTable rows={rows} address={address} />}
      {meeting.due.length > rows.length && (
        <p className="p-note">{PRESENT.andMore(meeting.due.length - rows.length)}</p>
      )}
    </>
  );
}

/** What this meeting decided, then what earlier ones still expect. */
export function DecidedTopic({ meeting, address }: { meeting: MeetingRecord; address: PresentAddress }) {
  const fresh = meeting.fresh.slice(-SHOWN);
  const own = new Set(fresh.map(({ number }) => number));
  const ahead = meeting.ahead.filter(({ number }) => !own.has(number)).slice(0, SHOWN - fresh.length);
  return (
    <>
      {fresh.length > 0 && <PromiseTable rows={fresh} address={address} />}
      {ahead.length > 0 && (
        <>
          <h2>{PRESENT.aheadTitle}</h2>
          <PromiseTable rows={ahead} address={address} />
        </>
      )}
    </>
  );
}
