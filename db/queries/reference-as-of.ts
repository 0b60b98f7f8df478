import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../client';
import {
  bodies,
  bodyVersions,
  holidayVersions,
  milestones,
  milestoneVersions,
  programmes,
  programmeVersions,
  settingVersions,
  tracks,
  trackVersions,
} from '../schema';
import type { ReferenceVersions } from './reference-versions';

export interface MilestoneIdentity {
  readonly id: number;
  readonly code: string;
  readonly trackId: number;
  readonly programmeId: number;
}

export function findBodyId(db: Executor, code: string): number | null {
  return db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, code)).get()?.id ?? null;
}

export function findBodyCode(db: Executor, bodyId: number): string | null {
  return db.select({ code: bodies.code }).from(bodies).where(eq(bodies.id, bodyId)).get()?.code ?? null;
}

/** Milestones with a code, in the order of their programmes; `programmeCode` limits them to one programme. */
export function listMilestonesByCode(db: Executor, code: string, programmeCode: string | null): MilestoneIdentity[] {
  return db
    .select({ id: milestones.id, code: milestones.code, trackId: tracks.id, programmeId: programmes.id })
    .from(milestones)
    .innerJoin(tracks, eq(tracks.id, milestones.trackId))
    .innerJoin(programmes, eq(programmes.id, tracks.programmeId))
    .where(and(eq(milestones.code, code), programmeCode === null ? undefined : eq(programmes.code, programmeCode)))
    .orderBy(asc(programmes.id), asc(milestones.id))
    .all();
}

export function findMilestoneIdentity(
  db: Executor,
  milestoneId: number,
): (MilestoneIdentity & { programmeCode: string }) | null {
  return (
    db
      .select({
        id: milestones.id,
        code: milestones.code,
        trackId: tracks.id,
        programmeId: programmes.id,
        programmeCode: programmes.code,
      })
      .from(milestones)
      .innerJoin(tracks, eq(tracks.id, milestones.trackId))
      .innerJoin(programmes, eq(programmes.id, tracks.programmeId))
      .where(eq(milestones.id, milestoneId))
      .get() ?? null
  );
}

/**
 * The versions that decide about a few milestones of one body: some ten rows, read inside the transaction that writes, so that what is
 * decided rests on nothing older. Holidays and settings are read whole.
 */
export function listVersionsAround(
  db: Executor,
  bodyId: number,
  identities: readonly MilestoneIdentity[],
): ReferenceVersions {
  const milestoneIds = identities.map(({ id }) => id);
  const trackIds = identities.map(({ trackId }) => trackId);
  const programmeIds = identities.map(({ programmeId }) => programmeId);
  return {
    programmes: db.select().from(programmes).where(inArray(programmes.id, programmeIds)).all(),
    programmeVersions: db
      .select()
      .from(programmeVersions)
      .where(inArray(programmeVersions.programmeId, programmeIds))
      .orderBy(asc(programmeVersions.id))
      .all(),
    tracks: db.select().from(tracks).where(inArray(tracks.id, trackIds)).all(),
    trackVersions: db
      .select()
      .from(trackVersions)
      .where(inArray(trackVersions.trackId, trackIds))
      .orderBy(asc(trackVersions.id))
      .all(),
    milestones: db.select().from(milestones).where(inArray(milestones.id, milestoneIds)).all(),
    milestoneVersions: db
      .select()
      .from(milestoneVersions)
      .where(inArray(milestoneVersions.milestoneId, milestoneIds))
      .orderBy(asc(milestoneVersions.id))
      .all(),
    areaVersions: [],
    bodies: db.select().from(bodies).where(eq(bodies.id, bodyId)).all(),
    bodyVersions: db
      .select()
      .from(bodyVersions)
      .where(eq(bodyVersions.bodyId, bodyId))
      .orderBy(asc(bodyVersions.id))
      .all(),
    holidayVersions: db.select().from(holidayVersions).orderBy(asc(holidayVersions.id)).all(),
    settingVersions: db.select().from(settingVersions).orderBy(asc(settingVersions.id)).all(),
  };
}
