import { describe, expect, it } from 'vitest';
import { events } from '@/db/schema/index';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { answerObjection, recordObjection } from '@/lib/services/objections';
import { decideRequest, recordRequest } from '@/lib/services/requests';
import {
  auditTrail,
  createMilestoneWorld,
  HD1,
  LETTER,
  refusalOf,
  type MilestoneWorld,
} from '../support/milestone-world';

const askMoreTime = (world: MilestoneWorld) =>
  recordRequest(world.as('liaison'), { ...HD1, requestKind: 'extension', note: 'خط قطع بود', dueOn: '2018-12-15' });
const askExemption = (world: MilestoneWorld) =>
  recordRequest(world.as('liaison'), { ...HD1, requestKind: 'exemption', note: 'مراجعه‌کننده نداریم' });

describe('asking the deputy', () => {
  it('a request is recorded with a receipt and changes no state', () => {
    const world = createMilestoneWorld();
    expect(askMoreTime(world)).toMatchObject({ eventId: 1, receiptNumber: '97-09-1' });
    expect(world.db.select().from(events).all()).toMatchObject([
      { kind: 'request', requestKind: 'extension', side: 'body', dueOn: '2018-12-15', note: 'خط قطع بود' },
    ]);
    expect(auditTrail(world.db)).toEqual(['request.record EA-001/HD1 liaison']);
    expect(recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'start', expectedLastEventId: null }).dueOn).toBe(
      '2018-12-01',
    );
  });

  it.each([
    [{ note: ' ', dueOn: '2018-12-15' }, 'reason_missing'],
    [{ note: 'خط', dueOn: null }, 'due_missing'],
    [{ note: 'خط', dueOn: '2018-12-01' }, 'due_not_later'],
  ] as const)('an extension asked for with %j is refused: %s', (facts, reason) => {
    const world = createMilestoneWorld();
    const attempt = () => recordRequest(world.as('liaison'), { ...HD1, requestKind: 'extension', ...facts });
    expect(refusalOf(attempt)).toMatchObject({ code: 'illegal_transition', details: { reason } });
  });

  it('nothing is asked for a milestone that is verified', () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    recordMilestoneEvent(world.as('expert'), { ...HD1, kind: 'verify' });
    expect(refusalOf(() => askMoreTime(world)).details).toMatchObject({ reason: 'wrong_state', state: 'verified' });
  });

  it('the same request waits once; another kind may be asked beside it', () => {
    const world = createMilestoneWorld();
    askMoreTime(world);
    expect(refusalOf(() => askMoreTime(world))).toMatchObject({
      code: 'conflict',
      details: { reason: 'already_waiting' },
    });
    expect(askExemption(world).eventId).toBe(2);
  });

  it.each(['deputy', 'expert', 'viewer', 'admin'] as const)('a %s asks for nothing', (role) => {
    const world = createMilestoneWorld();
    const attempt = () => recordRequest(world.as(role), { ...HD1, requestKind: 'exemption', note: 'دلیل' });
    expect(refusalOf(attempt).code).toBe('forbidden');
  });
});

