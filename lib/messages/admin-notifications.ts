import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { toPersianDigits } from '@/lib/text/digits';

/** Words of the admin's page about e-mail and SMS. */
export const ADMIN_NOTIFICATIONS = {
  title: 'خبررسانی',
  take: 'رابط‌ها پیام‌ها را در سامانه می‌بینند. اینجا می‌توانید رایانامه و پیامک را هم روشن کنید: برای هر نفر، هر روز کاری حداکثر یک پیام.',
  ready: 'ارسال روشن است.',
  switches: 'روشن و خاموش',
  switchesTake: 'نشانی سرور و رمزها را کارشناس فناوری در متغیرهای برنامه می‌نویسد و در پایگاه داده نگه داشته نمی‌شود.',
  server: 'سرور',
  notSetUp: 'تنظیم نشده است',
  log: 'تنها در گزارش برنامه نوشته می‌شود',
  emailOn: 'ارسال رایانامه روشن باشد',
  smsOn: 'ارسال پیامک روشن باشد',
  onSince: (day: CivilDate) => `روشن از ${formatDayMonth(day)}`,
  off: 'خاموش',
  fromTime: 'ارسال از ساعت',
  untilTime: 'تا ساعت',
  hoursHint: 'به وقت تهران؛ تنها روزهای کاری.',
  save: 'ثبت خبررسانی',
  saved: 'تنظیم خبررسانی ثبت شد.',
  unchanged: 'چیزی تغییر نکرده بود.',
  problems: 'این متغیرها درست نیستند:',
  test: 'پیام آزمایشی',
  testTake: 'یک پیام، همین حالا، به نشانی خود شما.',
  sendTest: { email: 'رایانامهٔ آزمایشی برای خودم', sms: 'پیامک آزمایشی برای خودم' },
  testSent: (answer: string) => `پیام آزمایشی پذیرفته شد (${toPersianDigits(answer)}).`,
  testRefused: (answer: string) => `پیام آزمایشی پذیرفته نشد: ${answer}. نشانی و رمز سرور را بازبینی کنید.`,
  noOwnAddress: 'نشانی شما ثبت نشده است. در صفحهٔ کاربری خود، بخش «نشانی خبررسانی»، آن را بنویسید.',
  ownPage: 'صفحهٔ کاربری من',
  outbox: 'صندوق ارسال',
  outboxTake: (total: number) => `${formatInteger(total)} پیام روزانه؛ صد پیام تازه‌تر نشان داده می‌شود.`,
  filtered: (label: string, shown: number) => `${formatInteger(shown)} پیام با وضعیت «${label}».`,
  all: 'همه',
  empty: 'هنوز پیامی ساخته نشده است.',
  person: 'گیرنده',
  day: 'روز',
  state: 'وضعیت',
  answer: 'پاسخ سرور',
  attempts: (count: number) => `${formatInteger(count)} بار تلاش`,
  nextAttempt: (when: string) => `تلاش بعدی: ${when}`,
  sentAt: (when: string) => `در ${when}`,
  retry: 'ارسال دوباره',
  retried: 'پیام دوباره در صف است.',
  toldLater: 'آنچه هنوز تازه است در پیام روز بعد گفته می‌شود.',
  contact: 'نشانی خبررسانی',
  contactTake: 'پیامک به تلفن همراه همین حساب می‌رود.',
  wants: { email: 'با رایانامه خبر داده شود', sms: 'با پیامک خبر داده شود' },
  saveContact: 'ثبت نشانی',
  contactSaved: 'نشانی خبررسانی ثبت شد.',
} as const;

/** What the program itself says of a failed attempt; the answers of servers stay as they are. */
const ANSWERS: Readonly<Record<string, string>> = {
  'no address': 'نشانی ندارد یا نخواسته است',
  'too old': 'چند روز در صف ماند',
  timeout: 'سرور پاسخ نداد',
  'no connection': 'سرور در دسترس نبود',
  log: 'در گزارش برنامه',
};

export function answerText(answer: string | null): string {
  return answer === null ? '' : (ANSWERS[answer] ?? answer);
}
