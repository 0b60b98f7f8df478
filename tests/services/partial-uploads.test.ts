import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditLog, uploads } from '@/db/schema/index';
import { createBackup } from '@/lib/services/backup';
import {
  appendToPartialUpload,
  beginPartialUpload,
  dropPartialUpload,
  findPartialUpload,
  finishPartialUpload,
  MAX_CHUNK_BYTES,
  MOST_PARTIAL_UPLOADS,
} from '@/lib/services/partial-uploads';
import type { ServiceContext } from '@/lib/services/service-context';
import { verifyData } from '@/lib/services/verification';
import { testContext } from '../support/database';
import { auditTrail, createMilestoneWorld, refusalOf, type MilestoneWorld } from '../support/milestone-world';

const MEGABYTE = 1024 * 1024;
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
/** A photo whose every part differs, so that a piece in the wrong place shows. */
function photoOf(bytes: number): Buffer {
  const photo = Buffer.alloc(Math.floor(bytes));
  for (let index = 0; index < photo.length; index += 4) photo.writeUIntLE(index % 65536, index, 2);
  JPEG.copy(photo);
  return photo;
}

const begin = (ctx: ServiceContext, sizeBytes: number, bodyCode = 'EA-001') =>
  beginPartialUpload(ctx, { bodyCode, originalName: 'C:\\عکس\\تابلو.jpg', sizeBytes });

async function send(ctx: ServiceContext, id: string, content: Buffer, from = 0, chunk = MAX_CHUNK_BYTES) {
  for (let offset = from; offset < content.length; offset += chunk)
    await appendToPartialUpload(ctx, id, { offset, content: content.subarray(offset, offset + chunk) });
}

async function rejection(promise: Promise<unknown>) {
  const settled = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  return refusalOf(() => {
    throw settled;
  });
}

