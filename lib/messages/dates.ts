import type { CivilDate } from '@/lib/calendar/civil-date';
import { JALALI_MONTH_NAMES, type JalaliParseFailure } from '@/lib/calendar/jalali';
import { formatJalaliInput } from '@/lib/format/dates';
import { toPersianDigits } from '@/lib/text/digits';
import { DATE_FIELD } from './common';

const TENS_AND_ONES: Readonly<Record<number, string>> = { 29: 'بیست‌ونه', 30: 'سی', 31: 'سی‌ویک' };

export const DATE_MISSING = 'تاریخ را بنویسید: سال، ماه و روز، با خط مورب میان آن‌ها.';

/** How to write a date, with today as the example: «سال، ماه، روز؛ با هر رقمی. مانند ۱۳۹۷/۰۹/۱۷» */
export function dateHint(today: CivilDate): string {
  return `${DATE_FIELD.hint}. مانند ${formatJalaliInput(today)}`;
}

/** Why a typed date cannot be read, as a sentence that helps to write it anew. */
export function describeDateFailure(failure: JalaliParseFailure): string {
  const { year, month, day, monthLength } = failure;
  switch (failure.reason) {
    case 'empty':
      return DATE_MISSING;
    case 'format':
      return 'تاریخ را به ترتیب سال، ماه و روز بنویسید، با خط مورب میان آن‌ها.';
    case 'gregorian_year':
      return `سال ${toPersianDigits(year ?? '')} میلادی است؛ تاریخ را به هجری شمسی بنویسید.`;
    case 'year_range':
      return 'سال را با چهار رقم بنویسید.';
    case 'no_such_month':
      return `ماه ${toPersianDigits(month ?? '')} نداریم؛ ماه را از ۱ تا ۱۲ بنویسید.`;
    case 'no_such_day': {
      if (month === undefined || year === undefined || monthLength === undefined || day === 0) {
        return 'این روز در تقویم نیست؛ روز را بازبینی کنید.';
      }
      const length = TENS_AND_ONES[monthLength] ?? toPersianDigits(monthLength);
      return `${JALALI_MONTH_NAMES[month - 1] ?? ''} ${toPersianDigits(year)} ${length} روز دارد.`;
    }
  }
}
