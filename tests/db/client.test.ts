import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { mapDatabaseError, migrate, openDatabase, repairGuards } from '@/db/client';
import { missingGuards } from '@/db/guards';
import { isAppError } from '@/lib/errors';
import { createTestDatabase, createTestFolder } from '@/tests/support/database';
import { insertBody, insertEvent } from '@/tests/support/reference-rows';

const ROOT = process.cwd();

afterEach(() => {
  delete process.env['MIZBAN_ROOT'];
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** A copy of the migrations with one more that rebuilds `events`, as drizzle-kit does for a changed CHECK. */
function withRebuildingMigration(): string {
  const root = createTestFolder();
  const folder = path.join(root, 'db', 'migrations');
  mkdirSync(path.join(folder, 'meta'), { recursive: true });
  const source = path.join(ROOT, 'db', 'migrations');
  for (const name of readdirSync(source))
    if (name.endsWith('.sql')) copyFileSync(path.join(source, name), path.join(folder, name));
  const journal: { entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[] } =
    JSON.parse(readFileSync(path.join(source, 'meta', '_journal.json'), 'utf8'));
  const last = journal.entries.at(-1);
  if (last === undefined) throw new Error('no migrations');
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag: '9999_rebuild' });
  writeFileSync(path.join(folder, 'meta', '_journal.json'), JSON.stringify(journal));
  const sql = readFileSync(path.join(source, '0000_first.sql'), 'utf8');
  const start = sql.indexOf('CREATE TABLE `events`');
  const create = sql.slice(start, sql.indexOf('--> statement-breakpoint', start));
  const rebuild = [
    'PRAGMA foreign_keys=OFF;',
    create.replace('CREATE TABLE `events`', 'CREATE TABLE `__new_events`').replaceAll('"events".', ''),
    'INSERT INTO `__new_events` SELECT * FROM `events`;',
    'DROP TABLE `events`;',
    'ALTER TABLE `__new_events` RENAME TO `events`;',
    'PRAGMA foreign_keys=ON;',
    'CREATE INDEX `events_milestone` ON `events` (`body_id`,`milestone_id`,`id`);',
    'CREATE INDEX `events_recorded_on` ON `events` (`recorded_on`,`id`);',
    'CREATE INDEX `events_refers_to` ON `events` (`refers_to`);',
  ];
  writeFileSync(path.join(folder, '9999_rebuild.sql'), rebuild.join('\n--> statement-breakpoint\n'));
  return root;
}

test('a database is opened with WAL, foreign keys, a wait for locks and full synchronisation', () => {
  const db = openDatabase(path.join(createTestFolder(), 'a.db'));
  const pragma = (name: string) => db.$client.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('foreign_keys'), pragma('busy_timeout'), pragma('synchronous')]).toEqual([
    'wal',
    1,
    5000,
    2,
  ]);
  db.$client.close();
});

test('migrating twice changes nothing the second time', () => {
  const db = openDatabase(path.join(createTestFolder(), 'a.db'));
  const first = migrate(db);
  expect(first.applied).toBeGreaterThan(0);
  expect(migrate(db)).toEqual({ applied: 0, version: first.version });
  db.$client.close();
});

test('a migration that rebuilds a filled table keeps its rows and its guards', () => {
  const { db } = createTestDatabase();
  const bodyId = insertBody(db, 'EA-001');
  const eventId = insertEvent(db, { kind: 'check_in', bodyId, recordedOn: '2018-09-01' });
  db.$client
    .prepare("insert into evidence (event_id, kind, url, classification) values (?, 'url', 'http://x', 'ordinary')")
    .run(eventId);
  process.env['MIZBAN_ROOT'] = withRebuildingMigration();
  expect(migrate(db).applied).toBe(1);
  expect(db.$client.prepare('select id, kind from events').all()).toEqual([{ id: eventId, kind: 'check_in' }]);
  expect(missingGuards(db.$client)).toEqual([]);
  expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => db.$client.exec('delete from events')).toThrow('append-only table: events');
  expect(() => insertEvent(db, { kind: 'check_in', bodyId, recordedOn: '2018-08-31' })).toThrow(
    'recorded_on goes back',
  );
});

test('a migration that fails half way changes nothing', () => {
  const { db } = createTestDatabase();
  const root = withRebuildingMigration();
  const file = path.join(root, 'db', 'migrations', '9999_rebuild.sql');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n--> statement-breakpoint\nCREATE TABLE broken (`);
  process.env['MIZBAN_ROOT'] = root;
  expect(() => migrate(db)).toThrow();
  delete process.env['MIZBAN_ROOT'];
  expect(migrate(db).applied).toBe(0);
  expect(missingGuards(db.$client)).toEqual([]);
});

test('a database of a newer version is refused', () => {
  const { db } = createTestDatabase();
  const known = migrate(db).version;
  process.env['MIZBAN_ROOT'] = withRebuildingMigration();
  migrate(db);
  delete process.env['MIZBAN_ROOT'];
  const error = caught(() => migrate(db));
  expect(isAppError(error, 'database_newer') && error.details).toEqual({
    databaseVersion: known + 1,
    knownVersion: known,
  });
});

test('a database that lost a guard is not served until the guard is put back on purpose', () => {
  const { db } = createTestDatabase();
  db.$client.exec('drop trigger guard_events_update');
  const error = caught(() => migrate(db));
  expect(isAppError(error, 'guards_missing') && error.details).toEqual({ guards: ['guard_events_update'] });
  expect(repairGuards(db)).toEqual(['guard_events_update']);
  expect(migrate(db).applied).toBe(0);
});

test('a locked database and a file that may not be written are told apart from bugs', () => {
  const { db, file } = createTestDatabase();
  const other = openDatabase(file);
  other.$client.pragma('busy_timeout = 1');
  db.$client.exec('begin immediate');
  const locked = mapDatabaseError(caught(() => insertBody(other, 'EA-001')));
  db.$client.exec('rollback');
  other.$client.close();
  expect(isAppError(locked, 'database_locked') && locked.details).toEqual({ reason: 'busy' });

  const readonly = openDatabase(file, { readonly: true });
  const refused = mapDatabaseError(caught(() => insertBody(readonly, 'EA-001')));
  readonly.$client.close();
  expect(isAppError(refused, 'database_locked') && refused.details).toEqual({ reason: 'not_writable' });

  const bug = new Error('bug');
  expect(mapDatabaseError(bug)).toBe(bug);
});

test('a full database file is told as a full disk and loses nothing', () => {
  const { db } = createTestDatabase();
  insertBody(db, 'EA-001');
  const pages = Number(db.$client.pragma('page_count', { simple: true }));
  db.$client.pragma(`max_page_count = ${pages}`);
  const error = caught(() => {
    for (let number = 2; number < 100_000; number += 1) insertBody(db, `EA-${number}`);
  });
  expect(isAppError(mapDatabaseError(error), 'disk_full')).toBe(true);
  expect(db.$client.prepare("select code from bodies where code = 'EA-001'").pluck().get()).toBe('EA-001');
  expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
});

test.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'])(
  'a disk that has no room left says %s, and is told as a full disk',
  (code) => {
    const said = Object.assign(new Error('no room'), { code });
    expect(isAppError(mapDatabaseError(new Error('a query failed', { cause: said })), 'disk_full')).toBe(true);
  },
);
