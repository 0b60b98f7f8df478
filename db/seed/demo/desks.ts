import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DeskCheckOutcome } from '@/lib/domain/vocabulary';

/** Day on which the sample's office wrote down where the desks are and turned the checks on, days of its weekly looks, and day of turning off. */
export const SAMPLE_DESKS = {
  startOn: '2018-11-19' as CivilDate,
  checkedOn: ['2018-11-20', '2018-11-27', '2018-12-04'] as readonly CivilDate[],
  offOn: '2018-12-06' as CivilDate,
  /** One body in so many has no address written down. */
  withoutEvery: 7,
} as const;

/** What comes of a look, with the share of each outcome. */
export const SAMPLE_OUTCOMES: readonly [
  readonly [DeskCheckOutcome, number],
  ...(readonly [DeskCheckOutcome, number])[],
] = [
  ['answered', 86],
  ['timed_out', 5],
  ['certificate_invalid', 4],
  ['http_error', 3],
  ['refused_connection', 2],
];

/** How the sample's desks say what a sign stands for, by the sign's code, and on which page. */
export const SAMPLE_PASSAGES: Readonly<Record<string, { readonly page: string; readonly passage: string }>> = {
  ED1: { page: 'services', passage: 'فهرست خدمات اداره … عنوان خدمت، شناسه خدمت، متصدی و زمان انجام …' },
  ED2: { page: 'services', passage: '… شناسنامه خدمت: شرح، مدارک لازم، هزینه و مراحل انجام هر خدمت …' },
  ED3: { page: '', passage: 'میز خدمت الکترونیکی … ثبت درخواست … ورود به سامانه با شماره ملی …' },
  ED4: { page: '', passage: '… پیگیری درخواست: کد رهگیری ده رقمی خود را بنویسید …' },
  ED6: { page: 'services', passage: '… توافق‌نامه سطح خدمت هر خدمت با زمان تعهدشده در همین صفحه آمده است …' },
  ED7: { page: 'guide', passage: 'راهنمای گام به گام ثبت درخواست برای مراجعان …' },
  'ED7-FAQ': { page: 'guide', passage: '… پرسش‌های متداول: چرا کد رهگیری پیامک نشد؟ …' },
  ED8: { page: '', passage: '… پس از دریافت خدمت در نظرسنجی شرکت کنید …' },
  ED9: { page: '', passage: '… ثبت شکایت، انتقادات و پیشنهادات مراجعان …' },
};
