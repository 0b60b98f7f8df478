import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { formatDate, formatDayMonthYear, formatMonth } from '@/lib/format/dates';
import { formatDecimal, formatInteger, formatPercentValue } from '@/lib/format/numbers';

const n = formatInteger;
const percent = (share: number) => `${formatPercentValue(share, 0)}٪`;

/** Words of the page on network, telecom coverage and letters. */
export const NETWORK = {
  title: 'شبکه و نامه',
  take: 'پیشرفت هر محور در هر دهستان، دستگاه‌های بدون پوشش مخابراتی، و سهم نامه‌های الکترونیکی در هر ماه.',
  knownOn: (day: CivilDate) => `بر پایهٔ آنچه تا ${formatDayMonthYear(day)} ثبت شده است.`,
  trackLink: 'نقشهٔ این محور در دهستان‌ها',
  paletteNote: 'نقشهٔ دهستان‌ها، روستاهای بی‌پوشش، نامهٔ الکترونیکی',
  paletteWords: 'اتصال مخابرات دهستان روستا پوشش اتوماسیون',

  map: 'پوشش در بخش‌ها و دهستان‌ها',
  mapCaption: 'نقشهٔ شماتیک شهرستان: هر خانه یک دهستان یا مرکز بخش است',
  mapNote: 'نقشه شماتیک است: جای خانه‌ها از نقشهٔ شهرستان است و اندازه‌ها نه. ستون کنار هر خانه سهم تأییدشده است.',
  centre: 'مرکز بخش و شهرها',
  inDistrict: (district: string) => `بخش ${district}`,
  track: 'محور',
  measure: 'سنجه',
  wholeTrack: 'پیشرفت تأییدشدهٔ محور',
  show: 'نمایش',
  filterMap: 'گزینش محور و سنجه',
  noTrack: 'برنامه هنوز محوری ندارد.',
  noTrackText: 'پس از بارگذاری برنامه و دستگاه‌ها نقشه این‌جا می‌آید.',
  noAreas: 'هنوز بخشی بارگذاری نشده است.',
  mapTake: (measure: string, total: string, least: string | null, most: string | null) =>
    [`${measure}: ${total}.`, least === null || most === null ? '' : `بیشترین ${most} و کمترین ${least}.`]
      .filter(Boolean)
      .join(' '),
  cellTake: (name: string, share: number) => `${name} با ${percent(share)}`,
  shareOfTrack: (share: number | null, bodies: number) =>
    share === null ? 'دستگاهی نیست' : `${percent(share)} در ${n(bodies)} دستگاه`,
  shareOfStep: (done: number, bodies: number) =>
    bodies === 0 ? 'دستگاهی نیست' : `${n(done)} از ${n(bodies)} دستگاه، ${percent(done / bodies)}`,
  percent,
  ofBodies: (done: number, bodies: number) => `${n(done)} از ${n(bodies)} دستگاه`,
  bodiesCount: (bodies: number) => `${n(bodies)} دستگاه`,
  noBodies: 'دستگاهی ندارد',
  blockedShort: (bodies: number) => `${n(bodies)} بی‌پوشش`,
  levels: { none: 'هیچ', low: 'کم', half: 'نیمه', high: 'بیشتر', full: 'کامل' },
  areasTable: 'همین نقشه در جدول',
  areasCaption: 'دستگاه‌ها و سهم تأییدشده در هر بخش و دهستان',
  district: 'بخش',
  ruralDistrict: 'دهستان',
  bodies: 'دستگاه',
  verifiedShare: 'سهم تأییدشده',
  verifiedBodies: 'تأییدشده',
  blockedBodies: 'بی‌پوشش مخابراتی',
  wholeDistrict: 'کل بخش',
  wholeCounty: 'کل شهرستان',

  blocked: 'دستگاه‌های بدون پوشش مخابراتی',
  blockedVillages: 'روستاهای بدون پوشش مخابراتی',
  blockedTake: (bodies: number, steps: number, longest: number | null) =>
    bodies === 0
      ? 'مانع بازی به این علت ثبت نشده است.'
      : `${n(bodies)} دستگاه، ${n(steps)} گام${longest === null ? '' : `؛ دیرینه‌ترین ${n(longest)} روز است که مانده`}.`,
  askedRule: '«واپسین پیگیری» روز واپسین نامهٔ فرمانداری به آن دستگاه است.',
  filterBlocked: 'گزینش فهرست بی‌پوشش‌ها',
  category: 'نوع دستگاه',
  everyCategory: 'همهٔ دستگاه‌ها',
  search: 'جست‌وجو',
  body: 'دستگاه',
  step: 'گام',
  since: 'از',
  days: 'روز',
  note: 'آنچه ثبت شده',
  turn: 'نوبت',
  asked: 'واپسین پیگیری',
  neverAsked: 'نامه‌ای نرفته',
  emptyBlocked: 'هیچ دستگاهی مانع «نبود پوشش مخابراتی» ندارد.',
  emptyBlockedText: 'هنگامی که رابط دستگاهی این مانع را ثبت کند، این‌جا می‌آید.',
  emptySearch: 'با این شرط‌ها دستگاهی در فهرست نیست.',
  sendTitle: 'برای ارسال به مخابرات',
  sendTake: 'فهرست با سربرگ و جای شماره، تاریخ و امضا. دستگاه‌ها همان‌هایی است که نوع و بخش بالا می‌گوید.',
  sendOwn: (names: string) => `تنها دستگاه‌های بخش ${names}؛ فهرست بخش‌های دیگر را بخشداری خودشان می‌فرستد.`,
  sendPrint: 'دیدن و چاپ نامه',
  sendPdf: 'نامه، PDF',
  sendXlsx: 'فهرست نامه، Excel',
  nothingToSend: 'دستگاهی نیست که برای مخابرات فرستاده شود.',

  months: 'سهم نامه‌های الکترونیکی در هر ماه',
  shareMonths: (title: string) => `${title} در هر ماه`,
  monthsRule: 'سهم از جمع صورت‌ها بر جمع مخرج‌هاست و کنار هر عدد شمار دستگاه‌های گزارش‌داده می‌آید.',
  indicator: 'شاخص',
  filterMonths: 'گزینش شاخص',
  month: 'ماه',
  county: 'شهرستان',
  coverage: (reported: number, expected: number) => `${n(reported)} از ${n(expected)}`,
  reported: 'گزارش‌داده',
  monthsTake: (month: JalaliMonth, value: number, bodies: number, expected: number) =>
    `${formatMonth(month)}: ${formatDecimal(value, 1)} درصد، از ${n(bodies)} دستگاه از ${n(expected)}.`,
  monthsChange: (month: JalaliMonth, value: number) =>
    `در ماه پایه، ${formatMonth(month)}، ${formatDecimal(value, 1)} درصد بود.`,
  value: (value: number) => `${formatDecimal(value, 1)}٪`,
  noValue: '–',
  chartName: (title: string) => `نمودار ${title} در شهرستان؛ عددها در جدول زیر است`,
  noReadings: 'هنوز دستگاهی این شاخص را گزارش نداده است.',
  noReadingsText: 'رابط هر دستگاه عددهای ماه را در «شاخص‌های ماه» می‌نویسد و سهم همان دم این‌جا می‌آید.',
  noShare: 'شاخصی که سهم باشد بارگذاری نشده است.',
  noMonth: 'هنوز ماهی برای شاخص‌ها نرسیده است.',

  file: {
    /** Names of sheets: 31 characters at most. */
    sheets: {
      blocked: 'بدون پوشش مخابراتی',
      areas: 'محور در دهستان‌ها',
      months: 'سهم در هر ماه',
      telecom: 'برای مخابرات',
    },
    code: 'کد',
    district: 'بخش',
    sinceOn: 'از روز',
    shareRatio: 'سهم',
  },
} as const;

