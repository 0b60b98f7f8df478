import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { SurveyMeasure } from '@/lib/domain/survey';
import type { SurveyChannel } from '@/lib/domain/vocabulary';
import { formatDayMonthYear, formatMonth } from '@/lib/format/dates';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';

const count = formatInteger;

/** The five answers, from 1 to 5. */
export const ANSWER_LABELS = ['کاملاً مخالفم', 'مخالفم', 'نه موافق، نه مخالف', 'موافقم', 'کاملاً موافقم'] as const;

export const CHANNEL_WORDS: Readonly<Record<SurveyChannel, string>> = {
  paper: 'برگهٔ کاغذی',
  tablet: 'تبلت میز خدمت',
  qr: 'رمزینه',
};

export const MEASURE_LABELS: Readonly<Record<SurveyMeasure, string>> = {
  satisfaction: 'رضایت',
  ease: 'سهولت',
  transparency: 'شفافیت',
  integrity: 'سلامت',
  goBetween: 'نیاز به واسطه',
};

/** A figure of the survey with one decimal. */
export const surveyNumber = (value: number) => formatDecimal(value, 1);

/** Words of the results. */
export const SURVEY = {
  title: 'نظرسنجی ارباب رجوع',
  heading: (month: JalaliMonth) => `نظرسنجی ارباب رجوع، ${formatMonth(month)}`,
  take: 'مراجعان پس از گرفتن خدمت پاسخ داده‌اند. عددها از ۰ تا ۱۰۰ است و هر میانگین با شمار پاسخ‌ها می‌آید.',
  knownOn: (day: CivilDate) => `بر پایهٔ آنچه تا ${formatDayMonthYear(day)} ثبت شده است.`,
  rule: 'هر پاسخ‌نامه یک وزن دارد. گویه‌های وارونه برگردانده شده‌اند. رضایت با دست‌کم سه‌چهارم گویه‌ها و سهولت، شفافیت و سلامت با دست‌کم دوسوم گویه‌های خود حساب می‌شود. تغییر تنها دستگاه‌هایی را می‌سنجد که در هر دو ماه پاسخ دارند.',
  filter: 'گزینش ماه و دستگاه',
  category: 'نوع دستگاه',
  district: 'بخش',
  given: 'پاسخ‌ها',
  givenChoices: { yes: 'پاسخ‌دار', few: 'پاسخ کم', no: 'بی‌پاسخ', all: 'همه' },
  everyBody: 'همهٔ دستگاه‌ها',
  oneBody: (name: string) => `پاسخ‌های ${name}`,
  measures: 'شاخص‌های نظرسنجی',
  measure: 'شاخص',
  units: { score: 'از ۱۰۰', share: 'درصد' },
  lowerBetter: 'کمتر بهتر است',
  mean: 'میانگین',
  responses: 'پاسخ',
  responsesOf: (number: number) => `${count(number)} پاسخ`,
  bodiesOf: (some: number, all: number) => `${count(some)} از ${count(all)} دستگاه`,
  fromResponses: (number: number, bodies: number, all: number) =>
    `${count(number)} پاسخ از ${count(bodies)} دستگاهِ ${count(all)} دستگاه`,
  uniform: (number: number) =>
    `${count(number)} پاسخ‌نامه از آغاز تا پایان یک پاسخ دارد، هرچند برخی گویه‌ها وارونه‌اند. این پاسخ‌ها شمرده شده‌اند.`,
  few: 'پاسخ کم',
  fewNote: (least: number) =>
    `با کمتر از ${count(least)} پاسخ، عددِ یک دستگاه بیش از میز خدمت از تک‌تک مراجعان می‌گوید. چنین عددی نشان «پاسخ کم» دارد و بیرون از فرمانداری نشان داده نمی‌شود.`,
  baseline: (month: JalaliMonth) => `ماه پایه، ${formatMonth(month)}`,
  change: 'تغییر از ماه پایه',
  recent: 'رضایت در ماه‌های گذشته',
  noData: 'داده‌ای نیست',
  axes: 'شش محور پرسشنامه',
  axesTake: 'هر محور میانگین همهٔ پاسخ‌ها به گویه‌های آن است؛ هرچه بیشتر، بهتر.',
  axis: 'محور',
  answers: 'پاسخ به گویه‌ها',
  items: 'گویه‌ها',
  itemsTake:
    'سهم هر پاسخ، از کاملاً مخالفم تا کاملاً موافقم. آبی پاسخ خوب و نارنجی پاسخ بد است؛ در گویه‌های وارونه مخالفت خوب است.',
  item: 'گویه',
  reversed: 'وارونه',
  answered: 'پاسخ‌داده',
  score: 'نمره',
  shares: 'سهم پاسخ‌ها',
  byCategory: 'به تفکیک نوع دستگاه',
  byDistrict: 'به تفکیک بخش',
  bodies: 'دستگاه‌ها',
  body: 'دستگاه',
  record: 'برگه‌ها و رمزینه',
  noneFound: 'دستگاهی با این شرط‌ها نیست.',
  noMonth: 'هنوز ماهی برای نظرسنجی نرسیده است.',
  noMonthText: 'نظرسنجی از ماه پایهٔ برنامه آغاز می‌شود.',
  noItems: 'هنوز پرسشنامه‌ای بارگذاری نشده است.',
  noItemsText: 'راهبر سامانه گویه‌ها را با فایل survey.csv برنامه بارگذاری می‌کند.',
  nothingYet: 'برای این ماه هنوز پاسخی نرسیده است.',
  nothingYetText: 'رابط هر دستگاه در «نظرسنجی» رمزینه و برگهٔ پرسشنامه را می‌گیرد و پاسخ‌ها همان دم این‌جا می‌آید.',
  itemsFile: 'گویه‌ها (CSV)',
  quickWrong: (items: number) => `${count(items)} رقم بنویسید، هر کدام از ۱ تا ۵؛ برای گویهٔ بی‌پاسخ ۰ یا خط تیره.`,
  palette: 'رضایت مردم مشتری پرسشنامه',
} as const;

