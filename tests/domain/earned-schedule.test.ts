import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { calculateEarnedSchedule, earnedSchedulePeriods, type EarnedScheduleInput } from '@/lib/domain/earned-schedule';
import { plannedCurve, plannedOn, weeklyPlannedValues, weekZero } from '@/lib/domain/planned-value';
import { calculateGroupFigures } from '@/lib/domain/group-figures';
import {
  aMilestone,
  aPair,
  aTrack,
  CALENDAR_1397,
  END_OF_AZAR,
  END_OF_YEAR,
  event,
  figuresOf,
  jalali,
  TODAY,
  verifiedOn,
} from './builders';

const W0 = jalali('1397/06/30');

function input(overrides: Partial<EarnedScheduleInput> = {}): EarnedScheduleInput {
  return {
    deadlines: [END_OF_AZAR],
    verified: 0.5,
    isComplete: false,
    lastVerifiedOn: jalali('1397/09/05'),
    w0: W0,
    plannedValues: [0, 0.25, 0.5, 0.5, 0.75, 1],
    asOf: addDays(W0, 28),
    ...overrides,
  };
}

describe('periods earned', () => {
  const planned = [0, 0.25, 0.5, 0.5, 0.75, 1];

  test.each([
    ['nothing', 0, 0],
    ['half of the first step', 0.125, 0.5],
    ['exactly a step that lasts two periods', 0.5, 3],
    ['between two steps', 0.625, 3.5],
    ['almost all', 0.975, 4.9],
  ] as const)('%s', (_, earned, es) => {
    expect(earnedSchedulePeriods(planned, earned).es).toBeCloseTo(es, 12);
  });

  test('a value that misses a step only by the noise of binary fractions counts it', () => {
    expect(earnedSchedulePeriods([0, 0.1 + 0.2, 1], 0.3)).toMatchObject({ c: 1 });
  });

  test('work earned before any was planned counts from the periods in which nothing was due', () => {
    expect(earnedSchedulePeriods([0, 0, 0, 0.5, 1], 0.25).es).toBeCloseTo(2.5, 12);
  });
});

describe('the first reason that fits why there is no earned schedule', () => {
  const nothing = { es: null, at: null, spiT: null, forecastFinish: null };

  test('several deadlines, before all others', () => {
    expect(
      calculateEarnedSchedule(input({ deadlines: [END_OF_AZAR, END_OF_YEAR], verified: 1, isComplete: true })),
    ).toEqual({ ...nothing, reason: 'several_deadlines' });
  });

  test('no data', () => {
    expect(calculateEarnedSchedule(input({ deadlines: [], verified: null, w0: null }))).toEqual({
      ...nothing,
      reason: 'no_data',
    });
  });

  test('complete, with the day of the last verification as its finish', () => {
    expect(calculateEarnedSchedule(input({ verified: 1, isComplete: true, asOf: W0 }))).toEqual({
      ...nothing,
      forecastFinish: jalali('1397/09/05'),
      reason: 'complete',
    });
  });

  test('not started up to and including W0', () => {
    expect(calculateEarnedSchedule(input({ asOf: W0, verified: 0 }))).toEqual({ ...nothing, reason: 'not_started' });
    expect(calculateEarnedSchedule(input({ asOf: addDays(W0, 1) })).reason).toBeNull();
  });

  test('nothing verified', () => {
    expect(calculateEarnedSchedule(input({ verified: 0 }))).toEqual({ ...nothing, reason: 'nothing_verified' });
  });

  test('not in sight: the finish alone is missing', () => {
    const result = calculateEarnedSchedule(input({ verified: 0.001 }));
    expect(result).toMatchObject({ forecastFinish: null, reason: 'not_in_sight' });
    expect(result.es).toBeCloseTo(0.004, 12);
    expect(result.at).toBe(4);
    expect(result.spiT).toBeCloseTo(0.001, 12);
  });

  test('1826 days past the deadline are still in sight, 1827 are not', () => {
    // One period is planned, half of it earned: the finish is twice the actual time after W0.
    const half = (asOf: CivilDate, deadlines: CivilDate[]) =>
      calculateEarnedSchedule(input({ plannedValues: [0, 1], verified: 0.5, asOf, deadlines }));
    const finish = addDays(W0, 2000);
    expect(half(addDays(W0, 1000), [addDays(finish, -1826)])).toMatchObject({ forecastFinish: finish, reason: null });
    expect(half(addDays(W0, 1000), [addDays(finish, -1827)])).toMatchObject({
      forecastFinish: null,
      reason: 'not_in_sight',
    });
  });
});

