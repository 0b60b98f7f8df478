import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asCivilDate, type CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import {
  addWorkingDays,
  countWorkingDaysAfter,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  type WorkCalendar,
  workingDaysInNormalWeek,
} from '@/lib/calendar/working-days';

const rows = readFileSync(resolve(import.meta.dirname, '../../../db/seed/reference/holidays-1397.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const holidays = new Set<CivilDate>(rows.map((row) => asCivilDate(row[1] ?? '')));

const thursdayOff: WorkCalendar = { holidays, thursdayIsWorkingDay: false };
const thursdayOn: WorkCalendar = { holidays, thursdayIsWorkingDay: true };
const noHolidays: WorkCalendar = { holidays: new Set(), thursdayIsWorkingDay: false };

describe('holidays of 1397', () => {
  test('both calendars of the file name the same 27 days', () => {
    expect(rows).toHaveLength(27);
    for (const [jalali, iso] of rows) expect(formatJalali(asCivilDate(iso ?? ''))).toBe(jalali);
  });
});

describe('working days', () => {
  test('Friday is the weekly holiday whatever the setting', () => {
    expect(isWorkingDay('2018-12-14', thursdayOff)).toBe(false);
    expect(isWorkingDay('2018-12-14', thursdayOn)).toBe(false);
  });

  test('Thursday is a working day only where the setting says so', () => {
    expect(isWorkingDay('2018-12-13', thursdayOff)).toBe(false);
    expect(isWorkingDay('2018-12-13', thursdayOn)).toBe(true);
    expect(workingDaysInNormalWeek(thursdayOff)).toBe(5);
    expect(workingDaysInNormalWeek(thursdayOn)).toBe(6);
  });

  test('an official holiday is not a working day', () => {
    expect(isWorkingDay('2018-11-25', thursdayOff)).toBe(false);
    expect(isWorkingDay('2018-11-25', noHolidays)).toBe(true);
    expect(isWorkingDay('2018-11-24', thursdayOff)).toBe(true);
  });

  test('the last working day on or before Friday 1397/09/30 is Wednesday 1397/09/28', () => {
    expect(lastWorkingDayOnOrBefore('2018-12-21', thursdayOff)).toBe('2018-12-19');
    expect(formatJalali('2018-12-19')).toBe('1397/09/28');
  });

  test('the same deadline has its last working day on Thursday where Thursday is worked on', () => {
    expect(lastWorkingDayOnOrBefore('2018-12-21', thursdayOn)).toBe('2018-12-20');
  });

  test('a working day is its own last working day', () => {
    expect(lastWorkingDayOnOrBefore('2018-12-19', thursdayOff)).toBe('2018-12-19');
  });

  test('the holiday on the last day of 1397 leaves Tuesday 1397/12/28', () => {
    expect(lastWorkingDayOnOrBefore('2019-03-20', thursdayOff)).toBe('2019-03-19');
  });

  test('from Saturday 1397/09/17 there are 9 working days up to 1397/09/30', () => {
    expect(countWorkingDaysAfter('2018-12-08', '2018-12-21', thursdayOff)).toBe(9);
    expect(countWorkingDaysAfter('2018-12-08', '2018-12-21', thursdayOn)).toBe(11);
  });

  test('the day itself does not count, the last day does', () => {
    expect(countWorkingDaysAfter('2018-12-18', '2018-12-19', thursdayOff)).toBe(1);
    expect(countWorkingDaysAfter('2018-12-19', '2018-12-21', thursdayOff)).toBe(0);
  });

  test('nothing is left once the last day has come or passed', () => {
    expect(countWorkingDaysAfter('2018-12-19', '2018-12-19', thursdayOff)).toBe(0);
    expect(countWorkingDaysAfter('2018-12-22', '2018-12-21', thursdayOff)).toBe(0);
  });

  test('five working days after Saturday 1397/09/17 are one week later', () => {
    expect(addWorkingDays('2018-12-08', 5, thursdayOff)).toBe('2018-12-15');
    expect(addWorkingDays('2018-12-08', 5, thursdayOn)).toBe('2018-12-13');
  });

  test('working days are counted over a holiday', () => {
    // Saturday 1397/09/03; Sunday 09/04 is a holiday.
    expect(addWorkingDays('2018-11-24', 1, thursdayOff)).toBe('2018-11-26');
    expect(addWorkingDays('2018-11-24', 5, thursdayOff)).toBe('2018-12-02');
  });

  test('no working days after a holiday is that holiday, and a negative count is refused', () => {
    expect(addWorkingDays('2018-12-14', 0, thursdayOff)).toBe('2018-12-14');
    expect(() => addWorkingDays('2018-12-14', -1, thursdayOff)).toThrow(RangeError);
    expect(() => addWorkingDays('2018-12-14', 1.5, thursdayOff)).toThrow(RangeError);
  });
});
