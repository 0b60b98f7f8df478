import type { ReactNode } from 'react';
import { ExampleLine, type ExampleView } from '@/components/examples/example-line';
import { EVIDENCE_ICON } from '@/components/evidence/evidence-list';
import { MILESTONE_STATE_LOOK, PAIR_STATUS_LOOK } from '@/components/status/status-look';
import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneState } from '@/lib/domain/milestone-state';
import type { Milestone } from '@/lib/domain/reference';
import type { RequestKind } from '@/lib/domain/vocabulary';
import { formatDayMonth } from '@/lib/format/dates';
import { blockerText, MILESTONES, stepName, waitingRequestsText } from '@/lib/messages/milestones';
import { MY } from '@/lib/messages/my';
import { MILESTONE_STATE_LABELS, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';

export interface StepFacts {
  readonly group: 'returned' | 'late' | 'soon' | 'later' | 'waiting' | 'governorate' | 'done' | 'exempt';
  readonly trackName: string;
  readonly milestone: Milestone;
  readonly state: MilestoneState;
  readonly dueOn: CivilDate;
  readonly daysLeft: number;
  readonly daysLate: number;
  readonly isInternalDue: boolean;
  readonly waitingRequests: readonly RequestKind[];
  readonly hasWaitingObjection: boolean;
}

/** The step's status as the liaison should read it: what was returned before what is late, what is blocked before what is near. */
export function StepTag({ step }: { step: StepFacts }) {
  const { state } = step.state;
  if (step.group === 'late' && state !== 'blocked') {
    return (
      <Tag tone={PAIR_STATUS_LOOK.late.tone} icon={PAIR_STATUS_LOOK.late.icon}>
        {PAIR_STATUS_LABELS.late}
      </Tag>
    );
  }
  if (step.group === 'soon' && state === 'not_started') {
    return (
      <Tag tone={PAIR_STATUS_LOOK.at_risk.tone} icon={PAIR_STATUS_LOOK.at_risk.icon}>
        {PAIR_STATUS_LABELS.at_risk}
      </Tag>
    );
  }
  const look = MILESTONE_STATE_LOOK[state];
  return (
    <Tag tone={look.tone} icon={look.icon}>
      {MILESTONE_STATE_LABELS[state]}
    </Tag>
  );
}

/** How the step stands to its due date. */
export function StepDue({ step }: { step: Pick<StepFacts, 'daysLate' | 'daysLeft' | 'dueOn' | 'isInternalDue'> }) {
  return (
    <span className={step.daysLate > 0 ? 'small step-late' : 'small step-near'}>
      {step.daysLate > 0 ? MILESTONES.daysLate(step.daysLate) : MILESTONES.daysLeft(step.daysLeft, step.dueOn)}
      {step.isInternalDue && ` (${MILESTONES.internalDue})`}
    </span>
  );
}

/** One step that waits for the body: what it is, why it came back, what would be accepted, and what can be done. */
export function StepCard({
  step,
  href,
  example,
  children,
}: {
  step: StepFacts;
  /** The form that the title leads to as well. */
  href: string;
  /** Accepted evidence of a similar body, where the deputy shows one. */
  example?: ExampleView | undefined;
  children: ReactNode;
}) {
  const { milestone, state } = step;
  const kind = milestone.evidenceKinds[0];
  const edge = step.group === 'soon' ? 'risk-edge' : 'late-edge';
  return (
    <article className={`step ${edge}`} aria-labelledby={`step-${milestone.code}`}>
      <p className="step-top">
        <StepTag step={step} />
        <StepDue step={step} />
      </p>
      <h3 id={`step-${milestone.code}`}>
        <a className="plain" href={href}>
          {milestone.title}
        </a>
      </h3>
      <p className="small muted">{stepName(step.trackName, milestone.position)}</p>
      {state.returned !== null ? (
        <blockquote>
          <p className="whitespace-pre-line">{state.returned.reason}</p>
          <footer>{MY.reviewerOn(null, state.returned.recordedOn)}</footer>
        </blockquote>
      ) : (
        <p className="muted small">{milestone.guidance}</p>
      )}
      {state.blocker !== null && (
        <p className="small">
          {blockerText(state.blocker.cause, state.blocker.turn)}، {formatDayMonth(state.blocker.sinceOn)}
        </p>
      )}
      <p className="step-evidence">
        {kind !== undefined && <Icon name={EVIDENCE_ICON[kind]} />}
        <span>
          {MY.acceptedEvidence} {milestone.evidenceText}
        </span>
      </p>
      {example !== undefined && <ExampleLine example={example} />}
      {step.waitingRequests.length > 0 && (
        <p className="small t-awaiting">{waitingRequestsText(step.waitingRequests)}</p>
      )}
      {step.hasWaitingObjection && <p className="small t-awaiting">{MY.objectionWaits}</p>}
      <div className="step-acts">{children}</div>
    </article>
  );
}

/** One line of a folded group. */
export function StepLine({ step, href }: { step: StepFacts; href: string }) {
  return (
    <li>
      <a href={href}>
        <span>{stepName(step.trackName, step.milestone.position)}</span> {step.milestone.title}
      </a>
      <span className="row">
        <StepTag step={step} />
        {(step.group === 'later' || step.group === 'waiting') && (
          <span className="small muted">{MILESTONES.due(step.dueOn)}</span>
        )}
      </span>
    </li>
  );
}
