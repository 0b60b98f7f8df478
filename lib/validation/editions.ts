import { z } from 'zod';
import { isCivilDate } from '@/lib/calendar/civil-date';
import { lastEventId } from './evidence';

const week = z.string().refine(isCivilDate);
const programme = z.string().max(100).optional();

/** The form that issues a weekly report. */
export const issueEditionSchema = z.object({
  week,
  programme,
  /** number of the edition that the form offered to replace; empty for none */
  replaces: z
    .string()
    .regex(/^\d{0,9}$/)
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
  supersede: z.literal('on').optional(),
});

/** The form in which the deputy writes the own paragraphs. */
export const remarksSchema = z.object({
  week,
  programme,
  remarks: z.string().default(''),
  /** the newest text that the form was drawn after */
  seen: lastEventId,
});

/** The form that stops the print of a report. */
export const cancelPrintSchema = z.object({
  number: z.coerce.number().int().positive(),
  programme,
});
