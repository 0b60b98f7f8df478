import { formatInteger } from '@/lib/format/numbers';

/** Words beside a piece of evidence that is looked at. */
export const EVIDENCE_VIEW = {
  tabs: 'پیوست‌ها',
  zoomIn: 'بزرگ‌تر',
  zoomOut: 'کوچک‌تر',
  zoom: (percent: number) => `${formatInteger(percent)} درصد`,
  full: 'تمام‌صفحه',
  openInTab: 'باز کردن در برگهٔ تازه',
  download: 'دریافت فایل',
  pages: (count: number) => `${formatInteger(count)} صفحه`,
  page: (number: number, of: number) => `صفحهٔ ${formatInteger(number)} از ${formatInteger(of)}`,
  pdfOpen: 'نمایش در همین صفحه',
  pdfLoading: 'فایل در حال باز شدن است…',
  pdfFailed: 'این فایل در این صفحه باز نشد. آن را دریافت کنید و روی رایانهٔ خود ببینید.',
  pdfLocked: 'این فایل گذرواژه دارد و در این صفحه باز نمی‌شود. آن را دریافت کنید، یا نسخهٔ بی‌گذرواژه بخواهید.',
  noPreview: 'این نوع فایل در صفحه نشان داده نمی‌شود. آن را دریافت کنید.',
  letterNumber: 'شماره',
  letterOn: 'تاریخ',
  letterSubject: 'موضوع',
  letterHint: 'متن نامه در سامانه نیست؛ شماره و تاریخ را با دبیرخانه بسنجید.',
  host: 'نشانی از',
  wholeAddress: 'نشانی کامل',
  openAddress: 'باز کردن نشانی',
  addressHint: 'سامانه این نشانی را باز نکرده است. در برگه‌ای تازه و بی‌آنکه نشانی سامانه فرستاده شود باز می‌شود.',
  plainHttp: 'بدون رمزنگاری',
  acceptedTab: 'پذیرفتهٔ پیشین',
} as const;
