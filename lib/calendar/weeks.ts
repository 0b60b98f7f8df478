import { addDays, type CivilDate, weekdayOf } from './civil-date';

/**
 * The reporting week runs from Saturday to Friday. A week is named by the day of its Saturday, never by a week number: the last days
 * of a year would fall into week 1 of the next.
 */

/** First day of the reporting week that holds `day`. */
export function saturdayOf(day: CivilDate): CivilDate {
  return addDays(day, -weekdayOf(day));
}

/** Last day of the reporting week that holds `day`. */
export function fridayOf(day: CivilDate): CivilDate {
  return addDays(day, 6 - weekdayOf(day));
}

/** `day` itself if it is a Friday, else the Friday before it. */
export function lastFridayOnOrBefore(day: CivilDate): CivilDate {
  const weekday = weekdayOf(day);
  return weekday === 6 ? day : addDays(day, -weekday - 1);
}

/** The Friday strictly before `day`. */
export function lastFridayBefore(day: CivilDate): CivilDate {
  return addDays(day, -weekdayOf(day) - 1);
}
