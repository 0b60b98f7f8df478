import { findAnswer, findEvent, insertEvent, listUnanswered, type EventRow } from '@/db/queries/events';
import { findBodyCode, findMilestoneIdentity } from '@/db/queries/reference-as-of';
import type { Executor, Tx } from '@/db/client';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { possibleEvents, TRANSITIONS } from '@/lib/domain/transitions';
import type { AnswerOutcome, RequestKind } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { loadMilestone, resourceOf, type MilestoneKey, type MilestoneSubject } from './milestone-subject';
import { actsByDelegation, cleanNote, writeMilestoneEvent, type RecordedMilestoneEvent } from './milestones';
import { receiptNumber } from './receipts';
import { authorise, type ServiceContext } from './service-context';
import { asFirst, recordOnce, type Recorded } from './submissions';
import { writeTransaction } from './write-transaction';

export type RecordedEvent = Recorded;

export interface RequestInput extends MilestoneKey {
  readonly requestKind: RequestKind;
  /** Why; the deputy reads it. */
  readonly note: string | null;
  /** The day asked for; extension only. */
  readonly dueOn?: CivilDate | null;
  /** The key of the form; sent again, it leads to the same event. */
  readonly submission?: string | null | undefined;
}

export interface RequestDecision {
  readonly requestId: number;
  readonly outcome: AnswerOutcome;
  /** The deputy's reason; the liaison reads it. */
  readonly note: string | null;
  /** A day other than the one asked for; only for an accepted extension. */
  readonly dueOn?: CivilDate | null;
}

const GRANTED_BY = { extension: 'extend', exemption: 'exempt' } as const;

function refusalData(subject: MilestoneSubject) {
  return {
    state: subject.state.state,
    possible: possibleEvents(subject.state, subject.milestone.actor),
    expectedEvidence: subject.milestone.evidenceKinds,
    currentDueOn: subject.dueOn,
    bodyCode: subject.body.code,
    bodyName: subject.body.name,
    milestoneCode: subject.milestone.code,
    milestoneTitle: subject.milestone.title,
  };
}

/** Tells that a request or objection was answered before. */
export function alreadyAnswered(answer: EventRow): AppError {
  return new AppError('conflict', {
    reason: 'already_answered',
    eventId: answer.id,
    kind: answer.kind,
    outcome: answer.outcome,
    actorName: answer.actorName,
    recordedOn: answer.recordedOn,
    recordedAt: answer.recordedAt,
  });
}

/** Tells that the same request or objection is waiting already. */
export function alreadyWaiting(event: EventRow): AppError {
  return new AppError('conflict', {
    reason: 'already_waiting',
    eventId: event.id,
    kind: event.kind,
    requestKind: event.requestKind,
    actorName: event.actorName,
    recordedOn: event.recordedOn,
    recordedAt: event.recordedAt,
    receiptNumber: receiptNumber(event),
  });
}

/** The key of the milestone an event is about. @throws AppError `not_found` for an event without one */
export function keyOf(db: Executor, event: EventRow): MilestoneKey {
  const identity = event.milestoneId === null ? null : findMilestoneIdentity(db, event.milestoneId);
  const bodyCode = findBodyCode(db, event.bodyId);
  if (identity === null || bodyCode === null) throw new AppError('not_found', { eventId: event.id });
  return { bodyCode, milestoneCode: identity.code, programmeCode: identity.programmeCode };
}

/**
 * Records what a liaison asks of the deputy: a later due date, or to be excused from a milestone. It changes no state.
 *
 * @throws AppError `not_found`, `forbidden`; `illegal_transition` where the deputy could not grant it; `conflict` while the same request
 *   waits for an answer
 */
export function recordRequest(ctx: ServiceContext, input: RequestInput): RecordedEvent {
  return writeTransaction(ctx, (tx) => {
    const subject = loadMilestone(ctx, tx, input);
    authorise(ctx, 'body.request', resourceOf(subject.body));
    const { submission, ...content } = input;
    const sending = { key: submission, action: 'request.record', content };
    return recordOnce(ctx, tx, sending, { record: () => writeRequest(ctx, tx, subject, input), repeat: asFirst });
  });
}

