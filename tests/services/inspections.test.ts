import { describe, expect, it } from 'vitest';
import { checklistItemVersions, inspectionAnswers, inspections, inspectionScores } from '@/db/schema/index';
import type { InspectionGrade } from '@/lib/domain/vocabulary';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { storeUpload } from '@/lib/services/evidence';
import { answerProposal, certifyByVisit } from '@/lib/services/inspection-decisions';
import { countWaitingProposals, listVisits, visitsOfBody, visitsTable } from '@/lib/services/inspection-list';
import { getMinutes, getVisit, getVisitForm, readVisitPhoto } from '@/lib/services/inspection-page';
import { findDesks, getInspectionPlan } from '@/lib/services/inspection-plan';
import { changeInspectionSettings, getInspectionSettings } from '@/lib/services/inspection-settings';
import { recordInspection, type InspectionInput } from '@/lib/services/inspections';
import { loadBody } from '@/lib/services/milestone-subject';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { parsePlanQuery, parseVisitsQuery, visitSchema } from '@/lib/validation/inspections';
import { auditTrail, refusalOf } from '../support/milestone-world';
import { CENTRAL, done, line, SHIBKUH, smallCounty, TODAY, type County } from '../support/small-county';

const CODES = ['CK1', 'CK2', 'CK3', 'CK4', 'CK5', 'CK6', 'CK7', 'CK8', 'CK9', 'CK10', 'CK11', 'CK12'];
const DESK = ['HD1', 'HD2', 'HD3', 'HD4', 'HD5', 'HD6', 'HD7', 'HD8'];
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

let keys = 0;
const grades = (others: Readonly<Record<string, InspectionGrade | null>> = {}, all: InspectionGrade = 'good') =>
  CODES.map((code) => ({ code, grade: code in others ? (others[code] ?? null) : all, remark: null }));

function visit(change: Partial<InspectionInput> = {}): InspectionInput {
  keys += 1;
  return {
    key: `key-of-a-visit-${keys}`,
    bodyCode: 'EA-001',
    isAnnounced: false,
    inspectorPost: 'کارشناس فرمانداری',
    deskPost: 'متصدی میز',
    grades: grades(),
    ...change,
  };
}

const record = (county: County, change: Partial<InspectionInput> = {}, today = TODAY) =>
  recordInspection(county.as('expert', { today }), visit(change));
/** A visit that finds the desk without authority: critical, and HD4 is named. */
const FAILED = { grades: grades({ CK5: 'poor', CK6: 'poor' }) };

/** EA-001 with its whole desk verified. */
async function readyCounty(): Promise<County> {
  const county = await smallCounty();
  await county.history(done('EA-001', DESK, '1397/08/20'));
  return county;
}

const list = (county: County, query: Record<string, string> = {}) =>
  listVisits(county.as('deputy'), parseVisitsQuery(query));
const issuesOf = (call: () => unknown) =>
  (refusalOf(call).details['issues'] as { field: string; reason: string }[]).map(({ field, reason }) => [
    field,
    reason,
  ]);

async function codeOf(call: () => Promise<unknown>): Promise<string> {
  const error: unknown = await call().catch((caught: unknown) => caught);
  return error instanceof Error && 'code' in error ? String(error.code) : 'none';
}

