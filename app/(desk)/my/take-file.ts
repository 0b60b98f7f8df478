import type { FormError } from '@/components/ui/form-state';
import { formValues } from '@/lib/actions';
import { getOptionalContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { STEP_FORMS } from '@/lib/messages/my';
import { storeUpload } from '@/lib/services/evidence';
import { uploadToken } from '@/lib/validation/evidence';

/**
 * Takes in the file that came with a form sent without script, and puts its token among the form's fields in its place.
 *
 * @returns null when the form may go on, else the form with a sentence about the file
 */
export async function takeFile(data: FormData): Promise<FormError | null> {
  const file = data.get('file');
  data.delete('file');
  if (!(file instanceof File) || file.size === 0) return null;
  const ctx = await getOptionalContext();
  // Nobody is signed in: the action says so and keeps the text; a file cannot be kept.
  if (ctx === null) return null;
  try {
    const bodyCode = String(data.get('body') ?? '');
    const stored = await storeUpload(ctx, { bodyCode, content: file.stream(), originalName: file.name });
    data.append('uploads[]', uploadToken(stored));
    return null;
  } catch (error) {
    if (!isAppError(error)) throw error;
    const text = error.code === 'file_too_large' ? STEP_FORMS.fileTooLarge : describeErrorInline(error);
    return { status: 'error', message: text, fieldErrors: { uploads: text }, values: formValues(data) };
  }
}
