import { answerWithFile } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { indicatorsTable } from '@/lib/services/indicators';
import { parseIndicatorsQuery } from '@/lib/validation/indicators';
import { queryWord } from '@/lib/validation/progress';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The indicators, or the bodies of a chosen one, as a file: what the page of the same address shows. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithFile('/indicators', async (ctx) => {
    const format = queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv';
    const table = indicatorsTable(ctx, parseIndicatorsQuery(query));
    return {
      fileName: `indicators-${formatJalali(ctx.clock.today(), '-')}.${format}`,
      mediaType: MEDIA_TYPES[format],
      content: format === 'csv' ? writeCsv(table) : await writeXlsx(table),
    };
  });
}