describe('recording a visit', () => {
  it('writes score, grades and one row of the audit log, numbered inside the year', async () => {
    const county = await readyCounty();
    expect(record(county, { visitedOn: '2018-12-06' })).toMatchObject({ year: 1397, number: 1, isRepeat: false });
    expect(record(county, { bodyCode: 'EA-002', ...FAILED })).toMatchObject({ number: 2 });
    expect(county.db.select().from(inspections).all()).toMatchObject([
      { visitedOn: '2018-12-06', recordedOn: TODAY, points: 75, maxPoints: 100, passPercent: 70, isReal: true },
      { visitedOn: TODAY, points: 57, isReal: false },
    ]);
    expect(county.db.select().from(inspectionScores).all()).toHaveLength(24);
    expect(auditTrail(county.db).filter((row) => row.startsWith('inspection'))).toEqual([
      expect.stringMatching(/^inspection\.record 1397\/1 /),
      expect.stringMatching(/^inspection\.record 1397\/2 /),
    ]);
  });

  it('sent twice, it is recorded once and answers the same; the key says nothing to somebody else', async () => {
    const county = await readyCounty();
    const input = visit();
    const expert = county.as('expert');
    const first = recordInspection(expert, input);
    expect(recordInspection(expert, { ...input, grades: grades({}, 'fair') })).toEqual({ ...first, isRepeat: true });
    expect(county.db.select().from(inspections).all()).toHaveLength(1);
    const other = county.as('expert', { actor: { id: 'somebody-else' } });
    expect(refusalOf(() => recordInspection(other, input)).code).toBe('conflict');
    expect(refusalOf(() => recordInspection(expert, { ...input, bodyCode: 'EA-002' })).code).toBe('conflict');
  });

  it('names every item that is wrong, and the other fields', async () => {
    const county = await readyCounty();
    expect(
      issuesOf(() =>
        record(county, {
          inspectorPost: ' ',
          visitedOn: '2018-12-09',
          grades: grades({ CK2: null, CK4: 'not_applicable', CK8: 'not_applicable' }),
        }),
      ),
    ).toEqual([
      ['visitedOn', 'after_today'],
      ['inspectorPost', 'required'],
      ['grade-CK2', 'item_not_graded'],
      ['remark-CK4', 'remark_for_not_applicable'],
      ['grade-CK8', 'critical_must_apply'],
    ]);
    expect(issuesOf(() => record(county, { visitedOn: '2018-06-01' }))).toEqual([
      ['visitedOn', 'before_programme_visit'],
    ]);
    expect(county.db.select().from(inspections).all()).toEqual([]);
  });

  it('is about bodies with a desk that visits certify', async () => {
    const county = await readyCounty();
    expect(issuesOf(() => record(county, { bodyCode: 'EN-001' }))).toEqual([['body', 'no_desk_to_visit']]);
    expect(refusalOf(() => record(county, { bodyCode: 'XX-001' })).code).toBe('not_found');
  });

  it('uses the checklist and the share of the day, and an edited list changes no earlier visit', async () => {
    const county = await readyCounty();
    const { id } = record(county);
    county.db
      .insert(checklistItemVersions)
      .values({
        ...{ code: 'CK12', position: 12, title: 'تازه', guidance: '', maxPoints: 40, isCritical: false },
        ...{ contradicts: '', isRetired: false, recordedOn: '2018-12-09', recordedAt: '2018-12-09T06:00:00.000Z' },
        recordedBy: null,
      })
      .run();
    changeInspectionSettings(county.as('admin', { today: '2018-12-09' }), { passPercent: 80 });
    const later = record(county, {}, '2018-12-09');
    const viewer = county.as('viewer', { today: '2018-12-09' });
    expect(getVisit(viewer, id).inspection).toMatchObject({ maxPoints: 100, passPercent: 70, isReal: true });
    expect(getVisit(viewer, id).scores.at(-1)?.title).not.toBe('تازه');
    expect(getVisit(viewer, later.id).inspection).toMatchObject({ maxPoints: 136, passPercent: 80, isReal: false });
  });

  it('a correction is a newer row that counts instead, once, with its reason', async () => {
    const county = await readyCounty();
    const first = record(county, FAILED);
    expect(issuesOf(() => record(county, { corrects: first.id }))).toEqual([['remark', 'correction_reason']]);
    const second = record(county, { corrects: first.id, remark: 'درجهٔ دو مورد جابه‌جا نوشته شده بود.' });
    expect(list(county).rows.map(({ inspection }) => inspection.id)).toEqual([second.id]);
    expect(list(county).waiting).toEqual([]);
    expect(getVisit(county.as('viewer'), first.id)).toMatchObject({
      correctedBy: { id: second.id },
      mayCorrect: false,
    });
    expect(refusalOf(() => record(county, { corrects: first.id, remark: 'باز' })).code).toBe('conflict');
    expect(refusalOf(() => record(county, { corrects: second.id, remark: 'باز', bodyCode: 'EA-002' })).code).toBe(
      'not_found',
    );
    expect(auditTrail(county.db).some((row) => row.startsWith('inspection.correct 1397/2'))).toBe(true);
  });

  it('the day before nobody knew of it', async () => {
    const county = await readyCounty();
    record(county, { visitedOn: '2018-12-01' });
    expect(list(county, { asOf: '1397/09/16' }).rows).toEqual([]);
    expect(list(county, { asOf: '1397/09/17' }).rows).toHaveLength(1);
  });
});

