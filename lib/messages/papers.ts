import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { toPersianDigits } from '@/lib/text/digits';

/** The blank form on paper. Hamza over the he is written with «ۀ», which the paper font draws better. */
export const FORM_WORDS = {
  title: (body: string) => `برگۀ گزارش ${body}`,
  titles: (count: number) => `برگه‌های گزارش ${formatInteger(count)} دستگاه`,
  inTheName: 'بسمه تعالی',
  code: 'کد',
  printedOn: 'تاریخ چاپ',
  place: (rural: string | null, district: string | null) =>
    [rural && `دهستان ${rural}`, district && `بخش ${district}`].filter(Boolean).join('، '),
  howTo:
    'لطفاً گام‌هایی را که انجام شده است تیک بزنید، شماره و تاریخ نامه یا نشانی آن را بنویسید، برگه را امضا و مهر کنید و همراه مستندها به بخشداری یا فرمانداری بفرستید.',
  done: 'انجام شد',
  step: 'گام',
  work: 'کار و مستند لازم',
  due: 'موعد',
  letter: 'شماره و تاریخ نامه',
  letterOrUrl: 'شماره و تاریخ نامه، نشانی صفحه',
  late: (days: number) => `${formatInteger(days)} روز گذشته`,
  returned: (reason: string) => `عودت‌شده: ${reason}`,
  blocked: 'دارای مانع',
  unchanged: 'این هفته کاری پیش نرفته است (بدون تغییر).',
  remarks: 'مانع یا توضیح:',
  nothingOpen: 'اکنون گامی بر عهدۀ این دستگاه نیست.',
  paperNumber: 'شمارۀ برگه یا نامۀ همراه',
  paperDate: 'تاریخ',
  name: 'نام و نام خانوادگی',
  signature: 'امضا و مهر',
  head: { village_administration: 'دهیار', other: 'مدیر دستگاه' },
  received: 'ویژۀ فرمانداری: دریافت در تاریخ … / … / …… ، کارشناس:',
  scan: 'کارشناس: برای ثبت این برگه، کد را بخوانید یا کد دستگاه را بنویسید.',
  sample: 'دادۀ نمونه',
  day: (day: CivilDate) => formatDate(day),
  dueOn: (day: CivilDate) => formatDayMonth(day),
} as const;

/** The expert's screens for papers. */
export const PAPERS = {
  title: 'برگه‌های کاغذی',
  take: 'برای دستگاه‌هایی که خط ندارند برگه چاپ کنید و آنچه امضاشده برمی‌گردد اینجا ثبت کنید.',
  enter: 'ثبت برگه‌ای که رسیده است',
  enterHint: 'نام دستگاه یا کدی که بالای برگه است',
  find: 'یافتن',
  none: 'دستگاهی با این نام یا کد نیست.',
  several: 'کدام دستگاه؟',
  print: 'چاپ برگهٔ خالی',
  printDistrict: (name: string, villages: number) => `بخش ${name}: ${formatInteger(villages)} برگه`,
  printOne: 'برگهٔ خالی',
  enterOne: 'ثبت برگهٔ کاغذی',
  formTitle: (body: string) => `ثبت برگهٔ ${body}`,
  formTake:
    'این گام‌ها از سوی دستگاه و از روی برگهٔ امضاشده ثبت می‌شوند و در صف بررسی، سابقه و رسید همین نشان را دارند.',
  fourEyes: 'تأیید این گام‌ها با همکار دیگری است؛ کسی که برگه را ثبت کرده است نمی‌تواند خودش آن را تأیید کند.',
  letterNumber: 'شمارهٔ برگه',
  letterOn: 'تاریخ برگه',
  scan: 'تصویر برگه',
  scanHint: 'عکس یا PDF از برگهٔ امضاشده و پیوست‌هایش.',
  steps: 'گام‌هایی که در برگه تیک خورده است',
  stepsHint: 'تنها گام‌هایی آمده است که اکنون بر عهدهٔ دستگاه است.',
  noSteps: 'اکنون گامی بر عهدهٔ این دستگاه نیست؛ برگهٔ «بدون تغییر» را می‌توان ثبت کرد.',
  url: (step: string) => `نشانی صفحهٔ ${step}`,
  urlHint: 'اگر این گام تیک خورده و نشانی در برگه نوشته شده است.',
  unchanged: 'برگه می‌گوید این هفته کاری پیش نرفته است',
  unchangedHint: 'دستگاه دیگر «بدون گزارش» شمرده نمی‌شود.',
  occurredOn: 'تاریخ انجام',
  occurredOnHint: 'اگر برگه تاریخ دیگری دارد؛ خالی یعنی امروز.',
  note: 'توضیح',
  save: 'ثبت برگه',
  mark: 'از روی کاغذ',
  receiptTitle: (count: number) =>
    count === 0 ? 'برگه ثبت شد: بدون تغییر.' : `برگه ثبت شد: ${formatInteger(count)} گام.`,
  again: 'این برگه پیش‌تر ثبت شده بود و دوباره ثبت نشد.',
  refused: (steps: readonly string[]) =>
    `این گام‌ها ثبت نشد، چون در این فاصله تغییر کرده بود: ${toPersianDigits(steps.join('، '))}.`,
  paper: 'برگه',
  receipts: 'رسید گام‌ها',
  nextPaper: 'برگهٔ بعدی',
  toBody: 'صفحهٔ دستگاه',
} as const;
