import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { EditionDocument } from '@/lib/domain/edition';

/** Draws an edition as the HTML document that is printed. Services draw nothing themselves. */
export type RenderEdition = (document: EditionDocument) => string;

/** A page as it is stored, with the fingerprint of what it was before it was deflated. */
export function packPage(html: string): { readonly content: Buffer; readonly sha256: string } {
  return { content: deflateRawSync(Buffer.from(html, 'utf8')), sha256: digestOf(html) };
}

/** @throws Error when the content is no deflated page */
export function unpackPage(content: Buffer): string {
  return inflateRawSync(content).toString('utf8');
}

/** Fingerprint of a frozen text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
