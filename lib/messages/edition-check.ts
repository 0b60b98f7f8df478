import type { EditionCheckKey, EditionFacts, NeededOfficeWord } from '@/lib/domain/edition-check';
import type { TotalCheck, TotalsProblem } from '@/lib/domain/edition-totals';
import { formatInteger, formatRatio } from '@/lib/format/numbers';
import { issuedLate, listing } from './edition-text';
import { PAIR_STATUS_LABELS } from './vocabulary';

/** Words of the check before a report is printed. */
const n = formatInteger;

const OFFICE_WORDS: Readonly<Record<NeededOfficeWord, string>> = {
  letterhead: 'سربرگ',
  recipient: 'گیرنده',
  signatory: 'امضاکننده',
};

const TABLES: Readonly<Record<TotalCheck, string>> = {
  categories: 'جدول نوع دستگاه',
  districts: 'جدول بخش‌ها',
  districtTracks: 'جدول محور در بخش',
  tracks: 'جدول محورها',
  status: 'جدول وضعیت‌ها',
  late: 'فهرست عقب‌مانده‌ها',
  silent: 'فهرست خاموش‌ها',
  week: 'جدول کارهای هفته',
  attachment: 'پیوست',
  ratios: 'درصدها',
  changes: 'ستون دگرگونی',
};

const COLUMNS: Readonly<Record<string, string>> = {
  ...PAIR_STATUS_LABELS,
  bodies: 'دستگاه',
  lateBodies: 'عقب‌مانده',
  silentBodies: 'خاموش',
  claims: 'اعلام',
  verifications: 'تأیید',
  returns: 'عودت',
  blocks: 'مانع تازه',
  extensions: 'تمدید',
  completedBodies: 'دستگاه کامل‌شده',
};

const figure = (value: number) => (Number.isInteger(value) ? n(value) : formatRatio(value));

/** «جدول بخش‌ها، ستون «دستگاه»: در گزارش ۱۶۲ و با جمع‌زدن ۱۶۱» */
export function totalsProblemSentence({ check, label, stated, reckoned }: TotalsProblem): string {
  return `${TABLES[check]}، «${COLUMNS[label] ?? label}»: در گزارش ${figure(stated)} و با جمع‌زدن ${figure(reckoned)}`;
}

type Words = Pick<EditionFacts, keyof EditionFacts> & {
  readonly reviewTargetDays: number;
  readonly silentAfterDays: number;
};

