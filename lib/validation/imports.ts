import { formatJalali, parseJalaliDate } from '@/lib/calendar/jalali';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { ImportColumn, ImportProblem } from '@/lib/domain/import-problem';
import { toLatinDigits } from '@/lib/text/digits';
import { matchKey, normaliseForStore } from '@/lib/text/normalise';
import {
  AREA_KINDS,
  BASES,
  BLOCK_CAUSES,
  BODY_CATEGORIES,
  EVENT_KINDS,
  EVIDENCE_KINDS,
  INDICATOR_DIRECTIONS,
  MILESTONE_ACTORS,
  SURVEY_FEEDS,
  TURNS,
} from '@/lib/domain/vocabulary';

/** Limits of a table that is taken in. A county's list has hundreds of rows; a history some ten thousand. */
export const IMPORT_LIMITS = {
  fileBytes: 10 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  rows: 100_000,
  headerRows: 30,
};

/** A column as it may be headed, in Persian or English; spelling, spaces and case do not matter. */
export interface ColumnSpec {
  readonly key: ImportColumn;
  readonly headings: readonly string[];
  readonly isRequired: boolean;
}

const column = (key: ImportColumn, isRequired: boolean, ...headings: string[]): ColumnSpec => ({
  key,
  isRequired,
  headings,
});

export const BODY_COLUMNS: readonly ColumnSpec[] = [
  column('code', false, 'شناسه', 'شناسه دستگاه', 'کد دستگاه', 'کد', 'شناسه یکتا', 'code', 'body_code', 'id'),
  column(
    'name',
    true,
    'نام دستگاه',
    'نام',
    'عنوان دستگاه',
    'دستگاه',
    'name',
    'name_fa',
    'body',
    'body_name',
    'title_fa',
  ),
  column('category', true, 'نوع دستگاه', 'نوع', 'دسته', 'نوع نهاد', 'category', 'type', 'kind'),
  column('district', true, 'بخش', 'نام بخش', 'کد بخش', 'district', 'district_fa', 'district_code', 'district_name'),
  column('ruralDistrict', false, 'دهستان', 'نام دهستان', 'rural_district', 'rural_district_fa', 'rural_district_code'),
  column(
    'officialCode',
    false,
    'کد آماری',
    'کد رسمی',
    'کد آمار',
    'کد مرکز آمار',
    'کد تقسیمات',
    'official_code',
    'statistical_code',
  ),
  column(
    'providesPublicService',
    false,
    'خدمت مستقیم به مردم',
    'خدمت مستقیم',
    'خدمات مستقیم به مردم',
    'ارائه خدمت به مردم',
    'provides_public_service',
    'public_service',
    'public',
  ),
  column('phone', false, 'تلفن', 'شماره تلفن', 'تلفن تماس', 'شماره تماس', 'phone', 'telephone', 'tel'),
  column('remarks', false, 'ملاحظات', 'توضیحات', 'remarks', 'notes', 'comment'),
  column('existenceBasis', false, 'مبنای وجود', 'مبنا', 'existence_basis', 'basis'),
  column('weight', false, 'وزن', 'وزن دستگاه', 'weight', 'weight_points'),
  column('existsFrom', false, 'تاریخ آغاز به کار', 'تاریخ تأسیس', 'از تاریخ', 'exists_from'),
  column('dissolvedOn', false, 'تاریخ انحلال', 'dissolved_on'),
  column('coordinationOnly', false, 'هماهنگی', 'فقط هماهنگی', 'coordination_only'),
];

export const HISTORY_COLUMNS: readonly ColumnSpec[] = [
  column('code', true, 'شناسه', 'شناسه دستگاه', 'کد دستگاه', 'دستگاه', 'کد', 'code', 'body', 'body_code'),
  column('milestone', false, 'گام', 'کد گام', 'شناسه گام', 'milestone', 'milestone_code'),
  column('event', true, 'رویداد', 'نوع رویداد', 'event', 'kind'),
  column('occurredOn', true, 'تاریخ وقوع', 'تاریخ رویداد', 'وقوع', 'تاریخ انجام', 'occurred_on', 'occurred'),
  column('recordedOn', true, 'تاریخ ثبت', 'ثبت', 'recorded_on', 'recorded'),
  column('note', false, 'یادداشت', 'توضیح', 'توضیحات', 'شرح', 'دلیل', 'ملاحظات', 'note', 'reason'),
  column('cause', false, 'علت', 'علت مانع', 'نوع مانع', 'cause'),
  column('turn', false, 'نوبت', 'نوبت اقدام', 'نوبت با', 'turn'),
  column('dueOn', false, 'موعد', 'مهلت', 'موعد تازه', 'مهلت تازه', 'موعد جدید', 'مهلت جدید', 'due_on', 'due'),
];

