import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { EditionDocument } from '@/lib/domain/edition';
import { getWholeEdition } from './editions';
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
 * The PDF of an edition. It is printed once and kept in the data folder, so a reprint is the same file byte by byte, and quick.
 *
 * @param render draws the edition as the HTML document that is printed
 * @throws AppError `forbidden`, `not_found`, `no_browser`
 */
export async function getEditionPdf(
  ctx: ServiceContext,
  number: number,
  render: (document: EditionDocument) => string,
  params: { readonly programme?: string | null } = {},
): Promise<Uint8Array> {
  const edition = getWholeEdition(ctx, number, params);
  const folder = path.join(/* turbopackIgnore: true */ ctx.dataDir, FOLDER);
  const file = path.join(folder, `${edition.programmeId}-${edition.number}-${edition.sha256.slice(0, 16)}.pdf`);
  const kept = await readIfThere(file);
  if (kept !== null) return kept;
  const pdf = await printPdf(render(edition.document), { createdAt: new Date(edition.issuedAt) });
  await mkdir(/* turbopackIgnore: true */ folder, { recursive: true });
  // under another name first: whoever reads meanwhile never finds half a file
  const draft = path.join(folder, `.${randomUUID()}.part`);
  await writeFile(/* turbopackIgnore: true */ draft, pdf);
  await rename(draft, file);
  return pdf;
}
