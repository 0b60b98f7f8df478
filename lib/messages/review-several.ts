import type { EventKind } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';
import { EVENT_KIND_LABELS } from './vocabulary';

const claims = (count: number) => `${formatInteger(count)} اعلام`;
const bodies = (count: number) => `${formatInteger(count)} دستگاه`;

/** Words about several claims at once. */
export const SEVERAL = {
  title: 'تصمیم دربارهٔ چند اعلام',
  back: 'بازگشت به صف بررسی',
  question: (count: number, bodyCount: number) =>
    count === 0 ? 'چیزی برای تصمیم نیست' : `تصمیم دربارهٔ ${claims(count)} از ${bodies(bodyCount)}`,
  take: 'اگر موردی نباید در این تصمیم باشد، نشانش را بردارید. هر اعلام رویداد و رسید خود را دارد.',
  list: 'اعلام‌هایی که تصمیم دربارهٔ آن‌هاست',
  chosen: (count: number, of: number) =>
    count === of ? `همهٔ ${claims(of)} برگزیده است.` : `${claims(count)} از ${formatInteger(of)} برگزیده است.`,
  verify: 'تأیید برگزیده‌ها',
  return: 'عودت برگزیده‌ها',
  returnTitle: 'عودت همه با یک دلیل',
  chooseAll: 'انتخاب همه',
  clear: 'برداشتن همه',
  gone: (count: number) => `${formatInteger(count)} مورد دیگر در صف نیست؛ در این فاصله بررسی یا پس گرفته شده است.`,
  beyond: (count: number, most: number) =>
    `در هر بار ${formatInteger(most)} اعلام پذیرفته می‌شود؛ ${formatInteger(count)} مورد دیگر در صف می‌ماند.`,
  obstacles: {
    own_claim: (count: number) => `${formatInteger(count)} اعلام را خود شما ثبت کرده‌اید و با همکار دیگری است.`,
    deputy_only: (count: number) => `تصمیم ${formatInteger(count)} اعلام با معاون فرماندار است.`,
    other_district: (count: number) => `${formatInteger(count)} اعلام در بخش شما نیست.`,
  },
  nothing: 'اعلامی برگزیده نشده است، یا همهٔ برگزیده‌ها در این فاصله بررسی شده است.',
  resultTitle: 'نتیجهٔ تصمیم',
  done: (kind: 'verify' | 'return', count: number, bodyCount: number) =>
    `${claims(count)} از ${bodies(bodyCount)} ${kind === 'verify' ? 'تأیید' : 'عودت'} شد.`,
  notDone: (kind: 'verify' | 'return', count: number) =>
    `${formatInteger(count)} مورد ${kind === 'verify' ? 'تأیید' : 'عودت'} نشد:`,
  nothingDone: 'هیچ موردی انجام نشد.',
  byOther: (name: string, kind: EventKind) => `${name} پیش از شما «${EVENT_KIND_LABELS[kind]}» را ثبت کرده است.`,
  stillWaiting: 'هنوز در انتظار است؛ آن را جداگانه بررسی کنید.',
  doneList: 'انجام‌شده‌ها',
  open: 'باز کردن',
  undo: 'بازگردانی',
  pick: 'دست‌کم یک اعلام را برگزینید.',
  mostPicked: 'در یک بار بیش از ۵۰۰ اعلام پذیرفته نمی‌شود.',
} as const;
