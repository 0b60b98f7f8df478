import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import decodeQR from 'qr/decode.js';
import { capture } from '../../scripts/support/process.mjs';
import { temporaryFolder } from './server';

/** Runs work in a folder with the PDF in it. */
async function withPdf<T>(pdf: Uint8Array, work: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = temporaryFolder('paper');
  try {
    const file = path.join(folder.path, 'paper.pdf');
    writeFileSync(file, pdf);
    return await work(file, folder.path);
  } finally {
    folder.remove();
  }
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await capture(program, args);
  if (code !== 0) throw new Error(`${program} failed: ${stderr}`);
  return stdout;
}

/** Marks of direction that pdftotext writes around what it turns, and the invisible ones of the page itself. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What each page says when it is copied out of a PDF, with pdftotext: half-spaces kept, marks of direction taken out, any white space one space. */
export function pdfPages(pdf: Uint8Array): Promise<string[]> {
  return withPdf(pdf, async (file) => {
    const text = await run('pdftotext', ['-enc', 'UTF-8', file, '-']);
    return text
      .split('\f')
      .slice(0, -1)
      .map((page) =>
        page
          .replace(DIRECTION_MARKS, '')
          .replace(/[^\S\u200c]+/g, ' ')
          .trim(),
      );
  });
}

/**
 * What text taken out of a PDF turns round: a heh with hamza as two characters, short vowels, and a comma, colon, stop or bracket that
 * follows a figure directly.
 */
export const TURNED_ROUND = /[\u0647\u06d5]\u0654|[\u064b-\u0652\u0670]|[۰-۹][،:.)](?![۰-۹])/u;

interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Every page as a scanner without colour sees it. */
export function greyPages(pdf: Uint8Array, dotsPerInch: number): Promise<GreyPage[]> {
  return withPdf(pdf, async (file, folder) => {
    await run('pdftoppm', ['-gray', '-r', String(dotsPerInch), file, path.join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => readPgm(readFileSync(path.join(folder, name))));
  });
}

function readPgm(content: Buffer): GreyPage {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(content.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('Not a picture in grey.');
  return { width: Number(head[1]), height: Number(head[2]), grey: content.subarray(head[0].length) };
}

/** The page as it lies when it was put down askew: turned about its middle, white around it. */
export function turned({ width, height, grey }: GreyPage, degrees: number): GreyPage {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const result = new Uint8Array(width * height).fill(255);
  const at = (x: number, y: number) => grey[y * width + x] ?? 255;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const [fromX, fromY] = [cos * dx + sin * dy + width / 2, cos * dy - sin * dx + height / 2];
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [right, bottom] = [fromX - left, fromY - top];
      result[y * width + x] =
        (at(left, top) * (1 - right) + at(left + 1, top) * right) * (1 - bottom) +
        (at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right) * bottom;
    }
  }
  return { width, height, grey: result };
}

/** What the square code on a page says. @throws Error where none can be read */
export function readSquareCode({ width, height, grey }: GreyPage): string {
  const data = new Uint8Array(width * height * 4);
  grey.forEach((value, index) => data.set([value, value, value, 255], index * 4));
  return decodeQR({ width, height, data }, { effort: 10, timeLimit: 20_000 });
}

/** A workbook opened by LibreOffice and saved again: what another program understood of it. */
export async function throughLibreOffice(workbook: Uint8Array): Promise<Buffer> {
  const folder = temporaryFolder('office');
  try {
    const file = path.join(folder.path, 'workbook.xlsx');
    writeFileSync(file, workbook);
    const out = path.join(folder.path, 'out');
    const profile = pathToFileURL(path.join(folder.path, 'profile')).href;
    const args = ['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', 'xlsx'];
    await run('soffice', [...args, '--outdir', out, file]);
    return readFileSync(path.join(out, 'workbook.xlsx'));
  } finally {
    folder.remove();
  }
}
