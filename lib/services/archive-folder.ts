import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  archiveHead,
  archiveRows,
  INDEX_FILE,
  planArchive,
  sumLines,
  SUMS_FILE,
  type ArchiveDrawing,
} from './edition-archive';
import type { ServiceContext } from './service-context';

export interface ArchiveFolder {
  readonly added: readonly string[];
  /** Files that were there and are as they were written. */
  readonly sound: number;
  /** Files that are not as they were written, or that no sum is known of; left alone. */
  readonly changed: readonly string[];
  /** PDFs that could not be printed. */
  readonly withoutPdf: readonly string[];
}

const sumOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(/* turbopackIgnore: true */ file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function put(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.part`;
  await writeFile(draft, content);
  await rename(draft, file);
}

function readSums(text: string): Map<string, string> {
  const lines = [...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)];
  return new Map(lines.map(([, sum = '', name = '']) => [name, sum]));
}

/**
 * Writes every edition into a folder, with an index and the sums of all files. What is there already is checked and left as it is, so the
 * folder can be brought up to date again and again, and a run that was broken off goes on.
 *
 * @throws AppError as `planArchive`
 */
export async function writeArchiveFolder(
  ctx: ServiceContext,
  folder: string,
  draw: ArchiveDrawing,
  options: {
    readonly programme?: string | null;
    readonly onProgress?: (done: number, all: number, file: string) => void;
  } = {},
): Promise<ArchiveFolder> {
  const entries = planArchive(ctx, draw.edition, options);
  const at = (name: string) => path.join(folder, ...name.split('/'));
  const sums = readSums((await readIfThere(at(SUMS_FILE)))?.toString('utf8') ?? '');
  const seen = new Set<string>();
  const added: string[] = [];
  const changed: string[] = [];
  const withoutPdf: string[] = [];
  let sound = 0;

  const check = (name: string, content: Uint8Array, alsoKnown: string | null) => {
    const sum = sumOf(content);
    if (sums.get(name) === sum && (alsoKnown === null || alsoKnown === sum)) sound += 1;
    else changed.push(name);
  };
  const add = async (name: string, content: Uint8Array) => {
    await put(at(name), content);
    sums.set(name, sumOf(content));
    added.push(name);
  };

  for (const [index, entry] of entries.entries()) {
    const { path: name } = entry;
    seen.add(name);
    options.onProgress?.(index + 1, entries.length, name);
    const there = await readIfThere(at(name));
    if (there !== null) {
      check(name, there, entry.sha256);
      continue;
    }
    const content = await entry.make();
    if (content === null) {
      withoutPdf.push(name);
      continue;
    }
    await add(name, content);
    // at once, so that a run that is broken off knows what it wrote
    await put(at(SUMS_FILE), sumLines(sums));
  }

  // what an earlier run wrote and this one was not asked for
  for (const name of [...sums.keys()].filter((known) => known !== INDEX_FILE && !seen.has(known))) {
    const there = await readIfThere(at(name));
    if (there === null) changed.push(name);
    else check(name, there, null);
  }

  const rows = archiveRows(entries, (name) => sums.has(name));
  const index = new TextEncoder().encode(draw.index(rows, archiveHead(ctx, entries)));
  const oldIndex = await readIfThere(at(INDEX_FILE));
  if (oldIndex !== null && sumOf(oldIndex) !== sums.get(INDEX_FILE)) changed.push(INDEX_FILE);
  else if (oldIndex !== null && sumOf(oldIndex) === sumOf(index)) sound += 1;
  else await add(INDEX_FILE, index);
  await put(at(SUMS_FILE), sumLines(sums));
  return { added, sound, changed, withoutPdf };
}
