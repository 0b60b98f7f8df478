import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, eachMonth, firstDayOf, isJalaliMonth, lastDayOf, monthOf } from '@/lib/calendar/jalali-month';
import {
  changeBetween,
  meanOf,
  questionsAbout,
  readEntry,
  trendOf,
  type ReadingEntry,
  type ReadingNumbers,
} from '@/lib/domain/indicators';

const pair = (numerator: number | null, denominator: number | null): ReadingEntry => ({
  numerator,
  denominator,
  value: null,
});
const direct = (value: number | null): ReadingEntry => ({ numerator: null, denominator: null, value });

function numbersOf(code: string, entry: ReadingEntry): ReadingNumbers {
  const read = readEntry(code, entry);
  if (!('numbers' in read)) throw new Error(JSON.stringify(read.refusals));
  return read.numbers;
}

const refusalsOf = (code: string, entry: ReadingEntry) => {
  const read = readEntry(code, entry);
  return 'refusals' in read ? read.refusals.map(({ reason, field }) => `${reason} ${field}`) : [];
};

describe('the value of a reading', () => {
  it.each([
    ['IN2', pair(45, 60), 75],
    ['IN2', pair(0, 60), 0],
    ['IN5', pair(150, 200), 25],
    ['IN5', pair(250, 200), -25],
    ['IN11', pair(3, 1200), 2.5],
    ['IN1', direct(4.5), 4.5],
    ['IN4', direct(62), 62],
    ['of-another-programme', direct(-7), -7],
  ])('%s of %j is %d', (code, entry, value) => {
    expect(numbersOf(code, entry).value).toBeCloseTo(value, 9);
  });

  it.each([
    ['IN2', pair(61, 60), ['part_above_whole numerator']],
    ['IN2', pair(5, 0), ['denominator_zero denominator']],
    ['IN2', pair(5, null), ['part_missing denominator']],
    ['IN2', pair(null, 5), ['part_missing numerator']],
    ['IN2', pair(-1, 5), ['below_zero numerator']],
    ['IN2', direct(50), ['part_missing numerator', 'part_missing denominator']],
    ['IN4', direct(100.5), ['out_of_range value']],
    ['IN4', direct(-1), ['out_of_range value']],
    ['IN1', direct(-0.5), ['out_of_range value']],
    ['IN1', direct(null), ['part_missing value']],
    ['IN11', pair(5, 4), []],
  ])('%s of %j is refused for %j', (code, entry, refusals) => {
    expect(refusalsOf(code, entry)).toEqual(refusals);
  });
});

describe('what is asked about a reading', () => {
  const asked = (code: string, now: ReadingEntry, before: ReadingEntry | null) =>
    questionsAbout(code, numbersOf(code, now), before && numbersOf(code, before)).map(({ reason }) => reason);

  it.each([
    // 20 points are no large change yet
    ['IN2', pair(70, 100), pair(50, 100), []],
    ['IN2', pair(71, 100), pair(50, 100), ['large_change']],
    ['IN4', direct(40), direct(61), ['large_change']],
    // half of the value before
    ['IN1', direct(6), direct(4), []],
    ['IN1', direct(6.1), direct(4), ['large_change']],
    ['IN2', pair(45, 60), pair(45, 60), ['same_as_before']],
    ['IN2', pair(1, 1), pair(1, 1), []],
    ['IN5', pair(250, 200), null, ['above_denominator']],
    ['IN11', pair(5, 4), null, ['above_denominator']],
    ['IN2', pair(45, 60), null, []],
    ['of-another-programme', direct(900), direct(1), []],
  ])('%s of %j after %j: %j', (code, now, before, reasons) => {
    expect(asked(code, now, before)).toEqual(reasons);
  });
});

