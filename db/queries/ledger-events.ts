import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BlockCause, EventKind, EventSide, RequestKind, Turn } from '@/lib/domain/vocabulary';
import type { Db } from '../client';
import { prepared } from './prepared';

/** What the ledger needs of an event. */
export interface LedgerEvent {
  readonly id: number;
  readonly kind: EventKind;
  readonly bodyId: number;
  readonly milestoneId: number | null;
  readonly occurredOn: CivilDate;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly side: EventSide;
  readonly actorId: string | null;
  readonly isImported: 0 | 1;
  readonly note: string | null;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
  readonly dueOn: CivilDate | null;
  readonly refersTo: number | null;
  readonly requestKind: RequestKind | null;
}

/** Events after an id, in the order of recording. Read with the driver itself: this is the one query over the whole history. */
export function listEventsAfter(db: Db, afterId: number): LedgerEvent[] {
  return db.$client
    .prepare(
      `select id, kind, body_id as bodyId, milestone_id as milestoneId, occurred_on as occurredOn, recorded_on as recordedOn,
              recorded_at as recordedAt, side, actor_id as actorId, is_imported as isImported, note, cause, turn, due_on as dueOn,
              refers_to as refersTo, request_kind as requestKind
         from events where id > ? order by id`,
    )
    .all(afterId) as LedgerEvent[];
}

const newestId = prepared((db: Db) =>
  db.$client.prepare<[], { id: number }>('select ifnull(max(id), 0) as id from events'),
);

/** The newest event id, 0 when there is none. */
export function newestEventId(db: Db): number {
  return newestId(db).get()?.id ?? 0;
}
