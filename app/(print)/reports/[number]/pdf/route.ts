import { renderReport } from '@/components/reports/render-report';
import { REPORT_FILES } from '@/lib/messages/report-files';
import { getPageContext } from '@/lib/page-context';
import { askForEditionPdf, getEditionPdf } from '@/lib/services/edition-pdf';
import { pdfResponse, refusalResponse } from '../../../paper-response';

/** Somebody who looks at the page, and not a program that wants the file and nothing else. */
function isLookedAt(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') === true;
}

/**
 * The report of an edition as PDF, printed by the browser of the server's machine. Somebody who looks at it is shown how the print goes
 * on; a program waits.
 */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const ctx = await getPageContext();
  const { number } = await params;
  const { searchParams, search } = new URL(request.url);
  const choice = { programme: searchParams.get('programme') };
  try {
    const pdf = isLookedAt(request)
      ? await askForEditionPdf(ctx, Number(number), renderReport, choice)
      : await getEditionPdf(ctx, Number(number), renderReport, { ...choice, signal: request.signal });
    if (pdf !== null) return pdfResponse(new Uint8Array(pdf), `report-${number}.pdf`);
    return new Response(null, { status: 303, headers: { Location: `/reports/${number}/pdf/progress${search}` } });
  } catch (error) {
    return refusalResponse(error, 503, { href: `/reports/${number}/print${search}`, label: REPORT_FILES.instead });
  }
}
