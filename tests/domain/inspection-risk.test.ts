import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskRisk, RISK_LIMITS, RISK_PARTS, type DeskFacts } from '@/lib/domain/inspection-risk';

const QUIET: DeskFacts = { claimed: 8, unseen: 0, lastVisit: null, returned: 0, silentDays: null, satisfaction: null };
const visited = (days: number, isReal = true, percent = 90) => ({ days, isReal, percent, passPercent: 70 });

const pointsOf = (facts: Partial<DeskFacts>) => deskRisk({ ...QUIET, ...facts })?.points ?? Number.NaN;

describe('the risk of a desk', () => {
  it('is a sum of parts of which each has its limit, 100 in all', () => {
    expect(RISK_PARTS.reduce((sum, part) => sum + RISK_LIMITS[part], 0)).toBe(100);
    expect(
      pointsOf({
        unseen: 20,
        lastVisit: visited(1000, false, 10),
        returned: 50,
        silentDays: 90,
        satisfaction: 0,
      }),
    ).toBe(100);
  });

  it('is null while nobody claims anything: there is nothing to see', () => {
    expect(deskRisk({ ...QUIET, claimed: 0 })).toBeNull();
  });

  it.each([
    ['never visited: 30', {}, 30],
    ['never visited, 3 unseen: 30 + 12', { unseen: 3 }, 42],
    ['45 of 90 days: 15', { lastVisit: visited(45) }, 15],
    ['failed 9 days ago: 3 + 20', { lastVisit: visited(9, false, 40) }, 23],
    ['passed narrowly today: 8', { lastVisit: visited(0, true, 79.9) }, 8],
    ['passed with room today: 0', { lastVisit: visited(0, true, 80) }, 0],
    ['two returns, silent: 30 + 6 + 6', { returned: 2, silentDays: 20 }, 42],
    ['satisfaction 35 of wanted 70: 30 + 3.5', { satisfaction: 35 }, 33.5],
  ])('%s', (_, facts, points) => {
    expect(pointsOf(facts)).toBeCloseTo(points, 9);
  });

  it('names only what gives points, the weightiest first', () => {
    expect(deskRisk({ ...QUIET, unseen: 1, returned: 2 })?.parts.map(({ name }) => name)).toEqual([
      'time',
      'returned',
      'unseen',
    ]);
  });
});

describe('the risk never falls', () => {
  const facts = fc.record<DeskFacts>({
    claimed: fc.integer({ min: 1, max: 8 }),
    unseen: fc.integer({ min: 0, max: 8 }),
    lastVisit: fc.option(
      fc.record({
        days: fc.integer({ min: 0, max: 400 }),
        isReal: fc.boolean(),
        percent: fc.double({ min: 0, max: 100, noNaN: true }),
        passPercent: fc.constant(70),
      }),
    ),
    returned: fc.integer({ min: 0, max: 9 }),
    silentDays: fc.option(fc.integer({ min: 15, max: 200 })),
    satisfaction: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  });
  const risk = (given: DeskFacts) => deskRisk(given)?.points ?? Number.NaN;
  const never = 1e-9;

  it('and lies between 0 and 100', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(risk(given)).toBeGreaterThanOrEqual(0);
        expect(risk(given)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('with more unseen milestones, more returns, more days, silence, and less content clients', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 5 }), (given, more) => {
        const atLeast = risk(given) - never;
        expect(risk({ ...given, unseen: given.unseen + more })).toBeGreaterThanOrEqual(atLeast);
        expect(risk({ ...given, returned: given.returned + more })).toBeGreaterThanOrEqual(atLeast);
        expect(risk({ ...given, silentDays: 20 })).toBeGreaterThanOrEqual(given.silentDays === null ? atLeast : 0);
        if (given.satisfaction !== null)
          expect(risk({ ...given, satisfaction: given.satisfaction - more })).toBeGreaterThanOrEqual(atLeast);
        if (given.lastVisit !== null) {
          const { lastVisit } = given;
          expect(risk({ ...given, lastVisit: { ...lastVisit, days: lastVisit.days + more } })).toBeGreaterThanOrEqual(
            atLeast,
          );
          expect(risk({ ...given, lastVisit: { ...lastVisit, isReal: false } })).toBeGreaterThanOrEqual(atLeast);
        }
      }),
    );
  });
});
