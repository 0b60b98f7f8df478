import type { CivilDate } from '@/lib/calendar/civil-date';
import type { RiskPart, RiskPartName } from '@/lib/domain/inspection-risk';
import type { GradeProblem, VerdictReason } from '@/lib/domain/inspections';
import type { InspectionAnswer, InspectionGrade } from '@/lib/domain/vocabulary';
import { formatDate, formatDayMonthYear } from '@/lib/format/dates';
import { formatDecimal, formatDigits, formatInteger } from '@/lib/format/numbers';

export const INSPECTION_NAV = {
  label: 'بخش‌های بازدید',
  visits: 'بازدیدها',
  plan: 'برنامهٔ بازدید',
  desks: 'میزهای الکترونیکی',
} as const;

export const GRADE_LABELS: Readonly<Record<InspectionGrade, string>> = {
  excellent: 'عالی',
  good: 'خوب',
  fair: 'متوسط',
  poor: 'ضعیف',
  not_applicable: 'موضوعیت ندارد',
};

/** «۱۲/۱۳۹۷»: the number of a visit with its year, as letters have it. */
export const visitName = (number: number, year: number) => `${formatDigits(number)}/${formatDigits(year)}`;

/** Points, which come in quarters, with no more decimals than there are. */
export const pointsText = (points: number) =>
  Number.isInteger(points) ? formatInteger(points) : formatDecimal(points, Number.isInteger(points * 10) ? 1 : 2);

const percentText = (percent: number) =>
  `${Number.isInteger(percent) ? formatInteger(percent) : formatDecimal(percent, 1)}٪`;

export const INSPECTIONS = {
  title: 'بازدید از میزهای خدمت',
  take: 'میز خدمت واقعی است یا تنها روی کاغذ؟ بازدیدها با چک‌لیست امتیاز می‌گیرند.',
  asOf: (day: CivilDate) => `آنچه تا ${formatDayMonthYear(day)} ثبت شده بود.`,
  asOfLabel: 'تا تاریخ',
  newVisit: 'ثبت بازدید',
  none: 'هنوز بازدیدی ثبت نشده است.',
  noneText: 'برنامهٔ بازدید می‌گوید نخست به کدام میز سر بزنید.',
  noneFound: 'بازدیدی با این جست‌وجو نیست.',
  clear: 'پاک کردن جست‌وجو',
  toPlan: 'برنامهٔ بازدید',
  search: 'جست‌وجوی دستگاه یا شماره',
  filter: 'جست‌وجو و پالایش بازدیدها',
  show: 'نمایش',
  csv: 'CSV',
  xlsx: 'XLSX',
  print: 'چاپ',
  pages: 'صفحه‌های بازدیدها',
  previous: 'پیشین',
  next: 'پسین',
  range: (from: number, to: number, total: number) =>
    `${formatInteger(from)} تا ${formatInteger(to)} از ${formatInteger(total)} بازدید`,
  number: 'شماره',
  body: 'دستگاه',
  district: 'بخش',
  category: 'نوع دستگاه',
  kind: 'گونه',
  visitedOn: 'روز بازدید',
  from: 'از روز',
  to: 'تا روز',
  score: 'امتیاز',
  result: 'نتیجه',
  announced: 'اعلام‌شده',
  unannounced: 'سرزده',
  real: 'واقعی',
  notReal: 'واقعی نیست',
  percent: percentText,
  scoreOf: (points: number, maxPoints: number) => `${pointsText(points)} از ${formatInteger(maxPoints)}`,
  openProposals: (count: number) => `${formatInteger(count)} پیشنهاد بازگشایی`,
  waiting: 'در انتظار تصمیم معاون',
  waitingLink: (count: number) => `${formatInteger(count)} گام پس از بازدید در انتظار تصمیم شماست`,
  waitingTake:
    'این گام‌ها تأیید شده‌اند، ولی بازدیدی آن‌ها را نقض کرده است. معاون فرماندار هر یک را بازگشایی می‌کند یا با دلیل نگه می‌دارد.',
  nothingWaiting: 'پیشنهادی در انتظار تصمیم نیست.',
  step: 'گام',
  waitingStep: (position: number, title: string) => `گام ${formatInteger(position)}: ${title}`,
  poorItems: (items: readonly string[]) => `ضعیف: ${items.join('؛ ')}`,
  decide: 'تصمیم‌گیری',
  seeVisit: 'دیدن بازدید',
  /** What people type for the same. */
  paletteWords: 'بازرسی بازدید سرزده چک‌لیست',
  files: {
    code: 'کد دستگاه',
    recordedOn: 'روز ثبت',
    points: 'جمع امتیاز',
    maxPoints: 'سقف امتیاز',
    passPercent: 'حد نصاب (درصد)',
    year: 'سال',
    proposals: 'پیشنهاد باز',
  },
} as const;

