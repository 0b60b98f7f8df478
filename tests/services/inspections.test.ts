import { describe, expect, it } from 'vitest';
import { checklistItemVersions, inspections, inspectionScores } from '@/db/schema/index';
import { storeUpload } from '@/lib/services/evidence';
import { listVisits, visitsOfBody, visitsTable } from '@/lib/services/inspection-list';
import { getMinutes, getVisit, getVisitForm, readVisitPhoto } from '@/lib/services/inspection-page';
import { getInspectionPlan } from '@/lib/services/inspection-plan';
import { changeInspectionSettings, getInspectionSettings } from '@/lib/services/inspection-settings';
import { recordInspection } from '@/lib/services/inspections';
import { loadBody } from '@/lib/services/milestone-subject';
import { parsePlanQuery, parseVisitsQuery, visitSchema } from '@/lib/validation/inspections';
import { auditTrail, refusalOf } from '../support/milestone-world';
import { CENTRAL, SHIBKUH, smallCounty, TODAY } from '../support/small-county';
import { codeOf, FAILED, grades, issuesOf, list, PDF, PNG, readyCounty, record, visit } from '../support/visits';

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
