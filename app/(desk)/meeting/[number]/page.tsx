import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { bodyHref } from '@/components/dashboard/links';
import { DecisionHistory } from '@/components/meeting/decision-history';
import { DecisionTag } from '@/components/meeting/decision-tag';
import { decisionHref, decisionListHref, meetingHref } from '@/components/meeting/links';
import { OutcomeForm } from '@/components/meeting/outcome-form';
import { PrintButton } from '@/components/milestones/print-button';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { decisionTiming, MEETING, suggestionText } from '@/lib/messages/meeting';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getDecision, type DecisionFile } from '@/lib/services/meeting';
import { mayDo } from '@/lib/services/service-context';
import { queryDay, queryValue } from '@/lib/validation/progress';
import { conclude } from '../actions';
import '../meeting.css';

export async function generateMetadata({ params }: PageProps<'/meeting/[number]'>): Promise<Metadata> {
  const { number } = await params;
  return { title: /^\d{1,9}$/.test(number) ? MEETING.decisionTitle(Number(number)) : MEETING.title };
}

function Facts({ file, linkDay }: { file: DecisionFile; linkDay: DecisionFile['asOf'] | null }) {
  const { decision } = file;
  return (
    <dl className="kv decision-facts">
      <dt>{MEETING.owner}</dt>
      <dd>
        <b>{decision.owner}</b>
      </dd>
      <dt>{MEETING.promise}</dt>
      <dd>{MEETING.untilEndOf(decision.promisedOn)}</dd>
      <dt>{MEETING.meeting}</dt>
      <dd>{MEETING.meetingOf(decision.meetingOn)}</dd>
      {decision.body !== null && (
        <>
          <dt>{MEETING.body}</dt>
          <dd>
            <a href={bodyHref(decision.body.code, linkDay)}>{decision.body.name}</a>
          </dd>
        </>
      )}
      {decision.milestone !== null && (
        <>
          <dt>{MEETING.milestone}</dt>
          <dd>
            {decision.milestone.trackName} {formatInteger(decision.milestone.position)}: {decision.milestone.title}
          </dd>
        </>
      )}
    </dl>
  );
}

export default async function DecisionPage({ params, searchParams }: PageProps<'/meeting/[number]'>) {
  const ctx = await getPageContext();
  const [{ number }, query] = [await params, await searchParams];
  if (!/^\d{1,9}$/.test(number)) notFound();
  const programme = queryValue(query, 'programme');
  const file = readOrNotFound(() => getDecision(ctx, Number(number), { asOf: queryDay(query, 'asOf'), programme }));
  const { decision, outcomes, asOf, today } = file;
  const { suggestion } = decision;
  const linkDay = asOf === today ? null : asOf;
  const mayConclude = linkDay === null && mayDo(ctx, 'decision.conclude');
  const timing = decisionTiming(decision);
  return (
    <div className="wrap page decision">
      <p className="crumb">
        <a href={decisionListHref({ asOf: linkDay, programme })}>{MEETING.back}</a>
      </p>
      <div className="meeting-head">
        <h1>{MEETING.decisionTitle(decision.number)}</h1>
        <PrintButton label={MEETING.print} />
      </div>
      {linkDay !== null && (
        <Note>
          {MEETING.pastDay(formatDayMonth(asOf))}{' '}
          <a href={decisionHref(decision.number, { programme })}>{MEETING.toToday}</a>
        </Note>
      )}
      <p className="decision-state">
        <DecisionTag state={decision.state} />
        {timing !== '' && <span>{timing}</span>}
      </p>
      <p className="decision-text">{decision.text}</p>
      <Facts file={file} linkDay={linkDay} />
      {suggestion !== null && decision.milestone !== null && (
        <Note tone={suggestion.outcome === 'broken' ? 'warn' : 'info'}>
          <b>{MEETING.suggestionTitle}:</b> {suggestionText(suggestion, decision.milestone.title, decision.promisedOn)}
        </Note>
      )}
      <div className="duo">
        {mayConclude && (
          <Section
            id="conclude"
            title={decision.outcome === null ? MEETING.concludeTitle : MEETING.correctTitle}
            take={decision.outcome === null ? MEETING.concludeTake : MEETING.correctTake}
            className="no-print"
          >
            <OutcomeForm
              action={conclude}
              initialState={await readDraft(`/meeting/${decision.number}`, 'conclude-form')}
              number={decision.number}
              programme={programme}
              meetingOn={decision.meetingOn}
              today={today}
              lastOutcomeId={outcomes.at(-1)?.id ?? null}
              hasOutcome={decision.outcome !== null}
              suggestion={suggestion}
            />
          </Section>
        )}
        <Section id="history" title={MEETING.historyTitle}>
          <DecisionHistory decision={decision} outcomes={outcomes} />
        </Section>
      </div>
      <p className="small">
        <a href={meetingHref('/meeting', { asOf: linkDay, programme })}>{MEETING.title}</a>
      </p>
    </div>
  );
}
