import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/calendar/civil-date';
import { isRealDesk, recentPaceWindow } from '@/lib/domain/pair-figures';
import { DEFAULT_THRESHOLDS } from '@/lib/domain/reference';
import { aMilestone, aPair, END_OF_AZAR, event, figuresOf, jalali, TODAY, verifiedOn } from './builders';

const EARLY = jalali('1397/08/01');
const pair = aPair([
  aMilestone({ code: 'A', weightPoints: 50, baselineDueOn: jalali('1397/08/15') }),
  aMilestone({ code: 'B', weightPoints: 30, baselineDueOn: TODAY }),
  aMilestone({ code: 'C', weightPoints: 20, baselineDueOn: addDays(TODAY, 1) }),
]);

describe('planned, claimed and verified', () => {
  test('a milestone due on the day itself is planned, one due the day after is not', () => {
    expect(figuresOf(pair, {}).plannedRatio).toBeCloseTo(0.8, 12);
  });

  test('what is claimed counts as claimed, what is verified as both', () => {
    const figures = figuresOf(pair, { A: verifiedOn(EARLY), B: [event('claim', EARLY)] });
    expect(figures.verifiedRatio).toBeCloseTo(0.5, 12);
    expect(figures.claimedRatio).toBeCloseTo(0.8, 12);
    expect(figures.unverifiedCount).toBe(2);
  });

  test('work in progress, returned and blocked counts as nothing', () => {
    const figures = figuresOf(pair, {
      A: [event('start', EARLY)],
      B: [event('claim', EARLY), event('return', EARLY)],
      C: [event('block', EARLY)],
    });
    expect(figures.claimedRatio).toBe(0);
    expect(figures.verifiedRatio).toBe(0);
  });

  test('planned never follows an extension or a return', () => {
    const figures = figuresOf(pair, {
      A: [event('extend', EARLY, { dueOn: END_OF_AZAR })],
      B: [event('claim', EARLY), event('return', EARLY, { dueOn: END_OF_AZAR })],
    });
    expect(figures.plannedRatio).toBeCloseTo(0.8, 12);
    expect(figures.milestones.map((item) => item.effectiveDueOn)).toEqual([
      END_OF_AZAR,
      END_OF_AZAR,
      addDays(TODAY, 1),
    ]);
  });

  test('weights need not sum to 100', () => {
    const odd = aPair([aMilestone({ code: 'A', weightPoints: 1 }), aMilestone({ code: 'B', weightPoints: 2 })]);
    expect(figuresOf(odd, { A: verifiedOn(EARLY) }).verifiedRatio).toBeCloseTo(1 / 3, 12);
  });

  test('a whole pair is exactly 1, whatever its weights', () => {
    const odd = aPair([0.1, 0.2, 0.7].map((weightPoints, index) => aMilestone({ code: `W${index}`, weightPoints })));
    const all = figuresOf(odd, { W0: verifiedOn(EARLY), W1: verifiedOn(EARLY), W2: verifiedOn(EARLY) }, END_OF_AZAR);
    expect([all.plannedRatio, all.claimedRatio, all.verifiedRatio]).toEqual([1, 1, 1]);
    expect(all.status).toBe('complete');
  });
});

describe('as of a day', () => {
  test('only what was recorded by then is known, whenever it happened', () => {
    const claim = event('claim', jalali('1397/09/10'), { occurredOn: jalali('1397/08/10') });
    expect(figuresOf(pair, { A: [claim] }, jalali('1397/09/09')).claimedRatio).toBe(0);
    expect(figuresOf(pair, { A: [claim] }, jalali('1397/09/10')).claimedRatio).toBeCloseTo(0.5, 12);
  });

  test('a verification that is reopened later stays in the figures of the days between', () => {
    const events = { A: [...verifiedOn(EARLY), event('reopen', jalali('1397/09/10'))] };
    expect(figuresOf(pair, events, jalali('1397/09/09')).verifiedRatio).toBeCloseTo(0.5, 12);
    expect(figuresOf(pair, events, jalali('1397/09/10')).verifiedRatio).toBe(0);
  });

  test('a verification undone on the same day never shows', () => {
    const events = { A: [...verifiedOn(EARLY), event('undo', EARLY)] };
    expect(figuresOf(pair, events, EARLY)).toMatchObject({ verifiedRatio: 0, claimedRatio: 0.5, lastVerifiedOn: null });
  });
});

