import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { randomFor, type Random } from './random';

const WIDTH = 320;
const HEIGHT = 240;

type Colour = readonly [number, number, number];
type Paint = (x: number, y: number, width: number, height: number, colour: number) => void;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8);
  framed.writeUInt32BE(data.length, 0);
  framed.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([framed.subarray(0, 4), body, framed.subarray(4)]);
}

/** A picture of up to 256 colours as a PNG file. */
function encodePng(pixels: Uint8Array, palette: readonly Colour[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const lines = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) lines.set(pixels.subarray(y * WIDTH, (y + 1) * WIDTH), y * (WIDTH + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const PALETTE: readonly Colour[] = [
  [240, 236, 226],
  [214, 205, 188],
  [150, 112, 78],
  [110, 80, 54],
  [31, 78, 140],
  [250, 250, 248],
  [70, 76, 84],
  [19, 122, 85],
  [200, 204, 210],
];

function drawDesk(paint: Paint, random: Random): void {
  paint(0, 0, WIDTH, HEIGHT, 0);
  paint(0, 165, WIDTH, 75, 1);
  const left = random.whole(60, 110);
  paint(left, 110, 140, 14, 2);
  paint(left + 6, 124, 128, 62, 3);
  paint(left + 20, 30 + random.whole(0, 10), 100, 26, 4);
  paint(left + 28, 40, 84, 4, 5);
  paint(left + 90, 86, 30, 24, 6);
  paint(left + 93, 89, 24, 16, 8);
  for (let chair = 0; chair < random.whole(2, 4); chair += 1) paint(10 + chair * 16, 176, 12, 34, 6);
}

function drawScreen(paint: Paint, random: Random): void {
  paint(0, 0, WIDTH, HEIGHT, 8);
  paint(12, 12, WIDTH - 24, HEIGHT - 24, 5);
  paint(12, 12, WIDTH - 24, 20, 4);
  for (let line = 0; line < 9; line += 1) {
    const length = random.whole(90, 240);
    paint(WIDTH - 28 - length, 48 + line * 18, length, 6, line === 2 ? 7 : 6);
  }
}

/** A drawn picture in place of a photo: a desk, or a screen. Different for each key. */
export function samplePhoto(key: string, subject: 'desk' | 'screen'): Buffer {
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  const paint: Paint = (x, y, width, height, colour) => {
    for (let row = Math.max(0, y); row < Math.min(HEIGHT, y + height); row += 1) {
      pixels.fill(colour, row * WIDTH + Math.max(0, x), row * WIDTH + Math.min(WIDTH, x + width));
    }
  };
  const random = randomFor(`photo|${key}`);
  (subject === 'desk' ? drawDesk : drawScreen)(paint, random);
  // a stamp that makes every file its own
  [...Array(24).keys()].forEach((index) =>
    paint(8 + index * 5, HEIGHT - 10, 3, 4, random.whole(0, PALETTE.length - 1)),
  );
  return encodePng(pixels, PALETTE);
}

export type SampleLetter = 'letter' | 'minutes';

const letters = new Map<SampleLetter, Buffer>();

/** A printed Persian letter, or minutes of two pages, in place of a scanned paper (`scripts/sample/print-letters.mjs`). Different for each key. */
export function samplePdf(name: SampleLetter, key: string): Buffer {
  const file = letters.get(name) ?? readFileSync(path.join(import.meta.dirname, 'files', `${name}.pdf`));
  letters.set(name, file);
  // a comment after the end makes every file its own and changes nothing of what it shows
  return Buffer.concat([file, Buffer.from(`\n% ${key.replace(/[^\x20-\x7e]/g, '?')}\n`, 'latin1')]);
}