/** Readings of outcome indicators: a row a body, indicator and month. */
export const READING_COLUMNS: readonly ColumnSpec[] = [
  column('code', false, 'شناسه', 'شناسه دستگاه', 'کد دستگاه', 'کد', 'code', 'body_code'),
  column('name', false, 'نام دستگاه', 'دستگاه', 'نام', 'name', 'body', 'body_name'),
  column('indicator', true, 'شاخص', 'کد شاخص', 'شناسه شاخص', 'indicator', 'indicator_code'),
  column('month', true, 'ماه', 'سال و ماه', 'month', 'jalali_month'),
  column('numerator', false, 'صورت', 'صورت کسر', 'numerator'),
  column('denominator', false, 'مخرج', 'مخرج کسر', 'کل', 'denominator'),
  column('value', false, 'مقدار', 'عدد', 'نمره', 'value'),
  column('note', false, 'توضیح', 'توضیحات', 'یادداشت', 'ملاحظات', 'note', 'remarks'),
];

export const PROGRAMME_COLUMNS: readonly ColumnSpec[] = [
  column('code', true, 'شناسه', 'کد', 'شناسه برنامه', 'code'),
  column('title', true, 'عنوان', 'عنوان برنامه', 'title_fa', 'title'),
  column('legalReference', true, 'مستند قانونی', 'مبنای قانونی', 'legal_reference_fa', 'legal_reference'),
  column('county', true, 'کد شهرستان', 'شهرستان', 'county_code', 'county'),
  column('start', true, 'آغاز', 'تاریخ آغاز', 'شروع', 'start_jalali', 'start'),
  column('end', true, 'پایان', 'تاریخ پایان', 'end_jalali', 'end'),
  column('baselineMonth', true, 'ماه پایه', 'baseline_month'),
];

export const TRACK_COLUMNS: readonly ColumnSpec[] = [
  column('code', true, 'شناسه', 'کد', 'شناسه محور', 'code'),
  column('title', true, 'عنوان', 'عنوان محور', 'title_fa', 'title'),
  column('start', true, 'آغاز', 'تاریخ آغاز', 'شروع', 'start_jalali', 'start'),
  column('deadline', true, 'مهلت', 'مهلت نهایی', 'deadline_jalali', 'deadline'),
  column('deadlineSource', false, 'منبع مهلت', 'deadline_source'),
  column('weight', false, 'وزن', 'weight', 'weight_points'),
];

export const MILESTONE_COLUMNS: readonly ColumnSpec[] = [
  column('track', true, 'محور', 'شناسه محور', 'track', 'track_code'),
  column('code', true, 'شناسه', 'کد', 'شناسه گام', 'code'),
  column('position', false, 'ردیف', 'ترتیب', 'position'),
  column('title', true, 'عنوان', 'عنوان گام', 'title_fa', 'title'),
  column('shortTitle', false, 'عنوان کوتاه', 'short_fa', 'short_title'),
  column('guidance', false, 'راهنما', 'guidance_fa', 'guidance'),
  column('evidenceText', false, 'مستند', 'شرح مستند', 'evidence_fa', 'evidence'),
  column('evidenceKinds', true, 'نوع مستند', 'evidence_kinds'),
  column('actor', true, 'مجری', 'انجام‌دهنده', 'actor'),
  column('weight', true, 'وزن', 'weight', 'weight_points'),
  column('due', true, 'موعد', 'due_jalali', 'due'),
  column('appliesTo', true, 'مشمولان', 'applies_to'),
  column('basis', false, 'مبنا', 'basis'),
  column('validFrom', false, 'معتبر از', 'valid_from'),
];

export const AREA_COLUMNS: readonly ColumnSpec[] = [
  column('code', true, 'کد', 'کد آماری', 'شناسه', 'code'),
  column('areaKind', true, 'نوع', 'kind'),
  column('name', true, 'نام', 'name_fa', 'name'),
  column('parent', true, 'کد بالادست', 'parent_code', 'parent'),
  column('population', false, 'جمعیت', 'population'),
  column('mapColumn', false, 'ستون نقشه', 'map_column'),
  column('mapRow', false, 'ردیف نقشه', 'map_row'),
];

