import { getPublicContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { getPublicFile, type PublicFormat } from '@/lib/services/public/public-files';

const MEDIA_TYPES: Readonly<Record<PublicFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Anybody's page may read what anybody may read; nothing here depends on who asks. */
const OPEN = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' };

/** Copies on the way may be used this long: how long a file may outlive the page being turned off. */
const CACHE = 'public, max-age=600';

/** An open file, such as `/public/data/bodies.csv`. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  try {
    const { file } = await params;
    const { fileName, format, etag, text } = getPublicFile(await getPublicContext(), file);
    const headers = { ...OPEN, 'Cache-Control': CACHE, ETag: etag };
    const known = request.headers.get('if-none-match')?.split(',') ?? [];
    // a proxy that packed the answer marks its tag as weak
    if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers });
    return new Response(text(), {
      headers: {
        ...headers,
        'Content-Type': MEDIA_TYPES[format],
        'Content-Disposition': `attachment; filename="${fileName}"`,
      },
    });
  } catch (error) {
    if (!isAppError(error, 'not_found')) throw error;
    return new Response(describeErrorInline(error), {
      status: 404,
      headers: { ...OPEN, 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}
