import { toPersianDigits } from '@/lib/text/digits';

/** Words of signing in, changing a password and the first set-up. */
export const SIGN_IN = {
  title: 'ورود',
  lede: 'با نام کاربری‌ای که راهبر سامانه به شما داده است، وارد شوید.',
  username: 'نام کاربری',
  password: 'گذرواژه',
  firstTimeHint: 'در نخستین ورود، از شما گذرواژهٔ تازه خواسته می‌شود.',
  submit: 'ورود',
  forgotten: 'گذرواژه را فراموش کرده‌اید؟',
  forgottenHelp: 'با راهبر سامانه در فرمانداری تماس بگیرید.',
  forgottenPhone: 'با راهبر سامانه در فرمانداری تماس بگیرید:',
  signedOut: 'از سامانه خارج شدید.',
  continueAfter: 'برای ادامه وارد شوید؛ سپس به همان صفحه بازمی‌گردید.',
  usernameMissing: 'نام کاربری را بنویسید.',
  passwordMissing: 'گذرواژه را بنویسید.',
  contextLabel: 'برنامهٔ جاری',
} as const;

export const OUTLOOK = {
  title: (programme: string, county: string) => (county === '' ? programme : `${programme}، ${county}`),
  daysTo: (track: string) => `روز تا مهلت ${track}`,
  deadline: (day: string, lastWorkingDay: string) => `${day}؛ آخرین روز کاری ${lastWorkingDay}`,
  deadlineOnWorkingDay: (day: string) => `${day}، روز کاری`,
  deadlinePassed: 'مهلت‌های برنامه گذشته است.',
  bodies: 'دستگاه',
  bodiesHint: 'در برنامهٔ جاری',
  steps: (tracks: string) => `گام در ${tracks} محور`,
  listOfTracks: (titles: readonly string[]) => titles.join('، '),
  noProgramme: 'هنوز برنامه‌ای بارگذاری نشده است.',
} as const;

export const CHANGE_PASSWORD = {
  title: 'تغییر گذرواژه',
  forced: 'گذرواژهٔ شما موقت است. گذرواژه‌ای تازه برگزینید که تنها خودتان بدانید.',
  voluntary: 'با تغییر گذرواژه، از همهٔ دستگاه‌های دیگر خارج می‌شوید.',
  current: 'گذرواژهٔ کنونی',
  currentForcedHint: 'همان گذرواژهٔ موقت که راهبر سامانه داده است.',
  next: 'گذرواژهٔ تازه',
  repeat: 'تکرار گذرواژهٔ تازه',
  submit: 'تغییر گذرواژه',
  done: 'گذرواژهٔ شما تغییر کرد.',
  currentMissing: 'گذرواژهٔ کنونی را بنویسید.',
  nextMissing: 'گذرواژهٔ تازه را بنویسید.',
  repeatDiffers: 'تکرار با گذرواژهٔ تازه یکی نیست.',
  contextTitle: 'گذرواژهٔ خوب',
  rules: (minimum: number) => [
    { title: `دست‌کم ${toPersianDigits(minimum)} نویسه`, text: 'چند واژهٔ بی‌ربط بهتر از یک واژه با عدد است.' },
    { title: 'بی نام کاربری', text: 'نام کاربری نباید در آن باشد.' },
    { title: 'تنها برای این سامانه', text: 'گذرواژهٔ ایمیل یا رایانهٔ خود را به کار نبرید.' },
  ],
} as const;

export const SET_UP = {
  title: 'راه‌اندازی',
  lede: 'این سامانه تازه است و هنوز کاربری ندارد. نخستین راهبر سامانه را بسازید.',
  name: 'نام و نام خانوادگی',
  username: 'نام کاربری',
  usernameHint: 'حرف، رقم، نقطه و خط تیره؛ ۳ تا ۴۰ نویسه.',
  password: 'گذرواژه',
  repeat: 'تکرار گذرواژه',
  submit: 'ساختن راهبر و ورود',
  nameMissing: 'نام و نام خانوادگی را بنویسید.',
  contextTitle: 'سپس چه می‌شود؟',
  steps: [
    { title: 'ساختن راهبر', text: 'راهبر کاربران و داده‌های پایه را نگه می‌دارد و در پیشرفت کار دستی ندارد.' },
    { title: 'بارگذاری برنامه و دستگاه‌ها', text: 'محورها، گام‌ها، مهلت‌ها و فهرست دستگاه‌ها از فایل خوانده می‌شود.' },
    { title: 'ساختن کاربران', text: 'معاون، کارشناسان و رابط‌ها هر یک با گذرواژهٔ موقت وارد می‌شوند.' },
  ],
} as const;