function writeRequest(ctx: ServiceContext, tx: Tx, subject: MilestoneSubject, input: RequestInput): RecordedEvent {
  const { body, milestone } = subject;
  const kind = GRANTED_BY[input.requestKind];
  const refuse = (reason: string) =>
    new AppError('illegal_transition', { reason, kind, by: TRANSITIONS[kind].by, ...refusalData(subject) });
  if (!TRANSITIONS[kind].from.includes(subject.state.state)) throw refuse('wrong_state');
  const note = cleanNote(input.note);
  if (note === null) throw refuse('reason_missing');
  const dueOn = input.requestKind === 'extension' ? (input.dueOn ?? null) : null;
  if (input.requestKind === 'extension') {
    if (dueOn === null) throw refuse('due_missing');
    if (dueOn <= subject.dueOn) throw refuse('due_not_later');
  }
  const waiting = listUnanswered(tx, ['request'], { bodyId: body.id, milestoneId: milestone.id }).find(
    ({ requestKind }) => requestKind === input.requestKind,
  );
  if (waiting !== undefined) throw alreadyWaiting(waiting);

  const recorded = stamp(ctx);
  const eventId = insertEvent(tx, {
    ...recorded.columns,
    kind: 'request',
    bodyId: body.id,
    milestoneId: milestone.id,
    side: 'body',
    note,
    dueOn,
    requestKind: input.requestKind,
  });
  recordAudit(ctx, tx, {
    action: 'request.record',
    subjectType: 'milestone',
    subjectKey: `${body.code}/${milestone.code}`,
    details: { eventId, requestKind: input.requestKind, ...(dueOn === null ? {} : { dueOn }) },
  });
  return recorded.as(eventId);
}

/**
 * The deputy's answer. Accepting writes the extension or exemption and the answer in one transaction; both carry the reason.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` when it has been answered; `illegal_transition` when it cannot be granted (any
 *   more), or without a reason
 */
export function decideRequest(
  ctx: ServiceContext,
  decision: RequestDecision,
): RecordedEvent & { readonly granted: RecordedMilestoneEvent | null } {
  return writeTransaction(ctx, (tx) => {
    const request = findEvent(tx, decision.requestId);
    if (request === null || request.kind !== 'request' || request.requestKind === null) {
      throw new AppError('not_found', { requestId: decision.requestId });
    }
    const subject = loadMilestone(ctx, tx, keyOf(tx, request));
    const resource = resourceOf(subject.body);
    authorise(ctx, 'request.answer', resource);
    const answer = findAnswer(tx, request.id);
    if (answer !== null) throw alreadyAnswered(answer);
    const note = cleanNote(decision.note);
    const kind = GRANTED_BY[request.requestKind];
    if (note === null) {
      throw new AppError('illegal_transition', {
        reason: 'reason_missing',
        kind,
        by: TRANSITIONS[kind].by,
        ...refusalData(subject),
      });
    }
    const dueOn = request.requestKind === 'extension' ? (decision.dueOn ?? request.dueOn) : null;
    const granted =
      decision.outcome === 'accepted' ? writeMilestoneEvent(ctx, tx, subject, { kind, note, dueOn }, request.id) : null;

    const recorded = stamp(ctx);
    const eventId = insertEvent(tx, {
      ...recorded.columns,
      kind: 'request_answer',
      bodyId: subject.body.id,
      milestoneId: subject.milestone.id,
      side: 'governorate',
      byDelegate: actsByDelegation(ctx, 'request.answer', resource),
      note,
      dueOn: granted === null ? null : dueOn,
      requestKind: request.requestKind,
      outcome: decision.outcome,
      refersTo: request.id,
    });
    recordAudit(ctx, tx, {
      action: 'request.answer',
      subjectType: 'milestone',
      subjectKey: `${subject.body.code}/${subject.milestone.code}`,
      details: { eventId, requestId: request.id, outcome: decision.outcome, grantedEventId: granted?.eventId ?? null },
    });
    return { ...recorded.as(eventId), granted };
  });
}

/** Day, instant and person of an event that is recorded now. */
export function stamp(ctx: ServiceContext) {
  const recordedOn = ctx.clock.today();
  const recordedAt = ctx.clock.now().toISOString();
  return {
    columns: {
      occurredOn: recordedOn,
      recordedOn,
      recordedAt,
      actorId: ctx.isSystem ? null : ctx.actor.id,
      actorName: ctx.actor.name,
    },
    as: (eventId: number): RecordedEvent => ({
      eventId,
      receiptNumber: receiptNumber({ id: eventId, recordedOn }),
      recordedOn,
      recordedAt,
    }),
  };
}
