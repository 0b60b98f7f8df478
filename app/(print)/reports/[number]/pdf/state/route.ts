import { getContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { getEditionPrint } from '@/lib/services/edition-pdf';

/** How the print of an edition stands for whoever asked for it, for the script of the page that shows it. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const { number } = await params;
  const headers = { 'Cache-Control': 'private, no-store' };
  try {
    const { state } = getEditionPrint(await getContext(), Number(number), {
      programme: new URL(request.url).searchParams.get('programme'),
    });
    return Response.json(state.name === 'failed' ? { name: state.name } : state, { headers });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return Response.json({ name: 'idle' }, { status: error.code === 'signed_out' ? 401 : 404, headers });
  }
}
