import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { FORM_ID_FIELD, type FormIdle, type FormValues } from '@/components/ui/form-state';
import { isHttps } from '@/lib/context';

/**
 * What somebody wrote in a form when their session had ended: kept in the browser for a quarter of an hour, out of reach of scripts, and
 * given back to that form alone. Passwords and files are never kept.
 *
 * The cookies belong to the whole site, not to the path of the form: the page that follows signing in is drawn in answer to the sign-in
 * form, and a cookie of another path would not be there.
 */
const NAME = 'mizban_draft';
const MAX_AGE_SECONDS = 15 * 60;
/** Browsers keep 4 kB a cookie, and a server reads 16 kB of headers in all: about eight thousand letters of packed Persian. */
const PIECE_LENGTH = 3000;
const MOST_PIECES = 3;
const MOST_BYTES = 64 * 1024;

const draftSchema = z.object({
  pathname: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

const KEPT_MESSAGE = 'آنچه نوشته بودید نگه‌داری شده است. آن را بازبینی کنید و دوباره بفرستید.';

function pathnameOf(path: string): string {
  return path.split('?')[0] ?? path;
}

/** Keeps the values for the page at `path`; what is longer than browsers keep is dropped whole. */
export async function keepDraft(path: string, values: FormValues): Promise<void> {
  const draft = JSON.stringify({ pathname: pathnameOf(path), values });
  const text = deflateRawSync(Buffer.from(draft, 'utf8')).toString('base64url');
  const count = Math.ceil(text.length / PIECE_LENGTH);
  if (count > MOST_PIECES) return;
  const store = await cookies();
  const secure = await isHttps();
  for (let index = 0; index < MOST_PIECES; index += 1) {
    // an earlier, longer draft must not leave its tail
    if (index >= count) store.delete(`${NAME}.${index}`);
    else
      store.set(`${NAME}.${index}`, text.slice(index * PIECE_LENGTH, (index + 1) * PIECE_LENGTH), {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
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
  const draft = parseDraft(piecesOf(await cookies()));
  if (draft === null || draft.pathname !== pathnameOf(path)) return { status: 'idle' };
  if (formId !== undefined && draft.values[FORM_ID_FIELD] !== formId) return { status: 'idle' };
  return { status: 'idle', values: draft.values, message: KEPT_MESSAGE };
}

function parseDraft(text: string): z.infer<typeof draftSchema> | null {
  if (text === '') return null;
  try {
    const unpacked = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: MOST_BYTES }).toString('utf8');
    return draftSchema.safeParse(JSON.parse(unpacked)).data ?? null;
  } catch {
    return null;
  }
}

/** Forgets the draft of the page at `path`, once its form has gone through. */
export async function clearDraft(path: string): Promise<void> {
  const draft = parseDraft(piecesOf(await cookies()));
  if (draft !== null && draft.pathname === pathnameOf(path)) await clearAllDrafts();
}

/** Forgets whatever was kept: after signing out the next person at this computer must not find it. */
export async function clearAllDrafts(): Promise<void> {
  const store = await cookies();
  for (let index = 0; index < MOST_PIECES; index += 1) {
    if (store.has(`${NAME}.${index}`)) store.delete(`${NAME}.${index}`);
  }
}

function piecesOf(store: Awaited<ReturnType<typeof cookies>>): string {
  return Array.from({ length: MOST_PIECES }, (_, index) => store.get(`${NAME}.${index}`)?.value ?? '').join('');
}
