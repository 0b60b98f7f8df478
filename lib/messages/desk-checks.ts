import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DeskCheckOutcome, DeskCheckTrigger } from '@/lib/domain/vocabulary';
import { formatDayMonth, formatDayMonthYear } from '@/lib/format/dates';
import { formatBytes, formatDecimal, formatInteger } from '@/lib/format/numbers';

export const DESK_OUTCOME_LABELS: Readonly<Record<DeskCheckOutcome, string>> = {
  answered: 'پاسخ داد',
  host_not_listed: 'میزبان در فهرست نیست',
  address_not_allowed: 'نشانی مجاز نیست',
  redirected_away: 'به جای دیگری فرستاد',
  not_found_by_name: 'نام یافت نشد',
  refused_connection: 'اتصال برقرار نشد',
  certificate_invalid: 'گواهی نامعتبر',
  timed_out: 'به‌موقع پاسخ نداد',
  too_large: 'صفحه بیش از اندازه بزرگ است',
  http_error: 'خطای سرور',
  not_a_page: 'صفحهٔ وب نیست',
};

/** What an outcome means, and what to do next. */
export const DESK_OUTCOME_HINTS: Readonly<Record<DeskCheckOutcome, string>> = {
  answered: 'صفحه خوانده شد.',
  host_not_listed: 'چیزی پرسیده نشد. راهبر سامانه می‌تواند این میزبان را به فهرست بیفزاید.',
  address_not_allowed: 'چیزی پرسیده نشد: این نام به شبکه‌ای می‌رسد که پرسیدن از آن مجاز نیست.',
  redirected_away: 'صفحه به جایی بیرون از فهرست فرستاد، یا چند بار پیاپی فرستاد. دنبال نشد.',
  not_found_by_name: 'این نام در اینترنت شناخته نیست. نشانی را بازبینی کنید.',
  refused_connection: 'سرور در دسترس نبود یا ارتباط را برید. بعداً دوباره بررسی کنید.',
  certificate_invalid: 'گواهی امنیتی منقضی است، از آنِ نام دیگری است یا مرجع آن شناخته نیست. صفحه خوانده نشد.',
  timed_out: 'سرور در زمان مجاز پاسخ کامل نداد.',
  too_large: 'بیش از اندازهٔ مجاز فرستاده می‌شد؛ خواندن متوقف شد.',
  http_error: 'سرور به جای صفحه خطا داد.',
  not_a_page: 'پاسخ سرور صفحه‌ای نیست که بتوان خواند.',
};

export const DESK_TRIGGER_LABELS: Readonly<Record<DeskCheckTrigger, string>> = {
  on_demand: 'به درخواست',
  weekly: 'هفتگی',
};

export const DESK_STATES = ['answered', 'failed', 'never', 'no_address'] as const;
export type DeskState = (typeof DESK_STATES)[number];

const seconds = (milliseconds: number) => `${formatDecimal(milliseconds / 1000, 1)} ثانیه`;

