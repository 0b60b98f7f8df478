import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import {
  archiveHead,
  archiveRows,
  INDEX_FILE,
  planArchive,
  sumLines,
  SUMS_FILE,
  type ArchiveDrawing,
  type ArchiveEntry,
} from './edition-archive';
import type { ServiceContext } from './service-context';

/** PDF and XLSX are compressed already. */
const IS_COMPRESSED = /\.(?:pdf|xlsx)$/;

/** The parts of the zip one after another; only one file of it is in memory at a time. */
async function* zipParts(
  ctx: ServiceContext,
  entries: readonly ArchiveEntry[],
  draw: ArchiveDrawing,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    ready.push(part);
  });
  const sums = new Map<string, string>();
  const add = (name: string, content: Uint8Array, modifiedAt: Date) => {
    const file = IS_COMPRESSED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = modifiedAt;
    zip.add(file);
    file.push(content, true);
    sums.set(name, createHash('sha256').update(content).digest('hex'));
    return ready.splice(0);
  };
  const encode = (text: string) => new TextEncoder().encode(text);
  const writtenAt = ctx.clock.now();

  for (const entry of entries) {
    signal.throwIfAborted();
    const content = await entry.make(signal);
    if (content !== null) yield* add(entry.path, content, new Date(entry.edition.issuedAt));
  }
  const rows = archiveRows(entries, (name) => sums.has(name));
  yield* add(INDEX_FILE, encode(draw.index(rows, archiveHead(ctx, entries))), writtenAt);
  yield* add(SUMS_FILE, encode(sumLines(sums)), writtenAt);
  zip.end();
  yield* ready;
}

/**
 * Every edition with an index and the sums of all files as one zip, written while it is sent. A PDF that is not kept yet is printed in its
 * turn; when the reader goes away, that ends.
 *
 * @throws AppError as `planArchive`
 */
export function openArchiveZip(
  ctx: ServiceContext,
  draw: ArchiveDrawing,
  choice: { readonly programme?: string | null } = {},
): ReadableStream<Uint8Array> {
  const entries = planArchive(ctx, draw.edition, choice);
  const stopper = new AbortController();
  const parts = zipParts(ctx, entries, draw, stopper.signal);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      stopper.abort();
    },
  });
}
