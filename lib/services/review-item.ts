import { findAnswer, findEvent, listMilestoneHistory, type EventRow } from '@/db/queries/events';
import { listEvidence, type EvidenceWithUpload } from '@/db/queries/evidence';
import { findBodyCode } from '@/db/queries/reference-as-of';
import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { eventFlags, type EventFlags } from '@/lib/domain/event-flags';
import { foldEvents } from '@/lib/domain/milestone-history';
import type { Body, Milestone, Track } from '@/lib/domain/reference';
import { applyEvent, effectiveDueOn, possibleEvents } from '@/lib/domain/transitions';
import type { Classification, EvidenceKind, MilestoneEventKind, MilestoneStateName } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { mayReadEvidence } from './evidence';
import { getLedger } from './ledger';
import { loadBody, loadMilestone, resourceOf, type MilestoneKey, type MilestoneSubject } from './milestone-subject';
import { actionFor } from './milestones';
import { keyOf } from './requests';
import { reviewObstacle, type ReviewKind, type ReviewObstacle } from './reviews';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

/** A piece of evidence as a reader may see it. What is confidential for the reader keeps only its kind. */
export interface EvidenceView {
  readonly id: number;
  readonly kind: EvidenceKind;
  readonly classification: Classification;
  readonly isHidden: boolean;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  /** Equal for the same letter, address or content of a file; says nothing of what the reader may not see. */
  readonly contentKey: string;
  readonly file: {
    readonly name: string;
    readonly mediaType: string;
    readonly sizeBytes: number;
    readonly isPicture: boolean;
    readonly isPdf: boolean;
  } | null;
}

export interface HistoryEntry {
  readonly event: EventRow;
  readonly flags: EventFlags;
  readonly evidence: readonly EvidenceView[];
}

/** A milestone of a body beside its history, as a reviewer needs it. */
export interface MilestoneFile {
  readonly key: MilestoneKey;
  readonly body: Body;
  readonly track: Track;
  readonly trackName: string;
  readonly milestone: Milestone;
  readonly state: MilestoneStateName;
  readonly lastEventId: number | null;
  /** Effective due today. */
  readonly dueOn: CivilDate;
  readonly isInternalDue: boolean;
  readonly history: readonly HistoryEntry[];
  /** Verified share of this body in this track, now and once this milestone is verified; null where nothing counts. */
  readonly effect: { readonly from: number; readonly to: number } | null;
  /** The milestone of this track accepted last. */
  readonly lastAccepted: { readonly milestone: Milestone; readonly on: CivilDate } | null;
  /** What the actor may record now. */
  readonly possible: readonly MilestoneEventKind[];
}

export interface ReviewItem {
  readonly eventId: number;
  readonly kind: ReviewKind;
  readonly event: EventRow;
  readonly flags: EventFlags | null;
  readonly body: Body;
  /** null for an objection about the body as a whole */
  readonly file: MilestoneFile | null;
  readonly evidence: readonly EvidenceView[];
  readonly waitingDays: number;
  readonly isSelfDeclared: boolean;
  readonly obstacle: ReviewObstacle | null;
  /** For a claim: the due date it had to meet, and whether it did. */
  readonly claim: { readonly dueOn: CivilDate; readonly isOnTime: boolean } | null;
  /** The due date a return today would lead to, if none is given. */
  readonly dueAfterReturnOn: CivilDate | null;
  /** What was decided on it, once it no longer waits. */
  readonly decided: EventRow | null;
}

function toView(ctx: ServiceContext, bodyId: number, { evidence, upload }: EvidenceWithUpload): EvidenceView {
  const isHidden = !mayReadEvidence(ctx, bodyId, evidence.classification === 'confidential');
  return {
    id: evidence.id,
    kind: evidence.kind,
    classification: evidence.classification,
    isHidden,
    letterNumber: isHidden ? null : evidence.letterNumber,
    letterOn: isHidden ? null : evidence.letterOn,
    url: isHidden ? null : evidence.url,
    contentKey: isHidden
      ? `hidden ${evidence.id}`
      : (upload?.sha256 ?? evidence.url ?? `${evidence.letterNumber ?? ''} ${evidence.letterOn ?? ''}`),
    file:
      isHidden || upload === null
        ? null
        : {
            name: upload.originalName,
            mediaType: upload.mediaType,
            sizeBytes: upload.sizeBytes,
            isPicture: upload.mediaType.startsWith('image/') && upload.mediaType !== 'image/heic',
            isPdf: upload.mediaType === 'application/pdf',
          },
  };
}

