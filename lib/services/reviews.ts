import { countDecisionsSince, findEvent, listEventsByIds } from '@/db/queries/events';
import { listEvidence } from '@/db/queries/evidence';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import type { Body, Milestone, Track } from '@/lib/domain/reference';
import type { EvidenceKind } from '@/lib/domain/vocabulary';
import { AppError, isAppError } from '@/lib/errors';
import { getLedger } from './ledger';
import { resourceOf, type MilestoneKey } from './milestone-subject';
import { recordMilestoneEvent, type RecordedMilestoneEvent } from './milestones';
import { keyOf } from './requests';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';
import { getWaiting, type WaitingItem } from './waiting';

export const REVIEW_FILTERS = ['all', 'claims', 'extensions', 'exemptions', 'objections'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

export type ReviewKind = 'claim' | 'extension' | 'exemption' | 'objection';

/** Why a person who may review cannot decide on this one. */
export type ReviewObstacle = 'own_claim' | 'deputy_only' | 'other_district';

export interface ReviewRow {
  /** The claim, request or objection itself. */
  readonly eventId: number;
  readonly kind: ReviewKind;
  readonly body: Body;
  readonly track: Track | null;
  readonly trackName: string | null;
  readonly milestone: Milestone | null;
  readonly sinceOn: CivilDate;
  /** Days it has waited with the governorate. */
  readonly days: number;
  readonly evidenceKinds: readonly EvidenceKind[];
  /** «خوداظهاری»: the governorate's own claim. */
  readonly isSelfDeclared: boolean;
  readonly isOnBehalf: boolean;
  readonly obstacle: ReviewObstacle | null;
  /** Last event of the milestone, for deciding on several at once; null for what is about the body as a whole. */
  readonly lastEventId: number | null;
}

export interface ReviewQueue {
  readonly filter: ReviewFilter;
  /** Longest wait first. */
  readonly rows: readonly ReviewRow[];
  readonly counts: Readonly<Record<ReviewFilter, number>>;
  /** Median wait of all that waits, in days; null when nothing does. */
  readonly medianDays: number | null;
  /** Decisions on claims in the last four weeks. */
  readonly recent: { readonly decided: number; readonly returned: number };
}

const KINDS_OF: Record<ReviewFilter, readonly ReviewKind[]> = {
  all: ['claim', 'extension', 'exemption', 'objection'],
  claims: ['claim'],
  extensions: ['extension'],
  exemptions: ['exemption'],
  objections: ['objection'],
};

const RECENT_DAYS = 28;

const ACTION_FOR = {
  claim: 'milestone.verify',
  extension: 'request.answer',
  exemption: 'request.answer',
  objection: 'objection.answer',
} as const;

/** Whether, and if not why, the actor can decide on something that waits. */
export function reviewObstacle(
  ctx: ServiceContext,
  kind: ReviewKind,
  body: Body,
  claimantId: string | null,
): ReviewObstacle | null {
  if (!mayDo(ctx, ACTION_FOR[kind], resourceOf(body))) {
    const isElsewhere = ctx.actor.districtCode !== null && ctx.actor.districtCode !== body.districtCode;
    return isElsewhere ? 'other_district' : 'deputy_only';
  }
  return kind === 'claim' && claimantId !== null && claimantId === ctx.actor.id ? 'own_claim' : null;
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

type Decidable = WaitingItem & { readonly kind: ReviewKind; readonly eventId: number };

function isDecidable(item: WaitingItem): item is Decidable {
  return item.eventId !== null && item.kind !== 'own_step';
}

/**
 * What waits for a decision, longest wait first; a reviewer of one district sees that district's.
 *
 * @throws AppError `forbidden`, `no_programme`
 */
export function listReviewQueue(
  ctx: ServiceContext,
  { filter = 'all' }: { readonly filter?: ReviewFilter } = {},
): ReviewQueue {
  authorise(ctx, 'review.read');
  const districtCode = ctx.actor.isDelegate ? null : ctx.actor.districtCode;
  const waiting = getWaiting(ctx, { filter: { districtCode } }).decidable.filter(isDecidable);
  const shown = waiting.filter(({ kind }) => KINDS_OF[filter].includes(kind));
  const events = new Map(
    listEventsByIds(
      ctx.db,
      shown.map(({ eventId }) => eventId),
    ).map((event) => [event.id, event]),
  );
  const evidence = new Map<number, EvidenceKind[]>();
  for (const { evidence: piece } of listEvidence(ctx.db, [...events.keys()])) {
    evidence.set(piece.eventId, [...(evidence.get(piece.eventId) ?? []), piece.kind]);
  }
  const today = ctx.clock.today();
  const ledger = getLedger(ctx.db);
  const names = trackShortNames(ledger.reference(today));
  const count = (wanted: ReviewFilter) => waiting.filter(({ kind }) => KINDS_OF[wanted].includes(kind)).length;
  return {
    filter,
    rows: shown.map((item) => {
      const event = events.get(item.eventId);
      return {
        eventId: item.eventId,
        kind: item.kind,
        body: item.body,
        track: item.track,
        trackName: item.track ? (names.get(item.track.id) ?? item.track.title) : null,
        milestone: item.milestone,
        sinceOn: item.sinceOn,
        days: item.days,
        evidenceKinds: [...new Set(evidence.get(item.eventId) ?? [])],
        isSelfDeclared: item.kind === 'claim' && item.body.category === 'governorate',
        isOnBehalf: event?.onBehalf ?? false,
        obstacle: reviewObstacle(ctx, item.kind, item.body, event?.actorId ?? null),
        lastEventId: item.milestone ? ledger.state(item.body.id, item.milestone.id, today).lastEventId : null,
      };
    }),
    counts: {
      all: waiting.length,
      claims: count('claims'),
      extensions: count('extensions'),
      exemptions: count('exemptions'),
      objections: count('objections'),
    },
    medianDays: median(waiting.map(({ days }) => days).sort((a, b) => a - b)),
    recent: countDecisionsSince(ctx.db, addDays(today, 1 - RECENT_DAYS)),
  };
}

/** The milestone a claim or decision is about. @throws AppError `not_found` */
function keyOfEvent(ctx: ServiceContext, eventId: number, kinds: readonly string[]): MilestoneKey {
  const event = findEvent(ctx.db, eventId);
  if (event === null || !kinds.includes(event.kind)) throw new AppError('not_found', { eventId });
  return keyOf(ctx.db, event);
}

export interface ClaimDecision {
  readonly claimEventId: number;
  /** The last event of the milestone that the reviewer saw. */
  readonly expectedLastEventId: number;
}

/** Accepts a claim. @throws AppError as `recordMilestoneEvent` */
export function verifyClaim(
  ctx: ServiceContext,
  input: ClaimDecision & { readonly note?: string | null },
): RecordedMilestoneEvent {
  const key = keyOfEvent(ctx, input.claimEventId, ['claim']);
  const { expectedLastEventId, note } = input;
  return recordMilestoneEvent(ctx, { ...key, kind: 'verify', note, expectedLastEventId });
}

/** Sends a claim back with its reason, and a new due date if one is given. @throws AppError as `recordMilestoneEvent` */
export function returnClaim(
  ctx: ServiceContext,
  input: ClaimDecision & { readonly note: string | null; readonly dueOn?: CivilDate | null },
): RecordedMilestoneEvent {
  const key = keyOfEvent(ctx, input.claimEventId, ['claim']);
  const { expectedLastEventId, note, dueOn } = input;
  return recordMilestoneEvent(ctx, { ...key, kind: 'return', note, dueOn, expectedLastEventId });
}

/** Takes back the verification or return just recorded. @throws AppError as `recordMilestoneEvent` */
export function undoDecision(
  ctx: ServiceContext,
  input: { readonly decisionEventId: number; readonly note: string | null },
): RecordedMilestoneEvent {
  const key = keyOfEvent(ctx, input.decisionEventId, ['verify', 'return']);
  return recordMilestoneEvent(ctx, {
    ...key,
    kind: 'undo',
    note: input.note,
    expectedLastEventId: input.decisionEventId,
  });
}

export interface BulkResult {
  readonly verified: readonly RecordedMilestoneEvent[];
  readonly refused: readonly { readonly claimEventId: number; readonly error: AppError }[];
}

/**
 * Accepts several claims. Each stands for itself: one that was decided meanwhile does not hold up the others.
 *
 * @throws AppError `forbidden` for those who review nothing; what concerns one claim is among `refused`
 */
export function verifyClaims(ctx: ServiceContext, claims: readonly ClaimDecision[]): BulkResult {
  authorise(ctx, 'review.read');
  const verified: RecordedMilestoneEvent[] = [];
  const refused: { claimEventId: number; error: AppError }[] = [];
  for (const claim of claims) {
    try {
      verified.push(verifyClaim(ctx, claim));
    } catch (error) {
      // A full disk or a wrong clock stops everything; nothing else does.
      if (!isAppError(error) || ['disk_full', 'database_locked', 'read_only_clock'].includes(error.code)) throw error;
      refused.push({ claimEventId: claim.claimEventId, error });
    }
  }
  return { verified, refused };
}
