import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { ReviewEvent } from '@/lib/domain/review-pace';
import type { Executor } from '../client';
import { events } from '../schema/events';
import type { EventRow } from './events';

const REVIEW_KINDS = ['claim', 'verify', 'return', 'undo'] as const;

/** Claims, decisions on them and undos recorded between two days, in the order of recording. */
export function listReviewEvents(db: Executor, from: CivilDate, to: CivilDate): ReviewEvent[] {
  return db
    .select({
      id: events.id,
      kind: events.kind,
      bodyId: events.bodyId,
      milestoneId: events.milestoneId,
      recordedOn: events.recordedOn,
      actorId: events.actorId,
      actorName: events.actorName,
      note: events.note,
      refersTo: events.refersTo,
    })
    .from(events)
    .where(
      and(
        gte(events.recordedOn, from),
        lte(events.recordedOn, to),
        inArray(events.kind, [...REVIEW_KINDS]),
        isNotNull(events.milestoneId),
      ),
    )
    .orderBy(asc(events.id))
    .all() as ReviewEvent[];
}

export interface DecisionFilter {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly kinds: readonly ('verify' | 'return' | 'undo')[];
  /** User id, or the name of an imported actor. */
  readonly reviewer: string | null;
  /** Bodies of one district; null = all. */
  readonly bodyIds: readonly number[] | null;
}

const isUndone = sql`exists (select 1 from events as undo where undo.refers_to = ${events.id} and undo.kind = 'undo')`;

function decisionsWhere({ from, to, kinds, reviewer, bodyIds }: DecisionFilter): SQL | undefined {
  return and(
    gte(events.recordedOn, from),
    lte(events.recordedOn, to),
    inArray(events.kind, [...kinds]),
    isNotNull(events.milestoneId),
    sql`not ${isUndone}`,
    reviewer === null
      ? undefined
      : sql`(${eq(events.actorId, reviewer)} or ${and(isNull(events.actorId), eq(events.actorName, reviewer))})`,
    bodyIds === null ? undefined : inArray(events.bodyId, [...bodyIds]),
  );
}

/** Decisions that stand (and undos), newest first. */
export function listDecisionRows(db: Executor, filter: DecisionFilter, limit: number, offset: number): EventRow[] {
  return db
    .select()
    .from(events)
    .where(decisionsWhere(filter))
    .orderBy(desc(events.id))
    .limit(limit)
    .offset(offset)
    .all();
}

export function countDecisionRows(db: Executor, filter: DecisionFilter): number {
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(events)
    .where(decisionsWhere(filter))
    .get();
  return row?.count ?? 0;
}

/** The newest verification or return a person recorded on a day. */
export function findNewestDecisionOf(db: Executor, actorId: string, day: CivilDate): EventRow | null {
  return (
    db
      .select()
      .from(events)
      .where(
        and(
          eq(events.recordedOn, day),
          eq(events.actorId, actorId),
          inArray(events.kind, ['verify', 'return']),
          sql`not ${isUndone}`,
        ),
      )
      .orderBy(desc(events.id))
      .limit(1)
      .get() ?? null
  );
}

/** Of some events those that have a piece of evidence of a kind. */
export function listEventsWithEvidence(db: Executor, eventIds: readonly number[], kind: string): Set<number> {
  if (eventIds.length === 0) return new Set();
  const ids = JSON.stringify(eventIds);
  const rows = db.all<{ eventId: number }>(
    sql`select distinct event_id as eventId from evidence where kind = ${kind} and event_id in (select value from json_each(${ids}))`,
  );
  return new Set(rows.map(({ eventId }) => eventId));
}

/**
 * For each claim the first event that decided on it and still stands: a verification, a return, a withdrawal or an exemption after it,
 * before the next claim.
 */
export function listDecisionsOnClaims(db: Executor, claimIds: readonly number[]): Map<number, EventRow> {
  if (claimIds.length === 0) return new Map();
  const ids = JSON.stringify(claimIds);
  const pairs = db.all<{ claimId: number; decisionId: number | null }>(sql`
    select claim.id as claimId,
           (select decision.id from events as decision
             where decision.body_id = claim.body_id and decision.milestone_id = claim.milestone_id
               and decision.id > claim.id and decision.kind in ('verify', 'return', 'withdraw', 'exempt')
               and not exists (select 1 from events as undo where undo.refers_to = decision.id and undo.kind = 'undo')
               and not exists (select 1 from events as later
                                where later.body_id = claim.body_id and later.milestone_id = claim.milestone_id
                                  and later.kind = 'claim' and later.id > claim.id and later.id < decision.id)
             order by decision.id limit 1) as decisionId
      from events as claim where claim.id in (select value from json_each(${ids})) and claim.kind = 'claim'`);
  const rows = new Map(
    db
      .select()
      .from(events)
      .where(
        inArray(
          events.id,
          pairs.flatMap(({ decisionId }) => decisionId ?? []),
        ),
      )
      .all()
      .map((row) => [row.id, row]),
  );
  return new Map(
    pairs.flatMap(({ claimId, decisionId }) => {
      const row = decisionId === null ? undefined : rows.get(decisionId);
      return row ? [[claimId, row] as const] : [];
    }),
  );
}
