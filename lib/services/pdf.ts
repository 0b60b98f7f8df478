import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { getProjectRoot } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { browserCandidates } from '@/lib/installed-browser.mjs';

/** The browser of the machine; `MIZBAN_BROWSER` comes first. */
function findBrowser(): string {
  const named = process.env['MIZBAN_BROWSER'];
  const found = named ? [named] : browserCandidates(process.env, process.platform);
  const program = found.find((file) => existsSync(/* turbopackIgnore: true */ file));
  if (program === undefined) throw new AppError('no_browser', { named: named ?? null });
  return program;
}

/** Addresses of fonts in the page become the fonts themselves: nothing is fetched while printing. */
async function withFontsInside(html: string): Promise<string> {
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

async function printOnce(html: string, { createdAt }: PdfOptions): Promise<Uint8Array> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu', '--no-first-run'] });
  try {
    // the page is ours and has no script; whatever else may be in it, it can neither run nor reach another machine
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'fa-IR' });
    const page = await context.newPage();
    await page.setContent(await withFontsInside(html), { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    const pdf = await PDFDocument.load(printed, { updateMetadata: false });
    if (createdAt !== undefined) {
      pdf.setCreationDate(createdAt);
      pdf.setModificationDate(createdAt);
    }
    // tags treble the size of the file; packed into object streams they cost little
    return await pdf.save({ useObjectStreams: true });
  } finally {
    await browser.close();
  }
}

let queue: Promise<unknown> = Promise.resolve();

/**
 * Prints an HTML document with the browser of the machine: paged as its CSS says, tagged, with an outline. One at a time, since a browser needs
 * more memory than the rest of the program.
 *
 * @throws AppError `no_browser` when none is installed
 */
export function printPdf(html: string, options: PdfOptions = {}): Promise<Uint8Array> {
  const printed = queue.then(() => printOnce(html, options));
  queue = printed.catch(() => undefined);
  return printed;
}
