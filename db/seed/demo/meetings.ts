import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DecisionOutcome } from '@/lib/domain/vocabulary';
import { jalaliDay } from './calendar-days';

export interface SampleOutcome {
  readonly recordedOn: CivilDate;
  readonly outcome: DecisionOutcome;
  readonly occurredOn: CivilDate;
  readonly note: string | null;
}

export interface SampleDecision {
  readonly meetingOn: CivilDate;
  readonly text: string;
  readonly owner: string;
  readonly body: string | null;
  readonly milestone: string | null;
  readonly promisedOn: CivilDate;
  /** At most one: what became of it by the last day of the sample. */
  readonly outcome: SampleOutcome | null;
}

const [FIRST, SECOND, THIRD, FOURTH] = [jalaliDay(8, 13), jalaliDay(8, 27), jalaliDay(9, 5), jalaliDay(9, 11)];

/** What four meetings of the sample decided, by the day of the meeting. The promises fit what the history does on those days. */
export const SAMPLE_DECISIONS: readonly SampleDecision[] = [
  {
    meetingOn: FIRST,
    text: 'شبکهٔ بهداشت شناسنامهٔ همهٔ خدمت‌های خود را تکمیل کند و برای بررسی بفرستد.',
    owner: 'رئیس شبکهٔ بهداشت و درمان',
    body: 'EA-002',
    milestone: 'ED2',
    promisedOn: jalaliDay(8, 20),
    outcome: {
      recordedOn: SECOND,
      outcome: 'kept',
      occurredOn: jalaliDay(8, 15),
      note: 'شناسنامه‌ها رسید و در ۱۹ آبان تأیید شد.',
    },
  },
  {
    meetingOn: FIRST,
    text: 'ادارهٔ بندر چارک رابط تازه معرفی کند و وضع گام‌های عقب‌مانده را گزارش دهد.',
    owner: 'رئیس ادارهٔ بندر چارک',
    body: 'EA-057',
    milestone: null,
    promisedOn: jalaliDay(8, 22),
    outcome: {
      recordedOn: SECOND,
      outcome: 'broken',
      occurredOn: SECOND,
      note: 'نه رابطی معرفی شد و نه گزارشی رسید.',
    },
  },
  {
    meetingOn: FIRST,
    text: 'فهرست دهیاری‌های بی‌پوشش مخابراتی با نشانی هر روستا به ادارهٔ مخابرات فرستاده شود.',
    owner: 'کارشناس فرمانداری',
    body: null,
    milestone: null,
    promisedOn: jalaliDay(8, 20),
    outcome: { recordedOn: jalaliDay(8, 20), outcome: 'kept', occurredOn: jalaliDay(8, 19), note: null },
  },
  {
    meetingOn: SECOND,
    text: 'از ادارهٔ بندر چارک بازدید شود و صورت‌جلسهٔ بازدید به فرمانداری برسد.',
    owner: 'بخشدار شیبکوه',
    body: 'EA-057',
    milestone: null,
    promisedOn: jalaliDay(9, 10),
    outcome: {
      recordedOn: jalaliDay(9, 12),
      outcome: 'broken',
      occurredOn: jalaliDay(9, 12),
      note: 'بازدید انجام نشد؛ رئیس اداره در مأموریت بود.',
    },
  },
  {
    meetingOn: SECOND,
    text: 'بیمارستان شهدا صدور کد رهگیری و صفحهٔ پیگیری را کامل کند.',
    owner: 'رئیس بیمارستان شهدا',
    body: 'EA-003',
    milestone: 'ED4',
    promisedOn: jalaliDay(9, 3),
    outcome: {
      recordedOn: jalaliDay(9, 12),
      outcome: 'kept',
      occurredOn: jalaliDay(9, 6),
      note: 'بار نخست عودت شد و با سه روز تأخیر درست شد.',
    },
  },
  {
    meetingOn: SECOND,
    text: 'ادارهٔ مخابرات زمان‌بندی تأمین خط برای ۹ دهیاری بی‌پوشش را بنویسد.',
    owner: 'رئیس ادارهٔ مخابرات',
    body: 'EA-041',
    milestone: null,
    promisedOn: jalaliDay(9, 10),
    outcome: null,
  },
  {
    meetingOn: THIRD,
    text: 'کمیتهٔ امداد دریافت نامهٔ الکترونیکی با رسید را راه‌اندازی کند.',
    owner: 'رئیس کمیتهٔ امداد',
    body: 'EA-012',
    milestone: 'CR3',
    promisedOn: jalaliDay(9, 12),
    outcome: { recordedOn: jalaliDay(9, 14), outcome: 'kept', occurredOn: jalaliDay(9, 9), note: null },
  },
  {
    meetingOn: THIRD,
    text: 'شهرداری بندر کنگ تفویض اختیار کتبی به میز خدمت را با امضای شهردار از نو بفرستد.',
    owner: 'شهردار بندر کنگ',
    body: 'MU-002',
    milestone: 'HD4',
    promisedOn: jalaliDay(9, 14),
    outcome: null,
  },
  {
    meetingOn: THIRD,
    text: 'جلسهٔ آموزشی رابط‌ها در سالن فرمانداری برگزار شود.',
    owner: 'کارشناس فرمانداری',
    body: null,
    milestone: null,
    promisedOn: jalaliDay(9, 14),
    outcome: {
      recordedOn: jalaliDay(9, 13),
      outcome: 'dropped',
      occurredOn: jalaliDay(9, 13),
      note: 'آموزش استانی برخط جای آن را گرفت.',
    },
  },
  {
    meetingOn: FOURTH,
    text: 'ادارهٔ ثبت اسناد راهنما و پرسش‌های متداول را در صفحهٔ خود منتشر کند.',
    owner: 'رئیس ادارهٔ ثبت اسناد و املاک',
    body: 'EA-005',
    milestone: 'ED7',
    promisedOn: jalaliDay(9, 17),
    outcome: null,
  },
  {
    meetingOn: FOURTH,
    text: 'شرکت پخش فرآورده‌های نفتی شناسنامهٔ خدمت‌ها را تکمیل کند و ثبت درخواست برخط را اصلاح کند.',
    owner: 'رئیس ناحیهٔ پخش فرآورده‌های نفتی',
    body: 'EN-004',
    milestone: 'ED2',
    promisedOn: jalaliDay(9, 20),
    outcome: null,
  },
  {
    meetingOn: FOURTH,
    text: 'اعتبار سامانهٔ درخواست برخط جهاد کشاورزی از استان پیگیری شود.',
    owner: 'معاون فرماندار',
    body: 'EA-015',
    milestone: 'ED3',
    promisedOn: jalaliDay(9, 24),
    outcome: null,
  },
  {
    meetingOn: FOURTH,
    text: 'شبکهٔ بهداشت منشور حقوق شهروندی را در محل میز نصب کند و عکس تازه بفرستد.',
    owner: 'رئیس شبکهٔ بهداشت و درمان',
    body: 'EA-002',
    milestone: 'HD5',
    promisedOn: jalaliDay(9, 21),
    outcome: null,
  },
];
