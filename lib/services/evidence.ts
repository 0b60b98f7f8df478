import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { fileTypeFromFile } from 'file-type';
import { mapDatabaseError } from '@/db/client';
import { findEvidence, findUpload, insertUpload, type UploadRow } from '@/db/queries/evidence';
import { AppError } from '@/lib/errors';
import { normaliseForStore } from '@/lib/text/normalise';
import { recordAudit } from './audit';
import { mayReadAsExample } from './evidence-examples';
import { evidencePath } from './evidence-files';
import { getLedger } from './ledger';
import { loadBody, resourceOf } from './milestone-subject';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

/** 10 MB as computers show it: 1024 × 1024 bytes each, as `formatBytes` does. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** What is taken in: media type by content → the ending a download gets, and what it may be evidence of. */
const ACCEPTED: Readonly<Record<string, { readonly ending: string; readonly kind: UploadRow['kind'] }>> = {
  'image/jpeg': { ending: 'jpg', kind: 'photo' },
  'image/png': { ending: 'png', kind: 'photo' },
  'image/webp': { ending: 'webp', kind: 'photo' },
  'image/heic': { ending: 'heic', kind: 'photo' },
  'application/pdf': { ending: 'pdf', kind: 'file' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: 'docx', kind: 'file' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', kind: 'file' },
  'application/vnd.oasis.opendocument.text': { ending: 'odt', kind: 'file' },
  'application/vnd.oasis.opendocument.spreadsheet': { ending: 'ods', kind: 'file' },
};

/** Shown by every browser without running anything. */
const SHOWN_INLINE: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

export interface UploadInput {
  readonly bodyCode: string;
  /** The content, whole or in pieces. */
  readonly content: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Uint8Array;
  readonly originalName: string;
}

export interface StoredUpload {
  readonly id: string;
  readonly originalName: string;
  readonly mediaType: string;
  readonly kind: UploadRow['kind'];
  readonly sizeBytes: number;
}

/** A name that is safe in headers, folders and lists: no path, no control characters, at most 120 characters. */
export function cleanFileName(name: string): string {
  const last = normaliseForStore(name).split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  const characters = [...clean];
  return characters.length <= 120
    ? clean || 'file'
    : `${characters.slice(0, 100).join('')}…${characters.slice(-15).join('')}`;
}

async function* pieces(content: UploadInput['content']): AsyncIterable<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else if (content instanceof ReadableStream) yield* Readable.fromWeb(content as NodeReadableStream<Uint8Array>);
  else yield* content;
}

function storedPath(dataDir: string, id: string): string {
  return path.join(/* turbopackIgnore: true */ dataDir, evidencePath(id));
}

