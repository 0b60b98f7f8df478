import { z } from 'zod';

/** The key of a form, under which it counts once; a form without a sound one is taken all the same. */
export const submissionKey = z
  .string()
  .regex(/^[\w-]{16,64}$/)
  .optional()
  .catch(undefined);
