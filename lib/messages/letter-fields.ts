import { LETTER_FIELDS, type LetterField } from '@/lib/domain/letters';
import { formatInteger } from '@/lib/format/numbers';
import { matchKey } from '@/lib/text/normalise';

/** What a template calls its fields, between braces. */
export const LETTER_FIELD_NAMES: Readonly<Record<LetterField, string>> = {
  body: 'نام دستگاه',
  bodyCode: 'کد دستگاه',
  recipient: 'گیرنده',
  district: 'بخش',
  county: 'شهرستان',
  programme: 'برنامه',
  legalReference: 'مبنای قانونی',
  steps: 'شمار گام‌ها',
  longest: 'بیشترین تأخیر',
  asOf: 'تاریخ وضع',
  answerBy: 'تا تاریخ',
  deadline: 'مهلت',
};

export const LETTER_FIELD_HELP: Readonly<Record<LetterField, string>> = {
  body: 'نام دستگاهی که نامه برای آن است',
  bodyCode: 'کد دستگاه در سامانه',
  recipient: 'عنوان گیرنده، مانند «دهیار محترم گزیر»',
  district: 'نام بخش، بی واژهٔ «بخش»',
  county: 'نام شهرستان، بی واژهٔ «شهرستان»',
  programme: 'عنوان برنامه',
  legalReference: 'تصویب‌نامه و بخشنامه‌های برنامه',
  steps: 'شمار گام‌های عقب‌مانده، به رقم',
  longest: 'روزهای گذشته از کهنه‌ترین موعد، به رقم',
  asOf: 'روزی که وضع دستگاه در آن سنجیده شده است',
  answerBy: 'روز هفته و تاریخی که پاسخ تا آن خواسته می‌شود',
  deadline: 'نزدیک‌ترین مهلت محورهای عقب‌مانده و واپسین روز کاری آن',
};

const FIELD_BY_KEY = new Map(LETTER_FIELDS.map((field) => [matchKey(LETTER_FIELD_NAMES[field]), field]));

/** The field of a name in braces, whatever its spaces and half-spaces. */
export function letterFieldOf(name: string): LetterField | null {
  return FIELD_BY_KEY.get(matchKey(name)) ?? null;
}

/** Words of the boxes that choose who gets a letter; they travel to the browser, so they stand apart from the others. */
export const LETTER_CHOICE = {
  chosen: (count: number, total: number) =>
    `${formatInteger(count)} نامه به ${formatInteger(count)} دستگاه از ${formatInteger(total)} دستگاه`,
  chooseAll: 'همه',
  chooseNone: 'هیچ‌کدام',
  rows: 'دستگاه‌های گیرندهٔ نامه',
  preview: 'پیش‌نمایش',
  previewOf: (name: string) => `پیش‌نمایش نامهٔ ${name}`,
} as const;
