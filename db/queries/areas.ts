import { asc, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { areaVersions, holidayVersions } from '../schema/bodies';

export type AreaVersionRow = typeof areaVersions.$inferSelect;
export type NewAreaVersion = Omit<typeof areaVersions.$inferInsert, 'id'>;
export type HolidayVersionRow = typeof holidayVersions.$inferSelect;
export type NewHolidayVersion = Omit<typeof holidayVersions.$inferInsert, 'id'>;

/** The newest version of each area recorded on or before a day, by code. */
export function listAreasAsOf(db: Executor, day: CivilDate): AreaVersionRow[] {
  return db
    .select()
    .from(areaVersions)
    .where(
      sql`${areaVersions.id} = (select max(v.id) from area_versions v where v.code = ${areaVersions.code} and v.recorded_on <= ${day})`,
    )
    .orderBy(asc(areaVersions.code))
    .all();
}

export function insertAreaVersion(db: Executor, version: NewAreaVersion): void {
  db.insert(areaVersions).values(version).run();
}

/** The newest version of each holiday recorded on or before a day; those taken back have `isHoliday` false. */
export function listHolidaysAsOf(db: Executor, day: CivilDate): HolidayVersionRow[] {
  return db
    .select()
    .from(holidayVersions)
    .where(
      sql`${holidayVersions.id} = (select max(v.id) from holiday_versions v where v.day = ${holidayVersions.day} and v.recorded_on <= ${day})`,
    )
    .orderBy(asc(holidayVersions.day))
    .all();
}

export function insertHolidayVersion(db: Executor, version: NewHolidayVersion): void {
  db.insert(holidayVersions).values(version).run();
}
