import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonth, formatWeekday } from '@/lib/format/dates';
import { formatDigits, formatInteger, wholePercent } from '@/lib/format/numbers';

const count = formatInteger;

/** Words of the weekly cycle: who has reported in a week. */
export const REPORTING = {
  title: 'گزارش هفتگی دستگاه‌ها',
  heading: (from: CivilDate, to: CivilDate) =>
    `گزارش هفتگی دستگاه‌ها، ${formatDayMonth(from)} تا ${formatDayMonth(to)}`,
  /** Before the cut-off, after it, and once the week is over. */
  cutoff: (day: CivilDate, time: string, isPast: boolean) =>
    isPast
      ? `موعد گزارش این هفته ${formatWeekday(day)} ${formatDayMonth(day)}، ساعت ${formatDigits(time)} بود.`
      : `موعد گزارش این هفته ${formatWeekday(day)} ${formatDayMonth(day)}، ساعت ${formatDigits(time)} است.`,
  take: (expected: number, reported: number, onTime: number) =>
    expected === 0
      ? 'در این هفته از دستگاهی گزارش خواسته نشده است.'
      : reported === 0
        ? `از ${count(expected)} دستگاه، هنوز گزارشی نرسیده است.`
        : `از ${count(expected)} دستگاه، ${count(reported)} دستگاه گزارش داده است؛ ${count(onTime)} دستگاه به‌موقع.`,
  /** «۴۳ از ۱۸۰»: never a share alone. */
  ofExpected: (reported: number, expected: number) => `${count(reported)} از ${count(expected)}`,
  percent: (share: number) => `${count(wholePercent(share))} درصد`,
  smallGroup: 'گروه کوچک',
  smallGroupNote: (least: number) => `برای گروه‌های کوچک‌تر از ${count(least)} دستگاه درصد نوشته نشده است.`,
  rule: 'شنبهٔ هفته گام باز داشته‌اند. نخستین گزارش هفته به‌موقع بودن را می‌گوید؛ «بدون تغییر» هم گزارش است.',
  byCategory: 'به تفکیک نوع دستگاه',
  byDistrict: 'به تفکیک بخش',
  category: 'نوع دستگاه',
  district: 'بخش',
  total: 'همه',
  expected: 'دستگاه',
  reported: 'گزارش‌داده',
  share: 'نرخ (درصد)',
  onTime: 'به‌موقع',
  late: 'پس از موعد',
  checkInOnly: 'تنها بدون تغییر',
  missing: 'نرسیده',
  silent: (days: number) => `بی‌گزارش بیش از ${count(days)} روز`,
  before: 'هفتهٔ پیش',
  all: (bodies: number) => `همهٔ ${count(bodies)} دستگاه`,
  whole: 'صفحهٔ هفته',
  earlier: 'هفتهٔ پیش',
  later: 'هفتهٔ بعد',
  weeks: 'هفته‌ها',
  silenceEnds: 'با نخستین گزارش، حتی «بدون تغییر»، شمار روزهای بی‌گزارش از نو آغاز می‌شود.',
  settings: 'تغییر موعد هفتگی در تنظیمات',
} as const;
