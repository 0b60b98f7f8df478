import { OPENAPI_DOCUMENT } from '@/lib/openapi/document';

/** The description of the API; it holds no data and is open to everybody. */
export function GET(): Response {
  return Response.json(OPENAPI_DOCUMENT, {
    headers: { 'Cache-Control': 'public, max-age=300', 'X-Content-Type-Options': 'nosniff' },
  });
}
