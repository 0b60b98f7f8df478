import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { getProjectRoot } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { browserCandidates } from '@/lib/installed-browser.mjs';
import { getPrintQueue } from './print-queue';

/** The browser of the machine; `MIZBAN_BROWSER` comes first. @throws AppError `no_browser` when none is installed */
export function findBrowser(): string {
  const named = process.env['MIZBAN_BROWSER'];
  const found = named ? [named] : browserCandidates(process.env, process.platform);
  const program = found.find((file) => existsSync(/* turbopackIgnore: true */ file));
  if (program === undefined) throw new AppError('no_browser', { named: named ?? null });
  return program;
}

/** Addresses of fonts in the page become the fonts themselves: it needs no server, while it is printed or in an archive. */
export async function withFontsInside(html: string): Promise<string> {
  const addresses = [...new Set([...html.matchAll(/url\((\/fonts\/[\w-]+\.woff2)\)/g)].map((match) => match[1] ?? ''))];
  let result = html;
  for (const address of addresses) {
    const content = await readFile(path.join(/* turbopackIgnore: true */ getProjectRoot(), 'public', address));
    result = result.replaceAll(`url(${address})`, `url(data:font/woff2;base64,${content.toString('base64')})`);
  }
  return result;
}

export interface PdfOptions {
  /** Instant that stands in the file as its date, so that a reprint does not differ by it. */
  readonly createdAt?: Date;
}

/** A page of two thousand bodies needs longer than the half minute that is usual; the queue's own limit ends it. */
const NO_LIMIT = 0;

/**
 * Prints an HTML document with a browser of its own, which goes when the page is done or the signal says so. Use `printPdf`, or a key of
 * the queue.
 */
export async function printInBrowser(
  html: string,
  { createdAt }: PdfOptions,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const executablePath = findBrowser();
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--no-first-run'] });
  const stop = () => void browser.close();
  signal.addEventListener('abort', stop, { once: true });
  let printed: Uint8Array;
  try {
    signal.throwIfAborted();
    // the page is ours and has no script; whatever else may be in it, it can neither run nor reach another machine
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'fa-IR' });
    const page = await context.newPage();
    await page.setContent(await withFontsInside(html), { waitUntil: 'load', timeout: NO_LIMIT });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    printed = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    signal.removeEventListener('abort', stop);
    await browser.close();
  }
  signal.throwIfAborted();
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  if (createdAt !== undefined) {
    pdf.setCreationDate(createdAt);
    pdf.setModificationDate(createdAt);
  }
  // tags treble the size of the file; packed into object streams they cost little
  return pdf.save({ useObjectStreams: true });
}

/**
 * Prints an HTML document with the browser of the machine: paged as its CSS says, tagged, with an outline. Waits in the one queue of prints.
 *
 * @throws AppError `no_browser` when none is installed; `print_failed`
 */
export function printPdf(html: string, options: PdfOptions = {}): Promise<Uint8Array> {
  return getPrintQueue().print(randomUUID(), (signal) => printInBrowser(html, options, signal));
}
