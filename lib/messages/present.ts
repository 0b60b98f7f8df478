import type { DecisionCounts } from '@/lib/domain/decisions';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';
import { joinWords } from './common';
import { decisionCountsText } from './meeting';
import { dayNear } from './verdict';

const count = formatInteger;

/** Topics of a meeting in their order; each is one screen of the projector. */
export const TOPICS = [
  'verdict',
  'tracks',
  'curve',
  'late',
  'waiting',
  'blockers',
  'silent',
  'promises',
  'decided',
] as const;
export type Topic = (typeof TOPICS)[number];

export const TOPIC_TITLES: Record<Topic, string> = {
  verdict: 'به مهلت می‌رسیم؟',
  tracks: 'پیشرفت محورها',
  curve: 'برنامه، اعلام و تأیید',
  late: 'عقب‌مانده‌ها به ترتیب پیامد',
  waiting: 'در انتظار فرمانداری',
  blockers: 'موانع و نوبت اقدام',
  silent: 'دستگاه‌های بدون گزارش',
  promises: 'وعده‌های رسیده',
  decided: 'تصمیم‌های این جلسه',
};

/** Words of the projector page. */
export const PRESENT = {
  asOf: (day: string) => `تا پایان ${day}`,
  ofDeadline: (day: string) => `محورهای مهلت ${day}`,
  position: (at: number, of: number) => `${count(at)} از ${count(of)}`,
  navigation: 'ورق‌زدن موضوع‌ها',
  previous: 'پیشین',
  next: 'بعدی',
  previousTopic: (title: string) => `موضوع پیشین: ${title}`,
  nextTopic: (title: string) => `موضوع بعدی: ${title}`,
  back: 'پایان نمایش',
  inDashboard: 'در نمای کلی',
  inMeeting: 'در صفحهٔ جلسه',
  keys: 'کلید چپ: بعدی · کلید راست: پیشین · Home و End: نخستین و واپسین · Esc: پایان',
  badAddress: 'نشانی این صفحه درست نبود؛ وضع امروز نشان داده می‌شود.',

  daysLeft: (day: string) => `روز تا مهلت ${day}`,
  daysPassed: (day: string) => `روز از مهلت ${day} گذشته است`,
  workingDays: 'روز کاری',
  unverified: 'گام تأییدنشده',
  verifiedOf: (planned: string) => `درصد تأییدشده؛ برنامه ${planned} درصد`,
  severalDeadlines: 'چند مهلت با هم دیده می‌شود؛ شمارش روز برای هر مهلت جداست.',
  deadlineSummary: (deadline: CivilDate | null, days: number | null, asOf: CivilDate) =>
    deadline === null || days === null
      ? 'چند مهلت با هم'
      : days < 0
        ? `مهلت ${dayNear(deadline, asOf)} گذشته است`
        : `${count(days)} روز تا ${dayNear(deadline, asOf)}`,
  curveSummary: (planned: number | null, verified: number | null) => {
    if (planned === null || verified === null) return 'هنوز داده‌ای نیست.';
    const gap = (planned - verified) * 100;
    return Math.abs(gap) < 0.05
      ? 'تأییدشده همراه برنامه است.'
      : `تأییدشده ${formatDecimal(Math.abs(gap), 1)} واحد درصد از برنامه ${gap > 0 ? 'عقب‌تر' : 'جلوتر'} است.`;
  },
  lateSummary: (pairs: number, bodies: number) =>
    pairs === 0 ? 'هیچ دستگاهی عقب نیست.' : `${count(pairs)} مورد در ${count(bodies)} دستگاه عقب مانده است.`,
  waitingSummary: (claims: number, own: number, requests: number) =>
    claims + own + requests === 0
      ? 'چیزی در صف نیست.'
      : `${joinWords(
          [
            claims > 0 ? `${count(claims)} اعلام` : '',
            own > 0 ? `${count(own)} گام فرمانداری` : '',
            requests > 0 ? `${count(requests)} درخواست` : '',
          ].filter(Boolean),
        )} در صف است.`,
  waitingTake: (over: number, target: number) =>
    over === 0
      ? 'این انتظار از فرمانداری است، نه از دستگاه.'
      : `${count(over)} اعلام بیش از ${count(target)} روز مانده است؛ این انتظار از فرمانداری است، نه از دستگاه.`,
  blockersSummary: (milestones: number, bodies: number) =>
    milestones === 0 ? 'مانعی گزارش نشده است.' : `${count(milestones)} گام در ${count(bodies)} دستگاه مانع دارد.`,
  silentSummary: (bodies: number, days: number) =>
    bodies === 0
      ? `همهٔ دستگاه‌ها در ${count(days)} روز گذشته گزارش داده‌اند.`
      : `${count(bodies)} دستگاه بیش از ${count(days)} روز گزارشی نداده‌اند.`,
  promisesSummary: (counts: DecisionCounts) => {
    const text = decisionCountsText(counts);
    return text === '' ? 'وعده‌ای نرسیده است.' : `${text}.`;
  },
  decidedSummary: (fresh: number, ahead: number) =>
    [
      fresh === 0 ? 'هنوز تصمیمی در این جلسه ثبت نشده است.' : `${count(fresh)} تصمیم ثبت شد.`,
      ahead === 0 ? '' : `${count(ahead)} وعده در راه است.`,
    ]
      .filter(Boolean)
      .join(' '),
  aheadTitle: 'وعده‌های پیش رو',
  untilDay: (day: CivilDate) => `تا ${formatDayMonth(day)}`,
  andMore: (n: number) => `و ${count(n)} مورد دیگر`,
  days: 'روز',
  body: 'دستگاه',
  steps: 'گام‌ها',
  step: 'گام',
  turn: 'نوبت اقدام',
  cause: 'علت',
  oldest: 'قدیمی‌ترین',
  owner: 'مسئول',
  decision: 'تصمیم',
  promise: 'وعده',
  state: 'وضع',
  lastReport: 'واپسین گزارش',
} as const;
