import { beforeAll, describe, expect, it } from 'vitest';
import { listReviewQueue, REVIEW_PAGE_SIZE, type ReviewQueueParams } from '@/lib/services/review-queue';
import { gatherClaims, MOST_AT_ONCE, outcomeOfClaims } from '@/lib/services/review-several';
import { decideClaims, returnClaim, verifyClaim } from '@/lib/services/reviews';
import { type ReviewQuery, WHOLE_QUEUE } from '@/lib/validation/review-query';
import { createManyClaims, type ManyClaims } from '../support/many-claims';
import { auditTrail, refusalOf } from '../support/milestone-world';

const only = (query: Partial<ReviewQuery>): ReviewQuery => ({ ...WHOLE_QUEUE, ...query });

describe('four hundred waiting claims', () => {
  let many: ManyClaims;
  beforeAll(() => {
    many = createManyClaims(400);
  });
  const queue = (params: ReviewQueueParams = {}) => listReviewQueue(many.world.as('deputy'), params);
  const idOf = (number: number) => many.claims[number - 1]?.id ?? 0;

  it('a page holds fifty, and says how many there are', () => {
    const first = queue();
    expect(first).toMatchObject({
      total: 400,
      claims: 400,
      choosable: 400,
      page: 1,
      pages: 8,
      firstPlace: 1,
      place: 1,
    });
    expect(first.rows).toHaveLength(REVIEW_PAGE_SIZE);
    expect(first.rows[0]).toMatchObject({ eventId: idOf(1), days: 39, evidenceKinds: ['letter'] });
    expect(first.currentId).toBe(idOf(1));
  });

  it('the whole list is walked through by its pages, nothing twice and nothing missed', () => {
    const seen = Array.from({ length: 8 }, (_, index) => queue({ page: index + 1 }).rows).flat();
    expect(new Set(seen.map(({ eventId }) => eventId)).size).toBe(400);
    expect(queue({ page: 99 }).page).toBe(8);
  });

  it('the item asked for decides the page, and knows its neighbours across its edge', () => {
    expect(queue({ itemId: idOf(50) })).toMatchObject({ page: 1, place: 50, nextId: idOf(51), previousId: idOf(49) });
    expect(queue({ itemId: idOf(51) })).toMatchObject({ page: 2, place: 51, previousId: idOf(50), firstPlace: 51 });
  });

  it('the work of the database is bounded by the page: evidence is read for its rows alone', () => {
    const { db } = many.world;
    const sent: number[] = [];
    const prepare = db.$client.prepare.bind(db.$client);
    db.$client.prepare = ((source: string) => {
      if (/from "(evidence|events)"/.test(source)) sent.push(source.split('?').length - 1);
      return prepare(source);
    }) as typeof db.$client.prepare;
    queue({ page: 3 });
    db.$client.prepare = prepare;
    expect(sent.length).toBeGreaterThan(0);
    expect(Math.max(...sent)).toBeLessThanOrEqual(REVIEW_PAGE_SIZE);
  });

  it('a search forgives spelling and digits', () => {
    const found = (q: string) => queue({ query: only({ q }) }).rows.map(({ body }) => body.code);
    expect(found('دهياري روستاي ۳۹۹')).toEqual(['VM-399']);
    expect(found('دهیاری‌روستای 399')).toEqual(['VM-399']);
    expect(found('vm-007')).toEqual(['VM-007']);
  });

  it('a search that finds nothing names what is near', () => {
    const none = queue({ query: only({ q: 'دهیاری روصتای' }) });
    expect(none.rows).toEqual([]);
    expect(none.suggestions.length).toBeGreaterThan(0);
  });

  it.each<[string, Partial<ReviewQuery>, number]>([
    ['track', { trackCode: 'HD' }, 400],
    ['another track', { trackCode: 'NT' }, 0],
    ['category', { category: 'executive_agency' }, 100],
    ['district', { districtCode: '220303' }, 200],
    ['days waited, 0 to 3', { waiting: '0-3' }, 40],
    ['days waited, over thirty', { waiting: '31-' }, 90],
    ['kind of evidence', { evidence: 'url' }, 80],
    // HD1 is due on 12-01, seven days ago: claims of the last seven days came after it
    ['on time', { due: 'on_time' }, 330],
    ['after the due date', { due: 'after_due' }, 70],
    ['several at once', { evidence: 'url', districtCode: '220303', waiting: '0-3' }, 4],
  ])('filtered by %s', (_, query, expected) => {
    const found = queue({ query: only(query) });
    expect(found.total).toBe(expected);
    expect(found.counts.claims).toBe(found.total);
  });

  it('sorted by name in Persian order with numbers by value, and by step', () => {
    const names = queue({ query: only({ sort: 'name' }) }).rows.map(({ body }) => body.name);
    expect(names.slice(0, 3)).toEqual(['دهیاری روستای 1', 'دهیاری روستای 2', 'دهیاری روستای 3']);
    expect(queue({ query: only({ sort: 'step' }) }).rows[0]?.eventId).toBe(idOf(1));
  });

  it('an expert of a district has that district’s two hundred, and its claims alone in one go', () => {
    const expert = many.world.as('expert', { districtCode: '220303' });
    expect(listReviewQueue(expert)).toMatchObject({ total: 200, inReach: 200, choosable: 200 });
    const gathered = gatherClaims(expert, { query: WHOLE_QUEUE });
    expect(gathered).toMatchObject({ bodies: 200, beyond: 0, obstacles: [] });
    expect(gathered.rows.every(({ body }) => body.districtCode === '220303')).toBe(true);
    expect(gatherClaims(expert, { claimIds: [idOf(1), idOf(2)] })).toMatchObject({ bodies: 1, gone: 1 });
  });
});