export const VISIT_PAGE = {
  title: (number: number, year: number) => `بازدید شمارهٔ ${visitName(number, year)}`,
  minutes: 'صورت‌جلسهٔ بازدید از میز خدمت',
  recorded: 'بازدید ثبت شد.',
  recordedBefore: 'این بازدید پیش‌تر ثبت شده بود و دوباره ثبت نشد.',
  certified: 'گام بازدید گواهی شد و صورت‌جلسه پیوست آن است.',
  answered: 'تصمیم شما ثبت شد.',
  verdictReal: 'میز خدمت واقعی است',
  verdictNotReal: 'میز خدمت واقعی نیست',
  inspectorPost: 'سمت بازدیدکننده',
  deskPost: 'سمت متصدی میز',
  recordedBy: (name: string, day: CivilDate) => `ثبت ${name}، ${formatDayMonthYear(day)}`,
  recordedLabel: 'ثبت',
  scores: 'امتیاز هر مورد',
  item: 'مورد',
  grade: 'درجه',
  points: 'امتیاز',
  remark: 'توضیح',
  critical: 'تعیین‌کننده',
  total: 'جمع',
  overallRemark: 'توضیح کلی',
  photos: 'عکس‌ها',
  photoCount: (count: number) => (count === 0 ? 'عکسی پیوست نیست.' : `${formatInteger(count)} عکس پیوست است.`),
  photosHidden: 'عکس‌ها را تنها فرمانداری و خود دستگاه می‌بینند، چون شاید کسی در آن‌ها باشد.',
  photoOf: (item: string | null, index: number) =>
    item === null ? `عکس ${formatInteger(index)} از میز` : `عکس ${formatInteger(index)}: ${item}`,
  paper: 'صورت‌جلسه برای چاپ',
  pdf: 'PDF صورت‌جلسه',
  correct: 'تصحیح این بازدید',
  corrects: (name: string) => `این بازدید تصحیحِ بازدید ${name} است.`,
  correctedBy: (name: string) => `این بازدید با بازدید ${name} تصحیح شده است و دیگر به شمار نمی‌آید.`,
  open: 'باز کردن آن',
  toBody: 'صفحهٔ دستگاه',
  back: 'همهٔ بازدیدها',
  proposals: 'گام‌هایی که این بازدید نقض می‌کند',
  proposalsTake: 'بازدید چیزی را خودش تغییر نمی‌دهد؛ تصمیم با معاون فرماندار است.',
  standing: {
    open: 'در انتظار تصمیم معاون',
    kept: 'نگه داشته شد',
    reopened: 'بازگشایی شد',
    not_verified: 'اکنون تأییدشده نیست؛ تصمیمی لازم ندارد',
    superseded: 'بازدید تازه‌تری از این میز هست؛ آن را ببینید',
  },
  isCertified: 'گام گواهی بازدید',
  outcome: 'تصمیم',
  outcomes: {
    reopened: 'بازگشایی گام',
    kept: 'نگه‌داشتن تأیید',
  } satisfies Record<InspectionAnswer, string>,
  chooseOutcome: 'تصمیم را برگزینید.',
  reason: 'دلیل',
  reasonHint: 'دستگاه آن را می‌بیند.',
  dueOn: 'مهلت تازه، اگر بازگشایی می‌کنید',
  answer: 'ثبت تصمیم',
  answeredBy: (name: string, day: CivilDate, reason: string) => `${name}، ${formatDayMonthYear(day)}: ${reason}`,
  reopenNote: (name: string, day: CivilDate, reason: string) =>
    `بازدید شمارهٔ ${name} در ${formatDayMonthYear(day)}: ${reason}`,
  certifyTitle: 'گواهی گام بازدید سرزده',
  certifyTake: (step: string) =>
    `بازدید سرزده بوده و میز واقعی است. با گواهی شما گام «${step}» تأیید می‌شود؛ صورت‌جلسه و عکس‌ها پیوست آن خواهند بود.`,
  certify: 'گواهی گام با صورت‌جلسه',
  certifyNote: (name: string, percent: number) => `بازدید سرزدهٔ شمارهٔ ${name} با امتیاز ${percentText(percent)}`,
  scan: 'اسکن صورت‌جلسهٔ امضاشده',
  scanHint: 'اگر بفرستید به جای PDF ساختهٔ سامانه پیوست می‌شود. وقتی روی سرور مرورگر نیست، لازم است.',
  scanMissing: 'روی سرور مرورگری برای ساختن PDF نیست. صورت‌جلسه را چاپ و امضا کنید و اسکن آن را پیوست کنید.',
  minutesFile: (number: number, year: number) =>
    `صورت‌جلسه بازدید ${formatDigits(number)} سال ${formatDigits(year)}.pdf`,
  whyNotCertify: {
    announced: 'بازدید اعلام‌شده گام بازدید سرزده را گواهی نمی‌کند.',
    not_real: 'میز واقعی نبوده است؛ گامی گواهی نمی‌شود.',
    done: 'گام بازدید این میز گواهی شده است.',
    superseded: 'بازدید تازه‌تری از این میز هست.',
    state: 'گام بازدید اکنون در وضعی نیست که گواهی شود.',
    none: 'این دستگاه گام بازدید ندارد.',
  },
} as const;

