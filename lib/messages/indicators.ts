import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { Trend } from '@/lib/domain/indicators';
import { formatDayMonthYear, formatMonth } from '@/lib/format/dates';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';

const count = formatInteger;

/** A reading's number: whole numbers without decimals, others with one. */
export function indicatorNumber(value: number): string {
  return Number.isInteger(value) ? formatInteger(value) : formatDecimal(value, 1);
}

export const OUTCOME_NAV = {
  label: 'بخش‌های پیامد',
  indicators: 'شاخص‌ها',
  survey: 'نظرسنجی',
  deeds: 'کاغذ و کردار',
  network: 'شبکه و نامه',
} as const;

/** Words of the outcome indicators. */
export const INDICATORS = {
  title: 'شاخص‌ها',
  heading: (month: JalaliMonth) => `شاخص‌ها، ${formatMonth(month)}`,
  take: 'این شاخص‌ها نتیجهٔ کار را برای مردم می‌سنجند. هر میانگین با شمار دستگاه‌های گزارش‌داده می‌آید.',
  knownOn: (day: CivilDate) => `بر پایهٔ آنچه تا ${formatDayMonthYear(day)} ثبت شده است.`,
  meanRule:
    'جایی که صورت و مخرج هست، میانگین از جمع صورت‌ها بر جمع مخرج‌هاست؛ در دیگر شاخص‌ها میانگین سادهٔ دستگاه‌ها. تغییر تنها دستگاه‌هایی را می‌سنجد که برای هر دو ماه گزارش داده‌اند.',
  asOf: 'تا تاریخ',
  filter: 'گزینش ماه و شاخص',
  month: 'ماه',
  indicator: 'شاخص',
  category: 'نوع دستگاه',
  district: 'بخش',
  show: 'نمایش',
  all: 'همهٔ شاخص‌ها',
  unit: 'واحد',
  mean: 'میانگین',
  coverage: 'دستگاه گزارش‌داده',
  ofExpected: (reported: number, expected: number) => `${count(reported)} از ${count(expected)} دستگاه`,
  baseline: (month: JalaliMonth) => `ماه پایه، ${formatMonth(month)}`,
  baselineBodies: (bodies: number) => `${count(bodies)} دستگاه`,
  change: 'تغییر از ماه پایه',
  commonBodies: (bodies: number) => `در ${count(bodies)} دستگاه`,
  trends: { better: 'بهتر', worse: 'بدتر', same: 'بدون تغییر' } satisfies Record<Trend, string>,
  isBaseline: 'ماه پایه',
  notComparable: 'سنجیدنی نیست',
  noData: 'داده‌ای نیست',
  recent: 'ماه‌های گذشته',
  recentMonth: (month: string, value: string, bodies: number) => `${month}: ${value} (${count(bodies)} دستگاه)`,
  directions: { higher_is_better: 'بیشتر بهتر است', lower_is_better: 'کمتر بهتر است' },
  formula: 'فرمول',
  byCategory: 'به تفکیک نوع دستگاه',
  byDistrict: 'به تفکیک بخش',
  bodies: 'دستگاه‌ها',
  body: 'دستگاه',
  value: 'مقدار',
  numbers: 'صورت و مخرج',
  fraction: (numerator: number, denominator: number) =>
    `${indicatorNumber(numerator)} از ${indicatorNumber(denominator)}`,
  before: 'ماه پیش',
  note: 'توضیح',
  sources: { body: 'گزارش دستگاه', survey: 'از نظرسنجی' },
  fromSurvey: (answers: number) => `از نظرسنجی، ${count(answers)} پاسخ`,
  reportedBeside: (value: number) => `دستگاه خود ${indicatorNumber(value)} گزارش داده است`,
  farApart: 'فاصلهٔ این دو زیاد است؛ از دستگاه بپرسید',
  bodiesFromSurvey: (bodies: number) => `${count(bodies)} دستگاه از نظرسنجی`,
  supplement: (value: string, answers: number, bodies: number) =>
    `مکمل از نظرسنجی: ${value} (${count(answers)} پاسخ، ${count(bodies)} دستگاه)`,
  trendTitle: 'روند از ماه پایه',
  trendTake: 'میانگین هر ماه با شمار دستگاه‌های گزارش‌دادهٔ همان ماه؛ همهٔ نمودارها یک مقیاس دارند.',
  trendName: (label: string, first: string, last: string) => `${label}: از ${first} به ${last}`,
  trendTable: 'میانگین ماه‌به‌ماه',
  trendScale: (low: string, high: string) => `خط پایین ${low} و خط بالا ${high} است.`,
  group: 'گروه',
  importLink: 'ورود از فایل',
  pages: 'صفحه‌های فهرست دستگاه‌ها',
  given: 'گزارش ماه',
  givenChoices: { yes: 'گزارش‌داده', no: 'گزارش‌نداده' },
  everyBody: 'همهٔ دستگاه‌ها',
  search: 'جست‌وجوی دستگاه',
  record: 'ثبت از سوی دستگاه',
  onBehalf: 'ثبت فرمانداری',
  noneFound: 'دستگاهی با این شرط‌ها نیست.',
  noMonth: 'هنوز ماهی برای شاخص‌ها نرسیده است.',
  noMonthText: 'سنجش از ماه پایهٔ برنامه آغاز می‌شود.',
  noIndicators: 'هنوز شاخصی بارگذاری نشده است.',
  noIndicatorsText: 'راهبر سامانه شاخص‌ها را با فایل indicators.csv برنامه بارگذاری می‌کند.',
  nothingYet: 'برای این ماه هنوز دستگاهی گزارش نداده است.',
  nothingYetText: 'رابط هر دستگاه عددها را در «شاخص‌های ماه» می‌نویسد و میانگین همان دم این‌جا می‌آید.',
  notAMonth: 'ماه را مانند ۱۳۹۷-۰۸ بنویسید.',
  notANumber: 'عدد بنویسید؛ مانند ۴۵ یا ۱۲٫۵.',
  file: {
    code: 'کد',
    indicator: 'شاخص',
    unit: 'واحد',
    month: 'ماه',
    mean: 'میانگین',
    reported: 'دستگاه گزارش‌داده',
    expected: 'همهٔ دستگاه‌ها',
    baseline: 'ماه پایه',
    change: 'تغییر از ماه پایه',
    changeBodies: 'دستگاه سنجیده در تغییر',
    trend: 'تغییر به چه سو',
    body: 'دستگاه',
    category: 'نوع دستگاه',
    district: 'بخش',
    numerator: 'صورت',
    denominator: 'مخرج',
    value: 'مقدار',
    before: 'ماه پیش',
    note: 'توضیح',
    recordedBy: 'ثبت‌کننده',
    source: 'منبع',
    ownReport: 'گزارش خود دستگاه',
    fromSurvey: 'دستگاه از نظرسنجی',
    supplement: 'مکمل (نظرسنجی)',
    supplementAnswers: 'پاسخ مکمل',
  },
} as const;

