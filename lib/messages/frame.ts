/** Words of what surrounds every page, and of the pages that stand in for a page. */
export const FRAME = {
  product: 'میزبان',
  skip: 'رفتن به محتوای اصلی',
  sampleAside: 'نمایش',
  sampleData: 'دادهٔ نمونه است.',
  simulatedToday: (today: string) => `امروزِ این نمایش: ${today}`,
  home: 'میزبان، نخستین صفحه',
  navigation: 'بخش‌های سامانه',
  menu: 'فهرست بخش‌ها',
  searchLabel: 'جست‌وجوی دستگاه',
  searchPlaceholder: 'نام یا کد دستگاه',
  searchButton: 'جست‌وجو',
  account: 'حساب من',
  changePassword: 'تغییر گذرواژه',
  signOut: 'خروج',
  theme: 'روشنایی صفحه',
  themes: { system: 'مانند رایانه', light: 'روشن', dark: 'تیره' },
  delegateUntil: (day: string) => `جانشین معاون فرماندار تا ${day}`,
  waiting: (count: string) => `${count} مورد در انتظار تصمیم`,
  waitingSuffix: 'مورد در انتظار تصمیم',
  unreadSuffix: 'پیام خوانده‌نشده',
  unread: (count: string) => `${count} پیام خوانده‌نشده`,
  countyTitle: (county: string) => (county.startsWith('شهرستان') ? county : `شهرستان ${county}`),
  governorate: (county: string) => `فرمانداری ${county.startsWith('شهرستان') ? county : `شهرستان ${county}`}`,
} as const;

export const NAVIGATION = {
  dashboard: 'نمای کلی',
  bodies: 'دستگاه‌ها',
  review: 'بررسی',
  meeting: 'جلسه',
  inspections: 'بازدیدها',
  indicators: 'شاخص‌ها',
  reports: 'گزارش هفتگی',
  my: 'گام‌های من',
  history: 'گزارش‌های من',
  inbox: 'پیام‌ها',
  admin: 'راهبری',
} as const;

export const STAND_IN = {
  notFoundTitle: 'این صفحه یافت نشد.',
  notFound: 'نشانی درست نیست یا دسترسی شما آن را در بر نمی‌گیرد. برای دسترسی با راهبر سامانه تماس بگیرید.',
  firstPage: 'رفتن به نخستین صفحه',
  errorTitle: 'این صفحه باز نشد.',
  error: 'خطا از سامانه است، نه از شما. چیزی از دست نرفته است.',
  incident: 'کد پیگیری:',
  tryAgain: 'تلاش دوباره',
  loading: 'در حال بارگذاری',
} as const;

/** Expected failures that can meet somebody who opens a page, by the code that reaches the browser. */
export const PAGE_ERRORS: Readonly<Record<string, { title: string; message: string }>> = {
  no_programme: {
    title: 'هنوز برنامه‌ای بارگذاری نشده است.',
    message: 'راهبر سامانه از بخش «راهبری» برنامه، محورها و دستگاه‌ها را بارگذاری می‌کند.',
  },
  as_of_out_of_range: {
    title: 'این روز در دامنهٔ برنامه نیست.',
    message: 'روزی از آغاز برنامه تا امروز را برگزینید.',
  },
  invalid_input: {
    title: 'نشانی این صفحه درست نیست.',
    message: 'یکی از گزینه‌های نشانی پذیرفته نشد. از فهرست‌های همین بخش شروع کنید.',
  },
  database_locked: {
    title: 'پایگاه داده اکنون در دسترس نیست.',
    message: 'چیزی از دست نرفته است. لطفاً یک دقیقهٔ دیگر دوباره تلاش کنید.',
  },
  disk_full: {
    title: 'جا برای ذخیره نیست.',
    message: 'دیسک سرور پر است؛ چیزی از دست نرفته است. لطفاً راهبر سامانه را خبر کنید.',
  },
  nothing_to_report: {
    title: 'برای این هفته گزارشی نیست.',
    message: 'این هفته پیش از آغاز برنامه است. هفتهٔ دیگری را برگزینید.',
  },
};
