import { renderHandoverSheet } from '@/components/forms/handover-sheet';
import { getPageContext } from '@/lib/page-context';
import { getHandoverSheet } from '@/lib/services/handovers';
import { paperResponse, refusalResponse } from '../../../paper-response';

/** The minutes of one handover as the page that is printed. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await getPageContext();
  const { id } = await params;
  try {
    return paperResponse(renderHandoverSheet(getHandoverSheet(ctx, /^\d{1,12}$/.test(id) ? Number(id) : 0)));
  } catch (error) {
    return refusalResponse(error, 400);
  }
}
