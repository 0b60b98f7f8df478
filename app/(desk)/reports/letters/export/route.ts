import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { exportLetters } from '@/lib/services/exports/letters';
import { parseLettersQuery } from '@/lib/validation/letters';

/** The list of letters under the filter of its page, as a file for a spreadsheet: `?format=csv` (default) or `xlsx`. */
export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/reports/letters', (ctx) => ({
    format: params['format'] === 'xlsx' ? 'xlsx' : 'csv',
    name: `letters-${formatJalali(ctx.clock.today(), '-')}`,
    table: exportLetters(ctx, parseLettersQuery(params)),
  }));
}
