import type { BodyCategory, EventKind } from '@/lib/domain/vocabulary';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { joinWords } from './common';
import { EVENT_KIND_LABELS } from './vocabulary';

/** Words of the pages on which one person reports for many bodies. */

/** «دهیاری» where all of them are village administrations, else «دستگاه». */
export function bodyNoun(categories: Iterable<BodyCategory>): string {
  const kinds = new Set(categories);
  return kinds.size === 1 && kinds.has('village_administration') ? 'دهیاری' : 'دستگاه';
}

export const bodyCount = (count: number, noun: string) => `${formatInteger(count)} ${noun}`;

export const GRID = {
  title: 'همهٔ دستگاه‌های من',
  take: (bodies: number, noun: string) =>
    `${bodyCount(bodies, noun)} در یک جدول؛ گامی را برگزینید تا آن را برای چند ${noun} با یک نامه گزارش کنید.`,
  link: (bodies: number) => `گزارش یک‌جا برای ${formatInteger(bodies)} دستگاه`,
  tracks: 'محورها',
  filters: 'صافی جدول',
  all: 'همه',
  ready: 'آمادهٔ گزارش',
  returned: 'عودت‌شده',
  late: 'گذشته از موعد',
  find: 'نام یا کد',
  findLabel: 'جست‌وجو میان دستگاه‌های من',
  rural: 'دهستان',
  allRural: 'همهٔ دهستان‌ها',
  apply: 'نمایش',
  caption: (track: string) => `وضعیت گام‌های محور ${track}`,
  shown: (shown: number, all: number, noun: string) =>
    shown === all ? `همهٔ ${bodyCount(all, noun)}` : `${formatInteger(shown)} از ${bodyCount(all, noun)} با این صافی`,
  none: 'دستگاهی با این صافی نیست.',
  clear: 'برداشتن صافی‌ها',
  body: 'دستگاه',
  reportStep: (step: string, count: number, noun: string) => `اعلام ${step} برای ${bodyCount(count, noun)}`,
  readyShort: (count: number) => `${formatInteger(count)} آماده`,
  readyNone: 'آماده نیست',
  notApplying: 'این گام را ندارد',
  legend: 'نشانه‌ها',
  checkIn: 'این هفته بدون تغییر، برای همه',
  forms: 'چاپ برگه برای دهیاری‌های بی‌خط',
  steps: 'گام‌ها به نام',
} as const;

/** One letter beside icon and colour; «آ» and «ا» would look alike. */
export const GRID_LETTERS = {
  returned: 'ع',
  late: 'گ',
  soon: 'ن',
  later: 'آ',
  in_progress: 'د',
  blocked: 'م',
  waiting: 'ب',
  governorate: 'ف',
  done: 'ت',
  exempt: '–',
} as const;
export type GridMark = keyof typeof GRID_LETTERS;

export const GRID_MARK_LABELS: Record<GridMark, string> = {
  returned: 'عودت‌شده',
  late: 'گذشته از موعد',
  soon: 'موعد نزدیک',
  later: 'آغازنشده',
  in_progress: 'در دست انجام',
  blocked: 'دارای مانع',
  waiting: 'در انتظار بررسی',
  governorate: 'نوبت فرمانداری',
  done: 'تأییدشده',
  exempt: 'معاف',
};

export const JOINT = {
  titles: {
    claim: 'اعلام انجام برای چند دستگاه',
    block: 'اعلام مانع برای چند دستگاه',
    check_in: 'این هفته بدون تغییر',
  },
  back: 'بازگشت به جدول',
  /** «۲۸ دهیاری؛ ۲ نه، چون یکی در انتظار بررسی و یکی معاف است.» */
  preview: (count: number, noun: string, others: readonly { readonly reason: string; readonly count: number }[]) => {
    const total = others.reduce((sum, each) => sum + each.count, 0);
    if (total === 0) return `اکنون برای هر ${bodyCount(count, noun)} ممکن است.`;
    const reasons = joinWords(others.map((each) => `${formatInteger(each.count)} ${noun} «${each.reason}»`));
    return `اکنون برای ${bodyCount(count, noun)} ممکن است؛ ${formatInteger(total)} نه، چون ${reasons} است.`;
  },
  none: 'اکنون این کار برای هیچ‌یک از دستگاه‌های شما ممکن نیست.',
  checkInTake: 'برای دستگاه‌هایی که کارشان پیش نرفته است، همین یک دکمه کافی است.',
  checkInReported: (count: number) =>
    `${formatInteger(count)} دستگاه این هفته گزارشی داده است و برگزیده نیست؛ اگر بخواهید آن را هم تیک بزنید.`,
  checkInAll: 'همهٔ دستگاه‌های شما امروز گزارش بدون تغییر دارند.',
  choose: 'برای کدام‌ها؟',
  pick: 'دست‌کم یک دستگاه را برگزینید.',
  mostPicked: 'در هر بار تا ۵۰۰ دستگاه پذیرفته می‌شود.',
  chosen: (count: number, all: number) => `${formatInteger(count)} از ${formatInteger(all)} برگزیده شد`,
  chooseAll: 'همه',
  chooseNone: 'هیچ‌کدام',
  group: (name: string | null, count: number) =>
    `${name === null ? 'بدون دهستان' : `دهستان ${name}`}، ${formatInteger(count)}`,
  toggleGroup: (name: string | null) => (name === null ? 'همهٔ این گروه' : `همهٔ دهستان ${name}`),
  onlyGroup: 'تنها یک دهستان:',
  wasReturned: 'عودت‌شده',
  evidence: 'یک نامه برای همه',
  evidenceTake: 'هر دستگاه اعلام و رسید خود را دارد و همین مستند به همه پیوست می‌شود.',
  send: (count: number, noun: string) => `ارسال برای ${bodyCount(count, noun)}`,
  sendChosen: 'ارسال برای برگزیده‌ها',
  others: 'دیگر دستگاه‌ها',
  otherKinds: { block: 'این گام مانع دارد؟ اعلام مانع برای چند دستگاه', claim: 'اعلام انجام برای چند دستگاه' },
  oneByOne: 'دیدن گام',
} as const;

export const JOINT_RECEIPT = {
  title: 'رسید یک‌جا',
  done: (kind: EventKind, count: number, noun: string) =>
    `«${EVENT_KIND_LABELS[kind]}» برای ${bodyCount(count, noun)} ثبت شد.`,
  nothing: 'چیزی ثبت نشد.',
  repeated: 'این گزارش پیش‌تر رسیده بود و دوباره ثبت نشد؛ این همان رسیدهاست.',
  notDone: (count: number, noun: string) => `برای ${bodyCount(count, noun)} ثبت نشد:`,
  because: (state: string) => `اکنون «${state}» است`,
  lastBy: (kind: EventKind, name: string, day: CivilDate) =>
    `${EVENT_KIND_LABELS[kind]}، ${name}، ${formatDayMonth(day)}`,
  notApplying: 'این گام را ندارد',
  list: 'رسیدها',
  number: 'شمارهٔ رسید',
  body: 'دستگاه',
  print: 'چاپ رسیدها',
  back: 'بازگشت به جدول',
} as const;
