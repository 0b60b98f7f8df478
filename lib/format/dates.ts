import { type CivilDate, weekdayOf } from '@/lib/calendar/civil-date';
import { formatJalali, JALALI_MONTH_NAMES, toJalali, WEEKDAY_NAMES } from '@/lib/calendar/jalali';
import { firstDayOf, type JalaliMonth } from '@/lib/calendar/jalali-month';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import { toPersianDigits } from '@/lib/text/digits';

/** Joins a day to its month, so that no line breaks between them. */
const NBSP = '\u00a0';

/** `۱۳۹۷/۰۹/۱۷`. Slashes, because a date with hyphens is shown backwards inside Persian text. */
export function formatDate(day: CivilDate): string {
  return toPersianDigits(formatJalali(day));
}

/** `۱۷ آذر`, joined by a no-break space. */
export function formatDayMonth(day: CivilDate): string {
  const date = toJalali(day);
  return `${toPersianDigits(date.day)}${NBSP}${monthName(date.month)}`;
}

/** `۱۷ آذر ۱۳۹۷` */
export function formatDayMonthYear(day: CivilDate): string {
  return `${formatDayMonth(day)} ${toPersianDigits(toJalali(day).year)}`;
}

/** `شنبه ۱۷ آذر ۱۳۹۷` */
export function formatLongDate(day: CivilDate): string {
  return `${formatWeekday(day)} ${formatDayMonthYear(day)}`;
}

/** `سه‌شنبه` */
export function formatWeekday(day: CivilDate): string {
  return WEEKDAY_NAMES[weekdayOf(day)] ?? '';
}

/** `آذر ۱۳۹۷`: the month that holds the day. */
export function formatMonthYear(day: CivilDate): string {
  const date = toJalali(day);
  return `${monthName(date.month)} ${toPersianDigits(date.year)}`;
}

/** `آبان ۱۳۹۷` for the month `1397-08` */
export function formatMonth(month: JalaliMonth): string {
  return formatMonthYear(firstDayOf(month));
}

/** Clock time in Tehran of an instant: `۱۰:۴۲`. */
export function formatTime(instant: string | Date): string {
  return toPersianDigits(toTehranTime(instant).time);
}

/** Day and clock time in Tehran of an instant: `۱۳۹۷/۰۹/۱۷، ساعت ۱۰:۴۲`. */
export function formatDateTime(instant: string | Date): string {
  const { day, time } = toTehranTime(instant);
  return `${formatDate(day)}، ساعت ${toPersianDigits(time)}`;
}

/** What a date field holds: `۱۳۹۷/۰۹/۱۷`, empty without a day. `parseJalaliDate` reads it back. */
export function formatJalaliInput(day: CivilDate | null): string {
  return day === null ? '' : formatDate(day);
}

/** A day as machines get it, in both calendars and Latin digits. */
export function apiDate(day: CivilDate): { jalali: string; iso: CivilDate } {
  return { jalali: formatJalali(day), iso: day };
}

function monthName(month: number): string {
  return JALALI_MONTH_NAMES[month - 1] ?? '';
}
