import type { CivilDate } from '@/lib/calendar/civil-date';
import type { AnswerOutcome, EventKind, MilestoneEventKind, RequestKind } from '@/lib/domain/vocabulary';
import { formatDayMonth, formatWeekday } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { toPersianDigits } from '@/lib/text/digits';
import { joinWords, numberWord } from './common';
import { receiptText } from './milestones';

/** Words of the liaison's pages. Short sentences: many readers have a phone, a slow line and no training. */
export const MY = {
  title: 'گام‌های من',
  changeBody: 'تغییر دستگاه',
  findBody: 'نام دستگاه',
  find: 'یافتن',
  nextShort: 'گام پیش رو',
  foundBodies: (count: number) =>
    count === 0 ? 'دستگاهی با این نام میان دستگاه‌های شما نیست.' : `${formatInteger(count)} دستگاه یافت شد.`,
  allBodies: (count: number) => `همهٔ ${formatInteger(count)} دستگاه شما`,
  noBodies: 'هنوز دستگاهی به شما سپرده نشده است.',
  noBodiesText: 'با راهبر سامانه تماس بگیرید تا دستگاه‌های شما را ثبت کند.',
  nothingNext: 'اکنون گامی منتظر شما نیست.',
  cutoff: (day: CivilDate, time: string) =>
    `گزارش این هفته را تا ${formatWeekday(day)} ${formatDayMonth(day)}، ساعت ${clock(time)} بفرستید.`,
  cutoffPassed: 'موعد گزارش این هفته گذشته است؛ گزارش شما همچنان ثبت می‌شود.',
  checkIn: 'این هفته بدون تغییر',
  checkInHint: 'اگر کاری پیش نرفته است، همین یک دکمه کافی است.',
  checkInMeaning: 'با این گزارش، دستگاه شما «بدون گزارش» شمرده نمی‌شود. موعد گام‌ها تغییر نمی‌کند.',
  checkedIn: (from: CivilDate, to: CivilDate) =>
    `گزارش بدون تغییرِ هفتهٔ ${formatDayMonth(from)} تا ${formatDayMonth(to)} ثبت شد.`,
  checkedInBefore: 'گزارش بدون تغییر امروز پیش‌تر ثبت شده است؛ روزی یک بار کافی است.',
  receipt: 'رسید',
  nextSteps: 'گام‌های بعدی',
  later: (count: number, from: CivilDate) => `${formatInteger(count)} گام دیگر، از ${formatDayMonth(from)} به بعد`,
  waiting: (count: number) => `${formatInteger(count)} گام در انتظار بررسی فرمانداری`,
  governorate: (count: number) => `${formatInteger(count)} گام که فرمانداری انجام می‌دهد`,
  done: (count: number) => `${formatInteger(count)} گام تأییدشده`,
  exempt: (count: number) => `${formatInteger(count)} گام معاف`,
  acceptedEvidence: 'مستند پذیرفته:',
  fixAndSend: 'اصلاح و ارسال دوباره',
  object: 'اعتراض دارم',
  extension: 'تمدید',
  open: 'دیدن گام',
  objectionWaits: 'اعتراض شما در انتظار پاسخ است.',
  call: 'پرسشی دارید؟',
  expert: 'کارشناس فرمانداری',
  deputy: 'معاون فرماندار',
  changeContact: 'نشانی تماس ما تغییر کرده است',
  contact: 'نام و تلفن تازه',
  contactHint: 'فرمانداری با همین نشانی تماس می‌گیرد.',
  sendContact: 'ثبت نشانی تازه',
  otherActions: 'کار دیگری دارید؟',
  askDeputy: 'تمدید یا معافیت می‌خواهم',
  backToSteps: 'بازگشت به گام‌ها',
  alreadyReturned: (reason: string) => `پیش‌تر عودت شده است: «${reason}»`,
  reviewerOn: (name: string | null, day: CivilDate) => `${name ?? 'کارشناس فرمانداری'}، ${formatDayMonth(day)}`,
} as const;

/** Words of the forms of one step. */
export const STEP_FORMS = {
  letterNumber: 'شمارهٔ نامه',
  letterNumberHint: 'همان که بالای نامه نوشته شده است.',
  letterOn: 'تاریخ نامه',
  url: 'نشانی صفحه',
  urlHint: 'نشانی کامل؛ مانند https://example.ir/page',
  files: 'عکس یا فایل',
  filesHint: 'عکس، PDF، Word یا Excel؛ هر فایل تا ۱۰ مگابایت.',
  chooseFile: 'انتخاب عکس یا فایل',
  addFile: 'افزودن این فایل',
  removeFile: (name: string) => `حذف ${name}`,
  sendingFile: (percent: number) => `${formatInteger(percent)} درصد فرستاده شد`,
  shrunk: (from: string, to: string) => `از ${from} به ${to} کوچک شد`,
  fileFailed: 'فایل فرستاده نشد. خط را بررسی کنید و دوباره همان فایل را برگزینید.',
  fileArrived: 'فایل رسید. گزارش را بازبینی و ارسال کنید.',
  fileTooLarge: 'این فایل از ۱۰ مگابایت بزرگ‌تر است. لطفاً عکس یا فایل کوچک‌تری بفرستید.',
  occurredOn: 'تاریخ انجام',
  occurredOnHint: 'اگر خالی بماند، امروز ثبت می‌شود.',
  note: 'توضیح',
  confidential: 'این مستند محرمانه است',
  confidentialHint: 'تنها بررسی‌کنندگان و خود دستگاه آن را می‌بینند.',
  send: 'ارسال',
  whyWithdraw: 'چرا اعلام را پس می‌گیرید؟',
  cause: 'علت مانع',
  turn: 'اکنون نوبت اقدام با کیست؟',
  blockNote: 'شرح مانع',
  blockNoteHint: 'چه چیزی باید برطرف شود؟',
  askWhat: 'چه می‌خواهید؟',
  askDue: 'تا چه روزی مهلت می‌خواهید؟',
  askDueHint: 'تنها برای تمدید مهلت.',
  askWhy: 'دلیل درخواست',
  askWhyHint: 'معاون فرماندار همین متن را می‌خواند.',
  objectWhy: 'به چه چیزی اعتراض دارید؟',
  objectHint: 'گام در همین وضعیت می‌ماند تا پاسخ برسد.',
  letterOnlyHint: 'اگر نامه‌ای دارید',
  urlOptionalHint: 'اگر صفحه‌ای دارید',
} as const;

