import { formatInteger } from '@/lib/format/numbers';

/** Words of the pages under `/admin/imports`. */
export const IMPORT_SCREEN = {
  title: 'بارگذاری از فایل',
  take: 'نخست فایل بررسی می‌شود و می‌بینید چه خواهد شد؛ تا تأیید شما چیزی تغییر نمی‌کند.',
  bodies: {
    title: 'فهرست دستگاه‌ها',
    take: 'فایل xlsx یا csv با یک ردیف عنوان؛ ترتیب ستون‌ها و شکل نوشتن مهم نیست. ستون‌های نام دستگاه، نوع دستگاه و بخش لازم است.',
    field: 'فایل فهرست',
  },
  history: {
    title: 'سابقهٔ گذشته',
    take: 'رویدادهای پیش از راه‌اندازی، به ترتیب تاریخ ثبت: شناسه، گام، رویداد، تاریخ وقوع، تاریخ ثبت، یادداشت، علت، نوبت، موعد.',
    field: 'فایل سابقه',
  },
  programme: {
    title: 'برنامه',
    take: 'همهٔ فایل‌ها را با هم برگزینید: programme.csv، tracks.csv، milestones.csv، areas.csv، holidays-*.csv و هر کدام هست از indicators.csv، checklist.csv، survey.csv و desk-signs.csv.',
    field: 'فایل‌های برنامه',
  },
  check: 'بررسی فایل',
  past: 'آخرین بارگذاری‌ها',
  noPast: 'هنوز فایلی بارگذاری نشده است.',
  when: 'زمان',
  file: 'فایل',
  what: 'موضوع',
  who: 'بارگذارنده',
  created: 'تازه',
  updated: 'تغییرکرده',
  unchanged: 'بی‌تغییر',
  dataRows: 'ردیف',
  events: 'رویداد',
  warnings: 'یادآوری‌ها',
  warningsTake: 'این موارد مانع بارگذاری نیست.',
  problems: 'ردیف‌های نادرست',
  preview: 'پیش‌نمایش',
  row: 'ردیف',
  code: 'شناسه',
  name: 'نام دستگاه',
  outcome: 'نتیجه',
  sentence: 'توضیح',
  part: 'بخش فایل',
  all: 'همه',
  pages: 'صفحه‌های پیش‌نمایش',
  show: 'ردیف‌ها',
  skipBadRows: 'ردیف‌های نادرست را کنار بگذار و بقیه را بارگذاری کن',
  discard: 'انصراف و حذف فایل',
  back: 'بازگشت',
  discarded: 'فایل حذف شد؛ چیزی تغییر نکرد.',
  nothingToDo: 'همهٔ آنچه در فایل آمده پیش‌تر ثبت شده است؛ کاری لازم نیست.',
  fixFirst: 'تا این ردیف‌ها درست نشود، فایل بارگذاری نمی‌شود. آن‌ها را در فایل اصلاح کنید و دوباره بفرستید.',
  moreFindings: (count: string) => `و ${count} مورد دیگر؛ پس از اصلاح این‌ها دوباره بررسی کنید.`,
} as const;

export const IMPORT_KIND_LABELS = {
  bodies: 'فهرست دستگاه‌ها',
  history: 'سابقه',
  programme: 'برنامه',
  readings: 'شاخص‌ها',
} as const;

/** What becomes of a row of a list of bodies. */
export const ROW_OUTCOME_LABELS = {
  new: 'تازه',
  changed: 'تغییرکرده',
  unchanged: 'بی‌تغییر',
  repeated: 'تکراری',
  wrong: 'نادرست',
} as const;

export const PROGRAMME_PART_LABELS = {
  programmes: 'برنامه',
  tracks: 'محورها',
  milestones: 'گام‌ها',
  areas: 'محدوده‌ها',
  holidays: 'تعطیلات',
  indicators: 'شاخص‌ها',
  checklist: 'چک‌لیست بازدید',
  survey: 'گویه‌های نظرسنجی',
  deskSigns: 'نشانه‌های میز الکترونیکی',
} as const;

const n = formatInteger;

/** The sentence that opens the preview. */
export const previewSentence = {
  bodies: (r: {
    dataRows: number;
    created: number;
    updated: number;
    unchanged: number;
    repeated: number;
    wrong: number;
  }) =>
    `${n(r.dataRows)} ردیف: ${n(r.created)} دستگاه تازه، ${n(r.updated)} تغییرکرده، ${n(r.unchanged)} بی‌تغییر، ${n(r.repeated)} تکراری و ${n(r.wrong)} نادرست.`,
  history: (r: { dataRows: number; created: number; wrong: number; from: string | null; to: string | null }) =>
    `${n(r.dataRows)} ردیف: ${n(r.created)} رویداد پذیرفتنی${r.from !== null && r.to !== null ? ` از ${r.from} تا ${r.to}` : ''} و ${n(r.wrong)} نادرست.`,
  programme: (r: { created: number; updated: number; unchanged: number; wrong: number }) =>
    `${n(r.created)} مورد تازه، ${n(r.updated)} تغییرکرده، ${n(r.unchanged)} بی‌تغییر و ${n(r.wrong)} نادرست.`,
};

/** The button says what it does. */
export const confirmLabel = {
  bodies: (created: number, updated: number) =>
    created === 0
      ? `ثبت ${n(updated)} تغییر`
      : updated === 0
        ? `بارگذاری ${n(created)} دستگاه`
        : `بارگذاری ${n(created)} دستگاه و ثبت ${n(updated)} تغییر`,
  history: (created: number) => `بارگذاری ${n(created)} رویداد`,
  programme: (created: number, updated: number) => `بارگذاری ${n(created)} مورد تازه و ثبت ${n(updated)} تغییر`,
};

export const importedSentence = (kind: keyof typeof IMPORT_KIND_LABELS, fileName: string) =>
  `«${fileName}» بارگذاری شد (${IMPORT_KIND_LABELS[kind]}).`;

export const changeSentence = (column: string, from: string, to: string) => `${column} از «${from}» به «${to}»`;
export const repeatSentence = (sheetRow: string) => `همان ردیف ${sheetRow} است؛ دوباره ثبت نمی‌شود.`;
