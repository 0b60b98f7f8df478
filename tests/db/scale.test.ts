import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_FILE, migrate, openDatabase, type Db } from '@/db/client';
import { missingGuards } from '@/db/guards';
import { copyWithMoreEvents } from '@/db/scale/copy-data-folder';
import { multiplyEvents } from '@/db/scale/multiply-events';
import { generateHistory } from '@/db/seed/demo/history';
import { isImportable, toHistoryCsv } from '@/db/seed/demo/history-csv';
import { readSampleReference } from '@/db/seed/demo/reference-files';
import { importBodies } from '@/lib/services/imports/bodies';
import { importHistory } from '@/lib/services/imports/history';
import { importProgramme } from '@/lib/services/imports/programme';
import { isProgrammeFile } from '@/lib/services/imports/programme-files';
import { getProgress } from '@/lib/services/progress';
import { getSeries } from '@/lib/services/series';
import { getReportingRate, getSilentBodies } from '@/lib/services/silence';
import { createTestFolder, testContext } from '../support/database';

const FOLDER = path.resolve('db/seed/reference');
const DAYS = ['2018-08-25', '2018-10-05', '2018-11-08', '2018-12-01', '2018-12-08'] as const;

describe('a database with ten times the events', () => {
  let original: Db;
  let multiplied: Db;
  let counts: { readonly before: number; readonly after: number };

  beforeAll(async () => {
    const from = createTestFolder();
    const to = path.join(createTestFolder(), 'ten-times');
    const db = openDatabase(path.join(from, DATABASE_FILE));
    db.$client.pragma('synchronous = OFF');
    migrate(db);
    const ctx = testContext({ db, dataDir: from, role: 'system' });
    const names = readdirSync(FOLDER).filter(isProgrammeFile);
    importProgramme(ctx, {
      files: new Map(names.map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')])),
    });
    await importBodies(ctx, { fileName: 'bodies.csv', bytes: readFileSync(path.join(FOLDER, 'bodies.csv')) });
    const rows = generateHistory(readSampleReference(FOLDER)).filter(isImportable);
    const imported = await importHistory(ctx, { fileName: 'history.csv', bytes: Buffer.from(toHistoryCsv(rows)) });
    expect(imported.errors).toEqual([]);
    db.$client.close();

    counts = copyWithMoreEvents(from, to, 10);
    original = openDatabase(path.join(from, DATABASE_FILE));
    multiplied = openDatabase(path.join(to, DATABASE_FILE));
    return () => {
      original.$client.close();
      multiplied.$client.close();
    };
  }, 180_000);

  const context = (db: Db) => testContext({ db, dataDir: path.dirname(db.$client.name), role: 'viewer' });

  it('has exactly ten times as many events, in order of ids and days, with its guards in place', () => {
    expect(counts.after).toBe(10 * counts.before);
    const rows = multiplied.$client
      .prepare<[], { day: string }>('select recorded_on as day from events order by id')
      .all();
    expect(rows).toHaveLength(counts.after);
    expect(rows.every((row, index) => index === 0 || (rows[index - 1]?.day ?? '') <= row.day)).toBe(true);
    expect(missingGuards(multiplied.$client)).toEqual([]);
    expect(() => multiplied.$client.exec('delete from events')).toThrow('append-only');
  });

  it.each(DAYS)('shows the same figures of every group as of %s', (asOf) => {
    for (const groupBy of ['total', 'track', 'category', 'district', 'body'] as const) {
      const [before, after] = [original, multiplied].map((db) => getProgress(context(db), { groupBy, asOf }));
      expect(after).toEqual(before);
    }
  });

  it('shows the same curve, the same silent bodies and the same reporting rate', () => {
    const range = { from: '2018-08-03', to: '2018-12-08', step: 'week' } as const;
    expect(getSeries(context(multiplied), range)).toEqual(getSeries(context(original), range));
    for (const asOf of DAYS) {
      expect(getSilentBodies(context(multiplied), { asOf })).toEqual(getSilentBodies(context(original), { asOf }));
      expect(getReportingRate(context(multiplied), { asOf })).toEqual(getReportingRate(context(original), { asOf }));
    }
  });

  it('refuses a factor that is no whole number from one on, and a target that holds something', () => {
    expect(() => multiplyEvents(multiplied, 0.5)).toThrow(RangeError);
    const from = path.dirname(original.$client.name);
    expect(() => copyWithMoreEvents(from, path.dirname(multiplied.$client.name), 2)).toThrow('not empty');
  });
});
