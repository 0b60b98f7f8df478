import { getContext } from '@/lib/context';
import { STEP_FORMS } from '@/lib/messages/my';
import {
  appendToPartialUpload,
  dropPartialUpload,
  findPartialUpload,
  finishPartialUpload,
  MAX_CHUNK_BYTES,
} from '@/lib/services/partial-uploads';
import { uploadToken } from '@/lib/validation/evidence';
import { uploadOffset } from '@/lib/validation/uploads';
import { answerScript, json } from '../../answers';

type Args = RouteContext<'/my/uploads/parts/[id]'>;

/** How much has arrived, in `Upload-Offset`. */
export function HEAD(request: Request, { params }: Args): Promise<Response> {
  return answerScript(request, async () => {
    const { offset, sizeBytes } = await findPartialUpload(await getContext(), (await params).id);
    return new Response(null, {
      status: 200,
      headers: { 'Upload-Offset': String(offset), 'Upload-Length': String(sizeBytes), 'Cache-Control': 'no-store' },
    });
  });
}

/** Appends a piece at `Upload-Offset`. A piece that was cut on its way is dropped whole. */
export function PATCH(request: Request, { params }: Args): Promise<Response> {
  return answerScript(request, async () => {
    const ctx = await getContext();
    const offset = uploadOffset.safeParse(request.headers.get('upload-offset'));
    if (!offset.success) return json(400, { message: STEP_FORMS.fileFailed });
    // so that it need not be read to be refused
    if (Number(request.headers.get('content-length') ?? 0) > MAX_CHUNK_BYTES)
      return json(413, { message: STEP_FORMS.fileFailed });
    const content = await request.arrayBuffer().catch(() => null);
    if (content === null) return json(400, { message: STEP_FORMS.fileFailed });
    const piece = { offset: offset.data, content: new Uint8Array(content) };
    const appended = await appendToPartialUpload(ctx, (await params).id, piece);
    return new Response(null, {
      status: 204,
      headers: { 'Upload-Offset': String(appended.offset), 'Cache-Control': 'no-store' },
    });
  });
}

/** All pieces are there: takes the file in and gives the token by which the form names it. */
export function POST(request: Request, { params }: Args): Promise<Response> {
  return answerScript(request, async () => {
    const stored = await finishPartialUpload(await getContext(), (await params).id);
    return json(201, { token: uploadToken(stored) });
  });
}

/** The sender does not want it any more. */
export function DELETE(request: Request, { params }: Args): Promise<Response> {
  return answerScript(request, async () => {
    await dropPartialUpload(await getContext(), (await params).id);
    return new Response(null, { status: 204 });
  });
}
