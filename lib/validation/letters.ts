import { z } from 'zod';
import { parseTemplate } from '@/lib/domain/letters';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { letterFieldOf } from '@/lib/messages/letter-fields';
import { LETTERS } from '@/lib/messages/letters';
import { normaliseForStore, normaliseParagraphs } from '@/lib/text/normalise';
import { optionalJalaliDay, optionalText } from './evidence';
import { queryCount, queryDay, queryValue, queryWord, type QueryParams } from './progress';
import { registrationFields } from './registrations';

/** A part of the template: tidied, with braces that all name something. */
function templateText(max: number, tidy: (text: string) => string) {
  return z
    .string()
    .default('')
    .transform(tidy)
    .superRefine((text, context) => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', message });
      if (text === '') return refuse(LETTERS.problem.empty);
      if (text.length > max) return refuse(LETTERS.problem.long(max));
      const { unknown, hasStrayBrace } = parseTemplate(text, letterFieldOf);
      if (unknown.length > 0) return refuse(LETTERS.problem.unknown(unknown));
      if (hasStrayBrace) return refuse(LETTERS.problem.stray);
    });
}

/** The text of the letters, a setting of its own. */
export const letterTemplateSchema = z.object({
  subject: templateText(300, normaliseForStore),
  opening: templateText(1500, normaliseParagraphs),
  request: templateText(3000, normaliseParagraphs),
  copies: templateText(1500, normaliseParagraphs),
});

export const letterTemplateForm = letterTemplateSchema.extend({ do: z.enum(['see', 'save']).default('save') });

/** The form that goes back to the text of the program says nothing. */
export const resetTemplateSchema = z.object({});

/** The secretariat's number of a letter. */
export const letterRegistrationSchema = z.object(registrationFields);

/** The form that issues letters: codes of bodies, and the day for an answer. */
export const issueLettersSchema = z.object({
  programme: optionalText,
  bodies: z.array(z.string()).default([]),
  answerBy: optionalJalaliDay,
});

export const LETTER_SORTS = ['number', 'body', 'district', 'issued', 'answer', 'reported'] as const;
export type LetterSort = (typeof LETTER_SORTS)[number];

/** What the list of letters may be asked for. */
export function parseLettersQuery(query: QueryParams) {
  const order = queryWord(query, 'order', ['asc', 'desc']);
  return {
    q: queryValue(query, 'q'),
    district: queryValue(query, 'district'),
    body: queryValue(query, 'body'),
    from: queryDay(query, 'from'),
    to: queryDay(query, 'to'),
    reported: queryWord(query, 'reported', ['yes', 'no']),
    sort: queryWord(query, 'sort', LETTER_SORTS),
    isDescending: order === null ? null : order === 'desc',
    page: queryValue(query, 'page') === 'all' ? ('all' as const) : (queryCount(query, 'page') ?? 1),
  };
}
export type LettersQuery = ReturnType<typeof parseLettersQuery>;

/** Which late bodies are offered a letter. */
export function parseRecipientsQuery(query: QueryParams) {
  return {
    programme: queryValue(query, 'programme'),
    body: queryValue(query, 'body'),
    district: queryValue(query, 'district'),
    category: queryWord(query, 'category', BODY_CATEGORIES),
    track: queryValue(query, 'track'),
    minDays: queryCount(query, 'minDays') ?? 0,
  };
}

/** Ids between dots, as an address carries several letters. */
export function idsOf(text: string | null): number[] {
  return [...new Set((text ?? '').split('.').flatMap((id) => (/^[1-9]\d{0,11}$/.test(id) ? [Number(id)] : [])))];
}
