import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { EarnedSchedule, GroupFigures } from '@/lib/domain/figures';
import { formatDayMonth, formatWeekday } from '@/lib/format/dates';
import { formatDecimal, formatInteger, formatPercentValue, formatSigned } from '@/lib/format/numbers';
import { joinWords } from './common';
import { paceText } from './verdict';

const count = formatInteger;
const percent = (ratio: number | null) => (ratio === null ? '–' : formatPercentValue(ratio));

/** Words of the deputy's page. */
export const DASHBOARD = {
  title: 'نمای کلی',
  toImports: 'ورود برنامه و دستگاه‌ها',
  asOf: 'تا تاریخ',
  scopeLabel: 'تاریخ و فیلتر',
  filters: 'فیلترها',
  apply: 'نشان بده',
  compareWith: 'مقایسه با',
  reportDays: 'روز گزارش‌های هفتگی',
  reportDay: (number: number, day: string) => `گزارش ${count(number)}، تا ${day}`,
  weekBefore: 'یک هفته پیش',
  monthBefore: 'سی روز پیش',
  lastReportBefore: (number: number) => `گزارش ${count(number)}`,
  programmeStart: 'آغاز برنامه',
  deadline: 'مهلت',
  allDeadlines: 'همه',
  track: 'محور',
  category: 'نوع دستگاه',
  district: 'بخش',
  programme: 'برنامه',
  notYet: 'هنوز نرسیده است',
  beforeStart: 'پیش از آغاز برنامه است',
  weekBack: (day: string) => `یک هفته عقب‌تر: ${day}`,
  dayBack: (day: string) => `یک روز عقب‌تر: ${day}`,
  dayOn: (day: string) => `یک روز جلوتر: ${day}`,
  weekOn: (day: string) => `یک هفته جلوتر: ${day}`,
  pastDay: (day: string) => `این صفحه آنچه را نشان می‌دهد که تا پایان ${day} دانسته بود.`,
  backToToday: 'بازگشت به امروز',
  eyebrow: (deadline: string | null, tracks: readonly string[], bodies: number) =>
    `${deadline === null ? 'همهٔ مهلت‌ها' : `مهلت ${deadline}`} · ${joinWords(tracks)} · ${count(bodies)} دستگاه`,

  unverified: (n: number) => `${count(n)} گام`,
  causeTitle: 'علت',
  causeLink: (share: number) => `مورد، ${count(Math.round(share * 100))} درصد پیامد`,
  causeText: (late: number, bodies: number) =>
    `${count(late)} مورد از ${count(bodies)} دستگاه عقب‌مانده است؛ اینها بیشترین پیامد را دارند.`,
  noCause: 'هیچ دستگاهی عقب نیست',
  noCauseText: 'هیچ گامی از موعد مؤثر خود نگذشته است.',
  waitingTitle: (isReviewer: boolean) => (isReviewer ? 'منتظر شما' : 'منتظر فرمانداری'),
  waitingLink: (claims: number, own: number, requests: number, objections: number) =>
    joinWords(
      [
        claims > 0 ? `${count(claims)} اعلام` : '',
        own > 0 ? `${count(own)} گام فرمانداری` : '',
        requests > 0 ? `${count(requests)} درخواست` : '',
        objections > 0 ? `${count(objections)} اعتراض` : '',
      ].filter(Boolean),
    ) || 'چیزی در صف نیست',
  waitingText: (overTarget: number, target: number, oldest: number | null) =>
    oldest === null
      ? 'همهٔ اعلام‌ها بررسی شده است.'
      : overTarget === 0
        ? `هیچ اعلامی بیش از ${count(target)} روز نمانده است.`
        : `${count(overTarget)} اعلام بیش از ${count(target)} روز مانده است؛ قدیمی‌ترین ${count(oldest)} روز.`,
  changeTitle: (since: string) => `از ${since}`,
  changeLink: (before: number | null, now: number | null) =>
    before === null ? `تأییدشده ${percent(now)} درصد` : `تأییدشده ${percent(before)} بود، ${percent(now)} شد`,
  changeText: (late: number, caughtUp: number) =>
    `${count(late)} مورد تازه عقب ماند، ${count(caughtUp)} مورد جبران شد.`,

  untilDeadline: (day: string) => `تا مهلت ${day}`,
  deadlinePassed: (day: string) => `مهلت ${day} گذشته است`,
  day: 'روز',
  daysAgo: 'روز پیش',
  workingDay: 'روز کاری',
  daysLeftCaption: 'روزهای مانده تا مهلت',
  holiday: 'تعطیل',
  today: 'امروز',
  asOfDay: 'این روز',
  lastDay: 'آخرین',
  theDeadline: 'مهلت',
  lastWorkingDay: (deadline: CivilDate, last: CivilDate) =>
    deadline === last
      ? `مهلت ${formatWeekday(deadline)} و روز کاری است.`
      : `مهلت ${formatWeekday(deadline)} است؛ آخرین روز کاری ${formatWeekday(last)} ${formatDayMonth(last)}.`,
  otherDeadline: (day: string, calendar: number, working: number) =>
    `مهلت دیگر: ${day}، ${count(calendar)} روز (${count(working)} روز کاری).`,
  severalDeadlines: 'چند مهلت با هم دیده می‌شود؛ شمارش روز و پیش‌بینی برای هر مهلت جداست.',

  tracksTitle: 'پیشرفت محورها',
  method: 'شیوهٔ محاسبه',
  planned: 'برنامه',
  claimed: 'اعلام‌شده',
  verified: 'تأییدشده',
  change: 'تغییر',
  spiTitle: 'شاخص عملکرد زمان‌بندی = تأییدشده ÷ برنامه',
  forecast: 'پیش‌بینی پایان',
  pace: 'تأیید در هفته',
  required: 'لازم',
  recent: 'کنونی',
  enough: 'کافی',
  times: (factor: number) => `${formatDecimal(factor, 1)} برابر شود`,
  percentScale: ['۰', '۵۰', '۱۰۰ درصد'],
  bodiesAndDeadline: (bodies: number, deadline: string) => `${count(bodies)} دستگاه · مهلت ${deadline}`,
  tracksTake: (worst: { name: string; gap: number } | null, ownSteps: number) =>
    [
      worst === null
        ? 'هیچ محوری از برنامه عقب نیست.'
        : `${worst.name} ${formatDecimal(worst.gap * 100, 0)} واحد درصد از برنامه عقب‌تر است.`,
      ownSteps > 0 ? `${count(ownSteps)} گام تنها در نوبت فرمانداری است.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  forecastGap: (finish: CivilDate, deadline: CivilDate) => {
    const days = daysBetween(deadline, finish);
    if (days === 0) return 'روز مهلت';
    return days > 0 ? `${count(days)} روز پس از مهلت` : `${count(-days)} روز پیش از مهلت`;
  },
  noForecast: {
    several_deadlines: 'چند مهلت',
    no_data: 'بی‌داده',
    complete: 'پایان‌یافته',
    not_started: 'آغاز نشده',
    nothing_verified: 'هنوز تأییدی نیست',
    not_in_sight: 'دور از دسترس',
  } satisfies Record<NonNullable<EarnedSchedule['reason']>, string>,

  curveTitle: 'برنامه، اعلام و تأیید در گذر زمان',
  curveAside: (deadline: string | null) =>
    `${deadline === null ? 'همهٔ مهلت‌ها' : `مهلت ${deadline}`} · درصد وزنی · زمان از چپ به راست`,
  curveTake: (group: GroupFigures, claims: number) => {
    if (group.verified === null || group.planned === null) return 'هنوز داده‌ای نیست.';
    const gap = group.planned - group.verified;
    const first =
      Math.abs(gap) < 0.0005
        ? 'تأییدشده همراه برنامه است.'
        : `تأییدشده ${formatDecimal(Math.abs(gap) * 100, 1)} واحد درصد از برنامه ${gap > 0 ? 'عقب‌تر' : 'جلوتر'} است.`;
    return claims > 0
      ? `${first} نوار میان دو خط آبی، ${count(claims)} گامی است که اعلام شده و نزد فرمانداری است.`
      : first;
  },
  minis: 'نمودار هر محور',
  outOf: (verified: number | null, planned: number | null) =>
    `${verified === null ? '–' : formatPercentValue(verified, 0)} از ${planned === null ? '–' : formatPercentValue(planned, 0)}`,
  howForecast: 'پیش‌بینی چگونه به دست آمده است؟',
  forecastExplained: (es: EarnedSchedule, finish: string) =>
    es.es === null || es.at === null || es.spiT === null
      ? ''
      : `بر پایهٔ «زمان کسب‌شده»: کارِ تأییدشدهٔ امروز باید تا هفتهٔ ${formatDecimal(es.es, 1)} انجام می‌شد و اکنون هفتهٔ ${formatDecimal(es.at, 1)} است؛ نسبت این دو ${formatDecimal(es.spiT, 2)} است. با همین نسبت، کار ${finish}.`,
  endsOn: (day: string) => `${day} به پایان می‌رسد`,
  endNotInSight: 'در پنج سال پس از مهلت هم به پایان نمی‌رسد',

  waitingSection: (isReviewer: boolean) => (isReviewer ? 'در انتظار تصمیم شما' : 'در انتظار فرمانداری'),
  waitingTake: 'این انتظار از فرمانداری است، نه از دستگاه.',
  claims: 'اعلام انجام',
  overTarget: (n: number, target: number) => `${count(n)} بیش از ${count(target)} روز`,
  ownSteps: 'گام فرمانداری',
  ownStepsNote: 'بازدید یا آزمون',
  requests: 'درخواست',
  requestsNote: (extensions: number, exemptions: number) =>
    joinWords(
      [extensions > 0 ? `${count(extensions)} تمدید` : '', exemptions > 0 ? `${count(exemptions)} معافیت` : ''].filter(
        Boolean,
      ),
    ) || 'چیزی در صف نیست',
  oldest: 'قدیمی‌ترین‌ها',
  objections: (n: number) => `${count(n)} اعتراض بی‌پاسخ`,
  agesTitle: 'اعلام‌ها به روزهای انتظار نزد فرمانداری',
  ageRange: (min: number, max: number | null) =>
    max === null ? `بیش از ${count(min - 1)} روز` : `${count(min)} تا ${count(max)} روز`,
  daysUnit: 'روز',
  startReview: 'آغاز بررسی از قدیمی‌ترین',
  wholeQueue: 'همهٔ صف',
  requestOf: { extension: 'درخواست تمدید', exemption: 'درخواست معافیت' },
  nothingWaiting: 'موردی در انتظار تصمیم نیست.',

  statusTitle: 'وضعیت دستگاه‌ها',
  statusAside: (pairs: number) => `شمارش: هر دستگاه در هر محور · ${count(pairs)} مورد`,
  statusTake: (late: number, awaiting: number, missed: number) =>
    [
      late === 0 ? 'موردی عقب نیست.' : `${count(late)} مورد عقب‌مانده است.`,
      awaiting === 0 ? '' : `${count(awaiting)} مورد تنها در انتظار فرمانداری است.`,
      missed === 0 ? 'هنوز مهلتی نگذشته است.' : `مهلت ${count(missed)} مورد گذشته است.`,
    ]
      .filter(Boolean)
      .join(' '),
  countHead: 'شمار',
  statusHead: 'وضعیت',
  statusTable: 'شمارش‌ها به شکل جدول',
  realTitle: 'میز خدمت واقعی',
  realText: (total: number) =>
    `میز از ${count(total)} میز، هم تفویض اختیار کتبی دارد و هم در بازدید سرزده تأیید شده است.`,
  realWaiting: (waiting: number) => `${count(waiting)} میز دیگر تنها در انتظار بازدید است.`,
  realPicture: (real: number, waiting: number, other: number) =>
    `${count(real)} میز واقعی، ${count(waiting)} میز در انتظار بازدید، ${count(other)} میز دیگر`,
  realLegend: ['واقعی', 'در انتظار بازدید', 'دیگر'],

  lateTitle: 'عقب‌مانده‌ها به ترتیب پیامد',
  lateAll: (n: number) => `همهٔ ${count(n)} مورد`,
  lateTake: (bodies: number) =>
    `پیامد = سهم وزنِ گام‌های عقب‌مانده × روزهای تأخیر. ${count(bodies)} دستگاه عقب مانده‌اند.`,
  lateEverywhere: (n: number) => `در همهٔ مهلت‌ها ${count(n)} مورد.`,
  noLate: 'هیچ دستگاهی عقب نیست.',
  body: 'دستگاه',
  lateMilestones: 'گام‌های عقب‌مانده',
  delay: 'تأخیر',
  delayTitle: 'بیشترین تأخیر میان گام‌ها',
  consequence: 'پیامد',
  nextAction: 'اقدام',
  days: (n: number) => `${count(n)} روز`,
  actionCall: (days: number) => `تماس: ${count(days)} روز بی‌گزارش`,
  actionFixReturned: 'اصلاح مورد عودت‌شده',
  actionUnblock: (cause: string) => `رفع مانع: ${cause}`,
  actionFollowUp: 'پیگیری با رابط',

  blockersTitle: 'موانع به تفکیک علت',
  blockersTake: (causes: number, bodies: number) => `${count(bodies)} دستگاه با ${count(causes)} علت مانع دارند.`,
  oneCall: (turn: string, bodies: number) => `یک پیگیری از ${turn} ${count(bodies)} دستگاه را پیش می‌برد.`,
  blockersAll: (n: number) => `همهٔ ${count(n)} گام`,
  byTurn: 'موانع به تفکیک نوبت اقدام',
  turnOf: (turn: string) => `نوبت ${turn}:`,
  bodiesCount: (n: number) => `${count(n)} دستگاه`,
  noBlockers: 'مانعی گزارش نشده است.',
  cause: 'علت',
  bodies: 'دستگاه',
  turn: 'نوبت اقدام',

  silentTitle: 'دستگاه‌های بدون گزارش',
  silentAll: (n: number) => `همهٔ ${count(n)} دستگاه`,
  silentTake: (n: number, threshold: number) =>
    n === 0
      ? `همهٔ دستگاه‌ها در ${count(threshold)} روز گذشته گزارش داده‌اند.`
      : `${count(n)} دستگاه بیش از ${count(threshold)} روز نه پیشرفتی گزارش کرده‌اند و نه «بدون تغییر»؛ در همهٔ مهلت‌ها.`,
  lastReport: (day: string) => `آخرین گزارش ${day}`,
  neverReported: 'بدون گزارش',

  heatTitle: 'دستگاه × گام',
  heatTake: 'ده مورد با بیشترین پیامد. عدد درون خانه، روزهای تأخیر است؛ خط تیرهٔ بالای ستون، گامی که موعدش رسیده است.',
  heatWhole: 'نقشهٔ کامل',
  heatRegion: 'نقشهٔ دستگاه و گام',
  heatLateKey: 'عقب‌مانده، روز',
  heatRiskKey: 'موعد تا ۷ روز دیگر',
  heatKeys: 'با کلیدهای پیکان میان خانه‌ها بروید؛ Enter گام را در صفحهٔ دستگاه باز می‌کند.',
  heatCounts: (bodies: number, late: number, blocked: number, claimed: number, verified: number, cells: number) =>
    `${count(bodies)} دستگاه؛ از ${count(cells)} خانه ${count(verified)} تأییدشده، ${count(claimed)} نزد فرمانداری، ${count(late)} عقب‌مانده و ${count(blocked)} دارای مانع است.`,
  heatAsList: 'همین نقشه به شکل فهرست',
  heatPageTitle: 'نقشهٔ دستگاه و گام',
  heatPageTake: 'عدد درون خانه، روزهای تأخیر است؛ خط تیرهٔ بالای ستون، گامی که موعدش رسیده است.',
  heatDue: (title: string, due: string) => `${title} · موعد ${due}`,
  heatCell: (track: string, position: number, state: string, late: number) =>
    `${track} ${count(position)} · ${state}${late > 0 ? ` · ${count(late)} روز تأخیر` : ''}`,
  notApplicable: 'مشمول نیست',
  notDueYet: 'موعد نرسیده',

  weekTitle: (isWeek: boolean) => (isWeek ? 'در هفتهٔ گذشته چه تغییر کرد' : 'از آن روز چه تغییر کرد'),
  weekAside: (from: string, to: string) => `${from} تا ${to}`,
  weekTake: (before: number | null, now: number | null, late: number, caughtUp: number) =>
    `${
      before === null || now === null ? '' : `تأییدشده از ${percent(before)} به ${percent(now)} درصد رسید. `
    }${count(late)} مورد تازه عقب ماند و ${count(caughtUp)} مورد از عقب‌ماندگی درآمد.`,
  events: 'رویدادها',
  newlyComplete: 'تازه انجام‌شده',
  newlyLate: 'تازه عقب‌مانده',
  caughtUp: 'از عقب‌ماندگی درآمد',
  overdueAll: (n: number) => `همهٔ ${count(n)} گام از موعد گذشته و تأییدنشده`,
  compareDays: 'مقایسهٔ کامل دو روز',
  regressions: (n: number) => (n === 0 ? 'گامی به عقب برنگشت.' : `${count(n)} گام به عقب برگشت`),
  movedDues: (milestones: number, times: number, past: number) =>
    milestones === 0
      ? 'موعدی جابه‌جا نشده است.'
      : `موعد ${count(milestones)} گام جابه‌جا شده است، روی هم ${count(times)} بار${past > 0 ? `؛ ${count(past)} گام پس از مهلت برنامه` : ''}`,
  andMore: (n: number) => `و ${count(n)} مورد دیگر`,
  none: 'موردی نیست',
  checkIn: 'بدون تغییر',
} as const;

/** «از ۱٬۶۱۵ گامِ …» before and after the link that counts the unverified ones. */
export function whyParts(total: GroupFigures): { before: string; after: string; pace: string } {
  const required = total.requiredPerWeek;
  const recent = total.recentPerWeek;
  return {
    before: `از ${count(total.milestones)} گام، `,
    after: ' هنوز تأیید نشده است.',
    pace:
      required === null || recent === null
        ? ''
        : `برای رسیدن به مهلت هفته‌ای ${paceText(required)} تأیید لازم است؛ میانگین چهار هفتهٔ گذشته ${paceText(recent)} بوده است.`,
  };
}

/** «+۶٫۲» for an isolated left-to-right run. */
export function changePoints(change: number): string {
  return formatSigned(change * 100, 1);
}
