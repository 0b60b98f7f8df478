import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { mapDatabaseError } from '@/db/client';
import { AppError } from '@/lib/errors';
import { cleanFileName, MAX_UPLOAD_BYTES, storeUpload, type StoredUpload } from './evidence';
import { loadBody, resourceOf } from './milestone-subject';
import { authorise, type ServiceContext } from './service-context';

/** The most that one request may append; what a broken line costs at most. */
export const MAX_CHUNK_BYTES = 512 * 1024;
/** Unfinished files of one person; beyond them the one begun first gives way. A form takes as many. */
export const MOST_PARTIAL_UPLOADS = 12;
const KEPT_MS = 2 * 24 * 3600 * 1000;
const FOLDER = 'partial-uploads';

/**
 * A file that arrives in pieces lies in a folder of its sender, under an unguessable name: `<id>` what has arrived, `<id>.json` what it is
 * to become. How much has arrived is the size of the file and stands nowhere else, so a server that is killed on the way has nothing to
 * put right. None of it is evidence, in a backup, or looked at by the verification.
 */
const aboutSchema = z.object({
  bodyCode: z.string(),
  originalName: z.string(),
  sizeBytes: z.number().int(),
  begunAt: z.string(),
  /** Once it is whole and taken in; the sender may not have heard of it. */
  stored: z
    .object({
      id: z.string(),
      originalName: z.string(),
      mediaType: z.string(),
      kind: z.enum(['photo', 'file']),
      sizeBytes: z.number(),
    })
    .optional(),
});
type About = z.infer<typeof aboutSchema>;

export interface PartialUpload {
  readonly id: string;
  /** How many bytes have arrived: where to go on. */
  readonly offset: number;
  readonly sizeBytes: number;
}

const rootOf = (ctx: ServiceContext) => path.join(/* turbopackIgnore: true */ ctx.dataDir, FOLDER);

/** Somebody else's file is not found because it is looked for in the folder of whoever asks. */
function folderOf(ctx: ServiceContext): string {
  return path.join(rootOf(ctx), createHash('sha256').update(ctx.actor.id).digest('hex').slice(0, 32));
}

const filesOf = (folder: string, id: string) => ({
  content: path.join(folder, id),
  about: path.join(folder, `${id}.json`),
});

async function sizeOf(file: string): Promise<number> {
  const stats = await stat(file).catch(() => null);
  return stats?.size ?? 0;
}

