import { and, asc, eq, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import {
  indicatorVersions,
  milestones,
  milestoneVersions,
  programmes,
  programmeVersions,
  tracks,
  trackVersions,
} from '../schema/programmes';

export type ProgrammeVersionRow = typeof programmeVersions.$inferSelect;
export type TrackVersionRow = typeof trackVersions.$inferSelect;
export type MilestoneVersionRow = typeof milestoneVersions.$inferSelect;
export type IndicatorVersionRow = typeof indicatorVersions.$inferSelect;

/** The newest version of each programme recorded on or before a day. */
export function listProgrammesAsOf(db: Executor, day: CivilDate): { code: string; version: ProgrammeVersionRow }[] {
  return db
    .select({ code: programmes.code, version: programmeVersions })
    .from(programmes)
    .innerJoin(programmeVersions, eq(programmeVersions.programmeId, programmes.id))
    .where(
      sql`${programmeVersions.id} = (select max(v.id) from programme_versions v where v.programme_id = ${programmes.id} and v.recorded_on <= ${day})`,
    )
    .orderBy(asc(programmes.id))
    .all();
}

/** The newest version of each track of a programme recorded on or before a day. */
export function listTracksAsOf(
  db: Executor,
  programmeId: number,
  day: CivilDate,
): { code: string; version: TrackVersionRow }[] {
  return db
    .select({ code: tracks.code, version: trackVersions })
    .from(tracks)
    .innerJoin(trackVersions, eq(trackVersions.trackId, tracks.id))
    .where(
      and(
        eq(tracks.programmeId, programmeId),
        sql`${trackVersions.id} = (select max(v.id) from track_versions v where v.track_id = ${tracks.id} and v.recorded_on <= ${day})`,
      ),
    )
    .orderBy(asc(trackVersions.position))
    .all();
}

/** The newest version of each milestone of a programme recorded on or before a day; withdrawn ones are among them. */
export function listMilestonesAsOf(
  db: Executor,
  programmeId: number,
  day: CivilDate,
): { code: string; trackId: number; version: MilestoneVersionRow }[] {
  return db
    .select({ code: milestones.code, trackId: milestones.trackId, version: milestoneVersions })
    .from(milestones)
    .innerJoin(tracks, eq(tracks.id, milestones.trackId))
    .innerJoin(milestoneVersions, eq(milestoneVersions.milestoneId, milestones.id))
    .where(
      and(
        eq(tracks.programmeId, programmeId),
        sql`${milestoneVersions.id} = (select max(v.id) from milestone_versions v where v.milestone_id = ${milestones.id} and v.recorded_on <= ${day})`,
      ),
    )
    .orderBy(asc(milestones.trackId), asc(milestoneVersions.position))
    .all();
}

/** The newest version of each indicator recorded on or before a day. */
export function listIndicatorsAsOf(db: Executor, day: CivilDate): IndicatorVersionRow[] {
  return db
    .select()
    .from(indicatorVersions)
    .where(
      sql`${indicatorVersions.id} = (select max(v.id) from indicator_versions v where v.code = ${indicatorVersions.code} and v.recorded_on <= ${day})`,
    )
    .orderBy(asc(indicatorVersions.id))
    .all();
}

/** The day on which the earliest programme starts, as known on a day; null without a programme. */
export function earliestProgrammeStart(db: Executor, day: CivilDate): CivilDate | null {
  const starts = listProgrammesAsOf(db, day).map(({ version }) => version.startOn);
  return starts.sort()[0] ?? null;
}

export function countProgrammes(db: Executor): number {
  return (
    db
      .select({ count: sql<number>`count(*)` })
      .from(programmes)
      .get()?.count ?? 0
  );
}

export function insertProgramme(db: Executor, code: string): number {
  return db.insert(programmes).values({ code }).returning({ id: programmes.id }).get().id;
}

export function insertProgrammeVersion(db: Executor, version: Omit<typeof programmeVersions.$inferInsert, 'id'>): void {
  db.insert(programmeVersions).values(version).run();
}

export function insertTrack(db: Executor, programmeId: number, code: string): number {
  return db.insert(tracks).values({ programmeId, code }).returning({ id: tracks.id }).get().id;
}

export function insertTrackVersion(db: Executor, version: Omit<typeof trackVersions.$inferInsert, 'id'>): void {
  db.insert(trackVersions).values(version).run();
}

export function insertMilestone(db: Executor, trackId: number, code: string): number {
  return db.insert(milestones).values({ trackId, code }).returning({ id: milestones.id }).get().id;
}

export function insertMilestoneVersion(db: Executor, version: Omit<typeof milestoneVersions.$inferInsert, 'id'>): void {
  db.insert(milestoneVersions).values(version).run();
}

export function insertIndicatorVersion(db: Executor, version: Omit<typeof indicatorVersions.$inferInsert, 'id'>): void {
  db.insert(indicatorVersions).values(version).run();
}
