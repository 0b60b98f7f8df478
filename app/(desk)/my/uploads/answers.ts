import { isFromElsewhere } from '@/app/request-origin';
import { isAppError, type AppError, type ErrorCode } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { STEP_FORMS } from '@/lib/messages/my';

const STATUS_OF: Partial<Record<ErrorCode, number>> = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  file_too_large: 413,
  file_type_refused: 415,
  file_unreadable: 422,
  invalid_input: 400,
  database_locked: 503,
  disk_full: 507,
};

export const json = (status: number, answer: object, headers: Readonly<Record<string, string>> = {}) =>
  Response.json(answer, { status, headers: { 'Cache-Control': 'no-store', ...headers } });

export function fileSentence(error: AppError): string {
  return error.code === 'file_too_large' ? STEP_FORMS.fileTooLarge : describeErrorInline(error);
}

/** Runs what a script asked for; an expected failure is an answer with its sentence, and the true offset where that was wrong. */
export async function answerScript(request: Request, work: () => Promise<Response>): Promise<Response> {
  if (isFromElsewhere(request)) return json(403, { message: STEP_FORMS.fileFailed });
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { offset } = error.details;
    return json(
      STATUS_OF[error.code] ?? 500,
      { message: fileSentence(error) },
      typeof offset === 'number' ? { 'Upload-Offset': String(offset) } : {},
    );
  }
}
