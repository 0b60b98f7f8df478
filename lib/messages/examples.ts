import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyCategory, EvidenceKind } from '@/lib/domain/vocabulary';
import { formatDayMonth } from '@/lib/format/dates';
import { letterText } from './milestones';
import { BODY_CATEGORY_LABELS, EVIDENCE_KIND_LABELS } from './vocabulary';

/** Words about accepted evidence that other bodies may see as an example. */
export const EXAMPLES = {
  label: 'نمونهٔ پذیرفته‌شده',
  open: 'دیدن نمونه',
  note: 'فرمانداری این مستند را نمونه گذاشته است. مستند شما باید از خودتان باشد.',
  choicesTitle: 'نمونه برای دستگاه‌های دیگر',
  choicesTake:
    'مستندی که نمونه شود، رابطان دستگاه‌های دیگرِ همین گام آن را می‌بینند و باز می‌کنند. با برداشتن نمونه، همان دم بسته می‌شود.',
  mark: 'نمونه شود',
  unmark: 'برداشتن نمونه',
  isExample: 'نمونه است',
  confidential: 'محرمانه است و نمونه نمی‌شود.',
  marked: 'نمونه شد. رابطان این گام آن را می‌بینند.',
  unmarked: 'نمونه برداشته شد و دیگر باز نمی‌شود.',
  markedBy: (name: string, day: CivilDate, isExample: boolean) =>
    `${isExample ? 'نمونه‌شده' : 'برداشته‌شده'}: ${name}، ${formatDayMonth(day)}`,
  afterVerify: 'مستندش نمونه شود؟',
} as const;

interface ExampleWords {
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly category: BodyCategory;
  readonly districtName: string;
}

/** «نامهٔ ۳۱۲/گ، ۱۳۹۷/۰۸/۲۶» or «عکس» */
export function exampleWhat({ kind, letterNumber, letterOn }: Omit<ExampleWords, 'category' | 'districtName'>): string {
  return letterNumber !== null && letterOn !== null ? letterText(letterNumber, letterOn) : EVIDENCE_KIND_LABELS[kind];
}

/** «از دهیاری، بخش مرکزی» */
export function exampleFrom({ category, districtName }: Pick<ExampleWords, 'category' | 'districtName'>): string {
  return `از ${BODY_CATEGORY_LABELS[category]}${districtName === '' ? '' : `، بخش ${districtName}`}`;
}
