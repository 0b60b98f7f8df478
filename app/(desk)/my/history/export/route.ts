import { answerWithFile } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { ownHistoryTable } from '@/lib/services/own-history';
import { parseOwnHistoryQuery } from '@/lib/validation/own-history';
import { queryWord } from '@/lib/validation/progress';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The liaison's own reports as a file, all pages of what the address asks for. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithFile('/my/history', async (ctx) => {
    const format = queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv';
    const table = ownHistoryTable(ctx, parseOwnHistoryQuery(query));
    return {
      fileName: `reports-${formatJalali(ctx.clock.today(), '-')}.${format}`,
      mediaType: MEDIA_TYPES[format],
      content: format === 'csv' ? writeCsv(table) : await writeXlsx(table),
    };
  });
}
