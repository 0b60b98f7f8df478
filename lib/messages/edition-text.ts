import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DecisionCounts } from '@/lib/domain/decisions';
import type { EditionHeader } from '@/lib/domain/edition';
import { formatDate, formatDayMonth, formatWeekday } from '@/lib/format/dates';
import { formatInteger, formatPercentValue } from '@/lib/format/numbers';
import { toPersianDigits } from '@/lib/text/digits';
import { dayNear, paceText } from './verdict';

/**
 * Sentences of the weekly report, written once when an edition is issued. On paper a comma or colon never follows a figure directly: text
 * taken out of the PDF would show it on the wrong side. So a word stands in between, or «؛».
 */
const n = formatInteger;
export const wholePercent = (ratio: number) => formatPercentValue(ratio, 0);

/** «الف، ب و ج» */
export function listing(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join('، ')} و ${names.at(-1) ?? ''}`;
}

/** Said of a report that was issued after the week following its own. */
export const issuedLate = (days: number) => `صادرشده با ${n(days)} روز فاصله از پایان هفته`;

type SubjectFacts = Pick<EditionHeader, 'number' | 'year' | 'weekStartOn' | 'weekEndOn' | 'supersedes' | 'delayDays'>;

/** Which of the two lists are in the report. */
function attachedLists({ late, silent }: { readonly late: boolean; readonly silent: boolean }): string {
  if (late && silent) return ' فهرست هر دو با علت و نوبت اقدام پیوست است.';
  if (late) return ' فهرست عقب‌ماندگان با علت و نوبت اقدام پیوست است.';
  return silent ? ' فهرست دستگاه‌های خاموش پیوست است.' : '';
}

export interface DeadlineFacts {
  readonly subject: string;
  readonly asOf: CivilDate;
  readonly deadline: CivilDate;
  readonly daysLeft: number;
  readonly workingDaysLeft: number;
  readonly lastWorkingDay: CivilDate;
  readonly forecastFinish: CivilDate | null;
  readonly forecastNote: string;
  readonly requiredPerWeek: number | null;
  readonly recentPerWeek: number | null;
  readonly verified: number | null;
  readonly unverifiedMilestones: number;
}

/** What the verdict of the tracks is joined with: the pace that the deadline asks for beside the recent one. */
export function paceSentence(facts: DeadlineFacts): string {
  if (facts.unverifiedMilestones === 0) return '';
  const left = `${n(facts.unverifiedMilestones)} گام هنوز تأیید نشده است.`;
  if (facts.requiredPerWeek === null) return left;
  const recent = facts.recentPerWeek === null ? 'نامعلوم' : `${paceText(facts.recentPerWeek)} گام`;
  return `${left} برای رسیدن به مهلت باید هفته‌ای ${paceText(facts.requiredPerWeek)} گام تأیید شود و میانگین چهار هفتۀ گذشته ${recent} بوده است.`;
}

export const FORECAST_NOTES = {
  several_deadlines: 'چند مهلت',
  no_data: 'بی‌داده',
  complete: 'پایان یافت',
  not_started: 'آغاز نشده',
  nothing_verified: 'بی‌تأیید',
  not_in_sight: 'دور از دید',
} as const;

export const FORECAST_SENTENCES = {
  several_deadlines: 'این گروه چند مهلت دارد',
  no_data: 'هنوز داده‌ای نیست',
  complete: 'کار پایان یافته است',
  not_started: 'کار هنوز آغاز نشده است',
  nothing_verified: 'تا هنگامی که گامی تأیید نشود پیش‌بینی ممکن نیست',
  not_in_sight: 'با آهنگ کنونی پایان کار در چشم‌انداز نیست',
} as const;

export const editionWords = {
  county: (name: string) => `شهرستان ${name}`,
  office: (county: string) => `فرمانداری شهرستان ${county}`,
  letterhead: ['جمهوری اسلامی ایران', 'وزارت کشور'] as readonly string[],
  province: (name: string) => `استانداری ${name}`,
  recipient: (county: string) => `فرماندار محترم شهرستان ${county}`,
  signatory: (county: string) => `معاون فرماندار شهرستان ${county}`,
  districtHeads: (names: readonly string[]) =>
    names.length === 1
      ? `بخشدار محترم ${names[0] ?? ''} برای آگاهی و پیگیری دستگاه‌های حوزۀ خود.`
      : `بخشداران محترم ${listing(names)} برای آگاهی و پیگیری دستگاه‌های حوزۀ خود.`,
  secretariat: 'دبیرخانۀ فرمانداری برای ثبت و بایگانی در پروندۀ برنامه.',
  sampleNote: 'دادۀ نمایشی، نه رقم رسمی',
  system: 'سامانه',
  district: (name: string) => `بخش ${name}`,
  total: 'جمع شهرستان',
  wholeProgramme: 'کل برنامه',
  sharedDeadline: (count: number, day: CivilDate, near: CivilDate) => `${n(count)} محور ${dayNear(day, near)}`,
  sum: 'جمع',
  subject: (programme: string) => `گزارش هفتگی اجرای برنامۀ «${programme}» در دستگاه‌های شهرستان`,
  subjectDetail: (header: SubjectFacts) =>
    [
      header.number === null ? 'پیش‌نویس' : `نسخۀ ${n(header.number)} سال ${toPersianDigits(header.year)}`,
      `هفتۀ شنبه ${formatDate(header.weekStartOn)} تا جمعه ${formatDate(header.weekEndOn)}`,
      ...(header.supersedes === null ? [] : [`اصلاح و جایگزین نسخۀ ${n(header.supersedes)}`]),
      ...(header.delayDays == null ? [] : [issuedLate(header.delayDays)]),
    ].join('؛ '),
  edition: (number: number | null) => (number === null ? 'پیش‌نویس' : `نسخۀ ${n(number)}`),
  opening: (legalReference: string, edition: string, bodies: number, day: CivilDate) =>
    `در اجرای ${legalReference} گزارش هفتگی پیشرفت ${n(bodies)} دستگاه شهرستان (${edition}) به پیوست تقدیم می‌شود. خلاصۀ وضع تا پایان روز ${formatWeekday(day)} ${formatDate(day)} چنین است:`,
  progressPoint: (facts: DeadlineFacts, tracks: readonly { title: string; verified: number | null }[]) => {
    const levels = listing(
      tracks.map(({ title, verified }) =>
        verified === null ? `${title} بی‌داده` : `${title} ${wholePercent(verified)} درصد`,
      ),
    );
    const day = dayNear(facts.deadline, facts.asOf);
    const left =
      facts.daysLeft >= 0
        ? `تا مهلت ${n(facts.daysLeft)} روز (${n(facts.workingDaysLeft)} روز کاری) مانده است`
        : `${n(-facts.daysLeft)} روز از مهلت گذشته است`;
    const finish =
      facts.forecastFinish === null
        ? facts.forecastNote
        : `با آهنگ کنونی کار در ${dayNear(facts.forecastFinish, facts.asOf)} به پایان می‌رسد`;
    return `از محورهایی که مهلتشان ${day} است ${levels} تأیید شده است. ${left} و ${finish}.`;
  },
  latePoint: (
    late: number,
    before: number | null,
    silent: number,
    silentAfter: number,
    attached: { readonly late: boolean; readonly silent: boolean },
  ) => {
    const earlier = before === null ? '' : ` (در شمارش پیش ${n(before)} دستگاه)`;
    const lateBodies =
      late === 0
        ? `هیچ دستگاهی عقب‌مانده نیست${earlier}`
        : `تعداد ${n(late)} دستگاه دست‌کم در یک محور عقب‌مانده‌اند${earlier}`;
    const silentBodies =
      silent === 0
        ? `هیچ دستگاهی بیش از ${n(silentAfter)} روز بی‌گزارش نمانده است`
        : `${n(silent)} دستگاه بیش از ${n(silentAfter)} روز گزارشی نداده‌اند`;
    const listed = { late: attached.late && late > 0, silent: attached.silent && silent > 0 };
    return `${lateBodies} و ${silentBodies}.${attachedLists(listed)}`;
  },
  waitingPoint: (claims: number, overTarget: number, target: number) => {
    if (claims === 0) return 'هیچ گامی در انتظار بررسی فرمانداری نیست.';
    const over =
      overTarget === 0
        ? `و هیچ‌یک بیش از ${n(target)} روز نمانده است`
        : `که ${n(overTarget)} مورد آن بیش از ${n(target)} روز مانده است`;
    return `شمار گام‌های در انتظار بررسی خود فرمانداری ${n(claims)} گام است ${over}.`;
  },
  request: (parts: readonly string[]) =>
    parts.length === 0 ? null : `خواهشمند است در صورت موافقت دستور فرمایند ${listing(parts)}.`,
  requestMeeting: (bodies: number) =>
    `نشست ${bodies === 1 ? 'دستگاه نخست' : `${n(bodies)} دستگاه نخست`} فهرست عقب‌ماندگان به ریاست جناب‌عالی برگزار شود`,
  requestParents: (steps: number) => `با مدیران کل استانی دربارۀ ${n(steps)} گام معطل در دستگاه‌های بالادست مکاتبه شود`,
  requestTelecom: (steps: number) => `زمان‌بندی رفع مانع ${n(steps)} گام از شرکت مخابرات خواسته شود`,
  keyDeadline: (day: CivilDate, near: CivilDate) => `مهلت ${dayNear(day, near)}`,
  daysLeft: 'روز مانده',
  daysPassed: 'روز گذشته',
  keyDeadlineDetail: (facts: DeadlineFacts) =>
    `${formatWeekday(facts.deadline)} ${formatDate(facts.deadline)}؛ ${n(facts.workingDaysLeft)} روز کاری؛ واپسین روز کاری ${formatWeekday(facts.lastWorkingDay)} ${formatDate(facts.lastWorkingDay).slice(5)}`,
  keyLate: 'دستگاه عقب‌مانده',
  keyLateUnit: (bodies: number) => `از ${n(bodies)}`,
  keyLateDetail: (before: number, left: number, joined: number) =>
    `شمارش پیش ${n(before)}؛ ${n(left)} دستگاه بیرون آمد و ${n(joined)} دستگاه افزوده شد`,
  keyWaiting: 'در انتظار بررسی ما',
  keyWaitingUnit: 'گام',
  keyWaitingDetail: (over: number, target: number, oldest: number | null, before: number | null) =>
    [
      over === 0 ? `هیچ‌یک بیش از ${n(target)} روز` : `${n(over)} گام بیش از ${n(target)} روز`,
      ...(oldest === null ? [] : [`کهنه‌ترین ${n(oldest)} روز`]),
      ...(before === null ? [] : [`شمارش پیش ${n(before)} گام`]),
    ].join('؛ '),
  keySilent: (days: number) => `خاموش بیش از ${n(days)} روز`,
  keySilentUnit: 'دستگاه',
  keySilentDetail: (before: number | null, reported: number, expected: number, onTime: number) =>
    `${before === null ? '' : `شمارش پیش ${n(before)}؛ `}این هفته ${n(reported)} از ${n(expected)} دستگاه گزارش دادند که ${n(onTime)} گزارش به‌موقع بود`,
  firstCount: 'نخستین شمارش',
  curveTitle: (subject: string) => `منحنی پیشرفت ${subject}.`,
  curveSentence: (gap: number, queue: number, rest: number) =>
    `تأیید ${formatPercentValue(Math.abs(gap))} واحد درصد از برنامه ${gap >= 0 ? 'عقب' : 'جلو'} است؛ ${formatPercentValue(queue)} واحد در نوبت بررسی فرمانداری${rest > 0 ? ` و ${formatPercentValue(rest)} واحد نزد دستگاه‌ها` : ''}. زمان از چپ به راست.`,
  curveNoData: 'هنوز داده‌ای نیست.',
  curveDeadline: (day: CivilDate, near: CivilDate) => `مهلت ${dayNear(day, near)}`,
  changeCounts: (verified: number, claimed: number, returned: number) =>
    `${n(verified)} گام تأیید و ${n(claimed)} گام اعلام و ${n(returned)} گام عودت شد.`,
  changeLate: (newlyLate: number, caughtUp: number) =>
    `${n(newlyLate)} مورد تازه عقب ماند و ${n(caughtUp)} مورد از عقب‌ماندگی درآمد.`,
  changeComplete: (pairs: number) => `${n(pairs)} مورد دستگاه و محور کامل شد.`,
  changeReal: (before: number | null, now: number) =>
    before === null
      ? `شمار میزهای «واقعی» (دارای تفویض اختیار و تأیید بازدید سرزده) ${n(now)} است.`
      : `میز «واقعی» (دارای تفویض اختیار و تأیید بازدید سرزده) از ${n(before)} به ${n(now)} رسید.`,
  changeExtended: (steps: number) => `مهلت ${n(steps)} گام تمدید شد و تمدید، پیشرفت شمرده نمی‌شود.`,
  taskOffice: 'فرمانداری',
  taskOfficeWhat: (claims: number, ownSteps: number) =>
    listing([
      ...(claims > 0 ? [`بررسی ${n(claims)} گام اعلام‌شده`] : []),
      ...(ownSteps > 0 ? [`انجام ${n(ownSteps)} گام سررسیدشدۀ خود فرمانداری`] : []),
    ]),
  taskBodies: 'دستگاه‌ها',
  taskBodiesWhat: (steps: number, bodies: number) => `انجام ${n(steps)} گام عقب‌مانده در ${n(bodies)} دستگاه`,
  taskBlocked: (steps: number) => `رفع مانع ${n(steps)} گام`,
  taskOthers: 'رفع موانع',
  taskOthersWhat: (who: string, steps: number) => `${who} ${n(steps)} گام`,
  taskSilent: 'بخشداران و کارشناس',
  taskSilentWhat: (bodies: number) => `گرفتن گزارش از ${n(bodies)} دستگاه خاموش`,
  lateSentence: (bodies: number, turns: readonly { turn: string; bodies: number }[]) =>
    bodies === 0
      ? 'هیچ دستگاهی گام عقب‌مانده ندارد.'
      : `${n(bodies)} دستگاه گامی دارند که سررسید مؤثر آن گذشته و اعلام نشده است. ترتیب بر پایۀ پیامد است یعنی سهم وزنی هر گام عقب‌مانده ضرب در روزهای تأخیر آن. نوبت اقدام: ${turns.map(({ turn, bodies: count }) => `${turn} ${n(count)} دستگاه`).join('؛ ')}. «تازه» یعنی دستگاه پس از شمارش پیش به فهرست آمده است.`,
  silentSentence: (bodies: number, days: number, late: number, reported: number, expected: number, onTime: number) =>
    `${n(bodies)} دستگاه بیش از ${n(days)} روز نه رویدادی ثبت کرده‌اند و نه «گزارش بدون تغییر». خاموشی با عقب‌ماندگی یکی نیست؛ از اینها ${n(late)} دستگاه عقب‌مانده هم هستند. این هفته ${n(reported)} دستگاه از ${n(expected)} دستگاه گزارش دادند و ${n(onTime)} گزارش به‌موقع رسید.`,
  nobodySilent: (days: number, reported: number, expected: number, onTime: number) =>
    `هیچ دستگاهی بیش از ${n(days)} روز خاموش نمانده است. این هفته ${n(reported)} دستگاه از ${n(expected)} دستگاه گزارش دادند و ${n(onTime)} گزارش به‌موقع رسید.`,
  silentVisit: 'بازدید حضوری کارشناس',
  silentLetter: 'نامه و تماس با رئیس دستگاه',
  silentVillage: 'تماس بخشداری با دهیار',
  silentCall: 'تماس تلفنی با رابط',
  silentCoordination: 'هماهنگی با دستگاه',
  topVerified: 'پرشمارترین گام‌های تأییدشده:',
  topVerifiedItem: (title: string, count: number) => `${title} با ${n(count)} مورد`,
  completedBodies: (track: string, bodies: number) => `${track} این هفته در ${n(bodies)} دستگاه کامل شد:`,
  andOthers: (count: number) => `و ${n(count)} دستگاه دیگر`,
  blockersSentence: (steps: number, bodies: number, cause: string, share: number) =>
    steps === 0
      ? 'هیچ گامی مانع ثبت‌شده ندارد.'
      : `${n(steps)} گام در ${n(bodies)} دستگاه مانع دارد. بیشترین علت «${cause}» است که ${wholePercent(share)} درصد آنهاست.`,
  decisionsSentence: (count: number) =>
    count === 0
      ? 'چیزی در انتظار تصمیم فرمانداری نیست.'
      : 'این انتظار از فرمانداری است و هیچ دستگاهی برای آن عقب‌مانده شمرده نمی‌شود.',
  decisionClaims: 'اعلام انجام در انتظار بررسی',
  decisionOver: (target: number) => `از آنها بیش از ${n(target)} روز`,
  decisionOwn: 'بازدید و آزمون سررسیدشدۀ فرمانداری',
  decisionExtension: 'درخواست تمدید مهلت',
  decisionExemption: 'درخواست معافیت',
  decisionObjection: 'اعتراض دستگاه',
  promisesSentence: (counts: DecisionCounts, day: CivilDate, since: CivilDate | null) => {
    const heard = listing(
      [
        counts.kept > 0 ? `${n(counts.kept)} تصمیم عمل شد` : '',
        counts.broken > 0 ? `${n(counts.broken)} تصمیم عمل نشد` : '',
        counts.dropped > 0 ? `${n(counts.dropped)} تصمیم منتفی شد` : '',
      ].filter(Boolean),
    );
    const rest = listing(
      [
        counts.overdue > 0 ? `موعد ${n(counts.overdue)} تصمیم گذشته و نتیجه‌ای برای آن ثبت نشده است` : '',
        counts.open > 0 ? `${n(counts.open)} تصمیم در مهلت است` : '',
      ].filter(Boolean),
    );
    const period =
      since === null
        ? `تا پایان ${formatDayMonth(day)}`
        : `از ${formatDayMonth(since)} تا پایان ${formatDayMonth(day)}`;
    return [
      heard === '' ? `${period} نتیجه‌ای ثبت نشد.` : `${period} ${heard}.`,
      rest === '' ? '' : `${rest}.`,
      'تصمیمی که موعدش گذشته و نتیجه‌ای ندارد تا کنون عمل‌نشده شمرده می‌شود.',
    ]
      .filter(Boolean)
      .join(' ');
  },
  outcomesSentence: (counts: Readonly<Record<'better' | 'worse' | 'same' | 'unknown', number>>, baseline: string) => {
    const parts = [
      counts.better > 0 ? `${n(counts.better)} شاخص بهتر` : '',
      counts.worse > 0 ? `${n(counts.worse)} شاخص بدتر` : '',
      counts.same > 0 ? `${n(counts.same)} شاخص بی‌تغییر` : '',
    ].filter(Boolean);
    const rest = counts.unknown === 0 ? '' : ` ${n(counts.unknown)} شاخص هنوز با ماه پایه سنجیدنی نیست.`;
    return parts.length === 0
      ? `هیچ شاخصی هنوز با ماه پایه (${baseline}) سنجیدنی نیست.`
      : `در برابر ماه پایه (${baseline}) ${listing(parts)} شده است.${rest}`;
  },
  withReviewers: 'معاون فرماندار و کارشناسان',
  withExperts: 'کارشناسان فرمانداری',
  withDeputy: 'معاون فرماندار',
  liaison: 'رابط',
  notStarted: 'آغاز نشده',
  notStartedSilent: 'آغاز نشده، بی‌گزارش',
  inProgress: 'در دست انجام',
  returned: 'عودت شده',
  rules: (day: CivilDate, pairs: number, delayDays: number | null) =>
    `اعلام انجام آن است که دستگاه می‌گوید و تأییدشده آن است که فرمانداری با مستند پذیرفته است. برنامه بر پایۀ سررسید نخستین است و با تمدید جابه‌جا نمی‌شود. هر رقم میانگین وزنی جفت‌های دستگاه و محور است (در این نسخه ${n(pairs)} جفت). گامی که برای دستگاهی نیست یا از آن معاف است شمرده نمی‌شود. پیش‌بینی پایان از روش زمان کسب‌شده است. گام لازم در هفته یعنی گام‌های تأییدنشده بخش بر هفته‌های کاری مانده؛ گام کنونی میانگین چهار هفتۀ گذشته است. خاموشی یعنی روزهای گذشته از واپسین رویداد یا گزارش بدون تغییر دستگاه. داده در پایان ${formatWeekday(day)} ${formatDate(day)} بسته شده و این نسخه دیگر دگرگون نمی‌شود و اصلاح، نسخه‌ای تازه است.${delayDays === null ? '' : ` این نسخه با ${n(delayDays)} روز فاصله از پایان هفته صادر شده و وضع را چنان نشان می‌دهد که در پایان همان هفته دانسته بود.`}`,
  attachmentSentence: (bodies: number, day: CivilDate) =>
    `فهرست ${n(bodies)} دستگاه شهرستان. هر خانه یک گام است و از راست به ترتیب شمارۀ گام می‌آید. عدد هر محور درصد تأییدشده و ستون «روز» فاصلۀ ${formatDate(day)} از واپسین گزارش دستگاه است.`,
  groupSummary: (bodies: number, verified: number | null, claimed: number | null, planned: number | null) =>
    verified === null || claimed === null || planned === null
      ? `${n(bodies)} دستگاه`
      : `${n(bodies)} دستگاه؛ تأییدشده ${formatPercentValue(verified)} درصد؛ اعلام ${formatPercentValue(claimed)} درصد؛ برنامه ${formatPercentValue(planned)} درصد`,
} as const;
