import { bodyHref } from '@/components/dashboard/links';
import { SortedHeader, Table, type Sorting } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Decision, DecisionState, OutcomeSuggestion } from '@/lib/domain/decisions';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { DECISION_OUTCOME_LABELS, decisionTiming, MEETING } from '@/lib/messages/meeting';
import { DecisionTag } from './decision-tag';
import { decisionHref } from './links';

export interface DecisionTableRow extends Decision, DecisionState {
  readonly body: { readonly code: string; readonly name: string } | null;
  readonly suggestion: OutcomeSuggestion | null;
  readonly milestone: { readonly trackName: string; readonly position: number; readonly title: string } | null;
}

type Sort = 'number' | 'meeting' | 'promised' | 'owner' | 'state';

export interface DecisionsTableProps {
  caption: string;
  rows: readonly DecisionTableRow[];
  /** Left out where the order is the meeting's own. */
  sorting?: Sorting<Sort>;
  linkDay: CivilDate | null;
  programme: string | null;
  mayConclude: boolean;
}

/** Decisions with what they are about, the promise and its state. */
export function DecisionsTable({ caption, rows, sorting, linkDay, programme, mayConclude }: DecisionsTableProps) {
  const address = { asOf: linkDay, programme };
  return (
    <Table caption={caption} className="decisions-t">
      <thead>
        <tr>
          <SortedHeader sorting={sorting} name="number" className="num-col">
            {MEETING.number}
          </SortedHeader>
          <th scope="col">{MEETING.text}</th>
          <SortedHeader sorting={sorting} name="owner" className="hide-s">
            {MEETING.owner}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="meeting" className="hide-s">
            {MEETING.meeting}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="promised" className="hide-s">
            {MEETING.promise}
          </SortedHeader>
          <SortedHeader sorting={sorting} name="state">
            {MEETING.state}
          </SortedHeader>
          {mayConclude && (
            <th scope="col" className="hide-s no-print">
              <span className="vh">{MEETING.outcome}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const timing = decisionTiming(row);
          return (
            <tr key={row.number}>
              <td className="num-col">{formatInteger(row.number)}</td>
              <th scope="row">
                <a href={decisionHref(row.number, address)}>{row.text}</a>
                {row.body !== null && (
                  <small>
                    <a href={bodyHref(row.body.code, linkDay)}>{row.body.name}</a>
                    {row.milestone !== null && ` · ${row.milestone.trackName} ${formatInteger(row.milestone.position)}`}
                  </small>
                )}
                <small className="only-s">
                  {row.owner} · {MEETING.promise} {formatDate(row.promisedOn)}
                </small>
              </th>
              <td className="hide-s">{row.owner}</td>
              <td className="hide-s num">{formatDate(row.meetingOn)}</td>
              <td className="hide-s num">{formatDate(row.promisedOn)}</td>
              <td>
                <DecisionTag state={row.state} />
                {timing !== '' && <small>{timing}</small>}
                {row.suggestion !== null && (
                  <small>{MEETING.suggests(DECISION_OUTCOME_LABELS[row.suggestion.outcome])}</small>
                )}
              </td>
              {mayConclude && (
                <td className="hide-s no-print conclude-col">
                  <a className="btn sm" href={decisionHref(row.number, { programme }, '#conclude')}>
                    {row.outcome === null ? MEETING.conclude : MEETING.correct}
                    <span className="vh"> {MEETING.decisionTitle(row.number)}</span>
                  </a>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