const SENTENCES: Readonly<Record<EditionCheckKey, (facts: Words) => string>> = {
  week: ({ isFinished, delayDays }) =>
    !isFinished
      ? 'این هفته هنوز تمام نشده است؛ تنها پیش‌نویس آن را می‌توان دید.'
      : delayDays === null
        ? 'هفته تمام شده است.'
        : `هفته تمام شده و گزارش آن دیر است؛ روی کاغذ و در فهرست می‌آید: «${issuedLate(delayDays)}».`,
  existing: ({ existingNumber }) =>
    existingNumber === null
      ? 'برای این هفته گزارشی صادر نشده است.'
      : `برای این هفته نسخۀ ${n(existingNumber)} صادر شده است. صدور دوباره تنها برای اصلاح است و شمارۀ تازه می‌گیرد.`,
  missed: ({ missedBefore }) =>
    missedBefore.length === 0
      ? 'همۀ هفته‌های پیش از آن گزارش دارند.'
      : `${n(missedBefore.length)} هفتۀ پیش از آن گزارش ندارد. دگرگونی‌ها از واپسین نسخه شمرده می‌شود.`,
  totals: ({ totalsProblems }) =>
    totalsProblems.length === 0
      ? 'جمع‌ها با هم می‌خوانند: نوع دستگاه، بخش، محور، وضعیت، فهرست‌ها، پیوست و ستون‌های دگرگونی.'
      : `${n(totalsProblems.length)} جمع با هم نمی‌خواند. پیش از صدور پیش‌نویس را ببینید و راهبر سامانه را خبر کنید.`,
  office: ({ unsetWords }) =>
    unsetWords.length === 0
      ? 'سربرگ، گیرنده و امضاکننده تعیین شده است.'
      : `${listing(unsetWords.map((word) => OFFICE_WORDS[word]))} در تنظیمات نوشته نشده است و از نام شهرستان ساخته می‌شود.`,
  remarks: ({ hasRemarks }) =>
    hasRemarks
      ? 'سخن معاون فرماندار نوشته شده است.'
      : 'معاون فرماندار برای این هفته سخنی ننوشته است؛ گزارش بی آن چاپ می‌شود.',
  claims: ({ claims, claimsOverTarget, reviewTargetDays }) =>
    claims === 0
      ? 'گامی در انتظار بررسی نمانده است.'
      : `${n(claims)} گام در انتظار بررسی فرمانداری است که ${n(claimsOverTarget)} گام آن بیش از ${n(reviewTargetDays)} روز مانده است. در گزارش نوبت فرمانداری شمرده می‌شود.`,
  notReported: ({ notReported, expected }) =>
    notReported === 0
      ? 'همۀ دستگاه‌های دارای گام باز در این هفته گزارش داده‌اند.'
      : `${n(notReported)} دستگاه از ${n(expected)} دستگاه در این هفته گزارشی نداده‌اند.`,
  silent: ({ silentBodies, silentAfterDays }) =>
    silentBodies === 0
      ? 'هیچ دستگاهی خاموش نیست.'
      : `${n(silentBodies)} دستگاه بیش از ${n(silentAfterDays)} روز گزارشی نداده‌اند و نامشان در گزارش می‌آید.`,
  late: ({ lateBodies }) =>
    lateBodies === 0 ? 'هیچ دستگاهی عقب‌مانده نیست.' : `${n(lateBodies)} دستگاه عقب‌مانده در فهرست است.`,
};

/** One thing that was looked at, as a sentence. */
export function checkSentence(key: EditionCheckKey, words: Words): string {
  return SENTENCES[key](words);
}

export const EDITION_CHECK = {
  inOrder: 'در ترتیب است',
  toMend: (count: number) => (count === 0 ? 'چیزی مانع چاپ نیست.' : `${n(count)} مورد را پیش از صدور ببینید.`),
  links: {
    existing: 'دیدن نسخه',
    missed: 'هفته‌های بی‌گزارش',
    totals: 'دیدن پیش‌نویس',
    office: 'تنظیمات دفتر',
    remarks: 'نوشتن',
    readRemarks: 'دیدن',
    claims: 'فهرست همان روز',
    review: 'بررسی',
    notReported: 'فهرست دستگاه‌ها',
    silent: 'فهرست خاموش‌ها',
    late: 'فهرست عقب‌مانده‌ها',
  },
  askAdmin: 'راهبر سامانه آن را در «تنظیمات» می‌نویسد.',
  missedTitle: 'هفته‌های بی‌گزارش',
  missedTake: (count: number) =>
    `${n(count)} هفتۀ دیگر برنامه تمام شده و گزارش ندارد. هر یک را می‌توان با ارقام پایان همان هفته صادر کرد؛ گزارش می‌گوید که دیر صادر شده است.`,
  moreMissed: (count: number) => `${n(count)} هفتۀ پیش‌تر`,
  remarksTitle: 'سخن معاون فرماندار',
  remarksTake: 'پیش از امضا چاپ می‌شود. صدور، متنی را برمی‌دارد که در همان لحظه اینجاست.',
  remarksLabel: 'متن برای گزارش این هفته',
  remarksHint: 'هر بند در یک سطر. اگر خالی ذخیره شود، متن پیشین پس گرفته می‌شود.',
  remarksSave: 'ذخیرۀ متن',
  remarksSaved: 'متن ذخیره شد.',
  remarksNone: 'هنوز چیزی نوشته نشده است.',
  remarksBy: (name: string, when: string) => `${name}؛ ${when}`,
  remarksTakenBack: 'پس گرفته شد',
  remarksHistory: (count: number) => `نوشته‌های پیشین: ${n(count)}`,
} as const;
