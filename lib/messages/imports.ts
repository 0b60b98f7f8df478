import type { ImportColumn, ImportProblem, ImportWarning, RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { formatInteger } from '@/lib/format/numbers';
import { toPersianDigits } from '@/lib/text/digits';
import { joinWords } from './common';
import { describeDateFailure } from './dates';
import { describeError } from './errors';
import { READING_SENTENCES } from './indicators';
import {
  AREA_KIND_LABELS,
  BASIS_LABELS,
  BLOCK_CAUSE_LABELS,
  BODY_CATEGORY_LABELS,
  EVENT_KIND_LABELS,
  EVIDENCE_KIND_LABELS,
  INDICATOR_DIRECTION_LABELS,
  MILESTONE_ACTOR_LABELS,
  TURN_LABELS,
} from './vocabulary';

/** Stands as the actor of imported events, in the history and on paper. */
export const IMPORT_ACTOR_NAME = 'ورود از فایل';

/** Headings of the columns, as the office writes them; also the headings of exported tables. */
export const IMPORT_COLUMN_LABELS: Record<ImportColumn, string> = {
  code: 'شناسه',
  name: 'نام دستگاه',
  category: 'نوع دستگاه',
  district: 'بخش',
  ruralDistrict: 'دهستان',
  officialCode: 'کد آماری',
  providesPublicService: 'خدمت مستقیم به مردم',
  phone: 'تلفن',
  remarks: 'ملاحظات',
  existenceBasis: 'مبنای وجود',
  weight: 'وزن',
  existsFrom: 'تاریخ آغاز به کار',
  dissolvedOn: 'تاریخ انحلال',
  coordinationOnly: 'هماهنگی',
  milestone: 'گام',
  event: 'رویداد',
  occurredOn: 'تاریخ وقوع',
  recordedOn: 'تاریخ ثبت',
  note: 'یادداشت',
  cause: 'علت',
  turn: 'نوبت',
  dueOn: 'موعد',
  title: 'عنوان',
  shortTitle: 'عنوان کوتاه',
  legalReference: 'مستند قانونی',
  county: 'کد شهرستان',
  start: 'آغاز',
  end: 'پایان',
  baselineMonth: 'ماه پایه',
  deadline: 'مهلت',
  deadlineSource: 'منبع مهلت',
  track: 'محور',
  position: 'ترتیب',
  guidance: 'راهنما',
  evidenceText: 'مستند',
  evidenceKinds: 'نوع مستند',
  actor: 'مجری',
  due: 'موعد',
  appliesTo: 'مشمولان',
  basis: 'مبنا',
  validFrom: 'معتبر از',
  areaKind: 'نوع',
  parent: 'کد بالادست',
  population: 'جمعیت',
  day: 'تاریخ',
  isoDay: 'تاریخ میلادی',
  isHoliday: 'تعطیل',
  points: 'امتیاز',
  isCritical: 'تعیین‌کننده',
  contradicts: 'گام‌های نقض‌شده',
  axis: 'شناسهٔ محور',
  axisTitle: 'محور',
  text: 'گویه',
  isReversed: 'وارونه',
  feeds: 'شاخص‌ها',
  phrases: 'عبارت‌ها',
  mapColumn: 'ستون نقشه',
  mapRow: 'ردیف نقشه',
  formula: 'فرمول',
  unit: 'یکا',
  direction: 'جهت',
  indicator: 'شاخص',
  month: 'ماه',
  numerator: 'صورت',
  denominator: 'مخرج',
  value: 'مقدار',
};

const WORD_LABELS: Readonly<Record<string, string>> = {
  ...AREA_KIND_LABELS,
  ...BASIS_LABELS,
  ...BLOCK_CAUSE_LABELS,
  ...EVENT_KIND_LABELS,
  ...EVIDENCE_KIND_LABELS,
  ...INDICATOR_DIRECTION_LABELS,
  ...MILESTONE_ACTOR_LABELS,
  ...TURN_LABELS,
  ...BODY_CATEGORY_LABELS,
};

const row = (sheetRow: number) => `ردیف ${toPersianDigits(sheetRow)}`;
const date = (jalali: string) => toPersianDigits(jalali);
const quote = (text: string) => `«${text}»`;
const columns = (list: readonly ImportColumn[]) => joinWords(list.map((each) => quote(IMPORT_COLUMN_LABELS[each])));
const MOST_NAMED = 12;

/** Names as many as a sentence can carry. */
function listed(values: readonly string[]): string {
  if (values.length <= MOST_NAMED) return joinWords(values.map(quote));
  return `${values.slice(0, MOST_NAMED).map(quote).join('، ')} و ${formatInteger(values.length - MOST_NAMED)} مورد دیگر`;
}

/** What is wrong with a row, and what to do about it; without the number of the row. */
export function describeImportProblem(problem: ImportProblem, column: ImportColumn | null = null): string {
  const field = column === null ? 'این خانه' : quote(IMPORT_COLUMN_LABELS[column]);
  switch (problem.reason) {
    case 'required':
      return `${field} خالی است؛ آن را بنویسید.`;
    case 'too_long':
      return `${field} بلند است؛ حداکثر ${formatInteger(problem.limit)} نویسه.`;
    case 'unknown_word':
      return `${field}: ${quote(problem.value)} شناخته نشد. یکی از این‌ها را بنویسید: ${listed(problem.known.map((word) => WORD_LABELS[word] ?? word))}.`;
    case 'bad_code':
      return `شناسهٔ ${quote(problem.value)} پذیرفته نیست؛ تنها حرف، رقم، خط تیره و نقطه، بی‌فاصله.`;
    case 'bad_number':
      return `${field}: ${quote(problem.value)} عدد نیست.`;
    case 'not_positive':
      return `${field} باید بیش از صفر باشد.`;
    case 'bad_yes_no':
      return `${field}: ${quote(problem.value)} روشن نیست؛ «دارد» یا «ندارد» بنویسید.`;
    case 'bad_official_code':
      return `کد آماری ${quote(problem.value)} تنها از رقم ساخته نشده است؛ ستون را در اکسل به شکل متن درآورید و کد را کامل بنویسید.`;
    case 'bad_month':
      return `${field}: ${quote(problem.value)} ماه نیست؛ سال و ماه را با خط مورب میان آن‌ها بنویسید.`;
    case 'bad_date':
      return `${field}: ${quote(problem.value)} پذیرفته نیست. ${describeDateFailure(problem.failure)}`;
    case 'date_not_the_same':
      return `تاریخ میلادی ${problem.value} با تاریخ شمسی همین ردیف (${problem.other}) یکی نیست.`;
    case 'unknown_district':
      return `بخش ${quote(problem.value)} شناخته نشد. بخش‌های شهرستان: ${listed(problem.known)}.`;
    case 'unknown_rural_district':
      return `دهستان ${quote(problem.value)} شناخته نشد.${problem.known.length > 0 ? ` دهستان‌های این بخش: ${listed(problem.known)}.` : ''}`;
    case 'rural_district_elsewhere':
      return `دهستان ${quote(problem.value)} در بخش ${quote(problem.district)} نیست؛ بخش یا دهستان را درست کنید.`;
    case 'several_areas':
      return `${quote(problem.value)} نام چند محدوده است (${joinWords(problem.codes)})؛ کد آن را بنویسید.`;
    case 'official_code_repeated':
      return `کد آماری ${problem.value} در ${row(problem.sheetRow)} برای ${problem.code} آمده است؛ هر کد از آنِ یک دستگاه است.`;
    case 'official_code_taken':
      return `کد آماری ${problem.value} از آنِ ${quote(problem.name)} (${problem.code}) است.`;
    case 'contradicts_row':
      return `همین دستگاه در ${row(problem.sheetRow)} با ${columns(problem.columns)} دیگری آمده است؛ یکی از دو ردیف را درست کنید.`;
    case 'same_body_twice':
      return `این دستگاه همان ${problem.code} در ${row(problem.sheetRow)} است، با شناسه‌ای دیگر؛ یکی از دو ردیف را بردارید.`;
    case 'several_bodies':
      return `${quote(problem.value)} نام چند دستگاه است (${joinWords(problem.codes)})؛ شناسه را بنویسید.`;
    case 'code_missing':
      return 'این دستگاه تازه است و شناسه ندارد؛ شناسه‌ای برایش بنویسید.';
    case 'dissolved_before_founded':
      return 'تاریخ انحلال باید پس از آغاز به کار باشد.';
    case 'repeated_code':
      return `شناسهٔ ${quote(problem.value)} در ${row(problem.sheetRow)} نیز آمده است.`;
    case 'one_programme_only':
      return 'این فایل تنها یک ردیف دارد: یک برنامه.';
    case 'unknown_track':
      return `محور ${quote(problem.value)} در فایل محورها نیست. محورها: ${listed(problem.known)}.`;
    case 'unknown_parent':
      return `محدودهٔ بالادست ${quote(problem.value)} در فایل نیست.`;
    case 'unknown_county':
      return `شهرستانی با کد ${quote(problem.value)} در فایل محدوده‌ها نیست.`;
    case 'order_of_days':
      return `${columns([problem.later])} باید پس از ${columns([problem.earlier])} باشد.`;
    case 'due_before_start':
      return `موعد ${date(problem.due)} پیش از آغاز محور ${problem.track} (${date(problem.start)}) است.`;
    case 'moved_to_other_track':
      return `گام ${quote(problem.value)} از آنِ محور ${problem.track} است و جابه‌جا نمی‌شود؛ برای گام تازه شناسهٔ تازه بنویسید.`;
    case 'unknown_body':
      return `دستگاهی با شناسهٔ ${quote(problem.value)} نیست؛ نخست فهرست دستگاه‌ها را بارگذاری کنید.`;
    case 'unknown_milestone':
      return `گام ${quote(problem.value)} در برنامه نیست.`;
    case 'several_milestones':
      return `گام ${quote(problem.value)} در چند برنامه هست؛ به شکل «${problem.programmes[0] ?? ''}:${problem.value}» بنویسید.`;
    case 'milestone_not_for_body':
      return `گام ${quote(problem.value)} برای دستگاه ${problem.code} نیست.`;
    case 'milestone_not_wanted':
      return `${quote(WORD_LABELS[problem.event] ?? problem.event)} دربارهٔ دستگاه است؛ خانهٔ گام را خالی بگذارید.`;
    case 'event_not_importable':
      return `${quote(WORD_LABELS[problem.event] ?? problem.event)} از فایل خوانده نمی‌شود؛ آن را در سامانه ثبت کنید.`;
    case 'body_did_not_exist':
      return `دستگاه ${problem.code} در ${date(problem.day)} هنوز ثبت نشده بود یا دیگر نبود.`;
    case 'recorded_out_of_order':
      return `تاریخ ثبت ${date(problem.day)} پیش از ردیف بالاتر (${date(problem.previous)}) است؛ ردیف‌ها را به ترتیب ثبت بچینید.`;
    case 'recorded_before_newest':
      return `تاریخ ثبت ${date(problem.day)} پیش از آخرین رویداد ثبت‌شده (${date(problem.newest)}) است؛ گذشته تغییر نمی‌کند.`;
    case 'recorded_before_edition':
      return `تاریخ ثبت ${date(problem.day)} پیش از صدور گزارش شمارهٔ ${formatInteger(problem.number)} (${date(problem.issuedOn)}) است؛ گزارش صادرشده تغییر نمی‌کند.`;
    case 'recorded_before_programme':
      return `تاریخ ثبت ${date(problem.day)} پیش از آغاز برنامه (${date(problem.start)}) است.`;
    case 'recorded_in_future':
      return `تاریخ ثبت ${date(problem.day)} پس از امروز (${date(problem.today)}) است.`;
    case 'occurred_after_recorded':
      return 'تاریخ وقوع پس از تاریخ ثبت است.';
    case 'unknown_body_word':
      return `دستگاهی با نام یا شناسهٔ ${quote(problem.value)} نیست.`;
    case 'not_yours_to_report':
      return `شاخص‌های ${quote(problem.value)} را شما ثبت نمی‌کنید؛ این ردیف را بردارید.`;
    case 'month_out_of_range':
      return READING_SENTENCES['month_out_of_range']?.({ from: problem.from, to: problem.to }) ?? '';
    case 'reading':
      return problem.sentence;
    case 'reading_twice':
      return `همین شاخص و ماه در ${row(problem.sheetRow)} با عددی دیگر آمده است؛ یکی از دو ردیف را بردارید.`;
    case 'illegal_transition':
      return describeError({ code: 'illegal_transition', details: { ...problem.refusal } }).message;
  }
}

/** What the reader should know of a row that is taken in all the same. */
export function describeImportWarning(warning: ImportWarning): string {
  switch (warning.reason) {
    case 'lenient_date':
      return `تاریخ ${quote(warning.value)} به شکل ${date(warning.read)} خوانده شد.`;
    case 'repeat_differs':
      return `این ردیف ${row(warning.sheetRow)} را تکرار می‌کند، با ${columns(warning.columns)} دیگری؛ آنچه در ${row(warning.sheetRow)} آمده می‌ماند.`;
    case 'known_under_other_code':
      return `این دستگاه با شناسهٔ ${warning.code} ثبت است؛ شناسهٔ ${quote(warning.value)} جای آن را نمی‌گیرد.`;
    case 'official_code_elsewhere':
      return `کد آماری ${warning.value} از بخش ${quote(warning.district)} نیست؛ آن را بازبینی کنید.`;
    case 'not_in_file':
      return `${formatInteger(warning.codes.length)} مورد ثبت‌شده در فایل نیست و دست‌نخورده می‌ماند: ${listed(warning.codes)}.`;
    case 'due_outside_track':
      return `موعد ${date(warning.due)} پس از مهلت محور (${date(warning.deadline)}) است.`;
    case 'no_holidays':
      return 'فایل تعطیلات (holidays-*.csv) نیست؛ روزهای کاری بی تعطیلات شمرده می‌شود.';
  }
}

/** A problem with its place, for people: «ردیف ۲۲۲، «نوع دستگاه»: …». */
export function describeRowProblem(problem: RowProblem): string {
  const place = problem.file === undefined ? row(problem.sheetRow) : `${problem.file}، ${row(problem.sheetRow)}`;
  return `${place}: ${describeImportProblem(problem.problem, problem.column)}`;
}

export function describeRowWarning({ file, sheetRow, warning }: RowWarning): string {
  const place = [file, sheetRow === null ? undefined : row(sheetRow)].filter((part) => part !== undefined).join('، ');
  const sentence = describeImportWarning(warning);
  return place === '' ? sentence : `${place}: ${sentence}`;
}

/** The label of a code of any vocabulary that columns hold, else the value itself. */
export function importValueLabel(value: string | number | boolean | null): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? 'دارد' : 'ندارد';
  return WORD_LABELS[String(value)] ?? toPersianDigits(value);
}

