import { integer, text } from 'drizzle-orm/sqlite-core';
import { sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CivilDate } from '@/lib/calendar/civil-date';

/** A Tehran civil day as Gregorian `YYYY-MM-DD`. Column names end in `_on`. */
export const civilDate = (name: string) => text(name).$type<CivilDate>();

/** An instant as UTC ISO 8601 text. Column names end in `_at`. */
export const instant = (name: string) => text(name);

export const flag = (name: string) => integer(name, { mode: 'boolean' });

/** The columns that every version of reference data has: what it replaces counts until the day before `recorded_on`. */
export const versionColumns = () => ({
  id: integer('id').primaryKey({ autoIncrement: true }),
  recordedOn: civilDate('recorded_on').notNull(),
  recordedAt: instant('recorded_at').notNull(),
  recordedBy: text('recorded_by'),
});

/** CHECK expression for a closed vocabulary. */
export function isOneOf(column: AnySQLiteColumn, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;
}

/** CHECK expression: the text has the shape of a civil date. */
export function isCivilDate(column: AnySQLiteColumn): SQL {
  return sql`${column} glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'`;
}
