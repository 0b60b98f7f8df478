import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { recordCheckIn, recordContactChange } from '@/lib/services/check-ins';
import { storeUpload } from '@/lib/services/evidence';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { recordObjection } from '@/lib/services/objections';
import { getReceipt } from '@/lib/services/receipts';
import { recordRequest } from '@/lib/services/requests';
import { createMilestoneWorld, HD1, LETTER, refusalOf } from '../support/milestone-world';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

async function claimed() {
  const world = createMilestoneWorld();
  const upload = await storeUpload(world.as('liaison'), {
    bodyCode: 'EA-001',
    content: JPEG,
    originalName: 'تابلو.jpg',
  });
  const { eventId } = recordMilestoneEvent(world.as('liaison'), {
    ...HD1,
    kind: 'claim',
    occurredOn: '2018-12-06',
    note: 'نصب شد',
    evidence: [LETTER, { kind: 'photo', uploadId: upload.id, classification: 'confidential' }],
  });
  return { ...world, eventId };
}

describe('a receipt', () => {
  it('says everything that was sent: letter, file with size and digest, note, who and when, under the head of the office', async () => {
    const world = await claimed();
    const receipt = getReceipt(world.as('liaison'), world.eventId);
    expect(receipt).toMatchObject({
      number: `97-09-${world.eventId}`,
      kind: 'claim',
      recordedOn: '2018-12-08',
      occurredOn: '2018-12-06',
      actorName: 'نام liaison',
      note: 'نصب شد',
      isImported: false,
      milestone: { title: 'گام HD1', position: 1 },
    });
    expect(receipt.evidence).toEqual([
      expect.objectContaining({ kind: 'letter', letterNumber: '۳۱۲/گ', letterOn: '2018-12-01', sizeBytes: null }),
      expect.objectContaining({
        kind: 'photo',
        fileName: 'تابلو.jpg',
        sizeBytes: JPEG.length,
        digest: createHash('sha256').update(JPEG).digest('hex').slice(0, 12),
        isConfidential: true,
        isHidden: false,
      }),
    ]);
    expect(receipt.office.name).toMatch(/^فرمانداری/);
    expect(receipt.office.letterhead.length).toBeGreaterThan(0);
  });

  it('names nothing of a confidential paper to who may not see it', async () => {
    const world = await claimed();
    const [letter, photo] = getReceipt(world.as('viewer'), world.eventId).evidence;
    expect(letter).toMatchObject({ letterNumber: '۳۱۲/گ', isHidden: false });
    expect(photo).toEqual({
      kind: 'photo',
      letterNumber: null,
      letterOn: null,
      url: null,
      fileName: null,
      sizeBytes: null,
      digest: null,
      isConfidential: true,
      isHidden: true,
    });
  });

  it('comes back for every kind of thing that a liaison sends', () => {
    const world = createMilestoneWorld();
    const liaison = world.as('liaison');
    const step = { bodyCode: 'EA-001', milestoneCode: 'HD2' } as const;
    const sent = [
      recordMilestoneEvent(liaison, { ...HD1, kind: 'start' }),
      recordMilestoneEvent(liaison, { ...HD1, kind: 'claim', evidence: [LETTER] }),
      recordMilestoneEvent(liaison, { ...HD1, kind: 'withdraw', note: 'اشتباه بود' }),
      recordMilestoneEvent(liaison, {
        ...step,
        kind: 'block',
        cause: 'no_budget',
        turn: 'province',
        note: 'اعتبار نیست',
      }),
      recordMilestoneEvent(liaison, { ...step, kind: 'unblock' }),
      recordRequest(liaison, { ...step, requestKind: 'extension', note: 'راه بسته است', dueOn: '2018-12-20' }),
      recordObjection(liaison, { ...step, note: 'وضعیت درست نیست' }),
      recordCheckIn(liaison, { bodyCode: 'EA-001' }),
      recordContactChange(liaison, { bodyCode: 'EA-001', contact: 'علی، ۰۹۱۷' }),
    ].map(({ eventId }) => getReceipt(liaison, eventId));
    expect(sent.map(({ kind }) => kind)).toEqual([
      'start',
      'claim',
      'withdraw',
      'block',
      'unblock',
      'request',
      'objection',
      'check_in',
      'contact_changed',
    ]);
    expect(sent[3]).toMatchObject({ cause: 'no_budget', turn: 'province', note: 'اعتبار نیست' });
    expect(sent[5]).toMatchObject({ requestKind: 'extension', dueOn: '2018-12-20' });
    expect(sent[8]).toMatchObject({ milestone: null, note: 'علی، ۰۹۱۷' });
    const village = world.as('liaison', { id: 'village', bodies: ['VA-001'] });
    for (const { eventId } of sent) expect(refusalOf(() => getReceipt(village, eventId)).code).toBe('not_found');
  });
});