/** Words of the form for one body and month. */
export const MY_INDICATORS = {
  title: 'شاخص‌های ماه',
  heading: (month: JalaliMonth) => `شاخص‌های ${formatMonth(month)}`,
  take: 'هر کدام را که دارید بنویسید و دیگرها را خالی بگذارید. برای اصلاح، عدد درست را دوباره بفرستید؛ عدد پیشین در سابقه می‌ماند.',
  choose: 'گزینش دستگاه و ماه',
  body: 'دستگاه',
  month: 'ماه',
  show: 'نمایش',
  lastMonth: (month: JalaliMonth, words: string) => `${formatMonth(month)}: ${words}`,
  noLastMonth: (month: JalaliMonth) => `${formatMonth(month)}: گزارش نشده است`,
  withUnit: (value: number, unit: string) => `${indicatorNumber(value)} ${unit}`,
  recorded: (day: CivilDate, name: string) => `ثبت‌شده در ${formatDayMonthYear(day)}، ${name}`,
  survey: (words: string, answers: number) =>
    `نظرسنجی این ماه: ${words} (${count(answers)} پاسخ). در شاخص‌ها همین می‌آید و عدد شما کنار آن.`,
  importLink: 'ورود شاخص‌ها از فایل',
  value: (unit: string) => `مقدار (${unit})`,
  note: 'توضیح',
  noteHint: 'در یک جمله بنویسید چرا چنین است.',
  send: 'ثبت شاخص‌ها',
  saved: (written: number) => `${count(written)} شاخص ثبت شد.`,
  savedBefore: 'همین عددها پیش‌تر ثبت شده بود.',
} as const;

type PairLabels = readonly [numerator: string, denominator: string];

/** What numerator and denominator of an indicator count, by its code. */
const PAIR_LABELS: Readonly<Record<string, PairLabels>> = {
  IN2: ['درخواست پاسخ‌داده تا موعد رسید', 'کل درخواست‌های بسته‌شده'],
  IN5: ['مراجعهٔ حضوری این ماه', 'مراجعهٔ حضوری ماه پایه'],
  IN6: ['خدمت دارای شناسنامهٔ منتشرشده', 'کل خدمات'],
  IN7: ['شکایت رسیدگی‌شده در مهلت', 'کل شکایت‌ها'],
  IN8: ['نامهٔ الکترونیکی وارده و صادره', 'کل نامه‌های وارده و صادره'],
  IN9: ['دستگاه متصل و پایدار', 'دستگاه‌های مشمول'],
  IN10: ['پاسخ‌دهندگانی که واسطه لازم داشتند', 'کل پاسخ‌دهندگان'],
  IN11: ['تعداد شکایت', 'تعداد ارباب رجوع'],
};

