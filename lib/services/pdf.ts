import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { getProjectRoot } from '@/lib/env';
import { AppError } from '@/lib/errors';

/** Programs that print, by their usual names and places; `MIZBAN_BROWSER` comes first. */
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];
const MAC_PROGRAMS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a browser may be installed on a platform, the best first. */
export function browserCandidates(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    return WINDOWS_PROGRAMS.flatMap((parts) => roots.map((root) => path.win32.join(root, ...parts)));
  }
  if (platform === 'darwin') {
    return ['/Applications', path.posix.join(os.homedir(), 'Applications')].flatMap((folder) =>
      MAC_PROGRAMS.map((program) => path.posix.join(folder, program)),
    );
  }
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean);
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

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
