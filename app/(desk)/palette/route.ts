import { createHash } from 'node:crypto';
import { getContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { paletteDocument } from './palette-items';

const HEADERS = { 'X-Content-Type-Options': 'nosniff', Vary: 'Cookie' };

/**
 * What the palette offers to whoever asks, with a tag of its content: the browser keeps it and asks on each first opening of a page whether
 * it is still so. A person who may see something else gets another tag.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const text = JSON.stringify(paletteDocument(await getContext()));
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    const headers = { ...HEADERS, 'Cache-Control': 'private, no-cache', ETag: tag };
    const known = request.headers.get('if-none-match')?.replace(/^W\//, '');
    if (known === tag) return new Response(null, { status: 304, headers });
    return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
  } catch (error) {
    if (!isAppError(error)) throw error;
    const status = error.code === 'signed_out' ? 401 : 403;
    return Response.json(
      { error: { code: error.code } },
      { status, headers: { ...HEADERS, 'Cache-Control': 'no-store' } },
    );
  }
}
