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

/** How to reach a mail server and an SMS gateway. Secrets stand in the environment alone: never in the database, a backup or a page. */
export interface NotifierEnv {
  /** Null where nothing is set up. `log:` writes to the program's own log instead of sending. */
  readonly email: { readonly url: string; readonly from: string } | null;
  readonly sms: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
    readonly token: string;
    /** What the gateway's answer must hold to count as taken; null: any 2xx. */
    readonly accepts: string | null;
  } | null;
  /** Names of variables that cannot be used, each with what it must be. */
  readonly problems: readonly string[];
}

const textOr = (preset: string) => z.preprocess(blankIsUnset, z.string().default(preset));
const addressOf = (...schemes: readonly string[]) =>
  z.preprocess(
    blankIsUnset,
    z
      .string()
      .refine((text) => text === 'log:' || schemes.some((scheme) => text.startsWith(`${scheme}://`)), {
        message: `must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
      })
      .optional(),
  );

const notifierSchema = z
  .object({
    MIZBAN_SMTP_URL: addressOf('smtp', 'smtps'),
    MIZBAN_SMTP_FROM: textOr(''),
    MIZBAN_SMS_URL: addressOf('http', 'https'),
    MIZBAN_SMS_METHOD: z.preprocess(blankIsUnset, z.enum(['GET', 'POST', 'PUT']).default('POST')),
    MIZBAN_SMS_HEADERS: textOr('{}').transform((text, context): Record<string, string> => {
      try {
        return z.record(z.string(), z.string()).parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: 'custom', message: 'must be a JSON object of texts' });
        return z.NEVER;
      }
    }),
    MIZBAN_SMS_BODY: textOr(''),
    MIZBAN_SMS_TOKEN: textOr(''),
    MIZBAN_SMS_ACCEPTS: textOr(''),
  })
  .refine(({ MIZBAN_SMTP_URL, MIZBAN_SMTP_FROM }) => !MIZBAN_SMTP_URL || MIZBAN_SMTP_FROM.includes('@'), {
    path: ['MIZBAN_SMTP_FROM'],
    message: 'must be the address that letters come from',
  });

/** Reads what is needed to send. A mistake there never keeps the server from starting: it comes back as a problem to show. */
export function parseNotifierEnv(source: Readonly<Record<string, string | undefined>>): NotifierEnv {
  const parsed = notifierSchema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
    return { email: null, sms: null, problems };
  }
  const env = parsed.data;
  return {
    email: env.MIZBAN_SMTP_URL === undefined ? null : { url: env.MIZBAN_SMTP_URL, from: env.MIZBAN_SMTP_FROM },
    sms:
      env.MIZBAN_SMS_URL === undefined
        ? null
        : {
            url: env.MIZBAN_SMS_URL,
            method: env.MIZBAN_SMS_METHOD,
            headers: env.MIZBAN_SMS_HEADERS,
            body: env.MIZBAN_SMS_BODY || null,
            token: env.MIZBAN_SMS_TOKEN,
            accepts: env.MIZBAN_SMS_ACCEPTS || null,
          },
    problems: [],
  };
}

export function getNotifierEnv(): NotifierEnv {
  return parseNotifierEnv(process.env);
}
