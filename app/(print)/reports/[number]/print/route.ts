import { renderReport } from '@/components/reports/render-report';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getWholeEdition } from '@/lib/services/editions';
import { paperResponse } from '../../../paper-response';

/** The report of an edition as the page that is printed. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const ctx = await getPageContext();
  const { number } = await params;
  const programme = new URL(request.url).searchParams.get('programme');
  const edition = readOrNotFound(() => getWholeEdition(ctx, Number(number), { programme }));
  return paperResponse(renderReport(edition.document));
}
