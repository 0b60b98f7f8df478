import { Section } from '@/components/ui/section';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Decision, DecisionState } from '@/lib/domain/decisions';
import { decisionTiming, MEETING } from '@/lib/messages/meeting';
import { DecisionTag } from './decision-tag';
import { decisionHref } from './links';

export interface BodyPromisesProps {
  rows: readonly (Decision & DecisionState & { readonly body: { readonly name: string } | null })[];
  asOf: CivilDate;
  /** The reader reports for the bodies. */
  isOwn?: boolean;
  /** Several bodies at once: each row says which. */
  showBody?: boolean;
  /** The reader may open the decision itself. */
  hasLinks?: boolean;
  linkDay?: CivilDate | null;
}

/** Open promises about a body; nothing where there are none. */
export function BodyPromises({ rows, asOf, isOwn, showBody, hasLinks, linkDay = null }: BodyPromisesProps) {
  if (rows.length === 0) return null;
  return (
    <Section
      id="promises"
      title={isOwn ? MEETING.ownTitle : MEETING.ofBodyTitle}
      take={isOwn ? MEETING.ownTake : MEETING.ofBodyTake}
    >
      <ul className="list">
        {rows.map((row) => (
          <li key={row.id} className="promise">
            <p>{hasLinks ? <a href={decisionHref(row.number, { asOf: linkDay })}>{row.text}</a> : row.text}</p>
            <small>
              {showBody && row.body !== null && `${row.body.name} · `}
              {row.owner} · {MEETING.promisedUntil(row.promisedOn, asOf)}
            </small>
            <p className="promise-state">
              <DecisionTag state={row.state} line /> {decisionTiming(row)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
