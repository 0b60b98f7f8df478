import type { CivilDate } from '@/lib/calendar/civil-date';
import type { MessageKind } from '@/lib/domain/inbox';
import type { AnswerOutcome, EventKind, RequestKind } from '@/lib/domain/vocabulary';
import { formatDayMonth, formatWeekday } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { stepName } from './milestones';
import { inboxTitle } from './my';

/** Words of the inbox. */
export const INBOX = {
  title: 'پیام‌ها',
  unreadHeading: (count: number) =>
    count === 0 ? 'پیام خوانده‌نشده‌ای ندارید.' : `${formatInteger(count)} پیام خوانده‌نشده دارید.`,
  take: 'آنچه فرمانداری دربارهٔ دستگاه‌های شما ثبت کرده است و یادآوری موعدها، تا ۹۰ روز پیش. با بازکردن هر پیام، خوانده شمرده می‌شود.',
  allMessages: (count: number) => `همهٔ ${formatInteger(count)} پیام`,
  unread: 'خوانده‌نشده',
  unreadCount: (count: number) => `${formatInteger(count)} پیام خوانده‌نشده`,
  filter: 'جست‌وجو و پالایش',
  show: 'نمایش',
  words: 'واژه',
  wordsHint: 'گام، دستگاه یا متن',
  kind: 'موضوع',
  body: 'دستگاه',
  state: 'وضعیت',
  clear: 'نمایش همه',
  nothing: 'هنوز پیامی نیست.',
  nothingText: 'هرگاه فرمانداری گزارش شما را بررسی کند یا موعدی نزدیک شود، اینجا می‌بینید.',
  nothingFits: 'پیامی با این نشانی‌ها نیست.',
  filteredBy: (total: number, all: number, parts: readonly string[]) =>
    `${formatInteger(total)} پیام از ${formatInteger(all)} پیام، ${parts.join('، ')}.`,
  filterWords: (words: string) => `با واژهٔ «${words}»`,
  filterKind: (label: string) => `موضوع «${label}»`,
  filterBody: (name: string) => `دربارهٔ ${name}`,
  filterUnread: 'تنها خوانده‌نشده‌ها',
  markRead: 'خواندم',
  markReadOf: (title: string) => `خوانده شمردن پیام «${title}»`,
  markAll: (count: number) => `همهٔ ${formatInteger(count)} پیام را خواندم`,
  marked: 'پیام خوانده شمرده شد.',
  gone: 'این پیام دیگر در فهرست نیست.',
  markedAll: 'همهٔ پیام‌ها خوانده شمرده شد.',
  readAt: (when: string) => `خواندید: ${when}`,
  overtaken: 'یادآوری پیشین',
  severalBodies: (count: number) => `${formatInteger(count)} دستگاه`,
  lastWorkingDay: (day: CivilDate) => `آخرین روز کاری: ${formatWeekday(day)} ${formatDayMonth(day)}`,
  pages: 'صفحه‌های پیام‌ها',
  pageOf: (from: number, to: number, total: number) =>
    `${formatInteger(from)} تا ${formatInteger(to)} از ${formatInteger(total)} پیام`,
  newer: 'تازه‌تر',
  older: 'قدیمی‌تر',
  outside: 'خبر با پیامک و رایانامه',
  outsideText: 'روزهای کاری، هر روز حداکثر یک پیام؛ جمعه و تعطیل رسمی پیامی فرستاده نمی‌شود.',
  outsideOff: 'فرمانداری ارسال پیامک و رایانامه را روشن نکرده است. نشانی شما برای آن زمان نگه داشته می‌شود.',
  email: 'رایانامه',
  emailHint: 'مانند name@example.ir',
  mobile: 'تلفن همراه',
  mobileHint: 'مانند ۰۹۱۷۰۰۰۰۰۰۰',
  wantsEmail: 'با رایانامه خبرم کنید',
  wantsSms: 'با پیامک خبرم کنید',
  saveContact: 'ثبت',
  contactSaved: 'نشانی شما برای خبررسانی ثبت شد.',
} as const;

export const MESSAGE_KIND_LABELS: Record<MessageKind, string> = {
  returned: 'عودت',
  reopened: 'بازگشایی',
  overdue: 'گذشتن موعد',
  due: 'نزدیک‌شدن موعد',
  answered: 'پاسخ درخواست و اعتراض',
  verified: 'تأیید',
  undone: 'برگشت تصمیم',
  decided: 'تمدید، معافیت و رفع مانع',
  letter: 'نامه',
  guidance: 'راهنمای تازه',
};

export interface TitledMessage {
  readonly kind: MessageKind;
  readonly event: {
    readonly kind: EventKind;
    readonly requestKind: RequestKind | null;
    readonly outcome: AnswerOutcome | null;
  } | null;
  readonly dueOn: CivilDate | null;
  readonly threshold: number | null;
  readonly on: CivilDate;
  readonly milestone: { readonly trackName: string; readonly position: number } | null;
}

/** One line of the inbox: «شبکه ۳ عودت شد», «موعد شبکه ۳: دوشنبه ۱۹ آذر». With the day itself, so that it stays true when read later. */
export function inboxTitleOf(message: TitledMessage): string {
  const { milestone, event, dueOn, threshold } = message;
  const step = milestone === null ? null : stepName(milestone.trackName, milestone.position);
  if (event !== null) return inboxTitle({ ...event, dueOn, step });
  if (message.kind === 'guidance') return `راهنمای ${step ?? ''} تازه شد`;
  if (dueOn === null || threshold === null) return step ?? '';
  if (threshold > 0) return `موعد ${step ?? ''}: ${formatWeekday(dueOn)} ${formatDayMonth(dueOn)}`;
  return `موعد ${step ?? ''} گذشت: ${formatDayMonth(dueOn)}`;
}
