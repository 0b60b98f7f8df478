import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renderArchiveIndex } from '@/components/reports/archive-index';
import { renderReport } from '@/components/reports/render-report';
import { openArchiveZip } from '@/lib/services/archive-zip';
import { writeArchiveFolder } from '@/lib/services/archive-folder';
import { getEdition, issueEdition } from '@/lib/services/editions';
import { createTestFolder } from '../support/database';
import { createMilestoneWorld, type MilestoneWorld } from '../support/milestone-world';

const DRAW = { edition: renderReport, index: renderArchiveIndex };
const FILES = ['html', 'json', 'xlsx'].map((format) => `desk/report-001.${format}`);

function issued(): MilestoneWorld {
  const world = createMilestoneWorld();
  issueEdition(world.as('deputy'), { week: '2018-11-24' }, renderReport);
  return world;
}

const sumOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const sumsOf = (text: string) =>
  new Map([...text.matchAll(/^(\w{64}) {2}(.+)$/gm)].map(([, sum, name]) => [name, sum]));

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe('on a machine without a browser', () => {
  beforeEach(() => {
    vi.stubEnv('MIZBAN_BROWSER', '/nowhere/chromium');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('a folder gets everything but the PDFs, an index, and sums that hold', async () => {
    const world = issued();
    const folder = createTestFolder();
    const seen: string[] = [];
    const result = await writeArchiveFolder(world.as('viewer'), folder, DRAW, {
      onProgress: (done, all) => seen.push(`${done}/${all}`),
    });
    expect(result).toEqual({
      added: [...FILES.filter((name) => name.endsWith('html')), FILES[2], FILES[1], 'index.html'],
      sound: 0,
      changed: [],
      withoutPdf: ['desk/report-001.pdf'],
    });
    expect(seen).toEqual(['1/4', '2/4', '3/4', '4/4']);
    const sums = sumsOf(readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8'));
    expect([...sums.keys()]).toEqual([...FILES, 'index.html']);
    for (const [name = '', sum] of sums) expect(sumOf(readFileSync(path.join(folder, name)))).toBe(sum);
    expect(sums.get('desk/report-001.json')).toBe(getEdition(world.as('viewer'), 1).sha256);
    const page = readFileSync(path.join(folder, 'desk/report-001.html'), 'utf8');
    expect(page).not.toContain('/fonts/');
    const index = readFileSync(path.join(folder, 'index.html'), 'utf8');
    expect(index).toContain('href="desk/report-001.html"');
    expect(index).not.toMatch(/https?:|<script/);
  });

  test('once more adds what is missing and finds the rest sound', async () => {
    const world = issued();
    const folder = createTestFolder();
    await writeArchiveFolder(world.as('viewer'), folder, DRAW);
    issueEdition(world.as('deputy'), { week: '2018-12-01' }, renderReport);
    const second = await writeArchiveFolder(world.as('viewer'), folder, DRAW);
    expect(second.added).toEqual([
      ...['html', 'xlsx', 'json'].map((format) => `desk/report-002.${format}`),
      'index.html',
    ]);
    expect([second.sound, second.changed]).toEqual([3, []]);
    const third = await writeArchiveFolder(world.as('viewer'), folder, DRAW);
    expect([third.added, third.sound, third.changed]).toEqual([[], 7, []]);
  });

  test('a file that somebody changed is named and left alone; one that is gone comes again', async () => {
    const world = issued();
    const folder = createTestFolder();
    await writeArchiveFolder(world.as('viewer'), folder, DRAW);
    appendFileSync(path.join(folder, 'desk/report-001.json'), ' ');
    appendFileSync(path.join(folder, 'index.html'), ' ');
    rmSync(path.join(folder, 'desk/report-001.html'));
    const result = await writeArchiveFolder(world.as('viewer'), folder, DRAW);
    expect(result).toMatchObject({
      added: ['desk/report-001.html'],
      changed: ['desk/report-001.json', 'index.html'],
      sound: 1,
    });
    expect(readFileSync(path.join(folder, 'desk/report-001.json'), 'utf8').endsWith(' ')).toBe(true);
    expect(readdirSync(path.join(folder, 'desk')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('a JSON whose sum was forged too does not pass for the edition', async () => {
    const world = issued();
    const folder = createTestFolder();
    await writeArchiveFolder(world.as('viewer'), folder, DRAW);
    const [json, list] = ['desk/report-001.json', 'SHA256SUMS'].map((name) => path.join(folder, name));
    const before = sumOf(readFileSync(json ?? ''));
    appendFileSync(json ?? '', ' ');
    const forged = readFileSync(list ?? '', 'utf8').replace(before, sumOf(readFileSync(json ?? '')));
    writeFileSync(list ?? '', forged);
    expect((await writeArchiveFolder(world.as('viewer'), folder, DRAW)).changed).toEqual(['desk/report-001.json']);
  });

  test('the zip holds the same', async () => {
    const world = issued();
    const entries = unzipSync(await collect(openArchiveZip(world.as('viewer'), DRAW)));
    expect(Object.keys(entries).sort()).toEqual(['SHA256SUMS', ...FILES, 'index.html']);
    const sums = sumsOf(new TextDecoder().decode(entries['SHA256SUMS']));
    for (const [name = '', sum] of sums) expect(sumOf(entries[name] ?? new Uint8Array())).toBe(sum);
  });

  test('is for whoever may read reports whole', async () => {
    const world = issued();
    for (const role of ['deputy', 'expert', 'viewer', 'admin'] as const) {
      expect((await collect(openArchiveZip(world.as(role), DRAW))).length).toBeGreaterThan(1000);
    }
    expect(() => openArchiveZip(world.as('liaison'), DRAW)).toThrow('forbidden');
    await expect(writeArchiveFolder(world.as('liaison'), createTestFolder(), DRAW)).rejects.toThrow('forbidden');
    expect(() => openArchiveZip(world.as('viewer'), DRAW, { programme: 'none' })).toThrow('not_found');
  });
});

test('with a browser, the PDF is there too', { timeout: 60_000 }, async () => {
  const world = issued();
  const entries = unzipSync(await collect(openArchiveZip(world.as('viewer'), DRAW)));
  expect(new TextDecoder().decode(entries['desk/report-001.pdf']?.slice(0, 5))).toBe('%PDF-');
  expect(new TextDecoder().decode(entries['index.html'])).toContain('href="desk/report-001.pdf"');
});
