import { getContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { plainSegment } from '@/lib/paths';
import { getDeskRunState } from '@/lib/services/desk-checks/desk-file';

/** Whether the desk is being looked at, for the page that waits for it. Whoever may not know finds nothing. */
export async function GET(_request: Request, { params }: RouteContext<'/inspections/desks/[code]/state'>) {
  try {
    const state = getDeskRunState(await getContext(), plainSegment((await params).code));
    return Response.json(state, { headers: { 'Cache-Control': 'private, no-store' } });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return new Response(null, { status: 404 });
  }
}
