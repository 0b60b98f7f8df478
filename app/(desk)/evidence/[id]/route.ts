import { getContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { signInPath } from '@/lib/paths';
import { readEvidence } from '@/lib/services/evidence';

const SAFE = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  // whatever the file holds, the browser gives it no origin and runs nothing of it
  'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function disposition(isInline: boolean, fileName: string): string {
  const ascii = fileName.replace(/[^\w.-]+/g, '_');
  return `${isInline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

/** One file of evidence: a download, or with `?inline=1` a picture shown in the page. */
export async function GET(request: Request, { params }: RouteContext<'/evidence/[id]'>): Promise<Response> {
  const { id } = await params;
  try {
    const file = await readEvidence(await getContext(), /^\d{1,12}$/.test(id) ? Number(id) : Number.NaN);
    const isInline = file.isShownInline && new URL(request.url).searchParams.has('inline');
    return new Response(file.openStream(), {
      headers: {
        ...SAFE,
        'Content-Type': file.mediaType,
        'Content-Length': String(file.sizeBytes),
        'Content-Disposition': disposition(isInline, file.fileName),
      },
    });
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'signed_out') {
      return new Response(null, {
        status: 303,
        headers: { Location: signInPath(`/evidence/${encodeURIComponent(id)}`) },
      });
    }
    return new Response(describeErrorInline(error), {
      status: error.code === 'not_found' ? 404 : 500,
      headers: { ...SAFE, 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}
