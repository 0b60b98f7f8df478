import type { ExampleView } from '@/components/examples/example-line';
import { Fragment, type ReactNode } from 'react';
import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import type { MilestoneEventKind } from '@/lib/domain/vocabulary';
import { EVENT_VERBS } from '@/lib/messages/milestones';
import { MY } from '@/lib/messages/my';
import { StepCard, StepLine, type StepFacts } from './step-card';

export interface ListedStep extends StepFacts {
  readonly bodyCode: string;
  readonly programmeCode: string;
  readonly possible: readonly MilestoneEventKind[];
}

export interface StepGroupsProps {
  steps: readonly ListedStep[];
  startAction: ActionFormProps<unknown>['action'];
  /** By the id of the milestone. */
  examples: ReadonlyMap<number, ExampleView>;
  /** «بدون تغییر»: it follows the first step, so that the step is the first thing seen on a phone. */
  checkIn: ReactNode;
  /** Under it a form of this page counts once, however often it is sent. */
  submission: string;
}

/** The page of a step, with the form for one thing to do. */
export function stepHref(step: ListedStep, doing?: string): string {
  const path = `/my/${encodeURIComponent(step.bodyCode)}/${encodeURIComponent(step.milestone.code)}`;
  const query = new URLSearchParams({ programme: step.programmeCode, ...(doing === undefined ? {} : { do: doing }) });
  return `${path}?${query.toString()}`;
}

/** What the first button of a step leads to. */
const mainDeed = (step: ListedStep) => (step.state.state === 'blocked' ? 'unblock' : 'claim');

/** What comes next as cards; everything else folded away, one line each. */
export function StepGroups({ steps, startAction, submission, examples, checkIn }: StepGroupsProps) {
  const of = (...groups: StepFacts['group'][]) => steps.filter(({ group }) => groups.includes(group));
  const next = of('returned', 'late', 'soon');
  const later = of('later');
  const first = later[0];
  return (
    <>
      {next.length === 0 && checkIn}
      {next.length > 0 && (
        <section aria-labelledby="next-title">
          <h2 className="step-heading" id="next-title">
            {MY.nextSteps}
          </h2>
          {next.map((step, index) => (
            <Fragment key={`${step.programmeCode} ${step.milestone.code}`}>
              <StepCard step={step} href={stepHref(step, mainDeed(step))} example={examples.get(step.milestone.id)}>
                <StepActions step={step} startAction={startAction} submission={submission} />
              </StepCard>
              {index === 0 && checkIn}
            </Fragment>
          ))}
        </section>
      )}
      {first !== undefined && <Folded title={MY.later(later.length, first.dueOn)} steps={later} />}
      <Folded title={MY.waiting(of('waiting').length)} steps={of('waiting')} />
      <Folded title={MY.governorate(of('governorate').length)} steps={of('governorate')} />
      <Folded title={MY.done(of('done').length)} steps={of('done')} />
      <Folded title={MY.exempt(of('exempt').length)} steps={of('exempt')} />
    </>
  );
}

function Folded({ title, steps }: { title: string; steps: readonly ListedStep[] }) {
  if (steps.length === 0) return null;
  return (
    <details className="rest">
      <summary>
        <span>{title}</span>
        <Icon name="chevron_down" />
      </summary>
      <ul>
        {steps.map((step) => (
          <StepLine key={`${step.programmeCode} ${step.milestone.code}`} step={step} href={stepHref(step)} />
        ))}
      </ul>
    </details>
  );
}

function StepActions({
  step,
  startAction,
  submission,
}: { step: ListedStep } & Pick<StepGroupsProps, 'startAction' | 'submission'>) {
  const { group, possible, state } = step;
  if (state.state === 'blocked') {
    return (
      <>
        <LinkButton variant="primary" href={stepHref(step, 'unblock')}>
          {EVENT_VERBS.unblock}
        </LinkButton>
        <LinkButton href={stepHref(step, 'claim')}>{EVENT_VERBS.claim}</LinkButton>
      </>
    );
  }
  return (
    <>
      <LinkButton variant="primary" href={stepHref(step, 'claim')}>
        {group === 'returned' ? MY.fixAndSend : EVENT_VERBS.claim}
      </LinkButton>
      {group === 'soon' && possible.includes('start') && (
        <ActionForm
          id={`start-${step.milestone.code}`}
          action={startAction}
          className="inline-form"
          hidden={{
            body: step.bodyCode,
            milestone: step.milestone.code,
            programme: step.programmeCode,
            seen: String(state.lastEventId ?? ''),
            submission,
          }}
        >
          <SubmitButton variant="default">{EVENT_VERBS.start}</SubmitButton>
        </ActionForm>
      )}
      {group === 'returned' ? (
        <LinkButton variant="quiet" href={stepHref(step, 'object')}>
          {MY.object}
        </LinkButton>
      ) : (
        possible.includes('block') && <LinkButton href={stepHref(step, 'block')}>{EVENT_VERBS.block}</LinkButton>
      )}
      {group !== 'returned' && (
        <LinkButton variant="quiet" href={stepHref(step, 'ask')}>
          {MY.extension}
        </LinkButton>
      )}
    </>
  );
}
