import type { Metadata } from 'next';
import { decisionHref, meetingHref } from '@/components/meeting/links';
import { presentHref } from '@/components/meeting/present-links';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { formatDayMonth, formatLongDate } from '@/lib/format/dates';
import { MEETING } from '@/lib/messages/meeting';
import { TOPIC_TITLES, TOPICS } from '@/lib/messages/present';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { mayDo } from '@/lib/services/service-context';
import { queryCount } from '@/lib/validation/progress';
import { topicSummary } from '@/app/(projector)/meeting/present/topics';
import { DueSection } from './due-section';
import { ListSection } from './list-section';
import { NewDecision } from './new-decision';
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
