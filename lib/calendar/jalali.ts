import { getDate } from 'date-fns-jalali/getDate';
import { getDaysInMonth } from 'date-fns-jalali/getDaysInMonth';
import { getMonth } from 'date-fns-jalali/getMonth';
import { getYear } from 'date-fns-jalali/getYear';
import { isExists } from 'date-fns-jalali/isExists';
import { isLeapYear } from 'date-fns-jalali/isLeapYear';
import { newDate } from 'date-fns-jalali/newDate';
import { asCivilDate, type CivilDate, isCivilDate } from './civil-date';

/**
 * The one door to the Jalali calendar. The library counts months from 0 and works on local time, so every conversion goes through
 * local noon, where no change to summer time can move the day. It agrees with the official calendar for 1300..1500 only, and rolls
 * days that do not exist over to the next month, so both are checked here.
 */
export interface JalaliDate {
  year: number;
  /** 1 = Farvardin … 12 = Esfand */
  month: number;
  day: number;
}

export const FIRST_JALALI_YEAR = 1300;
export const LAST_JALALI_YEAR = 1500;

/** Gregorian years people type by mistake; between the two calendars' ranges nobody means a Gregorian year. */
const FIRST_GREGORIAN_YEAR = 1900;
const LAST_GREGORIAN_YEAR = 2199;

export const JALALI_MONTH_NAMES: readonly string[] = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
];

/** Saturday first, as `weekdayOf` counts; half-spaces are U+200C. */
export const WEEKDAY_NAMES: readonly string[] = [
  'شنبه',
  'یک\u200cشنبه',
  'دوشنبه',
  'سه\u200cشنبه',
  'چهارشنبه',
  'پنج\u200cشنبه',
  'جمعه',
];

const MEMORY_LIMIT = 50_000;
const jalaliByDay = new Map<CivilDate, JalaliDate>();

/** The Jalali form of a day. @throws RangeError outside the years 1300..1500 */
export function toJalali(day: CivilDate): JalaliDate {
  const known = jalaliByDay.get(day);
  if (known !== undefined) return { ...known };
  asCivilDate(day);
  const noon = new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);
  const date: JalaliDate = { year: getYear(noon), month: getMonth(noon) + 1, day: getDate(noon) };
  if (!isSupportedYear(date.year)) throw new RangeError(`${day} lies outside the Jalali years 1300..1500`);
  if (jalaliByDay.size >= MEMORY_LIMIT) jalaliByDay.clear();
  jalaliByDay.set(day, date);
  return { ...date };
}

/** The civil day of a Jalali date. @throws RangeError if it does not exist or lies outside the years 1300..1500 */
export function fromJalali(date: JalaliDate): CivilDate {
  const { year, month, day } = date;
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!isWhole || !isSupportedYear(year) || !isExists(year, month - 1, day)) {
    throw new RangeError(`no such Jalali date: ${year}/${month}/${day}`);
  }
  const noon = newDate(year, month - 1, day, 12);
  return asCivilDate(`${pad(noon.getFullYear(), 4)}-${pad(noon.getMonth() + 1)}-${pad(noon.getDate())}`);
}

/** Days of a Jalali month: 29, 30 or 31. @throws RangeError if there is no such month in 1300..1500 */
export function jalaliMonthLength(year: number, month: number): number {
  if (!Number.isInteger(year) || !isSupportedYear(year) || !Number.isInteger(month) || month < 1 || month > 12) {
    throw new RangeError(`no such Jalali month: ${year}/${month}`);
  }
  return getDaysInMonth(newDate(year, month - 1, 1, 12));
}

/** Whether Esfand has 30 days. @throws RangeError outside the years 1300..1500 */
export function isJalaliLeapYear(year: number): boolean {
  if (!Number.isInteger(year) || !isSupportedYear(year)) throw new RangeError(`no such Jalali year: ${year}`);
  return isLeapYear(newDate(year, 0, 1, 12));
}

