/**
 * Civil days: Gregorian `YYYY-MM-DD` text, the form in which days are stored and compared. Nothing here depends on the time zone of
 * the process: a day is turned into a day number (days since 1970-01-01) with UTC arithmetic, and both directions are remembered,
 * because a figure asks for the same few thousand days hundreds of thousands of times.
 */
export type CivilDate = `${number}-${number}-${number}`;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;
/** About 140 years of days; past that the memory is dropped, so that strange input cannot make it grow for ever. */
const MEMORY_LIMIT = 50_000;

const numberByDay = new Map<string, number>();
const dayByNumber = new Map<number, CivilDate>();

/** Whether the text is a real day written `YYYY-MM-DD` with Latin digits. */
export function isCivilDate(text: string): text is CivilDate {
  if (numberByDay.has(text)) return true;
  return SHAPE.test(text) && !Number.isNaN(parseDayNumber(text));
}

/** The text as a civil day. @throws RangeError if it is not a real day written `YYYY-MM-DD` */
export function asCivilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`not a civil date: ${JSON.stringify(text)}`);
  return text;
}

/** Days since 1970-01-01 (negative before). @throws RangeError if the text is not a real day */
export function toDayNumber(day: CivilDate): number {
  const known = numberByDay.get(day);
  if (known !== undefined) return known;
  const parsed = SHAPE.test(day) ? parseDayNumber(day) : Number.NaN;
  if (Number.isNaN(parsed)) throw new RangeError(`not a civil date: ${JSON.stringify(day)}`);
  if (numberByDay.size >= MEMORY_LIMIT) numberByDay.clear();
  numberByDay.set(day, parsed);
  return parsed;
}

/** The day with a given number. @throws RangeError for fractions and for years outside 0100..9999 */
export function fromDayNumber(dayNumber: number): CivilDate {
  const known = dayByNumber.get(dayNumber);
  if (known !== undefined) return known;
  if (!Number.isSafeInteger(dayNumber)) throw new RangeError(`not a whole number of days: ${dayNumber}`);
  const time = new Date(dayNumber * MS_PER_DAY);
  const year = time.getUTCFullYear();
  if (!(year >= 100 && year <= 9999)) throw new RangeError(`day ${dayNumber} lies outside the calendar`);
  const day = time.toISOString().slice(0, 10) as CivilDate;
  if (dayByNumber.size >= MEMORY_LIMIT) dayByNumber.clear();
  dayByNumber.set(dayNumber, day);
  return day;
}

/** The day that many days later (earlier if negative). */
export function addDays(day: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(day) + days);
}

/** `to` − `from` in days: negative if `to` is the earlier one. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Day of the week as the country counts it: 0 = Saturday … 6 = Friday. */
export function weekdayOf(day: CivilDate): number {
  // 1970-01-01 was a Thursday, the sixth day of the week.
  return (((toDayNumber(day) + 5) % 7) + 7) % 7;
}

export function minDate(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

export function maxDate(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

/** Every day from `from` to `to`, both included; empty if `to` is the earlier one. */
export function eachDay(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  const last = toDayNumber(to);
  for (let dayNumber = toDayNumber(from); dayNumber <= last; dayNumber += 1) days.push(fromDayNumber(dayNumber));
  return days;
}

/** NaN where the month or day does not exist; `Date.UTC` itself would roll over to the next month. */
function parseDayNumber(text: string): number {
  const time = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))));
  return time.toISOString().slice(0, 10) === text ? time.getTime() / MS_PER_DAY : Number.NaN;
}
