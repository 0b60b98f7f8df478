import { toPersianDigits } from '@/lib/text/digits';

/** What each threshold, and each other setting, is called. */
export const THRESHOLD_LABELS = {
  thursdayIsWorkingDay: 'پنجشنبه روز کاری است',
  atRiskDueWithinDays: 'نزدیکی موعد برای «در معرض تأخیر»',
  atRiskQuietDays: 'بی‌خبری از گام برای «در معرض تأخیر»',
  silentAfterDays: 'آغاز بی‌خبری دستگاه',
  returnGraceWorkingDays: 'فرصت پس از عودت',
  reviewTargetDays: 'هدف بررسی اعلام‌ها',
  lateEntryDays: 'نشان «دیر ثبت شده»',
  reportingCutoffWeekday: 'روز پایان گزارش‌دهی هفته',
  reportingCutoffTime: 'ساعت پایان گزارش‌دهی',
  realDeskMilestones: 'گام‌های میز خدمت واقعی',
  office: 'واژه‌های دفتر',
  publicPage: 'صفحهٔ همگانی',
  sectionsLeftOut: 'بخش‌های کنارگذاشتهٔ گزارش هفتگی',
  is_sample: 'دادهٔ نمونه',
  demo_seed_version: 'نسخهٔ دادهٔ نمونه',
} as const;

export const SETTINGS_PAGE = {
  title: 'تنظیمات',
  take: 'هر تغییر از امروز اثر دارد. اعداد و گزارش‌های روزهای پیش همان می‌ماند که بود، زیرا هر روز با تنظیم همان روز حساب می‌شود.',
  thresholds: 'آستانه‌ها',
  thresholdsTake: 'وضعیت‌ها و فهرست‌ها با این عددها ساخته می‌شود.',
  office: 'واژه‌های دفتر',
  officeTake: 'بر نامه‌ها و گزارش هفتگی نوشته می‌شود. آنچه خالی بماند، از نام شهرستان ساخته می‌شود.',
  history: 'تغییرهای پیشین',
  noHistory: 'هنوز چیزی تغییر نکرده است؛ همه چیز پیش‌فرض است.',
  historyMore: 'همهٔ تغییرها',
  save: 'ذخیرهٔ آستانه‌ها',
  saveOffice: 'ذخیرهٔ واژه‌ها',
  saved: 'ذخیره شد و از امروز اثر دارد.',
  unchanged: 'چیزی تغییر نکرده بود؛ نسخهٔ تازه‌ای ثبت نشد.',

  calendar: 'تقویم کار',
  risk: 'پیشرفت و تأخیر',
  reporting: 'گزارش‌دهی و بررسی',
  hints: {
    thursdayIsWorkingDay: 'در شمارش روزهای کاری مانده اثر دارد.',
    atRiskDueWithinDays: 'گامی که موعدش تا این چند روز دیگر است و پیش نرفته، دستگاه را در معرض تأخیر می‌گذارد.',
    atRiskQuietDays: 'اگر بیش از این چند روز رویدادی بر گام ثبت نشده باشد.',
    silentAfterDays: 'دستگاهی که بیش از این چند روز گزارش نداده، در فهرست بی‌خبرها می‌آید.',
    returnGraceWorkingDays: 'روز کاری که پس از عودتِ اعلامِ به‌موقع به دستگاه داده می‌شود.',
    reviewTargetDays: 'اعلامی که بیش از این چند روز مانده، به حساب فرمانداری دیر است.',
    lateEntryDays: 'رویدادی که بیش از این چند روز پس از انجام ثبت شود، نشان می‌گیرد.',
    reportingCutoffTime: 'مانند ۱۴:۰۰، به وقت تهران.',
    realDeskMilestones: 'کد گام‌ها با فاصله. میز خدمت وقتی «واقعی» است که همهٔ این‌ها تأیید شده باشد.',
  },
  defaultDays: (days: string) => `پیش‌فرض: ${days} روز.`,
  officeFields: {
    name: 'نام دفتر',
    province: 'استان',
    letterhead: 'سربرگ',
    motto: 'شعار سال',
    recipient: 'گیرندگان گزارش',
    signatory: 'سمت امضاکننده',
    preparedTitle: 'سمت تهیه‌کننده',
    confirmedTitle: 'سمت تأییدکننده',
    copies: 'رونوشت‌ها',
    webAddress: 'نشانی سامانه',
  },
  oneALine: 'هر سطر یک مورد.',
  ifEmpty: (text: string) => `اگر خالی بماند: ${text}`,
  copiesDefault: 'بخشداران و دبیرخانه',
  mottoHint: 'زیر سربرگ چاپ می‌شود. با سال نو آن را تغییر دهید.',
  preparedDefault: 'نام و نقش کسی که صادر می‌کند',
  copiesHint:
    'هر رونوشت با دلیل آن؛ مانند «بخشدار محترم مرکزی» و «برای آگاهی و پیگیری». با ذخیره، سطر تازه افزوده می‌شود.',
  copyTo: (index: number) => `رونوشت ${toPersianDigits(index)} برای`,
  copyReason: (index: number) => `دلیل رونوشت ${toPersianDigits(index)}`,
  sections: 'بخش‌های گزارش هفتگی',
  sectionsTake:
    'نامه، خلاصهٔ یک‌صفحه‌ای و امضاها همیشه هست و ترتیب بخش‌ها همین است. بخشی که کنار گذاشته شود در سند، چاپ و فایل‌های نسخه‌های تازه نیست؛ نسخه‌های صادرشده دگرگون نمی‌شوند.',
  sectionsField: 'در گزارش بیاید',
  saveSections: 'ذخیرهٔ بخش‌ها',
  webAddressHint: 'برای رمزینهٔ روی کاغذ؛ مانند https://mizban.example.ir. بی آن، رمزینه چاپ نمی‌شود.',
  when: 'روز',
  what: 'تنظیم',
  change: 'تغییر',
  who: 'به دست',
} as const;

/** A clock time as a field holds it: `۱۴:۰۰`. */
export function clockInput(time: string): string {
  return toPersianDigits(time);
}
