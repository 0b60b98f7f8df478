import type { CivilDate } from '@/lib/calendar/civil-date';
import { ANSWER_DAYS_AT_MOST, ANSWER_WORKING_DAYS, type LetterTemplate, type LetterValues } from '@/lib/domain/letters';
import type { BlockCause, MilestoneStateName, Turn } from '@/lib/domain/vocabulary';
import { formatDate, formatDayMonth, formatWeekday } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { toPersianDigits } from '@/lib/text/digits';
import { BLOCK_CAUSE_LABELS, TURN_LABELS } from './vocabulary';

const n = formatInteger;

/** «چهارشنبه ۱۳۹۷/۰۹/۲۱» */
export const weekdayDate = (day: CivilDate) => `${formatWeekday(day)} ${formatDate(day)}`;

/** «۱۲ سال ۱۳۹۷»: the program's own number; the secretariat's is another. */
export const letterName = (number: number, year: number) => `${n(number)} سال ${toPersianDigits(year)}`;

/** The office's text until it writes another. On paper no comma or colon follows a figure (see `edition-text`). */
export const DEFAULT_LETTER_TEMPLATE: LetterTemplate = {
  subject: 'گام‌های عقب‌ماندۀ برنامۀ «{برنامه}» در {نام دستگاه}',
  opening:
    'ضمن سپاس از همکاری آن دستگاه در اجرای {مبنای قانونی} به آگاهی می‌رساند تا پایان {تاریخ وضع} سررسید {شمار گام‌ها} گام زیر گذشته و انجام آن هنوز اعلام نشده است:',
  request: [
    'نزدیک‌ترین مهلت این گام‌ها {مهلت} است. خواهشمند است دستور فرمایید:',
    '- برنامۀ کتبی انجام هر گام تا {تا تاریخ} به این فرمانداری فرستاده شود.',
    '- هر گام پس از انجام با مستندی که در جدول آمده است از سوی رابط دستگاه در سامانۀ میزبان اعلام شود.',
    '- اگر رفع مانعی در اختیار آن دستگاه نیست با همان نامه اعلام شود تا از این فرمانداری پیگیری گردد.',
  ].join('\n'),
  copies: [
    'بخشدار محترم {بخش} برای آگاهی و پیگیری.',
    'دبیرخانۀ فرمانداری برای ثبت و بایگانی در پروندۀ دستگاه با کد {کد دستگاه} برای پیگیری‌های بعدی.',
  ].join('\n'),
};

/** Values for looking at a template that is being written. */
export function sampleLetterValues(today: CivilDate, answerBy: CivilDate): LetterValues {
  return {
    body: 'ادارۀ نمونۀ شهرستان',
    bodyCode: 'EA-000',
    recipient: 'ریاست محترم ادارۀ نمونۀ شهرستان',
    district: 'مرکزی',
    county: 'نمونه',
    programme: 'برنامۀ نمونه',
    legalReference: 'بخشنامۀ نمونه',
    steps: n(3),
    longest: n(12),
    asOf: weekdayDate(today),
    answerBy: weekdayDate(answerBy),
    deadline: weekdayDate(answerBy),
  };
}

/** Posts of the heads of offices that are called after them. */
const POSTS: readonly (readonly [office: string, post: string])[] = [
  ['دهیاری', 'دهیار محترم'],
  ['شهرداری', 'شهردار محترم'],
  ['بخشداری', 'بخشدار محترم'],
  ['فرمانداری', 'فرماندار محترم'],
];

/** The head of a body by post title, never by name: «دهیار محترم گزیر», «ریاست محترم گمرک بندرلنگه». */
export function recipientOf(bodyName: string): string {
  const [first = '', ...rest] = bodyName.split(' ');
  const post = POSTS.find(([office]) => office === first)?.[1];
  return post === undefined || rest.length === 0 ? `ریاست محترم ${bodyName}` : `${post} ${rest.join(' ')}`;
}

const STATES: Partial<Record<MilestoneStateName, string>> = {
  in_progress: 'در دست انجام',
  returned: 'عودت شده؛ نیازمند اصلاح',
};

