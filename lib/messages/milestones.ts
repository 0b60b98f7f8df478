import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BlockCause, EvidenceKind, MilestoneEventKind, RequestKind, Turn } from '@/lib/domain/vocabulary';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { toPersianDigits } from '@/lib/text/digits';
import { joinWords } from './common';
import { BLOCK_CAUSE_LABELS, EVIDENCE_KIND_LABELS, TURN_LABELS } from './vocabulary';

/** Words about steps, their due dates and their evidence, wherever they stand. */
export const MILESTONES = {
  guidance: 'راهنما',
  evidence: 'مستند',
  history: 'سابقهٔ گام',
  noEvidence: 'مستندی پیوست نشده است.',
  letterNumber: 'شمارهٔ نامه',
  letterOn: 'تاریخ نامه',
  hidden: 'برای شما قابل دیدن نیست.',
  openPage: 'باز کردن صفحه',
  download: 'دریافت فایل',
  confidential: 'محرمانه',
  beforeStart: 'پیش از آغاز برنامه',
  internalDue: 'مهلت داخلی، پس از مهلت دستورعمل',
  onBehalf: 'از روی کاغذ، ثبت کارشناس',
  selfDeclared: 'خوداظهاری',
  byDelegate: 'به جانشینی معاون',
  imported: 'از بارگذاری سابقه',
  lateEntry: (days: number) => `${formatInteger(days)} روز پس از انجام ثبت شده است`,
  daysLate: (days: number) => `${formatInteger(days)} روز از موعد گذشته`,
  daysLeft: (days: number, dueOn: CivilDate) =>
    days === 0
      ? `موعد امروز است، ${formatDayMonth(dueOn)}`
      : `${formatInteger(days)} روز مانده، تا ${formatDayMonth(dueOn)}`,
  due: (dueOn: CivilDate) => `موعد ${formatDayMonth(dueOn)}`,
  dueWas: (dueOn: CivilDate) => `موعد نخست ${formatDayMonth(dueOn)}`,
} as const;

/** «شبکه ۳» */
export function stepName(trackName: string, position: number): string {
  return `${trackName} ${formatInteger(position)}`;
}

/** Receipt numbers are written with Persian digits, inside `<bdi dir="ltr">`. */
export function receiptText(number: string): string {
  return toPersianDigits(number);
}

/** The number of a letter as the office writes it, with Persian digits. */
export function letterNumberText(letterNumber: string): string {
  return toPersianDigits(letterNumber);
}

/** «نامهٔ ۳۱۲/گ، ۱۳۹۷/۰۸/۲۶» */
export function letterText(letterNumber: string, letterOn: CivilDate): string {
  return `نامهٔ ${toPersianDigits(letterNumber)}، ${formatDate(letterOn)}`;
}

/** «نامه یا فایل»: which kinds of evidence would do. */
export function evidenceKindsText(kinds: readonly EvidenceKind[]): string {
  const words = kinds.map((kind) => EVIDENCE_KIND_LABELS[kind]);
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join('، ')} یا ${words.at(-1) ?? ''}`;
}

/** «نبود پوشش مخابراتی؛ نوبت مخابرات» */
export function blockerText(cause: BlockCause, turn: Turn): string {
  return `${BLOCK_CAUSE_LABELS[cause]}؛ نوبت ${TURN_LABELS[turn]}`;
}

/** Verb of a button or title for an event. */
export const EVENT_VERBS: Record<MilestoneEventKind, string> = {
  start: 'آغاز کردم',
  claim: 'اعلام انجام',
  withdraw: 'پس گرفتن اعلام',
  verify: 'تأیید',
  certify: 'تأیید با بازدید یا آزمون',
  return: 'عودت',
  block: 'مانع دارم',
  unblock: 'مانع برطرف شد',
  reopen: 'بازگشایی گام',
  undo: 'بازگردانی',
  exempt: 'معاف کردن',
  lift_exemption: 'پایان معافیت',
  extend: 'تمدید مهلت',
};

export const REQUEST_VERBS: Record<RequestKind, string> = {
  extension: 'درخواست تمدید مهلت',
  exemption: 'درخواست معافیت',
};

/** «درخواست تمدید مهلت و درخواست معافیت در انتظار پاسخ معاون است.» */
export function waitingRequestsText(kinds: readonly RequestKind[]): string {
  return `${joinWords(kinds.map((kind) => REQUEST_VERBS[kind]))} در انتظار پاسخ معاون است.`;
}
