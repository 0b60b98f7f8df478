import { describe, expect, it } from 'vitest';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { compareWithBefore } from '@/lib/services/review-comparison';
import { getReviewItem } from '@/lib/services/review-item';
import { returnClaim, undoDecision, verifyClaim } from '@/lib/services/reviews';
import { createMilestoneWorld, HD1, LETTER, type MilestoneWorld } from '../support/milestone-world';

const NEW_LETTER = { kind: 'letter', letterNumber: '۴۵۰/گ', letterOn: '2018-12-05' } as const;

function claim(
  world: MilestoneWorld,
  key: typeof HD1,
  evidence: Parameters<typeof recordMilestoneEvent>[1]['evidence'],
) {
  return recordMilestoneEvent(world.as('liaison'), { ...key, kind: 'claim', evidence }).eventId;
}

function comparisonOf(world: MilestoneWorld, claimEventId: number) {
  const deputy = world.as('deputy');
  const { file } = getReviewItem(deputy, claimEventId);
  if (file === null) throw new Error('a claim has a file');
  return compareWithBefore(deputy, file, claimEventId);
}

const numbers = (pieces: readonly { readonly letterNumber: string | null }[]) =>
  pieces.map((piece) => piece.letterNumber);

describe('a claim beside what came before it', () => {
  it('a first claim has nothing before it', () => {
    const world = createMilestoneWorld();
    expect(comparisonOf(world, claim(world, HD1, [LETTER]))).toEqual({ accepted: null, sinceReturn: null });
  });

  it('after a return: the reason, and which pieces are new, the same or gone', () => {
    const world = createMilestoneWorld();
    const first = claim(world, HD1, [LETTER]);
    returnClaim(world.as('deputy'), { claimEventId: first, expectedLastEventId: first, note: 'ناخوانا' });
    const second = claim(world, HD1, [LETTER, NEW_LETTER]);
    const { sinceReturn } = comparisonOf(world, second);
    expect(sinceReturn?.event).toMatchObject({ kind: 'return', note: 'ناخوانا' });
    expect(numbers(sinceReturn?.change.kept ?? [])).toEqual(['۳۱۲/گ']);
    expect(numbers(sinceReturn?.change.added ?? [])).toEqual(['۴۵۰/گ']);
    expect(sinceReturn?.change.gone).toEqual([]);
  });

  it('a return that was taken back is no return', () => {
    const world = createMilestoneWorld();
    const first = claim(world, HD1, [LETTER]);
    const deputy = world.as('deputy');
    const back = returnClaim(deputy, { claimEventId: first, expectedLastEventId: first, note: 'ناخوانا' });
    undoDecision(deputy, { decisionEventId: back.eventId, note: 'اشتباه' });
    expect(comparisonOf(world, first).sinceReturn).toBeNull();
  });

  it('after a reopening: what was accepted of this very step, with its evidence', () => {
    const world = createMilestoneWorld();
    const first = claim(world, HD1, [LETTER]);
    verifyClaim(world.as('deputy'), { claimEventId: first, expectedLastEventId: first });
    recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'reopen', note: 'بازدید ناموفق' });
    const { accepted, sinceReturn } = comparisonOf(world, claim(world, HD1, [NEW_LETTER]));
    expect(accepted).toMatchObject({ isSameStep: true, byName: 'نام deputy' });
    expect(numbers(accepted?.evidence ?? [])).toEqual(['۳۱۲/گ']);
    expect(sinceReturn?.event).toMatchObject({ kind: 'reopen', note: 'بازدید ناموفق' });
    expect(numbers(sinceReturn?.change.gone ?? [])).toEqual(['۳۱۲/گ']);
  });

  it('else the step of the track that was accepted last', () => {
    const world = createMilestoneWorld();
    const first = claim(world, HD1, [LETTER]);
    verifyClaim(world.as('deputy'), { claimEventId: first, expectedLastEventId: first });
    const later = recordMilestoneEvent(world.as('liaison'), {
      bodyCode: 'EA-001',
      milestoneCode: 'HD3',
      kind: 'claim',
      evidence: [{ kind: 'url', url: 'https://example.ir/' }],
    }).eventId;
    const { accepted } = comparisonOf(world, later);
    expect(accepted).toMatchObject({ isSameStep: false, milestone: { code: 'HD1' } });
    expect(numbers(accepted?.evidence ?? [])).toEqual(['۳۱۲/گ']);
  });

  it('evidence the reader may not see is neither shown nor compared by content', () => {
    const world = createMilestoneWorld();
    const first = claim(world, HD1, [LETTER]);
    returnClaim(world.as('deputy'), { claimEventId: first, expectedLastEventId: first, note: 'ناخوانا' });
    const second = claim(world, HD1, [LETTER]);
    const stranger = world.as('expert', { districtCode: '220303' });
    const { file } = getReviewItem(stranger, second);
    if (file === null) throw new Error('a claim has a file');
    const { sinceReturn } = compareWithBefore(stranger, file, second);
    expect(sinceReturn?.change).toMatchObject({ kept: [], added: [{ isHidden: true, letterNumber: null }] });
  });
});
