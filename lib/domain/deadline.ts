import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { countWorkingDaysAfter, lastWorkingDayOnOrBefore, type WorkCalendar } from '@/lib/calendar/working-days';

/** What a screen shows beside a deadline. */
export interface Countdown {
  readonly deadlineOn: CivilDate;
  /** deadline − as-of day; negative once passed. */
  readonly calendarDaysLeft: number;
  /** Days after the as-of day up to the deadline that are neither weekend nor holiday; 0 once passed. */
  readonly workingDaysLeft: number;
  readonly lastWorkingDayOn: CivilDate;
}

export function countdownTo(deadlineOn: CivilDate, asOf: CivilDate, calendar: WorkCalendar): Countdown {
  return {
    deadlineOn,
    calendarDaysLeft: daysBetween(asOf, deadlineOn),
    workingDaysLeft: countWorkingDaysAfter(asOf, deadlineOn, calendar),
    lastWorkingDayOn: lastWorkingDayOnOrBefore(deadlineOn, calendar),
  };
}

/** The deadline on which screens open: the nearest not yet passed, else the latest. Null without deadlines. */
export function nearestDeadline(deadlines: readonly CivilDate[], asOf: CivilDate): CivilDate | null {
  const sorted = [...deadlines].sort();
  return sorted.find((deadline) => deadline >= asOf) ?? sorted.at(-1) ?? null;
}
