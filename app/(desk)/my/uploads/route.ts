import { formValues } from '@/lib/actions';
import { getContext } from '@/lib/context';
import { keepDraft } from '@/lib/drafts';
import { isAppError, type AppError, type ErrorCode } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { STEP_FORMS } from '@/lib/messages/my';
import { localPath, signInPath } from '@/lib/paths';
import { MAX_UPLOAD_BYTES, storeUpload } from '@/lib/services/evidence';
import { uploadToken } from '@/lib/validation/evidence';

/** Room for the other fields and the boundaries beside the file. */
const OVERHEAD_BYTES = 200_000;

const STATUS_OF: Partial<Record<ErrorCode, number>> = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  file_too_large: 413,
  file_type_refused: 415,
  file_unreadable: 422,
  invalid_input: 400,
  disk_full: 507,
};

const json = (status: number, answer: object) =>
  Response.json(answer, { status, headers: { 'Cache-Control': 'no-store' } });

function sentence(error: AppError): string {
  return error.code === 'file_too_large' ? STEP_FORMS.fileTooLarge : describeErrorInline(error);
}

/** A form of another site can send a file too; browsers name the site it comes from. */
function isFromElsewhere(request: Request): boolean {
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
}

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
 * Takes in one file of a form. A script gets JSON; a form sent without script comes back to its page, with the file and everything that
 * was typed.
 */
export async function POST(request: Request): Promise<Response> {
  const wantsJson = request.headers.get('accept')?.includes('application/json') === true;
  if (isFromElsewhere(request)) return json(403, { message: STEP_FORMS.fileFailed });
  // With script the body holds the file and little else, so it need not be read to be refused.
  if (wantsJson && Number(request.headers.get('content-length') ?? 0) > MAX_UPLOAD_BYTES + OVERHEAD_BYTES) {
    return json(413, { message: STEP_FORMS.fileTooLarge });
  }
  const data = await request.formData().catch(() => null);
  // A body that was cut short cannot be read as a form: it was too large.
  if (data === null)
    return wantsJson ? json(413, { message: STEP_FORMS.fileTooLarge }) : seeOther('/my?problem=file_too_large');
  const path = formPath(data);
  const file = data.get('file');
  const values = formValues(data);
  try {
    const ctx = await getContext();
    if (!(file instanceof File) || file.size === 0)
      return wantsJson ? json(400, { message: STEP_FORMS.fileFailed }) : await back(values, path);
    const stored = await storeUpload(ctx, {
      bodyCode: String(data.get('body') ?? ''),
      content: file.stream(),
      originalName: file.name,
    });
    const token = uploadToken(stored);
    if (wantsJson) return json(201, { token });
    const kept = [values['uploads[]'] ?? [], token].flat();
    return await back({ ...values, 'uploads[]': kept }, withQuery(path, 'upload', stored.id));
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (wantsJson) return json(STATUS_OF[error.code] ?? 500, { message: sentence(error) });
    return error.code === 'signed_out'
      ? await back(values, path, signInPath(path))
      : await back(values, withQuery(path, 'problem', error.code));
  }
}

async function back(values: ReturnType<typeof formValues>, path: string, location = path): Promise<Response> {
  await keepDraft(path, values);
  return seeOther(location);
}
