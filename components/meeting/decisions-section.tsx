import { Section } from '@/components/ui/section';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Decision, DecisionCounts, DecisionState } from '@/lib/domain/decisions';
import { formatDayMonth } from '@/lib/format/dates';
import { decisionTiming, MEETING } from '@/lib/messages/meeting';
import { DecisionCountList } from './decision-counts';
import { DecisionTag } from './decision-tag';
import { decisionHref, decisionListHref } from './links';

/** Rows on the deputy's page; the counts and the link beside them lead to the whole. */
const SHOWN = 4;

type Row = Decision & DecisionState;

export interface DecisionsSectionProps {
  meeting: {
    readonly programmeParam: string | null;
    readonly decisions: readonly Row[];
    readonly counts: DecisionCounts;
    readonly due: readonly Row[];
    readonly ahead: readonly Row[];
  };
  /** The as-of day where it is not today. */
  linkDay: CivilDate | null;
}

/** What meetings decided: how much was kept, and what is due first. No hooks: it is drawn as text. */
export function DecisionsSection({ meeting, linkDay }: DecisionsSectionProps) {
  const { decisions, counts, due, ahead } = meeting;
  const address = { asOf: linkDay, programme: meeting.programmeParam };
  const rows = [...due.filter(({ state }) => state === 'overdue' || state === 'open'), ...ahead].slice(0, SHOWN);
  return (
    <Section
      id="meeting"
      title={MEETING.sectionTitle}
      take={decisions.length === 0 ? MEETING.sectionEmpty : MEETING.sectionTake(counts)}
      more={
        decisions.length === 0
          ? { href: '/meeting', label: MEETING.title }
          : { href: decisionListHref(address), label: MEETING.sectionMore(decisions.length) }
      }
    >
      {decisions.length > 0 && (
        <div className="dcs">
          <DecisionCountList counts={counts} hrefOf={(state) => decisionListHref({ ...address, state })} />
          <ul className="list">
            {rows.map((row) => (
              <li key={row.number} className="dcs-row">
                <DecisionTag state={row.state} />
                <span>
                  <a href={decisionHref(row.number, address)}>{row.text}</a>
                  <small>
                    {row.owner} · {MEETING.promise} {formatDayMonth(row.promisedOn)} · {decisionTiming(row)}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
