import { describe, expect, it } from 'vitest';
import { auditLog, events, evidence } from '@/db/schema/index';
import { renderBlankForms } from '@/components/forms/render-forms';
import { exportEvents } from '@/lib/services/exports/events';
import { getBlankForms, listDistrictForms } from '@/lib/services/paper-forms';
import { getEnteredPaper, getPaperEntry, recordPaper, type PaperInput, type PaperStep } from '@/lib/services/papers';
import { getReceipt } from '@/lib/services/receipts';
import { listReviewQueue } from '@/lib/services/review-queue';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { verifyClaim } from '@/lib/services/reviews';
import { storeUpload } from '@/lib/services/evidence';
import type { Role } from '@/lib/domain/vocabulary';
import { createMilestoneWorld, refusalOf, type MilestoneWorld } from '../support/milestone-world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const step = (milestoneCode: string, more: Partial<PaperStep> = {}): PaperStep => ({
  milestoneCode,
  programmeCode: 'desk',
  expectedLastEventId: null,
  url: null,
  ...more,
});
const paper = (more: Partial<PaperInput> = {}): PaperInput => ({
  bodyCode: 'VA-001',
  letterNumber: '۷/د',
  letterOn: '2018-12-05',
  files: [],
  steps: [step('HD1'), step('NT3')],
  ...more,
});
const eventRows = (world: MilestoneWorld) => world.db.select().from(events).all();

