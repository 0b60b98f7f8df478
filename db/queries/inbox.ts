import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventKind } from '@/lib/domain/vocabulary';
import type { Executor } from '../client';
import { events } from '../schema/events';
import { messageReads } from '../schema/notifications';
import type { EventRow } from './events';

/**
 * What the governorate recorded about some bodies since a day, newest first. The plus, and the order by days, keep SQLite to the index of
 * days: by body or by id it would read the whole history.
 */
export function listNews(
  db: Executor,
  bodyIds: readonly number[],
  kinds: readonly EventKind[],
  fromOn: CivilDate,
): EventRow[] {
  if (bodyIds.length === 0) return [];
  return db
    .select()
    .from(events)
    .where(
      and(
        gte(events.recordedOn, fromOn),
        sql`+${events.bodyId} in ${[...bodyIds]}`,
        inArray(events.kind, [...kinds]),
        eq(events.side, 'governorate'),
      ),
    )
    .orderBy(desc(events.recordedOn), desc(events.id))
    .all();
}

/** When a person read which message, of those read since an instant. */
export function listReads(db: Executor, userId: string, sinceAt: string): Map<string, string> {
  const rows = db
    .select({ key: messageReads.messageKey, readAt: messageReads.readAt })
    .from(messageReads)
    .where(and(eq(messageReads.userId, userId), gte(messageReads.readAt, sinceAt)))
    .all();
  return new Map(rows.map(({ key, readAt }) => [key, readAt]));
}

export function hasRead(db: Executor, userId: string, messageKey: string): boolean {
  const row = db
    .select({ id: messageReads.id })
    .from(messageReads)
    .where(and(eq(messageReads.userId, userId), eq(messageReads.messageKey, messageKey)))
    .get();
  return row !== undefined;
}

export function insertRead(db: Executor, row: Omit<typeof messageReads.$inferInsert, 'id'>): void {
  db.insert(messageReads).values(row).run();
}
