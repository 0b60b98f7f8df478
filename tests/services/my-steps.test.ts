import { describe, expect, it } from 'vitest';
import { users } from '@/db/schema/index';
import { recordCheckIn } from '@/lib/services/check-ins';
import { listInbox } from '@/lib/services/inbox';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { getMyStep, listMySteps } from '@/lib/services/my-steps';
import { recordRequest } from '@/lib/services/requests';
import { createMilestoneWorld, HD1, LETTER, refusalOf, type MilestoneWorld } from '../support/milestone-world';

function addPerson(
  world: MilestoneWorld,
  id: string,
  role: 'expert' | 'deputy',
  phone: string | null,
  districtCode: string | null,
) {
  const now = new Date('2018-07-28T05:00:00Z');
  world.db
    .insert(users)
    .values({
      id,
      username: id,
      displayUsername: id,
      name: id,
      email: `${id}@local.invalid`,
      createdAt: now,
      updatedAt: now,
      role,
      phone,
      districtCode,
    })
    .run();
}

describe('the liaison’s page', () => {
  it('what was returned comes first, then what is late, then what is due soon', () => {
    const world = createMilestoneWorld();
    const hd3 = { bodyCode: 'EA-001', milestoneCode: 'HD3' } as const;
    recordMilestoneEvent(world.as('liaison'), {
      ...hd3,
      kind: 'claim',
      evidence: [{ kind: 'url', url: 'https://example.ir' }, LETTER],
    });
    recordMilestoneEvent(world.as('expert'), { ...hd3, kind: 'return', note: 'صفحه باز نمی‌شود' });
    const { steps, selected } = listMySteps(world.as('liaison'));
    expect(steps.map(({ milestone, group }) => [milestone.code, group])).toEqual([
      ['HD3', 'returned'],
      ['HD1', 'late'],
      ['HD2', 'soon'],
      ['NT3', 'later'],
      ['HD9', 'governorate'],
    ]);
    expect(steps[0]?.state.returned?.reason).toBe('صفحه باز نمی‌شود');
    expect(steps[1]).toMatchObject({ daysLate: 7, daysLeft: -7 });
    expect(steps[2]).toMatchObject({ daysLate: 0, daysLeft: 0 });
    expect(selected).toMatchObject({
      code: 'EA-001',
      nextCount: 3,
      returnedCount: 1,
      lateCount: 1,
      districtName: 'مرکزی',
    });
  });

  it('with several bodies, the one with something returned is shown first, and any can be chosen', () => {
    const world = createMilestoneWorld();
    const liaison = world.as('liaison', { bodies: ['EA-001', 'VA-001'] });
    recordMilestoneEvent(liaison, { bodyCode: 'VA-001', milestoneCode: 'HD1', kind: 'claim', evidence: [LETTER] });
    recordMilestoneEvent(world.as('expert'), {
      bodyCode: 'VA-001',
      milestoneCode: 'HD1',
      kind: 'return',
      note: 'ناخوانا',
    });
    expect(listMySteps(liaison).bodies.map(({ code }) => code)).toEqual(['VA-001', 'EA-001']);
    expect(listMySteps(liaison, { bodyCode: 'EA-001' }).selected?.code).toBe('EA-001');
    expect(refusalOf(() => listMySteps(liaison, { bodyCode: 'GV-001' })).code).toBe('not_found');
  });

  it('this week’s report counts until Wednesday at two', () => {
    expect(listMySteps(createMilestoneWorld().as('liaison')).cutoff).toEqual({
      day: '2018-12-12',
      time: '14:00',
      weekFrom: '2018-12-08',
      weekTo: '2018-12-14',
    });
  });

  it('a check-in of today is shown with its receipt', () => {
    const world = createMilestoneWorld();
    expect(listMySteps(world.as('liaison')).checkInToday).toBeNull();
    recordCheckIn(world.as('liaison'), { bodyCode: 'EA-001' });
    expect(listMySteps(world.as('liaison'))).toMatchObject({
      checkInToday: { eventId: 1, receiptNumber: '97-09-1' },
      lastReportOn: '2018-12-08',
    });
  });

  it('whom to call: the expert of the district, else of the county, else the deputy', () => {
    const world = createMilestoneWorld();
    const call = () => listMySteps(world.as('liaison')).contacts.map(({ name }) => name);
    addPerson(world, 'deputy-1', 'deputy', '07644000001', null);
    addPerson(world, 'no-phone', 'expert', null, '220305');
    expect(call()).toEqual(['deputy-1']);
    addPerson(world, 'county', 'expert', '07644000002', null);
    expect(call()).toEqual(['county']);
    addPerson(world, 'near', 'expert', '07644000003', '220305');
    expect(call()).toEqual(['near']);
  });

  it('somebody without bodies gets an empty page, and other roles none', () => {
    const world = createMilestoneWorld();
    expect(listMySteps(world.as('liaison', { bodies: [] }))).toMatchObject({ bodies: [], selected: null, steps: [] });
    for (const role of ['deputy', 'expert', 'viewer', 'admin'] as const) {
      expect(refusalOf(() => listMySteps(world.as(role))).code).toBe('forbidden');
      expect(refusalOf(() => listInbox(world.as(role))).code).toBe('forbidden');
    }
  });
});

describe('the page of one step', () => {
  it('offers what the liaison may record and what waits', () => {
    const world = createMilestoneWorld();
    recordRequest(world.as('liaison'), { ...HD1, requestKind: 'extension', note: 'خط', dueOn: '2018-12-24' });
    const page = getMyStep(world.as('liaison'), HD1);
    expect(page.step.possible).toEqual(['start', 'claim', 'block']);
    expect(page.step.waitingRequests).toEqual(['extension']);
    expect(page).toMatchObject({ lastEventId: null, receipts: [{ number: '97-09-1' }] });
  });

  it('a due date after the directive’s own deadline is called internal', () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'extend', note: 'خط', dueOn: '2018-12-22' });
    expect(getMyStep(world.as('liaison'), HD1).step.isInternalDue).toBe(true);
  });

  it('a step of somebody else is not found', () => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => getMyStep(world.as('liaison', { bodies: ['VA-001'] }), HD1)).code).toBe('not_found');
  });
});
