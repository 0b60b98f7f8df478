import { and, asc, desc, eq, gt, inArray, lt, lte } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { events } from '../schema/events';
import type { EventRow } from './events';

/** The newest id recorded on or before a day; 0 while there is none. Ids and days of recording grow together. */
export function newestEventIdOn(db: Executor, day: CivilDate): number {
  return (
    db
      .select({ id: events.id })
      .from(events)
      .where(lte(events.recordedOn, day))
      .orderBy(desc(events.recordedOn), desc(events.id))
      .limit(1)
      .get()?.id ?? 0
  );
}

/**
 * The newest own events of some bodies with ids between two, neither included, newest first. Each body gives at most `limit` ids from its
 * index, so that the work does not grow with the history.
 */
export function listOwnReports(
  db: Executor,
  bodyIds: readonly number[],
  { afterId, beforeId, limit }: { readonly afterId: number; readonly beforeId: number; readonly limit: number },
): EventRow[] {
  const ids = bodyIds
    .flatMap((bodyId) =>
      db
        .select({ id: events.id })
        .from(events)
        .where(and(eq(events.bodyId, bodyId), eq(events.side, 'body'), gt(events.id, afterId), lt(events.id, beforeId)))
        .orderBy(desc(events.id))
        .limit(limit)
        .all(),
    )
    .map(({ id }) => id)
    .sort((a, b) => b - a)
    .slice(0, limit);
  if (ids.length === 0) return [];
  return db.select().from(events).where(inArray(events.id, ids)).orderBy(desc(events.id)).all();
}

/** Everything recorded about one step after an event, in the order of recording. */
export function listStepEventsAfter(db: Executor, bodyId: number, milestoneId: number, afterId: number): EventRow[] {
  return db
    .select()
    .from(events)
    .where(and(eq(events.bodyId, bodyId), eq(events.milestoneId, milestoneId), gt(events.id, afterId)))
    .orderBy(asc(events.id))
    .all();
}
