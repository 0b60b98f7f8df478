import { describe, expect, it } from 'vitest';
import { paceWindowStart } from '@/lib/domain/review-pace';
import { findOwnUndoable, getReviewPace, listDecisions } from '@/lib/services/review-pace';
import { returnClaim, undoDecision, verifyClaim } from '@/lib/services/reviews';
import { createManyClaims } from '../support/many-claims';
import { refusalOf, TODAY } from '../support/milestone-world';

function decided() {
  const { world, claims } = createManyClaims(30);
  const at = (number: number) => {
    const id = claims[number - 1]?.id ?? 0;
    return { claimEventId: id, expectedLastEventId: id };
  };
  const deputy = world.as('deputy');
  const expert = world.as('expert');
  verifyClaim(deputy, at(1));
  verifyClaim(expert, at(2));
  returnClaim(expert, { ...at(3), note: 'شماره خوانا نیست.\nصفحهٔ دوم' });
  returnClaim(deputy, { ...at(4), note: 'شماره خوانا نیست.' });
  const wrong = verifyClaim(deputy, at(5));
  undoDecision(deputy, { decisionEventId: wrong.eventId, note: 'اشتباه' });
  return { world, at, deputy, expert };
}

const WINDOW = { from: paceWindowStart(TODAY), to: TODAY, reviewer: null } as const;

describe('the reviewers’ own pace', () => {
  it('counts decisions that stand, those taken back apart, and the claims that wait', () => {
    const pace = getReviewPace(decided().deputy);
    expect(pace.weeks.at(-1)).toMatchObject({ decided: 4, verified: 2, returned: 2, undone: 1 });
    expect(pace.rate).toMatchObject({ ratio: 0.5, undone: 1, reasons: [{ reason: 'شماره خوانا نیست.', count: 2 }] });
    expect(pace.waiting.count).toBe(26);
    expect(pace.asOf).toBe(TODAY);
  });

  it('every number is the length of the list behind it', () => {
    const { deputy } = decided();
    const pace = getReviewPace(deputy);
    const totalOf = (kind: 'decided' | 'verify' | 'return' | 'undo', reviewer: string | null = null) =>
      listDecisions(deputy, { ...WINDOW, kind, reviewer }).total;
    expect([totalOf('decided'), totalOf('verify'), totalOf('return'), totalOf('undo')]).toEqual([4, 2, 2, 1]);
    for (const { key, decided: count, returned, undone } of pace.reviewers) {
      expect([totalOf('decided', key), totalOf('return', key), totalOf('undo', key)]).toEqual([
        count,
        returned,
        undone,
      ]);
    }
    const week = pace.weeks.at(-1);
    expect(
      listDecisions(deputy, { ...WINDOW, from: week?.startOn ?? TODAY, to: week?.endOn ?? TODAY, kind: 'decided' })
        .total,
    ).toBe(week?.decided);
  });

  it('a reviewer of one district reads that district’s pace and decisions', () => {
    const { world } = decided();
    const own = world.as('expert', { districtCode: '220303' });
    // bodies with an even number lie there
    expect(getReviewPace(own)).toMatchObject({ rate: { decided: 2, returned: 1 }, waiting: { count: 13 } });
    expect(listDecisions(own, { ...WINDOW, kind: 'decided' }).total).toBe(2);
  });

  it('the newest own decision of today can be taken back; one that was, or somebody else’s, is not offered', () => {
    const { world, deputy, expert, at } = decided();
    expect(findOwnUndoable(deputy)).not.toBeNull();
    const newest = verifyClaim(expert, at(6));
    expect(findOwnUndoable(expert)).toBe(newest.eventId);
    expect(findOwnUndoable(world.as('deputy', { id: 'someone-else' }))).toBeNull();
    expect(findOwnUndoable(world.as('expert', { today: '2018-12-09' }))).toBeNull();
  });

  it.each(['liaison', 'viewer', 'admin'] as const)('a %s reads neither pace nor decisions', (role) => {
    const who = decided().world.as(role);
    expect(refusalOf(() => getReviewPace(who)).code).toBe('forbidden');
    expect(refusalOf(() => listDecisions(who, { ...WINDOW, kind: 'decided' })).code).toBe('forbidden');
    expect(refusalOf(() => findOwnUndoable(who)).code).toBe('forbidden');
  });
});
