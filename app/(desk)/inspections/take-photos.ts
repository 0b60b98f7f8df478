import type { FormError } from '@/components/ui/form-state';
import { formValues } from '@/lib/actions';
import { getOptionalContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { VISIT_FORM } from '@/lib/messages/inspections';
import { storeUpload } from '@/lib/services/evidence';
import { uploadToken } from '@/lib/validation/evidence';
import { photoToken } from '@/lib/validation/inspections';

const NAME = /^photo(?:-(.{1,40}))?$/;

/**
 * Takes in the photos that came with a form sent without script, and puts their tokens among the form's fields.
 *
 * @returns null when the form may go on, else the form with a sentence about the photo
 */
export async function takePhotos(data: FormData): Promise<FormError | null> {
  const files = [...data.entries()].flatMap(([name, value]) => {
    const match = NAME.exec(name);
    return match !== null && value instanceof File && value.size > 0 ? [{ item: match[1] ?? null, file: value }] : [];
  });
  for (const name of [...data.keys()]) if (NAME.test(name)) data.delete(name);
  const ctx = await getOptionalContext();
  // nobody is signed in: the action says so and keeps the text; photos cannot be kept
  if (ctx === null) return null;
  try {
    for (const { item, file } of files) {
      const bodyCode = String(data.get('body') ?? '');
      const stored = await storeUpload(ctx, { bodyCode, content: file.stream(), originalName: file.name });
      data.append('photos[]', photoToken(item, uploadToken(stored)));
    }
    return null;
  } catch (error) {
    if (!isAppError(error)) throw error;
    const text = error.code.startsWith('file_') ? VISIT_FORM.photoFailed : describeErrorInline(error);
    return { status: 'error', message: text, fieldErrors: { photos: text }, values: formValues(data) };
  }
}