/** `1397/09/17` with Latin digits: for machines and file names; screens use `lib/format/dates`. */
export function formatJalali(day: CivilDate, separator = '/'): string {
  const date = toJalali(day);
  return [pad(date.year, 4), pad(date.month), pad(date.day)].join(separator);
}

export type JalaliParseFailureReason =
  'empty' | 'format' | 'gregorian_year' | 'year_range' | 'no_such_month' | 'no_such_day';

export type JalaliParseFailure = {
  ok: false;
  reason: JalaliParseFailureReason;
  year?: number;
  month?: number;
  day?: number;
  /** Days of the month that was meant, where only the day does not exist. */
  monthLength?: number;
};

export type JalaliParse = { ok: true; date: CivilDate; isLenient: boolean } | JalaliParseFailure;

/**
 * Reads a Jalali date that somebody typed, in Persian, Arabic or Latin digits.
 *
 * Strict: `1397/09/30` or `1397-09-30`, zeros optional. Lenient (workbooks) also reads dots and spaces round the separators, a two-digit
 * year (`97/9/30`, `30/9/97`) and the day first (`30/09/1397`), and says so with `isLenient`, so that the reader can be warned. A date
 * that could be read in two ways (`03/04/05`) is refused in both.
 */
export function parseJalaliDate(text: string, options: { lenient?: boolean } = {}): JalaliParse {
  const clean = toAsciiDigits(text).replace(INVISIBLE, '').trim();
  if (clean === '') return { ok: false, reason: 'empty' };
  const strict = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})$/.exec(clean);
  if (strict) return check(Number(strict[1]), Number(strict[3]), Number(strict[4]), false);
  if (options.lenient === true) {
    const parts = /^(\d{1,4})\s*[/.\\-]\s*(\d{1,2})\s*[/.\\-]\s*(\d{1,4})$/.exec(clean);
    const read = parts && readLenient(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '');
    if (read) return check(read.year, read.month, read.day, true);
  }
  return { ok: false, reason: 'format' };
}

/** Reads an ISO day only where Gregorian dates are expected, such as a query for machines. */
export function parseIsoDate(text: string): CivilDate | null {
  const clean = toAsciiDigits(text).trim();
  return isCivilDate(clean) ? clean : null;
}

function readLenient(first: string, middle: string, last: string): JalaliDate | null {
  const [a, month, c] = [Number(first), Number(middle), Number(last)];
  if (first.length === 4 && last.length <= 2) return { year: a, month, day: c };
  if (last.length === 4 && first.length <= 2) return { year: c, month, day: a };
  if (first.length > 2 || last.length > 2) return null;
  // Two digits above 31 cannot be a day, so they are the year, of the century such short years are written for.
  if (a > 31 && c <= 31) return { year: 1300 + a, month, day: c };
  if (c > 31 && a <= 31) return { year: 1300 + c, month, day: a };
  return null;
}

function check(year: number, month: number, day: number, isLenient: boolean): JalaliParse {
  const typed = { year, month, day };
  if (year >= FIRST_GREGORIAN_YEAR && year <= LAST_GREGORIAN_YEAR)
    return { ok: false, reason: 'gregorian_year', ...typed };
  if (!isSupportedYear(year)) return { ok: false, reason: 'year_range', ...typed };
  if (month < 1 || month > 12) return { ok: false, reason: 'no_such_month', ...typed };
  const monthLength = jalaliMonthLength(year, month);
  if (day < 1 || day > monthLength) return { ok: false, reason: 'no_such_day', ...typed, monthLength };
  return { ok: true, date: fromJalali(typed), isLenient };
}

function isSupportedYear(year: number): boolean {
  return year >= FIRST_JALALI_YEAR && year <= LAST_JALALI_YEAR;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

/** Direction marks and joiners that come along when a date is copied from a page or a workbook. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The calendar imports nothing of ours, so it reads Persian and Arabic digits itself. */
function toAsciiDigits(text: string): string {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
