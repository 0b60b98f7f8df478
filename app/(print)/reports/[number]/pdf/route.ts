import { renderReport } from '@/components/reports/render-report';
import { getPageContext } from '@/lib/page-context';
import { getEditionPdf } from '@/lib/services/edition-pdf';
import { pdfResponse, refusalResponse } from '../../../paper-response';

/** The report of an edition as PDF, printed by the browser of the server's machine. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const ctx = await getPageContext();
  const { number } = await params;
  const programme = new URL(request.url).searchParams.get('programme');
  try {
    const pdf = await getEditionPdf(ctx, Number(number), renderReport, { programme });
    return pdfResponse(new Uint8Array(pdf), `report-${number}.pdf`);
  } catch (error) {
    return refusalResponse(error, 503);
  }
}
