import type { EditableList, ListWarning } from '@/lib/domain/editable-lists';
import type { SurveyFeed } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';

const n = formatInteger;

/** Outcomes that items of the survey count towards. */
export const FEED_LABELS: Record<SurveyFeed, string> = {
  ease: 'سهولت',
  transparency: 'شفافیت',
  integrity: 'سلامت',
  go_between: 'نیاز به واسطه',
};

interface ListWords {
  readonly nav: string;
  readonly title: string;
  readonly take: string;
  /** One item. */
  readonly item: string;
  readonly count: (items: number) => string;
}

export const EDITABLE_LIST_WORDS: Record<EditableList, ListWords> = {
  checklist: {
    nav: 'چک‌لیست بازدید',
    title: 'چک‌لیست بازدید',
    take: 'بازدیدکننده هر مورد را عالی، خوب، متوسط یا ضعیف می‌نویسد. بازدیدهای گذشته با مورد و امتیاز روز خود می‌ماند.',
    item: 'مورد',
    count: (items) => `${n(items)} مورد`,
  },
  survey: {
    nav: 'پرسشنامه',
    title: 'پرسشنامهٔ ارباب رجوع',
    take: 'پاسخ هر گویه از ۱ تا ۵ است. نتیجهٔ پاسخ‌های گذشته همان می‌ماند که با گویه‌های روز خود بود.',
    item: 'گویه',
    count: (items) => `${n(items)} گویه`,
  },
  'desk-signs': {
    nav: 'نشانه‌های صفحه',
    title: 'نشانه‌های صفحهٔ الکترونیکی',
    take: 'سامانه این عبارت‌ها را در صفحهٔ دستگاه می‌جوید و تنها پیشنهاد می‌دهد. نتیجهٔ بررسی‌های گذشته همان می‌ماند.',
    item: 'نشانه',
    count: (items) => `${n(items)} نشانه`,
  },
};

/** Words of the pages on which the admin edits a list item by item. */
export const LIST_EDIT = {
  code: 'کد',
  codeHint: 'حرف لاتین، رقم و خط تیره؛ پس از افزودن تغییر نمی‌کند.',
  place: 'ردیف',
  what: 'عنوان',
  withdrawn: 'برداشته',
  caption: (title: string) => `${title}، به ترتیب نمایش`,
  up: (code: string) => `بالا بردن ${code}`,
  down: (code: string) => `پایین بردن ${code}`,
  upMark: '▲',
  downMark: '▼',
  order: 'ترتیب',
  edit: 'تغییر',
  add: (item: string) => `افزودن ${item}`,
  addHint: 'به آخر فهرست افزوده می‌شود و از امروز در کار است.',
  save: 'ذخیرهٔ نسخهٔ تازه',
  saved: 'نسخهٔ تازه ثبت شد و از امروز اثر دارد.',
  unchanged: 'چیزی تغییر نکرده بود؛ نسخهٔ تازه‌ای ثبت نشد.',
  added: 'افزوده شد و از امروز در کار است.',
  moved: 'ترتیب تازه ثبت شد.',
  notMoved: 'جای آن تغییر نکرد: در سر یا ته فهرست است.',
  withdrawnDone: 'برداشته شد؛ از امروز در فرم‌های تازه نیست و در گذشته می‌ماند.',
  restoredDone: 'دوباره در کار است.',
  empty: 'این فهرست هنوز چیزی ندارد.',
  emptyHint: 'فهرست با فایل برنامه بارگذاری می‌شود؛ این‌جا هم می‌توان افزود.',
  withdraw: 'برداشتن از فهرست',
  withdrawText: 'از امروز در فرم‌های تازه نمی‌آید. آنچه با آن ثبت شده است می‌ماند و هر روز می‌توان آن را بازگرداند.',
  withdrawFeeds: (feeds: string) =>
    `این گویه در ${feeds} به شمار می‌آید؛ با برداشتن آن، نتیجهٔ ماه‌های تازه از گویه‌های کمتری است.`,
  restore: 'بازگرداندن به فهرست',
  restoreText: 'از امروز دوباره در فرم‌های تازه می‌آید، در همان جا که بود.',
  history: 'نسخه‌ها',
  historyCaption: 'نسخه‌های این مورد، تازه‌ترین در آغاز',
  pointsAside: (sum: number) => `جمع امتیاز ${n(sum)}`,
  critical: 'تعیین‌کننده',
  reversed: 'وارونه',
  points: 'امتیاز',
  phrasesOf: (count: number) => `${n(count)} عبارت`,
} as const;

/** What the fields of items are called: on forms, and in the audit log. */
export const LIST_FIELD_LABELS = {
  guidance: 'راهنما',
  maxPoints: 'امتیاز',
  isCritical: 'تعیین‌کننده',
  contradicts: 'گام‌هایی که با آن رد می‌شود',
  axis: 'کد محور پرسشنامه',
  axisTitle: 'عنوان محور پرسشنامه',
  text: 'متن',
  isReversed: 'وارونه',
  feeds: 'در کدام پیامد',
  milestoneCode: 'گام',
  phrases: 'عبارت‌ها',
  position: 'ردیف',
  isRetired: 'برداشته',
} as const;