/** Evidence of some events of a body as the actor may see it, by event. */
export function evidenceByEvent(
  ctx: ServiceContext,
  bodyId: number,
  eventIds: readonly number[],
): Map<number, EvidenceView[]> {
  const byEvent = new Map<number, EvidenceView[]>();
  for (const row of listEvidence(ctx.db, eventIds)) {
    const views = byEvent.get(row.evidence.eventId) ?? [];
    views.push(toView(ctx, bodyId, row));
    byEvent.set(row.evidence.eventId, views);
  }
  return byEvent;
}

function effectOf(ctx: ServiceContext, subject: MilestoneSubject): Pick<MilestoneFile, 'effect' | 'lastAccepted'> {
  const { figures } = getLedger(ctx.db).snapshot(ctx.clock.today());
  const own = figures.find(({ pair }) => pair.body.id === subject.body.id && pair.track.id === subject.track.id);
  if (own === undefined) return { effect: null, lastAccepted: null };
  const counting = own.milestones.filter(({ state }) => state.state !== 'exempt');
  const total = counting.reduce((sum, { milestone }) => sum + milestone.weightPoints, 0);
  const counts = subject.state.state !== 'exempt' && subject.state.state !== 'verified' && total > 0;
  const to = Math.min(1, own.verifiedRatio + subject.milestone.weightPoints / total);
  const accepted = own.milestones
    .flatMap(({ milestone, state }) => (state.verifiedOn === null ? [] : [{ milestone, on: state.verifiedOn }]))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.milestone.position - a.milestone.position));
  return { effect: counts ? { from: own.verifiedRatio, to } : null, lastAccepted: accepted[0] ?? null };
}

function openFile(ctx: ServiceContext, subject: MilestoneSubject): MilestoneFile {
  const { body, track, milestone, state, reference, programme } = subject;
  const events = listMilestoneHistory(ctx.db, body.id, milestone.id);
  const evidence = evidenceByEvent(
    ctx,
    body.id,
    events.map(({ id }) => id),
  );
  return {
    key: { bodyCode: body.code, milestoneCode: milestone.code, programmeCode: programme.code },
    body,
    track,
    trackName: trackShortNames(getLedger(ctx.db).reference(ctx.clock.today())).get(track.id) ?? track.title,
    milestone,
    state: state.state,
    lastEventId: state.lastEventId,
    dueOn: subject.dueOn,
    isInternalDue: subject.dueOn > track.deadlineOn,
    history: events.map((event) => ({
      event,
      flags: eventFlags(event, track, reference.thresholds),
      evidence: evidence.get(event.id) ?? [],
    })),
    ...effectOf(ctx, subject),
    possible: possibleEvents(state, milestone.actor).filter((kind) =>
      mayDo(ctx, actionFor(ctx, kind), resourceOf(body)),
    ),
  };
}

/** One milestone of a body for whoever decides on it. @throws AppError `forbidden`, `not_found` */
export function getMilestoneFile(ctx: ServiceContext, key: MilestoneKey): MilestoneFile {
  authorise(ctx, 'review.read');
  return openFile(ctx, loadMilestone(ctx, ctx.db, key));
}

/** What a return recorded today, without a given date, would make of the due date. */
function dueAfterReturn(ctx: ServiceContext, subject: MilestoneSubject): CivilDate | null {
  if (subject.state.state !== 'claimed') return null;
  const today = ctx.clock.today();
  const after = applyEvent(
    subject.state,
    {
      id: 0,
      kind: 'return',
      occurredOn: today,
      recordedOn: today,
      actorId: null,
      side: 'governorate',
      note: null,
      cause: null,
      turn: null,
      dueOn: null,
    },
    subject.contextOn(today),
  );
  return effectiveDueOn(after, subject.milestone.baselineDueOn);
}