export const GRADE_PROBLEMS: Readonly<Record<GradeProblem, (title: string) => string>> = {
  item_not_graded: (title) => `به «${title}» درجه بدهید.`,
  critical_must_apply: (title) => `«${title}» تعیین‌کننده است و همیشه موضوعیت دارد.`,
  remark_for_not_applicable: (title) => `بنویسید چرا «${title}» موضوعیت ندارد.`,
};

/** A verdict's ground as a sentence. `titleOf` names an item. */
export function verdictReasonText(reason: VerdictReason, titleOf: (code: string) => string): string {
  switch (reason.kind) {
    case 'score_reached':
      return `امتیاز ${percentText(reason.percent)} است و حد نصاب ${percentText(reason.passPercent)} است.`;
    case 'score_missed':
      return `امتیاز ${percentText(reason.percent)} است و به حد نصاب ${percentText(reason.passPercent)} نمی‌رسد.`;
    case 'critical_poor':
      return `مورد تعیین‌کننده ضعیف است: ${reason.codes.map((code) => `«${titleOf(code)}»`).join('، ')}.`;
    case 'nothing_applies':
      return 'هیچ موردی موضوعیت نداشته است.';
  }
}

export const VISIT_FORM = {
  title: 'ثبت بازدید',
  correctTitle: (name: string) => `تصحیح بازدید ${name}`,
  correctTake:
    'همهٔ موردها را بازبینی کنید و در توضیح کلی بنویسید چرا تصحیح می‌کنید. بازدید پیشین می‌ماند، ولی دیگر به شمار نمی‌آید.',
  chooseTitle: 'از کدام میز بازدید می‌کنید؟',
  chooseTake: 'دستگاه را بیابید؛ فرم همان دستگاه باز می‌شود.',
  chooseLabel: 'نام یا کد دستگاه',
  find: 'یافتن',
  toPlan: 'برنامهٔ بازدید',
  noDesk: 'دستگاهی با این نام که میز خدمت داشته باشد نیست.',
  tooMany: (shown: number, total: number) =>
    `${formatInteger(shown)} دستگاه نخست از ${formatInteger(total)}؛ بیشتر بنویسید.`,
  offline: 'بی‌خط هم می‌توانید پر کنید؛ با رسیدن خط فرستاده می‌شود.',
  offlineTake: 'نوشته‌ها و عکس‌ها تا فرستاده‌شدن روی همین گوشی می‌ماند. با «خروج» از سامانه پاک می‌شود.',
  visit: 'بازدید',
  visitedOn: 'روز بازدید',
  isAnnounced: 'بازدید',
  announcedNo: 'سرزده، بی خبر پیشین',
  announcedYes: 'اعلام‌شده',
  chooseAnnounced: 'بگویید بازدید سرزده بوده است یا اعلام‌شده.',
  inspectorPost: 'سمت شما',
  deskPost: 'سمت متصدی میز',
  postHint: 'تنها سمت؛ نام‌ها روی کاغذ امضا می‌شود.',
  checklist: 'چک‌لیست',
  emptyChecklist: 'چک‌لیستی در برنامه نیست. راهبر سامانه آن را بارگذاری می‌کند.',
  critical: 'تعیین‌کننده: اگر ضعیف باشد میز واقعی نیست.',
  maxPoints: (points: number) => `${formatInteger(points)} امتیاز`,
  remarkOf: 'توضیح این مورد',
  photoOf: (title: string) => `عکس برای «${title}»`,
  addPhoto: 'افزودن عکس',
  photosOfDesk: 'عکس از کل میز',
  removePhoto: (name: string) => `برداشتن ${name}`,
  photoFailed: 'عکس پذیرفته نشد. عکس JPG، PNG، WebP یا HEIC تا ۱۰ مگابایت بفرستید.',
  remark: 'توضیح کلی',
  correctRemark: 'دلیل تصحیح',
  running: (points: string, max: string, left: number) =>
    left === 0
      ? `امتیاز ${points} از ${max}؛ همهٔ موردها درجه دارد`
      : `امتیاز ${points} از ${max}؛ ${formatInteger(left)} مورد مانده`,
  runningReal: 'تا اینجا: میز واقعی است',
  runningNotReal: 'تا اینجا: میز واقعی نیست',
  send: 'ثبت بازدید',
  kept: 'روی این گوشی نگه داشته شد؛ با رسیدن خط فرستاده می‌شود.',
  sending: 'در حال فرستادن…',
  sendingPhoto: (index: number, total: number) =>
    `در حال فرستادن عکس ${formatInteger(index)} از ${formatInteger(total)}…`,
  done: (name: string) => `با شمارهٔ ${name} ثبت شد.`,
  tryNow: 'اکنون بفرست',
  edit: 'برگشت به فرم',
  signedOut: 'نشست شما پایان یافته است. وارد شوید؛ بازدید روی همین گوشی مانده است و پس از آن فرستاده می‌شود.',
  signIn: 'ورود دوباره',
  restored: 'آنچه پیش‌تر نوشته بودید برگردانده شد.',
  startAnew: 'پاک کردن و از نو نوشتن',
  refused: 'بازدید پذیرفته نشد.',
  missing: {
    visitedOn: 'روز بازدید را بنویسید.',
    inspectorPost: 'سمت خود را بنویسید.',
    deskPost: 'سمت متصدی میز را بنویسید.',
    correction: 'بنویسید چرا بازدید را تصحیح می‌کنید.',
  },
  openVisit: 'باز کردن',
  notKept: 'خط نیست و این مرورگر چیزی نگه نمی‌دارد. صفحه را نبندید؛ با رسیدن خط فرستاده می‌شود.',
} as const;

