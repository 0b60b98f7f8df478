import { isCivilDate } from '@/lib/calendar/civil-date';
import { EVENT_KINDS, EVIDENCE_KINDS, MILESTONE_EVENTS, MILESTONE_STATES, ROLES } from '@/lib/domain/vocabulary';
import type { AppError, ErrorCode } from '@/lib/errors';
import { formatDayMonthYear } from '@/lib/format/dates';
import { formatBytes, formatInteger } from '@/lib/format/numbers';
import { toPersianDigits } from '@/lib/text/digits';
import { joinWords } from './common';
import { DESK_CONFLICTS } from './desk-checks';
import { fieldSentences } from './input-issues';
import { EVENT_KIND_LABELS, EVIDENCE_KIND_LABELS, MILESTONE_STATE_LABELS, ROLE_LABELS } from './vocabulary';

/** An `AppError`, or what travelled of one. */
export type DescribableError = Pick<AppError, 'code' | 'details'>;

export interface ErrorDescription {
  /** What did not happen. */
  readonly title: string;
  /** Why, and what to do next. */
  readonly message: string;
}

type Details = DescribableError['details'];

/** Every expected failure as a title and a sentence with the next step. */
export function describeError({ code, details }: DescribableError): ErrorDescription {
  return DESCRIPTIONS[code](details);
}

/** The title and the sentence in one line, for forms and notes. */
export function describeErrorInline(error: DescribableError): string {
  const { title, message } = describeError(error);
  return `${title} ${message}`;
}

/** A fault of the program; the page adds the number under which it stands in the log. */
export const UNEXPECTED_ERROR: ErrorDescription = {
  title: 'این کار انجام نشد.',
  message: 'خطا از سامانه است، نه از شما. لطفاً دوباره تلاش کنید؛ اگر باز هم نشد، کد پیگیری را به راهبر سامانه بدهید.',
};

