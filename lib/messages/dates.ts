import { JALALI_MONTH_NAMES, type JalaliParseFailure } from '@/lib/calendar/jalali';
import { toPersianDigits } from '@/lib/text/digits';

const TENS_AND_ONES: Readonly<Record<number, string>> = { 29: 'بیست‌ونه', 30: 'سی', 31: 'سی‌ویک' };

/** Why a typed date cannot be read, as a sentence that helps to write it anew. */
export function describeDateFailure(failure: JalaliParseFailure): string {
  const { year, month, day, monthLength } = failure;
  switch (failure.reason) {
    case 'empty':
      return 'تاریخ را بنویسید؛ مانند ۱۳۹۷/۰۹/۱۴.';
    case 'format':
      return 'تاریخ را به ترتیب سال، ماه و روز بنویسید؛ مانند ۱۳۹۷/۰۹/۱۴.';
    case 'gregorian_year':
      return `سال ${toPersianDigits(year ?? '')} میلادی است؛ تاریخ را به هجری شمسی بنویسید.`;
    case 'year_range':
      return 'سال را با چهار رقم بنویسید؛ مانند ۱۳۹۷.';
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
