import { renderReport } from '@/components/reports/render-report';
import { getPageContext } from '@/lib/page-context';
import { getEditionPage } from '@/lib/services/editions';
import { paperResponse, refusalResponse } from '../../../paper-response';

/** The report of an edition as the page that is printed. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const ctx = await getPageContext();
  const { number } = await params;
  const programme = new URL(request.url).searchParams.get('programme');
  try {
    return paperResponse(getEditionPage(ctx, Number(number), renderReport, { programme }));
  } catch (error) {
    return refusalResponse(error, 400);
  }
}
