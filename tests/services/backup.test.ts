import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { create, extract } from 'tar';
import { describe, expect, test } from 'vitest';
import { DATABASE_FILE, openDatabase } from '@/db/client';
import { isAppError, type AppError } from '@/lib/errors';
import { listAudit } from '@/lib/services/audit';
import { createBackup } from '@/lib/services/backup';
import { MANIFEST_FILE } from '@/lib/services/backup-archive';
import { inspectBackup, restoreBackup } from '@/lib/services/restore';
import { acquireServerLock, findRunningServer, releaseServerLock, SERVER_LOCK_FILE } from '@/lib/services/server-lock';
import { signIn } from '@/lib/services/sign-in';
import { createToken } from '@/lib/services/tokens';
import { addUser } from '@/lib/services/users';
import { verifyData } from '@/lib/services/verification';
import { createTestFolder, testContext } from '@/tests/support/database';
import { insertUploadWithFile } from '@/tests/support/evidence-rows';
import { insertBody, insertEvent } from '@/tests/support/reference-rows';

async function failure(promise: Promise<unknown>): Promise<AppError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!isAppError(error)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
}

/** A data folder with a user, a session, a token, an event and one file of evidence, and a backup of it. */
async function office() {
  const ctx = testContext({ role: 'system' });
  await addUser(
    ctx,
    { username: 'rabet', name: 'ر', role: 'liaison' },
    { password: 'نخل‌های لنگه', mustChangePassword: false },
  );
  await signIn(ctx, { username: 'rabet', password: 'نخل‌های لنگه' });
  createToken(ctx, { name: 'x' });
  const bodyId = insertBody(ctx.db, 'EA-001');
  insertEvent(ctx.db, { kind: 'check_in', bodyId, recordedOn: '2018-12-01' });
  const evidenceFile = insertUploadWithFile(ctx.db, ctx.dataDir, bodyId, 'متن نامه');
  const file = path.join(createTestFolder(), 'b.tar.gz');
  const result = await createBackup(ctx, file);
  return { ctx, bodyId, evidenceFile, file, result };
}

/** Unpacks a backup, lets the test change it, and packs it again. */
async function tampered(file: string, change: (folder: string) => void): Promise<string> {
  const folder = createTestFolder();
  await extract({ file, cwd: folder });
  change(folder);
  const changed = path.join(createTestFolder(), 'changed.tar.gz');
  await create({ file: changed, cwd: folder, gzip: true }, readdirSync(folder));
  return changed;
}