/** Names of exported tables and of the columns that no import knows. */
export const EXPORT_WORDS = {
  onPaper: 'از روی کاغذ',
  isOnPaper: 'بله',
  bodies: 'دستگاه‌ها',
  progress: 'پیشرفت',
  events: 'رویدادها',
  about: 'شرح',
  yes: 'دارد',
  no: 'ندارد',
  status: 'وضعیت',
  planned: 'برنامه‌ای',
  claimed: 'اعلام‌شده',
  verified: 'تأییدشده',
  silentDays: 'روزهای بی‌گزارش',
  key: 'کلید',
  label: 'گروه',
  bodyCount: 'شمار دستگاه',
  bodyTracks: 'شمار دستگاه در محور',
  spi: 'شاخص پیشرفت (SPI)',
  earnedSchedule: 'زمان کسب‌شده (هفته)',
  actualTime: 'زمان گذشته (هفته)',
  spiT: 'شاخص زمان (SPI(t))',
  forecastFinish: 'پایان پیش‌بینی‌شده',
  deadline: 'مهلت',
  calendarDaysLeft: 'روز مانده',
  workingDaysLeft: 'روز کاری مانده',
  requiredPerWeek: 'گام لازم در هفته',
  recentPerWeek: 'گام اخیر در هفته',
  actor: 'ثبت‌کننده',
  programme: 'برنامه',
  eventNumber: 'شمارهٔ رویداد',
} as const;
