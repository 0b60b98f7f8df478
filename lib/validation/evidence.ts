import { z } from 'zod';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import { describeDateFailure } from '@/lib/messages/dates';

/** Text of a field that may stay empty: null then. */
export const optionalText = z
  .string()
  .optional()
  .transform((text) => {
    const trimmed = text?.trim() ?? '';
    return trimmed === '' ? null : trimmed;
  });

/** A Jalali day in any digits; the sentence of a mistake says what is wrong with it. */
function readDay(text: string, context: z.RefinementCtx): CivilDate {
  const parsed = parseJalaliDate(text);
  if (parsed.ok) return parsed.date;
  context.addIssue({ code: 'custom', message: describeDateFailure(parsed) });
  return z.NEVER;
}

/** A Jalali day in a field that may stay empty. */
export const optionalJalaliDay = z
  .string()
  .optional()
  .transform((text, context): CivilDate | null => {
    const trimmed = text?.trim() ?? '';
    return trimmed === '' ? null : readDay(trimmed, context);
  });

/** An id such as `2214`, as a number. */
export const eventId = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

/** The last event the form was drawn after; empty for none. */
export const lastEventId = z
  .string()
  .regex(/^\d{0,12}$/)
  .transform((text) => (text === '' ? null : Number(text)));

/** What `uploadToken` made of an upload: its id, and its name for showing it again. */
export const uploadTokens = z
  .array(z.string())
  .max(12)
  .default([])
  .transform((tokens) => [...new Set(tokens.map(uploadIdOf).filter((id) => id !== null))]);

/** An upload as a form field carries it. */
export function uploadToken(upload: {
  readonly id: string;
  readonly originalName: string;
  readonly sizeBytes: number;
}): string {
  return `${upload.id}|${upload.sizeBytes}|${upload.originalName}`;
}

function uploadIdOf(token: string): string | null {
  return /^([0-9a-f]{32})(\||$)/.exec(token)?.[1] ?? null;
}

/** Evidence as the claim and certification forms send it. */
export const evidenceFields = {
  letterNumber: optionalText,
  letterOn: optionalJalaliDay,
  url: optionalText,
  uploads: uploadTokens,
  confidential: z.literal('on').optional(),
};

interface EvidenceForm {
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly uploads: readonly string[];
  readonly confidential?: 'on' | undefined;
}

/** The pieces of evidence of a form: a letter if its number or date is there, an address, and each file. */
export function evidenceOf(form: EvidenceForm) {
  const classification = form.confidential === 'on' ? ('confidential' as const) : ('ordinary' as const);
  const hasLetter = form.letterNumber !== null || form.letterOn !== null;
  return [
    ...(hasLetter
      ? [{ kind: 'letter' as const, letterNumber: form.letterNumber, letterOn: form.letterOn, classification }]
      : []),
    ...(form.url === null ? [] : [{ kind: 'url' as const, url: form.url, classification }]),
    ...form.uploads.map((uploadId) => ({ kind: 'upload' as const, uploadId, classification })),
  ];
}