export const HOLIDAY_COLUMNS: readonly ColumnSpec[] = [
  column('day', true, 'تاریخ', 'date_jalali', 'date', 'jalali'),
  column('isoDay', false, 'تاریخ میلادی', 'date_iso', 'iso'),
  column('title', true, 'عنوان', 'مناسبت', 'title_fa', 'title'),
  column('isHoliday', false, 'تعطیل', 'is_holiday'),
];

export const INDICATOR_COLUMNS: readonly ColumnSpec[] = [
  column('code', true, 'شناسه', 'کد', 'code'),
  column('title', true, 'عنوان', 'title_fa', 'title'),
  column('formula', true, 'فرمول', 'formula_fa', 'formula'),
  column('unit', true, 'یکا', 'واحد', 'unit_fa', 'unit'),
  column('direction', true, 'جهت', 'direction'),
];

export const CHECKLIST_COLUMNS: readonly ColumnSpec[] = [
  column('code', true, 'شناسه', 'کد', 'code'),
  column('title', true, 'عنوان', 'شرح', 'title_fa', 'title'),
  column('guidance', false, 'راهنما', 'guidance_fa', 'guidance'),
  column('points', true, 'امتیاز', 'points'),
  column('isCritical', false, 'تعیین‌کننده', 'حیاتی', 'critical'),
  column('contradicts', false, 'گام‌های نقض‌شده', 'contradicts'),
];

export const SURVEY_COLUMNS: readonly ColumnSpec[] = [
  column('code', true, 'شناسه', 'کد', 'code'),
  column('axis', true, 'شناسه محور', 'axis'),
  column('axisTitle', true, 'محور', 'axis_title_fa', 'axis_title'),
  column('text', true, 'گویه', 'متن', 'text_fa', 'text'),
  column('isReversed', false, 'وارونه', 'reversed'),
  column('feeds', false, 'شاخص‌ها', 'feeds'),
];

export const DESK_SIGN_COLUMNS: readonly ColumnSpec[] = [
  column('code', true, 'شناسه', 'کد', 'code'),
  column('milestone', true, 'گام', 'milestone'),
  column('title', true, 'عنوان', 'title_fa', 'title'),
  column('phrases', true, 'عبارت‌ها', 'phrases'),
];

/** Words for the categories of bodies as offices write them, besides the code itself. */
const CATEGORY_WORDS: Record<(typeof BODY_CATEGORIES)[number], readonly string[]> = {
  governorate: ['فرمانداری'],
  district_office: ['بخشداری', 'بخش‌داری'],
  municipality: ['شهرداری'],
  executive_agency: [
    'دستگاه اجرایی',
    'دستگاه‌های اجرایی',
    'دستگاهای اجرایی',
    'اداره',
    'ادارات',
    'اداره دولتی',
    'اجرایی',
  ],
  enterprise: ['بنگاه اقتصادی', 'بنگاه‌های اقتصادی', 'بنگاه', 'شرکت', 'بانک'],
  village_administration: ['دهیاری', 'ده‌یاری', 'دهیاری‌ها'],
  association: ['تشکل', 'تشکل‌ها', 'تشکل مردم‌نهاد', 'انجمن', 'سمن'],
  other_institution: ['سایر نهادها', 'سایر', 'سایر دستگاه‌ها', 'نهاد', 'سایر نهاد'],
};

