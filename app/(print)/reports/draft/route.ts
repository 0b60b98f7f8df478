import { renderReport } from '@/components/reports/render-report';
import { isCivilDate } from '@/lib/calendar/civil-date';
import { getPageContext } from '@/lib/page-context';
import { issueEdition } from '@/lib/services/editions';
import { paperResponse, refusalResponse } from '../../paper-response';

/** A week's report as it would be printed now, marked as a draft on every page. `?week=` is a day of the week. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await getPageContext();
  const query = new URL(request.url).searchParams;
  const week = query.get('week') ?? '';
  try {
    const asked = { draft: true, week: isCivilDate(week) ? week : null, programme: query.get('programme') };
    const { document } = issueEdition(ctx, asked, renderReport);
    return paperResponse(renderReport(document));
  } catch (error) {
    return refusalResponse(error, 400);
  }
}
