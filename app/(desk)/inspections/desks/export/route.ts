import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { deskTable } from '@/lib/services/desk-checks/desk-list';
import { parseDeskListQuery } from '@/lib/validation/desk-checks';
import { queryWord } from '@/lib/validation/progress';

/** The electronic desks as a file: what the page of the same address shows. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/inspections/desks', (ctx) => ({
    format: queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv',
    name: `desks-${formatJalali(ctx.clock.today(), '-')}`,
    table: deskTable(ctx, parseDeskListQuery(query)),
  }));
}
