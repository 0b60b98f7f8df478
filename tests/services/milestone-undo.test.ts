import { describe, expect, it } from 'vitest';
import { events } from '@/db/schema/index';
import { recordMilestoneEvent, type MilestoneEventInput } from '@/lib/services/milestones';
import { createMilestoneWorld, HD1, LETTER, refusalOf, TODAY, type MilestoneWorld } from '../support/milestone-world';

const claimHd1 = (world: MilestoneWorld, more: Partial<MilestoneEventInput> = {}) =>
  recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER], ...more });

describe('undo and dues', () => {
  const decide = (world: MilestoneWorld, kind: 'verify' | 'return') =>
    recordMilestoneEvent(world.as('expert', { id: 'reviewer' }), { ...HD1, kind, note: 'ناخوانا' });
  const undo = (world: MilestoneWorld, id: string, today = TODAY, note: string | null = 'اشتباه') =>
    recordMilestoneEvent(world.as('expert', { id, today }), { ...HD1, kind: 'undo', note });

  it('the same reviewer takes a return back on the same day, and the due goes back to what it was', () => {
    const world = createMilestoneWorld();
    claimHd1(world, { occurredOn: '2018-11-30' });
    expect(decide(world, 'return')).toMatchObject({ state: 'returned', dueOn: '2018-12-15' });
    expect(undo(world, 'reviewer')).toMatchObject({ state: 'claimed', dueOn: '2018-12-01' });
    expect(world.db.select().from(events).all()[2]).toMatchObject({ kind: 'undo', refersTo: 2 });
  });

  it.each([
    ['another reviewer', 'somebody', TODAY, 'undo_other_person'],
    ['the next day', 'reviewer', '2018-12-09', 'undo_other_day'],
  ] as const)('nobody undoes as %s', (_, id, today, reason) => {
    const world = createMilestoneWorld();
    claimHd1(world);
    decide(world, 'verify');
    expect(refusalOf(() => undo(world, id, today)).details).toMatchObject({ reason });
  });

  it('an undo needs a reason', () => {
    const world = createMilestoneWorld();
    claimHd1(world);
    decide(world, 'verify');
    expect(refusalOf(() => undo(world, 'reviewer', TODAY, '  ')).details).toMatchObject({ reason: 'reason_missing' });
  });

  it('an undo takes back one decision only', () => {
    const world = createMilestoneWorld();
    claimHd1(world);
    decide(world, 'verify');
    undo(world, 'reviewer');
    expect(refusalOf(() => undo(world, 'reviewer')).details).toMatchObject({ reason: 'wrong_state', state: 'claimed' });
  });

  it('the return of a late claim gives no new time', () => {
    const world = createMilestoneWorld();
    claimHd1(world);
    expect(decide(world, 'return')).toMatchObject({ state: 'returned', dueOn: '2018-12-01' });
  });

  it('an extension has to lead beyond the current due date', () => {
    const world = createMilestoneWorld();
    const extend = (dueOn: '2018-12-01' | '2018-12-24') =>
      recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'extend', note: 'قطعی خط', dueOn });
    expect(refusalOf(() => extend('2018-12-01')).details).toMatchObject({
      reason: 'due_not_later',
      currentDueOn: '2018-12-01',
    });
    expect(extend('2018-12-24')).toMatchObject({ state: 'not_started', dueOn: '2018-12-24' });
  });

  it('whose turn it is may be unknown in imports only', () => {
    const world = createMilestoneWorld();
    const block = { ...HD1, kind: 'block', cause: 'no_budget', turn: 'unknown', note: 'اعتبار' } as const;
    expect(refusalOf(() => recordMilestoneEvent(world.as('liaison'), block)).details).toMatchObject({
      reason: 'blocker_missing',
    });
  });
});
