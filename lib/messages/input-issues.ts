import { isCivilDate } from '@/lib/calendar/civil-date';
import type { JalaliParseFailure } from '@/lib/calendar/jalali';
import { formatDayMonthYear } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { LIST_SENTENCES } from './admin-lists';
import { joinWords } from './common';
import { describeDateFailure } from './dates';
import { DESK_SENTENCES } from './desk-checks';
import { READING_SENTENCES } from './indicators';
import { VISIT_SENTENCES } from './inspections';
import { LETTERS } from './letters';
import { SURVEY_SENTENCES } from './survey';

type Details = Readonly<Record<string, unknown>>;

/** What a field is called in a sentence. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  username: 'نام کاربری',
  name: 'نام',
  password: 'گذرواژه',
  currentPassword: 'گذرواژهٔ کنونی',
  newPassword: 'گذرواژهٔ تازه',
  note: 'توضیح',
  reason: 'دلیل',
  contact: 'تماس',
  phone: 'تلفن',
  letterNumber: 'شمارهٔ نامه',
  letterOn: 'تاریخ نامه',
  url: 'نشانی صفحه',
  uploadId: 'فایل',
  evidence: 'مستند',
  occurredOn: 'تاریخ انجام',
  dueOn: 'موعد تازه',
  fromOn: 'روز آغاز',
  untilOn: 'روز پایان',
  onDay: 'روز تحویل',
  cause: 'علت مانع',
  turn: 'نوبت اقدام',
  asOf: 'تاریخ',
  from: 'روز آغاز',
  to: 'روز پایان',
  track: 'محور',
  trackCode: 'محور',
  deadline: 'مهلت',
  district: 'بخش',
  districtCode: 'بخش',
  scopeDistrictCodes: 'بخش‌ها',
  category: 'نوع دستگاه',
  body: 'دستگاه',
  bodyCodes: 'دستگاه‌ها',
  bodies: 'دستگاه‌ها',
  answerBy: 'روز پاسخ',
  role: 'نقش',
  programme: 'برنامه',
  text: 'متن تصمیم',
  owner: 'مسئول',
  meetingOn: 'تاریخ جلسه',
  promisedOn: 'تاریخ وعده',
  milestone: 'گام',
  outcome: 'نتیجه',
  remarks: 'سخن معاون',
  registryNumber: 'شمارهٔ دبیرخانه',
  registeredOn: 'تاریخ ثبت',
  month: 'ماه',
  indicator: 'شاخص',
  hosts: 'میزبان‌های مجاز',
  ranges: 'شبکه‌های داخلی مجاز',
  visitedOn: 'روز بازدید',
  inspectorPost: 'سمت بازدیدکننده',
  deskPost: 'سمت متصدی میز',
  photos: 'عکس‌ها',
};

const SENTENCES: Readonly<Record<string, (details: Details, field: string) => string>> = {
  ...READING_SENTENCES,
  ...LIST_SENTENCES,
  ...SURVEY_SENTENCES,
  ...DESK_SENTENCES,
  ...VISIT_SENTENCES,
  required: (_, field) => `${field} را بنویسید.`,
  missing: (_, field) => `${field} را بنویسید.`,
  too_short: ({ field }, label) =>
    isPassword(field) ? 'گذرواژه کوتاه است؛ دست‌کم ۱۰ نویسه بنویسید.' : `${label} کوتاه است.`,
  too_long: ({ field, max }, label) =>
    isPassword(field)
      ? 'گذرواژه از ۱۲۸ نویسه بلندتر است.'
      : `${label} بلند است${typeof max === 'number' ? `؛ حداکثر ${formatInteger(max)} نویسه` : ''}. آن را کوتاه کنید.`,
  contains_username: () => 'نام کاربری نباید در گذرواژه باشد.',
  too_common: () => 'این گذرواژه را بسیاری به کار می‌برند؛ گذرواژهٔ دیگری برگزینید.',
  too_few_characters: () => 'گذرواژه از نویسه‌های بسیار کمی ساخته شده است.',
  same_as_before: () => 'گذرواژهٔ تازه با گذرواژهٔ کنونی یکی است.',
  username_shape: () => 'نام کاربری ۳ تا ۴۰ نویسه است: حرف، رقم، نقطه، خط تیره.',
  username_taken: () => 'این نام کاربری از آنِ دیگری است؛ نام دیگری برگزینید.',
  not_a_liaison: () => 'تنها برای رابط می‌توان دستگاه برگزید.',
  not_an_expert: () => 'این گزینه تنها برای کارشناس فرمانداری است.',
  no_such_body: ({ codes }) => `دستگاهی با این کد نیست: ${listOf(codes)}.`,
  no_such_district: ({ codes }) => `بخشی با این کد نیست: ${listOf(codes)}.`,
  before_today: (_, field) => `${field} نمی‌تواند پیش از امروز باشد.`,
  after_today: (_, field) => `${field} نمی‌تواند پس از امروز باشد.`,
  until_before_from: () => 'روز پایان پیش از روز آغاز است.',
  too_many: ({ max }) =>
    typeof max === 'number' ? `بیش از ${formatInteger(max)} مورد پذیرفته نمی‌شود.` : 'بیش از این پذیرفته نمی‌شود.',
  not_an_address: () => 'نشانی را کامل بنویسید؛ مانند https://example.ir.',
  unknown_upload: () => 'فایل روی سرور یافت نشد. لطفاً آن را دوباره بفرستید.',
  not_a_photo: () => 'این فایل عکس نیست. عکس JPG یا PNG بفرستید.',
  not_expected: () => 'این کار مستند نمی‌خواهد.',
  already_there: () => 'همین دلیل برای همین محور در فهرست هست.',
  last_one: () => 'دست‌کم یک دلیل باید بماند. آن را تغییر دهید یا نخست دلیل دیگری بیفزایید.',
  no_such_reason: () => 'این دلیل دیگر در فهرست نیست. صفحه را تازه کنید.',
  no_such_body_name: ({ names }) =>
    isEmptyList(names)
      ? 'دستگاهی با این نام یا کد نیست.'
      : `دستگاهی با این نام نیست. شاید یکی از این‌ها: ${listOf(names)}.`,
  several_bodies: ({ names, count }) =>
    `${typeof count === 'number' ? formatInteger(count) : 'چند'} دستگاه با این نوشته می‌خواند؛ کد یا نام کامل را بنویسید: ${listOf(names)}.`,
  milestone_needs_body: () => 'گام از آنِ یک دستگاه است؛ دستگاه را هم بنویسید.',
  not_of_body: ({ bodyName }) =>
    `این گام برای ${typeof bodyName === 'string' ? bodyName : 'این دستگاه'} نیست. گام دیگری برگزینید یا آن را خالی بگذارید.`,
  before_programme: (_, field) => `${field} پیش از آغاز برنامه است.`,
  before_issue: ({ issuedOn }, field) =>
    `${field} نمی‌تواند پیش از روز صدور${typeof issuedOn === 'string' && isCivilDate(issuedOn) ? `، ${formatDayMonthYear(issuedOn)}،` : ''} باشد.`,
  before_meeting: (_, field) => `${field} نمی‌تواند پیش از روز جلسه باشد.`,
  promise_not_due: ({ promisedOn }) =>
    `وعده تا پایان ${typeof promisedOn === 'string' && isCivilDate(promisedOn) ? formatDayMonthYear(promisedOn) : 'روز خود'} فرصت دارد. اگر دیگر لازم نیست، «منتفی شد» را برگزینید.`,
  nothing_to_reopen: () => 'نتیجه‌ای ثبت نشده است که پس گرفته شود.',
  same_outcome: () => 'همین نتیجه با همین تاریخ پیش‌تر ثبت شده است.',
  reason_missing: () => 'دلیل را بنویسید؛ جلسه و گزارش هفتگی آن را نشان می‌دهند.',
  no_such_liaison: () => 'رابطی با این نام کاربری نیست.',
  same_liaison: () => 'رابط دیگری را برگزینید.',
  liaison_closed: () => 'حساب این رابط بسته است. نخست آن را باز کنید.',
  nothing_to_hand_over: () => 'این رابط دستگاهی ندارد که تحویل دهد.',
  nothing_on_paper: () => 'دست‌کم یک گام را تیک بزنید، یا «بدون تغییر» را.',
  evidence_of_step: ({ title, kinds }) =>
    `گام «${String(title)}» ${Array.isArray(kinds) && kinds.includes('url') ? 'نشانی صفحه' : 'تصویر یا فایل برگه'} می‌خواهد.`,
  signed_paper_missing: () => 'برگهٔ امضاشدهٔ دستگاه را پیوست کنید.',
  answer_not_ahead: () => LETTERS.answerProblem.past,
  answer_too_far: () => LETTERS.answerProblem.far,
  answer_on_holiday: () => LETTERS.answerProblem.off,
  no_recipient: () => LETTERS.chooseSome,
  coordination_only: ({ bodyName }) => LETTERS.isCoordination(String(bodyName)),
  waits_for_us: ({ bodyName }) => LETTERS.isOurs(String(bodyName)),
};

function isDateFailure(value: unknown): value is JalaliParseFailure {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'reason' in value;
}

/** One wrong field as a sentence that says how to put it right. */
export function describeInputIssue(details: Details): string {
  const { field, reason, value, failure } = details;
  if (isDateFailure(failure)) return describeDateFailure(failure);
  const label = (typeof field === 'string' && FIELD_LABELS[field]) || 'این مورد';
  const sentence = typeof reason === 'string' ? SENTENCES[reason] : undefined;
  if (sentence) return sentence(details, label);
  const shown = typeof value === 'string' && isCivilDate(value) ? formatDayMonthYear(value) : value;
  return typeof shown === 'string' && shown !== ''
    ? `${label} «${shown}» پذیرفته نشد. لطفاً آن را بازبینی کنید.`
    : `${label} پذیرفته نشد. لطفاً آن را بازبینی کنید.`;
}

/** A sentence for every wrong field of an `invalid_input`, by the name of the field; the first reason of a field counts. */
export function fieldSentences(details: Details): Record<string, string> {
  const issues = Array.isArray(details['issues']) ? details['issues'] : [details];
  const sentences: Record<string, string> = {};
  for (const issue of issues) {
    if (typeof issue !== 'object' || issue === null) continue;
    const record: Details = Object.fromEntries(Object.entries(issue));
    const field = record['field'];
    if (typeof field === 'string' && sentences[field] === undefined) sentences[field] = describeInputIssue(record);
  }
  return sentences;
}

function isPassword(field: unknown): boolean {
  return typeof field === 'string' && field.toLowerCase().includes('password');
}

function isEmptyList(value: unknown): boolean {
  return !Array.isArray(value) || value.length === 0;
}

function listOf(codes: unknown): string {
  return Array.isArray(codes) ? joinWords(codes.map(String)) : '';
}
