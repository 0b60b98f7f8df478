import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'tar';
import { DATABASE_FILE, mapDatabaseError, openDatabase } from '@/db/client';
import { countMigrations } from '@/db/queries/verification';
import { getProjectRoot } from '@/lib/env';
import { recordAudit } from './audit';
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  listFiles,
  MANIFEST_FILE,
  sha256OfFile,
  syncFile,
  type BackupManifest,
  type BackupMember,
} from './backup-archive';
import { inspectEvidenceFiles } from './evidence-files';
import { authorise, type ServiceContext } from './service-context';

export interface BackupResult {
  readonly file: string;
  readonly sizeBytes: number;
  readonly members: number;
  readonly evidenceFiles: number;
  /** Evidence the database knows whose file is gone or no longer has its SHA-256; the backup holds what there is. */
  readonly missingEvidence: readonly string[];
  readonly changedEvidence: readonly string[];
}

/** Folders and files besides the database and evidence that belong to the data; neither the signing key nor the lock does. */
const FURTHER = ['editions', 'settings.json'] as const;

function productVersion(): string {
  const text = readFileSync(path.join(/* turbopackIgnore: true */ getProjectRoot(), 'package.json'), 'utf8');
  const content: unknown = JSON.parse(text);
  return typeof content === 'object' && content !== null && 'version' in content ? String(content.version) : 'unknown';
}

/** Content never changes under its name, so a second name for it is as good as a copy, and costs no room. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}

async function memberOf(folder: string, name: string): Promise<BackupMember> {
  const file = path.join(folder, name);
  return { path: name, sizeBytes: (await stat(file)).size, sha256: await sha256OfFile(file) };
}

async function furtherFiles(dataDir: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of FURTHER) {
    const stats = await stat(path.join(/* turbopackIgnore: true */ dataDir, entry)).catch(() => null);
    if (stats?.isDirectory() === true) names.push(...(await listFiles(dataDir, entry)));
    else if (stats?.isFile() === true) names.push(entry);
  }
  return names;
}

async function syncFolder(folder: string): Promise<void> {
  // only so is a renamed file safe from a power cut; Windows cannot open folders, and needs none of it
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * Writes one file with everything: a consistent copy of the database, the evidence it knows, editions, settings, and a manifest with
 * the SHA-256 of each. Runs beside a working server. The file appears under its name only when it is whole; one of that name is replaced.
 *
 * @throws AppError `forbidden`, `disk_full`, `database_locked`
 */
export async function createBackup(ctx: ServiceContext, file: string): Promise<BackupResult> {
  authorise(ctx, 'backup.manage');
  const mark = randomUUID();
  const staging = path.join(ctx.dataDir, `.backup-${mark}`);
  const unfinished = `${file}.${mark}.part`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await mkdir(staging, { recursive: true });
    const copyFilePath = path.join(staging, DATABASE_FILE);
    // all pages in one step: a backup in several steps begins again whenever somebody else writes
    await ctx.db.$client.backup(copyFilePath, { progress: ({ totalPages }) => Math.max(totalPages, 1) });
    const copy = openDatabase(copyFilePath);
    let databaseVersion: number;
    let evidence: Awaited<ReturnType<typeof inspectEvidenceFiles>>;
    try {
      copy.$client.pragma('journal_mode = DELETE');
      databaseVersion = countMigrations(copy);
      evidence = await inspectEvidenceFiles(copy, ctx.dataDir);
    } finally {
      copy.$client.close();
    }
    const present = evidence.filter(({ state }) => state !== 'missing');
    for (const { path: name } of present) await linkOrCopy(path.join(ctx.dataDir, name), path.join(staging, name));
    const further = await furtherFiles(ctx.dataDir);
    for (const name of further) {
      await mkdir(path.dirname(path.join(staging, name)), { recursive: true });
      await copyFile(path.join(ctx.dataDir, name), path.join(staging, name));
    }
    const members: BackupMember[] = [
      await memberOf(staging, DATABASE_FILE),
      ...(await Promise.all(further.map((name) => memberOf(staging, name)))),
      ...present.map(({ path: name, sizeBytes, sha256 }) => ({ path: name, sizeBytes, sha256 })),
    ];
    const missing = evidence.filter(({ state }) => state === 'missing').map(({ path: name }) => name);
    const manifest: BackupManifest = {
      format: BACKUP_FORMAT,
      formatVersion: BACKUP_FORMAT_VERSION,
      productVersion: productVersion(),
      databaseVersion,
      createdAt: ctx.clock.now().toISOString(),
      members,
      missing,
    };
    await writeFile(path.join(staging, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
    await create({ file: unfinished, cwd: staging, gzip: { level: 6 }, portable: true }, [
      MANIFEST_FILE,
      ...members.map((member) => member.path),
    ]);
    await syncFile(unfinished);
    await rename(unfinished, file);
    await syncFolder(path.dirname(file));
    recordAudit(ctx, ctx.db, {
      action: 'backup.create',
      subjectType: 'backup',
      subjectKey: path.basename(file),
      details: { members: members.length, missingEvidence: missing.length },
    });
    return {
      file,
      sizeBytes: (await stat(file)).size,
      members: members.length,
      evidenceFiles: present.length,
      missingEvidence: missing,
      changedEvidence: evidence.filter(({ state }) => state === 'changed').map(({ path: name }) => name),
    };
  } catch (error) {
    throw mapDatabaseError(error);
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(unfinished, { force: true });
  }
}