/** How a late step stands, and whose turn it is where it is not the body's. */
export function letterStanding(state: MilestoneStateName, cause: BlockCause | null, turn: Turn): string {
  if (cause === null) return STATES[state] ?? 'آغاز نشده';
  const whose = turn === 'body' || turn === 'unknown' ? '' : `؛ نوبت ${TURN_LABELS[turn]}`;
  return `مانع: ${BLOCK_CAUSE_LABELS[cause]}${whose}`;
}

/** Words on the paper itself. */
export const LETTER_PAPER = {
  title: (recipient: string) => `نامۀ پیگیری به ${recipient}`,
  titles: (count: number) => `${n(count)} نامۀ پیگیری`,
  number: (name: string) => `نامۀ ${name} در سامانۀ میزبان`,
  draft: 'پیش‌نویس نامه',
  registry: (number: string, day: string) => `شمارۀ دبیرخانه ${number} مورخ ${day}`,
  basis: (day: CivilDate) => `وضع تا پایان ${formatDate(day)} برابر ثبت‌های سامانه`,
  row: 'ردیف',
  track: 'محور',
  step: 'گام',
  due: 'سررسید',
  days: 'روز تأخیر',
  standing: 'وضع',
  evidence: 'مستند لازم',
  signHere: 'محل امضا و مهر',
  deadline: (day: CivilDate, lastWorkingDay: CivilDate) =>
    day === lastWorkingDay
      ? weekdayDate(day)
      : `${weekdayDate(day)} و واپسین روز کاری آن ${weekdayDate(lastWorkingDay)}`,
  /** What the history and the inbox say of it. */
  note: (name: string, steps: number, answerBy: CivilDate) =>
    `نامهٔ ${name} دربارهٔ ${n(steps)} گام عقب‌مانده؛ پاسخ تا ${formatWeekday(answerBy)} ${formatDayMonth(answerBy)}`,
} as const;

/** Reasons why a late body gets no letter. */
export const LETTER_LEFT_OUT = {
  coordination: (count: number) =>
    `${n(count)} دستگاه عقب‌ماندهٔ «هماهنگی» در فهرست نیست؛ این دستگاه‌ها زیر نظر فرمانداری نیستند و نامهٔ تأخیر نمی‌گیرند.`,
  ours: (count: number) =>
    `${n(count)} دستگاه در فهرست نیست، چون همهٔ گام‌های عقب‌مانده‌اش مانعی دارد که نوبت رفع آن با خود فرمانداری است.`,
  today: (count: number) => `برای ${n(count)} دستگاه امروز نامه صادر شده است؛ روزی یک نامه کافی است.`,
} as const;

