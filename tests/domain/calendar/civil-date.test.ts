import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  asCivilDate,
  type CivilDate,
  daysBetween,
  eachDay,
  fromDayNumber,
  isCivilDate,
  maxDate,
  minDate,
  toDayNumber,
  weekdayOf,
} from '@/lib/calendar/civil-date';

const anyDay = fc.integer({ min: -18_000, max: 55_000 }).map(fromDayNumber);

describe('what counts as a civil day', () => {
  test.each(['2018-12-08', '2019-03-20', '2016-02-29', '1921-03-21', '2122-03-20'])('%s is one', (text) => {
    expect(isCivilDate(text)).toBe(true);
    expect(asCivilDate(text)).toBe(text);
  });

  test.each([
    '',
    '2018-12-8',
    '2018/12/08',
    '2018-02-29',
    '2018-13-01',
    '2018-00-10',
    '2018-04-31',
    '2018-12-00',
    '0050-01-01',
    ' 2018-12-08',
    '2018-12-08T00:00:00Z',
    '۲۰۱۸-۱۲-۰۸',
  ])('%j is refused', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => asCivilDate(text)).toThrow(RangeError);
    expect(() => addDays(text as CivilDate, 1)).toThrow(RangeError);
  });
});

describe('arithmetic of days', () => {
  test('days are added over the end of a month, a year and a leap day', () => {
    expect(addDays('2018-12-31', 1)).toBe('2019-01-01');
    expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
    expect(addDays('2018-12-08', 13)).toBe('2018-12-21');
    expect(addDays('2018-12-21', -13)).toBe('2018-12-08');
    expect(addDays('2018-12-08', 0)).toBe('2018-12-08');
  });

  test('the 47-hour stretch of the change to summer time in Tehran is two days', () => {
    expect(daysBetween('2018-03-21', '2018-03-23')).toBe(2);
    expect(addDays('2018-03-21', 1)).toBe('2018-03-22');
  });

  test('days between are signed', () => {
    expect(daysBetween('2018-12-08', '2018-12-21')).toBe(13);
    expect(daysBetween('2018-12-21', '2018-12-08')).toBe(-13);
  });

  test('a fraction of a day is refused', () => {
    expect(() => addDays('2018-12-08', 0.5)).toThrow(RangeError);
  });

  test('the week starts on Saturday with 0 and ends on Friday with 6', () => {
    expect(weekdayOf('2018-12-08')).toBe(0);
    expect(weekdayOf('2018-12-13')).toBe(5);
    expect(weekdayOf('2018-12-14')).toBe(6);
    expect(weekdayOf('1970-01-01')).toBe(5);
    expect(weekdayOf('1921-03-21')).toBe(2);
  });

  test('each day of a span comes once, both ends included', () => {
    expect(eachDay('2018-12-30', '2019-01-02')).toEqual(['2018-12-30', '2018-12-31', '2019-01-01', '2019-01-02']);
    expect(eachDay('2018-12-30', '2018-12-30')).toEqual(['2018-12-30']);
    expect(eachDay('2018-12-30', '2018-12-29')).toEqual([]);
  });

  test('the earlier and the later of two days', () => {
    expect(minDate('2018-12-30', '2019-01-02')).toBe('2018-12-30');
    expect(maxDate('2018-12-30', '2019-01-02')).toBe('2019-01-02');
  });

  test('adding and counting days undo each other, and text order is day order', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const other = addDays(day, days);
        expect(daysBetween(day, other)).toBe(days);
        expect(addDays(other, -days)).toBe(day);
        expect(other > day).toBe(days > 0);
        expect(fromDayNumber(toDayNumber(day))).toBe(day);
      }),
    );
  });
});
