import { z } from 'zod';
import { isCivilDate } from '@/lib/calendar/civil-date';

/** The form that issues a weekly report. Paragraphs of the signatory are parted by line breaks. */
export const issueEditionSchema = z.object({
  week: z.string().refine(isCivilDate),
  programme: z.string().max(100).optional(),
  remarks: z
    .string()
    .max(3000)
    .optional()
    .transform((text) => (text ?? '').split(/\r?\n/)),
  supersede: z.literal('on').optional(),
});

/** The form that stops the print of a report. */
export const cancelPrintSchema = z.object({
  number: z.coerce.number().int().positive(),
  programme: z.string().max(100).optional(),
});
