import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { visitsTable } from '@/lib/services/inspection-list';
import { parseVisitsQuery } from '@/lib/validation/inspections';
import { queryWord } from '@/lib/validation/progress';

/** The visits as a file: what the page of the same address shows, without its pages. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/inspections', (ctx) => ({
    format: queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv',
    name: `inspections-${formatJalali(ctx.clock.today(), '-')}`,
    table: visitsTable(ctx, parseVisitsQuery(query)),
  }));
}
