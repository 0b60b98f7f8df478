import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/calendar/civil-date';
import type { PairFigures } from '@/lib/domain/figures';
import { recentPerWeek, requiredPerWeek } from '@/lib/domain/pace';
import type { Track } from '@/lib/domain/reference';
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

function pairWith(milestones: number, verified = 0, track: Track = aTrack(), asOf = TODAY): PairFigures {
  const list = Array.from({ length: milestones }, (_, index) => aMilestone({ code: `M${index}` }));
  const done = verifiedOn(jalali('1397/09/05'));
  return figuresOf(
    aPair(list, { track }),
    Object.fromEntries(list.slice(0, verified).map(({ code }) => [code, done])),
    asOf,
  );
}

const yearTrack = aTrack({ id: 2, code: 'NT', deadlineOn: END_OF_YEAR });

describe('the pace that is required', () => {
  test('436 milestones not verified and 9 working days left of a 5-day week are 242.2 a week', () => {
    const pairs = [pairWith(200), pairWith(240, 4)];
    expect(requiredPerWeek(pairs, TODAY, CALENDAR_1397)).toBeCloseTo(242.2, 1);
    expect(requiredPerWeek(pairs, TODAY, CALENDAR_1397)).toBeCloseTo(436 / (9 / 5), 9);
  });

  test('where Thursday is worked on, the week has 6 days and 11 are left', () => {
    const calendar = { ...CALENDAR_1397, thursdayIsWorkingDay: true };
    expect(requiredPerWeek([pairWith(11)], TODAY, calendar)).toBeCloseTo(6, 12);
  });

  test('claimed milestones still have to be verified, exempt ones do not', () => {
    const list = ['A', 'B', 'C'].map((code) => aMilestone({ code }));
    const figures = figuresOf(aPair(list), { A: [event('claim', TODAY)], B: [event('exempt', TODAY)] });
    expect(requiredPerWeek([figures], TODAY, CALENDAR_1397)).toBeCloseTo(2 / (9 / 5), 12);
  });

  test('over several deadlines each has its own days left, and the paces add up', () => {
    // 1397/09/17 to 1397/12/29: 9 working days in Azar, 22 in Dey, 20 in Bahman, 20 in Esfand.
    const pairs = [pairWith(9), pairWith(71, 0, yearTrack)];
    expect(requiredPerWeek([pairWith(71, 0, yearTrack)], TODAY, CALENDAR_1397)).toBeCloseTo(5, 12);
    expect(requiredPerWeek(pairs, TODAY, CALENDAR_1397)).toBeCloseTo(10, 12);
  });

  test('a deadline without working days left is left out of the sum', () => {
    // From Wednesday 1397/09/28 only a Thursday and a Friday are left.
    const day = jalali('1397/09/28');
    const pairs = [pairWith(9, 0, aTrack(), day), pairWith(10, 0, yearTrack, day)];
    const year = requiredPerWeek([pairWith(10, 0, yearTrack, day)], day, CALENDAR_1397);
    expect(requiredPerWeek(pairs, day, CALENDAR_1397)).toBe(year);
    expect(requiredPerWeek([pairWith(9, 0, aTrack(), day)], day, CALENDAR_1397)).toBeNull();
  });

  test('there is none once the deadline has passed', () => {
    const after = addDays(END_OF_AZAR, 1);
    expect(requiredPerWeek([pairWith(9, 0, aTrack(), after)], after, CALENDAR_1397)).toBeNull();
  });

  test('nothing is required where all is verified', () => {
    expect(requiredPerWeek([pairWith(3, 3)], TODAY, CALENDAR_1397)).toBe(0);
  });

  test('a group without pairs that count has none', () => {
    const exempt = figuresOf(aPair([aMilestone({ code: 'X' })]), { X: [event('exempt', TODAY)] });
    expect(requiredPerWeek([], TODAY, CALENDAR_1397)).toBeNull();
    expect(requiredPerWeek([exempt], TODAY, CALENDAR_1397)).toBeNull();
  });
});

describe('the recent pace', () => {
  test('is what was verified in four weeks, divided by four', () => {
    expect(recentPerWeek([pairWith(10, 6), pairWith(10, 4)])).toBe(2.5);
  });

  test('is 0 where nothing was verified, and missing where nothing counts', () => {
    const exempt = figuresOf(aPair([aMilestone({ code: 'X' })]), { X: [event('exempt', TODAY)] });
    expect(recentPerWeek([pairWith(10)])).toBe(0);
    expect(recentPerWeek([])).toBeNull();
    expect(recentPerWeek([exempt])).toBeNull();
  });
});