describe('the forecast', () => {
  test('on plan, a group finishes when the plan does', () => {
    expect(calculateEarnedSchedule(input({ verified: 0.75 }))).toMatchObject({
      es: 4,
      at: 4,
      spiT: 1,
      forecastFinish: addDays(W0, 35),
      reason: null,
    });
  });

  test('at three quarters of the speed it takes a third longer, rounded up to a whole day', () => {
    const result = calculateEarnedSchedule(input({ verified: 0.5 }));
    expect(result.spiT).toBeCloseTo(0.75, 12);
    expect(result.forecastFinish).toBe(addDays(W0, 47));
  });

  test('noise in a fraction does not cost a day', () => {
    // ES 3 of AT 11 weeks, planned duration 9: 7 · 9 · 11 / 3 is 231 days, in floating point a little more.
    const plannedValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) => k / 9);
    const result = calculateEarnedSchedule(input({ plannedValues, verified: 3 / 9, asOf: addDays(W0, 77) }));
    expect(result).toMatchObject({ es: 3, at: 11, forecastFinish: addDays(W0, 231) });
  });
});

describe('the planned curve', () => {
  const pair = aPair([
    aMilestone({ code: 'A', weightPoints: 40, baselineDueOn: jalali('1397/07/06') }),
    aMilestone({ code: 'B', weightPoints: 60, baselineDueOn: jalali('1397/07/07') }),
  ]);

  test('W0 is the last Friday strictly before the start', () => {
    expect(weekZero(jalali('1397/06/31'))).toBe(W0);
    expect(weekZero(jalali('1397/06/30'))).toBe(jalali('1397/06/23'));
    expect(weekZero(jalali('1397/05/06'))).toBe(jalali('1397/05/05'));
  });

  test('what is due on a Friday belongs to that week, what is due on the Saturday to the next', () => {
    // 1397/07/06 is a Friday, the first after W0.
    const curve = plannedCurve([figuresOf(pair, {})]);
    expect(weeklyPlannedValues(curve, W0)).toEqual([0, 0.4, 1]);
    expect(plannedOn(curve, jalali('1397/07/05'))).toBe(0);
    expect(plannedOn(curve, jalali('1397/07/06'))).toBeCloseTo(0.4, 12);
    expect(plannedOn(curve, jalali('1397/07/07'))).toBe(1);
  });

  test('extensions do not move it', () => {
    const extended = figuresOf(pair, { A: [event('extend', W0, { dueOn: END_OF_AZAR })] });
    expect(plannedCurve([extended])).toEqual(plannedCurve([figuresOf(pair, {})]));
  });

  test('what is exempt is out of it', () => {
    const withExempt = figuresOf(pair, { A: [event('exempt', W0)] });
    expect(weeklyPlannedValues(plannedCurve([withExempt]), W0)).toEqual([0, 0, 1]);
    expect(plannedCurve([figuresOf(pair, { A: [event('exempt', W0)], B: [event('exempt', W0)] })])).toEqual([]);
  });

  test('it knows the milestones that are due after the day', () => {
    expect(plannedCurve([figuresOf(pair, {}, jalali('1397/07/01'))])).toHaveLength(2);
  });
});

test('W0 of a group belongs to the earliest start of its tracks', () => {
  const early = aTrack({ id: 2, code: 'HD', startOn: jalali('1397/05/06') });
  const milestones = [aMilestone({ code: 'A', baselineDueOn: jalali('1397/08/15') }), aMilestone({ code: 'B' })];
  const pairs = [
    figuresOf(aPair(milestones), { A: verifiedOn(jalali('1397/09/05')) }),
    figuresOf(aPair(milestones, { track: early }), { A: verifiedOn(jalali('1397/09/05')) }),
  ];
  const figures = calculateGroupFigures({ key: 'g', label: 'g' }, pairs, TODAY, CALENDAR_1397);
  // From Friday 1397/05/05 to 1397/09/17 there are 26 days of Mordad, 31 of Shahrivar, 60 of Mehr and Aban, 17 of Azar.
  expect(figures.earnedSchedule.at).toBeCloseTo((26 + 31 + 60 + 17) / 7, 12);
});

test('a complete group reports the day on which its last verification was recorded', () => {
  const milestones = [aMilestone({ code: 'A' }), aMilestone({ code: 'B' })];
  const done = { A: verifiedOn(jalali('1397/09/05')), B: verifiedOn(jalali('1397/09/12')) };
  const figures = calculateGroupFigures(
    { key: 'g', label: 'g' },
    [figuresOf(aPair(milestones), done)],
    TODAY,
    CALENDAR_1397,
  );
  expect(figures.earnedSchedule).toEqual({
    es: null,
    at: null,
    spiT: null,
    forecastFinish: jalali('1397/09/12'),
    reason: 'complete',
  });
});
