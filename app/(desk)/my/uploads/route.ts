import { isFromElsewhere } from '@/app/request-origin';
import { formValues } from '@/lib/actions';
import { getContext } from '@/lib/context';
import { keepDraft } from '@/lib/drafts';
import { isAppError } from '@/lib/errors';
import { STEP_FORMS } from '@/lib/messages/my';
import { localPath, signInPath } from '@/lib/paths';
import { storeUpload } from '@/lib/services/evidence';
import { uploadToken } from '@/lib/validation/evidence';
import { json } from './answers';

/** The page that the file belongs to: the form of a step, or the page of a decision. */
function formPath(data: FormData): string {
  const path = localPath(String(data.get('returnTo') ?? ''));
  return path !== null && /^\/(my|review|bodies)\//.test(path) ? path : '/my';
}

function withQuery(path: string, name: string, value: string): string {
  const [pathname = path, query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  params.set(name, value);
  return `${pathname}?${params.toString()}`;
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { Location: location } });

/**
 * Takes in one file of a form that was sent without script, and comes back to its page with the file and everything that was typed. A
 * script sends its files in pieces (`parts`).
 */
export async function POST(request: Request): Promise<Response> {
  if (isFromElsewhere(request)) return json(403, { message: STEP_FORMS.fileFailed });
  const data = await request.formData().catch(() => null);
  // A body that was cut short cannot be read as a form: it was too large.
  if (data === null) return seeOther('/my?problem=file_too_large');
  const path = formPath(data);
  const file = data.get('file');
  const values = formValues(data);
  try {
    const ctx = await getContext();
    if (!(file instanceof File) || file.size === 0) return await back(values, path);
    const stored = await storeUpload(ctx, {
      bodyCode: String(data.get('body') ?? ''),
      content: file.stream(),
      originalName: file.name,
    });
    const kept = [values['uploads[]'] ?? [], uploadToken(stored)].flat();
    return await back({ ...values, 'uploads[]': kept }, withQuery(path, 'upload', stored.id));
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code === 'signed_out'
      ? await back(values, path, signInPath(path))
      : await back(values, withQuery(path, 'problem', error.code));
  }
}

async function back(values: ReturnType<typeof formValues>, path: string, location = path): Promise<Response> {
  await keepDraft(path, values);
  return seeOther(location);
}
