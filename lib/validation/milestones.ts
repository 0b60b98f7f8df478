import { z } from 'zod';
import { BLOCK_CAUSES, TURNS } from '@/lib/domain/vocabulary';
import { evidenceFields, lastEventId, optionalJalaliDay, optionalText } from './evidence';
import { submissionKey } from './submissions';

/** Which milestone a form is about, and what its writer had seen of it. */
const subjectFields = {
  body: z.string().min(1).max(60),
  milestone: z.string().min(1).max(60),
  programme: z.string().min(1).max(60),
  seen: lastEventId,
  submission: submissionKey,
};

const code = z.string().min(1).max(60);
const CHOOSE = 'یکی را برگزینید.';

export const claimSchema = z.object({
  ...subjectFields,
  ...evidenceFields,
  occurredOn: optionalJalaliDay,
  note: optionalText,
});

export const startSchema = z.object(subjectFields);

export const withNoteSchema = z.object({ ...subjectFields, note: optionalText });

export const blockSchema = z.object({
  ...subjectFields,
  cause: z.enum(BLOCK_CAUSES, { error: CHOOSE }),
  // «نامعلوم» comes from imports only
  turn: z.enum(TURNS, { error: CHOOSE }).exclude(['unknown'], { error: CHOOSE }),
  note: optionalText,
});

export const requestSchema = z.object({
  ...subjectFields,
  requestKind: z.enum(['extension', 'exemption'], { error: CHOOSE }),
  dueOn: optionalJalaliDay,
  note: optionalText,
});

export const checkInSchema = z.object({ body: code, submission: submissionKey });

export const contactSchema = z.object({
  body: code,
  contact: z.string().trim().min(1).max(200),
  submission: submissionKey,
});
