import { type CivilDate, fromDayNumber, toDayNumber, weekdayOf } from './civil-date';

const THURSDAY = 5;
const FRIDAY = 6;

/** What decides whether a day is worked on: official holidays are data, Thursday is a setting, Friday is always the weekly holiday. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<CivilDate>;
  readonly thursdayIsWorkingDay: boolean;
}

export function isWorkingDay(day: CivilDate, calendar: WorkCalendar): boolean {
  const weekday = weekdayOf(day);
  if (weekday === FRIDAY) return false;
  if (weekday === THURSDAY && !calendar.thursdayIsWorkingDay) return false;
  return !calendar.holidays.has(day);
}

/** Working days after `day` up to and including `upTo`; 0 if `upTo` is not later than `day`. */
export function countWorkingDaysAfter(day: CivilDate, upTo: CivilDate, calendar: WorkCalendar): number {
  const last = toDayNumber(upTo);
  let count = 0;
  for (let dayNumber = toDayNumber(day) + 1; dayNumber <= last; dayNumber += 1) {
    if (isWorkingDay(fromDayNumber(dayNumber), calendar)) count += 1;
  }
  return count;
}

/** `day` itself if it is a working day, else the nearest working day before it. */
export function lastWorkingDayOnOrBefore(day: CivilDate, calendar: WorkCalendar): CivilDate {
  let dayNumber = toDayNumber(day);
  while (!isWorkingDay(fromDayNumber(dayNumber), calendar)) dayNumber -= 1;
  return fromDayNumber(dayNumber);
}

/**
 * The `count`-th working day after `day`; `day` itself for 0.
 * @throws RangeError for a negative or fractional count
 */
export function addWorkingDays(day: CivilDate, count: number, calendar: WorkCalendar): CivilDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count of working days: ${count}`);
  let dayNumber = toDayNumber(day);
  for (let left = count; left > 0;) {
    dayNumber += 1;
    if (isWorkingDay(fromDayNumber(dayNumber), calendar)) left -= 1;
  }
  return fromDayNumber(dayNumber);
}

/** Working days of a week without official holidays: 5, or 6 where Thursday is worked on. */
export function workingDaysInNormalWeek(calendar: WorkCalendar): number {
  return calendar.thursdayIsWorkingDay ? 6 : 5;
}