describe('entering a paper', () => {
  it('records the paper and a claim for every ticked step, each on the body’s behalf with the paper as evidence', () => {
    const world = createMilestoneWorld();
    const expert = world.as('expert');
    const recorded = recordPaper(expert, paper());
    expect(eventRows(world)).toMatchObject([
      { kind: 'paper_received', side: 'body', onBehalf: true, milestoneId: null, actorId: 'user-expert' },
      { kind: 'claim', side: 'body', onBehalf: true, refersTo: recorded.paperEventId },
      { kind: 'claim', side: 'body', onBehalf: true, refersTo: recorded.paperEventId },
    ]);
    const rows = world.db.select().from(evidence).all();
    expect(rows).toHaveLength(3);
    expect(rows.every(({ letterNumber, letterOn }) => letterNumber === '۷/د' && letterOn === '2018-12-05')).toBe(true);
    const trail = world.db.select().from(auditLog).all();
    expect(trail.map(({ action, subjectKey }) => `${action} ${subjectKey}`)).toEqual([
      'paper.record VA-001',
      'milestone.claim_on_behalf VA-001/HD1',
      'milestone.claim_on_behalf VA-001/NT3',
    ]);
  });

  it('is marked in receipts, in the queue and in the export', () => {
    const world = createMilestoneWorld();
    const recorded = recordPaper(world.as('expert'), paper());
    const claimId = recorded.claimEventIds[0] ?? 0;
    expect(getReceipt(world.as('liaison', { bodies: ['VA-001'] }), claimId).onBehalf).toBe(true);
    const queue = listReviewQueue(world.as('deputy'));
    expect(queue.rows.filter(({ kind }) => kind === 'claim').every(({ isOnBehalf }) => isOnBehalf)).toBe(true);
    const { table, document } = exportEvents(world.as('deputy'));
    const column = table.columns.findIndex(({ heading }) => heading === 'از روی کاغذ');
    expect(table.rows.map((row) => row[column])).toEqual(['بله', 'بله', 'بله']);
    expect(document.events.every(({ onBehalf }) => onBehalf)).toBe(true);
  });

  it('whoever entered it cannot verify it; a colleague can', () => {
    const world = createMilestoneWorld();
    const { claimEventIds } = recordPaper(world.as('expert'), paper());
    const claim = { claimEventId: claimEventIds[0] ?? 0, expectedLastEventId: claimEventIds[0] ?? 0 };
    expect(refusalOf(() => verifyClaim(world.as('expert'), claim)).details).toMatchObject({ reason: 'own_claim' });
    expect(verifyClaim(world.as('expert', { id: 'user-other' }), claim).state).toBe('verified');
  });

  it('the same paper is entered once; a further step of it joins it', () => {
    const world = createMilestoneWorld();
    const expert = world.as('expert');
    const first = recordPaper(expert, paper({ steps: [step('HD1')] }));
    const again = recordPaper(expert, paper({ steps: [step('HD1')] }));
    expect(again).toMatchObject({ ...first, isRepeat: true });
    expect(eventRows(world)).toHaveLength(2);
    const more = recordPaper(expert, paper({ steps: [step('HD1'), step('NT3')] }));
    expect(more.paperEventId).toBe(first.paperEventId);
    expect(more.claimEventIds).toHaveLength(2);
    expect(eventRows(world)).toHaveLength(3);
    expect(getEnteredPaper(expert, 'VA-001', first.paperEventId).claims).toHaveLength(2);
  });

  it('a step whose state moved meanwhile is told, the others are recorded; where none is left, nothing is', () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('liaison', { bodies: ['VA-001'] }), {
      bodyCode: 'VA-001',
      milestoneCode: 'HD1',
      kind: 'start',
    });
    const recorded = recordPaper(world.as('expert'), paper());
    expect(recorded.refused).toMatchObject([{ milestoneCode: 'HD1', error: { code: 'conflict' } }]);
    expect(recorded.claimEventIds).toHaveLength(1);
    const before = eventRows(world).length;
    const other = paper({ letterNumber: '۸/د', steps: [step('HD1')] });
    expect(refusalOf(() => recordPaper(world.as('expert'), other)).code).toBe('conflict');
    expect(eventRows(world)).toHaveLength(before);
  });

  it('a paper that says nothing moved is the body’s own report', () => {
    const world = createMilestoneWorld();
    recordPaper(world.as('expert'), paper({ steps: [], isUnchanged: true }));
    expect(eventRows(world)).toMatchObject([{ kind: 'paper_received', side: 'body' }]);
  });

  it.each([
    ['no number', { letterNumber: null }, { field: 'letterNumber', reason: 'missing' }],
    ['no date', { letterOn: null }, { field: 'letterOn', reason: 'missing' }],
    ['a date to come', { letterOn: '2018-12-09' }, { field: 'letterOn', reason: 'after_today' }],
    ['nothing ticked', { steps: [] }, { field: 'steps', reason: 'nothing_on_paper' }],
    ['a step that asks for an address', { steps: [step('HD3')] }, { field: 'url.HD3', reason: 'evidence_of_step' }],
    ['a step that asks for a photo', { steps: [step('HD2')] }, { field: 'uploads', reason: 'evidence_of_step' }],
  ] as const)('%s is said beside the field, and nothing is recorded', (_, change, details) => {
    const world = createMilestoneWorld();
    const refused = refusalOf(() => recordPaper(world.as('expert'), paper(change)));
    expect(refused).toMatchObject({ code: 'invalid_input', details });
    expect(eventRows(world)).toEqual([]);
  });

  it('a scan and an address written on the paper satisfy the steps that ask for them', async () => {
    const world = createMilestoneWorld();
    const expert = world.as('expert');
    const scan = await storeUpload(expert, { bodyCode: 'VA-001', content: PDF, originalName: 'برگه.pdf' });
    const recorded = recordPaper(
      expert,
      paper({
        files: [{ kind: 'upload', uploadId: scan.id }],
        steps: [step('HD1'), step('HD3', { url: 'https://desk.example/' })],
      }),
    );
    expect(recorded.claimEventIds).toHaveLength(2);
  });

  it.each([
    ['deputy', {}, 'forbidden'],
    ['viewer', {}, 'forbidden'],
    ['admin', {}, 'forbidden'],
    ['liaison', { bodies: ['VA-001'] }, 'forbidden'],
    ['liaison', { bodies: ['EA-001'] }, 'not_found'],
    ['expert', { districtCode: '220305' }, 'forbidden'],
  ] as const)('%s %o may not enter one', (role, options, code) => {
    const world = createMilestoneWorld();
    const ctx = world.as(role as Role, options as Parameters<MilestoneWorld['as']>[1]);
    expect(refusalOf(() => recordPaper(ctx, paper())).code).toBe(code);
    expect(refusalOf(() => getPaperEntry(ctx, 'VA-001')).code).toBe(code);
    expect(eventRows(world)).toEqual([]);
  });

  it('the expert of the body’s own district may, and is offered the steps that are still the body’s', () => {
    const world = createMilestoneWorld();
    const ctx = world.as('expert', { districtCode: '220303' });
    expect(getPaperEntry(ctx, 'VA-001').steps.map(({ code }) => code)).toEqual(['HD1', 'HD2', 'HD3', 'NT3']);
    recordPaper(ctx, paper());
    expect(getPaperEntry(ctx, 'VA-001').steps.map(({ code }) => code)).toEqual(['HD2', 'HD3']);
  });

  it('an entered paper is shown to its own body and to no other', () => {
    const world = createMilestoneWorld();
    const { paperEventId, claimEventIds } = recordPaper(world.as('expert'), paper());
    expect(getEnteredPaper(world.as('liaison', { bodies: ['VA-001'] }), 'VA-001', paperEventId).claims).toHaveLength(2);
    const stranger = world.as('liaison', { bodies: ['EA-001'] });
    expect(refusalOf(() => getEnteredPaper(stranger, 'VA-001', paperEventId)).code).toBe('not_found');
    expect(refusalOf(() => getEnteredPaper(world.as('deputy'), 'EA-001', paperEventId)).code).toBe('not_found');
    expect(refusalOf(() => getEnteredPaper(world.as('deputy'), 'VA-001', claimEventIds[0] ?? 0)).code).toBe(
      'not_found',
    );
  });
});

