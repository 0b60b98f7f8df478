import type { CivilDate } from '@/lib/calendar/civil-date';
import type { ReportFate, ReportFateName } from '@/lib/domain/report-fate';
import { formatDayMonth } from '@/lib/format/dates';

/** Words of the history of own reports. */
export const OWN_HISTORY = {
  title: 'گزارش‌های من',
  take: 'هر چه از سوی دستگاه‌های شما فرستاده شده است، تازه‌ترین بالاتر؛ با رسید و نتیجهٔ آن.',
  fromMy: 'گزارش‌های پیشین و رسیدها',
  search: 'جست‌وجو',
  searchHint: 'گام، شمارهٔ نامه، توضیح یا شمارهٔ رسید',
  body: 'دستگاه',
  kind: 'چه گزارشی',
  week: 'هفته',
  weekHint: 'یک روز از آن هفته، مانند ۱۳۹۷/۰۹/۱۷',
  show: 'نمایش',
  whole: 'همهٔ گزارش‌ها',
  day: 'روز',
  report: 'گزارش',
  step: 'گام',
  sent: 'فرستاده‌شده',
  note: 'توضیح',
  by: 'ثبت‌کننده',
  fate: 'نتیجه',
  reason: 'دلیل یا پاسخ',
  receipt: 'رسید',
  older: 'قدیمی‌تر',
  newest: 'تازه‌ترین‌ها',
  pages: 'صفحه‌های گزارش‌ها',
  none: 'هنوز گزارشی فرستاده نشده است.',
  noneFound: 'با این شرط‌ها گزارشی یافت نشد.',
  searchedTo: (day: CivilDate) => `تا ${formatDayMonth(day)} جست‌وجو شد؛ گزارش‌های قدیمی‌تر در صفحهٔ بعد است.`,
  weekOf: (from: CivilDate, to: CivilDate) => `هفتهٔ ${formatDayMonth(from)} تا ${formatDayMonth(to)}`,
} as const;

export const REPORT_FATE_LABELS: Record<ReportFateName, string> = {
  waiting: 'در انتظار بررسی',
  verified: 'تأییدشده',
  returned: 'عودت‌شده',
  withdrawn: 'پس‌گرفته‌شده',
  exempt: 'گام معاف شد',
  accepted: 'پذیرفته‌شده',
  refused: 'پذیرفته‌نشده',
  recorded: 'ثبت‌شده',
};

/** «تأییدشده، ۱۲ آذر» */
export function fateText({ fate, on }: ReportFate): string {
  return on === null ? REPORT_FATE_LABELS[fate] : `${REPORT_FATE_LABELS[fate]}، ${formatDayMonth(on)}`;
}
