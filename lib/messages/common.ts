import { toPersianDigits } from '@/lib/text/digits';

/** Words that no single screen owns. */
export const COMMON = {
  product: 'میزبان',
  optional: 'اختیاری',
  choose: 'انتخاب کنید',
  search: 'جست‌وجو',
  cancel: 'انصراف',
  save: 'ذخیره',
  close: 'بستن',
  back: 'بازگشت',
  more: 'بیشتر',
  all: 'همه',
  previous: 'پیشین',
  next: 'بعدی',
  pages: 'صفحه‌های فهرست',
  today: 'امروز',
  loading: 'در حال بارگذاری',
  noData: 'هنوز داده‌ای نیست.',
  tryAgain: 'تلاش دوباره',
  overview: 'نمای کلی',
  sending: 'در حال ارسال…',
  chartData: 'دادهٔ نمودار به شکل جدول',
  showPassword: 'نمایش',
  hidePassword: 'پنهان‌کردن',
} as const;

/** Words of the Jalali date field and its calendar. */
export const DATE_FIELD = {
  /** On the server `dateHint` adds an example; its arithmetic is not worth sending to the browser. */
  hint: 'سال، ماه، روز؛ با هر رقمی',
  open: 'تقویم',
  close: 'بستن تقویم',
  earlierMonth: 'ماه پیش',
  laterMonth: 'ماه بعد',
  chosen: 'انتخاب‌شده',
  today: 'امروز',
  holiday: 'تعطیل',
  /** Single letters over the columns, Saturday first. */
  weekdayInitials: ['ش', 'ی', 'د', 'س', 'چ', 'پ', 'ج'],
} as const;

/** Name of the scroller round a table: other than the section's, which often has the words of the caption. */
export function tableRegion(caption: string): string {
  return `جدول ${caption}`;
}

/** «۱ تا ۵۰ از ۲۱۰» */
export function rangeOf(from: number, to: number, total: number): string {
  return toPersianDigits(`${from} تا ${to} از ${total}`);
}

/** «لطفاً دو مورد را اصلاح کنید:» */
export function correctThese(count: number): string {
  return count === 1 ? 'لطفاً این مورد را اصلاح کنید:' : `لطفاً ${numberWord(count)} مورد را اصلاح کنید:`;
}

const NUMBER_WORDS = ['صفر', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه', 'ده'];

/** Small numbers as words, larger ones as digits. */
export function numberWord(value: number): string {
  return NUMBER_WORDS[value] ?? toPersianDigits(value);
}

/** A list in a sentence: «الف»، «الف و ب»، «الف، ب و پ». */
export function joinWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join('، ')} و ${words[words.length - 1]}`;
}
