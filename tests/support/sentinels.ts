import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import * as schema from '@/db/schema/index';
import type { Db } from '@/db/client';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import { toLatinDigits } from '@/lib/text/digits';

/**
 * Columns whose values rows find each other by, or that a rule reads: without them nothing would be drawn at all. A column added to the
 * schema is not among them, so it gets a sentinel by itself.
 */
const KEPT = new Set([
  // codes by which rows name each other
  'milestones.code',
  'area_versions.code',
  'area_versions.parent_code',
  'body_versions.district_code',
  'programme_versions.county_code',
  'milestone_versions.applies_to',
  'indicator_versions.code',
  'indicator_readings.indicator_code',
  'setting_versions.key',
  'setting_versions.value',
  // months and days that say what counts on which day
  'programme_versions.baseline_month',
  'programme_versions.start_on',
  'programme_versions.end_on',
  'track_versions.start_on',
  'track_versions.deadline_on',
  'milestone_versions.baseline_due_on',
  'milestone_versions.valid_from',
  'body_versions.exists_from',
  'body_versions.dissolved_on',
  'indicator_readings.month',
  'survey_responses.month',
]);

/** Numbers that figures are made of. */
const COUNTED = new Set([
  'milestone_versions.weight_points',
  'body_versions.weight_points',
  'track_versions.weight_points',
  'indicator_readings.numerator',
  'indicator_readings.denominator',
  'indicator_readings.value',
  'survey_responses.satisfaction',
  'survey_responses.ease',
  'survey_responses.transparency',
  'survey_responses.integrity',
]);
const FIRST_NUMBER = 987_000_000;

const SENTINEL_DAY = /_on$|_from$|_until$|^day$|^as_of$/;
const FIRST_DAY: CivilDate = '2001-01-01';

export interface Sentinels {
  /** `table.column` of every sentinel in a text, with the row's number. */
  readonly foundIn: (text: string) => { readonly column: string; readonly row: number }[];
  /** Whether a row is of the body that is never public. */
  readonly isHidden: (found: { readonly column: string; readonly row: number }) => boolean;
  /** Columns that got a sentinel. */
  readonly columns: ReadonlySet<string>;
  /** The days of private columns, as they would be written in either calendar, by column. */
  readonly days: ReadonlyMap<string, readonly string[]>;
  /** Numbers of private columns in a text, in any digits. */
  readonly numbersIn: (text: string) => string[];
}

/** Every table there is. */
export function schemaTables(): SQLiteTable[] {
  return Object.values(schema).flatMap((each: unknown) => (is(each, SQLiteTable) ? [each] : []));
}

/** All tables of the schema with the text columns that can hold any text, and the column that names the body. */
function tablesOf() {
  return schemaTables().map((table) => {
    const { columns, foreignKeys } = getTableConfig(table);
    const references = new Map(
      foreignKeys.map((key) => {
        const { columns: from, foreignTable } = key.reference();
        return [from[0]?.name ?? '', getTableName(foreignTable)] as const;
      }),
    );
    const bodyColumn = [...references].find(([, to]) => to === 'bodies')?.[0] ?? null;
    return { name: getTableName(table), columns, references, bodyColumn };
  });
}

const isText = (column: SQLiteColumn) => column.getSQLType() === 'text' && (column.enumValues?.length ?? 0) === 0;
const isJson = (column: SQLiteColumn) => column.dataType === 'json';
const isFixed = (table: string, { name }: SQLiteColumn) =>
  KEPT.has(`${table}.${name}`) || name === 'recorded_on' || name.endsWith('_at');

/**
 * Puts a value of its own into every text column of every row of every table, driven by the schema, and a row into every table that has
 * none: one of each of the two bodies where rows belong to bodies. The database is no longer one that could be worked with, only read.
 */
