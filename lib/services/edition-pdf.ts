import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { RenderEdition } from './edition-rendering';
import { getWholeEdition, pageOfEdition, type Edition } from './editions';
import { findBrowser, printInBrowser } from './pdf';
import { getPrintQueue, type PrintState, type PrintWork } from './print-queue';
import type { ServiceContext } from './service-context';

const FOLDER = 'editions';

export interface EditionChoice {
  /** Code; needed where several programmes run. */
  readonly programme?: string | null;
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(/* turbopackIgnore: true */ file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Where the PDF of an edition is kept, under the fingerprint of the page that is printed. Its path is also what the print is known by in
 * the queue.
 */
function fileOf(ctx: ServiceContext, edition: Edition): string {
  const fingerprint = edition.renderingSha256 ?? edition.sha256;
  const name = `${edition.programmeId}-${edition.number}-${fingerprint.slice(0, 16)}.pdf`;
  return path.join(/* turbopackIgnore: true */ ctx.dataDir, FOLDER, name);
}

async function keep(file: string, pdf: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(/* turbopackIgnore: true */ folder, { recursive: true });
  // under another name first: whoever reads meanwhile never finds half a file
  const draft = path.join(folder, `.${randomUUID()}.part`);
  await writeFile(/* turbopackIgnore: true */ draft, pdf);
  await rename(draft, file);
}

function printing(ctx: ServiceContext, file: string, edition: Edition, render: RenderEdition): PrintWork {
  return async (signal) => {
    // read when its turn has come: what waits holds no page in memory
    const pdf = await printInBrowser(
      pageOfEdition(ctx, edition, render),
      { createdAt: new Date(edition.issuedAt) },
      signal,
    );
    await keep(file, pdf);
    return pdf;
  };
}

/**
 * The PDF of an edition, printed from its stored page. It is printed once and kept in the data folder, so a reprint is the same file byte by
 * byte, and quick. Waits while others print; the signal takes the wish back.
 *
 * @param render draws an edition that was issued before pages were stored
 * @throws AppError `forbidden`, `not_found`, `no_browser`, `print_failed`
 */
export async function getEditionPdf(
  ctx: ServiceContext,
  number: number,
  render: RenderEdition,
  choice: EditionChoice & { readonly signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const edition = getWholeEdition(ctx, number, choice);
  const file = fileOf(ctx, edition);
  const kept = await readIfThere(file);
  return kept ?? getPrintQueue().print(file, printing(ctx, file, edition, render), choice.signal);
}

/**
 * The PDF of an edition if it is kept; otherwise null, and its print is on the way for this person, who looks in with `getEditionPrint`.
 *
 * @throws AppError as `getEditionPdf`; `no_browser` at once
 */
export async function askForEditionPdf(
  ctx: ServiceContext,
  number: number,
  render: RenderEdition,
  choice: EditionChoice = {},
): Promise<Uint8Array | null> {
  const edition = getWholeEdition(ctx, number, choice);
  const file = fileOf(ctx, edition);
  const kept = await readIfThere(file);
  if (kept !== null) return kept;
  findBrowser();
  getPrintQueue().ask(file, printing(ctx, file, edition, render), ctx.actor.id);
  return null;
}

export interface EditionPrint {
  readonly edition: Edition;
  /** `idle`: this person has not asked for it, or has taken the wish back. */
  readonly state: PrintState | { readonly name: 'done' } | { readonly name: 'idle' };
}

/** How the print that this person asked for stands. Looking in keeps the wish alive. @throws AppError `forbidden`, `not_found` */
export function getEditionPrint(ctx: ServiceContext, number: number, choice: EditionChoice = {}): EditionPrint {
  const edition = getWholeEdition(ctx, number, choice);
  const file = fileOf(ctx, edition);
  // asked of the queue first: a print that ends meanwhile has left its file
  const state = getPrintQueue().stateFor(file, ctx.actor.id);
  if (state !== null && state.name !== 'failed') return { edition, state };
  if (existsSync(/* turbopackIgnore: true */ file)) return { edition, state: { name: 'done' } };
  return { edition, state: state ?? { name: 'idle' } };
}

/** Takes this person's wish back; others who wait for the same print keep it. @throws AppError `forbidden`, `not_found` */
export function cancelEditionPrint(ctx: ServiceContext, number: number, choice: EditionChoice = {}): void {
  getPrintQueue().leave(fileOf(ctx, getWholeEdition(ctx, number, choice)), ctx.actor.id);
}
