import type {
  PublicColumnName,
  PublicResource,
  PublicType,
  SurveyMeasure,
  WithheldReason,
} from '@/lib/domain/public-data';

interface ColumnWords {
  readonly title: string;
  readonly meaning: string;
  readonly unit?: string;
}

const BODY_CODE = { title: 'کد دستگاه', meaning: 'کدی که این سامانه به دستگاه داده است؛ پیوند میان فایل‌ها.' };
const TRACK_CODE = { title: 'کد محور', meaning: 'کد محور برنامه.' };
const TRACK_TITLE = { title: 'محور', meaning: 'نام محور برنامه.' };
const DEADLINE = {
  deadline: { title: 'مهلت (میلادی)', meaning: 'پایان مهلت محور در دستور برنامه. جایی که چند مهلت باشد خالی است.' },
  deadline_jalali: { title: 'مهلت', meaning: 'همان روز به تقویم هجری شمسی.' },
};
const VERIFIED_SHARE = 'سهم گام‌های تأییدشده به وزن هر گام. گامی که برای دستگاه لازم نیست در حساب نمی‌آید.';

/** Title, meaning and unit of every column of the open files. A column without its words does not compile. */
export const PUBLIC_COLUMN_WORDS: {
  readonly [R in PublicResource]: Readonly<Record<PublicColumnName<R>, ColumnWords>>;
} = {
  bodies: {
    body_code: BODY_CODE,
    name: { title: 'نام دستگاه', meaning: 'نام رسمی دستگاه.' },
    category: { title: 'نوع (کد)', meaning: 'نوع دستگاه به واژهٔ ماشین.' },
    category_title: { title: 'نوع دستگاه', meaning: 'مانند دستگاه اجرایی، شهرداری یا دهیاری.' },
    district_code: { title: 'کد بخش', meaning: 'کد رسمی بخش.' },
    district: { title: 'بخش', meaning: 'بخشی که دستگاه در آن است.' },
    real_desk: {
      title: 'میز خدمت واقعی',
      meaning: 'آیا اختیار میز و بازدید سرزدهٔ آن هر دو تأیید شده است. خالی: دستگاه مشمول میز حضوری نیست.',
    },
    desk_address: { title: 'نشانی میز الکترونیکی', meaning: 'نشانی میز خدمت الکترونیکی دستگاه در وب.' },
  },
  body_tracks: {
    body_code: BODY_CODE,
    track_code: TRACK_CODE,
    track_title: TRACK_TITLE,
    verified: { title: 'سهم تأییدشده', meaning: VERIFIED_SHARE, unit: 'از ۰ تا ۱' },
    ...DEADLINE,
  },
  milestones: {
    body_code: BODY_CODE,
    track_code: TRACK_CODE,
    milestone_code: { title: 'کد گام', meaning: 'کد گام در برنامه.' },
    title: { title: 'گام', meaning: 'کاری که باید انجام شود.' },
    actor: { title: 'بر عهدهٔ', meaning: 'body: خود دستگاه؛ governorate: فرمانداری.' },
    verified: { title: 'تأییدشده', meaning: 'آیا فرمانداری انجام این گام را تأیید کرده است.' },
    verified_on: { title: 'روز تأیید (میلادی)', meaning: 'روزی که تأیید ثبت شد. اگر تأیید نشده باشد خالی است.' },
    verified_on_jalali: { title: 'روز تأیید', meaning: 'همان روز به تقویم هجری شمسی.' },
  },
  figures: {
    grouping: { title: 'گروه‌بندی', meaning: 'total: همه؛ track: محور؛ category: نوع دستگاه؛ district: بخش.' },
    code: { title: 'کد گروه', meaning: 'کد محور، نوع دستگاه یا بخش.' },
    title: { title: 'گروه', meaning: 'نام گروه.' },
    ...DEADLINE,
    bodies: { title: 'دستگاه‌ها', meaning: 'شمار دستگاه‌هایی که حساب شده‌اند.', unit: 'دستگاه' },
    milestones: { title: 'گام‌ها', meaning: 'شمار گام‌های این دستگاه‌ها.', unit: 'گام' },
    verified_milestones: { title: 'گام‌های تأییدشده', meaning: 'شمار گام‌هایی که تأیید شده است.', unit: 'گام' },
    planned: { title: 'برنامه', meaning: 'سهمی که موعد آن تا آن روز رسیده است.', unit: 'از ۰ تا ۱' },
    verified: { title: 'تأییدشده', meaning: `${VERIFIED_SHARE} میانگین دستگاه‌های گروه.`, unit: 'از ۰ تا ۱' },
  },
  outcomes: {
    origin: { title: 'منشأ', meaning: 'reading: گزارش ماهانهٔ دستگاه؛ survey: نظرسنجی از مراجعان.' },
    measure: { title: 'سنجه', meaning: 'کد شاخص، یا نام اندازهٔ نظرسنجی.' },
    title: { title: 'نام سنجه', meaning: 'نام فارسی سنجه.' },
    unit: { title: 'واحد', meaning: 'واحد مقدار.' },
    direction: { title: 'جهت', meaning: 'higher_is_better: بیشتر بهتر است؛ lower_is_better: کمتر بهتر است.' },
    body_code: { title: 'کد دستگاه', meaning: 'خالی: همهٔ دستگاه‌هایی که مقدارشان منتشر شده است.' },
    month: { title: 'ماه', meaning: 'ماه هجری شمسی. تنها ماه‌های پایان‌یافته منتشر می‌شود.' },
    value: { title: 'مقدار', meaning: 'مقدار سنجه. اگر منتشر نشده باشد خالی است.' },
    count: { title: 'شمار', meaning: 'شمار پاسخ‌ها یا موردها. خالی: این شاخص شمار ندارد.', unit: 'پاسخ یا مورد' },
    bodies: { title: 'دستگاه‌ها', meaning: 'شمار دستگاه‌هایی که مقدار از آن‌هاست.', unit: 'دستگاه' },
    withheld: {
      title: 'منتشرنشده',
      meaning: 'few: کمتر از پنج پاسخ یا مورد؛ count_unknown: شمار پاسخ‌ها معلوم نیست. خالی: مقدار منتشر شده است.',
    },
  },
  dictionary: {
    resource: { title: 'فایل', meaning: 'نام فایل.' },
    column: { title: 'ستون', meaning: 'نام ستون در فایل.' },
    title: { title: 'عنوان', meaning: 'عنوان فارسی ستون.' },
    meaning: { title: 'معنا', meaning: 'آنچه ستون می‌گوید.' },
    type: { title: 'گونه', meaning: 'گونهٔ مقدار.' },
    unit: { title: 'واحد', meaning: 'واحد مقدار، اگر دارد.' },
    source_columns: { title: 'از ستون‌های', meaning: 'ستون‌های پایگاه داده که مقدار از آن‌ها ساخته می‌شود.' },
  },
};

