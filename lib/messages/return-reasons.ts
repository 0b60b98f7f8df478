import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonthYear } from '@/lib/format/dates';

/** What the office starts with, until it writes its own. */
export const PRESET_RETURN_REASONS = [
  'شماره یا تاریخ نامه خوانا نیست.',
  'مستند با گامِ اعلام‌شده هم‌خوان نیست.',
  'بخشی از مستند پیوست نشده است.',
  'نشانی صفحه باز نمی‌شود.',
] as const;

/** Words of the screen on which the usual reasons are kept. */
export const REASONS = {
  title: 'دلیل‌های عودت',
  take: 'رابط هنگام عودت همین متن را می‌بیند. پس کوتاه بنویسید که چه چیزی کم است و چه باید بفرستد.',
  back: 'بازگشت به صف بررسی',
  list: 'دلیل‌ها به ترتیب نمایش',
  allTracks: 'همهٔ محورها',
  presetsHold: 'این‌ها دلیل‌های آغازین سامانه است؛ هنوز کسی تغییری نداده است.',
  changed: (day: CivilDate, by: string | null) =>
    `آخرین تغییر ${formatDayMonthYear(day)}${by === null ? '' : `، ${by}`}. عودت‌های پیشین با متن خود می‌مانند.`,
  readOnly: 'تغییر این فهرست با معاون فرماندار و کارشناسان کل شهرستان است.',
  text: 'متن دلیل',
  track: 'محور',
  trackHint: 'اگر محوری برگزینید، دلیل تنها برای گام‌های همان محور پیشنهاد می‌شود.',
  add: 'افزودن دلیل',
  addTitle: 'دلیل تازه',
  change: 'ویرایش',
  save: 'ذخیرهٔ متن',
  up: 'بالاتر',
  down: 'پایین‌تر',
  remove: 'برداشتن',
  saved: 'فهرست دلیل‌ها ذخیره شد.',
} as const;
