import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { AppError, isAppError } from '@/lib/errors';
import { getEnv, getProjectRoot } from '@/lib/env';
import { createGuards, dropGuards, missingGuards } from './guards';
import * as schema from './schema/index';

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
/** What a `db.transaction` callback receives. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** Queries run on the database or inside a transaction. */
export type Executor = Db | Tx;

export const DATABASE_FILE = 'mizban.db';

export interface MigrationResult {
  /** Migrations applied just now. */
  readonly applied: number;
  /** Migrations the database has in all. */
  readonly version: number;
}

/**
 * Opens a database file with the pragmas everything relies on: WAL, foreign keys, a wait of 5 s for a lock, and `synchronous = FULL`, so
 * that what was acknowledged survives a power cut.
 *
 * @throws AppError `database_locked` or `disk_full` when the file cannot be opened for that reason
 */
export function openDatabase(file: string, options: { readonly?: boolean } = {}): Db {
  const isReadonly = options.readonly === true;
  try {
    const client = new Database(file, { readonly: isReadonly, fileMustExist: isReadonly });
    client.pragma('busy_timeout = 5000');
    if (!isReadonly) {
      client.pragma('journal_mode = WAL');
      client.pragma('synchronous = FULL');
    }
    client.pragma('foreign_keys = ON');
    client.pragma('cache_size = -32000');
    client.pragma('temp_store = MEMORY');
    return drizzle(client, { schema });
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

function appliedMigrations(client: Database.Database): { count: number; newestAt: number } {
  const hasTable = client
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (hasTable === undefined) return { count: 0, newestAt: -1 };
  const row = client
    .prepare<[], { count: number; newestAt: number | null }>(
      'select count(*) as count, max(created_at) as newestAt from __drizzle_migrations',
    )
    .get();
  return { count: row?.count ?? 0, newestAt: Number(row?.newestAt ?? -1) };
}

function knownMigrations() {
  return readMigrationFiles({ migrationsFolder: path.join(getProjectRoot(), 'db', 'migrations') });
}

/**
 * Refuses a database of a newer version of the product.
 *
 * @throws AppError `database_newer`
 */
export function assertNotNewer(client: Database.Database): void {
  const applied = appliedMigrations(client);
  const known = knownMigrations();
  const newestKnown = known.at(-1)?.folderMillis ?? -1;
  if (applied.count > known.length || applied.newestAt > newestKnown) {
    throw new AppError('database_newer', { databaseVersion: applied.count, knownVersion: known.length });
  }
}

/**
 * Brings a database up to date. All pending migrations and the guards of append-only tables are one transaction: a process that is
 * killed on the way leaves the old version whole. Guards are only created together with a migration; if they are missing otherwise,
 * somebody has worked on the file, and that must come to light.
 *
 * @throws AppError `database_newer`, `guards_missing`, `database_locked`, `disk_full`
 */
export function migrate(db: Db): MigrationResult {
  const client = db.$client;
  try {
    assertNotNewer(client);
    // a rebuilt table is dropped on the way; with foreign keys on, that would fail. No effect inside a transaction, so it stands here.
    client.pragma('foreign_keys = OFF');
    const applied = client.transaction(() => applyPending(client)).immediate();
    client.pragma('foreign_keys = ON');
    const missing = missingGuards(client);
    if (missing.length > 0) throw new AppError('guards_missing', { guards: missing });
    return { applied, version: appliedMigrations(client).count };
  } catch (error) {
    throw mapDatabaseError(error);
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

function applyPending(client: Database.Database): number {
  const { newestAt } = appliedMigrations(client);
  const pending = knownMigrations().filter((migration) => migration.folderMillis > newestAt);
  if (pending.length === 0) return 0;
  client.exec(
    'create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)',
  );
  dropGuards(client);
  for (const migration of pending) {
    for (const statement of migration.sql) client.exec(statement);
    client
      .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      .run(migration.hash, migration.folderMillis);
  }
  const violations = client.pragma('foreign_key_check');
  if (Array.isArray(violations) && violations.length > 0) {
    throw new Error(`A migration left ${violations.length} rows without the row they refer to; nothing was changed.`);
  }
  createGuards(client);
  return pending.length;
}

/** Puts missing guards back, on an explicit order only; the caller audits it. Returns the names of those that were missing. */
export function repairGuards(db: Db): string[] {
  const missing = missingGuards(db.$client);
  if (missing.length === 0) return missing;
  db.$client
    .transaction(() => {
      dropGuards(db.$client);
      createGuards(db.$client);
    })
    .immediate();
  return missing;
}

const holder = globalThis as typeof globalThis & { mizbanDb?: { file: string; db: Db } };

/**
 * The process-wide database of the data folder, migrated and checked on first use.
 *
 * @throws AppError as `openDatabase` and `migrate`
 */
export function getDb(): Db {
  const { dataDir } = getEnv();
  const file = path.join(/* turbopackIgnore: true */ dataDir, DATABASE_FILE);
  if (holder.mizbanDb?.file === file) return holder.mizbanDb.db;
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw mapDatabaseError(error);
  }
  const db = openDatabase(file);
  try {
    migrate(db);
  } catch (error) {
    db.$client.close();
    throw error;
  }
  holder.mizbanDb = { file, db };
  return db;
}

/** Closes the process-wide database, if it is open. */
export function closeDb(): void {
  holder.mizbanDb?.db.$client.close();
  delete holder.mizbanDb;
}

/** SHMSIZE: the file beside the database that its readers share could not get its size, as when it is opened on a full disk. */
const FULL_DISK = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']);

function codeOf(error: unknown): string | null {
  for (
    let current: unknown = error, depth = 0;
    current instanceof Error && depth < 5;
    current = current.cause, depth += 1
  ) {
    if ('code' in current && typeof current.code === 'string') return current.code;
  }
  return null;
}

/**
 * Turns what SQLite and the file system say about full disks and locked files into expected failures; anything else comes back as it is.
 * Use: `throw mapDatabaseError(error)`.
 */
export function mapDatabaseError(error: unknown): unknown {
  if (isAppError(error)) return error;
  const code = codeOf(error);
  if (code === null) return error;
  if (FULL_DISK.has(code)) {
    return new AppError('disk_full', {}, { cause: error });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('database_locked', { reason: 'busy' }, { cause: error });
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'EROFS' ||
    code === 'EACCES'
  ) {
    return new AppError('database_locked', { reason: 'not_writable' }, { cause: error });
  }
  return error;
}
