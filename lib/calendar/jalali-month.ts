import { addDays, type CivilDate } from './civil-date';
import { fromJalali, jalaliMonthLength, toJalali, FIRST_JALALI_YEAR, LAST_JALALI_YEAR } from './jalali';

/** A Jalali month as `YYYY-MM` with Latin digits, such as `1397-08`. Text order is time order. */
export type JalaliMonth = `${number}-${number}`;

/** Whether a text is a month of the years that the calendar knows. */
export function isJalaliMonth(text: string): text is JalaliMonth {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return parts !== null && Number(parts[1]) >= FIRST_JALALI_YEAR && Number(parts[1]) <= LAST_JALALI_YEAR;
}

/** The month that holds a day. */
export function monthOf(day: CivilDate): JalaliMonth {
  const { year, month } = toJalali(day);
  return toMonth(year, month);
}

/** The first day of a month. @throws RangeError for what is no month */
export function firstDayOf(month: JalaliMonth): CivilDate {
  return fromJalali({ ...partsOf(month), day: 1 });
}

/** The last day of a month. @throws RangeError for what is no month */
export function lastDayOf(month: JalaliMonth): CivilDate {
  const { year, month: number } = partsOf(month);
  return addDays(firstDayOf(month), jalaliMonthLength(year, number) - 1);
}

/** `count` months later; earlier for a negative count. */
export function addMonths(month: JalaliMonth, count: number): JalaliMonth {
  const { year, month: number } = partsOf(month);
  const index = year * 12 + number - 1 + count;
  return toMonth(Math.floor(index / 12), (index % 12) + 1);
}

/** Every month from one to another, both included; none where the first is later. */
export function eachMonth(from: JalaliMonth, to: JalaliMonth): JalaliMonth[] {
  const months: JalaliMonth[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

function partsOf(month: JalaliMonth) {
  return { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) };
}

function toMonth(year: number, month: number): JalaliMonth {
  return `${String(year)}-${String(month).padStart(2, '0')}` as JalaliMonth;
}