describe('the deputy’s answer', () => {
  it('accepting an extension moves the due date and answers, both in one', () => {
    const world = createMilestoneWorld();
    askMoreTime(world);
    const decided = decideRequest(world.as('deputy'), { requestId: 1, outcome: 'accepted', note: 'موجه است' });
    expect(decided).toMatchObject({ eventId: 3, granted: { eventId: 2, dueOn: '2018-12-15' } });
    expect(world.db.select().from(events).all().slice(1)).toMatchObject([
      { kind: 'extend', dueOn: '2018-12-15', refersTo: 1, note: 'موجه است' },
      { kind: 'request_answer', outcome: 'accepted', refersTo: 1, note: 'موجه است', requestKind: 'extension' },
    ]);
    expect(auditTrail(world.db).slice(1)).toEqual([
      'milestone.extend EA-001/HD1 deputy',
      'request.answer EA-001/HD1 deputy',
    ]);
  });

  it('the deputy may grant another day than the one asked for', () => {
    const world = createMilestoneWorld();
    askMoreTime(world);
    const decided = decideRequest(world.as('deputy'), {
      requestId: 1,
      outcome: 'accepted',
      note: 'کوتاه‌تر',
      dueOn: '2018-12-10',
    });
    expect(decided.granted?.dueOn).toBe('2018-12-10');
  });

  it('accepting an exemption exempts', () => {
    const world = createMilestoneWorld();
    askExemption(world);
    expect(decideRequest(world.as('deputy'), { requestId: 1, outcome: 'accepted', note: 'موجه' }).granted?.state).toBe(
      'exempt',
    );
  });

  it('a refusal changes nothing and needs a reason', () => {
    const world = createMilestoneWorld();
    askExemption(world);
    const deputy = world.as('deputy');
    expect(
      refusalOf(() => decideRequest(deputy, { requestId: 1, outcome: 'refused', note: null })).details,
    ).toMatchObject({
      reason: 'reason_missing',
    });
    expect(decideRequest(deputy, { requestId: 1, outcome: 'refused', note: 'خدمت دارد' }).granted).toBeNull();
    expect(world.db.select().from(events).all()).toHaveLength(2);
  });

  it('what cannot be granted any more is refused whole: no event, no answer', () => {
    const world = createMilestoneWorld();
    askMoreTime(world);
    recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'extend', note: 'همه', dueOn: '2018-12-20' });
    const attempt = () => decideRequest(world.as('deputy'), { requestId: 1, outcome: 'accepted', note: 'موجه' });
    expect(refusalOf(attempt).details).toMatchObject({ reason: 'due_not_later', currentDueOn: '2018-12-20' });
    expect(world.db.select().from(events).all()).toHaveLength(2);
    expect(auditTrail(world.db)).toHaveLength(2);
  });

  it('the second answer is told about the first', () => {
    const world = createMilestoneWorld();
    askMoreTime(world);
    decideRequest(world.as('deputy', { name: 'معاون' }), { requestId: 1, outcome: 'refused', note: 'نه' });
    const again = () => decideRequest(world.as('deputy'), { requestId: 1, outcome: 'accepted', note: 'آری' });
    expect(refusalOf(again)).toMatchObject({
      code: 'conflict',
      details: { reason: 'already_answered', outcome: 'refused', actorName: 'معاون' },
    });
  });

  it.each(['expert', 'liaison', 'viewer', 'admin'] as const)('a %s does not decide on requests', (role) => {
    const world = createMilestoneWorld();
    askMoreTime(world);
    const attempt = () => decideRequest(world.as(role), { requestId: 1, outcome: 'refused', note: 'نه' });
    expect(refusalOf(attempt).code).toBe('forbidden');
  });

  it('a delegate decides in the deputy’s place, and both events say so', () => {
    const world = createMilestoneWorld();
    askMoreTime(world);
    decideRequest(world.as('expert', { isDelegate: true }), { requestId: 1, outcome: 'accepted', note: 'موجه' });
    expect(world.db.select().from(events).all().slice(1)).toMatchObject([{ byDelegate: true }, { byDelegate: true }]);
  });

  it('an event that is no request cannot be answered as one', () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'start' });
    const attempt = () => decideRequest(world.as('deputy'), { requestId: 1, outcome: 'refused', note: 'نه' });
    expect(refusalOf(attempt).code).toBe('not_found');
  });
});

describe('objections', () => {
  const object = (world: MilestoneWorld) => recordObjection(world.as('liaison'), { ...HD1, note: 'شماره خوانا است' });
  const returned = () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    recordMilestoneEvent(world.as('expert'), { ...HD1, kind: 'return', note: 'ناخوانا' });
    return world;
  };

  it('a body objects to a return, and the objection names it', () => {
    const world = returned();
    expect(object(world).eventId).toBe(3);
    expect(world.db.select().from(events).all()[2]).toMatchObject({ kind: 'objection', side: 'body', refersTo: 2 });
    expect(auditTrail(world.db).at(-1)).toBe('objection.record EA-001/HD1 liaison');
  });

  it('one objection waits at a time, and it needs words', () => {
    const world = returned();
    expect(refusalOf(() => recordObjection(world.as('liaison'), { ...HD1, note: '' })).code).toBe('invalid_input');
    object(world);
    expect(refusalOf(() => object(world)).details).toMatchObject({ reason: 'already_waiting' });
  });

  it('an objection may be about the body as a whole', () => {
    const world = createMilestoneWorld();
    recordObjection(world.as('liaison'), { bodyCode: 'EA-001', note: 'این دستگاه خدمت مستقیم ندارد' });
    expect(world.db.select().from(events).all()).toMatchObject([{ kind: 'objection', milestoneId: null }]);
  });

  it.each([
    ['deputy', {}, 'done'],
    ['expert', {}, 'done'],
    ['expert', { districtCode: '220303' }, 'forbidden'],
    ['liaison', {}, 'forbidden'],
    ['viewer', {}, 'forbidden'],
    ['admin', {}, 'forbidden'],
  ] as const)('answered by %s %j: %s', (role, options, outcome) => {
    const world = returned();
    object(world);
    const answer = () =>
      answerObjection(world.as(role, options), { objectionId: 3, outcome: 'accepted', note: 'حق با شماست' });
    if (outcome === 'forbidden') {
      expect(refusalOf(answer).code).toBe('forbidden');
    } else {
      expect(answer().eventId).toBe(4);
      expect(refusalOf(answer).details).toMatchObject({ reason: 'already_answered' });
      expect(auditTrail(world.db).at(-1)).toBe(`objection.answer EA-001/HD1 ${role}`);
    }
  });
});
