import { renderMinutes } from '@/components/inspections/render-minutes';
import { getPageContext } from '@/lib/page-context';
import { printMinutes } from '@/lib/services/inspection-decisions';
import { pdfResponse, refusalResponse } from '../../../paper-response';

/** The minutes of a visit as PDF, printed by the browser of the server's machine. */
export async function GET(_: Request, { params }: RouteContext<'/inspections/[id]/pdf'>): Promise<Response> {
  const ctx = await getPageContext();
  const id = Number((await params).id);
  try {
    const pdf = await printMinutes(ctx, id, renderMinutes);
    return pdfResponse(new Uint8Array(pdf), `inspection-${id}.pdf`);
  } catch (error) {
    return refusalResponse(error, 503);
  }
}