/** Words of the screens around letters. */
export const LETTERS = {
  title: 'نامه‌های پیگیری',
  take: (count: number, total: number) =>
    total === 0
      ? 'هنوز نامه‌ای صادر نشده است.'
      : count === total
        ? `${n(total)} نامه به دستگاه‌های عقب‌مانده صادر شده است.`
        : `${n(count)} نامه از ${n(total)} نامه.`,
  issue: 'نامه به دستگاه‌های عقب‌مانده',
  editTemplate: 'متن نامه',
  emptyTitle: 'هنوز نامه‌ای صادر نشده است',
  emptyText: 'نامه‌های پیگیری دستگاه‌های عقب‌مانده پس از صدور اینجا می‌آید.',
  noMatch: 'نامه‌ای با این نشانی‌ها نیست.',
  search: 'جست‌وجو',
  searchHint: 'نام یا کد دستگاه، شمارهٔ نامه یا شمارهٔ دبیرخانه',
  district: 'بخش',
  body: 'دستگاه',
  from: 'از تاریخ',
  to: 'تا تاریخ',
  answered: 'گزارش پس از نامه',
  answeredWords: { yes: 'گزارش داده', no: 'گزارش نداده' },
  filteredBy: (parts: readonly string[]) => `با ${parts.join('، ')}.`,
  filterWords: {
    q: (query: string) => `جست‌وجوی «${query}»`,
    district: (name: string) => `بخش ${name}`,
    body: (name: string) => `دستگاه ${name}`,
    from: (day: CivilDate) => `صدور از ${formatDayMonth(day)}`,
    to: (day: CivilDate) => `صدور تا ${formatDayMonth(day)}`,
    reported: (label: string) => `دستگاه‌هایی که پس از نامه ${label}‌اند`,
  },
  apply: 'نمایش',
  clear: 'نمایش همه',
  csv: 'CSV',
  xlsx: 'XLSX',
  exportCsv: 'فهرست نامه‌ها، پروندهٔ CSV',
  exportXlsx: 'فهرست نامه‌ها، پروندهٔ XLSX',
  printList: 'چاپ فهرست',
  printAll: (count: number) => `چاپ هر ${n(count)} نامه`,
  pageLabel: 'صفحه‌های فهرست نامه‌ها',
  onePage: 'همه در یک صفحه',
  number: 'شماره',
  issued: 'صدور',
  steps: 'گام',
  answerBy: 'پاسخ تا',
  registry: 'شمارهٔ دبیرخانه',
  notRegistered: 'ثبت نشده',
  noReport: 'هنوز نه',
  reportedOn: (day: string) => `گزارش در ${day}`,
  see: (name: string) => `نامهٔ ${name}`,
  print: 'چاپ',
  printOf: (name: string) => `چاپ نامهٔ ${name}`,
  pdf: 'PDF',
  pdfOf: (name: string) => `PDF نامهٔ ${name}`,
  files: 'چاپ',

  newTitle: 'نامه به دستگاه‌های عقب‌مانده',
  newTitleOne: (name: string) => `نامهٔ پیگیری به ${name}`,
  newTake: (letters: number) =>
    `${n(letters)} نامه به ${n(letters)} دستگاه. عقب‌ماندگی همان است که امروز در ارقام است؛ هر نامه همهٔ گام‌های عقب‌ماندهٔ دستگاه را دارد.`,
  noneLate: 'هیچ دستگاهی نیست که اکنون به آن نامه بدهید.',
  noneLateText: 'دستگاهی که تنها منتظر فرمانداری است عقب‌مانده نیست.',
  notLate: (name: string) => `${name} اکنون گام عقب‌مانده‌ای ندارد.`,
  isCoordination: (name: string) => `${name} «هماهنگی» است: زیر نظر فرمانداری نیست و نامهٔ تأخیر برای آن صادر نمی‌شود.`,
  isOurs: (name: string) =>
    `همهٔ گام‌های عقب‌ماندهٔ ${name} مانعی دارد که نوبت رفع آن با خود فرمانداری است؛ نامه‌ای لازم نیست.`,
  filter: 'کدام دستگاه‌ها؟',
  category: 'نوع دستگاه',
  track: 'محور',
  minDays: 'دست‌کم چند روز تأخیر',
  answerByLabel: 'پاسخ تا چه روزی خواسته شود؟',
  answerByHint: (day: CivilDate) =>
    `پیش‌نهاد: ${weekdayDate(day)}؛ چهارشنبه‌ای که دست‌کم ${n(ANSWER_WORKING_DAYS)} روز کاری تا آن مانده است.`,
  lateSteps: (steps: number, days: number) => `${n(steps)} گام، تا ${n(days)} روز`,
  lastLetter: (day: CivilDate) => `نامهٔ پیشین ${formatDayMonth(day)}`,
  issueButton: 'صدور نامه‌های برگزیده',
  issueOne: 'صدور نامه',
  inDistrict: (name: string) => `بخش ${name}`,
  stepLine: (step: {
    readonly trackName: string;
    readonly position: number;
    readonly title: string;
    readonly daysLate: number;
  }) => `${step.trackName} ${n(step.position)}: ${step.title}، ${n(step.daysLate)} روز تأخیر`,
  issueNote: 'نامه شماره می‌گیرد، در تاریخچهٔ دستگاه می‌آید و دیگر دگرگون نمی‌شود.',
  missing: 'در نامه می‌آید',

  resultTitle: 'نامه‌ها صادر شد',
  resultTake: (letters: number) => `${n(letters)} نامه صادر شد.`,
  resultNone: 'نامهٔ تازه‌ای صادر نشد.',
  resultBefore: (count: number) =>
    count === 1
      ? 'برای این دستگاه امروز نامه صادر شده بود؛ نامهٔ دوم صادر نشد و همان نخستین اینجاست.'
      : `برای ${n(count)} دستگاه امروز نامه صادر شده بود؛ نامهٔ دوم صادر نشد و همان نخستین‌ها اینجاست.`,
  resultGone: (names: readonly string[]) => `در این فاصله دیگر عقب‌مانده نیست و نامه نگرفت: ${names.join('، ')}.`,
  resultBeforeTitle: 'نامه‌هایی که پیش‌تر صادر شده بود',

  letterTitle: (name: string) => `نامهٔ ${name}`,
  issuedLine: (day: string, by: string) => `صادرشده در ${day} به دست ${by}`,
  again: 'امروز برای این دستگاه نامه صادر شده بود؛ نامهٔ دوم صادر نشد. این همان نخستین نامه است.',
  done: 'نامه صادر شد. آن را چاپ کنید، به امضا برسانید و شمارهٔ دبیرخانه را همین‌جا بنویسید.',
  recipient: 'گیرنده',
  subject: 'موضوع',
  since: 'پس از نامه',
  noReportYet: 'دستگاه پس از این نامه هنوز گزارشی نداده است.',
  reportedSince: (kind: string, day: string) => `دستگاه در ${day} گزارش داد: ${kind}`,
  fingerprint: 'اثر انگشت',
  text: 'متن نامه',
  openBody: 'صفحهٔ دستگاه',
  back: 'همهٔ نامه‌ها',
  registryTitle: 'شمارهٔ دبیرخانه',
  registryTake: 'شماره و تاریخی که دبیرخانه پس از امضا به نامه داد. چاپ بعدی نامه آن را دارد.',
  registryNumber: 'شمارهٔ ثبت دبیرخانه',
  registeredOn: 'تاریخ ثبت',
  registerButton: 'ثبت شماره',
  registered: 'شمارهٔ دبیرخانه ثبت شد.',
  registeredBefore: 'همین شماره پیش‌تر ثبت شده بود.',
  registryLine: (number: string, day: string) => `شمارهٔ ${number}، ${day}`,
  registeredBy: (name: string, day: string) => `ثبت‌کننده: ${name}، ${day}`,
  earlierNumbers: 'شماره‌های پیشین',
  followUp: 'نامهٔ پیگیری',
  openLetter: 'دیدن نامه',

  templateTitle: 'متن نامهٔ پیگیری',
  templateTake:
    'این متن برای هر نامه با نام و گام‌های دستگاه پر می‌شود. تغییر آن از همان روز بر نامه‌های تازه است؛ نامه‌های صادرشده همان می‌مانند.',
  templateSince: (day: string) => `متن کنونی از ${day} است.`,
  templateDefault: 'متن کنونی همان متن آماده است.',
  fields: 'جای‌نگهدارها',
  fieldsTake: 'هر نام میان دو کمانک در نامه با مقدار خود می‌آید؛ فاصله و نیم‌فاصله فرقی ندارد.',
  subjectLabel: 'موضوع نامه',
  openingLabel: 'بند آغاز، پیش از جدول گام‌ها',
  requestLabel: 'درخواست، پس از جدول',
  requestHint: 'هر سطر یک بند است؛ سطری که با خط تیره آغاز شود شماره می‌گیرد.',
  copiesLabel: 'رونوشت',
  copiesHint: 'هر سطر یک گیرنده، با دلیل رونوشت. گیرندهٔ خود نامه رونوشت نمی‌گیرد.',
  seeIt: 'دیدن نمونه',
  save: 'ثبت متن',
  reset: 'بازگشت به متن آماده',
  resetTitle: 'متن آماده',
  resetTake: 'متنی که با سامانه آمده است. متن شما در سابقه می‌ماند.',
  saved: 'متن نامه ثبت شد.',
  unchanged: 'متن همان است که بود.',
  wasReset: 'متن آماده برگشت.',
  previewTitle: 'نمونه',
  previewTake: 'با نام و رقم‌های ساختگی؛ هنوز ثبت نشده است.',
  tableHere: 'جدول گام‌های عقب‌مانده',
  problem: {
    unknown: (names: readonly string[]) =>
      `جای‌نگهدار ${names.map((name) => `«{${name}}»`).join('، ')} شناخته نیست. نام را از فهرست بردارید.`,
    stray: 'یک کمانک «{» یا «}» بی‌جفت مانده است.',
    empty: 'این بخش نمی‌تواند تهی باشد.',
    long: (max: number) => `حداکثر ${n(max)} نویسه.`,
  },
  answerProblem: {
    past: 'روز پاسخ باید پس از امروز باشد.',
    far: `روز پاسخ حداکثر ${n(ANSWER_DAYS_AT_MOST)} روز دیگر است.`,
    off: 'این روز تعطیل است. روز کاری دیگری برگزینید.',
  },
  chooseSome: 'دست‌کم یک دستگاه را برگزینید.',
} as const;

