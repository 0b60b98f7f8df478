import { answerWithFile } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { exportBodyList } from '@/lib/services/exports/body-list';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { queryWord } from '@/lib/validation/progress';
import { parseBodyList } from '../body-list-query';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The list of bodies under the address of its page, as a file: the same rows, order and columns. */
export function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const query = { ...Object.fromEntries(search), cols: search.getAll('cols') };
  return answerWithFile('/bodies', async (ctx) => {
    const format = queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv';
    const params = parseBodyList(query);
    const table = exportBodyList(ctx, params, params.columns);
    return {
      fileName: `bodies-${formatJalali(params.asOf ?? ctx.clock.today(), '-')}.${format}`,
      mediaType: MEDIA_TYPES[format],
      content: format === 'csv' ? writeCsv(table) : await writeXlsx(table),
    };
  });
}
