import { describe, expect, it } from 'vitest';
import { events } from '@/db/schema/index';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { recordObjection } from '@/lib/services/objections';
import { recordRequest } from '@/lib/services/requests';
import { getMilestoneFile, getReviewItem } from '@/lib/services/review-item';
import { getReviewPace } from '@/lib/services/review-pace';
import { listReviewQueue } from '@/lib/services/review-queue';
import { decideClaims, returnClaim, undoDecision, verifyClaim } from '@/lib/services/reviews';
import { type ReviewFilter, WHOLE_QUEUE } from '@/lib/validation/review-query';
import {
  auditTrail,
  createMilestoneWorld,
  HD1,
  LETTER,
  refusalOf,
  type MilestoneWorld,
} from '../support/milestone-world';

/** Claims of three bodies: the agency waits longest, the governorate shortest. */
function withClaims(): MilestoneWorld {
  const world = createMilestoneWorld();
  const claim = (bodyCode: 'EA-001' | 'VA-001' | 'GV-001', today: '2018-12-01' | '2018-12-04' | '2018-12-06') =>
    recordMilestoneEvent(world.as('liaison', { bodies: [bodyCode], today, id: `liaison-${bodyCode}` }), {
      bodyCode,
      milestoneCode: 'HD1',
      kind: 'claim',
      evidence: [{ ...LETTER, letterOn: '2018-11-30' }],
    });
  claim('EA-001', '2018-12-01');
  claim('VA-001', '2018-12-04');
  claim('GV-001', '2018-12-06');
  return world;
}

