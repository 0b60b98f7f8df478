import type { Tx } from '@/db/client';
import { findEvent, insertEvent } from '@/db/queries/events';
import { findUpload, insertEvidence } from '@/db/queries/evidence';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneEvent } from '@/lib/domain/milestone-state';
import { can, type Action, type Resource } from '@/lib/domain/permissions';
import { applyEvent, checkAttempt, effectiveDueOn } from '@/lib/domain/transitions';
import type { BlockCause, EventSide, MilestoneEventKind, MilestoneStateName, Turn } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { normaliseParagraphs } from '@/lib/text/normalise';
import { recordAudit } from './audit';
import { checkEvidence, hasSignedPaper, type EvidenceInput } from './evidence-check';
import { loadMilestone, resourceOf, type MilestoneKey, type MilestoneSubject } from './milestone-subject';
import { receiptNumber } from './receipts';
import { authorise, type ServiceContext } from './service-context';
import { recordOnce, type Recorded } from './submissions';
import { writeTransaction } from './write-transaction';

/** What happened, apart from which milestone it happened to. */
export interface MilestoneEventFacts {
  readonly kind: MilestoneEventKind;
  /** Default: today. */
  readonly occurredOn?: CivilDate | null;
  readonly note?: string | null;
  readonly cause?: BlockCause | null;
  readonly turn?: Turn | null;
  /** For extend, and optionally for return and reopen. */
  readonly dueOn?: CivilDate | null;
  /** For claim and certify. */
  readonly evidence?: readonly EvidenceInput[];
  /** Another body of the same person's, to which the attached files belong (`joint-reports.ts`). */
  readonly filesOfBodyId?: number | null;
}

export interface MilestoneEventInput extends MilestoneKey, MilestoneEventFacts {
  /** The last event the person saw on this milestone (null = none). Left out: no check. */
  readonly expectedLastEventId?: number | null;
  /** The key of the form; sent again, it leads to the same event. */
  readonly submission?: string | null | undefined;
}

export interface RecordedMilestoneEvent extends Recorded {
  readonly state: MilestoneStateName;
  /** Effective due after the event; after a repeated sending, as it is now. */
  readonly dueOn: CivilDate;
}

const NOTE_LENGTH = 2000;
const KINDS_WITH_DUE: ReadonlySet<MilestoneEventKind> = new Set(['extend', 'return', 'reopen']);
const KINDS_WITH_EVIDENCE: ReadonlySet<MilestoneEventKind> = new Set(['claim', 'certify']);

/** What somebody needs to be allowed for a kind of event. Whoever is not a liaison can claim only on the body's behalf. */
export function actionFor(ctx: Pick<ServiceContext, 'actor'>, kind: MilestoneEventKind): Action {
  if (kind === 'claim' && ctx.actor.role !== 'liaison') return 'milestone.claim_on_behalf';
  return `milestone.${kind}`;
}

/** Whether the actor's own role would not have allowed this: it is done in the deputy's place, and says so. */
export function actsByDelegation(ctx: ServiceContext, action: Action, resource: Resource): boolean {
  return !ctx.isSystem && ctx.actor.isDelegate && !can({ ...ctx.actor, isDelegate: false }, action, resource);
}

/** Trimmed note with one spelling, or null. @throws AppError `invalid_input` when it is too long */
export function cleanNote(note: string | null | undefined, field = 'note'): string | null {
  const clean = normaliseParagraphs(note ?? '');
  if (clean.length > NOTE_LENGTH) throw new AppError('invalid_input', { field, reason: 'too_long', max: NOTE_LENGTH });
  return clean === '' ? null : clean;
}

/**
 * Records one event of one milestone: authorises, folds the state from the milestone's own events, decides, and writes the event, its
 * evidence and the audit row in one transaction.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` with what somebody else recorded meanwhile; `illegal_transition` with the
 *   `Refusal` and the names a sentence needs; `invalid_input` for evidence that is not sound; `read_only_clock`; `disk_full`
 */
export function recordMilestoneEvent(ctx: ServiceContext, input: MilestoneEventInput): RecordedMilestoneEvent {
  return writeTransaction(ctx, (tx) => {
    const subject = loadMilestone(ctx, tx, input);
    const { submission, ...content } = input;
    const action = actionFor(ctx, input.kind);
    // before anything is answered, since a conflict names somebody
    authorise(ctx, action, resourceOf(subject.body));
    const evidence = (input.evidence ?? []).map((each) => contentOf(tx, each));
    return recordOnce<RecordedMilestoneEvent>(
      ctx,
      tx,
      { key: submission, action, content: { ...content, evidence } },
      {
        record: () => {
          if (input.expectedLastEventId !== undefined) assertUnchanged(ctx, tx, subject, input);
          return writeMilestoneEvent(ctx, tx, subject, input);
        },
        repeat: (first) => ({ ...first, state: subject.state.state, dueOn: subject.dueOn }),
      },
    );
  });
}

/** A piece of evidence by what it holds: without script a file travels with its form, and comes under another id when sent again. */
function contentOf(tx: Tx, piece: EvidenceInput): unknown {
  const upload = piece.uploadId ? findUpload(tx, piece.uploadId) : null;
  return upload === null ? piece : { ...piece, uploadId: upload.sha256 };
}

