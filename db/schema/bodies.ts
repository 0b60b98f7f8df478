import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { AREA_KINDS, BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { civilDate, flag, isCivilDate, isOneOf, versionColumns } from './columns';

/** County, districts, rural districts, cities and localities. Codes are text and nest by prefix. */
export const areaVersions = sqliteTable(
  'area_versions',
  {
    ...versionColumns(),
    code: text('code').notNull(),
    kind: text('kind', { enum: AREA_KINDS }).notNull(),
    name: text('name').notNull(),
    parentCode: text('parent_code').notNull(),
    population: integer('population'),
    /** where a district or rural district stands on the schematic map: columns from the east, rows from the north; null: wherever there is room */
    mapColumn: integer('map_column'),
    mapRow: integer('map_row'),
  },
  (t) => [index('area_versions_key').on(t.code, t.id), check('area_versions_kind', isOneOf(t.kind, AREA_KINDS))],
);

/** Identity of a body; everything that may change stands in `body_versions`. */
export const bodies = sqliteTable('bodies', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  code: text('code').notNull().unique(),
});

export const bodyVersions = sqliteTable(
  'body_versions',
  {
    ...versionColumns(),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    name: text('name').notNull(),
    category: text('category', { enum: BODY_CATEGORIES }).notNull(),
    districtCode: text('district_code').notNull(),
    ruralDistrictCode: text('rural_district_code'),
    officialCode: text('official_code'),
    providesPublicService: flag('provides_public_service').notNull(),
    weightPoints: real('weight_points').notNull().default(1),
    existsFrom: civilDate('exists_from'),
    dissolvedOn: civilDate('dissolved_on'),
    coordinationOnly: flag('coordination_only').notNull().default(false),
    existenceBasis: text('existence_basis').notNull().default(''),
    phone: text('phone'),
    remarks: text('remarks'),
  },
  (t) => [
    index('body_versions_key').on(t.bodyId, t.id),
    check('body_versions_recorded_on', isCivilDate(t.recordedOn)),
    check('body_versions_category', isOneOf(t.category, BODY_CATEGORIES)),
  ],
);

/** Official holidays; a later version with `is_holiday = 0` takes one back. */
export const holidayVersions = sqliteTable(
  'holiday_versions',
  {
    ...versionColumns(),
    day: civilDate('day').notNull(),
    title: text('title').notNull(),
    isHoliday: flag('is_holiday').notNull(),
  },
  (t) => [index('holiday_versions_key').on(t.day, t.id), check('holiday_versions_day', isCivilDate(t.day))],
);

/** Thresholds and words of the office, as JSON values by key. */
export const settingVersions = sqliteTable(
  'setting_versions',
  {
    ...versionColumns(),
    key: text('key').notNull(),
    value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
  },
  (t) => [index('setting_versions_key').on(t.key, t.id)],
);
