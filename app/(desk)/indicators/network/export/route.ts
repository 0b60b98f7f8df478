import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { areasTable, blockedTable } from '@/lib/services/network';
import { monthsTable } from '@/lib/services/network-months';
import { telecomTable } from '@/lib/services/telecom-letter';
import { NETWORK_TABLES, parseNetworkQuery } from '@/lib/validation/network';
import { queryWord } from '@/lib/validation/progress';

const TABLES = { areas: areasTable, blocked: blockedTable, months: monthsTable, telecom: telecomTable } as const;

/** A table of the page of the same address as a file; bodies without coverage unless `table` names another. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/indicators/network', (ctx) => {
    const table = queryWord(query, 'table', NETWORK_TABLES) ?? 'blocked';
    return {
      format: queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv',
      name: `network-${table}-${formatJalali(ctx.clock.today(), '-')}`,
      table: TABLES[table](ctx, parseNetworkQuery(query)),
    };
  });
}
