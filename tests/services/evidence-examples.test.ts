import { describe, expect, it } from 'vitest';
import { evidence, evidenceExamples } from '@/db/schema/index';
import { readEvidence, storeUpload } from '@/lib/services/evidence';
import type { EvidenceInput } from '@/lib/services/evidence-check';
import { listExampleChoices, listExamplesOf, markExample } from '@/lib/services/evidence-examples';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { getMyStep } from '@/lib/services/my-steps';
import { auditTrail, createMilestoneWorld, refusalOf, type MilestoneWorld } from '../support/milestone-world';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const HD2 = { bodyCode: 'EA-001', milestoneCode: 'HD2' } as const;

/** EA-001 has reported HD2 with a photo; it is verified unless told otherwise. */
async function world({
  isVerified = true,
  classification = 'ordinary' as EvidenceInput['classification'],
} = {}): Promise<MilestoneWorld & { readonly evidenceId: number }> {
  const made = createMilestoneWorld();
  const upload = await storeUpload(made.as('liaison'), { bodyCode: 'EA-001', content: JPEG, originalName: 'میز.jpg' });
  recordMilestoneEvent(made.as('liaison'), {
    ...HD2,
    kind: 'claim',
    evidence: [{ kind: 'photo', uploadId: upload.id, classification }],
  });
  if (isVerified) recordMilestoneEvent(made.as('expert'), { ...HD2, kind: 'verify' });
  const [row] = made.db.select().from(evidence).all();
  return { ...made, evidenceId: row?.id ?? 0 };
}

const village = (made: MilestoneWorld) => made.as('liaison', { id: 'village', bodies: ['VA-001'] });
const hd2Of = (made: MilestoneWorld) =>
  getMyStep(village(made), { bodyCode: 'VA-001', milestoneCode: 'HD2' }).step.milestone.id;
const exampleFor = (made: MilestoneWorld) => listExamplesOf(village(made), 'VA-001', [hd2Of(made)]).get(hd2Of(made));

async function isOpenTo(made: MilestoneWorld & { evidenceId: number }, ctx = village(made)): Promise<boolean> {
  return readEvidence(ctx, made.evidenceId).then(
    () => true,
    (error: unknown) => {
      expect(
        refusalOf(() => {
          throw error;
        }).code,
      ).toBe('not_found');
      return false;
    },
  );
}

