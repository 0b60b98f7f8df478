import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { assertNotNewer, DATABASE_FILE, mapDatabaseError, migrate, openDatabase, type Db } from '@/db/client';
import { missingGuards } from '@/db/guards';
import { markAllTokensRevoked } from '@/db/queries/tokens';
import { deleteAllSessions } from '@/db/queries/users';
import { listForeignKeyViolations, listIntegrityErrors } from '@/db/queries/verification';
import { SESSION_KEY_FILE } from '@/lib/auth/session';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import type { Clock } from '@/lib/clock';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { MANIFEST_FILE, unpackBackup, type BackupManifest } from './backup-archive';
import { inspectEvidenceFiles } from './evidence-files';
import { acquireServerLock, releaseServerLock, SERVER_LOCK_FILE } from './server-lock';
import { systemContext } from './service-context';

export interface RestoreResult {
  readonly dataDir: string;
  /** Where the old data folder lies now; null if there was nothing in it. */
  readonly previousDataDir: string | null;
  readonly createdAt: string;
  readonly evidenceFiles: number;
  readonly missingEvidence: readonly string[];
  readonly endedSessions: number;
  readonly revokedTokens: number;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function asDamage(error: unknown): unknown {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))
    ? new AppError('backup_damaged', { reason: 'the database is damaged' }, { cause: error })
    : error;
}

function openUnpacked(folder: string): Db {
  try {
    return openDatabase(path.join(folder, DATABASE_FILE));
  } catch (error) {
    throw asDamage(error);
  }
}

/** Checks an unpacked backup and brings its database to the present version, guards included. Leaves no side files behind. */
function prepareDatabase(folder: string, use: (db: Db) => void): void {
  const db = openUnpacked(folder);
  try {
    assertNotNewer(db.$client);
    const [error] = listIntegrityErrors(db);
    if (error !== undefined) throw new AppError('backup_damaged', { reason: `the database is damaged: ${error}` });
    if (listForeignKeyViolations(db).length > 0) {
      throw new AppError('backup_damaged', { reason: 'the database has rows that refer to nothing' });
    }
    migrate(db);
    const missing = missingGuards(db.$client);
    if (missing.length > 0) throw new AppError('guards_missing', { guards: missing });
    use(db);
    db.$client.pragma('journal_mode = DELETE');
  } catch (error) {
    throw asDamage(error);
  } finally {
    db.$client.close();
  }
}

async function missingEvidence(
  folder: string,
  manifest: BackupManifest,
): Promise<{ count: number; missing: string[] }> {
  const db = openDatabase(path.join(folder, DATABASE_FILE), { readonly: true });
  try {
    const files = await inspectEvidenceFiles(db, folder);
    const missing = files.filter(({ state }) => state === 'missing').map(({ path: name }) => name);
    const unexpected = missing.find((name) => !manifest.missing.includes(name));
    if (unexpected !== undefined)
      throw new AppError('backup_damaged', { reason: 'evidence is missing', member: unexpected });
    return { count: files.length - missing.length, missing };
  } finally {
    db.$client.close();
  }
}

/** Checks a backup file without touching any data folder. @throws AppError `backup_damaged`, `database_newer`, `guards_missing` */
export async function inspectBackup(file: string): Promise<BackupManifest> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mizban-inspect-'));
  try {
    const manifest = await unpackBackup(file, folder);
    prepareDatabase(folder, () => undefined);
    await missingEvidence(folder, manifest);
    return manifest;
  } catch (error) {
    throw mapDatabaseError(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is in the folder besides the program's own marks. */
async function contentOf(dataDir: string, except: string): Promise<string[]> {
  const names = await readdir(dataDir);
  return names.filter((name) => name !== except && name !== SERVER_LOCK_FILE && name !== SESSION_KEY_FILE);
}

async function moveAll(names: readonly string[], from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of names) await rename(path.join(from, name), path.join(to, name));
}

/** Day and time in Tehran for the name of the old folder, with a number if there is one of that minute already. */
function freeStamp(dataDir: string, clock: Clock): string {
  const { day, time } = toTehranTime(clock.now());
  const base = `${day}T${time.replace(':', '')}`;
  for (let number = 1; ; number += 1) {
    const stamp = number === 1 ? base : `${base}-${number}`;
    if (!existsSync(`${dataDir}.before-restore-${stamp}`) && !existsSync(path.join(dataDir, `before-restore-${stamp}`)))
      return stamp;
  }
}

/**
 * Puts the unpacked folder, which lies inside the data folder, in its place. The whole folder is renamed; where that cannot be (it is a
 * mounted volume), its content is moved into a folder inside it.
 */
async function swap(dataDir: string, incoming: string, stamp: string): Promise<string | null> {
  const name = path.basename(incoming);
  const content = await contentOf(dataDir, name);
  const aside = `${dataDir}.before-restore-${stamp}`;
  if (content.length > 0) {
    try {
      await rename(dataDir, aside);
    } catch (error) {
      if (!['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes(codeOf(error))) throw error;
      const inside = path.join(dataDir, `before-restore-${stamp}`);
      await moveAll(content, dataDir, inside);
      await moveAll(await readdir(incoming), incoming, dataDir);
      await rm(path.join(dataDir, SESSION_KEY_FILE), { force: true });
      return inside;
    }
    try {
      await rename(path.join(aside, name), dataDir);
    } catch (error) {
      await rename(aside, dataDir);
      throw error;
    }
    await rm(path.join(aside, SERVER_LOCK_FILE), { force: true });
    return aside;
  }
  await moveAll(await readdir(incoming), incoming, dataDir);
  await rm(path.join(dataDir, SESSION_KEY_FILE), { force: true });
  return null;
}

/**
 * Puts a backup in the place of the data folder. Everything is checked in a folder of its own before the data folder is touched; the old
 * one is kept beside. Sessions end and tokens are revoked: who could come in then may not be who should now.
 *
 * @throws AppError `server_running`, `backup_damaged`, `database_newer`, `guards_missing`, `file_unreadable`, `disk_full`
 */
export async function restoreBackup(input: {
  file: string;
  dataDir: string;
  clock: Clock;
  label?: string;
}): Promise<RestoreResult> {
  const { file, dataDir, clock } = input;
  const incoming = path.join(dataDir, `.restore-${randomUUID()}`);
  acquireServerLock(dataDir, null);
  try {
    await mkdir(incoming, { recursive: true });
    const manifest = await unpackBackup(file, incoming);
    const evidence = await missingEvidence(incoming, manifest);
    let endedSessions = 0;
    let revokedTokens = 0;
    prepareDatabase(incoming, (db) => {
      const ctx = systemContext(input.label ?? 'cli', { db, clock, dataDir });
      db.transaction((tx) => {
        endedSessions = deleteAllSessions(tx);
        revokedTokens = markAllTokensRevoked(tx, clock.now().toISOString());
        recordAudit(ctx, tx, {
          action: 'backup.restore',
          subjectType: 'backup',
          subjectKey: path.basename(file),
          details: { createdAt: manifest.createdAt, endedSessions, revokedTokens },
        });
      });
    });
    await rm(path.join(incoming, MANIFEST_FILE));
    const previousDataDir = await swap(dataDir, incoming, freeStamp(dataDir, clock));
    return {
      dataDir,
      previousDataDir,
      createdAt: manifest.createdAt,
      evidenceFiles: evidence.count,
      missingEvidence: evidence.missing,
      endedSessions,
      revokedTokens,
    };
  } catch (error) {
    throw mapDatabaseError(error);
  } finally {
    await rm(incoming, { recursive: true, force: true });
    releaseServerLock(dataDir);
  }
}
