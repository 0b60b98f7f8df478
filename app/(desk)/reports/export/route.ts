import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { exportEditionList } from '@/lib/services/exports/edition-list';
import { parseEditionList } from '@/lib/validation/edition-list';
import { queryWord } from '@/lib/validation/progress';

/** The list of issued reports as a file: the rows and order of the screen, all pages of it. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/reports', (ctx) => ({
    format: queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv',
    name: `report-list-${formatJalali(ctx.clock.today(), '-')}`,
    table: exportEditionList(ctx, parseEditionList(query)),
  }));
}