const EVENT_WORDS: Partial<Record<(typeof EVENT_KINDS)[number], readonly string[]>> = {
  start: ['آغاز', 'شروع', 'آغاز کار', 'شروع کار', 'در دست انجام'],
  claim: ['اعلام انجام', 'اعلام', 'اعلام شد', 'اعلام‌شده'],
  withdraw: ['پس گرفتن اعلام', 'پس گرفتن', 'بازپس‌گیری', 'بازپس‌گیری اعلام', 'انصراف از اعلام'],
  verify: ['تأیید', 'پذیرش', 'تأیید شد', 'تأییدشده'],
  certify: [
    'تأیید با بازدید یا آزمون',
    'تأیید با بازدید',
    'گواهی',
    'گواهی انجام',
    'گواهی فرمانداری',
    'تأیید بازدید',
    'ثبت نتیجه بازدید',
  ],
  return: ['عودت', 'عودت شد', 'عودت‌شده', 'برگشت'],
  block: ['مانع', 'اعلام مانع', 'ثبت مانع'],
  unblock: ['رفع مانع', 'برطرف شدن مانع'],
  reopen: ['بازگشایی', 'بازگشودن', 'باز کردن دوباره'],
  undo: ['برگرداندن تصمیم', 'بازگرداندن تصمیم', 'لغو تصمیم', 'پس گرفتن تصمیم', 'واگرد'],
  exempt: ['معافیت', 'معاف', 'معاف کردن'],
  lift_exemption: ['لغو معافیت', 'برداشتن معافیت', 'پایان معافیت'],
  extend: ['تمدید', 'تمدید مهلت'],
  check_in: ['گزارش بدون تغییر', 'بدون تغییر'],
  objection: ['اعتراض'],
  objection_answer: ['پاسخ اعتراض'],
  request: ['درخواست'],
  request_answer: ['پاسخ درخواست'],
  contact_changed: ['تغییر نشانی تماس'],
  letter_sent: ['ارسال نامه', 'نامهٔ فرمانداری', 'نامه فرستاده شد', 'نامه ارسالی'],
  paper_received: ['دریافت کاغذ', 'دریافت برگهٔ کاغذی', 'دریافت برگه', 'دریافت فرم کاغذی', 'برگه دریافتی'],
};

const CAUSE_WORDS: Record<(typeof BLOCK_CAUSES)[number], readonly string[]> = {
  no_telecom_coverage: ['نبود پوشش مخابراتی', 'پوشش مخابراتی', 'نبود پوشش'],
  no_budget: ['نبود بودجه', 'کمبود بودجه', 'بودجه', 'نبود اعتبار', 'کمبود اعتبار'],
  no_equipment: ['نبود تجهیزات', 'کمبود تجهیزات', 'تجهیزات'],
  no_staff: ['نبود نیرو', 'کمبود نیرو', 'نیروی انسانی', 'کمبود نیروی انسانی', 'نبود نیروی انسانی'],
  no_premises: ['نبود محل', 'نبود مکان', 'محل', 'نبود فضا', 'نبود محل مناسب'],
  waiting_parent_agency: [
    'انتظار دستگاه بالادست',
    'در انتظار دستگاه بالادست',
    'دستگاه بالادست',
    'انتظار دستگاه مادر',
    'در انتظار اداره کل',
    'اداره کل',
  ],
  waiting_governorate: ['انتظار فرمانداری', 'در انتظار فرمانداری', 'فرمانداری'],
  technical_failure: ['اشکال فنی', 'خرابی فنی', 'نقص فنی', 'فنی'],
  legal: ['مانع حقوقی', 'حقوقی', 'مانع قانونی', 'قانونی'],
  other: ['سایر', 'دیگر', 'علت دیگر'],
};

const TURN_WORDS: Record<(typeof TURNS)[number], readonly string[]> = {
  body: ['دستگاه', 'خود دستگاه'],
  governorate: ['فرمانداری'],
  parent_agency: ['دستگاه بالادست', 'دستگاه مادر', 'اداره کل', 'سازمان بالادست'],
  telecom: ['مخابرات'],
  province: ['استانداری', 'استان'],
  unknown: ['نامعلوم', 'نامشخص'],
};

const AREA_KIND_WORDS: Record<(typeof AREA_KINDS)[number], readonly string[]> = {
  county: ['شهرستان'],
  district: ['بخش'],
  rural_district: ['دهستان'],
  city: ['شهر'],
  locality: ['آبادی', 'روستا', 'ابادی'],
};

const MOST_SPELLINGS = 500;

/** Finds the code of a vocabulary behind a word; null if nobody knows the word. */
export type WordReader<T extends string> = (text: string) => T | null;

function wordReader<T extends string>(
  codes: readonly T[],
  words: Partial<Record<T, readonly string[]>>,
): WordReader<T> {
  const byKey = new Map<string, T>();
  for (const code of codes) {
    for (const word of [code, ...(words[code] ?? [])]) byKey.set(matchKey(word), code);
  }
  // A table says the same few words in thousands of rows.
  const known = new Map<string, T | null>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const code = byKey.get(matchKey(text)) ?? null;
    if (known.size < MOST_SPELLINGS) known.set(text, code);
    return code;
  };
}