const clock = (time: string) => toPersianDigits(time.replace(/^0/, '').replace(/:00$/, ''));

/** The heading of the page: how many steps wait for the body. */
export function nextHeading(count: number): string {
  return count === 0 ? MY.nothingNext : `${formatInteger(count)} گام منتظر شماست.`;
}

/** «یکی عودت شده و دو تا از موعد گذشته است.» */
export function nextSummary(returned: number, late: number, soon: number): string {
  const parts = [
    returned > 0 ? `${counted(returned)} عودت شده` : '',
    late > 0 ? `${counted(late)} از موعد گذشته` : '',
    soon > 0 ? `${counted(soon)} موعد نزدیک یا مانع دارد` : '',
  ].filter(Boolean);
  if (parts.length === 0) return '';
  return soon > 0 ? `${joinWords(parts)}.` : `${joinWords(parts)} است.`;
}

const counted = (count: number) => (count === 1 ? 'یکی' : `${numberWord(count)} تا`);

const CONFIRMATIONS: Partial<Record<EventKind, string>> = {
  claim: 'گزارش شما رسید.',
  start: 'آغاز کار ثبت شد.',
  withdraw: 'اعلام پس گرفته شد.',
  block: 'مانع ثبت شد.',
  unblock: 'رفع مانع ثبت شد.',
  check_in: 'گزارش بدون تغییر ثبت شد.',
  request: 'درخواست شما رسید.',
  objection: 'اعتراض شما رسید.',
  contact_changed: 'نشانی تماس تازه ثبت شد.',
};

/** Heading of a receipt. */
export function receiptHeading(kind: EventKind): string {
  return CONFIRMATIONS[kind] ?? 'این رویداد ثبت شده است.';
}

/** What happens next with what was sent. */
export function receiptNext(kind: EventKind, reviewTargetDays: number): string {
  switch (kind) {
    case 'claim':
      return `کارشناس فرمانداری بررسی می‌کند؛ هدف، پاسخ تا ${formatInteger(reviewTargetDays)} روز است.`;
    case 'request':
      return 'معاون فرماندار تصمیم می‌گیرد و پاسخ در «پیام‌ها» می‌آید.';
    case 'objection':
      return 'فرمانداری پاسخ می‌دهد و پاسخ در «پیام‌ها» می‌آید.';
    case 'block':
      return 'فرمانداری مانع را می‌بیند. پس از رفع، آن را ثبت کنید.';
    case 'check_in':
      return MY.checkInMeaning;
    default:
      return 'شمارهٔ رسید را نگه دارید.';
  }
}

export const RECEIPT = {
  number: 'شمارهٔ رسید',
  date: 'تاریخ',
  occurredOn: 'تاریخ انجام',
  body: 'دستگاه',
  step: 'گام',
  what: 'رویداد',
  evidence: 'مستند',
  note: 'توضیح',
  dueOn: 'تا تاریخ',
  by: 'ثبت‌کننده',
  print: 'چاپ رسید',
  next: 'گام بعدی',
} as const;

/** One line of the inbox: «شبکه ۳ عودت شد». */
export function inboxTitle(message: {
  readonly kind: EventKind;
  readonly requestKind: RequestKind | null;
  readonly outcome: AnswerOutcome | null;
  readonly dueOn: CivilDate | null;
  readonly step: string | null;
}): string {
  const step = message.step ?? 'دستگاه';
  const answered = message.outcome === 'accepted' ? 'پذیرفته شد' : 'پذیرفته نشد';
  switch (message.kind) {
    case 'request_answer':
      return `درخواست ${message.requestKind === 'exemption' ? 'معافیت' : 'تمدید'} ${step} ${answered}`;
    case 'objection_answer':
      return `اعتراض ${step} ${answered}`;
    case 'extend':
      return `مهلت ${step} تمدید شد${message.dueOn === null ? '' : `، تا ${formatDayMonth(message.dueOn)}`}`;
    case 'letter_sent':
      return 'نامهٔ فرمانداری فرستاده شد';
    default:
      return `${step} ${INBOX_VERBS[message.kind as MilestoneEventKind] ?? 'تغییر کرد'}`;
  }
}

const INBOX_VERBS: Partial<Record<MilestoneEventKind, string>> = {
  verify: 'تأیید شد',
  certify: 'با بازدید تأیید شد',
  return: 'عودت شد',
  reopen: 'بازگشایی شد',
  undo: 'دوباره در انتظار بررسی است',
  exempt: 'معاف شد',
  lift_exemption: 'دیگر معاف نیست',
  unblock: 'بی‌مانع شمرده شد',
};

/** «رسید ۹۷-۰۹-۲۲۱۴»; the isolates keep the number from being shown backwards. */
export function receiptLabel(number: string): string {
  return `${MY.receipt} \u2066${receiptText(number)}\u2069`;
}

/** A telephone number with Persian digits, for `<bdi class="ltr">`. */
export function phoneText(phone: string): string {
  return toPersianDigits(phone);
}
