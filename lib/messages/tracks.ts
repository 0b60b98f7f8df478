import { formatInteger } from '@/lib/format/numbers';

const count = formatInteger;

/** Words of the page of one track. */
export const TRACKS = {
  title: 'محور',
  milestones: 'گام‌های محور',
  milestonesTake: (late: number, worst: string | null) =>
    late === 0
      ? 'هیچ گامی از این محور عقب نیست.'
      : `${count(late)} مورد از موعد گذشته است${worst === null ? '' : `؛ بیش از همه «${worst}»`}.`,
  step: 'گام',
  weight: 'وزن',
  due: 'موعد',
  bodies: 'دستگاه',
  verified: 'تأییدشده',
  claimed: 'اعلام‌شده',
  blocked: 'مانع',
  late: 'عقب‌مانده',
  notStarted: 'آغازنشده',
  share: 'سهم تأیید و اعلام',
  shareOf: (verified: number, claimed: number, bodies: number) =>
    `${count(verified)} تأیید و ${count(claimed)} اعلام از ${count(bodies)} دستگاه`,
  governorate: 'نوبت فرمانداری',
  legal: 'مرجع مهلت',
  burnUp: 'گام‌ها به شمار',
  curve: 'برنامه، اعلام و تأیید',
  planned: 'برنامه',
  spi: 'SPI',
  forecast: 'پیش‌بینی پایان',
  required: 'لازم در هفته',
  recent: 'کنونی در هفته',
  notDue: 'موعد نرسیده',
  start: (day: string) => `آغاز ${day}`,
  deadline: (day: string, days: number, working: number) =>
    days < 0
      ? `مهلت ${day}، ${count(-days)} روز پیش گذشت`
      : `مهلت ${day}، ${count(days)} روز (${count(working)} روز کاری)`,
} as const;