/** Words of the pages about electronic desks. */
export const DESKS = {
  title: 'میزهای الکترونیکی',
  take: 'آخرین باری که صفحهٔ هر دستگاه دیده شد، و آنچه از نشانه‌های میز الکترونیکی در آن یافت شد. این‌ها تنها پیشنهاد است: وضعیت هیچ گام و هیچ عددی را تغییر نمی‌دهد.',
  found: (shown: number, total: number) =>
    shown === total ? `${formatInteger(total)} دستگاه` : `${formatInteger(shown)} از ${formatInteger(total)} دستگاه`,
  filter: 'پالایش میزهای الکترونیکی',
  search: 'نام یا کد دستگاه، یا نشانی',
  state: 'وضعیت',
  states: {
    answered: 'پاسخ داد',
    failed: 'پاسخ نداد',
    never: 'هنوز بررسی نشده',
    no_address: 'بی‌نشانی',
  } satisfies Record<DeskState, string>,
  category: 'نوع دستگاه',
  district: 'بخش',
  show: 'نمایش',
  clear: 'برداشتن پالایش',
  none: 'دستگاهی یافت نشد.',
  noneText: 'پالایش را تغییر دهید.',
  emptyText: 'هیچ دستگاهی گامی ندارد که نشانه‌ای برای آن در فهرست باشد.',
  body: 'دستگاه',
  address: 'نشانی میز الکترونیکی',
  lastCheck: 'آخرین بررسی',
  result: 'نتیجه',
  time: 'زمان پاسخ',
  signs: 'نشانه‌ها',
  certificate: 'گواهی',
  noAddress: 'نشانی ثبت نشده است',
  notChecked: 'هنوز بررسی نشده است',
  signsFound: (found: number, looked: number) => `${formatInteger(found)} از ${formatInteger(looked)} نشانه`,
  addressChanged: 'نشانی پس از این بررسی تغییر کرده است.',
  isOff: 'بررسی میزهای الکترونیکی خاموش است؛ چیزی از اینترنت پرسیده نمی‌شود.',
  turnOn: 'راهبر سامانه می‌تواند آن را در «میزهای الکترونیکی» روشن کند.',
  settingsLink: 'تنظیم بررسی',

  pageTitle: (body: string) => `میز الکترونیکی ${body}`,
  pageTake: 'بررسی تنها پیشنهاد می‌دهد؛ تأیید گام‌ها با کارشناس است.',
  oneDesk: 'میز الکترونیکی',
  shortAddress: 'نشانی',
  addressTake: 'نشانی صفحه‌ای که مردم خدمت این دستگاه را از آن می‌گیرند.',
  addressSince: (day: CivilDate) => `ثبت‌شده در ${formatDayMonthYear(day)}`,
  addressHint: 'مانند https://desk.example.ir؛ اگر میزی نیست خالی بگذارید.',
  saveAddress: 'ثبت نشانی',
  addressSaved: 'نشانی ثبت شد.',
  addressSame: 'نشانی همین بود؛ چیزی تغییر نکرد.',
  hostNotListed: 'میزبان این نشانی در فهرست راهبر نیست؛ تا افزوده نشود از آن چیزی پرسیده نمی‌شود.',
  suggestions: 'خود دستگاه این نشانی‌ها را مستند کرده است:',
  takeThis: 'همین ثبت شود',
  run: 'بررسی',
  runTake: 'صفحهٔ میز و حداکثر چهار صفحهٔ دیگر از همان میزبان خوانده می‌شود.',
  runByOthers: 'بررسی را معاون یا کارشناس فرمانداری انجام می‌دهد.',
  checkNow: 'اکنون بررسی کن',
  running: 'در حال بررسی…',
  runningText: 'معمولاً کمتر از یک دقیقه طول می‌کشد. صفحه خودش تازه می‌شود.',
  finished: 'بررسی پایان یافت.',
  checks: 'بررسی‌ها',
  checksTotal: (total: number) => `${formatInteger(total)} بررسی، تازه‌ترین بالاتر`,
  checksPage: 'صفحه‌های بررسی‌ها',
  pageOf: (page: number, pages: number) => `صفحهٔ ${formatInteger(page)} از ${formatInteger(pages)}`,
  newer: 'تازه‌تر',
  older: 'پیشین',
  day: 'روز',
  trigger: 'بررسی',
  see: 'دیدن',
  seeOf: (day: string) => `دیدن بررسی ${day}`,
  shown: 'همین بررسی',
  checkOn: (day: CivilDate, time: string) => `بررسی ${formatDayMonthYear(day)}، ساعت ${time}`,
  findings: 'نشانه‌ها و جای آن‌ها',
  findingsTake: (found: number, looked: number) =>
    `${formatInteger(found)} از ${formatInteger(looked)} نشانه در صفحه‌های خوانده‌شده دیده شد. دیده‌نشدن به معنای نبودن نیست: شاید در صفحهٔ دیگری باشد یا با واژهٔ دیگری.`,
  sign: 'نشانه',
  milestone: 'گام',
  passage: 'عبارت',
  page: 'صفحه',
  notSeen: 'دیده نشد',
  pages: 'صفحه‌های پرسیده‌شده',
  bytes: 'اندازه',
  status: 'کد پاسخ',
  size: (bytes: number) => formatBytes(bytes),
  seconds,
  facts: {
    https: 'اتصال رمزگذاری‌شده (HTTPS)',
    secure: 'دارد، با گواهی معتبر',
    secureUntil: (day: CivilDate) => `دارد، با گواهی معتبر تا ${formatDayMonthYear(day)}`,
    notSecure: 'ندارد',
    unknown: 'دانسته نیست',
  },
  neverChecked: 'این میز هنوز بررسی نشده است.',
  neverCheckedText: 'پس از بررسی، آنچه در صفحه‌ها یافت شود اینجا می‌آید.',
  readOnly: 'نشانی را کارشناس فرمانداری ثبت می‌کند.',

  suggestion: 'پیشنهاد بررسی خودکار',
  suggestionTake: 'از صفحهٔ دستگاه خوانده شده است؛ تصمیم با شماست.',
  suggestionSeen: 'این عبارت دیده شد',
  suggestionOn: (day: CivilDate) => `بررسی ${formatDayMonth(day)}`,
  suggestionFailed: (outcome: DeskCheckOutcome) => `صفحه خوانده نشد: ${DESK_OUTCOME_LABELS[outcome]}.`,
  suggestionNotSeen: (sign: string) => `«${sign}» دیده نشد`,
  suggestionSeenOn: 'در صفحهٔ',
  suggestionNone: 'نشانی میز این دستگاه هنوز بررسی نشده است.',
  suggestionNoAddress: 'نشانی میز الکترونیکی این دستگاه ثبت نشده است.',
  openDesk: 'همهٔ بررسی‌های این دستگاه',
  file: {
    code: 'کد',
    body: 'دستگاه',
    category: 'نوع',
    district: 'بخش',
    address: 'نشانی',
    checkedOn: 'آخرین بررسی',
    outcome: 'نتیجه',
    status: 'کد پاسخ',
    seconds: 'زمان پاسخ (ثانیه)',
    https: 'HTTPS',
    certificate: 'پایان گواهی',
    found: 'نشانه‌های دیده‌شده',
    looked: 'نشانه‌های جست‌وجوشده',
    missing: 'دیده‌نشده',
    yes: 'دارد',
    no: 'ندارد',
  },
} as const;