/** Headings of the files. */
export const SURVEY_FILE = {
  code: 'کد',
  body: 'دستگاه',
  category: 'نوع دستگاه',
  district: 'بخش',
  month: 'ماه',
  responses: 'پاسخ',
  few: 'پاسخ کم',
  yes: 'بله',
  no: 'خیر',
  measure: (measure: SurveyMeasure) => `${MEASURE_LABELS[measure]} (${measure === 'goBetween' ? 'درصد' : 'از ۱۰۰'})`,
  measureResponses: (measure: SurveyMeasure) => `پاسخ ${MEASURE_LABELS[measure]}`,
  change: 'تغییر رضایت از ماه پایه',
  axis: 'محور',
  item: 'گویه',
  reversed: 'وارونه',
  answered: 'پاسخ‌داده',
  score: 'نمره (از ۱۰۰)',
} as const;

/** Words of the liaison's page. */
export const MY_SURVEY = {
  title: 'نظرسنجی',
  heading: 'نظرسنجی ارباب رجوع',
  take: 'از مراجعان بپرسید خدمت چگونه بود: با رمزینهٔ (QR) روی پیشخوان، با تبلت میز خدمت یا با برگهٔ کاغذی. نام و نشانی کسی پرسیده و نگه‌داری نمی‌شود.',
  results: (month: JalaliMonth) => `پاسخ‌های ${formatMonth(month)}`,
  noneYet: 'برای این ماه هنوز پاسخی نرسیده است.',
  tooFew: (responses: number, least: number) =>
    `${count(responses)} پاسخ رسیده است. میانگین‌ها از ${count(least)} پاسخ به بالا نشان داده می‌شود، تا پاسخ هیچ مراجعی شناخته نشود.`,
  link: 'رمزینه (QR)',
  linkTake: 'مراجع با گوشی خود رمزینه را می‌خواند و بی‌حساب کاربری پاسخ می‌دهد.',
  linkClosed: 'نشانی نظرسنجی این دستگاه باز نیست.',
  linkOpen: 'نشانی باز است:',
  noWebAddress:
    'برای چاپ رمزینه، راهبر سامانه باید «نشانی سامانه» را در «راهبری، تنظیمات» بنویسد. تا آن روز برگهٔ کاغذی و تبلت را به کار ببرید.',
  open: 'بازکردن نشانی',
  renew: 'نشانی تازه',
  renewHint: 'نشانی کنونی از کار می‌افتد و پوستر را باید دوباره چاپ کنید.',
  close: 'بستن نشانی',
  poster: 'چاپ پوستر پیشخوان',
  questionnaire: 'چاپ پرسشنامهٔ خام',
  tablet: 'تبلت میز خدمت',
  tabletTake:
    'این دستگاه را به مراجعان بسپارید. با آغاز، از حساب خود خارج می‌شوید و تا پایان امروز تنها پرسشنامه نشان داده می‌شود؛ برای کار دیگر دوباره وارد شوید.',
  startTablet: 'خروج از حساب و آغاز نظرسنجی',
  paper: 'ثبت برگه‌های کاغذی',
  paperTake: 'هر برگه را جدا ثبت کنید. پس از ثبت، فرم برای برگهٔ بعد آماده است.',
  enterPaper: 'ثبت برگه‌ها',
  paperHeading: (month: JalaliMonth) => `ثبت برگه‌های ${formatMonth(month)}`,
  quick: 'ورود سریع با رقم',
  quickHint: (items: number) =>
    `${count(items)} رقم به ترتیب گویه‌ها؛ ۱ کاملاً مخالفم تا ۵ کاملاً موافقم، ۰ بی‌پاسخ. اگر این را پر کنید، جدول زیر خوانده نمی‌شود.`,
  noAnswer: 'بی‌پاسخ',
  send: 'ثبت و برگهٔ بعد',
  saved: (total: number) => `برگه ثبت شد. برای این ماه ${count(total)} برگهٔ کاغذی ثبت شده است.`,
  savedBefore: 'این برگه پیش‌تر ثبت شده بود.',
  back: 'بازگشت به نظرسنجی',
  opened: 'نشانی باز شد.',
  renewed: 'نشانی تازه شد. پوستر را دوباره چاپ کنید.',
  closed: 'نشانی بسته شد.',
} as const;

