import { JALALI_MONTH_NAMES } from '@/lib/calendar/jalali';
import { toPersianDigits } from '@/lib/text/digits';

/** «تیر ۱۳۹۷» for the Jalali month `1397-04`; anything else as it is. */
export function toPersianMonth(month: string): string {
  const [, year, number] = /^(\d{4})-(\d{1,2})$/.exec(month) ?? [];
  const name = JALALI_MONTH_NAMES[Number(number) - 1];
  return year === undefined || name === undefined ? month : `${name} ${toPersianDigits(year)}`;
}

/** A number as a field holds it: `۱٫۵`, without needless decimals. */
export function decimalInput(value: number): string {
  return toPersianDigits(String(value).replace('.', '٫'));
}
