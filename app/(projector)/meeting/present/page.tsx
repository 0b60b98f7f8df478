import type { Metadata } from 'next';
import { presentHref, type PresentAddress } from '@/components/meeting/present-links';
import { TopicTurn } from '@/components/meeting/topic-turn';
import { ProjectorKeys } from '@/components/meeting/projector-keys';
import { meetingHref } from '@/components/meeting/links';
import { progressHref } from '@/components/dashboard/links';
import { EmptyState } from '@/components/ui/empty-state';
import { Note } from '@/components/ui/note';
import { isAppError } from '@/lib/errors';
import { formatLongDate } from '@/lib/format/dates';
import { describeError } from '@/lib/messages/errors';
import { PRESENT, TOPIC_TITLES, TOPICS, type Topic } from '@/lib/messages/present';
import { dayNear } from '@/lib/messages/verdict';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import type { Dashboard } from '@/lib/services/dashboard';
import { getPresentation } from '@/lib/services/presentation';
import type { ServiceContext } from '@/lib/services/service-context';
import { queryDay, queryValue, type QueryParams } from '@/lib/validation/progress';
import { TopicBody } from './topic-body';
import { topicTake } from './topics';
import './present.css';

const topicOf = (query: QueryParams): Topic =>
  TOPICS.find((topic) => topic === queryValue(query, 'topic')) ?? 'verdict';

export async function generateMetadata({ searchParams }: PageProps<'/meeting/present'>): Promise<Metadata> {
  const topic = topicOf(await searchParams);
  return { title: `${TOPIC_TITLES[topic]} · ${PRESENT.position(TOPICS.indexOf(topic) + 1, TOPICS.length)}` };
}

/** The figures of the asked day; for an address that cannot be, today's with a word about it. */
function read(ctx: ServiceContext, asked: QueryParams): { readonly view: Dashboard; readonly hasProblem: boolean } {
  return readOrExplain(asked, (query, problem) => ({
    view: getPresentation(ctx, { asOf: queryDay(query, 'asOf'), programme: queryValue(query, 'programme') }),
    hasProblem: problem !== null,
  }));
}

/** Where the topic stands in full. */
function wholeHref(topic: Topic, address: PresentAddress): { readonly href: string; readonly label: string } {
  if (topic === 'promises' || topic === 'decided') {
    return {
      href: meetingHref('/meeting', { ...address, due: topic === 'promises' }, '#decisions'),
      label: PRESENT.inMeeting,
    };
  }
  return { href: `${progressHref('/dashboard', address)}#${topic}`, label: PRESENT.inDashboard };
}

export default async function PresentPage({ searchParams }: PageProps<'/meeting/present'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  let answer: ReturnType<typeof read>;
  try {
    answer = readOrNotFound(() => read(ctx, query));
  } catch (error) {
    if (!isAppError(error, 'no_programme') && !isAppError(error, 'as_of_out_of_range')) throw error;
    const { title, message } = describeError(error);
    return (
      <main className="wrap page">
        <EmptyState level={1} title={title}>
          {message}
        </EmptyState>
      </main>
    );
  }
  const { view, hasProblem } = answer;
  const topic = topicOf(query);
  const at = TOPICS.indexOf(topic);
  const address = { asOf: view.asOf === view.today ? null : view.asOf, programme: view.meeting.programmeParam };
  const [previous, next] = [TOPICS[at - 1], TOPICS[at + 1]];
  const back = meetingHref('/meeting', address);
  const whole = wholeHref(topic, address);
  return (
    <div className="projector" data-topic={topic} data-position={at + 1}>
      <header className="p-head">
        <p>
          <b>{view.programme.title}</b>
          <span>
            {view.total.deadline === null
              ? PRESENT.severalDeadlines
              : PRESENT.ofDeadline(dayNear(view.total.deadline, view.asOf))}
          </span>
          <span>{PRESENT.asOf(formatLongDate(view.asOf))}</span>
        </p>
        <a href={back}>{PRESENT.back}</a>
      </header>
      <main id="main" tabIndex={-1}>
        {hasProblem && (
          <Note tone="bad" role="alert">
            {PRESENT.badAddress}
          </Note>
        )}
        <h1>{TOPIC_TITLES[topic]}</h1>
        {topic !== 'verdict' && <p className="p-take">{topicTake(topic, view)}</p>}
        <TopicBody topic={topic} view={view} address={address} />
      </main>
      <footer className="p-foot">
        <nav aria-label={PRESENT.navigation}>
          <TopicTurn topic={previous} address={address} isNext={false} />
          <b className="p-position">{PRESENT.position(at + 1, TOPICS.length)}</b>
          <TopicTurn topic={next} address={address} isNext />
        </nav>
        <ProjectorKeys
          previousHref={previous === undefined ? null : presentHref(previous, address)}
          nextHref={next === undefined ? null : presentHref(next, address)}
          firstHref={presentHref('verdict', address)}
          lastHref={presentHref('decided', address)}
          backHref={back}
          hint={PRESENT.keys}
        />
        <a href={whole.href}>{whole.label}</a>
      </footer>
    </div>
  );
}
