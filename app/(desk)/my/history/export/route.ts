import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { ownHistoryTable } from '@/lib/services/own-history';
import { parseOwnHistoryQuery } from '@/lib/validation/own-history';
import { queryWord } from '@/lib/validation/progress';

/** The liaison's own reports as a file, all pages of what the address asks for. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/my/history', (ctx) => ({
    format: queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv',
    name: `reports-${formatJalali(ctx.clock.today(), '-')}`,
    table: ownHistoryTable(ctx, parseOwnHistoryQuery(query)),
  }));
}
