import { z } from 'zod';

/** A file that a script announces before it sends it in pieces. */
export const beginUploadSchema = z.object({
  body: z.string().min(1).max(60),
  name: z.string().min(1).max(500),
  size: z.number().int().min(0),
});

/** The header that says where a piece belongs. */
export const uploadOffset = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
