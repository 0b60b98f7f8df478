import type { WaitingBandKey } from '@/lib/domain/review-pace';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';

const wait = (days: number) => (Number.isInteger(days) ? formatInteger(days) : formatDecimal(days, 1));

/** Words about which part of the queue is shown, and in which order. */
export const QUEUE = {
  search: 'جست‌وجوی دستگاه یا گام',
  searchPlaceholder: 'نام، کد یا گام',
  filters: 'صافی و ترتیب',
  apply: 'نمایش',
  any: 'همه',
  track: 'محور',
  category: 'نوع دستگاه',
  district: 'بخش',
  waiting: 'روزهای انتظار',
  evidence: 'نوع مستند',
  due: 'نسبت به موعد',
  sort: 'ترتیب',
  dues: { on_time: 'به‌موقع', after_due: 'پس از موعد' },
  sorts: { waiting: 'روزهای انتظار', name: 'نام دستگاه', step: 'محور و گام' },
  bands: {
    '0-3': 'تا ۳ روز',
    '4-7': '۴ تا ۷ روز',
    '8-14': '۸ تا ۱۴ روز',
    '15-30': '۱۵ تا ۳۰ روز',
    '31-': 'بیش از ۳۰ روز',
  } satisfies Record<WaitingBandKey, string>,
  count: (total: number, inReach: number) =>
    total === inReach
      ? `${formatInteger(total)} مورد`
      : `${formatInteger(total)} مورد از ${formatInteger(inReach)} مورد صف`,
  order: { waiting: 'به ترتیب روزهای انتظار', name: 'به ترتیب نام دستگاه', step: 'به ترتیب محور و گام' },
  filteredBy: 'صافی‌ها:',
  drop: (label: string) => `برداشتن صافی ${label}`,
  clear: 'پاک کردن همه',
  searched: (q: string) => `«${q}»`,
  pages: 'صفحه‌های صف',
  nothingFound: 'در صف موردی با این صافی‌ها نیست.',
  didYouMean: 'شاید این را می‌جویید:',
  backToList: 'بازگشت به صف',
  chosen: (count: number) => `${formatInteger(count)} مورد انتخاب شده`,
  chosenElsewhere: (count: number) => `(${formatInteger(count)} در صفحه‌های دیگر)`,
  chooseHint: 'چند اعلام با هم:',
  clearChosen: 'لغو انتخاب',
  chooseShown: (count: number) => `انتخاب ${formatInteger(count)} مورد این صفحه`,
  wholeList: (count: number) => `همهٔ ${formatInteger(count)} اعلام این فهرست`,
  verifyChosen: 'تأیید…',
  returnChosen: 'عودت…',
  median: (days: number) => `میانهٔ انتظار ${wait(days)} روز`,
  nothingWaits: 'اعلامی در انتظار نیست',
  weekDecisions: (count: number) => `${formatInteger(count)} تصمیم در این هفته`,
  lastWeekDecisions: (count: number) => `${formatInteger(count)} تصمیم در هفتهٔ گذشته`,
  returnRate: (ratio: number) => `عودت ${formatInteger(ratio * 100)} درصد در چهار هفته`,
  reasons: 'دلیل‌های عودت',
} as const;

/** Every key of the queue with what it does; `?` shows them. */
export const REVIEW_KEYS = {
  title: 'کلیدهای صف بررسی',
  all: 'همهٔ کلیدها',
  close: 'بستن',
  list: [
    ['J', 'مورد بعدی'],
    ['K', 'مورد پیشین'],
    ['V', 'تأیید همین مورد'],
    ['R', 'عودت با دلیل'],
    ['O', 'باز کردن مستند'],
    ['X', 'انتخاب یا برداشتن انتخاب همین مورد'],
    ['Shift X', 'انتخاب از مورد برگزیدهٔ پیشین تا همین مورد'],
    ['A', 'انتخاب همهٔ موردهای این صفحه'],
    ['Ctrl Z', 'بازگردانی آخرین تصمیم شما در امروز'],
    ['/', 'جست‌وجو در صف'],
    ['?', 'همین فهرست'],
  ],
  note: 'کلیدها بر پایهٔ جای آن‌هاست و با صفحه‌کلید فارسی نیز کار می‌کند. هنگام نوشتن کاری نمی‌کنند.',
} as const;

/** A claim beside what came before it. */
export const COMPARISON = {
  since: 'نسبت به عودت پیشین',
  sentBack: { return: 'عودت', reopen: 'بازگشایی' },
  added: 'تازه پیوست شده',
  gone: 'دیگر پیوست نیست',
  kept: 'همان است',
  nothingNew: 'چیز تازه‌ای پیوست نشده است.',
  accepted: 'پذیرفتهٔ پیشین',
  sameStep: 'همین گام، پیش از بازگشایی',
} as const;
