import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, fromDayNumber, weekdayOf } from '@/lib/calendar/civil-date';
import { fridayOf, lastFridayBefore, lastFridayOnOrBefore, saturdayOf } from '@/lib/calendar/weeks';

describe('the reporting week runs from Saturday to Friday', () => {
  test.each([
    ['a Saturday', '2018-12-08', '2018-12-08', '2018-12-14'],
    ['a Sunday', '2018-12-09', '2018-12-08', '2018-12-14'],
    ['a Thursday', '2018-12-13', '2018-12-08', '2018-12-14'],
    ['a Friday', '2018-12-14', '2018-12-08', '2018-12-14'],
    ['the last day of 1397, a Wednesday', '2019-03-20', '2019-03-16', '2019-03-22'],
  ] as const)('%s (%s) lies in the week %s to %s', (_, day, saturday, friday) => {
    expect(saturdayOf(day)).toBe(saturday);
    expect(fridayOf(day)).toBe(friday);
  });

  test('on a Friday the last Friday is the day itself, and the Friday before it is a week earlier', () => {
    expect(lastFridayOnOrBefore('2018-12-21')).toBe('2018-12-21');
    expect(lastFridayBefore('2018-12-21')).toBe('2018-12-14');
  });

  test('on any other day both are the Friday that has passed', () => {
    expect(lastFridayOnOrBefore('2018-12-08')).toBe('2018-12-07');
    expect(lastFridayBefore('2018-12-08')).toBe('2018-12-07');
    expect(lastFridayOnOrBefore('2018-12-20')).toBe('2018-12-14');
  });

  test('the Friday before the start of the electronic desk (1397/06/31, a Saturday) is 1397/06/30', () => {
    expect(lastFridayBefore('2018-09-22')).toBe('2018-09-21');
  });

  test('every day lies in its week', () => {
    fc.assert(
      fc.property(fc.integer({ min: -18_000, max: 55_000 }).map(fromDayNumber), (day) => {
        expect(weekdayOf(saturdayOf(day))).toBe(0);
        expect(daysBetween(saturdayOf(day), fridayOf(day))).toBe(6);
        expect(saturdayOf(day) <= day && day <= fridayOf(day)).toBe(true);
        expect(weekdayOf(lastFridayBefore(day))).toBe(6);
        expect(daysBetween(lastFridayBefore(day), day)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(lastFridayBefore(day), day)).toBeLessThanOrEqual(7);
      }),
    );
  });
});
