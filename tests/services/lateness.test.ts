import { describe, expect, test } from 'vitest';
import { getBlockers, getLateBodies } from '@/lib/services/lateness';
import { getTotal } from '@/lib/services/progress';
import { done, line, smallCounty, TODAY } from '../support/small-county';

const HD_DONE = ['HD1', 'HD2', 'HD3', 'HD4', 'HD5', 'HD6', 'HD7', 'HD8'];

describe('late bodies', () => {
  test('come by consequence: share of the work times the days it has waited', async () => {
    const county = await smallCounty();
    await county.history([
      ...done('EA-001', HD_DONE, '1397/07/28'),
      // all but HD8, whose due was 1397/07/30: 8 of 100 points, 47 days
      ...done('EA-002', HD_DONE.slice(0, -1), '1397/07/28'),
      // HD6 (16 points, due 1397/06/31, 77 days) and HD8
      ...done('DO-001', ['HD1', 'HD2', 'HD3', 'HD4', 'HD5', 'HD7'], '1397/07/28'),
    ]);
    const late = getLateBodies(county.as('deputy'), { asOf: TODAY, filter: { trackCode: 'HD' } });
    expect(late.map(({ body, status, daysLate }) => [body.code, status, daysLate])).toEqual([
      ['DO-001', 'late', 77],
      ['EA-002', 'late', 47],
    ]);
    expect(late[0]?.consequence).toBeCloseTo(0.16 * 77 + 0.08 * 47, 12);
    expect(late[1]?.consequence).toBeCloseTo(0.08 * 47, 12);
    expect(late[0]?.milestones.map(({ code, daysLate, turn, cause }) => [code, daysLate, turn, cause])).toEqual([
      ['HD6', 77, 'body', null],
      ['HD8', 47, 'body', null],
    ]);
  });

  test('a claim that waits for review and a step of the governorate make nobody late', async () => {
    const county = await smallCounty();
    await county.history([
      ...done('EA-001', HD_DONE.slice(0, -1), '1397/07/28'),
      line('EA-001', 'HD8', 'claim', '1397/08/20'),
    ]);
    const filter = { trackCode: 'HD', bodyCode: 'EA-001' };
    expect(getLateBodies(county.as('deputy'), { filter })).toEqual([]);
    expect(getTotal(county.as('deputy'), { filter }).status).toMatchObject({ awaiting_review: 1, late: 0 });
    const before = getLateBodies(county.as('deputy'), { asOf: '2018-11-10', filter });
    expect(before.map(({ daysLate }) => daysLate)).toEqual([19]);
  });

  test('an extension moves the due date for lateness and never the plan; an exemption takes the step away', async () => {
    const county = await smallCounty();
    await county.history([
      ...done('EA-001', HD_DONE.slice(0, 6), '1397/07/05'),
      line('EA-001', 'HD7', 'extend', '1397/07/10', 'چاپخانه', ',,1397/09/25'),
      line('EA-001', 'HD8', 'exempt', '1397/07/10', 'خدمت حضوری ندارد'),
    ]);
    const ctx = county.as('deputy');
    const filter = { trackCode: 'HD', bodyCode: 'EA-001' };
    expect(getLateBodies(ctx, { filter })).toEqual([]);
    const total = getTotal(ctx, { filter });
    expect(total.planned).toBe(1);
    expect(total.verified).toBeCloseTo(74 / 92, 12);
    expect(total.status).toMatchObject({ on_track: 1 });
  });

  test('after the deadline of the track a late body has missed it', async () => {
    const county = await smallCounty();
    const ctx = county.as('deputy', { today: '2018-12-22' });
    const filter = { trackCode: 'HD', bodyCode: 'EA-001' };
    expect(getLateBodies(ctx, { asOf: '2018-12-21', filter }).map(({ status }) => status)).toEqual(['late']);
    expect(getLateBodies(ctx, { asOf: '2018-12-22', filter }).map(({ status }) => status)).toEqual(['missed']);
  });
});

describe('blockers', () => {
  test('are grouped by cause, the cause of most bodies first, each since the day it was recorded', async () => {
    const county = await smallCounty();
    await county.history([
      line('EA-001', 'NT1', 'block', '1397/07/10', 'بودجه نیست', 'no_budget,parent_agency,'),
      line('VA-001', 'NT1', 'block', '1397/08/01', 'دکل نیست', 'no_telecom_coverage,telecom,'),
      line('VA-001', 'NT2', 'block', '1397/08/01', 'دکل نیست', 'no_telecom_coverage,telecom,'),
      line('VA-002', 'NT1', 'block', '1397/08/15', 'دکل نیست', 'no_telecom_coverage,,'),
      line('EA-002', 'NT1', 'block', '1397/08/16', 'رابط نیست', 'no_staff,body,'),
      line('EA-002', 'NT1', 'unblock', '1397/08/20'),
    ]);
    const groups = getBlockers(county.as('deputy'));
    expect(groups.map(({ cause, bodies, turn, milestones }) => [cause, bodies, turn, milestones.length])).toEqual([
      ['no_telecom_coverage', 2, 'telecom', 3],
      ['no_budget', 1, 'parent_agency', 1],
    ]);
    expect(
      groups[0]?.milestones.map(({ body, code, days, turn, isOverdue }) => [body.code, code, days, turn, isOverdue]),
    ).toEqual([
      ['VA-001', 'NT1', 46, 'telecom', true],
      ['VA-001', 'NT2', 46, 'telecom', true],
      ['VA-002', 'NT1', 32, 'unknown', true],
    ]);
    expect(getBlockers(county.as('deputy'), { asOf: '2018-11-10' }).map(({ cause }) => cause)).toEqual([
      'no_telecom_coverage',
      'no_budget',
      'no_staff',
    ]);
    expect(getBlockers(county.as('deputy'), { filter: { trackCode: 'HD' } })).toEqual([]);
  });
});
