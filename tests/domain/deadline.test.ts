import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/calendar/civil-date';
import { countdownTo, nearestDeadline } from '@/lib/domain/deadline';
import { CALENDAR_1397, END_OF_AZAR, END_OF_YEAR, jalali, TODAY } from './builders';

describe('countdown', () => {
  test('from 1397/09/17 to the end of Azar', () => {
    expect(countdownTo(END_OF_AZAR, TODAY, CALENDAR_1397)).toEqual({
      deadlineOn: END_OF_AZAR,
      calendarDaysLeft: 13,
      workingDaysLeft: 9,
      lastWorkingDayOn: jalali('1397/09/28'),
    });
  });

  test('on the day of the deadline no day is left, after it calendar days are negative', () => {
    expect(countdownTo(END_OF_AZAR, END_OF_AZAR, CALENDAR_1397)).toMatchObject({
      calendarDaysLeft: 0,
      workingDaysLeft: 0,
    });
    expect(countdownTo(END_OF_AZAR, addDays(END_OF_AZAR, 3), CALENDAR_1397)).toMatchObject({
      calendarDaysLeft: -3,
      workingDaysLeft: 0,
      lastWorkingDayOn: jalali('1397/09/28'),
    });
  });

  test('the last day of 1397 is a holiday', () => {
    expect(countdownTo(END_OF_YEAR, TODAY, CALENDAR_1397).lastWorkingDayOn).toBe(jalali('1397/12/28'));
  });
});

describe('the deadline on which screens open', () => {
  const deadlines = [END_OF_YEAR, END_OF_AZAR];

  test.each([
    ['before both', TODAY, END_OF_AZAR],
    ['on the day of the first', END_OF_AZAR, END_OF_AZAR],
    ['the day after the first', addDays(END_OF_AZAR, 1), END_OF_YEAR],
    ['after both', addDays(END_OF_YEAR, 1), END_OF_YEAR],
  ] as const)('%s', (_, asOf, expected) => {
    expect(nearestDeadline(deadlines, asOf)).toBe(expected);
  });

  test('there is none without deadlines', () => {
    expect(nearestDeadline([], TODAY)).toBeNull();
  });
});
