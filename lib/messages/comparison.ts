import { formatDecimal, formatInteger, formatPercentValue } from '@/lib/format/numbers';

const count = formatInteger;
const percent = (ratio: number | null) => (ratio === null ? '–' : formatPercentValue(ratio));

/** Words of the page that sets two days side by side. */
export const COMPARISON = {
  title: 'مقایسهٔ دو روز',
  heading: (from: string, to: string) => `${from} در برابر ${to}`,
  take: (before: number | null, now: number | null, worse: number, better: number) =>
    `${
      before === null || now === null
        ? ''
        : now >= before
          ? `تأییدشده از ${percent(before)} به ${percent(now)} درصد رسید. `
          : `تأییدشده از ${percent(before)} به ${percent(now)} درصد کاهش یافت. `
    }وضعیت ${count(better)} مورد بهتر و ${count(worse)} مورد بدتر شد.`,
  sameDay: 'این دو روز یکی است؛ چیزی برای مقایسه نیست.',
  knownThen: 'هر روز با آنچه تا پایان همان روز دانسته بود.',
  figures: 'ارقام',
  figuresTake: 'رقم کم‌رنگ روز نخست، رقم پررنگ روز دوم و سپس تغییر آن است؛ نسبت‌ها به درصد.',
  group: 'گروه',
  total: 'همه',
  byTrack: 'محورها',
  byCategory: 'نوع دستگاه',
  byDistrict: 'بخش‌ها',
  planned: 'برنامه',
  claimed: 'اعلام‌شده',
  verified: 'تأییدشده',
  spi: 'SPI',
  pace: 'تأیید در هفته',
  late: 'عقب‌مانده',
  flow: 'ورود و خروج وضعیت‌ها',
  moves: 'دستگاه‌هایی که وضعیتشان عوض شد',
  flowTake: 'روز نخست، منهای رفته‌ها، به‌علاوهٔ آمده‌ها، روز دوم است.',
  status: 'وضعیت',
  before: (day: string) => `در ${day}`,
  left: 'رفت',
  entered: 'آمد',
  worse: 'بدتر شد',
  better: 'بهتر شد',
  otherwise: 'معاف شد، افزوده یا کاسته شد',
  regressions: 'گام‌هایی که به عقب برگشت',
  none: 'موردی نیست.',
  all: (n: number) => `همهٔ ${count(n)} مورد`,
  fromTo: (from: string, to: string) => `از «${from}» به «${to}»`,
  absent: 'نبود',
  spiValue: (value: number) => formatDecimal(value, 2),
} as const;
