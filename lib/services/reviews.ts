import { findEvent } from '@/db/queries/events';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Body } from '@/lib/domain/reference';
import { AppError, isAppError } from '@/lib/errors';
import { resourceOf, type MilestoneKey } from './milestone-subject';
import { recordMilestoneEvent, type RecordedMilestoneEvent } from './milestones';
import { keyOf } from './requests';
import { authorise, mayDo, type ServiceContext } from './service-context';

export type ReviewKind = 'claim' | 'extension' | 'exemption' | 'objection';

/** Why a person who may review cannot decide on this one. */
export type ReviewObstacle = 'own_claim' | 'deputy_only' | 'other_district';

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
  readonly recorded: readonly RecordedMilestoneEvent[];
  readonly refused: readonly { readonly claimEventId: number; readonly error: AppError }[];
}

/** What is decided on several claims: all are verified, or all go back with one reason. */
export type BulkDecision =
  | { readonly kind: 'verify' }
  | { readonly kind: 'return'; readonly note: string | null; readonly dueOn?: CivilDate | null };

/** A full disk or a wrong clock stops everything; whatever concerns one claim does not hold up the others. */
const STOPS_ALL = ['disk_full', 'database_locked', 'read_only_clock'];

/**
 * Decides on several claims. Each stands for itself, with its own event and audit row: one that was decided meanwhile does not hold up
 * the others. Between two claims other requests get their turn.
 *
 * @throws AppError `forbidden` for those who review nothing; what concerns one claim is among `refused`
 */
export async function decideClaims(
  ctx: ServiceContext,
  claims: readonly ClaimDecision[],
  decision: BulkDecision,
): Promise<BulkResult> {
  authorise(ctx, 'review.read');
  const recorded: RecordedMilestoneEvent[] = [];
  const refused: { claimEventId: number; error: AppError }[] = [];
  for (const claim of claims) {
    try {
      recorded.push(decision.kind === 'verify' ? verifyClaim(ctx, claim) : returnClaim(ctx, { ...claim, ...decision }));
    } catch (error) {
      if (!isAppError(error) || STOPS_ALL.includes(error.code)) throw error;
      refused.push({ claimEventId: claim.claimEventId, error });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { recorded, refused };
}
