import { listEventsByIds, type EventRow } from '@/db/queries/events';
import { listDecisionsOnClaims } from '@/db/queries/review-events';
import type { Body, Milestone } from '@/lib/domain/reference';
import { getLedger } from './ledger';
import { type Decidable, listDecidable, obstaclesOf, type ReviewRow, toRows, waitingInReach } from './review-queue';
import type { ReviewObstacle } from './reviews';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';
import type { ReviewQuery } from '@/lib/validation/review-query';

/** Claims decided on in one go at most; a longer list is worked through in parts. */
export const MOST_AT_ONCE = 500;

export interface Gathered {
  /** What can be decided on now, in the order of the queue. */
  readonly rows: readonly ReviewRow[];
  /** Bodies they belong to. */
  readonly bodies: number;
  /** What was chosen and cannot be decided on by this person, by reason. */
  readonly obstacles: readonly { readonly obstacle: ReviewObstacle; readonly count: number }[];
  /** What was chosen and does not wait any more. */
  readonly gone: number;
  /** Claims beyond `MOST_AT_ONCE`. */
  readonly beyond: number;
}

/**
 * The claims somebody wants to decide on together: the ones named, or all of a list.
 *
 * @throws AppError `forbidden`, `no_programme`
 */
export function gatherClaims(
  ctx: ServiceContext,
  wanted: { readonly claimIds: readonly number[] } | { readonly query: ReviewQuery },
): Gathered {
  authorise(ctx, 'review.read');
  const isClaim = ({ kind }: Decidable) => kind === 'claim';
  const named = 'claimIds' in wanted ? new Set(wanted.claimIds) : null;
  const waiting =
    'query' in wanted
      ? listDecidable(ctx, wanted.query).filter(isClaim)
      : waitingInReach(ctx).filter((item) => isClaim(item) && named?.has(item.eventId));
  const obstacles = obstaclesOf(ctx, waiting);
  const free = waiting.filter(({ eventId }) => !obstacles.has(eventId));
  const rows = toRows(ctx, free.slice(0, MOST_AT_ONCE));
  const reasons = [...obstacles.values()];
  return {
    rows,
    bodies: new Set(rows.map(({ body }) => body.id)).size,
    obstacles: [...new Set(reasons)].map((obstacle) => ({
      obstacle,
      count: reasons.filter((each) => each === obstacle).length,
    })),
    gone: named === null ? 0 : named.size - waiting.length,
    beyond: free.length - rows.length,
  };
}

/** What became of one of several claims. */
export interface ClaimOutcome {
  readonly claimEventId: number;
  readonly body: Body;
  readonly milestone: Milestone | null;
  readonly trackName: string | null;
  /** The decision that stands on it now; null while it waits. */
  readonly decision: EventRow | null;
  /** It is this person's own, of the kind that was meant. */
  readonly isDone: boolean;
  readonly obstacle: ReviewObstacle | null;
}

/**
 * What became of several claims, read from the history: the answer is the same however often it is looked at, and names whoever was faster.
 *
 * @throws AppError `forbidden`
 */
export function outcomeOfClaims(
  ctx: ServiceContext,
  kind: 'verify' | 'return',
  claimIds: readonly number[],
): ClaimOutcome[] {
  authorise(ctx, 'review.read');
  const ids = [...new Set(claimIds)].slice(0, MOST_AT_ONCE);
  const decisions = listDecisionsOnClaims(ctx.db, ids);
  const reference = getLedger(ctx.db).reference(ctx.clock.today());
  const names = trackShortNames(reference);
  const bodies = new Map(reference.bodies.map((body) => [body.id, body]));
  const milestones = new Map(reference.milestones.map((milestone) => [milestone.id, milestone]));
  const waiting = waitingInReach(ctx).filter(({ eventId }) => ids.includes(eventId));
  const obstacles = obstaclesOf(ctx, waiting);
  const inReach = ctx.actor.isDelegate ? null : ctx.actor.districtCode;
  return listEventsByIds(ctx.db, ids).flatMap((claim) => {
    const body = bodies.get(claim.bodyId);
    if (body === undefined || claim.kind !== 'claim') return [];
    if (inReach !== null && body.districtCode !== inReach) return [];
    const milestone = milestones.get(claim.milestoneId ?? 0) ?? null;
    const decision = decisions.get(claim.id) ?? null;
    return [
      {
        claimEventId: claim.id,
        body,
        milestone,
        trackName: milestone === null ? null : (names.get(milestone.trackId) ?? null),
        decision,
        isDone: decision?.kind === kind && decision.actorId === ctx.actor.id,
        obstacle: obstacles.get(claim.id) ?? null,
      },
    ];
  });
}
