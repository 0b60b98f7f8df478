import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { readingsTemplate } from '@/lib/services/readings-template';
import { parseMonth } from '@/lib/validation/indicators';
import { queryWord } from '@/lib/validation/progress';

/** The table of a month to fill in: own bodies with their indicators. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/indicators/import', (ctx) => ({
    format: queryWord(query, 'format', ['csv', 'xlsx']) ?? 'xlsx',
    name: `readings-${formatJalali(ctx.clock.today(), '-')}`,
    table: readingsTemplate(ctx, parseMonth(query)),
  }));
}
