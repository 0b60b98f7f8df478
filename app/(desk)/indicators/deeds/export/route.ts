import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { deedsTable } from '@/lib/services/deeds';
import { parseDeedsQuery } from '@/lib/validation/deeds';
import { queryWord } from '@/lib/validation/progress';

/** The bodies of «کاغذ و کردار» as a file: what the page of the same address lists, without its pages. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/indicators/deeds', (ctx) => ({
    format: queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv',
    name: `deeds-${formatJalali(ctx.clock.today(), '-')}`,
    table: deedsTable(ctx, parseDeedsQuery(query)),
  }));
}
