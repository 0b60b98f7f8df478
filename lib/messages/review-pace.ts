import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonth, formatDayMonthYear } from '@/lib/format/dates';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';

const days = (count: number) => `${Number.isInteger(count) ? formatInteger(count) : formatDecimal(count, 1)} روز`;

/** Words of the reviewers' own pace and of the list of decisions behind it. */
export const PACE = {
  title: 'آهنگ بررسی',
  take: 'این رقم‌ها دربارهٔ کار فرمانداری است: اعلام‌ها چند روز منتظر مانده‌اند، هر هفته چند تصمیم گرفته شده و چه مقدار عودت شده است.',
  back: 'بازگشت به صف بررسی',
  asOf: (day: CivilDate) => `تا پایان ${formatDayMonthYear(day)}`,
  waitingTitle: 'انتظار اعلام‌ها',
  waitingTake: (count: number, median: number, oldest: number) =>
    `${formatInteger(count)} اعلام در انتظار است؛ میانهٔ انتظار ${days(median)} و قدیمی‌ترین ${days(oldest)}.`,
  nothingWaits: 'اعلامی در انتظار نیست.',
  band: 'روزهای انتظار',
  claims: 'اعلام',
  share: 'سهم',
  weeksTitle: 'تصمیم‌های هر هفته',
  weeksTake: (decided: number, weeks: number) =>
    `${formatInteger(decided)} تصمیم در ${formatInteger(weeks)} هفتهٔ گذشته گرفته شده است؛ هفتهٔ جاری هم در آن است.`,
  week: 'هفته',
  weekOf: (from: CivilDate, to: CivilDate) =>
    from === to ? formatDayMonth(from) : `${formatDayMonth(from)} تا ${formatDayMonth(to)}`,
  runningWeek: 'هفتهٔ جاری',
  decided: 'تصمیم',
  verified: 'تأیید',
  returned: 'عودت',
  undone: 'بازگردانی',
  bar: 'نمودار',
  barOf: (verified: number, returned: number) => `${formatInteger(verified)} تأیید و ${formatInteger(returned)} عودت`,
  undoneNote: 'تصمیمی که بازگردانده شده شمرده نمی‌شود؛ خود بازگردانی در هفتهٔ خود آمده است.',
  reviewersTitle: 'به تفکیک بررسی‌کننده',
  reviewersTake: 'در همان هشت هفته؛ هر رقم به فهرست همان تصمیم‌ها می‌رود.',
  reviewer: 'بررسی‌کننده',
  returnsTitle: 'عودت',
  returnsTake: (returned: number, decided: number, ratio: number) =>
    `در چهار هفتهٔ گذشته از ${formatInteger(decided)} تصمیم، ${formatInteger(returned)} عودت بوده است: ${formatInteger(ratio * 100)} درصد.`,
  noDecisions: 'در چهار هفتهٔ گذشته تصمیمی گرفته نشده است.',
  reasons: 'پرتکرارترین دلیل‌ها',
  count: 'شمار',
  noReasons: 'در چهار هفتهٔ گذشته عودتی نبوده است.',
  comeBack: 'بازگشت پس از عودت',
  comeBackText: (returned: number, cameBack: number) =>
    `از ${formatInteger(returned)} عودت هشت هفتهٔ گذشته، ${formatInteger(cameBack)} مورد دوباره اعلام شده است`,
  comeBackAfter: (median: number) => `؛ میانهٔ فاصله ${days(median)}.`,
  returnedAgain: (count: number) => `${formatInteger(count)} عودت، بار دوم یا بیشتر برای همان گام بوده است.`,
  decisionsTitle: 'تصمیم‌ها',
  decisionsTake: (total: number) => `${formatInteger(total)} مورد، تازه‌ترین نخست.`,
  decisionsFrom: (from: CivilDate, to: CivilDate) =>
    from === to ? formatDayMonthYear(from) : `${formatDayMonthYear(from)} تا ${formatDayMonthYear(to)}`,
  kinds: {
    decided: 'تأیید و عودت',
    verify: 'تنها تأیید',
    return: 'تنها عودت',
    undo: 'تنها بازگردانی',
  },
  by: (name: string) => `بررسی‌کننده: ${name}`,
  clear: 'همهٔ تصمیم‌های هشت هفته',
  noneFound: 'در این بازه تصمیمی نیست.',
  on: 'روز',
  body: 'دستگاه',
  step: 'گام',
  decision: 'تصمیم',
  note: 'دلیل یا توضیح',
  pages: 'صفحه‌های تصمیم‌ها',
} as const;
