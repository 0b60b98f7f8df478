import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { exportDecisions } from '@/lib/services/exports/decisions';
import { parseMeetingQuery } from '../meeting-query';

/** The list of decisions under the filter of its page, as a file for a spreadsheet: `?format=csv` (default) or `xlsx`. */
export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/meeting', (ctx) => {
    const query = parseMeetingQuery(params);
    return {
      format: params['format'] === 'xlsx' ? 'xlsx' : 'csv',
      name: `decisions-${formatJalali(query.asOf ?? ctx.clock.today(), '-')}`,
      table: exportDecisions(ctx, query),
    };
  });
}