describe('photos', () => {
  it('are those of the body that the inspector sent, and reach reviewers of the district and the own body', async () => {
    const county = await readyCounty();
    const expert = county.as('expert');
    const upload = async (ctx: typeof expert, bodyCode: string, content = PNG) =>
      (await storeUpload(ctx, { bodyCode, content, originalName: 'میز.png' })).id;
    const own = await upload(expert, 'EA-001');
    const [foreign, others, paper] = [
      await upload(expert, 'EA-002'),
      await upload(county.as('deputy', { actor: { id: 'another' } }), 'EA-001'),
      await upload(expert, 'EA-001', PDF),
    ];
    const withPhoto = (uploadId: string) => () => record(county, { photos: [{ uploadId, itemCode: 'CK1' }] });
    expect(issuesOf(withPhoto(foreign))).toEqual([['photos', 'unknown_upload']]);
    expect(issuesOf(withPhoto(others))).toEqual([['photos', 'not_yours']]);
    expect(issuesOf(withPhoto(paper))).toEqual([['photos', 'not_a_photo']]);
    const { id } = withPhoto(own)();
    const photoId = getVisit(expert, id).photos?.[0]?.id ?? 0;
    expect(getVisit(expert, id).photos).toMatchObject([{ itemTitle: expect.stringContaining('میز در جای') as string }]);
    for (const [ctx, code] of [
      [county.as('deputy'), 'none'],
      [county.as('expert', { actor: { districtCode: CENTRAL } }), 'none'],
      [county.as('liaison', { bodies: ['EA-001'] }), 'none'],
      [county.as('expert', { actor: { districtCode: SHIBKUH } }), 'not_found'],
      [county.as('liaison', { bodies: ['EA-002'] }), 'not_found'],
      [county.as('viewer'), 'not_found'],
      [county.as('admin'), 'not_found'],
    ] as const) {
      expect(await codeOf(() => readVisitPhoto(ctx, id, photoId))).toBe(code);
    }
    expect(getVisit(county.as('viewer'), id)).toMatchObject({ photos: null, photoCount: 1 });
    expect(await codeOf(() => readVisitPhoto(expert, id, photoId + 1))).toBe('not_found');
  });
});

describe('who may', () => {
  it.each([
    ['deputy', {}, null],
    ['expert', {}, null],
    ['expert', { actor: { districtCode: CENTRAL } }, null],
    ['expert', { actor: { districtCode: SHIBKUH } }, 'forbidden'],
    ['viewer', {}, 'forbidden'],
    ['admin', {}, 'forbidden'],
    ['liaison', { bodies: ['EA-001'] }, 'forbidden'],
    ['liaison', { bodies: ['VA-001'] }, 'not_found'],
  ] as const)('record: %s %j: %s', async (role, options, code) => {
    const county = await readyCounty();
    const attempt = () => recordInspection(county.as(role, options), visit());
    const form = () => getVisitForm(county.as(role, options), { bodyCode: 'EA-001', corrects: null });
    if (code === null) {
      expect(attempt().number).toBe(1);
      expect(form().items).toHaveLength(12);
    } else {
      expect(refusalOf(attempt).code).toBe(code);
      expect(refusalOf(form).code).toBe(code);
    }
  });

  it.each([
    ['deputy', {}, true, true],
    ['expert', { actor: { districtCode: SHIBKUH } }, true, true],
    ['viewer', {}, true, true],
    ['admin', {}, true, true],
    ['liaison', { bodies: ['EA-001'] }, false, true],
    ['liaison', { bodies: ['EA-002'] }, false, false],
  ] as const)('read: %s %j: the list %s, the visit %s', async (role, options, mayList, maySee) => {
    const county = await readyCounty();
    const { id } = record(county);
    const ctx = county.as(role, options);
    const query = parseVisitsQuery({});
    const [lists, sees] = [
      [() => listVisits(ctx, query), () => visitsTable(ctx, query), () => getInspectionPlan(ctx, parsePlanQuery({}))],
      [() => getVisit(ctx, id), () => getMinutes(ctx, id)],
    ];
    for (const call of lists) {
      if (mayList) expect(call()).toBeTruthy();
      else expect(refusalOf(call).code).toBe('forbidden');
    }
    for (const call of sees) {
      if (maySee) expect(call()).toBeTruthy();
      else expect(refusalOf(call).code).toBe('not_found');
    }
    const body = loadBody(ctx, county.db, 'EA-001');
    expect(visitsOfBody(ctx, body, TODAY, null) === null).toBe(!maySee);
  });

  it.each([
    ['admin', null],
    ['deputy', 'forbidden'],
    ['expert', 'forbidden'],
    ['viewer', 'forbidden'],
    ['liaison', 'forbidden'],
  ] as const)('change the share: %s: %s', async (role, code) => {
    const county = await smallCounty();
    const change = (passPercent: number) => changeInspectionSettings(county.as(role), { passPercent });
    if (code !== null) {
      expect(refusalOf(() => change(80)).code).toBe(code);
      return;
    }
    expect([change(80), change(80)]).toEqual([true, false]);
    expect(refusalOf(() => change(0)).details['issues']).toMatchObject([{ field: 'passPercent' }]);
    expect(getInspectionSettings(county.as('viewer')).passPercent).toBe(80);
    expect(getInspectionSettings(county.as('viewer'), '2018-12-07').passPercent).toBe(70);
    expect(auditTrail(county.db).filter((row) => row.startsWith('inspection.change_rule'))).toHaveLength(1);
  });
});

