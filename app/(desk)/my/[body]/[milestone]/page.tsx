import type { Metadata } from 'next';
import { ExampleLine, type ExampleView } from '@/components/examples/example-line';
import { StepDue, StepTag } from '@/components/milestones/step-card';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { formatDate } from '@/lib/format/dates';
import { blockerText, MILESTONES, stepName, waitingRequestsText } from '@/lib/messages/milestones';
import { MY, receiptLabel } from '@/lib/messages/my';
import { EVENT_KIND_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { listExamplesOf } from '@/lib/services/evidence-examples';
import { getMyStep, type MyStepPage } from '@/lib/services/my-steps';
import { queryValue } from '@/lib/validation/progress';
import { Contacts } from '../../contacts';
import { StepForm } from './step-form';
import { formsFor, titleOf, type StepFormName } from './step-forms';
import '@/components/examples/examples.css';
import '../../my.css';

export const metadata: Metadata = { title: MY.title };

export default async function StepPage({ params, searchParams }: PageProps<'/my/[body]/[milestone]'>) {
  const ctx = await getPageContext();
  const { body, milestone } = await params;
  const query = await searchParams;
  const page = readOrNotFound(() =>
    getMyStep(ctx, {
      bodyCode: plainSegment(body),
      milestoneCode: plainSegment(milestone),
      programmeCode: queryValue(query, 'programme'),
    }),
  );
  const { step } = page;
  const example = listExamplesOf(ctx, page.body.code, [step.milestone.id]).get(step.milestone.id) ?? null;
  const forms = formsFor(step);
  const asked = queryValue(query, 'do');
  const doing =
    forms.find((name) => name === asked) ?? (asked === null || asked === 'claim' ? (forms[0] ?? null) : null);
  const back = `/my?${new URLSearchParams({ body: page.body.code }).toString()}`;
  return (
    <div className="wrap page my step-page">
      <p className="crumb">
        <a href={back}>{MY.backToSteps}</a>
      </p>
      <StepHead page={page} doing={doing} example={example} />
      {doing !== null && <StepForm ctx={ctx} page={page} doing={doing} query={query} />}
      <OtherForms step={step} forms={forms} doing={doing} />
      <Receipts page={page} />
      <Contacts contacts={page.contacts} />
    </div>
  );
}

function StepHead({
  page,
  doing,
  example,
}: {
  page: MyStepPage;
  doing: StepFormName | null;
  example: ExampleView | null;
}) {
  const { step, body } = page;
  const { state, milestone } = step;
  return (
    <>
      {doing !== null && <p className="eyebrow">{titleOf(doing)}</p>}
      <h1>{milestone.title}</h1>
      <p className="small muted">
        {body.name} · {stepName(step.trackName, milestone.position)}
      </p>
      <p className="row">
        <StepTag step={step} />
        {!['waiting', 'done', 'exempt', 'governorate'].includes(step.group) && <StepDue step={step} />}
      </p>
      {state.returned !== null && (
        <Note tone="warn" icon="returned">
          <span className="whitespace-pre-line">{MY.alreadyReturned(state.returned.reason)}</span>{' '}
          <span className="small">{MY.reviewerOn(page.returnedBy, state.returned.recordedOn)}</span>
        </Note>
      )}
      {state.blocker !== null && (
        <Note tone="warn" icon="blocked">
          {blockerText(state.blocker.cause, state.blocker.turn)}. {state.blocker.note}
        </Note>
      )}
      {step.waitingRequests.length > 0 && <Note>{waitingRequestsText(step.waitingRequests)}</Note>}
      {step.hasWaitingObjection && <Note>{MY.objectionWaits}</Note>}
      <dl className="kv step-facts">
        <dt>{MILESTONES.guidance}</dt>
        <dd>{milestone.guidance}</dd>
        <dt>{MILESTONES.evidence}</dt>
        <dd>
          {milestone.evidenceText}
          {example !== null && <ExampleLine example={example} />}
        </dd>
      </dl>
    </>
  );
}

function OtherForms({
  step,
  forms,
  doing,
}: {
  step: MyStepPage['step'];
  forms: readonly StepFormName[];
  doing: StepFormName | null;
}) {
  const others = forms.filter((name) => name !== doing);
  if (others.length === 0) return null;
  return (
    <nav className="step-others" aria-label={MY.otherActions}>
      <h2 className="step-heading">{MY.otherActions}</h2>
      <p className="row">
        {others.map((name) => (
          <a
            key={name}
            className="btn"
            href={`?${new URLSearchParams({ programme: step.programmeCode, do: name }).toString()}`}
          >
            {titleOf(name)}
          </a>
        ))}
      </p>
    </nav>
  );
}

function Receipts({ page }: { page: MyStepPage }) {
  if (page.receipts.length === 0) return null;
  return (
    <section aria-labelledby="receipts-title">
      <h2 className="step-heading" id="receipts-title">
        {MY.receipt}
      </h2>
      <ul className="list">
        {page.receipts.map(({ eventId, number, event }) => (
          <li key={eventId}>
            <a href={`/my/receipts/${eventId}`}>
              <Icon name="check" className="inline" /> {receiptLabel(number)}
            </a>{' '}
            <span className="small muted">
              {EVENT_KIND_LABELS[event.kind]}، {formatDate(event.recordedOn)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