export const LIST_FIELDS = {
  checklistTitle: 'چه دیده می‌شود',
  guidanceHint: 'بازدیدکننده چگونه بسنجد؛ در یک جمله.',
  pointsHint: 'بیشترین امتیاز این مورد، از ۱ تا ۱۰۰۰. جمع همه بهتر است ۱۰۰ باشد.',
  criticalHint: 'اگر ضعیف باشد، بازدید با هر امتیازی رد است.',
  contradictsHint: 'کد گام‌ها با فاصله. اگر مورد ضعیف باشد، بازکردن همین گام‌ها پیشنهاد می‌شود.',
  surveyText: 'متن گویه',
  surveyTextHint:
    'جمله‌ای از زبان ارباب رجوع که بتوان با آن موافق یا مخالف بود. برای معنای دیگر گویه‌ای با کد تازه بسازید.',
  axisHint: 'حرف لاتین؛ گویه‌های یک محور یک کد و یک عنوان دارند.',
  reversedHint: 'موافقت با آن بد است؛ پاسخ از آن سو شمرده می‌شود.',
  feedsHint: 'همهٔ گویه‌ها در رضایت شمرده می‌شوند.',
  signTitle: 'نشانهٔ چه',
  phrasesHint: 'هر سطر یک عبارت؛ یافتن یکی بس است.',
} as const;

/** What is wrong with a field, and how to put it right. */
export const LIST_ISSUES = {
  code: 'کد را با حرف لاتین، رقم و خط تیره بنویسید؛ حداکثر ۲۰ نویسه.',
  title: 'عنوان را بنویسید؛ حداکثر ۳۰۰ نویسه.',
  guidance: 'راهنما بلند است؛ حداکثر ۱۰۰۰ نویسه.',
  points: 'عددی درست از ۱ تا ۱۰۰۰ بنویسید.',
  contradicts: 'حداکثر ۱۰ کد گام بنویسید.',
  axis: 'کد محور را با حرف لاتین بنویسید؛ مانند speed.',
  axisTitle: 'عنوان محور را بنویسید؛ حداکثر ۱۰۰ نویسه.',
  text: 'متن گویه را بنویسید؛ حداکثر ۳۰۰ نویسه.',
  milestone: 'گام را برگزینید.',
  phrases: 'دست‌کم یک عبارت بنویسید.',
  phrasesLong: 'حداکثر ۳۰ عبارت، و هر کدام از ۳ تا ۱۰۰ نویسه.',
} as const;

/** Sentences of what the service refuses, by reason. */
export const LIST_SENTENCES: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>> = {
  list_code_taken: ({ isRetired }) =>
    isRetired === true
      ? 'موردی برداشته‌شده این کد را دارد. آن را بازگردانید یا کد دیگری بنویسید.'
      : 'این کد در فهرست هست؛ کد دیگری بنویسید.',
  list_no_such_milestone: ({ codes }) =>
    `گامی با این کد در برنامه نیست: ${Array.isArray(codes) ? codes.map(String).join('، ') : ''}.`,
  list_axis_title: ({ title }) =>
    `این محور در گویه‌های دیگر «${String(title)}» نام دارد. همان را بنویسید یا کد دیگری برگزینید.`,
};

export function listWarningText(warning: ListWarning): string {
  switch (warning.kind) {
    case 'points_sum':
      return `جمع امتیازها ${n(warning.sum)} است، نه ۱۰۰. درصد هر بازدید از همین جمع حساب می‌شود، ولی یک امتیاز دیگر یک درصد نیست.`;
    case 'no_critical':
      return 'هیچ موردی تعیین‌کننده نیست؛ نتیجهٔ بازدید تنها از جمع امتیازهاست.';
    case 'item_count':
      return `پرسشنامه در آغاز ${n(warning.before)} گویه داشت و اکنون ${n(warning.now)} گویه دارد. نتیجهٔ ماه‌های پیش و پس از این تغییر را با احتیاط بسنجید و برگه‌های چاپ‌شدهٔ پیشین را کنار بگذارید.`;
    case 'feed_without_item':
      return `هیچ گویه‌ای در «${FEED_LABELS[warning.feed]}» به شمار نمی‌آید؛ این پیامد دیگر از نظرسنجی به دست نمی‌آید.`;
    case 'feed_lost_item':
      return `گویهٔ ${warning.code} که برداشته شده در «${FEED_LABELS[warning.feed]}» به شمار می‌آمد؛ نتیجهٔ ماه‌های تازه از گویه‌های کمتری است.`;
    case 'unknown_milestone':
      return `${warning.code} از گام ${warning.milestone} نام می‌برد که در برنامه نیست.`;
    case 'empty':
      return 'هیچ موردی در کار نیست؛ فرم‌های تازه خالی است.';
  }
}
