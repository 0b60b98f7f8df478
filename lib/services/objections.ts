import type { Tx } from '@/db/client';
import { findAnswer, findEvent, insertEvent, listUnanswered } from '@/db/queries/events';
import { findBodyCode, findMilestoneIdentity } from '@/db/queries/reference-as-of';
import type { Body } from '@/lib/domain/reference';
import type { AnswerOutcome } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { loadBody, loadMilestone, resourceOf, type MilestoneSubject } from './milestone-subject';
import { actsByDelegation, cleanNote } from './milestones';
import { alreadyAnswered, alreadyWaiting, stamp, type RecordedEvent } from './requests';
import { authorise, type ServiceContext } from './service-context';
import { asFirst, recordOnce } from './submissions';
import { writeTransaction } from './write-transaction';

export interface ObjectionInput {
  readonly bodyCode: string;
  /** The milestone it is about; left out for one about the body as a whole. */
  readonly milestoneCode?: string | null;
  readonly programmeCode?: string | null;
  readonly note: string | null;
  /** The key of the form; sent again, it leads to the same event. */
  readonly submission?: string | null | undefined;
}

export interface ObjectionAnswer {
  readonly objectionId: number;
  readonly outcome: AnswerOutcome;
  readonly note: string | null;
}

/**
 * Records that a body disagrees, for one with a return. It changes no state: an accepted objection lets the body claim again with the
 * evidence it has.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid_input` without words; `conflict` while one waits for its answer
 */
export function recordObjection(ctx: ServiceContext, input: ObjectionInput): RecordedEvent {
  return writeTransaction(ctx, (tx) => {
    const milestoneCode = input.milestoneCode ?? null;
    const subject = milestoneCode === null ? null : loadMilestone(ctx, tx, { ...input, milestoneCode });
    const body = subject?.body ?? loadBody(ctx, tx, input.bodyCode);
    authorise(ctx, 'body.object', resourceOf(body));
    const { submission, ...content } = input;
    const sending = { key: submission, action: 'objection.record', content };
    const record = () => writeObjection(ctx, tx, body, subject, input.note);
    return recordOnce(ctx, tx, sending, { record, repeat: asFirst });
  });
}

function writeObjection(
  ctx: ServiceContext,
  tx: Tx,
  body: Body,
  subject: MilestoneSubject | null,
  text: string | null,
): RecordedEvent {
  const note = cleanNote(text);
  if (note === null) throw new AppError('invalid_input', { field: 'note', reason: 'missing' });
  const milestoneId = subject?.milestone.id ?? null;
  const waiting = listUnanswered(tx, ['objection'], { bodyId: body.id, milestoneId })[0];
  if (waiting !== undefined) throw alreadyWaiting(waiting);

  const recorded = stamp(ctx);
  const eventId = insertEvent(tx, {
    ...recorded.columns,
    kind: 'objection',
    bodyId: body.id,
    milestoneId,
    side: 'body',
    note,
    refersTo: subject?.state.returned?.eventId ?? null,
  });
  recordAudit(ctx, tx, {
    action: 'objection.record',
    subjectType: subject === null ? 'body' : 'milestone',
    subjectKey: subject === null ? body.code : `${body.code}/${subject.milestone.code}`,
    details: { eventId },
  });
  return recorded.as(eventId);
}

/**
 * The governorate's answer to an objection, with its reason.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid_input` without a reason; `conflict` when it has been answered
 */
export function answerObjection(ctx: ServiceContext, input: ObjectionAnswer): RecordedEvent {
  return writeTransaction(ctx, (tx) => {
    const objection = findEvent(tx, input.objectionId);
    const bodyCode = objection?.kind === 'objection' ? findBodyCode(tx, objection.bodyId) : null;
    if (objection === null || bodyCode === null) throw new AppError('not_found', { objectionId: input.objectionId });
    const body = loadBody(ctx, tx, bodyCode);
    const resource = resourceOf(body);
    authorise(ctx, 'objection.answer', resource);
    const answer = findAnswer(tx, objection.id);
    if (answer !== null) throw alreadyAnswered(answer);
    const note = cleanNote(input.note);
    if (note === null) throw new AppError('invalid_input', { field: 'note', reason: 'missing' });

    const recorded = stamp(ctx);
    const eventId = insertEvent(tx, {
      ...recorded.columns,
      kind: 'objection_answer',
      bodyId: body.id,
      milestoneId: objection.milestoneId,
      side: 'governorate',
      byDelegate: actsByDelegation(ctx, 'objection.answer', resource),
      note,
      outcome: input.outcome,
      refersTo: objection.id,
    });
    const milestone = objection.milestoneId === null ? null : findMilestoneIdentity(tx, objection.milestoneId);
    recordAudit(ctx, tx, {
      action: 'objection.answer',
      subjectType: milestone === null ? 'body' : 'milestone',
      subjectKey: milestone === null ? body.code : `${body.code}/${milestone.code}`,
      details: { eventId, objectionId: objection.id, outcome: input.outcome },
    });
    return recorded.as(eventId);
  });
}
