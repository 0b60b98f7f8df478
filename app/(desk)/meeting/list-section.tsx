import { DecisionsFilter } from '@/components/meeting/decisions-filter';
import { DecisionsTable } from '@/components/meeting/decisions-table';
import { decisionListHref } from '@/components/meeting/links';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { DECISION_STATE_LABELS, MEETING } from '@/lib/messages/meeting';
import { meetingAddress } from './meeting-query';
import type { MeetingPageData } from './read-meeting';

/** All decisions, as filtered and sorted by the address, with a word about the filter. */
export function ListSection({ data, mayConclude }: { data: MeetingPageData; mayConclude: boolean }) {
  const { query, list } = data;
  const { meeting, rows } = list;
  const linkDay = meeting.asOf === meeting.today ? null : meeting.asOf;
  const address = { ...meetingAddress(query), asOf: linkDay };
  const { q, state, body, owner, due } = query;
  const bodies = new Map(meeting.decisions.flatMap((row) => (row.body === null ? [] : [[row.body.code, row.body]])));
  const filters = [
    ...(q ? [MEETING.filterWords.q(q)] : []),
    ...(due ? [MEETING.filterWords.due] : []),
    ...(state ? [MEETING.filterWords.state(DECISION_STATE_LABELS[state])] : []),
    ...(body ? [MEETING.filterWords.body(bodies.get(body)?.name ?? body)] : []),
    ...(owner ? [MEETING.filterWords.owner(owner)] : []),
  ];
  const isDescending = query.descending ?? query.sort === null;
  const sort = query.sort ?? 'number';
  return (
    <Section
      id="decisions"
      title={MEETING.listTitle}
      take={`${MEETING.listTake(rows.length, meeting.decisions.length)} ${filters.length > 0 ? MEETING.filteredBy(filters) : ''}`}
    >
      {meeting.decisions.length === 0 ? (
        <EmptyState title={MEETING.noneTitle}>{mayConclude ? MEETING.noneText : MEETING.noneTextReader}</EmptyState>
      ) : (
        <>
          <DecisionsFilter
            address={address}
            asOf={meeting.asOf}
            bodies={[...bodies.values()]}
            owners={[...new Set(meeting.decisions.map((row) => row.owner))]}
          />
          {rows.length === 0 ? (
            <EmptyState title={MEETING.noMatch} />
          ) : (
            <DecisionsTable
              caption={MEETING.listTitle}
              rows={rows}
              linkDay={linkDay}
              programme={meeting.programmeParam}
              mayConclude={mayConclude}
              sorting={{
                sort,
                isDescending,
                hrefOf: (name) =>
                  decisionListHref({
                    ...address,
                    sort: name,
                    order: name === sort && !isDescending ? 'desc' : 'asc',
                  }),
              }}
            />
          )}
        </>
      )}
    </Section>
  );
}
