import { addDays, weekdayOf, type CivilDate } from '@/lib/calendar/civil-date';
import { countWorkingDaysAfter, lastWorkingDayOnOrBefore, type WorkCalendar } from '@/lib/calendar/working-days';
import type { LetterKind } from './vocabulary';

/** One late step of a body, in the words that stand in its letter. */
export interface LetterStep {
  readonly trackName: string;
  readonly code: string;
  readonly position: number;
  readonly title: string;
  /** Effective due date. */
  readonly dueOn: CivilDate;
  readonly daysLate: number;
  /** «آغاز نشده», «مانع: کمبود نیرو» */
  readonly standing: string;
  /** What counts as evidence. */
  readonly evidence: string;
}

export const LETTER_FORMAT = 1;

/** A letter as it is frozen: everything that is printed of it, so that it looks the same whatever changes later. */
export interface LetterDocument {
  readonly format: typeof LETTER_FORMAT;
  readonly kind: LetterKind;
  readonly year: number;
  /** Null while it is a draft. */
  readonly number: number | null;
  readonly asOf: CivilDate;
  readonly issuedOn: CivilDate;
  /** The day until which an answer is expected. */
  readonly answerBy: CivilDate;
  readonly programme: { readonly code: string; readonly title: string };
  readonly body: {
    readonly code: string;
    readonly name: string;
    readonly districtCode: string;
    readonly districtName: string;
  };
  readonly office: string;
  readonly letterhead: readonly string[];
  readonly signatory: string;
  readonly recipient: string;
  readonly subject: string;
  /** Paragraphs, a line each. */
  readonly opening: string;
  readonly steps: readonly LetterStep[];
  readonly request: string;
  readonly copies: readonly string[];
  readonly sampleNote: string | null;
}

/** What the office writes itself: the same for every letter until it is changed. */
export interface LetterTemplate {
  readonly subject: string;
  readonly opening: string;
  readonly request: string;
  /** A line each: to whom, and why. */
  readonly copies: string;
}

/** What a template may leave to each letter. Their Persian names stand in `LETTER_FIELD_NAMES`. */
export const LETTER_FIELDS = [
  'body',
  'bodyCode',
  'recipient',
  'district',
  'county',
  'programme',
  'legalReference',
  'steps',
  'longest',
  'asOf',
  'answerBy',
  'deadline',
] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];
export type LetterValues = Readonly<Record<LetterField, string>>;

export type TemplatePart = { readonly text: string } | { readonly field: LetterField };

export interface ParsedTemplate {
  readonly parts: readonly TemplatePart[];
  /** Names in braces that no field has, as they were written. */
  readonly unknown: readonly string[];
  /** A brace without its partner. */
  readonly hasStrayBrace: boolean;
}

const NAMED = /\{([^{}]*)\}/g;

/** Takes a template apart. `fieldOf` knows the field of a name, however it is spelt. */
export function parseTemplate(text: string, fieldOf: (name: string) => LetterField | null): ParsedTemplate {
  const parts: TemplatePart[] = [];
  const unknown: string[] = [];
  let from = 0;
  for (const match of text.matchAll(NAMED)) {
    const [whole, name = ''] = match;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    const field = fieldOf(name);
    if (field === null) {
      unknown.push(name.trim());
      parts.push({ text: whole });
    } else parts.push({ field });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return { parts, unknown, hasStrayBrace: /[{}]/.test(text.replace(NAMED, '')) };
}

/**
 * A template with the values of one letter in it. Values are put in once and never looked at again: braces that stand in the name of a body
 * are letters like others.
 */
export function mergeTemplate(
  text: string,
  fieldOf: (name: string) => LetterField | null,
  values: LetterValues,
): string {
  return parseTemplate(text, fieldOf)
    .parts.map((part) => ('text' in part ? part.text : values[part.field]))
    .join('');
}

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'points'; readonly items: readonly string[] };

const POINT = /^[-–—•*]\s*/;

/** Lines as they are printed: those that begin with a dash are numbered points, the others paragraphs. */
export function letterBlocks(text: string): LetterBlock[] {
  const blocks: LetterBlock[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    if (!POINT.test(line)) {
      blocks.push({ kind: 'paragraph', text: line });
      continue;
    }
    const item = line.replace(POINT, '');
    const last = blocks.at(-1);
    if (last?.kind === 'points') blocks[blocks.length - 1] = { kind: 'points', items: [...last.items, item] };
    else blocks.push({ kind: 'points', items: [item] });
  }
  return blocks;
}

/** Working days a body has at least for its answer, the day of the letter not counted. */
export const ANSWER_WORKING_DAYS = 3;
/** Farthest day that may be named for an answer. */
export const ANSWER_DAYS_AT_MOST = 60;
const WEDNESDAY = 4;

/**
 * The day until which an answer is expected unless somebody names another: the next Wednesday, the last working day of the office's week, or
 * the working day before it where it is a holiday; a week later when fewer than three working days would be left.
 */
export function defaultAnswerDay(today: CivilDate, calendar: WorkCalendar): CivilDate {
  for (let wednesday = addDays(today, (WEDNESDAY - weekdayOf(today) + 7) % 7); ; wednesday = addDays(wednesday, 7)) {
    const day = lastWorkingDayOnOrBefore(wednesday, calendar);
    if (countWorkingDaysAfter(today, day, calendar) >= ANSWER_WORKING_DAYS) return day;
  }
}