describe('the mean over bodies', () => {
  it('pools numerators and denominators: 1 of 10 and 90 of 90 are 91 percent of the cases, not 55', () => {
    const readings = [numbersOf('IN2', pair(1, 10)), numbersOf('IN2', pair(90, 90))];
    expect(meanOf('IN2', readings)).toEqual({ value: 91, bodies: 2 });
  });

  it('of a reduction pools the visits', () => {
    // 100 → 50 and 300 → 270: 400 → 320
    const readings = [numbersOf('IN5', pair(50, 100)), numbersOf('IN5', pair(270, 300))];
    expect(meanOf('IN5', readings)).toEqual({ value: 20, bodies: 2 });
  });

  it('of direct values is the plain one, and of nothing there is none', () => {
    expect(
      meanOf(
        'IN4',
        [40, 70, 70].map((value) => numbersOf('IN4', direct(value))),
      ),
    ).toEqual({
      value: 60,
      bodies: 3,
    });
    expect(meanOf('IN4', [])).toBeNull();
  });

  it('lies between the least and the greatest reading, whatever their order', () => {
    const reading = fc
      .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }))
      .map(([part, rest]) => numbersOf('IN2', pair(part, part + rest)));
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 20 }), (readings) => {
        const values = readings.map(({ value }) => value);
        const mean = meanOf('IN2', readings);
        expect(mean?.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(mean?.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        expect(meanOf('IN2', [...readings].reverse())).toEqual(mean);
      }),
    );
  });
});

describe('the change between two months', () => {
  it.each([
    ['higher_is_better', 50, 60, 'better'],
    ['higher_is_better', 60, 50, 'worse'],
    ['lower_is_better', 50, 60, 'worse'],
    ['lower_is_better', 60, 50, 'better'],
    ['lower_is_better', 60, 60.04, 'same'],
  ] as const)('%s from %d to %d is %s', (direction, before, after, trend) => {
    expect(trendOf(direction, before, after)).toBe(trend);
  });

  it('is for the better one way and for the worse the other way', () => {
    const value = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(value, value, (before, after) => {
        const there = trendOf('lower_is_better', before, after);
        const turned = { better: 'worse', worse: 'better', same: 'same' }[there];
        expect(trendOf('higher_is_better', before, after)).toBe(turned);
        expect(trendOf('lower_is_better', after, before)).toBe(turned);
      }),
    );
  });

  it('counts bodies with both readings only', () => {
    const before = new Map([
      [1, numbersOf('IN2', pair(50, 100))],
      [2, numbersOf('IN2', pair(0, 100))],
    ]);
    const after = new Map([
      [1, numbersOf('IN2', pair(60, 100))],
      [3, numbersOf('IN2', pair(100, 100))],
    ]);
    expect(changeBetween('IN2', 'higher_is_better', before, after)).toEqual({
      trend: 'better',
      change: 10,
      bodies: 1,
    });
    expect(changeBetween('IN2', 'higher_is_better', new Map(), after)).toBeNull();
  });
});

describe('Jalali months', () => {
  it('begin and end where the calendar says', () => {
    expect([firstDayOf('1397-09'), lastDayOf('1397-09')]).toEqual(['2018-11-22', '2018-12-21']);
    expect(lastDayOf('1397-12')).toBe('2019-03-20');
    expect(lastDayOf('1399-12')).toBe('2021-03-20');
    expect(monthOf('2018-12-08')).toBe('1397-09');
  });

  it('are counted over the turn of a year', () => {
    expect([addMonths('1397-11', 3), addMonths('1398-01', -1), addMonths('1397-06', -18)]).toEqual([
      '1398-02',
      '1397-12',
      '1395-12',
    ]);
    expect(eachMonth('1397-11', '1398-01')).toEqual(['1397-11', '1397-12', '1398-01']);
    expect(eachMonth('1398-01', '1397-12')).toEqual([]);
  });

  it.each(['1397-13', '1397-0', '97-01', '1397/01', '2018-12', ''])('%j is no month', (text) => {
    expect(isJalaliMonth(text)).toBe(false);
  });
});
