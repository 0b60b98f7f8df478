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

/** A one-page PDF with a few Latin words and ruled lines, in place of a scanned paper. */
export function samplePdf(lines: readonly string[]): Buffer {
  const escaped = lines.map((line) => line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&'));
  const text = escaped.map(
    (line, index) => `BT /F1 ${index === 0 ? 18 : 12} Tf 72 ${760 - index * 28} Td (${line}) Tj ET`,
  );
  const rules = Array.from({ length: 12 }, (_, index) => `0.8 G 72 ${560 - index * 30} m 523 ${560 - index * 30} l S`);
  const content = [...text, ...rules].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