describe('certifying by a visit', () => {
  const certify = (
    county: County,
    id: number,
    role: 'expert' | 'deputy' | 'viewer' = 'expert',
    uploads: string[] = [],
  ) =>
    certifyByVisit(
      county.as(role),
      {
        inspectionId: id,
        uploads,
        expectedLastEventId: getVisit(county.as('expert'), id).certified?.lastEventId ?? null,
      },
      () => '<!doctype html><title>صورت‌جلسه</title>',
    );
  const scanOf = async (county: County) =>
    (await storeUpload(county.as('expert'), { bodyCode: 'EA-001', content: PDF, originalName: 'اسکن.pdf' })).id;

  it('an unannounced visit to a real desk: the desk is real then', async () => {
    const county = await readyCounty();
    const { id } = record(county, { visitedOn: '2018-12-05' });
    expect(getVisit(county.as('expert'), id)).toMatchObject({ obstacle: null, mayCertify: true });
    const certified = await certify(county, id, 'expert', [await scanOf(county)]);
    expect(certified.state).toBe('verified');
    expect(getVisit(county.as('expert'), id).obstacle).toBe('done');
    expect(await codeOf(async () => certify(county, id, 'expert', [await scanOf(county)]))).toBe('conflict');
  });

  it.each([
    ['announced', { isAnnounced: true }],
    ['not_real', FAILED],
  ] as const)('not one that is %s', async (obstacle, change) => {
    const county = await readyCounty();
    const { id } = record(county, change);
    expect(getVisit(county.as('expert'), id).obstacle).toBe(obstacle);
    expect(await codeOf(async () => certify(county, id, 'expert', [await scanOf(county)]))).toBe('conflict');
  });

  it('not an older one when a newer has been there, and not by a viewer', async () => {
    const county = await readyCounty();
    const old = record(county, { visitedOn: '2018-12-01' });
    expect(await codeOf(() => certify(county, old.id, 'viewer'))).toBe('forbidden');
    record(county, { visitedOn: '2018-12-04', ...FAILED });
    expect(getVisit(county.as('expert'), old.id).obstacle).toBe('superseded');
    expect(await codeOf(() => certify(county, old.id))).toBe('conflict');
  });

  it('asks for the signed scan where the machine has no browser', async () => {
    const county = await readyCounty();
    const { id } = record(county);
    const before = process.env['MIZBAN_BROWSER'];
    process.env['MIZBAN_BROWSER'] = '/nowhere/browser';
    try {
      const error: unknown = await certify(county, id).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'invalid_input', details: { field: 'uploads', reason: 'minutes_missing' } });
    } finally {
      if (before === undefined) delete process.env['MIZBAN_BROWSER'];
      else process.env['MIZBAN_BROWSER'] = before;
    }
  });
});