/** Words of the admin's page about the checks. */
export const ADMIN_DESKS = {
  title: 'بررسی میزهای الکترونیکی',
  take: 'سامانه می‌تواند صفحهٔ میز الکترونیکی دستگاه‌ها را باز کند و ببیند که پاسخ می‌دهد و نشانه‌های گام‌ها را نشان می‌دهد. تا روشن نشود هیچ چیز از شبکه پرسیده نمی‌شود.',
  isOn: 'بررسی روشن است: کارشناسان می‌توانند بررسی کنند، و هر نشانی هفته‌ای یک بار خودکار دیده می‌شود.',
  isOff: 'بررسی خاموش است: هیچ چیز از شبکه پرسیده نمی‌شود.',
  switch: 'روشن و خاموش، و آنچه مجاز است',
  on: 'بررسی روشن باشد',
  onHint: 'به درخواست کارشناس، و هر نشانی هفته‌ای یک بار.',
  hosts: 'میزبان‌های مجاز',
  hostsHint:
    'هر سطر یک نام، مانند desk.example.ir؛ برای درگاهی جز ۸۰ و ۴۴۳ با شماره، مانند desk.example.ir:8080. زیردامنه‌ها جدا نوشته می‌شود.',
  ranges: 'شبکه‌های داخلی مجاز',
  rangesHint:
    'تنها اگر میزی در شبکهٔ داخلی است؛ هر سطر یک محدوده، مانند 10.20.0.0/16. نشانی‌های همگانی اینترنت نیازی به نوشتن ندارند.',
  save: 'ثبت تنظیم بررسی',
  saved: 'تنظیم بررسی ثبت شد.',
  unchanged: 'چیزی تغییر نکرده بود.',
  missing: 'میزبان‌هایی که نشانی دارند و در فهرست نیستند',
  missingTake: 'از این‌ها چیزی پرسیده نمی‌شود. اگر از آنِ دستگاه‌هاست، به فهرست بیفزایید.',
  noneMissing: 'میزبان همهٔ نشانی‌های ثبت‌شده در فهرست است.',
  bodies: (count: number) => `${formatInteger(count)} دستگاه`,
  addresses: (count: number) => `${formatInteger(count)} دستگاه نشانی دارد.`,
  desks: 'فهرست میزها',
  rules: 'چه پرسیده می‌شود',
  rulesList: [
    'تنها صفحه‌های http و https، بدون کوکی و بدون ورود؛ از هر میز حداکثر پنج صفحه، و از هر میزبان هر بار یکی.',
    'هدایت به جایی بیرون از فهرست دنبال نمی‌شود.',
    'نامی که به شبکه‌ای جز اینترنت همگانی یا محدوده‌های بالا برسد پرسیده نمی‌شود.',
    'صفحهٔ بزرگ‌تر از ۲ مگابایت یا کندتر از ۲۰ ثانیه خوانده نمی‌شود.',
  ],
} as const;

const lineOf = (line: unknown) => (typeof line === 'string' ? `«${line}»` : 'یک سطر');

/** Why an address or a line of the settings was not taken. */
export const DESK_SENTENCES: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>> = {
  desk_not_an_address: () => 'نشانی را کامل بنویسید؛ مانند https://desk.example.ir.',
  desk_not_http: () => 'نشانی باید با http یا https آغاز شود.',
  desk_has_user: () => 'نام کاربری و گذرواژه را از نشانی بردارید.',
  desk_too_long: () => 'نشانی بلند است؛ نشانی صفحهٔ نخست را بنویسید.',
  not_in_hosts: ({ line }) =>
    `${lineOf(line)} نام میزبان نیست. تنها نام را بنویسید، بدون https و بدون مسیر؛ مانند desk.example.ir.`,
  not_in_ranges: ({ line }) =>
    `${lineOf(line)} محدوده‌ای نیست که بتوان مجاز کرد. مانند 10.20.0.0/16 بنویسید؛ محدوده‌های بسیار بزرگ و شبکهٔ پیوند محلی پذیرفته نیست.`,
};

/** Why no check can begin. */
export const DESK_CONFLICTS = {
  desk_checks_off: 'بررسی میزهای الکترونیکی خاموش است. راهبر سامانه می‌تواند آن را روشن کند.',
  desk_without_address: 'نخست نشانی میز الکترونیکی را ثبت کنید.',
  desk_check_running: 'همین میز در حال بررسی است. صفحه را کمی بعد تازه کنید.',
} as const;