async function readAbout(folder: string, id: string): Promise<About | null> {
  const text = await readFile(filesOf(folder, id).about, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return aboutSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Written beside its place and renamed: whoever reads it finds all of it or nothing. */
async function writeAbout(folder: string, id: string, about: About): Promise<void> {
  const { about: file } = filesOf(folder, id);
  await writeFile(`${file}.new`, JSON.stringify(about), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function remove(folder: string, id: string): Promise<void> {
  const { content, about } = filesOf(folder, id);
  // in this order: content without a description would never be found again
  await rm(content, { force: true });
  await rm(about, { force: true });
}

async function listIds(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.flatMap((name) => /^([0-9a-f]{32})\.json$/.exec(name)?.[1] ?? []);
}

/** Takes away what nobody went on with, of anybody. */
async function sweep(ctx: ServiceContext): Promise<void> {
  const oldest = new Date(ctx.clock.now().getTime() - KEPT_MS).toISOString();
  for (const name of await readdir(rootOf(ctx)).catch((): string[] => [])) {
    const folder = path.join(rootOf(ctx), name);
    for (const id of await listIds(folder)) {
      const about = await readAbout(folder, id);
      if (about === null || about.begunAt < oldest) await remove(folder, id);
    }
  }
}

/** Makes room for one more of the sender's. */
async function makeRoom(folder: string): Promise<void> {
  const begun = await Promise.all(
    (await listIds(folder)).map(async (id) => ({ id, begunAt: (await readAbout(folder, id))?.begunAt ?? '' })),
  );
  const byAge = begun.sort((a, b) => (a.begunAt < b.begunAt ? -1 : a.begunAt > b.begunAt ? 1 : 0));
  for (const { id } of byAge.slice(0, Math.max(0, byAge.length - MOST_PARTIAL_UPLOADS + 1))) await remove(folder, id);
}

function mayUpload(ctx: ServiceContext, bodyCode: string): void {
  authorise(ctx, 'evidence.upload', resourceOf(loadBody(ctx, ctx.db, bodyCode)));
}

/**
 * Begins a file that will arrive in pieces.
 *
 * @throws AppError `not_found`, `forbidden`; `file_too_large` before anything has been sent; `file_unreadable` for an empty one;
 *   `disk_full`
 */
export async function beginPartialUpload(
  ctx: ServiceContext,
  input: { readonly bodyCode: string; readonly originalName: string; readonly sizeBytes: number },
): Promise<PartialUpload> {
  mayUpload(ctx, input.bodyCode);
  const originalName = cleanFileName(input.originalName);
  const { bodyCode, sizeBytes } = input;
  if (sizeBytes > MAX_UPLOAD_BYTES) throw new AppError('file_too_large', { maxBytes: MAX_UPLOAD_BYTES });
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1) {
    throw new AppError('file_unreadable', { reason: 'empty', fileName: originalName });
  }
  const folder = folderOf(ctx);
  const id = randomBytes(16).toString('hex');
  try {
    await sweep(ctx);
    await makeRoom(folder);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeAbout(folder, id, { bodyCode, originalName, sizeBytes, begunAt: ctx.clock.now().toISOString() });
  } catch (error) {
    throw mapDatabaseError(error);
  }
  return { id, offset: 0, sizeBytes };
}

/** An own file that is arriving. @throws AppError `not_found` for another person's, and for one of a body no longer reported for */
async function findOwn(ctx: ServiceContext, id: string): Promise<{ folder: string; about: About; offset: number }> {
  const folder = folderOf(ctx);
  const about = /^[0-9a-f]{32}$/.test(id) ? await readAbout(folder, id) : null;
  if (about === null) throw new AppError('not_found', { partialUploadId: id });
  mayUpload(ctx, about.bodyCode);
  const offset = about.stored ? about.sizeBytes : await sizeOf(filesOf(folder, id).content);
  return { folder, about, offset };
}

/** Where to go on. @throws AppError `not_found`, `forbidden` */
export async function findPartialUpload(ctx: ServiceContext, id: string): Promise<PartialUpload> {
  const { about, offset } = await findOwn(ctx, id);
  return { id, offset, sizeBytes: about.sizeBytes };
}

/** What is being done to a file; the next one waits, since two pages of one person may send the same file. */
const running = new Map<string, Promise<unknown>>();

async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  running.set(key, mine);
  try {
    return await mine;
  } finally {
    if (running.get(key) === mine) running.delete(key);
  }
}

/**
 * Appends a piece, whole and safely on the disk, or as much of it as there was room for.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` with the true `offset` when the piece belongs elsewhere; `file_too_large` beyond
 *   the announced size; `disk_full`
 */
export function appendToPartialUpload(
  ctx: ServiceContext,
  id: string,
  piece: { readonly offset: number; readonly content: Uint8Array },
): Promise<PartialUpload> {
  return inTurn(id, async () => {
    const { folder, about, offset } = await findOwn(ctx, id);
    if (piece.offset !== offset) throw new AppError('conflict', { reason: 'wrong_offset', offset });
    const after = offset + piece.content.byteLength;
    if (after > about.sizeBytes || piece.content.byteLength > MAX_CHUNK_BYTES) {
      throw new AppError('file_too_large', { maxBytes: about.sizeBytes });
    }
    try {
      const handle = await open(filesOf(folder, id).content, 'a', 0o600);
      try {
        await handle.writeFile(piece.content);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw mapDatabaseError(error);
    }
    return { id, offset: after, sizeBytes: about.sizeBytes };
  });
}

/**
 * Takes the whole file in, with the same checks as one that came at once. Asked again, because the answer got lost, it gives the same.
 *
 * @throws AppError as `storeUpload`; `not_found`; `conflict` with the true `offset` while something is missing
 */
export function finishPartialUpload(ctx: ServiceContext, id: string): Promise<StoredUpload> {
  return inTurn(id, async () => {
    const { folder, about, offset } = await findOwn(ctx, id);
    if (about.stored) return about.stored;
    if (offset !== about.sizeBytes) throw new AppError('conflict', { reason: 'wrong_offset', offset });
    const { content } = filesOf(folder, id);
    const { bodyCode, originalName } = about;
    try {
      const stored = await storeUpload(ctx, { bodyCode, content: createReadStream(content), originalName });
      await writeAbout(folder, id, { ...about, stored });
      await rm(content, { force: true });
      return stored;
    } catch (error) {
      const refused = mapDatabaseError(error);
      // what was refused for what it is will not be better the next time; a full disk or a busy database may
      if (refused instanceof AppError && refused.code.startsWith('file_')) await remove(folder, id);
      throw refused;
    }
  });
}

/** Forgets a file that its sender does not want any more. @throws AppError `not_found`, `forbidden` */
export function dropPartialUpload(ctx: ServiceContext, id: string): Promise<void> {
  return inTurn(id, async () => {
    const { folder } = await findOwn(ctx, id);
    await remove(folder, id);
  });
}
