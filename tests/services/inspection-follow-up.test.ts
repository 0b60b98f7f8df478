import { describe, expect, it } from 'vitest';
import { inspectionAnswers } from '@/db/schema/index';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { storeUpload } from '@/lib/services/evidence';
import { answerProposal, certifyByVisit } from '@/lib/services/inspection-decisions';
import { countWaitingProposals, visitsTable } from '@/lib/services/inspection-list';
import { getVisit } from '@/lib/services/inspection-page';
import { findDesks, getInspectionPlan } from '@/lib/services/inspection-plan';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { parsePlanQuery, parseVisitsQuery } from '@/lib/validation/inspections';
import { auditTrail, refusalOf } from '../support/milestone-world';
import { CENTRAL, line, TODAY, type County } from '../support/small-county';
import { codeOf, FAILED, grades, issuesOf, list, PDF, readyCounty, record } from '../support/visits';

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
