import path from 'node:path';
import { z } from 'zod';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { parseJalaliDate } from '@/lib/calendar/jalali';

export interface Env {
  readonly port: number;
  /** Absolute path of the folder that holds the database, evidence and settings. */
  readonly dataDir: string;
  /** The day that stands for today, or null for the real one. */
  readonly simulatedToday: CivilDate | null;
  /** The data are a made-up sample; every page says so. */
  readonly isSampleData: boolean;
}

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);

const schema = z.object({
  PORT: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(65535).default(3000)),
  MIZBAN_DATA_DIR: z.preprocess(blankIsUnset, z.string().default('data')),
  MIZBAN_TODAY: z.preprocess(
    blankIsUnset,
    z
      .string()
      .transform((text, context): CivilDate => {
        const parsed = parseJalaliDate(text);
        if (parsed.ok) return parsed.date;
        context.addIssue({ code: 'custom', message: 'must be a Jalali date such as 1397-09-17' });
        return z.NEVER;
      })
      .optional(),
  ),
  MIZBAN_SAMPLE: z.preprocess(blankIsUnset, z.enum(['0', '1', 'false', 'true']).default('0')),
});

/** The folder of the program itself; npm and the service unit start it there. */
export function getProjectRoot(): string {
  return process.env['MIZBAN_ROOT'] ?? process.cwd();
}

/**
 * Reads the settings of the process.
 *
 * @throws Error with one English sentence per wrong variable
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>, root: string): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
    throw new Error(`The environment is not valid: ${sentences.join(' ')}`);
  }
  return {
    port: parsed.data.PORT,
    dataDir: path.resolve(/* turbopackIgnore: true */ root, parsed.data.MIZBAN_DATA_DIR),
    simulatedToday: parsed.data.MIZBAN_TODAY ?? null,
    isSampleData: parsed.data.MIZBAN_SAMPLE === '1' || parsed.data.MIZBAN_SAMPLE === 'true',
  };
}

/** Settings of the running process. Read anew on each call: it is cheap, and tests set variables. */
export function getEnv(): Env {
  return parseEnv(process.env, getProjectRoot());
}
