import { addDays, weekdayOf, type CivilDate } from '@/lib/calendar/civil-date';
import { fromJalali } from '@/lib/calendar/jalali';
import { addWorkingDays, isWorkingDay, lastWorkingDayOnOrBefore, type WorkCalendar } from '@/lib/calendar/working-days';
import type { Random } from './random';

const THURSDAY = 5;
/** Of the reports that would fall on a Thursday, how many are written on that day and not on the next working day. */
const THURSDAY_SHARE = 0.3;
const BEFORE_FREE_DAY_SHARE = 0.4;

/** A day of the sample year. */
export function jalaliDay(month: number, day: number, year = 1397): CivilDate {
  return fromJalali({ year, month, day });
}

/** The day itself if offices work on it, else the next working day. */
export function workingDayFrom(day: CivilDate, calendar: WorkCalendar): CivilDate {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/**
 * A day on which a body may report: working days, and now and then a Thursday. Never a Friday or holiday. What would fall on a free day is
 * sent before it or in the days after it, so that not everything arrives on a Saturday.
 */
export function reportingDayFrom(day: CivilDate, calendar: WorkCalendar, random: Random): CivilDate {
  const isPlainThursday = weekdayOf(day) === THURSDAY && !calendar.holidays.has(day);
  if (isPlainThursday && random.chance(THURSDAY_SHARE)) return day;
  if (isWorkingDay(day, calendar)) return day;
  if (random.chance(BEFORE_FREE_DAY_SHARE)) return lastWorkingDayOnOrBefore(day, calendar);
  return addWorkingDays(
    day,
    random.weighted([
      [1, 5],
      [2, 3],
      [3, 2],
    ]),
    calendar,
  );
}

/** How long a reviewer takes, in working days. */
export function reviewWorkingDays(random: Random): number {
  return random.weighted([
    [0, 16],
    [1, 38],
    [2, 26],
    [3, 11],
    [4, 5],
    [5, 3],
    [7, 2],
    [10, 1],
  ]);
}

/** Days between something being done and the office being told. */
export function entryDelayDays(random: Random): number {
  return random.weighted([
    [0, 56],
    [1, 20],
    [2, 12],
    [3, 7],
    [5, 4],
    [17, 0.4],
  ]);
}

export function daysBefore(day: CivilDate, count: number): CivilDate {
  return addDays(day, -count);
}