export function pairLabels(code: string): PairLabels {
  return PAIR_LABELS[code] ?? ['صورت', 'مخرج'];
}

/** What a wrong or unusual reading is told, by its reason. */
export const READING_SENTENCES: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>> = {
  reading_part_missing: () => 'این عدد را هم بنویسید.',
  reading_below_zero: () => 'این عدد نمی‌تواند منفی باشد.',
  reading_denominator_zero: () => 'این عدد صفر است و شاخص حساب نمی‌شود. اگر موردی نبوده، هر دو خانه را خالی بگذارید.',
  reading_part_above_whole: () => 'این عدد از کل بیشتر است. هر دو عدد را بازبینی کنید.',
  reading_out_of_range: ({ min, max }) =>
    typeof min === 'number' && typeof max === 'number'
      ? `عددی از ${count(min)} تا ${count(max)} بنویسید.`
      : `عددی از ${count(Number(min ?? 0))} به بالا بنویسید.`,
  reading_nothing_written: () => 'دست‌کم یک شاخص را بنویسید.',
  explain_large_change: ({ from, to }) =>
    `از ${indicatorNumber(Number(from))} به ${indicatorNumber(Number(to))} رسیده است. عددها را بازبینی کنید؛ اگر درست است، بنویسید چرا.`,
  explain_same_as_before: () => 'عددها با ماه پیش یکی است. اگر درست است، بنویسید چرا.',
  explain_far_from_survey: ({ survey, answers }) =>
    `نظرسنجی این ماه با ${count(Number(answers))} پاسخ ${indicatorNumber(Number(survey))} می‌گوید. عدد را بازبینی کنید؛ اگر درست است، بنویسید چرا.`,
  explain_above_denominator: () => 'عدد نخست از عدد دوم بیشتر است. اگر درست است، بنویسید چرا.',
  month_out_of_range: ({ from, to }) =>
    typeof from === 'string' && typeof to === 'string'
      ? `ماهی از ${formatMonth(from as JalaliMonth)} تا ${formatMonth(to as JalaliMonth)} برگزینید.`
      : INDICATORS.noMonth,
};

/** Words of taking readings in from a file. */
export const INDICATOR_IMPORT = {
  title: 'ورود شاخص‌ها از فایل',
  take: 'نخست فایل بررسی می‌شود و می‌بینید چه ثبت خواهد شد؛ تا تأیید شما چیزی ثبت نمی‌شود.',
  template: 'فایل خام',
  templateTake: 'هر ردیف یک شاخص یک دستگاه است و عدد ماه پیش کنار آن آمده. ردیف‌هایی را که ندارید خالی بگذارید.',
  month: 'ماه',
  xlsx: 'دریافت Excel',
  csv: 'دریافت CSV',
  send: 'فرستادن فایل',
  sendTake:
    'فایل xlsx یا csv با یک ردیف عنوان: شناسه یا نام دستگاه، شاخص، ماه، صورت و مخرج یا مقدار، و توضیح. عددی که معمول نیست توضیح همان ردیف را می‌خواهد.',
  field: 'فایل شاخص‌ها',
  check: 'بررسی فایل',
  sentence: (rows: number, created: number, updated: number, unchanged: number, blank: number, wrong: number) =>
    `${count(rows)} ردیف: ${count(created)} عدد تازه، ${count(updated)} اصلاح، ${count(unchanged)} بی‌تغییر، ${count(blank)} خالی و ${count(wrong)} نادرست.`,
  confirm: (created: number, updated: number) =>
    updated === 0
      ? `ثبت ${count(created)} عدد`
      : created === 0
        ? `ثبت ${count(updated)} اصلاح`
        : `ثبت ${count(created)} عدد و ${count(updated)} اصلاح`,
  done: (written: number) => `${count(written)} عدد ثبت شد.`,
  discarded: 'فایل حذف شد؛ چیزی ثبت نشد.',
  nothingFilled: 'در این فایل عددی نوشته نشده است.',
  sheet: 'شاخص‌ها',
  indicatorTitle: 'عنوان شاخص',
  how: 'شیوهٔ نوشتن',
  pair: (numerator: string, denominator: string) => `صورت: ${numerator}؛ مخرج: ${denominator}`,
  value: (unit: string) => `مقدار: ${unit}`,
  lastMonth: 'عدد ماه پیش',
  fraction: (numerator: number, denominator: number, value: number) =>
    `${indicatorNumber(numerator)} از ${indicatorNumber(denominator)} (${indicatorNumber(value)})`,
} as const;

/** Words of a body's own indicators, on its page. */
export const BODY_INDICATORS = {
  title: (month: JalaliMonth) => `شاخص‌های ${formatMonth(month)}`,
  deeds: 'کاغذ و کردار',
  monthValue: (month: string, value: string) => `${month}: ${value}`,
} as const;
