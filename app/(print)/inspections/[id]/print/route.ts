import { renderMinutes } from '@/components/inspections/render-minutes';
import { getPageContext } from '@/lib/page-context';
import { getMinutes } from '@/lib/services/inspection-page';
import { paperResponse, refusalResponse } from '../../../paper-response';

/** The minutes of a visit as the page that is printed. */
export async function GET(_: Request, { params }: RouteContext<'/inspections/[id]/print'>): Promise<Response> {
  const ctx = await getPageContext();
  try {
    return paperResponse(renderMinutes(getMinutes(ctx, Number((await params).id))));
  } catch (error) {
    return refusalResponse(error, 400);
  }
}
