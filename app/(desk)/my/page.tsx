import type { Metadata } from 'next';
import { InboxSection, UnreadLink } from '@/components/inbox/inbox-section';
import { BodyPromises } from '@/components/meeting/body-promises';
import { BodyChooser } from '@/components/milestones/body-chooser';
import { StepGroups } from '@/components/milestones/step-groups';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { readDraft } from '@/lib/drafts';
import { MY_INDICATORS } from '@/lib/messages/indicators';
import { MY_SURVEY } from '@/lib/messages/survey';
import { MY, nextHeading, nextSummary, receiptLabel, STEP_FORMS } from '@/lib/messages/my';
import { OWN_HISTORY } from '@/lib/messages/own-history';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { listExamplesOf } from '@/lib/services/evidence-examples';
import { listInbox } from '@/lib/services/inbox';
import { listOpenDecisionsOf } from '@/lib/services/meeting';
import { findMyBodies, listMySteps, type MySteps } from '@/lib/services/my-steps';
import type { ServiceContext } from '@/lib/services/service-context';
import { newSubmissionKey } from '@/lib/services/submissions';
import { queryValue } from '@/lib/validation/progress';
import { changeContact, checkIn, startStep } from './actions';
import { Contacts } from './contacts';
import '@/components/examples/examples.css';
import './my.css';

export const metadata: Metadata = { title: MY.title };

export default async function MyPage({ searchParams }: PageProps<'/my'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const page = readOrNotFound(() => listMySteps(ctx, { bodyCode: queryValue(query, 'body') }));
  if (page.selected === null) {
    return (
      <div className="wrap page my">
        <EmptyState level={1} title={MY.noBodies}>
          {MY.noBodiesText}
        </EmptyState>
      </div>
    );
  }
  const find = queryValue(query, 'find');
  const submission = newSubmissionKey();
  const inbox = listInbox(ctx);
  const hasFailedUpload = queryValue(query, 'problem') !== null;
  return (
    <div className="wrap page my">
      <BodyChooser
        bodies={page.bodies}
        selected={page.selected}
        find={find}
        found={find === null ? null : findMyBodies(page.bodies, find)}
      />
      <div className="my-columns">
        <div className="my-main">
          <Head page={page} />
          <UnreadLink unread={inbox.unread} />
          {hasFailedUpload && (
            <Note tone="bad" role="alert">
              {STEP_FORMS.fileTooLarge}
            </Note>
          )}
          <StepGroups
            steps={page.steps}
            startAction={startStep}
            submission={submission}
            examples={examplesOf(ctx, page)}
            checkIn={
              <CheckIn
                page={page}
                today={ctx.clock.today()}
                answer={queryValue(query, 'checkedIn')}
                submission={submission}
              />
            }
          />
        </div>
        <div className="my-side">
          <BodyPromises
            rows={listOpenDecisionsOf(
              ctx,
              page.bodies.map(({ code }) => code),
            )}
            asOf={ctx.clock.today()}
            isOwn
            showBody={page.bodies.length > 1}
          />
          <p>
            <a
              className="history-link"
              href={`/my/indicators?${new URLSearchParams({ body: page.selected.code }).toString()}`}
            >
              {MY_INDICATORS.title}
            </a>
          </p>
          <p>
            <a
              className="history-link"
              href={`/my/survey?${new URLSearchParams({ body: page.selected.code }).toString()}`}
            >
              {MY_SURVEY.heading}
            </a>
          </p>
          <p>
            <a className="history-link" href="/my/history">
              {OWN_HISTORY.fromMy}
            </a>
          </p>
          <Contacts contacts={page.contacts} />
          <ContactForm bodyCode={page.selected.code} submission={submission} />
          <InboxSection
            messages={inbox.rows.slice(0, MESSAGES_SHOWN)}
            all={inbox.all}
            showBody={page.bodies.length > 1}
          />
        </div>
      </div>
    </div>
  );
}

/** Accepted examples of the steps that come next. */
function examplesOf(ctx: ServiceContext, { selected, steps }: MySteps) {
  const next = steps.filter(({ group }) => ['returned', 'late', 'soon'].includes(group));
  return listExamplesOf(
    ctx,
    selected?.code ?? '',
    next.map(({ milestone }) => milestone.id),
  );
}

function Head({ page }: { page: MySteps }) {
  const count = (group: MySteps['steps'][number]['group']) => page.steps.filter((step) => step.group === group).length;
  return (
    <>
      <h1>{nextHeading(page.selected?.nextCount ?? 0)}</h1>
      <p className="muted small">{nextSummary(count('returned'), count('late'), count('soon'))}</p>
    </>
  );
}

const MESSAGES_SHOWN = 6;

function CheckIn({
  page,
  today,
  answer,
  submission,
}: {
  page: MySteps;
  today: CivilDate;
  answer: string | null;
  submission: string;
}) {
  const { checkInToday, cutoff, selected } = page;
  if (checkInToday !== null) {
    return (
      <div className="check-in">
        <Note tone="ok" role={answer === null ? undefined : 'status'}>
          {answer === 'before' ? MY.checkedInBefore : MY.checkedIn(cutoff.weekFrom, cutoff.weekTo)}{' '}
          <a href={`/my/receipts/${checkInToday.eventId}`}>{receiptLabel(checkInToday.receiptNumber)}</a>
        </Note>
        <p className="hint">{MY.checkInMeaning}</p>
      </div>
    );
  }
  return (
    <ActionForm id="check-in" action={checkIn} hidden={{ body: selected?.code ?? '', submission }} className="check-in">
      <SubmitButton variant="default" size="big">
        {MY.checkIn}
      </SubmitButton>
      <p className="hint">
        {MY.checkInHint} {today <= cutoff.day ? MY.cutoff(cutoff.day, cutoff.time) : MY.cutoffPassed}
      </p>
    </ActionForm>
  );
}

/** Who reports for the body from now on, in words. */
async function ContactForm({ bodyCode, submission }: { bodyCode: string; submission: string }) {
  const draft = await readDraft('/my', 'contact');
  return (
    <details className="rest" open={draft.values !== undefined}>
      <summary>
        <span>{MY.changeContact}</span>
        <Icon name="chevron_down" />
      </summary>
      <ActionForm id="contact" action={changeContact} initialState={draft} hidden={{ body: bodyCode, submission }}>
        <TextField name="contact" label={MY.contact} hint={MY.contactHint} maxLength={200} />
        <SubmitButton variant="default">{MY.sendContact}</SubmitButton>
      </ActionForm>
    </details>
  );
}