describe('the queue', () => {
  it('the longest wait comes first', () => {
    const queue = listReviewQueue(withClaims().as('deputy'));
    expect(queue.rows.map(({ body, days, eventId }) => [body.code, days, eventId])).toEqual([
      ['EA-001', 7, 1],
      ['VA-001', 4, 2],
      ['GV-001', 2, 3],
    ]);
    expect(queue).toMatchObject({ total: 3, claims: 3, choosable: 3, counts: { all: 3, claims: 3, extensions: 0 } });
    expect(queue.rows[0]).toMatchObject({ evidenceKinds: ['letter'], obstacle: null, isSelfDeclared: false });
  });

  it('claims, extensions, exemptions and objections can be seen apart', () => {
    const world = withClaims();
    const liaison = world.as('liaison');
    const nt3 = { bodyCode: 'EA-001', milestoneCode: 'NT3' };
    recordRequest(liaison, { ...nt3, requestKind: 'extension', note: 'خط', dueOn: '2019-02-01' });
    recordRequest(liaison, { ...nt3, requestKind: 'exemption', note: 'خط' });
    recordObjection(liaison, { ...nt3, note: 'نادرست است' });
    const kinds = (filter: ReviewFilter) =>
      listReviewQueue(world.as('deputy'), { query: { ...WHOLE_QUEUE, filter } }).rows.map(({ kind }) => kind);
    expect(kinds('extensions')).toEqual(['extension']);
    expect(kinds('requests')).toEqual(['extension', 'exemption']);
    expect(kinds('exemptions')).toEqual(['exemption']);
    expect(kinds('objections')).toEqual(['objection']);
    expect(kinds('claims')).toHaveLength(3);
    expect(kinds('all')).toHaveLength(6);
  });

  it('an expert sees what only the deputy may decide, and why', () => {
    const world = withClaims();
    const rows = listReviewQueue(world.as('expert')).rows;
    expect(rows.map(({ body, obstacle, isSelfDeclared }) => [body.code, obstacle, isSelfDeclared])).toEqual([
      ['EA-001', null, false],
      ['VA-001', null, false],
      ['GV-001', 'deputy_only', true],
    ]);
  });

  it('whoever claimed on behalf is told that somebody else decides', () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('expert'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    expect(listReviewQueue(world.as('expert')).rows[0]).toMatchObject({ obstacle: 'own_claim', isOnBehalf: true });
  });

  it('an expert of a district has that district’s queue', () => {
    const rows = listReviewQueue(withClaims().as('expert', { districtCode: '220303' })).rows;
    expect(rows.map(({ body }) => body.code)).toEqual(['VA-001']);
  });

  it.each(['liaison', 'viewer', 'admin'] as const)('a %s has no queue', async (role) => {
    const world = withClaims();
    expect(refusalOf(() => listReviewQueue(world.as(role))).code).toBe('forbidden');
    expect(refusalOf(() => getReviewItem(world.as(role), 1)).code).toBe('forbidden');
    const claims = [{ claimEventId: 1, expectedLastEventId: 1 }];
    await expect(decideClaims(world.as(role), claims, { kind: 'verify' })).rejects.toMatchObject({ code: 'forbidden' });
    const sendBack = decideClaims(world.as(role), claims, { kind: 'return', note: 'ناخوانا' });
    await expect(sendBack).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('one item', () => {
  it('shows the due date, the effect on the body’s figure and what a return would lead to', () => {
    const item = getReviewItem(withClaims().as('deputy'), 1);
    expect(item).toMatchObject({
      kind: 'claim',
      waitingDays: 7,
      claim: { dueOn: '2018-12-01', isOnTime: true },
      // five working days after Saturday 12-08: Sunday to Wednesday, then Saturday
      dueAfterReturnOn: '2018-12-15',
      file: { effect: { from: 0, to: 0.4 }, lastAccepted: null, lastEventId: 1, state: 'claimed' },
      evidence: [{ kind: 'letter', letterNumber: '۳۱۲/گ', isHidden: false }],
      decided: null,
      obstacle: null,
    });
  });

  it('a claim that was entered long after it happened is flagged', () => {
    const world = createMilestoneWorld();
    const claim = (milestoneCode: 'HD1' | 'NT3', occurredOn: '2018-11-23' | '2018-07-27') =>
      recordMilestoneEvent(world.as('liaison'), {
        bodyCode: 'EA-001',
        milestoneCode,
        kind: 'claim',
        occurredOn,
        evidence: [LETTER],
      });
    claim('HD1', '2018-11-23');
    claim('NT3', '2018-07-27');
    const flagsOf = (id: number) => getReviewItem(world.as('deputy'), id).flags;
    expect(flagsOf(1)).toEqual({ isBeforeTrackStart: false, isLateEntry: true, entryDelayDays: 15 });
    expect(flagsOf(2)).toMatchObject({ isBeforeTrackStart: true, isLateEntry: true });
  });

  it('a claim recorded fourteen days after it happened is not flagged yet', () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', occurredOn: '2018-11-24', evidence: [LETTER] });
    expect(getReviewItem(world.as('deputy'), 1).flags?.isLateEntry).toBe(false);
  });

  it('one that was decided meanwhile says by whom', () => {
    const world = withClaims();
    verifyClaim(world.as('expert', { name: 'مریم' }), { claimEventId: 1, expectedLastEventId: 1 });
    expect(getReviewItem(world.as('deputy'), 1).decided).toMatchObject({ kind: 'verify', actorName: 'مریم' });
  });

  it('a reviewer of another district sees that there is evidence, not what it says', () => {
    const item = getReviewItem(withClaims().as('expert', { districtCode: '220303' }), 1);
    expect(item).toMatchObject({ obstacle: 'other_district', evidence: [{ isHidden: true, letterNumber: null }] });
  });

  it('an event that waits for nobody is not found', () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'start' });
    expect(refusalOf(() => getReviewItem(world.as('deputy'), 1)).code).toBe('not_found');
    expect(refusalOf(() => getReviewItem(world.as('deputy'), 99)).code).toBe('not_found');
  });

  it('the file of a milestone offers what the person may do in this state', () => {
    const world = createMilestoneWorld();
    expect(getMilestoneFile(world.as('deputy'), HD1).possible).toEqual(['exempt', 'extend']);
    expect(getMilestoneFile(world.as('expert'), HD1).possible).toEqual(['claim']);
    expect(getMilestoneFile(world.as('expert'), { bodyCode: 'EA-001', milestoneCode: 'HD9' }).possible).toEqual([
      'certify',
    ]);
  });
});

