import { addDays, weekdayOf, type CivilDate } from '@/lib/calendar/civil-date';
import { fromJalali } from '@/lib/calendar/jalali';
import { addWorkingDays, isWorkingDay, type WorkCalendar } from '@/lib/calendar/working-days';
import type { Random } from './random';

const THURSDAY = 5;
/** Of the reports that would fall on a Thursday, how many are written on that day and not on the next working day. */
const THURSDAY_SHARE = 0.3;

/** A day of the sample year. */
export function jalaliDay(month: number, day: number, year = 1397): CivilDate {
  return fromJalali({ year, month, day });
}

/** The day itself if offices work on it, else the next working day. */
export function workingDayFrom(day: CivilDate, calendar: WorkCalendar): CivilDate {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/** A day on which a body may report: working days, and now and then a Thursday. Never a Friday or holiday. */
export function reportingDayFrom(day: CivilDate, calendar: WorkCalendar, random: Random): CivilDate {
  const isPlainThursday = weekdayOf(day) === THURSDAY && !calendar.holidays.has(day);
  return isPlainThursday && random.chance(THURSDAY_SHARE) ? day : workingDayFrom(day, calendar);
}

/** How long a reviewer takes, in working days. */
export function reviewWorkingDays(random: Random): number {
  return random.weighted([
    [0, 4],
    [1, 18],
    [2, 27],
    [3, 22],
    [4, 12],
    [5, 8],
    [7, 5],
    [10, 3],
    [14, 1],
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
