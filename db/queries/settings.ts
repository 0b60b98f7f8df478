import { asc, desc, eq, lte } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { settingVersions } from '../schema/bodies';

/** The value of every setting as known on a day; a setting taken back has none. */
export function listSettingsAsOf(db: Executor, day: CivilDate): Map<string, unknown> {
  const rows = db
    .select({ key: settingVersions.key, value: settingVersions.value })
    .from(settingVersions)
    .where(lte(settingVersions.recordedOn, day))
    .orderBy(asc(settingVersions.id))
    .all();
  const current = new Map<string, unknown>();
  for (const { key, value } of rows) {
    if (value === null) current.delete(key);
    else current.set(key, value);
  }
  return current;
}

/** The setting by which a sample is known wherever its folder is taken. */
export const IS_SAMPLE_SETTING = 'is_sample';

export function isMarkedAsSample(db: Executor): boolean {
  const newest = db
    .select({ value: settingVersions.value })
    .from(settingVersions)
    .where(eq(settingVersions.key, IS_SAMPLE_SETTING))
    .orderBy(desc(settingVersions.id))
    .limit(1)
    .get();
  return newest?.value === true;
}

export function insertSettingVersion(db: Executor, row: Omit<typeof settingVersions.$inferInsert, 'id'>): void {
  db.insert(settingVersions).values(row).run();
}

/** The newest version of one setting, or null where nobody has set it. */
export function findNewestSetting(db: Executor, key: string): typeof settingVersions.$inferSelect | null {
  return (
    db
      .select()
      .from(settingVersions)
      .where(eq(settingVersions.key, key))
      .orderBy(desc(settingVersions.id))
      .limit(1)
      .get() ?? null
  );
}
