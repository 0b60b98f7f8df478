import {
  countDecisionRows,
  findNewestDecisionOf,
  listDecisionRows,
  listReviewEvents,
} from '@/db/queries/review-events';
import type { EventRow } from '@/db/queries/events';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Body, Milestone } from '@/lib/domain/reference';
import { calculateReviewPace, paceWindowStart, type ReviewPace } from '@/lib/domain/review-pace';
import { getLedger } from './ledger';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';
import { waitingInReach } from './review-queue';

/** The district whose bodies a reviewer reads; null = the whole county. */
export function districtInReach(ctx: ServiceContext): string | null {
  return ctx.actor.isDelegate ? null : ctx.actor.districtCode;
}

/**
 * The reviewers' own pace today, over the bodies within the actor's reach. The work is bounded by the events of eight weeks.
 *
 * @throws AppError `forbidden`, `no_programme`
 */
export function getReviewPace(ctx: ServiceContext): ReviewPace {
  authorise(ctx, 'review.read');
  const asOf = ctx.clock.today();
  const districtCode = districtInReach(ctx);
  const ledger = getLedger(ctx.db);
  return ledger.view(asOf, `review pace ${districtCode ?? ''}`, () => {
    const inReach = bodyIdsOf(ctx, districtCode);
    const events = listReviewEvents(ctx.db, paceWindowStart(asOf), asOf).filter(
      ({ bodyId }) => inReach === null || inReach.has(bodyId),
    );
    const waiting = waitingInReach(ctx).filter(({ kind }) => kind === 'claim');
    return calculateReviewPace(
      events,
      waiting.map(({ days }) => days),
      asOf,
    );
  });
}

function bodyIdsOf(ctx: ServiceContext, districtCode: string | null): ReadonlySet<number> | null {
  if (districtCode === null) return null;
  const { bodies } = getLedger(ctx.db).reference(ctx.clock.today());
  return new Set(bodies.filter((body) => body.districtCode === districtCode).map(({ id }) => id));
}

export const DECISION_KINDS = ['decided', 'verify', 'return', 'undo'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export interface DecisionListParams {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly kind: DecisionKind;
  /** Key of a reviewer as the pace names it. */
  readonly reviewer: string | null;
  readonly page?: number | null;
}

export interface DecisionListRow {
  readonly event: EventRow;
  readonly body: Body | null;
  readonly milestone: Milestone | null;
  readonly trackName: string | null;
}

export interface DecisionList {
  readonly rows: readonly DecisionListRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const DECISIONS_A_PAGE = 50;

/** The decisions a figure of the pace counts, newest first. @throws AppError `forbidden` */
export function listDecisions(ctx: ServiceContext, params: DecisionListParams): DecisionList {
  authorise(ctx, 'review.read');
  const inReach = bodyIdsOf(ctx, districtInReach(ctx));
  const filter = {
    from: params.from,
    to: params.to,
    kinds: params.kind === 'decided' ? (['verify', 'return'] as const) : [params.kind],
    reviewer: params.reviewer,
    bodyIds: inReach === null ? null : [...inReach],
  };
  const total = countDecisionRows(ctx.db, filter);
  const pages = Math.max(1, Math.ceil(total / DECISIONS_A_PAGE));
  const page = Math.min(Math.max(params.page ?? 1, 1), pages);
  const reference = getLedger(ctx.db).reference(ctx.clock.today());
  const bodies = new Map(reference.bodies.map((body) => [body.id, body]));
  const milestones = new Map(reference.milestones.map((milestone) => [milestone.id, milestone]));
  const names = trackShortNames(reference);
  return {
    rows: listDecisionRows(ctx.db, filter, DECISIONS_A_PAGE, (page - 1) * DECISIONS_A_PAGE).map((event) => {
      const milestone = milestones.get(event.milestoneId ?? 0) ?? null;
      return {
        event,
        body: bodies.get(event.bodyId) ?? null,
        milestone,
        trackName: milestone === null ? null : (names.get(milestone.trackId) ?? null),
      };
    }),
    total,
    page,
    pages,
  };
}

/** The actor's newest decision of today that still can be taken back; null when there is none. */
export function findOwnUndoable(ctx: ServiceContext): number | null {
  authorise(ctx, 'review.read');
  const today = ctx.clock.today();
  const newest = findNewestDecisionOf(ctx.db, ctx.actor.id, today);
  if (newest === null || newest.milestoneId === null) return null;
  const { undoable } = getLedger(ctx.db).state(newest.bodyId, newest.milestoneId, today);
  return undoable?.eventId === newest.id ? newest.id : null;
}