/** Writes the content to a temporary file beside its place, and makes sure that it is on the disk. */
async function writeTemporary(
  file: string,
  content: UploadInput['content'],
): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of pieces(content)) {
      sizeBytes += piece.byteLength;
      if (sizeBytes > MAX_UPLOAD_BYTES) throw new AppError('file_too_large', { maxBytes: MAX_UPLOAD_BYTES });
      hash.update(piece);
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

/**
 * Takes in one file for a body: size and type are checked by content, the file lies under an unguessable name, and its row is written
 * only when the file is safely on the disk. It is evidence of nothing until a claim attaches it.
 *
 * @throws AppError `not_found`, `forbidden`; `file_too_large` over `MAX_UPLOAD_BYTES`; `file_type_refused`; `file_unreadable` when it is
 *   empty; `disk_full`
 */
export async function storeUpload(ctx: ServiceContext, input: UploadInput): Promise<StoredUpload> {
  const body = loadBody(ctx, ctx.db, input.bodyCode);
  authorise(ctx, 'evidence.upload', resourceOf(body));

  const id = randomBytes(16).toString('hex');
  const target = storedPath(ctx.dataDir, id);
  const temporary = `${target}.part`;
  const originalName = cleanFileName(input.originalName);
  try {
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const { sizeBytes, sha256 } = await writeTemporary(temporary, input.content);
    if (sizeBytes === 0) throw new AppError('file_unreadable', { reason: 'empty', fileName: originalName });
    const mediaType = (await fileTypeFromFile(temporary))?.mime ?? null;
    const accepted = mediaType === null ? undefined : ACCEPTED[mediaType];
    if (mediaType === null || accepted === undefined) {
      throw new AppError('file_type_refused', { mediaType, fileName: originalName });
    }
    await rename(temporary, target);
    await syncFolder(path.dirname(target));
    const row: UploadRow = {
      id,
      bodyId: body.id,
      uploadedBy: ctx.actor.id,
      uploadedAt: ctx.clock.now().toISOString(),
      originalName,
      mediaType,
      kind: accepted.kind,
      sizeBytes,
      sha256,
    };
    writeTransaction(ctx, (tx) => {
      insertUpload(tx, row);
      recordAudit(ctx, tx, {
        action: 'evidence.upload',
        subjectType: 'body',
        subjectKey: body.code,
        details: { uploadId: id, mediaType, sizeBytes, sha256 },
      });
    });
    return { id, originalName, mediaType, kind: row.kind, sizeBytes };
  } catch (error) {
    // Without its row the file belongs to nobody; what cannot be removed here is only wasted room.
    await Promise.allSettled([rm(temporary, { force: true }), rm(target, { force: true })]);
    throw mapDatabaseError(error);
  }
}

/** A rename is lasting only when its folder has been written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** An upload of a body, as the claim form shows it again; null if it is not there or not the actor's to use. */
export function findOwnUpload(ctx: ServiceContext, bodyCode: string, uploadId: string): StoredUpload | null {
  const body = loadBody(ctx, ctx.db, bodyCode);
  const upload = findUpload(ctx.db, uploadId);
  if (upload === null || upload.bodyId !== body.id) return null;
  if (!mayDo(ctx, 'evidence.upload', resourceOf(body))) return null;
  const { id, originalName, mediaType, kind, sizeBytes } = upload;
  return { id, originalName, mediaType, kind, sizeBytes };
}

export interface EvidenceFile {
  /** Name for the download, with the ending of its true type. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** It may be shown in the page instead of downloaded. */
  readonly isShownInline: boolean;
  readonly openStream: () => ReadableStream<Uint8Array>;
}

function downloadName({ originalName, mediaType }: UploadRow): string {
  const ending = ACCEPTED[mediaType]?.ending ?? 'bin';
  const has = originalName.toLowerCase();
  return has.endsWith(`.${ending}`) || (ending === 'jpg' && has.endsWith('.jpeg'))
    ? originalName
    : `${originalName}.${ending}`;
}

/**
 * The file behind a piece of evidence. Whatever the actor may not see looks as if it were not there: the id of a confidential paper
 * says nothing.
 *
 * @throws AppError `not_found`; `file_unreadable` when the row is there and the file is not
 */
export async function readEvidence(ctx: ServiceContext, evidenceId: number): Promise<EvidenceFile> {
  const found = Number.isSafeInteger(evidenceId) ? findEvidence(ctx.db, evidenceId) : null;
  if (found === null || found.upload === null) throw new AppError('not_found', { evidenceId });
  const { upload, evidence } = found;
  const isConfidential = evidence.classification === 'confidential';
  if (!mayReadEvidence(ctx, found.bodyId, isConfidential) && !mayReadAsExample(ctx, evidenceId)) {
    throw new AppError('not_found', { evidenceId });
  }
  return readUpload(ctx, upload);
}

/** The file of an upload, for services that have authorised its reader. @throws AppError `file_unreadable` when it is not there */
export async function readUpload(ctx: ServiceContext, upload: UploadRow): Promise<EvidenceFile> {
  const file = storedPath(ctx.dataDir, upload.id);
  const size = await stat(file).then(
    (stats) => stats.size,
    () => null,
  );
  if (size !== upload.sizeBytes)
    throw new AppError('file_unreadable', { reason: 'missing', fileName: upload.originalName });
  return {
    fileName: downloadName(upload),
    mediaType: upload.mediaType,
    sizeBytes: upload.sizeBytes,
    isShownInline: SHOWN_INLINE.has(upload.mediaType),
    openStream: () => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>,
  };
}

/** Whether the actor may see a piece of evidence of a body, and even know what it is. */
export function mayReadEvidence(ctx: ServiceContext, bodyId: number, isConfidential: boolean): boolean {
  const body = getLedger(ctx.db)
    .reference(ctx.clock.today())
    .bodies.find(({ id }) => id === bodyId);
  return body !== undefined && mayDo(ctx, 'evidence.read', { ...resourceOf(body), confidential: isConfidential });
}
