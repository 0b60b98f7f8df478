import { getContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { signInPath } from '@/lib/paths';
import { readVisitPhoto } from '@/lib/services/inspection-page';

const SAFE = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const idOf = (text: string) => (/^\d{1,12}$/.test(text) ? Number(text) : Number.NaN);

/** One photo of a visit. Whoever may not see it learns no more than that there is none. */
export async function GET(_: Request, { params }: RouteContext<'/inspections/[id]/photos/[photo]'>): Promise<Response> {
  const { id, photo } = await params;
  try {
    const file = await readVisitPhoto(await getContext(), idOf(id), idOf(photo));
    const kind = file.isShownInline ? 'inline' : 'attachment';
    return new Response(file.openStream(), {
      headers: {
        ...SAFE,
        'Content-Type': file.mediaType,
        'Content-Length': String(file.sizeBytes),
        'Content-Disposition': `${kind}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      },
    });
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'signed_out') {
      return new Response(null, { status: 303, headers: { Location: signInPath(`/inspections/${idOf(id)}`) } });
    }
    const isHidden = error.code === 'not_found' || error.code === 'forbidden';
    return new Response(describeErrorInline(isHidden ? { code: 'not_found', details: {} } : error), {
      status: isHidden ? 404 : 500,
      headers: { ...SAFE, 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}