export const readCategory = wordReader(BODY_CATEGORIES, CATEGORY_WORDS);
export const readEventKind = wordReader(EVENT_KINDS, EVENT_WORDS);
export const readCause = wordReader(BLOCK_CAUSES, CAUSE_WORDS);
export const readTurn = wordReader(TURNS, TURN_WORDS);
export const readAreaKind = wordReader(AREA_KINDS, AREA_KIND_WORDS);
export const readMilestoneActor = wordReader(MILESTONE_ACTORS, { body: ['دستگاه'], governorate: ['فرمانداری'] });
export const readBasis = wordReader(BASES, {
  source: ['متن منتشرشده', 'متن مصوب', 'منبع'],
  inference: ['پیشنهاد فرمانداری', 'پیشنهاد', 'استنباط'],
});
export const readEvidenceKind = wordReader(EVIDENCE_KINDS, {
  letter: ['نامه'],
  url: ['نشانی', 'نشانی صفحه'],
  photo: ['عکس'],
  file: ['فایل', 'پرونده'],
});
export const readDirection = wordReader(INDICATOR_DIRECTIONS, {
  higher_is_better: ['بیشتر بهتر است', 'بیشتر بهتر'],
  lower_is_better: ['کمتر بهتر است', 'کمتر بهتر'],
});

export const readSurveyFeed = wordReader(SURVEY_FEEDS, {
  ease: ['سهولت'],
  transparency: ['شفافیت'],
  integrity: ['سلامت'],
  go_between: ['واسطه'],
});

const YES = new Set(['1', 'yes', 'true', 'y', 'بلی', 'بله', 'دارد', 'آری', 'هست'].map(matchKey));
const NO = new Set(['0', 'no', 'false', 'n', 'خیر', 'نه', 'ندارد', 'نیست'].map(matchKey));

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ImportProblem };

const good = <T>(value: T): Read<T> => ({ ok: true, value });
const bad = <T>(problem: ImportProblem): Read<T> => ({ ok: false, problem });

/** «دارد», «۱», «بلی», yes … are yes; «ندارد», «خیر», 0 … are no; an empty cell says nothing (null). */
export function readYesNo(text: string): Read<boolean | null> {
  const key = matchKey(text);
  if (key === '') return good<boolean | null>(null);
  if (YES.has(key)) return good<boolean | null>(true);
  if (NO.has(key)) return good<boolean | null>(false);
  return bad({ reason: 'bad_yes_no', value: text });
}

/** A code of letters, digits, dash, dot or underscore, in capitals and Latin digits; null for an empty cell. */
export function readCode(text: string): Read<string | null> {
  const code = toLatinDigits(normaliseForStore(text))
    .replace(/\s*([-–_.])\s*/g, '$1')
    .toUpperCase();
  if (code === '') return good<string | null>(null);
  return /^[\p{L}\p{N}][\p{L}\p{N}\u200c._-]{0,39}$/u.test(code)
    ? good<string | null>(code)
    : bad({ reason: 'bad_code', value: text });
}

/** Official codes are text of digits. A code that Excel turned into `2.2E+15` has lost digits and is refused. */
export function readOfficialCode(text: string): Read<string | null> {
  const code = toLatinDigits(normaliseForStore(text)).replace(/[\s\u200c]/g, '');
  if (code === '') return good<string | null>(null);
  return /^\d{2,20}$/.test(code) ? good<string | null>(code) : bad({ reason: 'bad_official_code', value: text });
}

export function readPositiveNumber(text: string): Read<number> {
  const digits = toLatinDigits(text).trim().replace('٫', '.');
  if (!/^\d+(\.\d+)?$/.test(digits)) return bad({ reason: 'bad_number', value: text });
  const value = Number(digits);
  return value > 0 && Number.isFinite(value) ? good(value) : bad({ reason: 'not_positive', value: text });
}

export function readDate(text: string, lenient: boolean): Read<{ day: CivilDate; isLenient: boolean; shown: string }> {
  const parsed = parseJalaliDate(text, { lenient });
  if (parsed.ok) return good({ day: parsed.date, isLenient: parsed.isLenient, shown: formatJalali(parsed.date) });
  return bad({ reason: 'bad_date', value: text, failure: parsed });
}

/** A Jalali month `1397/06`; answered as `1397-06`. */
export function readMonth(text: string): Read<string> {
  const match = /^(1[345]\d\d)[/-](\d{1,2})$/.exec(toLatinDigits(text).trim());
  const month = Number(match?.[2]);
  if (!match?.[1] || month < 1 || month > 12) return bad({ reason: 'bad_month', value: text });
  return good(`${match[1]}-${String(month).padStart(2, '0')}`);
}
