import { answerWithFile } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { exportDecisions } from '@/lib/services/exports/decisions';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { parseMeetingQuery } from '../meeting-query';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list of decisions under the filter of its page, as a file for a spreadsheet: `?format=csv` (default) or `xlsx`. */
export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const isWorkbook = params['format'] === 'xlsx';
  return answerWithFile('/meeting', async (ctx) => {
    const query = parseMeetingQuery(params);
    const table = exportDecisions(ctx, query);
    const name = `decisions-${formatJalali(query.asOf ?? ctx.clock.today(), '-')}`;
    return isWorkbook
      ? { fileName: `${name}.xlsx`, mediaType: XLSX_TYPE, content: streamOf(await writeXlsx(table)) }
      : { fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', content: writeCsv(table) };
  });
}

const streamOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]).stream();