describe('a backup', () => {
  test('is one file with database, evidence and a manifest, and holds neither signing key nor lock', async () => {
    const { ctx, file, result } = await office();
    expect(result).toMatchObject({ members: 2, evidenceFiles: 1, missingEvidence: [], changedEvidence: [] });
    const folder = createTestFolder();
    await extract({ file, cwd: folder });
    expect(readdirSync(folder).sort()).toEqual(['evidence', MANIFEST_FILE, DATABASE_FILE].sort());
    const manifest = await inspectBackup(file);
    expect(manifest.members.map((member) => member.path)[0]).toBe(DATABASE_FILE);
    expect(readdirSync(path.dirname(file))).toEqual(['b.tar.gz']);
    expect(readdirSync(ctx.dataDir).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(listAudit(ctx, { action: 'backup.create' }).rows[0]).toMatchObject({ subjectKey: 'b.tar.gz' });
  });

  test('taken while another connection writes is consistent: every event it holds is whole and in order', async () => {
    const { ctx, bodyId } = await office();
    const writer = openDatabase(path.join(ctx.dataDir, DATABASE_FILE));
    let isDone = false;
    const writing = (async () => {
      for (let day = 0; !isDone && day < 5000; day += 1) {
        insertEvent(writer, { kind: 'check_in', bodyId, recordedOn: '2018-12-02' });
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const file = path.join(createTestFolder(), 'live.tar.gz');
    await createBackup(ctx, file);
    isDone = true;
    await writing;
    writer.$client.close();
    await inspectBackup(file);
  });

  test('says which evidence is gone or changed, and still saves the rest', async () => {
    const { ctx, bodyId, evidenceFile } = await office();
    const other = insertUploadWithFile(ctx.db, ctx.dataDir, bodyId, 'دوم');
    rmSync(evidenceFile);
    writeFileSync(other, 'دست‌خورده');
    const file = path.join(createTestFolder(), 'b.tar.gz');
    const result = await createBackup(ctx, file);
    expect(result.missingEvidence).toEqual([path.relative(ctx.dataDir, evidenceFile).replaceAll('\\', '/')]);
    expect(result.changedEvidence).toEqual([path.relative(ctx.dataDir, other).replaceAll('\\', '/')]);
    expect((await inspectBackup(file)).missing).toEqual(result.missingEvidence);
  });

  test.each(['deputy', 'expert', 'liaison', 'viewer'] as const)('is not for a %s', async (role) => {
    const ctx = testContext({ role });
    const file = path.join(createTestFolder(), 'b.tar.gz');
    expect((await failure(createBackup(ctx, file))).code).toBe('forbidden');
    expect(existsSync(file)).toBe(false);
  });
});

describe('restoring', () => {
  test('brings everything back, keeps the old folder beside, ends sessions and revokes tokens', async () => {
    const { ctx, bodyId, evidenceFile, file } = await office();
    insertEvent(ctx.db, { kind: 'check_in', bodyId, recordedOn: '2018-12-02' });
    ctx.db.$client.close();
    rmSync(evidenceFile);
    const result = await restoreBackup({ file, dataDir: ctx.dataDir, clock: ctx.clock });
    expect(result).toMatchObject({ evidenceFiles: 1, endedSessions: 1, revokedTokens: 1 });
    expect(path.dirname(result.previousDataDir ?? '')).toBe(path.dirname(ctx.dataDir));
    expect(path.basename(result.previousDataDir ?? '')).toMatch(/^.+\.before-restore-2018-12-08T\d{4}$/);

    const restored = testContext({ role: 'system', db: openDatabase(path.join(ctx.dataDir, DATABASE_FILE)) });
    const count = (sql: string) => restored.db.$client.prepare(sql).pluck().get();
    expect(count('select count(*) from events')).toBe(1);
    expect(count('select count(*) from sessions')).toBe(0);
    expect(count('select count(*) from api_tokens where revoked_at is null')).toBe(0);
    expect(readFileSync(evidenceFile, 'utf8')).toBe('متن نامه');
    expect(listAudit(restored, { action: 'backup.restore' }).rows[0]).toMatchObject({ actorName: 'cli' });
    expect((await verifyData(restored)).isSound).toBe(true);
    expect(readdirSync(ctx.dataDir).sort()).toEqual(
      ['evidence', DATABASE_FILE, `${DATABASE_FILE}-shm`, `${DATABASE_FILE}-wal`].sort(),
    );
    restored.db.$client.close();

    const old = openDatabase(path.join(result.previousDataDir ?? '', DATABASE_FILE));
    expect(old.$client.prepare('select count(*) from events').pluck().get()).toBe(2);
    old.$client.close();
  });

  test('into an empty place needs no old folder', async () => {
    const { ctx, file } = await office();
    const dataDir = path.join(createTestFolder(), 'new');
    const result = await restoreBackup({ file, dataDir, clock: ctx.clock });
    expect(result.previousDataDir).toBeNull();
    expect(readdirSync(dataDir).sort()).toEqual(['evidence', DATABASE_FILE].sort());
  });

  const damages: [string, (folder: string) => void, RegExp][] = [
    [
      'a changed database',
      (folder) => writeFileSync(path.join(folder, DATABASE_FILE), 'x', { flag: 'a' }),
      /a member was changed/,
    ],
    ['no manifest', (folder) => rmSync(path.join(folder, MANIFEST_FILE)), /no manifest/],
    ['lost evidence', (folder) => rmSync(path.join(folder, 'evidence'), { recursive: true }), /a member is missing/],
    [
      'evidence too many',
      (folder) => {
        mkdirSync(path.join(folder, 'evidence', 'zz'));
        writeFileSync(path.join(folder, 'evidence', 'zz', 'zz1'), 'x');
      },
      /the manifest does not name/,
    ],
    ['something foreign', (folder) => writeFileSync(path.join(folder, 'server.js'), 'x'), /does not belong there/],
  ];
  test.each(damages)('a backup with %s is refused and nothing is touched', async (_, change, reason) => {
    const { ctx, file } = await office();
    const before = readdirSync(ctx.dataDir).sort();
    const error = await failure(
      restoreBackup({ file: await tampered(file, change), dataDir: ctx.dataDir, clock: ctx.clock }),
    );
    expect(error.code).toBe('backup_damaged');
    expect(error.details['reason']).toMatch(reason);
    expect(readdirSync(ctx.dataDir).sort()).toEqual(before);
    expect(ctx.db.$client.prepare('select count(*) from sessions').pluck().get()).toBe(1);
  });

  test('a file that is no backup, cut short or not there is refused', async () => {
    const { ctx, file } = await office();
    const folder = createTestFolder();
    const cut = path.join(folder, 'cut.tar.gz');
    writeFileSync(cut, readFileSync(file).subarray(0, 2000));
    const text = path.join(folder, 'text.txt');
    writeFileSync(text, 'سلام');
    const attempt = async (name: string) =>
      (await failure(restoreBackup({ file: name, dataDir: ctx.dataDir, clock: ctx.clock }))).code;
    expect(await attempt(cut)).toBe('backup_damaged');
    expect(await attempt(text)).toBe('backup_damaged');
    expect(await attempt(path.join(folder, 'none.tar.gz'))).toBe('file_unreadable');
  });

  test('a link in an archive leads nowhere', async () => {
    const { ctx, file } = await office();
    const { symlinkSync } = await import('node:fs');
    const bad = await tampered(file, (folder) => symlinkSync('/etc/passwd', path.join(folder, 'evidence', 'link')));
    expect((await failure(restoreBackup({ file: bad, dataDir: ctx.dataDir, clock: ctx.clock }))).details).toMatchObject(
      {
        member: 'evidence/link',
      },
    );
  });

  test('while the server runs nothing is restored; a lock left by a killed process does not count', async () => {
    const { ctx, file } = await office();
    const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const lock = path.join(ctx.dataDir, SERVER_LOCK_FILE);
    writeFileSync(lock, JSON.stringify({ pid: server.pid, port: 3000, startTime: null }));
    const error = await failure(restoreBackup({ file, dataDir: ctx.dataDir, clock: ctx.clock }));
    expect([error.code, error.details]).toEqual(['server_running', { pid: server.pid, port: 3000 }]);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
    expect(findRunningServer(ctx.dataDir)).toBeNull();
    ctx.db.$client.close();
    await restoreBackup({ file, dataDir: ctx.dataDir, clock: ctx.clock });
  });
});

test('the server lock is held by one process, once, until it lets go', () => {
  const dataDir = createTestFolder();
  acquireServerLock(dataDir, 4321);
  acquireServerLock(dataDir, 4321);
  expect(findRunningServer(dataDir)).toMatchObject({ pid: process.pid, port: 4321 });
  releaseServerLock(dataDir);
  expect(existsSync(path.join(dataDir, SERVER_LOCK_FILE))).toBe(false);
  writeFileSync(path.join(dataDir, SERVER_LOCK_FILE), JSON.stringify({ pid: process.pid, port: 1, startTime: '1' }));
  if (process.platform === 'linux') expect(findRunningServer(dataDir)).toBeNull();
});
