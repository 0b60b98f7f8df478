import { toPersianDigits } from '@/lib/text/digits';

/** Kinds of things the palette finds, in the order in which they are shown. */
export const PALETTE_GROUPS = ['days', 'bodies', 'pages', 'tracks', 'editions', 'actions'] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

export const PALETTE_GROUP_LABELS: Record<PaletteGroup, string> = {
  days: 'رفتن به روز',
  bodies: 'دستگاه‌ها',
  pages: 'صفحه‌ها',
  tracks: 'محورها',
  editions: 'گزارش‌های هفتگی',
  actions: 'کارها',
};

/** Words of the search and commands that Ctrl K opens. */
export const PALETTE = {
  open: 'جست‌وجو و فرمان‌ها',
  openWithKey: 'جست‌وجو و فرمان‌ها، Ctrl K',
  title: 'جست‌وجو و فرمان‌ها',
  label: 'دستگاه، صفحه، محور، گزارش، کار یا تاریخ',
  placeholder: 'نام یا کد دستگاه، نام صفحه، یا تاریخ مانند ۱۳۹۷/۰۸/۱۵',
  results: 'یافته‌ها',
  loading: 'در حال خواندن فهرست…',
  failed: 'فهرست خوانده نشد. با Enter در فهرست دستگاه‌ها جست‌وجو کنید.',
  found: (count: number) => `${toPersianDigits(count)} یافته`,
  nothing: 'چیزی یافت نشد.',
  searchList: (query: string) => `جست‌وجوی «${query}» در فهرست دستگاه‌ها`,
  keyMove: 'جابه‌جایی',
  keyOpen: 'بازکردن',
  keyClose: 'بستن',
  close: 'بستن',

  dashboardOn: (day: string) => `نمای کلی تا ${day}`,
  bodiesOn: (day: string) => `دستگاه‌ها تا ${day}`,
  outOfRange: (from: string, to: string) => `این روز در دامنهٔ برنامه نیست؛ از ${from} تا ${to} را می‌توان دید.`,

  place: (category: string, district: string) => `${category} · بخش ${district}`,
  heatMap: 'نقشهٔ گام‌ها',
  heatMapNote: 'همهٔ دستگاه‌ها و گام‌ها',
  trackNote: (code: string) => `محور ${code} در نمای کلی`,
  edition: (number: number) => `گزارش شمارهٔ ${toPersianDigits(number)}`,
  issueReport: 'صدور گزارش هفتگی',
  changePassword: 'تغییر گذرواژه',
  print: 'چاپ این صفحه',
  themes: { light: 'صفحهٔ روشن', dark: 'صفحهٔ تیره', system: 'روشنایی مانند رایانه' },
  themeWords: 'تم حالت شب روز رنگ',
  signOut: 'خروج از حساب',
  /** Other words for the same thing, which people type. */
  words: {
    dashboard: 'داشبورد خانه پیشخوان',
    review: 'تأیید عودت صف کارتابل',
    issueReport: 'صدور گزارش تازه هفته',
    readings: 'اکسل شاخص بارگذاری ورود',
    deeds: 'پیامد نتیجه رضایت شاخص کردار',
    letters: 'نامه پیگیری اخطار تذکر',
    print: 'پرینت کاغذ',
    signOut: 'خروج خارج شدن',
    changePassword: 'رمز پسورد',
    desks: 'وب سایت پرتال درگاه',
  },
} as const;
