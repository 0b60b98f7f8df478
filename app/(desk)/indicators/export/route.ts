import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { indicatorsTable } from '@/lib/services/indicators';
import { parseIndicatorsQuery } from '@/lib/validation/indicators';
import { queryWord } from '@/lib/validation/progress';

/** The indicators, or the bodies of a chosen one, as a file: what the page of the same address shows. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/indicators', (ctx) => ({
    format: queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv',
    name: `indicators-${formatJalali(ctx.clock.today(), '-')}`,
    table: indicatorsTable(ctx, parseIndicatorsQuery(query)),
  }));
}
