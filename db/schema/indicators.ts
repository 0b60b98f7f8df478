import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { bodies } from './bodies';
import { civilDate, flag, instant, isCivilDate } from './columns';

/**
 * What an outcome indicator was for one body in one Jalali month. A correction is a newer row of the same body, indicator and month; as of
 * D the newest row recorded on or before D counts. Append-only.
 */
export const indicatorReadings = sqliteTable(
  'indicator_readings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    /** code of `indicator_versions` */
    indicatorCode: text('indicator_code').notNull(),
    /** Jalali `YYYY-MM` */
    month: text('month').$type<JalaliMonth>().notNull(),
    /** null where the formula has none */
    numerator: real('numerator'),
    denominator: real('denominator'),
    /** in the indicator's unit */
    value: real('value').notNull(),
    /** why the numbers are so, where they were asked about */
    note: text('note'),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
    /** entered by the governorate for the body */
    onBehalf: flag('on_behalf').notNull().default(false),
  },
  (t) => [
    index('indicator_readings_key').on(t.month, t.bodyId, t.indicatorCode, t.id),
    check('indicator_readings_month', sql`${t.month} glob '1[345][0-9][0-9]-[01][0-9]'`),
    check('indicator_readings_pair', sql`(${t.numerator} is null) = (${t.denominator} is null)`),
    check('indicator_readings_recorded_on', isCivilDate(t.recordedOn)),
  ],
);
