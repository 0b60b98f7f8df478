import { getContext } from '@/lib/context';
import { STEP_FORMS } from '@/lib/messages/my';
import { beginPartialUpload } from '@/lib/services/partial-uploads';
import { beginUploadSchema } from '@/lib/validation/uploads';
import { answerScript, json } from '../answers';

/** Begins a file that will come in pieces: `{ body, name, size }` → `{ id }`. */
export function POST(request: Request): Promise<Response> {
  return answerScript(request, async () => {
    const ctx = await getContext();
    const parsed = beginUploadSchema.safeParse(await request.json().catch(() => null));
    if (!parsed.success) return json(400, { message: STEP_FORMS.fileFailed });
    const { body, name, size } = parsed.data;
    const begun = await beginPartialUpload(ctx, { bodyCode: body, originalName: name, sizeBytes: size });
    return json(201, { id: begun.id }, { 'Upload-Offset': '0' });
  });
}
