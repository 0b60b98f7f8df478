import { and, asc, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneEvent } from '@/lib/domain/milestone-state';
import { MILESTONE_EVENTS, type EventKind } from '@/lib/domain/vocabulary';
import type { Executor } from '../client';
import { events } from '../schema/events';

export type EventRow = typeof events.$inferSelect;
export type NewEvent = Omit<typeof events.$inferInsert, 'id'>;

/** Writes one event and gives its id. */
export function insertEvent(db: Executor, event: NewEvent): number {
  return Number(db.insert(events).values(event).run().lastInsertRowid);
}

export function findEvent(db: Executor, id: number): EventRow | null {
  return db.select().from(events).where(eq(events.id, id)).get() ?? null;
}

export function listEventsByIds(db: Executor, ids: readonly number[]): EventRow[] {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(events)
    .where(inArray(events.id, [...ids]))
    .orderBy(asc(events.id))
    .all();
}

/** The events that move one milestone of one body, in the order of recording. */
export function listMilestoneEvents(db: Executor, bodyId: number, milestoneId: number): MilestoneEvent[] {
  return db
    .select({
      id: events.id,
      kind: events.kind,
      occurredOn: events.occurredOn,
      recordedOn: events.recordedOn,
      actorId: events.actorId,
      side: events.side,
      note: events.note,
      cause: events.cause,
      turn: events.turn,
      dueOn: events.dueOn,
    })
    .from(events)
    .where(
      and(eq(events.bodyId, bodyId), eq(events.milestoneId, milestoneId), inArray(events.kind, [...MILESTONE_EVENTS])),
    )
    .orderBy(asc(events.id))
    .all() as MilestoneEvent[];
}

/** Everything recorded about one milestone of one body, requests and objections included, newest first. */
export function listMilestoneHistory(db: Executor, bodyId: number, milestoneId: number): EventRow[] {
  return db
    .select()
    .from(events)
    .where(and(eq(events.bodyId, bodyId), eq(events.milestoneId, milestoneId)))
    .orderBy(desc(events.id))
    .all();
}

/** Newest events of some kinds about some bodies; with a day, of those recorded on or before it. */
export function listBodyEvents(
  db: Executor,
  bodyIds: readonly number[],
  kinds: readonly EventKind[],
  limit: number,
  asOf?: CivilDate,
): EventRow[] {
  if (bodyIds.length === 0 || kinds.length === 0) return [];
  return db
    .select()
    .from(events)
    .where(
      and(
        inArray(events.bodyId, [...bodyIds]),
        inArray(events.kind, [...kinds]),
        asOf === undefined ? undefined : lte(events.recordedOn, asOf),
      ),
    )
    .orderBy(desc(events.id))
    .limit(limit)
    .all();
}

/** The newest event of a kind about a body, on one day if given. */
export function findNewestBodyEvent(
  db: Executor,
  bodyId: number,
  kind: EventKind,
  recordedOn?: CivilDate,
): EventRow | null {
  return (
    db
      .select()
      .from(events)
      .where(
        and(
          eq(events.bodyId, bodyId),
          eq(events.kind, kind),
          recordedOn === undefined ? undefined : eq(events.recordedOn, recordedOn),
        ),
      )
      .orderBy(desc(events.id))
      .limit(1)
      .get() ?? null
  );
}

/** The answer to a request or objection, if it has been given. */
export function findAnswer(db: Executor, eventId: number): EventRow | null {
  return (
    db
      .select()
      .from(events)
      .where(and(eq(events.refersTo, eventId), inArray(events.kind, ['request_answer', 'objection_answer'])))
      .orderBy(desc(events.id))
      .limit(1)
      .get() ?? null
  );
}

/** Requests or objections nobody has answered, oldest first; about one milestone of one body if given. */
export function listUnanswered(
  db: Executor,
  kinds: readonly ('request' | 'objection')[],
  about?: { readonly bodyId: number; readonly milestoneId: number | null },
): EventRow[] {
  const answers = alias(events, 'answers');
  return db
    .select({ event: events })
    .from(events)
    .leftJoin(
      answers,
      and(eq(answers.refersTo, events.id), inArray(answers.kind, ['request_answer', 'objection_answer'])),
    )
    .where(
      and(
        inArray(events.kind, [...kinds]),
        isNull(answers.id),
        about === undefined ? undefined : eq(events.bodyId, about.bodyId),
        about === undefined
          ? undefined
          : about.milestoneId === null
            ? isNull(events.milestoneId)
            : eq(events.milestoneId, about.milestoneId),
      ),
    )
    .orderBy(asc(events.id))
    .all()
    .map(({ event }) => event);
}

/** Events of some kinds recorded between two days, both included, newest first. */
export function listEventsBetween(
  db: Executor,
  fromOn: CivilDate,
  toOn: CivilDate,
  kinds: readonly EventKind[],
): EventRow[] {
  return db
    .select()
    .from(events)
    .where(and(gte(events.recordedOn, fromOn), lte(events.recordedOn, toOn), inArray(events.kind, [...kinds])))
    .orderBy(desc(events.id))
    .all();
}

/** When each body's own events of some days were recorded and what they are, in the order of recording. */
export function listOwnEventsBetween(
  db: Executor,
  fromOn: CivilDate,
  toOn: CivilDate,
): Pick<EventRow, 'bodyId' | 'kind' | 'recordedOn' | 'recordedAt' | 'isImported'>[] {
  return db
    .select({
      bodyId: events.bodyId,
      kind: events.kind,
      recordedOn: events.recordedOn,
      recordedAt: events.recordedAt,
      isImported: events.isImported,
    })
    .from(events)
    .where(and(gte(events.recordedOn, fromOn), lte(events.recordedOn, toOn), eq(events.side, 'body')))
    .orderBy(asc(events.id))
    .all();
}
