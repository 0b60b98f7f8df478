import { z } from 'zod';

const CHOOSE_FILE = 'فایل را برگزینید.';

const chosenFile = z.instanceof(File, { error: CHOOSE_FILE }).refine((file) => file.size > 0, { error: CHOOSE_FILE });

/** A list of bodies or a history: one file. */
export const importFileSchema = z.object({ kind: z.enum(['bodies', 'history']), file: chosenFile });

/** Readings of indicators: one file. */
export const readingsFileSchema = z.object({ file: chosenFile });

/** A programme: its files together. */
export const importProgrammeSchema = z.object({
  files: z
    .union([z.array(chosenFile), chosenFile.transform((file) => [file])], { error: CHOOSE_FILE })
    .refine((files) => files.length > 0, { error: CHOOSE_FILE }),
});

/** The decision on a file that was looked at. */
export const importDecisionSchema = z.object({ id: z.string(), skipBadRows: z.literal('on').optional() });

export const importDiscardSchema = z.object({ id: z.string() });
