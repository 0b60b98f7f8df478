import type { HistoryGroup } from '@/lib/domain/history-groups';
import { formatInteger } from '@/lib/format/numbers';

const count = formatInteger;

export const HISTORY_GROUP_LABELS: Record<HistoryGroup, string> = {
  work: 'کار دستگاه',
  decisions: 'تصمیم‌های فرمانداری',
  blockers: 'مانع‌ها',
  dues: 'مهلت و معافیت',
  messages: 'گزارش و مکاتبه',
};

/** Words of the page of one body that the list does not share. */
export const BODY_PAGE = {
  followUp: 'نامهٔ پیگیری',
  openLetter: 'دیدن نامه',
  printCard: 'چاپ کارنامه',
  previous: 'دستگاه پیشین',
  next: 'دستگاه بعدی',
  neighbours: 'دستگاه‌های پیش و پس در فهرست رسمی',

  curveTitle: 'روند دستگاه',
  curveTake: (verified: string, planned: string, gap: number | null) =>
    gap === null
      ? 'هنوز داده‌ای نیست.'
      : gap <= 0
        ? `تأییدشده ${verified} درصد است و از برنامه (${planned} درصد) عقب نیست.`
        : `تأییدشده ${verified} درصد است، ${count(gap)} واحد درصد عقب‌تر از برنامه (${planned} درصد).`,

  reportingTitle: 'گزارش‌دهی',
  reportingTake: (reported: number, expected: number, onTime: number) =>
    expected === 0
      ? 'در هفته‌های گذشته گام بازی نداشته است.'
      : `در ${count(reported)} هفته از ${count(expected)} هفتهٔ گذشته گزارش داده، ${count(onTime)} بار به‌موقع.`,
  week: (day: string, outcome: string) => `هفتهٔ ${day}: ${outcome}`,
  outcomes: {
    on_time: 'به‌موقع',
    late: 'پس از ساعت مقرر',
    missing: 'بی‌گزارش',
    not_expected: 'بی گام باز',
  },
  earliestFirst: 'از هفتهٔ دورتر به هفتهٔ گذشته',

  liaisons: 'رابط',
  noLiaison: 'کسی برای این دستگاه حساب رابط ندارد.',

  historyKind: 'گونهٔ رویداد',
  historyStep: 'گام',
  everyKind: 'همهٔ رویدادها',
  everyStep: 'همهٔ گام‌ها',
  historyShow: 'نشان بده',
  historyNone: 'رویدادی با این فیلتر نیست.',
  historyFiltered: (parts: readonly string[]) => `تنها ${parts.join('، ')}.`,
  historyWhole: 'همهٔ تاریخچه',
  stepHistory: (code: string) => `گام ${code}`,
} as const;
