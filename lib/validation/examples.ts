import { z } from 'zod';

/** A deputy's word on one piece of accepted evidence; the step is named for the way back alone. */
export const markExampleSchema = z.object({
  body: z.string().max(40),
  milestone: z.string().max(40),
  programme: z.string().max(40),
  evidence: z.coerce.number().int().positive(),
  mark: z.enum(['yes', 'no']),
});
