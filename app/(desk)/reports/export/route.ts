import { answerWithFile } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { exportEditionList } from '@/lib/services/exports/edition-list';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { parseEditionList } from '@/lib/validation/edition-list';
import { queryWord } from '@/lib/validation/progress';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The list of issued reports as a file: the rows and order of the screen, all pages of it. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithFile('/reports', async (ctx) => {
    const format = queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv';
    const table = exportEditionList(ctx, parseEditionList(query));
    return {
      fileName: `report-list-${formatJalali(ctx.clock.today(), '-')}.${format}`,
      mediaType: MEDIA_TYPES[format],
      content: format === 'csv' ? writeCsv(table) : await writeXlsx(table),
    };
  });
}
