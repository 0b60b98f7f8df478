import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { extract } from 'tar';
import { z } from 'zod';
import { AppError } from '@/lib/errors';

export const MANIFEST_FILE = 'manifest.json';
export const BACKUP_FORMAT = 'mizban-backup';
export const BACKUP_FORMAT_VERSION = 1;

const memberSchema = z.object({
  path: z.string(),
  sizeBytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BackupMember = z.infer<typeof memberSchema>;

const manifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.number().int(),
  productVersion: z.string(),
  databaseVersion: z.number().int(),
  createdAt: z.string(),
  members: z.array(memberSchema),
  /** evidence that the database knows and the folder had lost when the backup was made */
  missing: z.array(z.string()),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
}

/** Makes sure that a file's content is on the disk and not only on its way there. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Regular files below a folder, as paths with `/` relative to `root`; nothing if the folder does not exist. */
export async function listFiles(root: string, folder = ''): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const found: string[] = [];
  for (const entry of entries) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listFiles(root, name)));
    else if (entry.isFile()) found.push(name);
  }
  return found.sort();
}

/** The only places a backup writes to. */
function isAllowed(member: string): boolean {
  const clean = path.posix.normalize(member).replace(/\/$/, '');
  if (
    clean !== member.replace(/^\.\//, '').replace(/\/$/, '') ||
    clean.startsWith('..') ||
    path.posix.isAbsolute(clean)
  )
    return false;
  return (
    [MANIFEST_FILE, 'mizban.db', 'settings.json'].includes(clean) ||
    /^(evidence|editions)(\/[^/\\\p{Cc}]+)*$/u.test(clean)
  );
}

function damaged(reason: string, details: Record<string, unknown> = {}, cause?: unknown): AppError {
  return new AppError('backup_damaged', { reason, ...details }, { cause });
}

async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(path.join(folder, MANIFEST_FILE), 'utf8').catch((error: unknown) => {
    throw damaged('it has no manifest', {}, error);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw damaged('its manifest cannot be read', {}, error);
  }
  const parsed = manifestSchema.safeParse(content);
  if (!parsed.success) throw damaged('its manifest cannot be read');
  if (parsed.data.formatVersion > BACKUP_FORMAT_VERSION)
    throw new AppError('database_newer', { formatVersion: parsed.data.formatVersion });
  return parsed.data;
}

/**
 * Unpacks a backup into an empty folder and compares every member with the manifest: none missing, none too many, none changed.
 *
 * @throws AppError `backup_damaged` with `reason` and `member`, `file_unreadable`, `database_newer`
 */
export async function unpackBackup(file: string, folder: string): Promise<BackupManifest> {
  const stats = await lstat(file).catch(() => null);
  if (stats === null || !stats.isFile())
    throw new AppError('file_unreadable', { file, reason: 'there is no such file' });
  const refused: string[] = [];
  try {
    await extract({
      file,
      cwd: folder,
      strict: true,
      preserveOwner: false,
      filter: (member, entry) => {
        const isPlain =
          !('type' in entry) || entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'Directory';
        if (isPlain && isAllowed(member)) return true;
        refused.push(member);
        return false;
      },
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) throw error;
    throw damaged('the archive is broken', {}, error);
  }
  if (refused[0] !== undefined) throw damaged('it holds a member that does not belong there', { member: refused[0] });
  const manifest = await readManifest(folder);
  const wanted = new Map(manifest.members.map((member) => [member.path, member]));
  if (!wanted.has('mizban.db')) throw damaged('it holds no database');
  for (const name of await listFiles(folder)) {
    if (name === MANIFEST_FILE) continue;
    const member = wanted.get(name);
    if (member === undefined) throw damaged('it holds a member that the manifest does not name', { member: name });
    const full = path.join(folder, name);
    const { size } = await lstat(full);
    if (size !== member.sizeBytes || (await sha256OfFile(full)) !== member.sha256) {
      throw damaged('a member was changed', { member: name });
    }
    wanted.delete(name);
  }
  const [lost] = wanted.keys();
  if (lost !== undefined) throw damaged('a member is missing', { member: lost });
  return manifest;
}