describe('an accepted example', () => {
  it('is marked by the deputy with an audit row, and shown to a liaison of another body without its name', async () => {
    const made = await world();
    expect(exampleFor(made)).toBeUndefined();
    expect(markExample(made.as('deputy'), { evidenceId: made.evidenceId, isExample: true })).toBe(true);
    expect(exampleFor(made)).toEqual({
      evidenceId: made.evidenceId,
      kind: 'photo',
      letterNumber: null,
      letterOn: null,
      url: null,
      file: { name: 'میز.jpg', sizeBytes: JPEG.length, isPicture: true },
      category: 'executive_agency',
      districtName: 'مرکزی',
    });
    expect(auditTrail(made.db).at(-1)).toBe('example.mark EA-001 deputy');
    expect(made.db.select().from(evidenceExamples).all()).toMatchObject([
      { evidenceId: made.evidenceId, isExample: true, recordedByName: 'نام deputy', byDelegate: false },
    ]);
  });

  it('can be opened by that liaison only while it is marked: unmarking closes it at once', async () => {
    const made = await world();
    expect(await isOpenTo(made)).toBe(false);
    markExample(made.as('deputy'), { evidenceId: made.evidenceId, isExample: true });
    expect(await isOpenTo(made)).toBe(true);
    expect(markExample(made.as('deputy'), { evidenceId: made.evidenceId, isExample: false })).toBe(true);
    expect(await isOpenTo(made)).toBe(false);
    expect(exampleFor(made)).toBeUndefined();
    expect(auditTrail(made.db).at(-1)).toBe('example.unmark EA-001 deputy');
    expect(made.db.select().from(evidenceExamples).all()).toHaveLength(2);
  });

  it('closes when its step is reopened, and the other evidence of the body never opens', async () => {
    const made = await world();
    recordMilestoneEvent(made.as('liaison'), {
      bodyCode: 'EA-001',
      milestoneCode: 'HD3',
      kind: 'claim',
      evidence: [
        {
          kind: 'file',
          uploadId: (
            await storeUpload(made.as('liaison'), {
              bodyCode: 'EA-001',
              content: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
              originalName: 'a.pdf',
            })
          ).id,
        },
      ],
    });
    const other = made.db.select().from(evidence).all().at(-1)?.id ?? 0;
    markExample(made.as('deputy'), { evidenceId: made.evidenceId, isExample: true });
    expect(other).not.toBe(made.evidenceId);
    expect(await isOpenTo({ ...made, evidenceId: other }, village(made))).toBe(false);
    recordMilestoneEvent(made.as('deputy'), { ...HD2, kind: 'reopen', note: 'بازدید' });
    expect(await isOpenTo(made)).toBe(false);
    expect(exampleFor(made)).toBeUndefined();
    expect(listExampleChoices(made.as('deputy'), HD2)).toEqual([]);
  });

  it('is no example for its own body, and nothing for a liaison without such a step', async () => {
    const made = await world();
    markExample(made.as('deputy'), { evidenceId: made.evidenceId, isExample: true });
    expect(listExamplesOf(made.as('liaison'), 'EA-001', [hd2Of(made)]).size).toBe(0);
    expect(await isOpenTo(made, made.as('liaison', { id: 'nobody', bodies: [] }))).toBe(false);
    expect(await isOpenTo(made, made.as('admin'))).toBe(false);
    expect(await isOpenTo(made, made.as('expert', { districtCode: '220303' }))).toBe(true);
  });

  it('is not read through a body of somebody else', async () => {
    const made = await world();
    expect(refusalOf(() => listExamplesOf(village(made), 'EA-001', [hd2Of(made)])).code).toBe('not_found');
    expect(refusalOf(() => listExamplesOf(village(made), 'XX-999', [hd2Of(made)])).code).toBe('not_found');
    expect(refusalOf(() => listExamplesOf(made.as('deputy'), 'EA-001', [])).code).toBe('forbidden');
  });

  it('marked twice is recorded once, and so is its removal', async () => {
    const made = await world();
    const mark = (isExample: boolean) => markExample(made.as('deputy'), { evidenceId: made.evidenceId, isExample });
    expect([mark(false), mark(true), mark(true), mark(false), mark(false)]).toEqual([false, true, false, true, false]);
    expect(made.db.select().from(evidenceExamples).all()).toHaveLength(2);
  });

  it('a delegate of the deputy marks it, and the row says so', async () => {
    const made = await world();
    markExample(made.as('expert', { isDelegate: true }), { evidenceId: made.evidenceId, isExample: true });
    expect(made.db.select().from(evidenceExamples).all()).toMatchObject([{ byDelegate: true }]);
  });

  it.each(['expert', 'viewer', 'admin', 'liaison'] as const)('a %s marks nothing', async (role) => {
    const made = await world();
    const before = auditTrail(made.db);
    const mark = () => markExample(made.as(role), { evidenceId: made.evidenceId, isExample: true });
    expect(refusalOf(mark).code).toBe('forbidden');
    expect(made.db.select().from(evidenceExamples).all()).toEqual([]);
    expect(auditTrail(made.db)).toEqual(before);
  });

  it('evidence of another body looks as if it were not there to a liaison who tries', async () => {
    const made = await world();
    const mark = () => markExample(village(made), { evidenceId: made.evidenceId, isExample: true });
    expect(refusalOf(mark).code).toBe('not_found');
    expect(refusalOf(() => markExample(made.as('deputy'), { evidenceId: 999, isExample: true })).code).toBe(
      'not_found',
    );
    expect(made.db.select().from(evidenceExamples).all()).toEqual([]);
  });

  it('what is not accepted, or confidential, cannot be one', async () => {
    const claimed = await world({ isVerified: false });
    const secret = await world({ classification: 'confidential' });
    const mark = (made: typeof claimed) =>
      markExample(made.as('deputy'), { evidenceId: made.evidenceId, isExample: true });
    expect(refusalOf(() => mark(claimed)).details).toEqual({ reason: 'not_accepted' });
    expect(refusalOf(() => mark(secret)).details).toEqual({ reason: 'confidential_example' });
    expect(claimed.db.select().from(evidenceExamples).all()).toEqual([]);
    expect(secret.db.select().from(evidenceExamples).all()).toEqual([]);
  });

  it('the deputy sees what can be marked; an expert of another district nothing of it', async () => {
    const made = await world();
    expect(listExampleChoices(made.as('deputy'), HD2)).toMatchObject([
      { evidenceId: made.evidenceId, fileName: 'میز.jpg', isExample: false, isConfidential: false, mark: null },
    ]);
    expect(listExampleChoices(made.as('expert', { districtCode: '220303' }), HD2)).toEqual([]);
    expect(refusalOf(() => listExampleChoices(made.as('liaison'), HD2)).code).toBe('forbidden');
  });
});