const DESCRIPTIONS: Readonly<Record<ErrorCode, (details: Details) => ErrorDescription>> = {
  not_found: () => ({
    title: 'این مورد یافت نشد.',
    message: 'نشانی درست نیست یا دسترسی شما آن را در بر نمی‌گیرد. برای دسترسی با راهبر سامانه تماس بگیرید.',
  }),
  signed_out: () => ({
    title: 'نشست شما پایان یافته است.',
    message: 'لطفاً دوباره وارد شوید؛ آنچه نوشته‌اید نگه‌داری شده است.',
  }),
  forbidden: ({ reason }) =>
    reason === 'must_change_password'
      ? {
          title: 'نخست گذرواژهٔ خود را تغییر دهید.',
          message: 'با گذرواژهٔ موقت جز تغییر آن کاری نمی‌توان کرد.',
        }
      : {
          title: 'این کار در اختیار شما نیست.',
          message: 'اگر به آن نیاز دارید، با راهبر سامانه تماس بگیرید.',
        },
  invalid_input: (details) => ({
    title: 'ورودی درست نیست.',
    message: Object.values(fieldSentences(details)).join(' ') || 'لطفاً آن را بازبینی کنید.',
  }),
  illegal_transition: (details) => ({
    title: 'این کار ثبت نشد.',
    message: describeRefusal(asDetails(details['refusal']) ?? details),
  }),
  conflict: (details) => ({
    title: 'این کار ثبت نشد.',
    message: describeConflict(details),
  }),
  as_of_out_of_range: ({ from, to }) => ({
    title: 'این روز در دامنهٔ گزارش نیست.',
    message: `روزی از ${day(from, 'آغاز برنامه')} تا ${day(to, 'امروز')} را برگزینید.`,
  }),
  read_only_clock: ({ today, newestRecordedOn }) => ({
    title: 'سامانه اکنون تنها خوانده می‌شود.',
    message: `ساعت رایانه ${day(today, 'امروز')} را نشان می‌دهد، ولی ثبت‌هایی تا ${day(newestRecordedOn, 'پس از آن')} هست. راهبر سامانه تاریخ رایانه را درست کند؛ چیزی از دست نرفته است.`,
  }),
  too_many_attempts: (details) => ({
    title: 'چند بار پیاپی تلاش شد.',
    message: `${waitSentence(details)} اگر گذرواژه را فراموش کرده‌اید، با راهبر سامانه تماس بگیرید.`,
  }),
  wrong_credentials: ({ field, attemptsLeft }) =>
    field === 'currentPassword'
      ? { title: 'گذرواژهٔ کنونی درست نیست.', message: `لطفاً آن را دوباره بنویسید.${attemptsSentence(attemptsLeft)}` }
      : {
          title: 'نام کاربری یا گذرواژه درست نیست.',
          message: `لطفاً هر دو را دوباره بنویسید و به زبان صفحه‌کلید نگاه کنید.${attemptsSentence(attemptsLeft)}`,
        },
  account_disabled: () => ({
    title: 'حساب شما بسته است.',
    message: 'برای بازکردن آن با راهبر سامانه تماس بگیرید.',
  }),
  file_too_large: ({ fileName, sizeBytes, limitBytes }) => ({
    title: 'فایل بزرگ‌تر از اندازهٔ مجاز است.',
    message: `${fileLabel(fileName)}${bytes(sizeBytes, ' ', ' است. ')}${bytes(limitBytes, 'حداکثر ', ' پذیرفته می‌شود. ')}لطفاً فایل کوچک‌تری بفرستید.`,
  }),
  file_type_refused: ({ fileName }) => ({
    title: 'این نوع فایل پذیرفته نمی‌شود.',
    message: `${fileLabel(fileName)} به شکل عکس (JPG یا PNG) یا PDF نیست. لطفاً آن را به یکی از این شکل‌ها بفرستید.`,
  }),
  file_unreadable: ({ fileName, reason }) => ({
    title: 'فایل خوانده نشد.',
    message: `${fileLabel(fileName)} ${FILE_FAULTS[String(reason)] ?? 'خوانا نیست. لطفاً آن را دوباره ذخیره کنید و بفرستید.'}`,
  }),
  import_refused: (details) => ({ title: 'بارگذاری انجام نشد و چیزی تغییر نکرد.', message: describeImport(details) }),
  nothing_to_report: () => ({
    title: 'برای این هفته گزارشی نیست.',
    message: 'این هفته پیش از آغاز برنامه است. هفتهٔ دیگری را برگزینید.',
  }),
  week_unfinished: ({ fridayOn, endsOn }) => ({
    title: 'این هفته هنوز تمام نشده است.',
    message: `گزارش پس از ${day(fridayOn ?? endsOn, 'جمعه')} صادر می‌شود. اکنون می‌توانید پیش‌نویس آن را ببینید.`,
  }),
  disk_full: () => ({
    title: 'جا برای ذخیره نیست.',
    message: 'دیسک سرور پر است؛ چیزی ثبت نشد و چیزی از دست نرفت. لطفاً راهبر سامانه را خبر کنید.',
  }),
  database_locked: ({ reason }) => ({
    title: 'پایگاه داده در دسترس نیست.',
    message:
      reason === 'not_writable'
        ? 'سرور اجازهٔ نوشتن در پوشهٔ داده را ندارد؛ چیزی ثبت نشد. لطفاً راهبر سامانه را خبر کنید.'
        : 'کار دیگری آن را نگه داشته است؛ چیزی ثبت نشد. لطفاً یک دقیقهٔ دیگر دوباره تلاش کنید.',
  }),
  database_newer: () => ({
    title: 'داده‌ها از نسخهٔ تازه‌تر برنامه است.',
    message: 'راهبر سامانه باید برنامه را به‌روز کند؛ به داده‌ها دست نخورده است.',
  }),
  guards_missing: () => ({
    title: 'نگهبان‌های پایگاه داده سر جایشان نیستند.',
    message: 'تا بررسی راهبر سامانه چیزی ثبت نمی‌شود. دستور verify را اجرا کنید.',
  }),
  no_programme: () => ({
    title: 'هنوز برنامه‌ای بارگذاری نشده است.',
    message: 'راهبر سامانه از بخش «راهبری» برنامه، محورها و دستگاه‌ها را بارگذاری می‌کند.',
  }),
  no_browser: () => ({
    title: 'فایل PDF ساخته نشد.',
    message:
      'روی سرور مرورگر Chromium، Chrome یا Edge نیست. نمای چاپ را باز کنید و در مرورگر خود چاپ بگیرید. راهبر سامانه با نصب یکی از آن‌ها ساختن PDF را فراهم می‌کند؛ راه آن در راهنمای کارشناس فناوری است.',
  }),
  print_failed: ({ reason }) => ({
    title: 'فایل PDF ساخته نشد.',
    message:
      PRINT_FAULTS[String(reason)] ?? 'مرورگر سرور از کار بازماند. دوباره تلاش کنید یا از نمای چاپ استفاده کنید.',
  }),
  server_running: () => ({
    title: 'سامانه در حال کار است.',
    message: 'نخست آن را متوقف کنید و سپس دوباره تلاش کنید.',
  }),
  backup_damaged: ({ file, fileName }) => ({
    title: 'نسخهٔ پشتیبان سالم نیست.',
    message: `${fileLabel(file ?? fileName)} با فهرست خودش نمی‌خواند؛ چیزی بازگردانده نشد. نسخهٔ دیگری را بیازمایید.`,
  }),
};