describe('a failed visit', () => {
  const answer = (
    county: County,
    id: number,
    milestoneCode: string,
    outcome: 'reopened' | 'kept',
    { role = 'deputy' as 'deputy' | 'expert' | 'viewer', reason = 'متصدی اختیار ندارد' } = {},
  ) =>
    answerProposal(county.as(role), {
      inspectionId: id,
      milestoneCode,
      outcome,
      reason,
      expectedLastEventId:
        getVisit(county.as('deputy'), id).proposals.find(({ milestone }) => milestone.code === milestoneCode)?.state
          .lastEventId ?? null,
    });

  it('proposes to reopen what it contradicts and is verified; the deputy decides each', async () => {
    const county = await readyCounty();
    const { id } = record(county, FAILED);
    const standings = () =>
      getVisit(county.as('expert'), id).proposals.map(({ milestone, standing }) => [milestone.code, standing]);
    // HD9 was never certified
    expect(standings()).toEqual([
      ['HD9', 'not_verified'],
      ['HD4', 'open'],
      ['HD5', 'open'],
    ]);
    expect(list(county).waiting.map(({ milestone }) => milestone.code)).toEqual(['HD4', 'HD5']);
    expect(countWaitingProposals(county.as('deputy'))).toBe(2);
    for (const role of ['expert', 'viewer'] as const)
      expect(refusalOf(() => answer(county, id, 'HD4', 'reopened', { role })).code).toBe('forbidden');
    expect(issuesOf(() => answer(county, id, 'HD4', 'reopened', { reason: ' ' }))).toEqual([['reason', 'required']]);
    const { eventId } = answer(county, id, 'HD4', 'reopened');
    expect(county.db.$client.prepare('select kind, note from events where id = ?').get(eventId)).toEqual({
      kind: 'reopen',
      note: 'بازدید شمارهٔ ۱/۱۳۹۷ در ۱۷ آذر ۱۳۹۷: متصدی اختیار ندارد',
    });
    expect(answer(county, id, 'HD5', 'kept')).toEqual({ eventId: null });
    expect(standings()).toEqual([
      ['HD9', 'not_verified'],
      ['HD4', 'reopened'],
      ['HD5', 'kept'],
    ]);
    expect(list(county).waiting).toEqual([]);
    expect(refusalOf(() => answer(county, id, 'HD5', 'reopened')).code).toBe('conflict');
    expect(refusalOf(() => answer(county, id, 'HD7', 'kept')).code).toBe('not_found');
    expect(county.db.select().from(inspectionAnswers).all()).toHaveLength(2);
    expect(auditTrail(county.db).filter((row) => row.startsWith('inspection.answer'))).toHaveLength(2);
  });

  it('and the milestone that visits certify, if it was', async () => {
    const county = await readyCounty();
    await county.history([line('EA-001', 'HD9', 'certify', '1397/09/01')]);
    const { id } = record(county, FAILED);
    expect(list(county).waiting.map(({ milestone }) => milestone.code)).toEqual(['HD9', 'HD4', 'HD5']);
    expect(answer(county, id, 'HD9', 'reopened').eventId).not.toBeNull();
  });

  it('what was reopened otherwise drops out, and stays out when it is verified anew', async () => {
    const county = await readyCounty();
    record(county, FAILED);
    const step = { bodyCode: 'EA-001', milestoneCode: 'HD4' } as const;
    recordMilestoneEvent(county.as('deputy'), { ...step, kind: 'reopen', note: 'نامهٔ شکایت' });
    expect(list(county).waiting.map(({ milestone }) => milestone.code)).toEqual(['HD5']);
    const letter = { kind: 'letter' as const, letterNumber: '۱', letterOn: TODAY };
    recordMilestoneEvent(county.as('liaison', { bodies: ['EA-001'] }), { ...step, kind: 'claim', evidence: [letter] });
    recordMilestoneEvent(county.as('deputy'), { ...step, kind: 'verify' });
    expect(list(county).waiting.map(({ milestone }) => milestone.code)).toEqual(['HD5']);
  });

  it('a newer visit takes the place of an older one', async () => {
    const county = await readyCounty();
    record(county, { visitedOn: '2018-12-03', ...FAILED });
    record(county, { visitedOn: '2018-12-06' });
    expect(list(county).waiting).toEqual([]);
  });

  it('tells the deputy what somebody did meanwhile', async () => {
    const county = await readyCounty();
    const { id } = record(county, FAILED);
    expect(
      refusalOf(() =>
        answerProposal(county.as('deputy'), {
          inspectionId: id,
          milestoneCode: 'HD4',
          outcome: 'reopened',
          reason: 'چون',
          expectedLastEventId: 1,
        }),
      ).code,
    ).toBe('conflict');
  });
});

