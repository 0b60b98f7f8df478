import { getAnonymousContext } from '@/lib/context';
import { getHealth } from '@/lib/services/health';

export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  try {
    return Response.json(getHealth(await getAnonymousContext()), { headers });
  } catch (error) {
    console.error(error);
    return Response.json({ status: 'failing' }, { status: 503, headers });
  }
}
