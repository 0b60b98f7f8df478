import { asc } from 'drizzle-orm';
import type { Db } from '../client';
import {
  areaVersions,
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
import { prepared } from './prepared';

/** All versions of all reference data, each list in the order of recording. */
export function listReferenceVersions(db: Db) {
  return {
    programmes: db.select().from(programmes).all(),
    programmeVersions: db.select().from(programmeVersions).orderBy(asc(programmeVersions.id)).all(),
    tracks: db.select().from(tracks).all(),
    trackVersions: db.select().from(trackVersions).orderBy(asc(trackVersions.id)).all(),
    milestones: db.select().from(milestones).all(),
    milestoneVersions: db.select().from(milestoneVersions).orderBy(asc(milestoneVersions.id)).all(),
    areaVersions: db.select().from(areaVersions).orderBy(asc(areaVersions.id)).all(),
    bodies: db.select().from(bodies).all(),
    bodyVersions: db.select().from(bodyVersions).orderBy(asc(bodyVersions.id)).all(),
    holidayVersions: db.select().from(holidayVersions).orderBy(asc(holidayVersions.id)).all(),
    settingVersions: db.select().from(settingVersions).orderBy(asc(settingVersions.id)).all(),
  };
}
export type ReferenceVersions = ReturnType<typeof listReferenceVersions>;

const fingerprint = prepared((db: Db) =>
  db.$client.prepare<[], { fingerprint: string | null }>(
    `select (select max(id) from programme_versions) || '.' ||
              ifnull((select max(id) from track_versions), 0) || '.' ||
              ifnull((select max(id) from milestone_versions), 0) || '.' ||
              ifnull((select max(id) from area_versions), 0) || '.' ||
              ifnull((select max(id) from body_versions), 0) || '.' ||
              ifnull((select max(id) from holiday_versions), 0) || '.' ||
              ifnull((select max(id) from setting_versions), 0) as fingerprint`,
  ),
);

/** Changes whenever a version of reference data is added; one look at the end of each table. */
export function referenceFingerprint(db: Db): string {
  return fingerprint(db).get()?.fingerprint ?? 'empty';
}