describe('the blank form', () => {
  it('lists what is still the body’s to do, and its code leads to the entry screen', () => {
    const world = createMilestoneWorld();
    recordPaper(world.as('expert'), paper({ steps: [step('HD1')] }));
    const [form] = getBlankForms(world.as('expert'), { bodyCode: 'VA-001' }).forms;
    expect(form?.steps.map(({ code }) => code)).toEqual(['HD2', 'HD3', 'NT3']);
    expect(form?.entryAddress).toBe('/bodies/VA-001/paper');
    const html = renderBlankForms(getBlankForms(world.as('expert'), { bodyCode: 'VA-001' }));
    expect(html).toContain('برگۀ گزارش دهیاری گزیر');
    expect(html).not.toContain('<script');
  });

  it('a liaison prints own bodies only; reviewers and readers any, or all villages of a district', () => {
    const world = createMilestoneWorld();
    const own = world.as('liaison', { bodies: ['VA-001', 'EA-001'] });
    expect(
      getBlankForms(own, { own: true })
        .forms.map(({ body }) => body.code)
        .sort(),
    ).toEqual(['EA-001', 'VA-001']);
    expect(refusalOf(() => getBlankForms(own, { bodyCode: 'GV-001' })).code).toBe('not_found');
    expect(refusalOf(() => getBlankForms(world.as('liaison'), { district: '220303' })).code).toBe('not_found');
    expect(refusalOf(() => listDistrictForms(own)).code).toBe('forbidden');
    for (const role of ['deputy', 'expert', 'viewer', 'admin'] as const) {
      expect(getBlankForms(world.as(role), { district: '220303' }).forms.map(({ body }) => body.code)).toEqual([
        'VA-001',
      ]);
      expect(listDistrictForms(world.as(role))).toEqual([{ code: '220303', name: 'شیبکوه', villages: 1 }]);
      expect(refusalOf(() => getBlankForms(world.as(role), { own: true })).code).toBe('forbidden');
    }
    expect(refusalOf(() => getBlankForms(world.as('expert'), { district: '220399' })).code).toBe('not_found');
  });
});