export const LETTER_EXPORT = {
  sheet: 'نامه‌های پیگیری',
  year: 'سال',
  number: 'شماره',
  issued: 'صدور',
  bodyCode: 'کد دستگاه',
  body: 'دستگاه',
  district: 'بخش',
  steps: 'گام عقب‌مانده',
  answerBy: 'پاسخ تا',
  registry: 'شمارهٔ دبیرخانه',
  registeredOn: 'تاریخ دبیرخانه',
  reportedOn: 'نخستین گزارش پس از نامه',
  issuedBy: 'صادرکننده',
} as const;

/** Words of the page of a district and of the poster. */
export const SHEETS = {
  furtherTitle: 'برگه‌های دیگر',
  allDistricts: 'همهٔ بخش‌ها',
  districtLink: (name: string) => `بخش ${name}`,
  districtPages: 'برگهٔ بخش:',
  poster: 'پوستر وضع دستگاه‌ها',
  posterA4: 'پوستر در A4',
  pdf: 'PDF',
  posterPdf: 'PDF پوستر وضع دستگاه‌ها',
  district: (name: string) => `بخش ${name} در یک نگاه`,
  districts: (count: number) => `${n(count)} بخش در یک نگاه`,
  asOf: (day: CivilDate) => `وضع تا پایان ${weekdayDate(day)}`,
  bodies: (count: number) => `${n(count)} دستگاه`,
  tracks: 'پیشرفت هر محور',
  track: 'محور',
  body: 'دستگاه',
  planned: 'برنامه',
  claimed: 'اعلام',
  verified: 'تأیید',
  bars: 'تأیید، اعلام و برنامه',
  spi: 'شاخص',
  county: 'شهرستان',
  difference: 'تفاوت',
  tracksNote:
    'درصد وزنی؛ شاخص زمان‌بندی یعنی تأیید بخش بر برنامه. تفاوت به واحد درصد از تأیید شهرستان است و رتبه نیست.',
  total: 'همۀ محورها',
  late: 'دستگاه‌های عقب‌مانده',
  noneLate: 'هیچ دستگاهی گام عقب‌مانده ندارد.',
  steps: 'گام',
  oldest: 'کهنه‌ترین گام',
  days: 'روز',
  reason: 'علت',
  turn: 'نوبت',
  more: (count: number) => `و ${n(count)} دستگاه دیگر`,
  moreRows: (count: number) => `و ${n(count)} مورد دیگر`,
  silent: 'دستگاه‌های خاموش',
  silentAside: (count: number, days: number) => `${n(count)} دستگاه بیش از ${n(days)} روز`,
  noneSilent: 'هیچ دستگاهی خاموش نیست.',
  silentDays: 'روز خاموشی',
  blockers: 'موانع به تفکیک علت',
  noBlockers: 'مانعی ثبت نشده است.',
  cause: 'علت',
  waiting: 'در انتظار فرمانداری',
  noneWaiting: 'چیزی در انتظار فرمانداری نیست.',
  matter: 'موضوع',
  count: 'شمار',
  oldestDays: 'کهنه‌ترین، روز',
  dues: 'سررسیدهای نزدیک',
  duesAside: (days: number) => `تا ${n(days)} روز دیگر`,
  noDues: 'سررسیدی نیست.',
  due: 'سررسید',
  step: 'گام',
  posterTitle: 'وضعیت همۀ دستگاه‌ها',
  posterLead: (programme: string, bodies: number) => `${programme}؛ ${n(bodies)} دستگاه`,
  deadline: (day: CivilDate) => `مهلت ${weekdayDate(day)}`,
  marks: 'نشان‌های هر دستگاه به شمارۀ محورهای بالاست.',
  percent: 'درصد تأییدشده',
  figures: (planned: string, claimed: string) => `برنامه ${planned} درصد؛ اعلام ${claimed} درصد`,
  continued: 'ادامه',
  notForBody: '— محور برای دستگاه نیست',
  page: (page: number, pages: number) => `برگ ${n(page)} از ${n(pages)}`,
} as const;