/** Sentences of refusals of a visit, for `describeInputIssue`. */
export const VISIT_SENTENCES: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>> = {
  item_not_graded: ({ title }) => GRADE_PROBLEMS.item_not_graded(String(title)),
  critical_must_apply: ({ title }) => GRADE_PROBLEMS.critical_must_apply(String(title)),
  remark_for_not_applicable: ({ title }) => GRADE_PROBLEMS.remark_for_not_applicable(String(title)),
  no_desk_to_visit: () => 'این دستگاه میز خدمتی ندارد که با بازدید گواهی شود.',
  correction_reason: () => 'بنویسید چرا بازدید را تصحیح می‌کنید.',
  before_programme_visit: () => 'روز بازدید پیش از آغاز برنامه است.',
  nothing_applies: () => 'دست‌کم یک مورد باید موضوعیت داشته باشد.',
  not_yours: () => 'این عکس را کس دیگری فرستاده است. خودتان دوباره بفرستید.',
  minutes_missing: () => VISIT_PAGE.scanMissing,
  pass_percent: () => 'حد نصاب عددی از ۱ تا ۱۰۰ است.',
};

const PARTS: Readonly<Record<RiskPartName, string>> = {
  time: 'گذشت زمان',
  unseen: 'گام‌های دیده‌نشده',
  last_result: 'نتیجهٔ بازدید پیشین',
  returned: 'عودت و بازگشایی',
  silence: 'سکوت',
  satisfaction: 'رضایت مراجعان',
};

