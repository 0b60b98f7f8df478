import { describe, expect, it } from 'vitest';
import { events } from '@/db/schema/index';
import { recordCheckIn, recordContactChange } from '@/lib/services/check-ins';
import { getReceipt } from '@/lib/services/receipts';
import { auditTrail, createMilestoneWorld, refusalOf } from '../support/milestone-world';

describe('«بدون تغییر»', () => {
  it('one tap records it with a receipt', () => {
    const world = createMilestoneWorld();
    expect(recordCheckIn(world.as('liaison'), { bodyCode: 'EA-001' })).toMatchObject({ receiptNumber: '97-09-1' });
    expect(world.db.select().from(events).all()).toMatchObject([{ kind: 'check_in', side: 'body', milestoneId: null }]);
    expect(auditTrail(world.db)).toEqual(['body.check_in EA-001 liaison']);
  });

  it('a second one on the same day is refused with the receipt of the first', () => {
    const world = createMilestoneWorld();
    recordCheckIn(world.as('liaison'), { bodyCode: 'EA-001' });
    expect(refusalOf(() => recordCheckIn(world.as('liaison', { id: 'other' }), { bodyCode: 'EA-001' }))).toMatchObject({
      code: 'conflict',
      details: { reason: 'already_checked_in', receiptNumber: '97-09-1', isSelf: false },
    });
    expect(recordCheckIn(world.as('liaison', { today: '2018-12-09' }), { bodyCode: 'EA-001' }).eventId).toBe(2);
  });

  it.each(['deputy', 'expert', 'viewer', 'admin'] as const)('a %s does not check in for a body', (role) => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => recordCheckIn(world.as(role), { bodyCode: 'EA-001' })).code).toBe('forbidden');
  });

  it('nobody checks in for a body of somebody else', () => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => recordCheckIn(world.as('liaison'), { bodyCode: 'VA-001' })).code).toBe('not_found');
  });
});

describe('a change of contact', () => {
  it('is recorded and audited', () => {
    const world = createMilestoneWorld();
    recordContactChange(world.as('liaison'), { bodyCode: 'EA-001', contact: ' علي رضایی، ۰۹۱۷۰۰۰۰۰۰۰ ' });
    expect(world.db.select().from(events).all()).toMatchObject([
      { kind: 'contact_changed', note: 'علی رضایی، ۰۹۱۷۰۰۰۰۰۰۰' },
    ]);
    expect(auditTrail(world.db)).toEqual(['body.contact_changed EA-001 liaison']);
  });

  it('needs words, and comes from the body itself', () => {
    const world = createMilestoneWorld();
    const change = (role: 'liaison' | 'deputy', contact: string) =>
      recordContactChange(world.as(role), { bodyCode: 'EA-001', contact });
    expect(refusalOf(() => change('liaison', ' ')).code).toBe('invalid_input');
    expect(refusalOf(() => change('deputy', 'کسی')).code).toBe('forbidden');
  });
});

describe('receipts', () => {
  it('the number holds the Jalali year and month and the number of the event', () => {
    const world = createMilestoneWorld();
    recordCheckIn(world.as('liaison', { today: '2018-08-23' }), { bodyCode: 'EA-001' });
    expect(getReceipt(world.as('liaison'), 1)).toMatchObject({
      number: '97-06-1',
      kind: 'check_in',
      body: { code: 'EA-001', name: 'ادارهٔ ثبت' },
      milestone: null,
    });
  });

  it.each([
    ['deputy', {}, true],
    ['viewer', {}, true],
    ['liaison', {}, true],
    ['liaison', { bodies: ['VA-001'] as const }, false],
  ] as const)('as %s %j: %s', (role, options, isAllowed) => {
    const world = createMilestoneWorld();
    recordCheckIn(world.as('liaison'), { bodyCode: 'EA-001' });
    const attempt = () => getReceipt(world.as(role, options), 1);
    if (isAllowed) expect(attempt().eventId).toBe(1);
    else expect(refusalOf(attempt).code).toBe('not_found');
  });

  it('an unknown number is not found', () => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => getReceipt(world.as('deputy'), 7)).code).toBe('not_found');
  });
});