const PRINT_FAULTS: Readonly<Record<string, string>> = {
  cancelled: 'ساختن آن لغو شد.',
  queue_full: 'نوبت چاپ پر است. چند دقیقهٔ دیگر دوباره تلاش کنید یا از نمای چاپ استفاده کنید.',
  too_slow: 'بیش از اندازه به درازا کشید و متوقف شد. دوباره تلاش کنید یا از نمای چاپ استفاده کنید.',
};

const FILE_FAULTS: Readonly<Record<string, string>> = {
  damaged: 'آسیب دیده است. لطفاً آن را دوباره ذخیره کنید و بفرستید.',
  empty: 'خالی است. لطفاً فایل درست را برگزینید.',
  not_text: 'متن نیست. لطفاً آن را با کدگذاری UTF-8 ذخیره کنید.',
  not_workbook: 'کارپوشهٔ اکسل نیست. لطفاً آن را به شکل xlsx ذخیره کنید.',
  old_excel: 'به شکل قدیمی اکسل است. لطفاً آن را به شکل xlsx ذخیره کنید.',
};

function describeImport({ reason, missing, headerRow, limit, rows }: Details): string {
  switch (reason) {
    case 'missing_columns':
      return `این ستون‌ها در ردیف عنوان (${formatIfNumber(headerRow)}) یافت نشد: ${listOf(missing)}.`;
    case 'missing_files':
      return `این فایل‌ها در پوشه نیست: ${listOf(missing)}.`;
    case 'no_header':
      return 'ردیف عنوان ستون‌ها یافت نشد. ردیفی با نام ستون‌ها در آغاز برگه بگذارید.';
    case 'no_rows':
      return 'زیر ردیف عنوان چیزی نیست. فایل درست را برگزینید.';
    case 'too_many_rows':
      return `فایل ${formatIfNumber(rows)} ردیف دارد و بیش از ${formatIfNumber(limit)} ردیف خوانده نمی‌شود. آن را چند بخش کنید.`;
    default:
      return 'ردیف‌های نادرست را اصلاح کنید و دوباره بفرستید.';
  }
}

