import { and, asc, desc, eq, gt, inArray, lt, lte } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventKind } from '@/lib/domain/vocabulary';
import type { Db } from '../client';
import { bodies } from '../schema/bodies';
import { events } from '../schema/events';
import { milestones, programmes, tracks } from '../schema/programmes';

const selected = {
  event: events,
  bodyCode: bodies.code,
  milestoneCode: milestones.code,
  programmeCode: programmes.code,
};

function selectEvents(db: Db) {
  return db
    .select(selected)
    .from(events)
    .innerJoin(bodies, eq(bodies.id, events.bodyId))
    .leftJoin(milestones, eq(milestones.id, events.milestoneId))
    .leftJoin(tracks, eq(tracks.id, milestones.trackId))
    .leftJoin(programmes, eq(programmes.id, tracks.programmeId));
}

export type LoggedEvent = ReturnType<ReturnType<typeof selectEvents>['all']>[number];

/** Events after an id, in the order of recording. */
export function listEventLog(db: Db, afterId: number, limit: number): LoggedEvent[] {
  return selectEvents(db).where(gt(events.id, afterId)).orderBy(asc(events.id)).limit(limit).all();
}

export interface BodyLogPage {
  readonly limit: number;
  /** Continues an earlier page. */
  readonly beforeId: number | null;
  readonly kinds?: readonly EventKind[] | null;
  readonly milestoneCode?: string | null;
}

/** What was recorded about a body on or before a day, newest first; of some kinds or about one milestone only. */
export function listBodyLog(db: Db, bodyId: number, asOf: CivilDate, page: BodyLogPage): LoggedEvent[] {
  const { limit, beforeId, kinds, milestoneCode } = page;
  return selectEvents(db)
    .where(
      and(
        eq(events.bodyId, bodyId),
        lte(events.recordedOn, asOf),
        beforeId === null ? undefined : lt(events.id, beforeId),
        kinds ? inArray(events.kind, [...kinds]) : undefined,
        milestoneCode ? eq(milestones.code, milestoneCode) : undefined,
      ),
    )
    .orderBy(desc(events.id))
    .limit(limit)
    .all();
}