/** What was decided on a claim that no longer waits: the first event of the milestone that followed and moved it. */
function decisionOn(file: MilestoneFile, subject: MilestoneSubject, event: EventRow): EventRow | null {
  if (subject.state.state === 'claimed' && subject.state.claim?.eventId === event.id) return null;
  const later = file.history.map((entry) => entry.event).filter(({ id }) => id > event.id);
  return (
    later.findLast(
      ({ kind }) => !['extend', 'request', 'request_answer', 'objection', 'objection_answer'].includes(kind),
    ) ?? null
  );
}

const KIND_OF_EVENT = { claim: 'claim', objection: 'objection' } as const;

/**
 * One thing that waits for a decision, with its evidence and everything a decision rests on.
 *
 * @param eventId the claim, request or objection
 * @throws AppError `forbidden`, `not_found`
 */
export function getReviewItem(ctx: ServiceContext, eventId: number): ReviewItem {
  authorise(ctx, 'review.read');
  const event = Number.isSafeInteger(eventId) ? findEvent(ctx.db, eventId) : null;
  const kind: ReviewKind | null =
    event?.kind === 'request'
      ? event.requestKind
      : event?.kind === 'claim' || event?.kind === 'objection'
        ? KIND_OF_EVENT[event.kind]
        : null;
  if (event === null || kind === null) throw new AppError('not_found', { eventId });

  const subject = event.milestoneId === null ? null : loadMilestone(ctx, ctx.db, keyOf(ctx.db, event));
  const body = subject?.body ?? loadBody(ctx, ctx.db, findBodyCode(ctx.db, event.bodyId) ?? '');
  const file = subject === null ? null : openFile(ctx, subject);
  const before =
    subject === null
      ? null
      : foldEvents(
          subject.events.filter(({ id }) => id < eventId),
          subject.contextOn,
        );
  const claimDueOn =
    subject && before ? effectiveDueOn(before, subject.contextOn(event.recordedOn).baselineDueOn) : null;
  return {
    eventId,
    kind,
    event,
    flags: subject ? eventFlags(event, subject.track, subject.reference.thresholds) : null,
    body,
    file,
    evidence: file?.history.find((entry) => entry.event.id === eventId)?.evidence ?? [],
    waitingDays: daysBetween(event.recordedOn, ctx.clock.today()),
    isSelfDeclared: kind === 'claim' && body.category === 'governorate',
    obstacle: reviewObstacle(ctx, kind, body, event.actorId),
    claim:
      kind === 'claim' && claimDueOn !== null ? { dueOn: claimDueOn, isOnTime: event.occurredOn <= claimDueOn } : null,
    dueAfterReturnOn: subject ? dueAfterReturn(ctx, subject) : null,
    decided:
      kind === 'claim' ? (file && subject ? decisionOn(file, subject, event) : null) : findAnswer(ctx.db, eventId),
  };
}

export interface Decision {
  readonly event: EventRow;
  readonly body: Body;
  readonly milestone: Milestone | null;
  readonly trackName: string | null;
  /** The actor made it today and nothing has followed. */
  readonly canUndo: boolean;
  /** The claim that waits again after an undo. */
  readonly claimEventId: number | null;
}

/** A decision just recorded, for saying so and for taking it back. @throws AppError `forbidden`, `not_found` */
export function getDecision(ctx: ServiceContext, eventId: number): Decision {
  authorise(ctx, 'review.read');
  const event = findEvent(ctx.db, eventId);
  const ledger = getLedger(ctx.db);
  const today = ctx.clock.today();
  const reference = ledger.reference(today);
  const body = reference.bodies.find(({ id }) => id === event?.bodyId);
  if (event === null || event.side !== 'governorate' || body === undefined)
    throw new AppError('not_found', { eventId });
  const milestone = reference.milestones.find(({ id }) => id === event.milestoneId) ?? null;
  const undoable = milestone === null ? null : ledger.state(body.id, milestone.id, today).undoable;
  return {
    event,
    body,
    milestone,
    trackName: milestone === null ? null : (trackShortNames(reference).get(milestone.trackId) ?? null),
    canUndo: undoable?.eventId === eventId && undoable.actorId === ctx.actor.id && undoable.recordedOn === today,
    claimEventId: undoable?.before.claim?.eventId ?? null,
  };
}