/** The state, who may act, and what may be done instead. */
function describeRefusal(refusal: Details): string {
  const { reason, kind, state, by, possible, expectedEvidence, currentDueOn } = refusal;
  const what = label(EVENT_KIND_LABELS, MILESTONE_EVENTS, kind) ?? 'این کار';
  switch (reason) {
    case 'wrong_state':
      return stateSentence(what, state, by, possible);
    case 'wrong_milestone_actor':
      return kind === 'certify'
        ? 'این گام کار خود دستگاه است؛ دستگاه آن را اعلام و فرمانداری تأیید می‌کند.'
        : 'این گام کار فرمانداری است و با بازدید یا آزمون تأیید می‌شود.';
    case 'own_claim':
      return 'این اعلام را خود شما ثبت کرده‌اید. همکار دیگری باید آن را بررسی کند.';
    case 'evidence_missing':
      return `مستندی پیوست نشده است. ${expectedSentence(expectedEvidence)}`;
    case 'evidence_kind_missing':
      return `مستند پیوست‌شده از نوع خواسته‌شده نیست. ${expectedSentence(expectedEvidence)}`;
    case 'reason_missing':
      return 'دلیل را بنویسید؛ طرف دیگر آن را می‌بیند.';
    case 'signed_paper_missing':
      return 'برگهٔ امضاشدهٔ دستگاه را پیوست کنید.';
    case 'blocker_missing':
      return 'علت مانع، نوبت اقدام و توضیح آن را بنویسید.';
    case 'due_missing':
      return 'موعد تازه را بنویسید.';
    case 'due_not_later':
      return `موعد تازه باید پس از موعد کنونی، ${day(currentDueOn, 'موعد گام')}، باشد.`;
    case 'occurred_after_recorded':
      return 'تاریخ انجام نمی‌تواند پس از امروز باشد.';
    case 'undo_other_person':
      return 'تصمیم را همکار دیگری ثبت کرده است؛ تنها خود او می‌تواند آن را بازگرداند.';
    case 'undo_other_day':
      return 'تصمیم را تنها در همان روز می‌توان بازگرداند. معاون فرماندار می‌تواند گام را بازگشایی کند.';
    case 'undo_nothing':
      return 'تصمیمی برای بازگرداندن نیست.';
    case 'undo_not_possible':
      return 'بازگشایی و تأیید با بازدید بازگردانده نمی‌شود.';
    default:
      return 'وضعیت گام این کار را نمی‌پذیرد. صفحه را تازه کنید.';
  }
}

function stateSentence(what: string, state: unknown, by: unknown, possible: unknown): string {
  const stateLabel = label(MILESTONE_STATE_LABELS, MILESTONE_STATES, state) ?? 'نامعلوم';
  const people = labels(ROLE_LABELS, ROLES, by);
  const instead = labels(EVENT_KIND_LABELS, MILESTONE_EVENTS, possible);
  const sentences = [`گام اکنون «${stateLabel}» است و «${what}» برای آن ممکن نیست.`];
  if (people.length > 0) sentences.push(`«${what}» کار ${joinWords(people)} است.`);
  if (instead.length > 0) sentences.push(`آنچه اکنون می‌توان کرد: ${joinWords(instead)}.`);
  return sentences.join(' ');
}

const CONFLICTS: Readonly<Record<string, string>> = {
  ...DESK_CONFLICTS,
  reasons_changed:
    'همکار دیگری فهرست دلیل‌ها را در این فاصله تغییر داده است. چیزی بازنویسی نشد؛ صفحه را تازه کنید و دوباره تلاش کنید.',
  not_accepted: 'این مستند پذیرفته نیست یا گام آن بازگشایی شده است؛ نمونه نمی‌شود.',
  confidential_example: 'مستند محرمانه نمونه نمی‌شود.',
  already_set_up: 'راه‌اندازی پیش‌تر انجام شده است. وارد شوید.',
  last_admin: 'این تنها راهبر سامانه است. نخست راهبر دیگری بسازید.',
  own_account: 'حساب خود را نمی‌توانید ببندید. راهبر دیگری این کار را می‌کند.',
  already_checked_in: 'گزارش این هفته پیش‌تر رسیده است؛ کار دیگری لازم نیست.',
  already_waiting: 'درخواست پیشین شما هنوز در انتظار پاسخ است.',
  already_recorded: 'همین تصمیم برای همین جلسه پیش‌تر ثبت شده است؛ دوباره ثبت نشد.',
  recorded_meanwhile:
    'در این فاصله چیزی ثبت شد که شاید فهرست را دگرگون کند؛ چیزی صادر نشد. فهرست را ببینید و دوباره بفرستید.',
  survey_link_meanwhile: 'نشانی نظرسنجی در این فاصله تغییر کرده است. چیزی بازنویسی نشد؛ صفحه را تازه کنید.',
  no_survey_link: 'نشانی نظرسنجی این دستگاه باز نیست. نخست آن را در «نظرسنجی» باز کنید.',
  no_web_address:
    '«نشانی سامانه» نوشته نشده است و رمزینه به جایی نمی‌رسد. راهبر سامانه آن را در «راهبری، تنظیمات» می‌نویسد.',
  already_answered: 'پاسخ این مورد پیش‌تر ثبت شده است. صفحه را تازه کنید و آن را ببینید.',
};

