import { toJalali } from '@/lib/calendar/jalali';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DecisionCounts, DecisionState, DecisionStateName, OutcomeSuggestion } from '@/lib/domain/decisions';
import type { DecisionOutcome } from '@/lib/domain/vocabulary';
import { formatDayMonth, formatDayMonthYear, formatLongDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { joinWords } from './common';
import { MILESTONE_STATE_LABELS } from './vocabulary';

const count = formatInteger;
const near = (day: CivilDate, other: CivilDate) =>
  toJalali(day).year === toJalali(other).year ? formatDayMonth(day) : formatDayMonthYear(day);

/** What became of a promise, as a person records it. */
export const DECISION_OUTCOME_LABELS: Record<DecisionOutcome, string> = {
  kept: 'عمل شد',
  broken: 'عمل نشد',
  dropped: 'منتفی شد',
  reopened: 'نتیجه پس گرفته شد',
};

/** How a decision stands on a day. */
export const DECISION_STATE_LABELS: Record<DecisionStateName, string> = {
  overdue: 'موعد وعده گذشته',
  broken: 'عمل نشد',
  open: 'در مهلت',
  kept: 'عمل شد',
  dropped: 'منتفی',
};

/** «۳ روز پس از وعده», «امروز»: how far a promise is from its day; empty where there is nothing to say. */
export function decisionTiming({ state, daysLate, daysLeft }: DecisionState): string {
  switch (state) {
    case 'overdue':
      return `${count(daysLate ?? 0)} روز گذشته`;
    case 'kept':
      return daysLate === 0 ? 'به‌موقع' : `با ${count(daysLate ?? 0)} روز تأخیر`;
    case 'open':
      return daysLeft === 0 ? 'وعده همین امروز است' : `${count(daysLeft ?? 0)} روز مانده`;
    default:
      return '';
  }
}

/** «۴ عمل شد، ۲ عمل نشد و ۲ موعدشان گذشته است»: the counts of a list in words; states without a decision are left out. */
export function decisionCountsText(counts: DecisionCounts): string {
  return joinWords(
    [
      counts.kept > 0 ? `${count(counts.kept)} تصمیم عمل شد` : '',
      counts.broken > 0 ? `${count(counts.broken)} تصمیم عمل نشد` : '',
      counts.overdue > 0 ? `موعد ${count(counts.overdue)} تصمیم گذشته است` : '',
      counts.open > 0 ? `${count(counts.open)} تصمیم در مهلت است` : '',
      counts.dropped > 0 ? `${count(counts.dropped)} تصمیم منتفی شد` : '',
    ].filter(Boolean),
  );
}

/** What the milestone of a decision says about it, as a sentence with its ground. */
export function suggestionText(suggestion: OutcomeSuggestion, milestone: string, promisedOn: CivilDate): string {
  const { outcome, occurredOn, milestoneState, daysLate } = suggestion;
  const day = near(occurredOn, promisedOn);
  switch (outcome) {
    case 'kept': {
      const when = daysLate === 0 ? 'پیش از پایان وعده' : `${count(daysLate)} روز پس از وعده`;
      return milestoneState === 'verified'
        ? `گام «${milestone}» در ${day}، ${when}، اعلام و سپس تأیید شده است. پیشنهاد: «عمل شد».`
        : `گام «${milestone}» در ${day}، ${when}، اعلام شده و هنوز در انتظار بررسی است. پیشنهاد: «عمل شد».`;
    }
    case 'dropped':
      return `دستگاه از گام «${milestone}» معاف شده است. پیشنهاد: «منتفی شد».`;
    case 'broken':
      return `وعده گذشته و گام «${milestone}» هنوز «${MILESTONE_STATE_LABELS[milestoneState]}» است. پیشنهاد: «عمل نشد».`;
  }
}

/** Words of the meeting and its decisions. */
export const MEETING = {
  title: 'جلسهٔ پیگیری',
  take: (previousOn: CivilDate | null) =>
    previousOn === null ? 'جلسه‌ای پیش از این ثبت نشده است.' : `جلسهٔ پیش ${formatLongDate(previousOn)} بود.`,
  pastDay: (day: string) => `این صفحه آنچه را نشان می‌دهد که تا پایان ${day} دانسته بود.`,
  toToday: 'بازگشت به امروز',
  present: 'نمایش در جلسه',
  print: 'چاپ',
  recorded: (number: number) => `تصمیم ${count(number)} ثبت شد.`,
  concluded: (number: number) => `نتیجهٔ تصمیم ${count(number)} ثبت شد.`,
  open: 'دیدن تصمیم',

  agendaTitle: 'دستور جلسه',
  agendaTake: 'هر موضوع یک صفحه برای نمایشگر است؛ با کلیدهای جهت ورق می‌خورد.',

  dueTitle: 'وعده‌های رسیده',
  dueTake: (counts: DecisionCounts) => `از جلسهٔ پیش تا امروز: ${decisionCountsText(counts) || 'چیزی نرسیده است'}.`,
  nothingDue: 'وعده‌ای نرسیده است.',
  nothingDueText: 'هیچ تصمیمی تا امروز موعد نداشته و نتیجهٔ تازه‌ای هم ثبت نشده است.',
  conclude: 'ثبت نتیجه',
  correct: 'اصلاح نتیجه',
  suggests: (label: string) => `پیشنهاد: ${label}`,

  newTitle: 'ثبت تصمیم تازه',
  newTake: 'تصمیم ثبت‌شده دیگر تغییر نمی‌کند؛ سرنوشت آن جداگانه ثبت می‌شود.',
  text: 'تصمیم',
  textHint: 'چه کاری، با چه نتیجه‌ای؛ در یک یا دو جمله.',
  owner: 'مسئول',
  ownerHint: 'سمت یا نام کسی که وعده داد.',
  body: 'دستگاه',
  bodyHint: 'کد یا بخشی از نام؛ املای متفاوت هم پیدا می‌شود.',
  bodyOptions: 'دستگاه‌های یافت‌شده',
  bodyFound: (n: number) => (n === 0 ? 'دستگاهی یافت نشد.' : `${count(n)} دستگاه یافت شد.`),
  milestone: 'گام',
  milestoneHint: 'اگر تصمیم دربارهٔ یک گام است؛ وضع آن نتیجه را پیشنهاد می‌کند.',
  noMilestone: 'بدون گام',
  promisedOn: 'تاریخ وعده',
  meetingOn: 'تاریخ جلسه',
  record: 'ثبت تصمیم',
  freshTitle: 'تصمیم‌های این جلسه',
  notToday: 'در نمای روزهای گذشته چیزی ثبت نمی‌شود.',

  listTitle: 'همهٔ تصمیم‌ها',
  listTake: (shown: number, total: number) =>
    shown === total ? `${count(total)} تصمیم ثبت شده است.` : `${count(shown)} تصمیم از ${count(total)} تصمیم.`,
  filteredBy: (words: readonly string[]) => `فیلتر: ${joinWords(words)}.`,
  filterWords: {
    q: (text: string) => `جست‌وجوی «${text}»`,
    state: (label: string) => `وضع «${label}»`,
    body: (name: string) => `دستگاه «${name}»`,
    owner: (name: string) => `مسئول «${name}»`,
    due: 'رسیده تا این جلسه',
  },
  searchLabel: 'جست‌وجو در متن، مسئول و دستگاه',
  state: 'وضع',
  number: 'شماره',
  meeting: 'جلسه',
  promise: 'وعده',
  asOf: 'تا تاریخ',
  dueOnly: 'وعده‌های رسیده',
  apply: 'نشان بده',
  clear: 'پاک‌کردن فیلترها',
  csv: 'CSV',
  xlsx: 'XLSX',
  exportCsv: 'گرفتن فهرست به شکل CSV',
  exportXlsx: 'گرفتن فهرست به شکل XLSX',
  noneTitle: 'هنوز تصمیمی ثبت نشده است.',
  noneText: 'نخستین تصمیم جلسه را در همین صفحه ثبت کنید.',
  noneTextReader: 'پس از نخستین جلسه، تصمیم‌ها اینجا می‌آید.',
  noMatch: 'تصمیمی با این فیلتر نیست.',
  badDay: 'تاریخ پذیرفته نشد؛ این صفحهٔ امروز است.',

  decisionTitle: (number: number) => `تصمیم ${count(number)}`,
  back: 'همهٔ تصمیم‌ها',
  previous: 'تصمیم پیشین',
  next: 'تصمیم بعدی',
  meetingOf: (day: CivilDate) => `جلسهٔ ${formatLongDate(day)}`,
  recordedLine: (day: string, name: string) => `ثبت در ${day} به دست ${name}`,
  byDelegate: 'به جانشینی معاون',
  untilEndOf: (day: CivilDate) => `تا پایان ${formatLongDate(day)}`,
  historyTitle: 'سرگذشت',
  historyRecorded: 'تصمیم ثبت شد',
  suggestionTitle: 'از روی گام',
  concludeTitle: 'ثبت نتیجه',
  correctTitle: 'اصلاح نتیجه',
  concludeTake: 'نتیجه در جلسهٔ بعد و در گزارش هفتگی دیده می‌شود.',
  correctTake: 'نتیجهٔ پیشین می‌ماند و نتیجهٔ تازه جای آن را می‌گیرد.',
  outcome: 'نتیجه',
  outcomeHints: {
    kept: 'کار انجام شد؛ اگر دیرتر از وعده بود، تأخیر از تاریخ آن پیداست.',
    broken: 'وعده گذشت و کار انجام نشد.',
    dropped: 'دیگر لازم نیست.',
    reopened: 'نتیجهٔ پیشین اشتباه بود و تصمیم باز است.',
  } satisfies Record<DecisionOutcome, string>,
  occurredOn: 'تاریخ آن',
  occurredOnHint: 'روزی که چنین شد. اگر خالی بماند، امروز.',
  note: 'توضیح',
  noteHint: 'برای «عمل نشد»، «منتفی شد» و اصلاح لازم است.',
  concludeButton: 'ثبت نتیجه',

  sectionTitle: 'تصمیم‌های جلسه',
  sectionTake: (counts: DecisionCounts) => `${decisionCountsText(counts)}.`,
  sectionEmpty: 'هنوز تصمیمی از جلسه‌ها ثبت نشده است.',
  sectionMore: (total: number) => `همهٔ ${count(total)} تصمیم`,
  sectionScope: 'این بخش فیلترها را در نظر نمی‌گیرد: تصمیم از جلسه است.',

  ownTitle: 'وعده‌های شما در جلسه',
  ownTake: 'آنچه در جلسهٔ فرمانداری برای دستگاه شما تصمیم گرفته شد و هنوز باز است.',
  ofBodyTitle: 'وعده‌های این دستگاه',
  ofBodyTake: 'تصمیم‌های جلسه که هنوز نتیجه ندارند.',
  promisedUntil: (day: CivilDate, asOf: CivilDate) => `تا پایان ${near(day, asOf)}`,
} as const;

/** Headings of the exported list. */
export const DECISION_EXPORT = {
  sheet: 'تصمیم‌های جلسه',
  number: 'شماره',
  meeting: 'جلسه',
  text: 'تصمیم',
  owner: 'مسئول',
  bodyCode: 'کد دستگاه',
  body: 'دستگاه',
  milestone: 'گام',
  promise: 'وعده',
  state: 'وضع',
  daysLate: 'روز تأخیر',
  occurred: 'تاریخ نتیجه',
  note: 'توضیح',
} as const;