/** A part of the risk of a desk in words. */
export function riskPartText({ name, count, detail }: RiskPart): string {
  switch (name) {
    case 'time':
      return detail === 'never' ? 'هرگز بازدید نشده است' : `${formatInteger(count ?? 0)} روز از بازدید پیشین گذشته است`;
    case 'unseen':
      return `${formatInteger(count ?? 0)} گام اعلام یا تأییدشده را هیچ بازدیدی ندیده است`;
    case 'last_result':
      return detail === 'failed'
        ? `بازدید پیشین میز را واقعی ندانست${count === null ? '' : ` (${percentText(count)})`}`
        : `بازدید پیشین با فاصلهٔ کمی پذیرفته شد${count === null ? '' : ` (${percentText(count)})`}`;
    case 'returned':
      return `${formatInteger(count ?? 0)} بار عودت یا بازگشایی`;
    case 'silence':
      return `${formatInteger(count ?? 0)} روز گزارشی نداده است`;
    case 'satisfaction':
      return `رضایت مراجعان ${formatDecimal(count ?? 0, 1)} از ۱۰۰ است`;
  }
}

export const PLAN = {
  title: 'برنامهٔ بازدید',
  take: 'میزهایی که بازدیدشان پیش از همه می‌ارزد، با دلیل هر کدام. ترتیب پیشنهاد است؛ انتخاب با شماست.',
  district: 'بخش',
  category: 'نوع دستگاه',
  show: 'نمایش',
  rank: 'ردیف',
  body: 'دستگاه',
  risk: 'خطر از ۱۰۰',
  why: 'چرا',
  lastVisit: 'بازدید پیشین',
  never: 'هرگز',
  lastVisitText: (day: CivilDate, isReal: boolean) => `${formatDate(day)}، ${isReal ? 'واقعی' : 'واقعی نبود'}`,
  visit: 'ثبت بازدید',
  visitOf: (body: string) => `ثبت بازدید از ${body}`,
  formula: 'خطر چگونه حساب می‌شود',
  formulaTake: 'جمع این بخش‌هاست؛ هر بخش سقفی دارد و با افزایش آنچه می‌شمارد کم نمی‌شود.',
  part: 'بخش',
  limit: 'سقف',
  rule: 'قاعده',
  partLabels: PARTS,
  rules: {
    time: (days: number) =>
      `هرگز بازدید نشده: همهٔ امتیاز. وگرنه به نسبت روزهای گذشته؛ پس از ${formatInteger(days)} روز همهٔ امتیاز.`,
    unseen: (points: number) =>
      `هر گام اعلام یا تأییدشدهٔ میز که پس از بازدید پیشین اعلام شده است: ${formatInteger(points)} امتیاز.`,
    last_result: (narrow: number, margin: number) =>
      `بازدید پیشین میز را واقعی ندانسته: همهٔ امتیاز؛ پذیرفته با کمتر از ${formatInteger(margin)} درصد فاصله: ${formatInteger(narrow)} امتیاز.`,
    returned: (points: number) => `هر عودت یا بازگشایی گام‌های میز: ${formatInteger(points)} امتیاز.`,
    silence: (days: number) => `بیش از ${formatInteger(days)} روز سکوت دستگاه: همهٔ امتیاز.`,
    satisfaction: (wanted: number) => `رضایت مراجعان کمتر از ${formatInteger(wanted)}: به نسبت کمبود. بی گزارش: هیچ.`,
  },
  notWorth: 'هنوز ارزش بازدید ندارند',
  notWorthText: (count: number) =>
    `${formatInteger(count)} دستگاه: هیچ گامی از میز خدمتشان اعلام یا تأیید نشده است؛ چیزی برای دیدن نیست.`,
  showNames: 'نام دستگاه‌ها',
  empty: 'میزی برای بازدید نیست.',
  emptyText: 'تا دستگاهی گامی از میز خدمت را اعلام نکند چیزی برای دیدن نیست.',
  settings: 'حد نصاب بازدید',
  settingsTake: 'از امروز به بعد به کار می‌رود؛ بازدیدهای پیشین حد نصاب روز خود را دارند.',
  passPercent: 'حد نصاب، درصد',
  save: 'ذخیره',
  saved: 'حد نصاب ذخیره شد.',
  unchanged: 'چیزی تغییر نکرد.',
  passNow: (percent: number) => `حد نصاب اکنون ${formatInteger(percent)} درصد است.`,
} as const;

