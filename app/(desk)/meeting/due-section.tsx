import { DecisionCountList } from '@/components/meeting/decision-counts';
import { DecisionsTable } from '@/components/meeting/decisions-table';
import { decisionListHref } from '@/components/meeting/links';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { countDecisionStates } from '@/lib/domain/decisions';
import { MEETING } from '@/lib/messages/meeting';
import type { MeetingPageData } from './read-meeting';

/** What this meeting has to hear about, beside what it has decided so far. */
export function DueSection({ data, mayConclude }: { data: MeetingPageData; mayConclude: boolean }) {
  const { meeting } = data.list;
  const linkDay = meeting.asOf === meeting.today ? null : meeting.asOf;
  const address = { asOf: linkDay, programme: meeting.programmeParam };
  const counts = countDecisionStates(meeting.due);
  const shared = { linkDay, programme: meeting.programmeParam, mayConclude };
  return (
    <>
      <Section id="due" title={MEETING.dueTitle} take={meeting.due.length === 0 ? undefined : MEETING.dueTake(counts)}>
        {meeting.due.length === 0 ? (
          <EmptyState tone="ok" title={MEETING.nothingDue}>
            {MEETING.nothingDueText}
          </EmptyState>
        ) : (
          <>
            <DecisionCountList
              counts={counts}
              hrefOf={(state) => decisionListHref({ ...address, due: true, state })}
              isRow
            />
            <DecisionsTable caption={MEETING.dueTitle} rows={meeting.due} {...shared} />
          </>
        )}
      </Section>
      {meeting.fresh.length > 0 && (
        <Section id="fresh" title={MEETING.freshTitle}>
          <DecisionsTable caption={MEETING.freshTitle} rows={meeting.fresh} {...shared} />
        </Section>
      )}
    </>
  );
}
