import { cookies } from 'next/headers';
import { z } from 'zod';
import { FORM_ID_FIELD, type FormIdle, type FormValues } from '@/components/ui/form-state';
import { isHttps } from '@/lib/context';

/**
 * What somebody wrote in a form when their session had ended: kept in the browser for a quarter of an hour, out of reach of scripts, and
 * sent to that form's page only. Passwords and files are never kept.
 */
const NAME = 'mizban_draft';
const MAX_AGE_SECONDS = 15 * 60;
/** Browsers keep 4 kB a cookie; the encoded text may hold `%`-sequences, so the pieces stay well below. */
const PIECE_LENGTH = 3000;
const MOST_PIECES = 5;

const draftSchema = z.object({
  /** The page; a cookie is also sent to the pages below its own. */
  pathname: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

const KEPT_MESSAGE = 'آنچه نوشته بودید نگه‌داری شده است. آن را بازبینی کنید و دوباره بفرستید.';

function pathnameOf(path: string): string {
  return path.split('?')[0] ?? path;
}

/** Keeps the values for the page at `path`; what is longer than browsers keep is dropped whole. */
export async function keepDraft(path: string, values: FormValues): Promise<void> {
  const pathname = pathnameOf(path);
  const text = Buffer.from(JSON.stringify({ pathname, values }), 'utf8').toString('base64url');
  const count = Math.ceil(text.length / PIECE_LENGTH);
  if (count > MOST_PIECES) return;
  const store = await cookies();
  const secure = await isHttps();
  for (let index = 0; index < count; index += 1) {
    store.set(`${NAME}.${index}`, text.slice(index * PIECE_LENGTH, (index + 1) * PIECE_LENGTH), {
      httpOnly: true,
      sameSite: 'lax',
      path: pathname,
      secure,
      maxAge: MAX_AGE_SECONDS,
    });
  }
}

/**
 * The state a form starts with: what was kept for it, with a sentence that says so, or an empty one.
 *
 * @param path the page the form stands on
 * @param formId the `id` of the `ActionForm`, where a page has several
 */
export async function readDraft(path: string, formId?: string): Promise<FormIdle> {
  const store = await cookies();
  let text = '';
  for (let index = 0; index < MOST_PIECES; index += 1) text += store.get(`${NAME}.${index}`)?.value ?? '';
  const draft = parseDraft(text);
  if (draft === null || draft.pathname !== pathnameOf(path)) return { status: 'idle' };
  if (formId !== undefined && draft.values[FORM_ID_FIELD] !== formId) return { status: 'idle' };
  return { status: 'idle', values: draft.values, message: KEPT_MESSAGE };
}

function parseDraft(text: string): z.infer<typeof draftSchema> | null {
  if (text === '') return null;
  try {
    return draftSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Forgets the draft of the page at `path`, once its form has gone through. */
export async function clearDraft(path: string): Promise<void> {
  const store = await cookies();
  for (let index = 0; index < MOST_PIECES; index += 1) {
    if (store.has(`${NAME}.${index}`)) store.delete({ name: `${NAME}.${index}`, path: pathnameOf(path) });
  }
}