describe('the place in the list', () => {
  it('after a decision the next one is shown, and the page stays', () => {
    const { world, claims } = createManyClaims(60);
    const deputy = world.as('deputy');
    const at = (number: number) => claims[number - 1]?.id ?? 0;
    verifyClaim(deputy, { claimEventId: at(55), expectedLastEventId: at(55) });
    expect(listReviewQueue(deputy, { afterId: at(55) })).toMatchObject({ currentId: at(56), page: 2, place: 55 });
    verifyClaim(deputy, { claimEventId: at(60), expectedLastEventId: at(60) });
    expect(listReviewQueue(deputy, { afterId: at(60) })).toMatchObject({ currentId: at(59) });
  });

  it('what somebody else decided meanwhile keeps its place between its neighbours', () => {
    const { world, claims } = createManyClaims(60);
    const at = (number: number) => claims[number - 1]?.id ?? 0;
    verifyClaim(world.as('expert'), { claimEventId: at(20), expectedLastEventId: at(20) });
    const queue = listReviewQueue(world.as('deputy'), { itemId: at(20) });
    expect(queue).toMatchObject({ currentId: at(20), place: null, nextId: at(21), previousId: at(19) });
  });

  it('after the last one the queue is empty and shows nothing', () => {
    const { world, claims } = createManyClaims(1);
    const id = claims[0]?.id ?? 0;
    verifyClaim(world.as('deputy'), { claimEventId: id, expectedLastEventId: id });
    expect(listReviewQueue(world.as('deputy'), { afterId: id })).toMatchObject({
      total: 0,
      firstPlace: 0,
      currentId: null,
      nextId: null,
    });
  });
});

describe('several at once', () => {
  it('says how many claims of how many bodies, what is left out and why', () => {
    const { world, claims } = createManyClaims(12);
    const ids = claims.map(({ id }) => id);
    verifyClaim(world.as('expert'), { claimEventId: ids[0] ?? 0, expectedLastEventId: ids[0] ?? 0 });
    const own = world.as('deputy', { id: 'user-liaison' });
    expect(gatherClaims(world.as('deputy'), { claimIds: ids })).toMatchObject({ bodies: 11, gone: 1, obstacles: [] });
    expect(gatherClaims(own, { claimIds: ids })).toMatchObject({
      rows: [],
      obstacles: [{ obstacle: 'own_claim', count: 11 }],
    });
  });

  it('takes no more than the most at once, and says what is beyond', () => {
    const { world } = createManyClaims(MOST_AT_ONCE + 12);
    const gathered = gatherClaims(world.as('deputy'), { query: WHOLE_QUEUE });
    expect(gathered.rows).toHaveLength(MOST_AT_ONCE);
    expect(gathered.beyond).toBe(12);
  });

  it('afterwards tells which were done, which not, and who was faster', async () => {
    const { world, claims } = createManyClaims(4);
    const ids = claims.map(({ id }) => id);
    const chosen = ids.map((id) => ({ claimEventId: id, expectedLastEventId: id }));
    const [first = 0, second = 0] = ids;
    returnClaim(world.as('expert', { name: 'مریم' }), {
      claimEventId: first,
      expectedLastEventId: first,
      note: 'ناخوانا',
    });
    const deputy = world.as('deputy');
    await decideClaims(deputy, chosen.slice(0, 3), { kind: 'verify' });
    const outcome = outcomeOfClaims(deputy, 'verify', ids);
    expect(
      outcome.map(({ isDone, decision }) => [isDone, decision?.kind ?? null, decision?.actorName ?? null]),
    ).toEqual([
      [false, 'return', 'مریم'],
      [true, 'verify', 'نام deputy'],
      [true, 'verify', 'نام deputy'],
      [false, null, null],
    ]);
    expect(outcome[1]?.claimEventId).toBe(second);
    expect(auditTrail(world.db).filter((row) => row.startsWith('milestone.verify'))).toHaveLength(2);
  });

  it.each(['liaison', 'viewer', 'admin'] as const)('a %s gathers nothing and is told nothing', (role) => {
    const { world, claims } = createManyClaims(2);
    const ids = claims.map(({ id }) => id);
    expect(refusalOf(() => gatherClaims(world.as(role), { claimIds: ids })).code).toBe('forbidden');
    expect(refusalOf(() => gatherClaims(world.as(role), { query: WHOLE_QUEUE })).code).toBe('forbidden');
    expect(refusalOf(() => outcomeOfClaims(world.as(role), 'verify', ids)).code).toBe('forbidden');
  });
});