export function fillWithSentinels(db: Db, bodyIds: { readonly open: number; readonly hidden: number }): Sentinels {
  const client = db.$client;
  client.pragma('foreign_keys = OFF');
  client.pragma('ignore_check_constraints = ON');
  const guards = client.prepare<[], string>("select name from sqlite_master where type = 'trigger'").pluck().all();
  for (const guard of guards) client.exec(`drop trigger "${guard}"`);
  const columnsWithSentinel = new Set<string>();
  const days = new Map<string, string[]>();
  const hiddenRows = new Set<string>();
  const tables = tablesOf();
  for (const { name, columns, references, bodyColumn } of tables) {
    if (name === 'bodies') continue;
    const wanted = bodyColumn === null ? [null] : [bodyIds.open, bodyIds.hidden];
    for (const [index, bodyId] of wanted.entries()) {
      const where = bodyId === null ? '' : ` where "${bodyColumn}" = ${bodyId}`;
      if (client.prepare(`select 1 from "${name}"${where} limit 1`).get() !== undefined) continue;
      const rowNumber = Number(client.prepare(`select ifnull(max(rowid), 0) + 1 from "${name}"`).pluck().get());
      const values = columns.map((column): [string, string | number | Buffer | null] => {
        if (column.name === bodyColumn) return [column.name, bodyId];
        if (references.has(column.name)) return [column.name, column.notNull ? index + 1 : null];
        if (column.getSQLType() === 'blob') return [column.name, Buffer.from('x')];
        if (column.getSQLType() !== 'text') return [column.name, column.dataType === 'boolean' ? 1 : rowNumber];
        if (isJson(column)) return [column.name, '{}'];
        if (column.enumValues?.[0] !== undefined) return [column.name, column.enumValues[0]];
        if (column.name === 'month') return [column.name, '1397-07'];
        if (column.name.endsWith('_at')) return [column.name, '2018-10-01T00:00:00.000Z'];
        return [column.name, SENTINEL_DAY.test(column.name) ? '2018-10-01' : `new ${name} ${bodyId}`];
      });
      const names = values.map(([column]) => `"${column}"`).join(', ');
      client
        .prepare(`insert into "${name}" (${names}) values (${values.map(() => '?').join(', ')})`)
        .run(...values.map(([, value]) => value));
    }
  }
  for (const { name, columns, references, bodyColumn } of tables) {
    const hidden =
      name === 'bodies' ? `rowid = ${bodyIds.hidden}` : bodyColumn && `"${bodyColumn}" = ${bodyIds.hidden}`;
    if (hidden) {
      const rows = client.prepare<[], number>(`select rowid from "${name}" where ${hidden}`).pluck().all();
      for (const row of rows) hiddenRows.add(`${name} ${row}`);
    }
    for (const column of columns) {
      const key = `${name}.${column.name}`;
      const isNumber = column.dataType === 'number' && !column.primary && !references.has(column.name);
      if (isNumber && column.name !== 'position' && !COUNTED.has(key)) {
        client.exec(`update "${name}" set "${column.name}" = ${FIRST_NUMBER} + rowid`);
      }
      if (!isText(column) || isFixed(name, column)) continue;
      if (SENTINEL_DAY.test(column.name)) {
        const day = addDays(FIRST_DAY, days.size);
        days.set(key, [day, formatJalali(day), formatJalali(day, '-')]);
        client.prepare(`update "${name}" set "${column.name}" = ? where "${column.name}" is not null`).run(day);
        continue;
      }
      columnsWithSentinel.add(key);
      // an address must be one to be shown
      const start = /url/.test(column.name) ? "'https://example.ir/" : "'";
      const text = `${start}zz-${name}-${column.name}-' || rowid || '-zz'`;
      client.exec(`update "${name}" set "${column.name}" = ${isJson(column) ? `json_array(${text})` : text}`);
    }
  }
  client.exec(
    `insert into setting_versions (recorded_on, recorded_at, key, value) values
      ('2018-08-01', '2018-08-01T05:00:00.000Z', 'office',
        json_object('name', 'zz-setting_versions-value-0-zz', 'signatory', 'zz-setting_versions-value-0-zz'))`,
  );
  client.pragma('wal_checkpoint(TRUNCATE)');
  return {
    foundIn: (text) =>
      [...text.matchAll(/zz-(\w+)-(\w+)-(\d+)-zz/g)].map(([, table, column, row]) => ({
        column: `${table}.${column}`,
        row: Number(row),
      })),
    isHidden: ({ column, row }) => hiddenRows.has(`${column.split('.')[0]} ${row}`),
    columns: columnsWithSentinel,
    days,
    numbersIn: (text) =>
      toLatinDigits(text)
        .replaceAll('٬', '')
        .match(/987\d{6}/g) ?? [],
  };
}