/** Files below a folder of the data, as names. */
function filesIn(world: MilestoneWorld, folder: string): string[] {
  const root = path.join(world.dataDir, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

describe('a file that arrives in pieces', () => {
  it('becomes an upload with the same checks, digest and audit as one that came at once', async () => {
    const world = createMilestoneWorld();
    const photo = photoOf(MEGABYTE * 1.3);
    const ctx = world.as('liaison');
    const { id } = await begin(ctx, photo.length);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    await send(ctx, id, photo, 0, 256 * 1024);
    const stored = await finishPartialUpload(ctx, id);
    expect(stored).toMatchObject({ originalName: 'تابلو.jpg', mediaType: 'image/jpeg', sizeBytes: photo.length });
    expect(readFileSync(path.join(world.dataDir, 'evidence', stored.id.slice(0, 2), stored.id)).equals(photo)).toBe(
      true,
    );
    expect(world.db.select().from(uploads).all()).toMatchObject([
      { id: stored.id, sha256: createHash('sha256').update(photo).digest('hex') },
    ]);
    expect(auditTrail(world.db)).toEqual(['evidence.upload EA-001 liaison']);
    expect(filesIn(world, 'partial-uploads')).toEqual([`${id}.json`]);
  });

  it('goes on from what lies on the disk, wherever the server was killed', async () => {
    const world = createMilestoneWorld();
    const photo = photoOf(400_000);
    const { id } = await begin(world.as('liaison'), photo.length);
    await send(world.as('liaison'), id, photo.subarray(0, 200_000));
    // the server dies in the middle of writing a piece
    const folder = path.join(world.dataDir, 'partial-uploads');
    const file = path.join(folder, readdirSync(folder)[0] ?? '', id);
    writeFileSync(file, photo.subarray(200_000, 212_345), { flag: 'a' });
    const { offset } = await findPartialUpload(world.as('liaison'), id);
    expect(offset).toBe(212_345);
    await send(world.as('liaison'), id, photo, offset);
    const { sizeBytes } = await finishPartialUpload(world.as('liaison'), id);
    expect(sizeBytes).toBe(400_000);
    expect(world.db.select().from(uploads).all()[0]?.sha256).toBe(createHash('sha256').update(photo).digest('hex'));
  });

  it('a piece for another place is refused with the true one, and changes nothing', async () => {
    const world = createMilestoneWorld();
    const ctx = world.as('liaison');
    const { id } = await begin(ctx, 1000);
    await send(ctx, id, photoOf(400));
    for (const offset of [0, 399, 401]) {
      const refusal = await rejection(appendToPartialUpload(ctx, id, { offset, content: Buffer.alloc(10) }));
      expect(refusal).toEqual({ code: 'conflict', details: { reason: 'wrong_offset', offset: 400 } });
    }
    expect(await findPartialUpload(ctx, id)).toEqual({ id, offset: 400, sizeBytes: 1000 });
    expect((await rejection(finishPartialUpload(ctx, id))).details).toMatchObject({ offset: 400 });
  });

  it('of two that send the same piece at once, one is taken', async () => {
    const world = createMilestoneWorld();
    const ctx = world.as('liaison');
    const { id } = await begin(ctx, 1000);
    const piece = { offset: 0, content: photoOf(600) };
    const answers = await Promise.allSettled([1, 2, 3].map(() => appendToPartialUpload(ctx, id, piece)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await findPartialUpload(ctx, id)).offset).toBe(600);
  });

  it('finished twice, because the answer got lost, it is one upload', async () => {
    const world = createMilestoneWorld();
    const ctx = world.as('liaison');
    const photo = photoOf(5000);
    const { id } = await begin(ctx, photo.length);
    await send(ctx, id, photo);
    const [first, second] = await Promise.all([finishPartialUpload(ctx, id), finishPartialUpload(ctx, id)]);
    expect(second).toEqual(first);
    expect((await findPartialUpload(ctx, id)).offset).toBe(5000);
    expect(world.db.select().from(uploads).all()).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it('a file of 9.9 MB is taken; one of 10.1 MB before a byte of it was sent', async () => {
    const world = createMilestoneWorld();
    const ctx = world.as('liaison');
    const photo = photoOf(MEGABYTE * 9.9);
    const { id } = await begin(ctx, photo.length);
    await send(ctx, id, photo);
    expect((await finishPartialUpload(ctx, id)).sizeBytes).toBe(photo.length);
    const refusal = await rejection(begin(ctx, Math.floor(MEGABYTE * 10.1)));
    expect(refusal.code).toBe('file_too_large');
  });

  it('more than was announced, and a piece larger than allowed', async () => {
    const world = createMilestoneWorld();
    const ctx = world.as('liaison');
    const { id } = await begin(ctx, 1000);
    const append = (upload: string, bytes: number) =>
      rejection(appendToPartialUpload(ctx, upload, { offset: 0, content: Buffer.alloc(bytes) }));
    expect((await append(id, 1001)).code).toBe('file_too_large');
    const large = await begin(ctx, MEGABYTE);
    expect((await append(large.id, MAX_CHUNK_BYTES + 1)).code).toBe('file_too_large');
    expect((await findPartialUpload(ctx, id)).offset).toBe(0);
  });

  it('an empty file, and one that is not what its name says; nothing of it stays', async () => {
    const world = createMilestoneWorld();
    const ctx = world.as('liaison');
    expect((await rejection(begin(ctx, 0))).code).toBe('file_unreadable');
    const { id } = await begin(ctx, 500);
    await send(ctx, id, Buffer.alloc(500, 'MZ'));
    expect((await rejection(finishPartialUpload(ctx, id))).code).toBe('file_type_refused');
    expect(filesIn(world, 'partial-uploads')).toEqual([]);
    expect(filesIn(world, 'evidence')).toEqual([]);
    expect((await rejection(findPartialUpload(ctx, id))).code).toBe('not_found');
  });
});

describe('whose it is', () => {
  it.each([
    ['viewer', {}, 'forbidden'],
    ['admin', {}, 'forbidden'],
    ['expert', { districtCode: '220303' }, 'forbidden'],
    ['liaison', { bodies: ['VA-001'] as const }, 'not_found'],
  ] as const)('a %s %j begins none: %s', async (role, options, code) => {
    const world = createMilestoneWorld();
    expect((await rejection(begin(world.as(role, options), 10))).code).toBe(code);
    expect(filesIn(world, 'partial-uploads')).toEqual([]);
  });

  it.each(['liaison', 'deputy', 'expert'] as const)('a %s begins one for a body of theirs', async (role) => {
    const world = createMilestoneWorld();
    expect((await begin(world.as(role), 10)).offset).toBe(0);
  });

  it("another person's is not found by anybody, and stays as it was", async () => {
    const world = createMilestoneWorld();
    const { id } = await begin(world.as('liaison'), 1000);
    await send(world.as('liaison'), id, photoOf(400));
    const others = [
      world.as('liaison', { id: 'other' }),
      world.as('liaison', { id: 'village', bodies: ['VA-001'] }),
      world.as('deputy'),
      world.as('expert'),
      world.as('viewer'),
      world.as('admin'),
    ];
    for (const ctx of others) {
      const attempts = [
        findPartialUpload(ctx, id),
        appendToPartialUpload(ctx, id, { offset: 400, content: Buffer.alloc(600) }),
        finishPartialUpload(ctx, id),
        dropPartialUpload(ctx, id),
      ];
      for (const attempt of attempts) expect((await rejection(attempt)).code).toBe('not_found');
    }
    expect((await findPartialUpload(world.as('liaison'), id)).offset).toBe(400);
    expect(world.db.select().from(auditLog).all()).toEqual([]);
  });

  it('whoever no longer reports for the body cannot go on', async () => {
    const world = createMilestoneWorld();
    const { id } = await begin(world.as('liaison'), 1000);
    const moved = world.as('liaison', { bodies: ['VA-001'] });
    const append = appendToPartialUpload(moved, id, { offset: 0, content: photoOf(10) });
    expect((await rejection(append)).code).toBe('not_found');
    expect((await rejection(findPartialUpload(moved, id))).code).toBe('not_found');
  });

  it.each(['', '../../mizban.db', 'x'.repeat(32), '0'.repeat(32)])('the id %j is not found', async (id) => {
    const world = createMilestoneWorld();
    await begin(world.as('liaison'), 1000);
    expect((await rejection(findPartialUpload(world.as('liaison'), id))).code).toBe('not_found');
  });

  it('its sender can drop it', async () => {
    const world = createMilestoneWorld();
    const { id } = await begin(world.as('liaison'), 1000);
    await send(world.as('liaison'), id, photoOf(400));
    await dropPartialUpload(world.as('liaison'), id);
    expect(filesIn(world, 'partial-uploads')).toEqual([]);
  });
});

describe('how much is kept', () => {
  it('one person has twelve unfinished files; the oldest gives way, and nobody else loses one', async () => {
    const world = createMilestoneWorld();
    const other = await begin(world.as('liaison', { id: 'other' }), 10);
    const ids: string[] = [];
    for (let count = 0; count <= MOST_PARTIAL_UPLOADS; count += 1) {
      ids.push((await begin(world.as('liaison'), 10)).id);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const found = await Promise.allSettled(ids.map((id) => findPartialUpload(world.as('liaison'), id)));
    expect(found.map(({ status }) => status)).toEqual(['rejected', ...ids.slice(1).map(() => 'fulfilled')]);
    expect((await findPartialUpload(world.as('liaison', { id: 'other' }), other.id)).offset).toBe(0);
  });

  it('what nobody went on with for more than two days goes when the next one begins', async () => {
    const world = createMilestoneWorld();
    const { id } = await begin(world.as('liaison'), 1000);
    await send(world.as('liaison'), id, photoOf(400));
    await begin(world.as('liaison', { id: 'other', today: '2018-12-09' }), 10);
    expect((await findPartialUpload(world.as('liaison'), id)).offset).toBe(400);
    await begin(world.as('liaison', { id: 'other', today: '2018-12-11' }), 10);
    expect((await rejection(findPartialUpload(world.as('liaison'), id))).code).toBe('not_found');
    expect(filesIn(world, 'partial-uploads').filter((name) => name.startsWith(id))).toEqual([]);
  });

  it('neither the verification nor a backup minds one, and no backup holds it', async () => {
    const world = createMilestoneWorld();
    const { id } = await begin(world.as('liaison'), 1000);
    await send(world.as('liaison'), id, photoOf(400));
    const system = testContext({ role: 'system', db: world.db, dataDir: world.dataDir });
    expect((await verifyData(system)).isSound).toBe(true);
    const backup = await createBackup(system, path.join(world.dataDir, 'out', 'backup.tar.gz'));
    expect(backup).toMatchObject({ members: 1, evidenceFiles: 0, missingEvidence: [] });
    expect((await findPartialUpload(world.as('liaison'), id)).offset).toBe(400);
  });
});

it('a full disk is told as one, and how much has arrived stays true', async () => {
  const world = createMilestoneWorld();
  const ctx = world.as('liaison');
  const { id } = await begin(ctx, 1000);
  const folder = path.join(world.dataDir, 'partial-uploads');
  const file = path.join(folder, readdirSync(folder)[0] ?? '', id);
  symlinkSync('/dev/full', file);
  const piece = { offset: 0, content: photoOf(1000) };
  expect((await rejection(appendToPartialUpload(ctx, id, piece))).code).toBe('disk_full');
  rmSync(file);
  expect((await appendToPartialUpload(ctx, id, piece)).offset).toBe(1000);
});
