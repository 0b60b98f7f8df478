import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import { getEnv } from '@/lib/env';

/** The one source of "today" and "now". */
export interface Clock {
  /** The civil day in Tehran. */
  today(): CivilDate;
  /** The instant; on a simulated day it has the simulated date and the real time of day in Tehran. */
  now(): Date;
  readonly isSimulated: boolean;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

function minutesOfDay(instant: Date): number {
  const [hours, minutes] = toTehranTime(instant).time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function instantOnDay(day: CivilDate, realNow: Date): Date {
  const shifted = new Date(realNow.getTime() + daysBetween(toTehranTime(realNow).day, day) * DAY_MINUTES * MINUTE_MS);
  // summer time differs by season and year, so the same number of hours later the clocks in Tehran may show another time
  let behind = minutesOfDay(realNow) - minutesOfDay(shifted);
  if (behind > DAY_MINUTES / 2) behind -= DAY_MINUTES;
  if (behind < -DAY_MINUTES / 2) behind += DAY_MINUTES;
  return new Date(shifted.getTime() + behind * MINUTE_MS);
}

/**
 * A clock; with a simulated day it stands on that day until the process ends.
 *
 * @param readInstant where the real instant comes from
 */
export function createClock(simulatedToday: CivilDate | null, readInstant: () => Date = () => new Date()): Clock {
  if (simulatedToday === null) {
    return { today: () => toTehranTime(readInstant()).day, now: readInstant, isSimulated: false };
  }
  return { today: () => simulatedToday, now: () => instantOnDay(simulatedToday, readInstant()), isSimulated: true };
}

/** The clock of the process, as the environment sets it. */
export function getClock(): Clock {
  return createClock(getEnv().simulatedToday);
}
