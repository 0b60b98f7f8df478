import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { BETTER_POINTS, FEWEST_CASES, type DeedGroup, type UnjudgedReason } from '@/lib/domain/deeds';
import { formatDayMonthYear, formatMonth } from '@/lib/format/dates';
import { formatDecimal, formatInteger, formatPercentValue } from '@/lib/format/numbers';

const n = formatInteger;

/** Words of the view that sets progress against outcomes. */
export const DEEDS = {
  title: 'کاغذ و کردار',
  heading: (month: JalaliMonth, baseline: JalaliMonth) =>
    `کاغذ و کردار، ${formatMonth(month)} در برابر ${formatMonth(baseline)}`,
  take: (paperOnly: number, verified: number) =>
    verified === 0
      ? 'میز هیچ دستگاهی که سنجیدنی باشد هنوز تأیید نشده است.'
      : `از ${n(verified)} دستگاه سنجیدنی که میزشان تأیید شده، ${n(paperOnly)} دستگاه نزد مردم بهتر نشده است.`,
  knownOn: (day: CivilDate) => `بر پایهٔ آنچه تا ${formatDayMonthYear(day)} ثبت شده است.`,
  rules: [
    'میز تأییدشده: همهٔ گام‌های محور میز خدمت حضوری یا الکترونیکی تأیید شده، یا میز «واقعی» شناخته شده است.',
    `بهتر: میانگین تغییر شاخص‌های سنجیدنی دستگاه از ماه پایه، به سوی بهتر، دست‌کم ${n(BETTER_POINTS)} واحد است؛ تنها شاخص‌های درصد و ۰ تا ۱۰۰ که خدمت به مردم را می‌سنجند.`,
    `سنجیدنی: در هر دو ماه عدد هست و هر دو بر دست‌کم ${n(FEWEST_CASES)} مورد (پاسخ نظرسنجی یا مخرج کسر) استوار است.`,
    'پیشرفت: سهم وزنی گام‌های تأییدشده در محورهای میز خدمت.',
  ],
  rulesTitle: 'چگونه سنجیده می‌شود',
  groups: {
    paper_only: 'کاغذ بی‌کردار',
    verified_better: 'کاغذ با کردار',
    better_only: 'کردار بی‌کاغذ',
    neither: 'نه کاغذ و نه کردار',
    unjudged: 'نسنجیدنی',
  } satisfies Record<DeedGroup, string>,
  groupNotes: {
    paper_only: 'میز تأیید شده و نتیجه برای مردم بهتر نشده',
    verified_better: 'میز تأیید شده و نتیجه بهتر شده',
    better_only: 'نتیجه بهتر شده و میز هنوز تأیید نشده',
    neither: 'نه میز تأیید شده و نه نتیجه بهتر شده',
    unjudged: 'عددهای دو ماه برای سنجش بس نیست',
  } satisfies Record<DeedGroup, string>,
  reasons: {
    no_reading: 'برای این ماه عددی نیست',
    no_baseline: 'ماه پایه عدد ندارد',
    no_count: 'شمار موردها معلوم نیست',
    few_cases: `کمتر از ${n(FEWEST_CASES)} مورد`,
  } satisfies Record<UnjudgedReason, string>,
  all: 'همهٔ گروه‌ها',
  groupsTitle: 'گروه‌ها',
  group: 'گروه',
  chart: 'پیشرفت میز در برابر تغییر نتیجه',
  chartSentence: (judged: number, paperOnly: number) =>
    `${n(judged)} دستگاه سنجیدنی؛ هر نقطه یک دستگاه است. ${n(paperOnly)} دستگاه در گوشهٔ «کاغذ بی‌کردار» است.`,
  chartNothing: 'هنوز دستگاهی سنجیدنی نیست.',
  chartAxes:
    'از چپ به راست: پیشرفت میز. از پایین به بالا: تغییر نتیجه به سوی بهتر. خط‌چین مرز «بهتر» است. نقطهٔ توپر: میز تأییدشده؛ گرد: بهتر؛ لوزی: بهتر نشده.',
  axisProgress: 'پیشرفت میز (درصد)',
  axisGain: 'تغییر نتیجه (واحد)',
  dot: (name: string, progress: number, gain: string) =>
    `${name}: پیشرفت ${formatPercentValue(progress, 0)} درصد، تغییر ${gain} واحد`,
  list: 'دستگاه‌ها',
  body: 'دستگاه',
  progress: 'پیشرفت میز (درصد)',
  verified: 'میز تأییدشده',
  notVerified: 'میز تأییدنشده',
  gain: 'تغییر (واحد)',
  detail: 'شاخص‌ها',
  detailOf: (title: string, before: number, after: number) =>
    `${title}: ${formatDecimal(before, 1)} به ${formatDecimal(after, 1)}`,
  ofIndicators: (count: number) => `میانگین ${n(count)} شاخص`,
  filter: 'گزینش دستگاه‌ها',
  indicator: 'شاخص',
  allIndicators: 'همهٔ شاخص‌های میز',
  found: (count: number) => `${n(count)} دستگاه در این فهرست.`,
  withoutDesk: (count: number) => `${n(count)} دستگاه دیگر میز خدمت ندارند و این‌جا نیستند.`,
  noneFound: 'دستگاهی با این شرط‌ها نیست.',
  noMonth: 'هنوز ماهی پس از ماه پایه نرسیده است.',
  noMonthText: 'سنجش از نخستین ماه پس از ماه پایهٔ برنامه آغاز می‌شود.',
  paletteNote: 'پیشرفت در برابر نتیجه',
  file: {
    code: 'کد',
    body: 'دستگاه',
    category: 'نوع دستگاه',
    district: 'بخش',
    group: 'گروه',
    progress: 'پیشرفت میز',
    isVerified: 'میز تأییدشده',
    yes: 'آری',
    no: 'نه',
    baselineMonth: 'ماه پایه',
    month: 'ماه',
    gain: 'تغییر به سوی بهتر (واحد)',
    judged: 'شاخص سنجیدنی',
    reason: 'چرا نسنجیدنی',
    gainOf: (title: string) => `تغییر ${title} (واحد)`,
  },
} as const;
