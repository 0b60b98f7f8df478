import { z } from 'zod';
import { MOST_RETURN_REASONS } from '@/lib/domain/return-reasons';
import { optionalText } from './evidence';

const reasonText = z
  .string({ error: 'دلیل را بنویسید.' })
  .trim()
  .min(3, { error: 'دلیل را بنویسید.' })
  .max(300, { error: 'دلیل از ۳۰۰ حرف بلندتر است. توضیح را هنگام عودت بنویسید.' });

/** The setting as it is kept. */
export const returnReasonsSchema = z
  .array(z.object({ text: z.string().min(1).max(300), trackCode: z.string().min(1).max(20).nullable() }))
  .min(1)
  .max(MOST_RETURN_REASONS);

/** The version of the list that the form was drawn from; empty for the presets. */
const seenVersion = z
  .string()
  .regex(/^\d{0,12}$/)
  .transform((text) => (text === '' ? null : Number(text)));
const place = z.coerce.number().int().min(0).max(MOST_RETURN_REASONS);

export const addReasonSchema = z.object({ seen: seenVersion, text: reasonText, track: optionalText });
export const replaceReasonSchema = z.object({ seen: seenVersion, index: place, text: reasonText, track: optionalText });
/** Move and removal are buttons of one form. */
export const arrangeReasonSchema = z.object({
  seen: seenVersion,
  index: place,
  change: z.enum(['up', 'down', 'remove']),
});