export const BODY_VISITS = {
  title: 'بازدیدهای میز خدمت',
  none: 'هنوز بازدیدی از این میز ثبت نشده است.',
  last: (percent: string, isReal: boolean) =>
    `آخرین امتیاز ${percent}؛ ${isReal ? 'میز واقعی بود' : 'میز واقعی نبود'}.`,
  row: (name: string, day: CivilDate) => `بازدید ${name}، ${formatDate(day)}`,
  newVisit: 'ثبت بازدید از این میز',
} as const;

export const VISIT_PAPER = {
  title: (name: string, body: string) => `صورت‌جلسه بازدید ${name}، ${body}`,
  heading: 'صورت‌جلسهٔ بازدید از میز خدمت حضوری',
  /** On paper the hamza is written over the letter. */
  intro: (body: string, district: string, day: CivilDate, isAnnounced: boolean) =>
    `در ${formatDayMonthYear(day)} از میز خدمت حضوری ${body} در بخش ${district} ${isAnnounced ? 'با اعلام پیشین' : 'بدون اعلام پیشین (سرزده)'} بازدید شد و موارد زیر دیده شد.`,
  verdict: (isReal: boolean) => (isReal ? 'نتیجه: میز خدمت واقعی است.' : 'نتیجه: میز خدمت واقعی نیست.'),
  inspector: 'بازدیدکننده',
  desk: 'متصدی میز خدمت',
  signHere: 'نام، امضا و تاریخ',
  number: (name: string) => `بازدید شمارهٔ ${name}`,
  row: 'ردیف',
} as const;