function describeConflict(details: Details): string {
  const known = CONFLICTS[String(details['reason'])];
  if (known !== undefined) return known;
  const who = typeof details['actorName'] === 'string' ? details['actorName'] : 'کاربر دیگری';
  if (details['reason'] === 'registered_meanwhile') {
    return `${who} در این فاصله شمارهٔ «${toPersianDigits(String(details['registryNumber'] ?? ''))}» را ثبت کرده است. چیزی بازنویسی نشد؛ اگر آن درست نیست، صفحه را تازه کنید و تصحیحش کنید.`;
  }
  const what = label(EVENT_KIND_LABELS, EVENT_KINDS, details['kind']);
  if (details['reason'] === 'remarks_meanwhile') {
    const text = String(details['text'] ?? '');
    const wrote =
      text === '' ? `${who} در این فاصله متن را پس گرفته است.` : `${who} در این فاصله نوشته است: «${text}».`;
    return `${wrote} چیزی بازنویسی نشد. اگر متن شما باید جای آن را بگیرد، دوباره ذخیره کنید.`;
  }
  if (details['isSelf'] === true) return 'این مورد را خود شما در صفحهٔ دیگری تغییر داده‌اید. صفحه را تازه کنید.';
  const happened =
    what === undefined ? `${who} این مورد را تغییر داده است.` : `${who} پیش از شما «${what}» را ثبت کرده است.`;
  return `${happened} چیزی بازنویسی نشد. صفحه را تازه کنید و آخرین وضعیت را ببینید.`;
}

function expectedSentence(expected: unknown): string {
  const kinds = labels(EVIDENCE_KIND_LABELS, EVIDENCE_KINDS, expected);
  if (kinds.length === 0) return 'نامه، عکس، فایل یا نشانی صفحه را بیفزایید.';
  if (kinds.length === 1) return `لطفاً ${kinds[0]} را بیفزایید.`;
  return `یکی از این‌ها را بیفزایید: ${joinWords(kinds)}.`;
}

function attemptsSentence(attemptsLeft: unknown): string {
  return typeof attemptsLeft === 'number' && attemptsLeft <= 2
    ? ` پس از ${formatInteger(attemptsLeft)} تلاش نادرست دیگر، ورود چند دقیقه بسته می‌شود.`
    : '';
}

function waitSentence({ minutesLeft }: Details): string {
  return typeof minutesLeft === 'number'
    ? `لطفاً ${formatInteger(minutesLeft)} دقیقهٔ دیگر دوباره تلاش کنید.`
    : 'لطفاً چند دقیقهٔ دیگر دوباره تلاش کنید.';
}

function day(value: unknown, otherwise: string): string {
  return typeof value === 'string' && isCivilDate(value) ? formatDayMonthYear(value) : otherwise;
}

function bytes(value: unknown, before: string, after: string): string {
  return typeof value === 'number' ? `${before}${formatBytes(value)}${after}` : '';
}

function fileLabel(name: unknown): string {
  return typeof name === 'string' && name !== '' ? `«${name}»` : 'این فایل';
}

function formatIfNumber(value: unknown): string {
  return typeof value === 'number' ? formatInteger(value) : String(value ?? '');
}

function listOf(values: unknown): string {
  return Array.isArray(values) ? joinWords(values.map((value) => `«${String(value)}»`)) : String(values ?? '');
}

function label<Word extends string>(
  words: Readonly<Record<Word, string>>,
  known: readonly Word[],
  value: unknown,
): string | undefined {
  const word = known.find((candidate) => candidate === value);
  return word === undefined ? undefined : words[word];
}

function labels<Word extends string>(
  words: Readonly<Record<Word, string>>,
  known: readonly Word[],
  values: unknown,
): string[] {
  if (!Array.isArray(values)) return [];
  return values.map((value) => label(words, known, value)).filter((text): text is string => text !== undefined);
}

function asDetails(value: unknown): Details | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}