/** Words for clients, on the screen and on paper. */
export const CLIENT_SURVEY = {
  title: 'نظر شما دربارهٔ میز خدمت',
  of: (body: string) => `نظر شما دربارهٔ خدمت ${body}`,
  intro: (items: number) =>
    `${count(items)} جملهٔ کوتاه است و حدود سه دقیقه زمان می‌برد. برای هر کدام بگویید چه اندازه موافقید.`,
  privacy: 'نام، شماره و نشانی شما پرسیده و نگه‌داری نمی‌شود. جمله‌ای را که دربارهٔ کار شما نبود، بی‌پاسخ بگذارید.',
  part: (number: number, all: number) => `بخش ${count(number)} از ${count(all)}`,
  number: (number: number, all: number) => `${count(number)} از ${count(all)}`,
  send: 'فرستادن پاسخ',
  thanks: 'سپاس از شما',
  thanksText: 'پاسخ شما ثبت شد و به بهترشدن خدمت کمک می‌کند. این صفحه را می‌توانید ببندید.',
  thanksTablet: 'پاسخ شما ثبت شد و به بهترشدن خدمت کمک می‌کند. صفحه تا چند ثانیهٔ دیگر برای نفر بعد آماده می‌شود.',
  next: 'پرسشنامهٔ تازه برای نفر بعد',
  empty: 'هنوز به جمله‌ای پاسخ نداده‌اید. دست‌کم یکی را برگزینید.',
  unreadable: 'فرم درست نرسید. لطفاً دوباره پاسخ دهید.',
  closedTitle: 'این نظرسنجی در دسترس نیست.',
  closedText: 'نشانی را بازبینی کنید، یا پرسشنامهٔ کاغذی را از میز خدمت بگیرید.',
  tabletClosedTitle: 'نظرسنجی روی این دستگاه پایان یافته است.',
  tabletClosedText: 'کارمند میز خدمت با ورود به حساب خود می‌تواند آن را دوباره آغاز کند.',
  waitMinute:
    'از این شبکه پاسخ‌های زیادی پشت سر هم رسیده است. یک دقیقهٔ دیگر دکمه را دوباره بزنید؛ پاسخ‌های شما این‌جا مانده است.',
  waitDay:
    'امروز پاسخ‌های زیادی برای این دستگاه رسیده است. فردا دوباره بیایید یا پرسشنامهٔ کاغذی را از میز خدمت بگیرید.',
  notNow: 'پاسخ اکنون ثبت نمی‌شود. لطفاً دیرتر دوباره بیایید.',
  staff: 'ورود کارمند',
} as const;

/** Words of the two papers, spelt as paper needs it. */
export const SURVEY_PAPER = {
  questionnaireTitle: 'پرسشنامۀ نظرسنجی از ارباب رجوع',
  answers: ['کاملا مخالفم', 'مخالفم', 'نه موافق، نه مخالف', 'موافقم', 'کاملا موافقم'],
  how: 'مراجع گرامی، لطفا برای هر جمله یک خانه را علامت بزنید. نام خود را ننویسید. جمله‌ای را که دربارۀ کار شما نبود، خالی بگذارید و برگه را در صندوق میز خدمت بیندازید.',
  statement: 'جمله',
  servedIn: 'ماه مراجعه',
  thanks: 'سپاس از شما که نظر خود را گفتید.',
  typedIn: 'ویژۀ میز خدمت؛ در سامانه ثبت شد',
  posterTitle: 'خدمت ما چگونه بود؟',
  posterSteps: ['دوربین گوشی را روی کد بگیرید.', 'نشانی را باز کنید.', 'پاسخ دهید و بفرستید؛ حدود سه دقیقه.'],
  posterPrivacy: 'نام و شماره‌ای پرسیده نمی‌شود و کسی پاسخ شما را نمی‌شناسد.',
  posterOther: 'اگر گوشی هوشمند ندارید، پرسشنامۀ کاغذی را از متصدی بخواهید.',
  posterCode: 'کد نظرسنجی',
} as const;

/** What a wrong paper is told, by its reason. */
export const SURVEY_SENTENCES: Readonly<Record<string, () => string>> = {
  survey_no_answer: () => 'دست‌کم یک گویه را پاسخ دهید.',
  survey_answer: () => 'پاسخ هر گویه از ۱ تا ۵ است.',
};
