import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate, formatDayMonthYear } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';

/** Words of handing a liaison's bodies to another, and of its minutes on paper. */
export const HANDOVER = {
  title: 'تحویل به رابط دیگر',
  take: 'همهٔ دستگاه‌های این رابط به دیگری سپرده می‌شود. سابقه، درخواست‌ها، فایل‌ها و پیام‌ها از آنِ دستگاه است و می‌ماند؛ دسترسی این رابط همان دم پایان می‌یابد.',
  none: 'این رابط اکنون دستگاهی ندارد.',
  to: 'تحویل‌گیرنده',
  noReceiver: 'رابط دیگری نیست. نخست حساب رابط تازه را بسازید.',
  onDay: 'روز تحویل',
  onDayHint: 'اگر خالی بماند، امروز. روز آینده پذیرفته نمی‌شود؛ تحویل را همان روز ثبت کنید.',
  note: 'توضیح',
  noteHint: 'در صورت‌جلسه می‌آید.',
  closes: 'حساب این رابط بسته شود',
  closesHint: 'اگر از این کار رفته است.',
  button: 'تحویل همهٔ دستگاه‌ها',
  done: 'دستگاه‌ها تحویل شد. صورت‌جلسه را از همین صفحه چاپ کنید.',
  past: 'تحویل‌های پیشین',
  sheet: (name: string, day: CivilDate) => `صورت‌جلسهٔ تحویل به ${name}، ${formatDayMonthYear(day)}`,
} as const;

export const HANDOVER_SHEET = {
  title: (from: string, to: string) => `صورت‌جلسۀ تحویل دستگاه‌ها از ${from} به ${to}`,
  inTheName: 'بسمه تعالی',
  sentence: (from: string, to: string, day: CivilDate, count: number) =>
    `در تاریخ ${formatDate(day)} گزارش‌دهی ${formatInteger(count)} دستگاه از ${from} به ${to} تحویل شد. وضع هر دستگاه در پایان روز ثبت چنین است:`,
  number: 'ردیف',
  body: 'دستگاه',
  returned: 'عودت‌شده',
  late: 'گذشته از موعد',
  soon: 'موعد نزدیک',
  waiting: 'در انتظار بررسی',
  unanswered: 'درخواست بی‌پاسخ',
  total: 'جمع',
  pressing: 'گام‌هایی که باید زودتر دنبال شود',
  isReturned: 'عودت‌شده',
  isLate: 'گذشته از موعد',
  note: 'توضیح',
  recorded: (name: string, day: CivilDate) => `ثبت در سامانه: ${name}، ${formatDate(day)}`,
  gives: 'تحویل‌دهنده',
  takes: 'تحویل‌گیرنده',
  witness: 'فرمانداری',
  running: (office: string) => `${office}؛ صورت‌جلسۀ تحویل`,
  pageWords: ['صفحۀ', 'از'] as const,
  sign: 'نام، امضا و تاریخ',
} as const;