describe('exemption', () => {
  test('removes a milestone and spreads its weight over what is left', () => {
    const figures = figuresOf(pair, { A: [event('exempt', EARLY)], B: verifiedOn(EARLY) });
    expect(figures.verifiedRatio).toBeCloseTo(0.6, 12);
    expect(figures.plannedRatio).toBeCloseTo(0.6, 12);
    expect(figures.unverifiedCount).toBe(1);
    expect(figures.isExempt).toBe(false);
  });

  test('is never counted as done', () => {
    expect(figuresOf(pair, { A: [event('exempt', EARLY)] })).toMatchObject({ verifiedRatio: 0, claimedRatio: 0 });
  });

  test('holds only from the day it was recorded and until it was lifted', () => {
    const events = {
      A: [event('exempt', jalali('1397/09/05')), event('lift_exemption', jalali('1397/09/10'))],
      B: verifiedOn(EARLY),
    };
    expect(figuresOf(pair, events, jalali('1397/09/04')).verifiedRatio).toBeCloseTo(0.3, 12);
    expect(figuresOf(pair, events, jalali('1397/09/05')).verifiedRatio).toBeCloseTo(0.6, 12);
    expect(figuresOf(pair, events, jalali('1397/09/10')).verifiedRatio).toBeCloseTo(0.3, 12);
  });

  test('of every milestone leaves a pair that is exempt and counts nothing', () => {
    const exempt = [event('exempt', EARLY)];
    expect(figuresOf(pair, { A: exempt, B: exempt, C: exempt })).toMatchObject({
      isExempt: true,
      status: 'exempt',
      unverifiedCount: 0,
      recentlyVerifiedCount: 0,
      lastVerifiedOn: null,
    });
  });
});

describe('what was verified recently', () => {
  test('the window is the 28 days that end on, and include, the last Friday', () => {
    // 1397/09/17 is a Saturday, 1397/09/16 the Friday before it.
    expect(recentPaceWindow(TODAY)).toEqual({ from: jalali('1397/08/19'), to: jalali('1397/09/16') });
    expect(recentPaceWindow(jalali('1397/09/16'))).toEqual({ from: jalali('1397/08/19'), to: jalali('1397/09/16') });
    expect(recentPaceWindow(jalali('1397/09/15'))).toEqual({ from: jalali('1397/08/12'), to: jalali('1397/09/09') });
  });

  test.each([
    ['on the first day of the window', '1397/08/19', 1],
    ['the day before it', '1397/08/18', 0],
    ['on the last Friday', '1397/09/16', 1],
    ['on the day itself, after that Friday', '1397/09/17', 0],
  ] as const)('a verification recorded %s', (_, day, count) => {
    expect(figuresOf(pair, { A: verifiedOn(jalali(day)) }).recentlyVerifiedCount).toBe(count);
  });

  test('certifications count too', () => {
    const inspected = aPair([aMilestone({ code: 'HD9', actor: 'governorate' })]);
    expect(figuresOf(inspected, { HD9: [event('certify', jalali('1397/09/05'))] }).recentlyVerifiedCount).toBe(1);
  });

  test('what was verified twice counts once, by its latest verification', () => {
    const again = [
      ...verifiedOn(jalali('1397/08/20')),
      event('reopen', jalali('1397/09/05')),
      ...verifiedOn(jalali('1397/09/10')),
    ];
    expect(figuresOf(pair, { A: again })).toMatchObject({
      recentlyVerifiedCount: 1,
      lastVerifiedOn: jalali('1397/09/10'),
    });
  });

  test('what is no longer verified does not count', () => {
    const reopened = [...verifiedOn(jalali('1397/09/05')), event('reopen', jalali('1397/09/10'))];
    expect(figuresOf(pair, { A: reopened })).toMatchObject({ recentlyVerifiedCount: 0, lastVerifiedOn: null });
  });

  test('what counts is the day of recording', () => {
    const days = { occurredOn: jalali('1397/07/01') };
    const events = [event('claim', EARLY, days), event('verify', jalali('1397/09/10'), days)];
    expect(figuresOf(pair, { A: events }).recentlyVerifiedCount).toBe(1);
  });
});

describe('a real desk', () => {
  const desk = aPair([
    aMilestone({ code: 'HD1' }),
    aMilestone({ code: 'HD4' }),
    aMilestone({ code: 'HD9', actor: 'governorate' }),
  ]);
  const certified = [event('certify', EARLY)];
  const real = DEFAULT_THRESHOLDS.realDeskMilestones;

  test('has delegated authority and a surprise inspection, both verified', () => {
    expect(isRealDesk(figuresOf(desk, { HD4: verifiedOn(EARLY), HD9: certified }), real)).toBe(true);
  });

  test('is not real on a claim, or with one of the two', () => {
    expect(isRealDesk(figuresOf(desk, { HD4: [event('claim', EARLY)], HD9: certified }), real)).toBe(false);
    expect(isRealDesk(figuresOf(desk, { HD4: verifiedOn(EARLY) }), real)).toBe(false);
    expect(isRealDesk(figuresOf(desk, { HD9: certified }), real)).toBe(false);
  });

  test('is no question for a pair without these milestones', () => {
    expect(isRealDesk(figuresOf(pair, {}), real)).toBeNull();
  });
});