/** Words of the paper for the telecom, as PRINT.md asks: «ۀ», no comma right after a figure. */
export const TELECOM_PAPER = {
  title: 'فهرست دستگاه‌های بدون پوشش مخابراتی',
  recipient: (county: string) => `مدیر محترم مخابرات شهرستان ${county}`,
  subject: 'دستگاه‌ها و روستاهای بدون پوشش مخابراتی',
  districtsAside: (names: string) => `بخش ${names}`,
  opening: (programme: string, bodies: number, day: CivilDate) =>
    `در اجرای «${programme}» تا پایان ${formatDate(day)} شمار ${n(bodies)} دستگاه که در جدول زیر آمده است به سبب نبود پوشش مخابراتی از گام نوشته‌شده در برابر خود بازمانده‌اند.`,
  openingNone: (programme: string, day: CivilDate) =>
    `در اجرای «${programme}» تا پایان ${formatDate(day)} دستگاهی با مانع پوشش مخابراتی ثبت نشده است.`,
  request:
    'خواهشمند است دستور فرمایید برای هر ردیف روز پیش‌بینی‌شدۀ پوشش در ستون آخر نوشته و یک نسخه از فهرست به این فرمانداری بازگردانده شود.',
  row: 'ردیف',
  body: 'دستگاه',
  ruralDistrict: 'دهستان',
  district: 'بخش',
  step: 'گام بازمانده',
  since: 'مانع از',
  days: 'روز',
  note: 'شرح',
  promised: 'روز پوشش (مخابرات)',
  caption: (bodies: number, steps: number) => `${n(bodies)} دستگاه و ${n(steps)} گام`,
  signHere: 'محل امضا و مهر',
  foot: (day: CivilDate) => `وضع تا پایان ${formatDate(day)} برابر ثبت‌های سامانه`,
} as const;
