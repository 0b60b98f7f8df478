import type { Metadata } from 'next';
import { DecisionForm } from '@/components/meeting/decision-form';
import { DecisionCountList } from '@/components/meeting/decision-counts';
import { DecisionsFilter } from '@/components/meeting/decisions-filter';
import { DecisionsTable } from '@/components/meeting/decisions-table';
import { decisionHref, decisionListHref, meetingHref } from '@/components/meeting/links';
import { presentHref } from '@/components/meeting/present-links';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { countDecisionStates } from '@/lib/domain/decisions';
import { readDraft } from '@/lib/drafts';
import { formatDayMonth, formatLongDate } from '@/lib/format/dates';
import { DECISION_STATE_LABELS, MEETING } from '@/lib/messages/meeting';
import { TOPIC_TITLES, TOPICS } from '@/lib/messages/present';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getMeetingChoices } from '@/lib/services/meeting-choices';
import { mayDo, type ServiceContext } from '@/lib/services/service-context';
import { queryCount } from '@/lib/validation/progress';
import { topicSummary } from '@/app/(projector)/meeting/present/topics';
import { record } from './actions';
import { meetingAddress } from './meeting-query';
import { readMeeting, type MeetingPageData } from './read-meeting';
import './meeting.css';

export const metadata: Metadata = { title: MEETING.title };

export default async function MeetingPage({ searchParams }: PageProps<'/meeting'>) {
  const ctx = await getPageContext();
  const params = await searchParams;
  const data = readOrNotFound(() => readMeeting(ctx, params));
  const { view, list, query } = data;
  const { meeting, rows } = list;
  const isToday = meeting.asOf === meeting.today;
  const linkDay = isToday ? null : meeting.asOf;
  const address = { asOf: linkDay, programme: meeting.programmeParam };
  const mayRecord = isToday && mayDo(ctx, 'decision.record');
  return (
    <div className="wrap page meeting" data-total-decisions={rows.length}>
      <div className="meeting-head">
        <div>
          <h1>{MEETING.title}</h1>
          <p className="take">
            {formatLongDate(meeting.asOf)} · {MEETING.take(meeting.previousOn)}
          </p>
        </div>
        <div className="row">
          <LinkButton variant="primary" href={presentHref('verdict', address)}>
            {MEETING.present}
          </LinkButton>
          <PrintButton label={MEETING.print} />
        </div>
      </div>
      <DoneNote recorded={queryCount(params, 'recorded')} concluded={queryCount(params, 'concluded')} data={data} />
      {query.hasProblem && (
        <Note tone="bad" role="alert">
          {MEETING.badDay}
        </Note>
      )}
      {!isToday && (
        <Note>
          {MEETING.pastDay(formatDayMonth(meeting.asOf))}{' '}
          <a href={meetingHref('/meeting', { programme: meeting.programmeParam })}>{MEETING.toToday}</a>
        </Note>
      )}
      <Section id="agenda" title={MEETING.agendaTitle} take={MEETING.agendaTake}>
        <ol className="agenda">
          {TOPICS.map((topic) => (
            <li key={topic}>
              <a href={presentHref(topic, address)}>{TOPIC_TITLES[topic]}</a>
              <small>{topicSummary(topic, view)}</small>
            </li>
          ))}
        </ol>
      </Section>
      <div className={mayRecord ? 'meeting-columns' : undefined}>
        <div>
          <DueSection data={data} mayConclude={isToday && mayDo(ctx, 'decision.conclude')} />
        </div>
        {mayRecord && (
          <Section id="new" title={MEETING.newTitle} take={MEETING.newTake} className="no-print">
            <NewDecision ctx={ctx} programme={query.programme ?? null} startOn={meeting.programme.startOn} />
          </Section>
        )}
      </div>
      <ListSection data={data} mayConclude={isToday && mayDo(ctx, 'decision.conclude')} />
    </div>
  );
}

function DoneNote({
  recorded,
  concluded,
  data,
}: {
  recorded: number | null;
  concluded: number | null;
  data: MeetingPageData;
}) {
  const number = recorded ?? concluded;
  const { decisions, programmeParam } = data.list.meeting;
  if (number === null || !decisions.some((decision) => decision.number === number)) return null;
  return (
    <Note tone="ok" role="status">
      {recorded === null ? MEETING.concluded(number) : MEETING.recorded(number)}{' '}
      <a href={decisionHref(number, { programme: programmeParam })}>{MEETING.open}</a>
    </Note>
  );
}

/** What this meeting has to hear about, beside what it has decided so far. */
function DueSection({ data, mayConclude }: { data: MeetingPageData; mayConclude: boolean }) {
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

async function NewDecision({
  ctx,
  programme,
  startOn,
}: {
  ctx: ServiceContext;
  programme: string | null;
  startOn: MeetingPageData['view']['programme']['startOn'];
}) {
  const choices = getMeetingChoices(ctx, programme);
  return (
    <DecisionForm
      action={record}
      initialState={await readDraft('/meeting', 'decision')}
      programme={programme}
      today={ctx.clock.today()}
      startOn={startOn}
      {...choices}
    />
  );
}

function ListSection({ data, mayConclude }: { data: MeetingPageData; mayConclude: boolean }) {
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
