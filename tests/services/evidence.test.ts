import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidence, uploads } from '@/db/schema/index';
import { findOwnUpload, MAX_UPLOAD_BYTES, readEvidence, storeUpload } from '@/lib/services/evidence';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import type { ServiceContext } from '@/lib/services/service-context';
import { auditTrail, createMilestoneWorld, refusalOf, type MilestoneWorld } from '../support/milestone-world';

/** The shortest beginnings by which contents are known. */
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082',
  'hex',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

const MEGABYTE = 1024 * 1024;
const jpegOf = (bytes: number) => Buffer.concat([JPEG, Buffer.alloc(Math.floor(bytes) - JPEG.length)]);
const upload = (ctx: ServiceContext, content: Uint8Array, originalName = 'نامه.jpg') =>
  storeUpload(ctx, { bodyCode: 'EA-001', content, originalName });

async function rejection(promise: Promise<unknown>) {
  const settled = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  return refusalOf(() => {
    throw settled;
  });
}

/** Files left in the evidence folder, as paths within it. */
function filesOf(world: MilestoneWorld): string[] {
  return readdirSync(path.join(world.dataDir, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('taking a file in', () => {
  it('it lies under an unguessable name, with its digest, and the upload is audited', async () => {
    const world = createMilestoneWorld();
    const stored = await upload(world.as('liaison'), JPEG, 'C:\\عکس‌ها\\میز.jpg');
    expect(stored).toMatchObject({
      originalName: 'میز.jpg',
      mediaType: 'image/jpeg',
      kind: 'photo',
      sizeBytes: JPEG.length,
    });
    expect(stored.id).toMatch(/^[0-9a-f]{32}$/);
    const file = path.join(world.dataDir, 'evidence', stored.id.slice(0, 2), stored.id);
    expect(filesOf(world)).toEqual([file]);
    expect(readFileSync(file)).toEqual(JPEG);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(world.db.select().from(uploads).all()).toMatchObject([
      { id: stored.id, uploadedBy: 'user-liaison', sha256: createHash('sha256').update(JPEG).digest('hex') },
    ]);
    expect(auditTrail(world.db)).toEqual(['evidence.upload EA-001 liaison']);
  });

  it('a file of 9.9 MB is taken', async () => {
    const world = createMilestoneWorld();
    expect((await upload(world.as('liaison'), jpegOf(MEGABYTE * 9.9))).sizeBytes).toBe(Math.floor(MEGABYTE * 9.9));
  });

  it('a file of exactly 10 MB is taken, one byte more is not', async () => {
    const world = createMilestoneWorld();
    expect(MAX_UPLOAD_BYTES).toBe(10_485_760);
    expect((await upload(world.as('liaison'), jpegOf(10_485_760))).sizeBytes).toBe(10_485_760);
    expect((await rejection(upload(world.as('liaison'), jpegOf(10_485_761)))).code).toBe('file_too_large');
  });

  it('a file of 10.1 MB is refused and leaves nothing behind', async () => {
    const world = createMilestoneWorld();
    expect((await rejection(upload(world.as('liaison'), jpegOf(MEGABYTE * 10.1)))).code).toBe('file_too_large');
    expect(filesOf(world)).toEqual([]);
    expect(world.db.select().from(uploads).all()).toEqual([]);
    expect(auditTrail(world.db)).toEqual([]);
  });

  it('a stream is cut off at the limit, however long it goes on', async () => {
    const world = createMilestoneWorld();
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1_000_000;
        yield jpegOf(1_000_000);
      }
    }
    const attempt = storeUpload(world.as('liaison'), { bodyCode: 'EA-001', content: endless(), originalName: 'a.jpg' });
    expect((await rejection(attempt)).code).toBe('file_too_large');
    expect(sent).toBe(11_000_000);
  });

  it.each([
    ['a program renamed to jpg', EXE, 'عکس.jpg'],
    ['an SVG drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'a.svg'],
    ['an XML drawing', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.jpg'],
    ['a web page', Buffer.from('<!doctype html><html><script>alert(1)</script></html>'), 'a.pdf'],
    ['a text table', Buffer.from('a,b\n1,2\n'), 'a.csv'],
    ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'a.docx'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'a.pdf'],
  ])('%s is refused by its content', async (_, content, name) => {
    const world = createMilestoneWorld();
    expect((await rejection(upload(world.as('liaison'), content, name))).code).toBe('file_type_refused');
    expect(filesOf(world)).toEqual([]);
    expect(world.db.select().from(uploads).all()).toEqual([]);
  });

  it('an empty file is refused', async () => {
    const world = createMilestoneWorld();
    expect((await rejection(upload(world.as('liaison'), Buffer.alloc(0)))).code).toBe('file_unreadable');
  });

  it('a folder that cannot be written gives a sentence, not a crash', async () => {
    const world = createMilestoneWorld();
    writeFileSync(path.join(world.dataDir, 'evidence'), 'a file where the folder should be');
    await expect(upload(world.as('liaison'), JPEG)).rejects.toThrow();
    expect(world.db.select().from(uploads).all()).toEqual([]);
  });

  it.each(['viewer', 'admin'] as const)('a %s takes in no files', async (role) => {
    const world = createMilestoneWorld();
    expect((await rejection(upload(world.as(role), JPEG))).code).toBe('forbidden');
  });

  it('the deputy takes in the record of an inspection', async () => {
    const world = createMilestoneWorld();
    expect((await upload(world.as('deputy'), PDF, 'صورت‌جلسه.pdf')).kind).toBe('file');
  });

  it('an expert takes in files of the own district, a liaison those of the own bodies', async () => {
    const world = createMilestoneWorld();
    expect((await upload(world.as('expert', { districtCode: '220305' }), PDF, 'a.pdf')).kind).toBe('file');
    expect((await rejection(upload(world.as('expert', { districtCode: '220303' }), PDF))).code).toBe('forbidden');
    expect((await rejection(upload(world.as('liaison', { bodies: ['VA-001'] }), PDF))).code).toBe('not_found');
  });
});

describe('attaching', () => {
  it('only what was taken in for the same body can be attached', async () => {
    const world = createMilestoneWorld();
    const stored = await upload(world.as('liaison'), JPEG);
    const liaison = world.as('liaison', { bodies: ['EA-001', 'VA-001'] });
    const claim = (bodyCode: string) =>
      recordMilestoneEvent(liaison, {
        bodyCode,
        milestoneCode: 'HD2',
        kind: 'claim',
        evidence: [{ kind: 'photo', uploadId: stored.id }],
      });
    expect(refusalOf(() => claim('VA-001')).details).toMatchObject({ field: 'uploadId', reason: 'unknown_upload' });
    expect(claim('EA-001').state).toBe('claimed');
    expect(findOwnUpload(world.as('liaison'), 'EA-001', stored.id)?.originalName).toBe('نامه.jpg');
    expect(findOwnUpload(liaison, 'VA-001', stored.id)).toBeNull();
  });

  it('a document is not a photo of a place, but a photo of a paper is a file', async () => {
    const world = createMilestoneWorld();
    const liaison = world.as('liaison');
    const pdf = await upload(liaison, PDF, 'a.pdf');
    const photo = await upload(liaison, PNG, 'a.png');
    const claim = (milestoneCode: string, kind: 'photo' | 'file', uploadId: string) =>
      recordMilestoneEvent(liaison, {
        bodyCode: 'EA-001',
        milestoneCode,
        kind: 'claim',
        evidence: [{ kind, uploadId }],
      });
    expect(refusalOf(() => claim('HD2', 'photo', pdf.id)).details).toMatchObject({ reason: 'not_a_photo' });
    expect(claim('HD3', 'file', photo.id).state).toBe('claimed');
  });

  it.each([
    ['HD2', PNG, 'photo'],
    ['HD3', PNG, 'file'],
    ['HD3', PDF, 'file'],
  ] as const)('for %s an upload becomes the kind that is expected', async (milestoneCode, content, kind) => {
    const world = createMilestoneWorld();
    const { id } = await upload(world.as('liaison'), content);
    recordMilestoneEvent(world.as('liaison'), {
      bodyCode: 'EA-001',
      milestoneCode,
      kind: 'claim',
      evidence: [{ kind: 'upload', uploadId: id }],
    });
    expect(world.db.select().from(evidence).all()).toMatchObject([{ kind, uploadId: id }]);
  });
});

describe('reading evidence', () => {
  async function withEvidence(classification: 'ordinary' | 'confidential') {
    const world = createMilestoneWorld();
    const stored = await upload(world.as('liaison'), JPEG, 'محل.exe');
    recordMilestoneEvent(world.as('liaison'), {
      bodyCode: 'EA-001',
      milestoneCode: 'HD2',
      kind: 'claim',
      evidence: [{ kind: 'photo', uploadId: stored.id, classification }],
    });
    const id = world.db.select().from(evidence).all()[0]?.id ?? 0;
    return { world, id, stored };
  }

  it('comes back byte for byte, under a name with the ending of its true type', async () => {
    const { world, id } = await withEvidence('ordinary');
    const file = await readEvidence(world.as('deputy'), id);
    expect(file).toMatchObject({
      fileName: 'محل.exe.jpg',
      mediaType: 'image/jpeg',
      sizeBytes: JPEG.length,
      isShownInline: true,
    });
    expect(Buffer.from(await new Response(file.openStream()).arrayBuffer())).toEqual(JPEG);
  });

  it.each([
    ['deputy', {}, true],
    ['expert', {}, true],
    ['expert', { districtCode: '220305' }, true],
    ['expert', { districtCode: '220303' }, false],
    ['liaison', {}, true],
    ['liaison', { bodies: ['VA-001'] as const }, false],
    ['viewer', {}, false],
    ['admin', {}, false],
  ] as const)('confidential evidence as %s %j: %s', async (role, options, isAllowed) => {
    const { world, id } = await withEvidence('confidential');
    const attempt = readEvidence(world.as(role, options), id);
    if (isAllowed) expect((await attempt).mediaType).toBe('image/jpeg');
    else expect((await rejection(attempt)).code).toBe('not_found');
  });

  it.each([
    ['viewer', true],
    ['admin', false],
  ] as const)('ordinary evidence as %s: %s', async (role, isAllowed) => {
    const { world, id } = await withEvidence('ordinary');
    const attempt = readEvidence(world.as(role), id);
    if (isAllowed) expect((await attempt).mediaType).toBe('image/jpeg');
    else expect((await rejection(attempt)).code).toBe('not_found');
  });

  it('an unknown id and a letter without a file look the same', async () => {
    const { world } = await withEvidence('ordinary');
    expect((await rejection(readEvidence(world.as('deputy'), 99))).code).toBe('not_found');
    expect((await rejection(readEvidence(world.as('deputy'), Number.NaN))).code).toBe('not_found');
  });

  it('a file that has vanished from the disk says so', async () => {
    const { world, id, stored } = await withEvidence('ordinary');
    rmSync(path.join(world.dataDir, 'evidence', stored.id.slice(0, 2), stored.id));
    expect((await rejection(readEvidence(world.as('deputy'), id))).code).toBe('file_unreadable');
  });
});
