import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { RenderEdition } from './edition-rendering';
import { getWholeEdition, pageOfEdition } from './editions';
import { printPdf } from './pdf';
import type { ServiceContext } from './service-context';

const FOLDER = 'editions';

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(/* turbopackIgnore: true */ file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The PDF of an edition, printed from its stored page. It is printed once and kept in the data folder under the fingerprint of that page, so a
 * reprint is the same file byte by byte, and quick.
 *
 * @param render draws an edition that was issued before pages were stored
 * @throws AppError `forbidden`, `not_found`, `no_browser`
 */
export async function getEditionPdf(
  ctx: ServiceContext,
  number: number,
  render: RenderEdition,
  params: { readonly programme?: string | null } = {},
): Promise<Uint8Array> {
  const edition = getWholeEdition(ctx, number, params);
  const folder = path.join(/* turbopackIgnore: true */ ctx.dataDir, FOLDER);
  const fingerprint = edition.renderingSha256 ?? edition.sha256;
  const file = path.join(folder, `${edition.programmeId}-${edition.number}-${fingerprint.slice(0, 16)}.pdf`);
  const kept = await readIfThere(file);
  if (kept !== null) return kept;
  const pdf = await printPdf(pageOfEdition(ctx, edition, render), { createdAt: new Date(edition.issuedAt) });
  await mkdir(/* turbopackIgnore: true */ folder, { recursive: true });
  // under another name first: whoever reads meanwhile never finds half a file
  const draft = path.join(folder, `.${randomUUID()}.part`);
  await writeFile(/* turbopackIgnore: true */ draft, pdf);
  await rename(draft, file);
  return pdf;
}