export const PUBLIC_RESOURCE_WORDS: Readonly<
  Record<PublicResource, { readonly title: string; readonly take: string }>
> = {
  bodies: { title: 'دستگاه‌ها', take: 'نام، نوع، بخش، نشانی میز الکترونیکی و نشان میز خدمت واقعی.' },
  body_tracks: { title: 'پیشرفت دستگاه‌ها', take: 'سهم تأییدشدهٔ هر دستگاه در هر محور و مهلت آن.' },
  milestones: { title: 'گام‌ها', take: 'هر گام هر دستگاه: تأیید شده است یا نه، و چه روزی.' },
  figures: { title: 'جمع‌ها', take: 'برنامه و تأییدشده به تفکیک محور، نوع دستگاه و بخش.' },
  outcomes: { title: 'پیامدها', take: 'شاخص‌های ماهانه و نظرسنجی از مراجعان، با شمار پاسخ‌ها.' },
  dictionary: { title: 'واژه‌نامهٔ داده', take: 'معنای هر ستون هر فایل.' },
};

export const PUBLIC_TYPE_WORDS: Readonly<Record<PublicType, string>> = {
  text: 'متن',
  code: 'کد',
  word: 'یکی از چند واژه',
  day: 'روز میلادی',
  jalali_day: 'روز هجری شمسی',
  month: 'ماه هجری شمسی',
  address: 'نشانی وب',
  flag: 'آری یا نه',
  ratio: 'نسبت',
  number: 'عدد',
};

export const SURVEY_MEASURE_TITLES: Readonly<Record<SurveyMeasure, string>> = {
  satisfaction: 'رضایت مراجعان (نظرسنجی)',
  ease: 'سهولت (نظرسنجی)',
  transparency: 'شفافیت (نظرسنجی)',
  integrity: 'سلامت اداری (نظرسنجی)',
  go_between: 'نیاز به واسطه (نظرسنجی)',
};
export const SURVEY_UNITS = { score: 'امتیاز ۰ تا ۱۰۰', percent: 'درصد' } as const;

export const WITHHELD_WORDS: Readonly<Record<WithheldReason, string>> = {
  few: 'کمتر از پنج پاسخ؛ منتشر نمی‌شود',
  count_unknown: 'شمار پاسخ‌ها معلوم نیست؛ منتشر نمی‌شود',
};

/** The licence of the open files. */
export const PUBLIC_LICENCE = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.fa',
  text: 'استفاده با ذکر منبع آزاد است.',
} as const;
