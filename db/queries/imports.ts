import { desc } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneEvent } from '@/lib/domain/milestone-state';
import type { BlockCause, EventKind, EventSide, Turn } from '@/lib/domain/vocabulary';
import type { Db, Executor } from '../client';
import { editions } from '../schema/editions';

/** An imported event as it is written. */
export interface ImportedEvent {
  readonly kind: EventKind;
  readonly bodyId: number;
  readonly milestoneId: number | null;
  readonly occurredOn: CivilDate;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly side: EventSide;
  readonly actorName: string;
  readonly note: string | null;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
  readonly dueOn: CivilDate | null;
  readonly refersTo: number | null;
}

/** An inserter that is prepared once and used for every row; returns the id of the new event. */
export function prepareEventInsert(db: Db): (event: ImportedEvent) => number {
  const statement = db.$client.prepare(
    `insert into events (kind, body_id, milestone_id, occurred_on, recorded_on, recorded_at, side, actor_id, actor_name,
                         by_delegate, on_behalf, self_declared, is_imported, note, cause, turn, due_on, refers_to)
     values (@kind, @bodyId, @milestoneId, @occurredOn, @recordedOn, @recordedAt, @side, null, @actorName,
             0, 0, 0, 1, @note, @cause, @turn, @dueOn, @refersTo)`,
  );
  return (event) => Number(statement.run(event).lastInsertRowid);
}

export type StoredMilestoneEvent = MilestoneEvent & { readonly bodyId: number; readonly milestoneId: number };

/** Milestone events that are already recorded, in the order of recording. */
export function listMilestoneEvents(db: Db): StoredMilestoneEvent[] {
  return db.$client
    .prepare<[], StoredMilestoneEvent>(
      `select id, kind, body_id as bodyId, milestone_id as milestoneId, occurred_on as occurredOn, recorded_on as recordedOn,
              actor_id as actorId, side, note, cause, turn, due_on as dueOn
         from events where milestone_id is not null order by id`,
    )
    .all();
}

export function newestEventDay(db: Db): CivilDate | null {
  return (
    db.$client.prepare<[], { day: CivilDate | null }>('select max(recorded_on) as day from events').get()?.day ?? null
  );
}

/** The edition issued last, of any programme. */
export function newestEdition(db: Executor): { number: number; issuedOn: CivilDate } | null {
  return (
    db
      .select({ number: editions.number, issuedOn: editions.issuedOn })
      .from(editions)
      .orderBy(desc(editions.issuedOn), desc(editions.id))
      .limit(1)
      .get() ?? null
  );
}