/** Tells the second of two people what the first one did. Authorises first, since the answer names somebody. */
export function assertUnchanged(
  ctx: ServiceContext,
  tx: Tx,
  subject: MilestoneSubject,
  input: Pick<MilestoneEventInput, 'kind' | 'expectedLastEventId'>,
): void {
  authorise(ctx, actionFor(ctx, input.kind), resourceOf(subject.body));
  const lastId = subject.state.lastEventId;
  if (lastId === (input.expectedLastEventId ?? null)) return;
  const last = lastId === null ? null : findEvent(tx, lastId);
  throw new AppError('conflict', {
    reason: 'changed_meanwhile',
    eventId: lastId,
    kind: last?.kind ?? null,
    actorName: last?.actorName ?? null,
    isSelf: last !== null && last.actorId === ctx.actor.id,
    recordedOn: last?.recordedOn ?? null,
    recordedAt: last?.recordedAt ?? null,
    state: subject.state.state,
    attempted: input.kind,
    bodyCode: subject.body.code,
    bodyName: subject.body.name,
    milestoneCode: subject.milestone.code,
    milestoneTitle: subject.milestone.title,
  });
}

function sideOf(ctx: ServiceContext, kind: MilestoneEventKind): EventSide {
  if (kind === 'claim') return 'body';
  return ctx.actor.role === 'liaison' ? 'body' : 'governorate';
}

/**
 * The decision and the write, inside the caller's transaction; `refersTo` joins the event to the request that it grants.
 *
 * @throws AppError as `recordMilestoneEvent`, except for `conflict`
 */
export function writeMilestoneEvent(
  ctx: ServiceContext,
  tx: Tx,
  subject: MilestoneSubject,
  facts: MilestoneEventFacts,
  refersTo: number | null = null,
): RecordedMilestoneEvent {
  const { body, milestone, state } = subject;
  const { kind } = facts;
  const action = actionFor(ctx, kind);
  const resource = resourceOf(body);
  authorise(ctx, action, resource);

  const today = ctx.clock.today();
  const onBehalf = action === 'milestone.claim_on_behalf';
  const evidence = checkEvidence(tx, facts.evidence ?? [], {
    bodyId: body.id,
    today,
    expectedKinds: milestone.evidenceKinds,
    filesOfBodyId: facts.filesOfBodyId ?? null,
  });
  if (evidence.length > 0 && !KINDS_WITH_EVIDENCE.has(kind)) {
    throw new AppError('invalid_input', { field: 'evidence', reason: 'not_expected' });
  }
  const attempt = {
    kind,
    occurredOn: facts.occurredOn ?? today,
    recordedOn: today,
    actorId: ctx.isSystem ? null : ctx.actor.id,
    note: cleanNote(facts.note),
    cause: kind === 'block' ? (facts.cause ?? null) : null,
    // «نامعلوم» is for imports: whoever reports a blocker knows, or finds out, who has to move.
    turn: kind === 'block' && facts.turn !== 'unknown' ? (facts.turn ?? null) : null,
    dueOn: KINDS_WITH_DUE.has(kind) ? (facts.dueOn ?? null) : null,
    evidenceKinds: evidence.map((each) => each.kind),
    isImported: false,
  };
  const checked = checkAttempt(state, attempt, {
    milestoneActor: milestone.actor,
    expectedEvidence: milestone.evidenceKinds,
    baselineDueOn: milestone.baselineDueOn,
  });
  if (!checked.ok) {
    const { ok: _, ...refusal } = checked;
    throw new AppError('illegal_transition', {
      ...refusal,
      bodyCode: body.code,
      bodyName: body.name,
      milestoneCode: milestone.code,
      milestoneTitle: milestone.title,
      role: ctx.actor.role,
      occurredOn: attempt.occurredOn,
      today,
    });
  }
  if (onBehalf && !hasSignedPaper(evidence)) {
    throw new AppError('invalid_input', { field: 'evidence', reason: 'signed_paper_missing' });
  }

  const recordedAt = ctx.clock.now().toISOString();
  const stored = {
    kind,
    bodyId: body.id,
    milestoneId: milestone.id,
    occurredOn: attempt.occurredOn,
    recordedOn: today,
    recordedAt,
    side: sideOf(ctx, kind),
    actorId: attempt.actorId,
    actorName: ctx.actor.name,
    byDelegate: actsByDelegation(ctx, action, resource),
    onBehalf,
    selfDeclared: kind === 'verify' && body.category === 'governorate',
    note: attempt.note,
    cause: attempt.cause,
    turn: attempt.turn,
    dueOn: attempt.dueOn,
    refersTo: kind === 'undo' ? (state.undoable?.eventId ?? null) : refersTo,
  } as const;
  const eventId = insertEvent(tx, stored);
  for (const each of evidence) insertEvidence(tx, { ...each, eventId });
  recordAudit(ctx, tx, {
    action: onBehalf ? 'milestone.claim_on_behalf' : `milestone.${kind}`,
    subjectType: 'milestone',
    subjectKey: `${body.code}/${milestone.code}`,
    details: {
      eventId,
      from: state.state,
      evidence: evidence.length,
      ...(stored.refersTo === null ? {} : { refersTo: stored.refersTo }),
      ...(stored.byDelegate ? { byDelegate: true } : {}),
    },
  });

  const after = applyEvent(state, { ...stored, id: eventId } satisfies MilestoneEvent, subject.contextOn(today));
  return {
    eventId,
    receiptNumber: receiptNumber({ id: eventId, recordedOn: today }),
    recordedOn: today,
    recordedAt,
    state: after.state,
    dueOn: effectiveDueOn(after, milestone.baselineDueOn),
  };
}