describe('deciding', () => {
  it('a return carries its reason and a new day, and is audited', () => {
    const world = withClaims();
    const returned = returnClaim(world.as('deputy'), {
      claimEventId: 1,
      expectedLastEventId: 1,
      note: 'شماره خوانا نیست.',
      dueOn: '2018-12-20',
    });
    expect(returned).toMatchObject({ state: 'returned', dueOn: '2018-12-20' });
    expect(auditTrail(world.db).at(-1)).toBe('milestone.return EA-001/HD1 deputy');
    expect(getReviewPace(world.as('deputy')).rate).toMatchObject({ decided: 1, returned: 1 });
  });

  it('a decision is taken back by the same person, and the claim waits again', () => {
    const world = withClaims();
    const deputy = world.as('deputy');
    const verified = verifyClaim(deputy, { claimEventId: 1, expectedLastEventId: 1 });
    expect(listReviewQueue(deputy).rows).toHaveLength(2);
    expect(undoDecision(deputy, { decisionEventId: verified.eventId, note: 'اشتباه' }).state).toBe('claimed');
    expect(listReviewQueue(deputy).rows).toHaveLength(3);
    expect(getReviewItem(deputy, 1).decided).toBeNull();
  });

  it('after something else has happened, an undo is a conflict', () => {
    const world = withClaims();
    const verified = verifyClaim(world.as('deputy'), { claimEventId: 1, expectedLastEventId: 1 });
    recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'reopen', note: 'بازدید' });
    const attempt = () => undoDecision(world.as('deputy'), { decisionEventId: verified.eventId, note: 'اشتباه' });
    expect(refusalOf(attempt)).toMatchObject({ code: 'conflict', details: { kind: 'reopen' } });
  });

  it('several at once: what was decided meanwhile does not hold up the others', async () => {
    const world = withClaims();
    returnClaim(world.as('expert', { name: 'مریم' }), { claimEventId: 2, expectedLastEventId: 2, note: 'ناخوانا' });
    const before = auditTrail(world.db).length;
    const result = await decideClaims(
      world.as('deputy'),
      [
        { claimEventId: 1, expectedLastEventId: 1 },
        { claimEventId: 2, expectedLastEventId: 2 },
        { claimEventId: 3, expectedLastEventId: 3 },
      ],
      { kind: 'verify' },
    );
    expect(result.recorded.map(({ state }) => state)).toEqual(['verified', 'verified']);
    expect(result.refused).toMatchObject([
      { claimEventId: 2, error: { code: 'conflict', details: { actorName: 'مریم' } } },
    ]);
    expect(world.db.select().from(events).all()).toHaveLength(6);
    expect(auditTrail(world.db).slice(before)).toEqual([
      'milestone.verify EA-001/HD1 deputy',
      'milestone.verify GV-001/HD1 deputy',
    ]);
  });

  it('several go back with one reason, each as its own event with its own audit row', async () => {
    const world = withClaims();
    const before = auditTrail(world.db).length;
    const result = await decideClaims(
      world.as('deputy'),
      [
        { claimEventId: 1, expectedLastEventId: 1 },
        { claimEventId: 2, expectedLastEventId: 2 },
      ],
      { kind: 'return', note: 'شماره خوانا نیست.', dueOn: '2018-12-20' },
    );
    expect(result.recorded).toMatchObject([
      { state: 'returned', dueOn: '2018-12-20' },
      { state: 'returned', dueOn: '2018-12-20' },
    ]);
    expect(auditTrail(world.db).slice(before)).toEqual([
      'milestone.return EA-001/HD1 deputy',
      'milestone.return VA-001/HD1 deputy',
    ]);
  });

  it('without a reason nothing goes back', async () => {
    const world = withClaims();
    const claims = [{ claimEventId: 1, expectedLastEventId: 1 }];
    const result = await decideClaims(world.as('deputy'), claims, { kind: 'return', note: ' ' });
    expect(result).toMatchObject({ recorded: [], refused: [{ error: { code: 'illegal_transition' } }] });
  });

  it('an expert who picks the governorate’s own claim too is refused that one only', async () => {
    const world = withClaims();
    const result = await decideClaims(
      world.as('expert'),
      [
        { claimEventId: 1, expectedLastEventId: 1 },
        { claimEventId: 3, expectedLastEventId: 3 },
      ],
      { kind: 'verify' },
    );
    expect(result.recorded).toHaveLength(1);
    expect(result.refused).toMatchObject([{ claimEventId: 3, error: { code: 'forbidden' } }]);
  });
});
