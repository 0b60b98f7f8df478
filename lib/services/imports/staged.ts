import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { mapDatabaseError } from '@/db/client';
import { AppError } from '@/lib/errors';
import { IMPORT_LIMITS } from '@/lib/validation/imports';
import { authoriseReadings } from '../indicator-readings';
import { authorise, type ServiceContext } from '../service-context';
import type { ImportFile } from './read-table';

export const STAGED_KINDS = ['bodies', 'history', 'programme', 'readings'] as const;
export type StagedKind = (typeof STAGED_KINDS)[number];

/** A file that was sent and waits for the decision whether it is taken in. */
export interface StagedImport {
  readonly id: string;
  readonly kind: StagedKind;
  readonly files: readonly ImportFile[];
  readonly uploadedAt: string;
}

const FOLDER = 'imports';
const KEPT_HOURS = 24;
const HOUR_MS = 3_600_000;
const ID_BYTES = 24;
const ID = /^[A-Za-z0-9_-]{32}$/;
const META_FILE = 'meta.json';

const metaSchema = z.object({
  kind: z.enum(STAGED_KINDS),
  uploadedBy: z.string(),
  uploadedAt: z.string(),
  /** The n-th file lies beside it under its number; its own name is never a path. */
  fileNames: z.array(z.string()),
});

function authoriseKind(ctx: ServiceContext, kind: StagedKind): void {
  if (kind === 'readings') authoriseReadings(ctx);
  else authorise(ctx, kind === 'history' ? 'history.import' : 'import.run');
}

const rootOf = (ctx: ServiceContext) => path.join(/* turbopackIgnore: true */ ctx.dataDir, FOLDER);

function readMeta(folder: string) {
  try {
    return metaSchema.safeParse(JSON.parse(readFileSync(path.join(folder, META_FILE), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** What nobody decided on within a day goes away. */
function removeOld(ctx: ServiceContext): void {
  const root = rootOf(ctx);
  const now = ctx.clock.now().getTime();
  for (const name of readdirSync(root).filter((each) => ID.test(each))) {
    const meta = readMeta(path.join(root, name));
    const age = meta === null ? Infinity : Math.abs(now - Date.parse(meta.uploadedAt));
    if (!(age < KEPT_HOURS * HOUR_MS)) rmSync(path.join(root, name), { recursive: true, force: true });
  }
}

/**
 * Keeps files between the preview and the decision, under an id that cannot be guessed, for whoever sent them.
 *
 * @throws AppError `forbidden`, `file_unreadable` (empty), `file_too_large`, `disk_full`
 */
export function stageImport(ctx: ServiceContext, kind: StagedKind, files: readonly ImportFile[]): string {
  authoriseKind(ctx, kind);
  if (files.length === 0) throw new AppError('file_unreadable', { reason: 'empty' });
  const sizeBytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (sizeBytes > IMPORT_LIMITS.fileBytes) {
    throw new AppError('file_too_large', {
      fileName: files[0]?.fileName,
      sizeBytes,
      limitBytes: IMPORT_LIMITS.fileBytes,
    });
  }
  const id = randomBytes(ID_BYTES).toString('base64url');
  const folder = path.join(rootOf(ctx), id);
  // Under this name it is no import yet: nobody finds it, and nobody clears it away as an old one.
  const unfinished = `${folder}.part`;
  const meta: z.infer<typeof metaSchema> = {
    kind,
    uploadedBy: ctx.actor.id,
    uploadedAt: ctx.clock.now().toISOString(),
    fileNames: files.map(({ fileName }) => fileName),
  };
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    removeOld(ctx);
    files.forEach(({ bytes }, index) => writeFileSync(path.join(unfinished, String(index)), bytes, { mode: 0o600 }));
    writeFileSync(path.join(unfinished, META_FILE), JSON.stringify(meta), { mode: 0o600 });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw mapDatabaseError(error);
  }
  return id;
}

/** @throws AppError `not_found` for an unknown id or the file of somebody else, `forbidden` */
export function readStaged(ctx: ServiceContext, id: string): StagedImport {
  if (!ID.test(id)) throw new AppError('not_found', { subject: 'import' });
  const folder = path.join(rootOf(ctx), id);
  const meta = readMeta(folder);
  if (meta === null || meta.uploadedBy !== ctx.actor.id) throw new AppError('not_found', { subject: 'import' });
  authoriseKind(ctx, meta.kind);
  const files = meta.fileNames.map((fileName, index) => ({
    fileName,
    bytes: new Uint8Array(readFileSync(path.join(folder, String(index)))),
  }));
  return { id, kind: meta.kind, files, uploadedAt: meta.uploadedAt };
}

/** Forgets a file, whether it was taken in or not. @throws AppError as `readStaged` */
export function discardStaged(ctx: ServiceContext, id: string): void {
  readStaged(ctx, id);
  rmSync(path.join(rootOf(ctx), id), { recursive: true, force: true });
}