describe('the list', () => {
  it('is searched, filtered and sorted, and the file holds the same', async () => {
    const county = await readyCounty();
    record(county, { visitedOn: '2018-12-05', ...FAILED });
    record(county, { visitedOn: '2018-12-07', bodyCode: 'EA-002', isAnnounced: true, grades: grades({}, 'excellent') });
    const codes = (query: Record<string, string>) => list(county, query).rows.map(({ body }) => body.code);
    expect(codes({})).toEqual(['EA-002', 'EA-001']);
    expect(codes({ sort: 'score' })).toEqual(['EA-001', 'EA-002']);
    expect(codes({ q: 'ثبت احوال' })).toEqual(['EA-001']);
    expect(codes({ q: '2/1397' })).toEqual(['EA-002']);
    expect(codes({ result: 'real' })).toEqual(['EA-002']);
    expect(codes({ announced: 'no' })).toEqual(['EA-001']);
    expect(codes({ district: CENTRAL })).toEqual(['EA-001']);
    expect(codes({ from: '1397/09/15' })).toEqual(['EA-002']);
    expect(codes({ to: '1397/09/15' })).toEqual(['EA-001']);
    expect(refusalOf(() => codes({ district: '999' })).code).toBe('invalid_input');
    const table = visitsTable(county.as('viewer'), parseVisitsQuery({ result: 'real' }));
    expect(writeCsv(table).split('\n').filter(Boolean)).toHaveLength(2);
    expect((await writeXlsx(table)).byteLength).toBeGreaterThan(1000);
  });
});

describe('the plan', () => {
  it('puts the riskiest desk first with its reasons, and says which are not worth a visit', async () => {
    const county = await readyCounty();
    await county.history([line('EA-002', 'HD1', 'claim', '1397/09/14')]);
    record(county, { visitedOn: '2018-12-05', ...FAILED });
    const plan = getInspectionPlan(county.as('viewer'), parsePlanQuery({}));
    expect(plan.rows.map(({ body }) => body.code)).toEqual(['EA-002', 'EA-001']);
    expect(plan.rows[0]?.risk.parts.map(({ name, count }) => [name, count])).toEqual([
      ['time', null],
      ['unseen', 1],
    ]);
    // EA-001 was seen after its claims: 3 days, a failed visit, and no report of its own since
    expect(plan.rows[1]?.risk.points).toBeCloseTo(1 + 20 + 6, 9);
    expect(plan.rows.every(({ mayRecord }) => !mayRecord)).toBe(true);
    // the firm and the villages have no desk that visits certify
    expect(plan.notWorth.map(({ code }) => code)).toEqual(['DO-001']);
    const ofDistrict = getInspectionPlan(county.as('deputy'), parsePlanQuery({ district: CENTRAL }));
    expect(ofDistrict.rows.map(({ body, mayRecord }) => [body.code, mayRecord])).toEqual([['EA-001', true]]);
  });

  it('finds desks of the own district for the form', async () => {
    const county = await readyCounty();
    const of = (districtCode: string | null) => findDesks(county.as('expert', { actor: { districtCode } }), '', 40);
    expect(of(null).total).toBeGreaterThan(of(CENTRAL).total);
    expect(findDesks(county.as('deputy'), 'بنادر', 40).desks.map(({ body }) => body.code)).toEqual(['EA-002']);
    expect(refusalOf(() => findDesks(county.as('viewer'), '', 40)).code).toBe('forbidden');
  });
});

it('the form is read item by item', () => {
  const parsed = visitSchema.parse({
    key: 'a'.repeat(32),
    body: 'EA-001',
    corrects: '',
    visitedOn: '۱۳۹۷/۰۹/۱۶',
    isAnnounced: 'no',
    inspectorPost: 'کارشناس',
    deskPost: 'متصدی',
    photos: [`CK1:${'0'.repeat(32)}|12|a.jpg`, `:${'1'.repeat(32)}|12|b.jpg`, 'nonsense'],
    'grade-CK1': 'poor',
    'remark-CK1': ' تاریک ',
    'grade-CK2': 'superb',
  });
  expect(parsed).toMatchObject({
    visitedOn: '2018-12-07',
    isAnnounced: false,
    photos: [
      { uploadId: '0'.repeat(32), itemCode: 'CK1' },
      { uploadId: '1'.repeat(32), itemCode: null },
    ],
    grades: [
      { code: 'CK1', grade: 'poor', remark: 'تاریک' },
      { code: 'CK2', grade: null, remark: null },
    ],
  });
});
