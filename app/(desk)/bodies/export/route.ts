import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { exportBodyList } from '@/lib/services/exports/body-list';
import { queryWord } from '@/lib/validation/progress';
import { parseBodyList } from '../body-list-query';

/** The list of bodies under the address of its page, as a file: the same rows, order and columns. */
export function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const query = { ...Object.fromEntries(search), cols: search.getAll('cols') };
  return answerWithTable('/bodies', (ctx) => {
    const format = queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv';
    const params = parseBodyList(query);
    return {
      format,
      name: `bodies-${formatJalali(params.asOf ?? ctx.clock.today(), '-')}`,
      table: exportBodyList(ctx, params, params.columns),
    };
  });
}
