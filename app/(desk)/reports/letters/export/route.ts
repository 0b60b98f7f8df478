import { answerWithFile } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { exportLetters } from '@/lib/services/exports/letters';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { parseLettersQuery } from '@/lib/validation/letters';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list of letters under the filter of its page, as a file for a spreadsheet: `?format=csv` (default) or `xlsx`. */
export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const isWorkbook = params['format'] === 'xlsx';
  return answerWithFile('/reports/letters', async (ctx) => {
    const table = exportLetters(ctx, parseLettersQuery(params));
    const name = `letters-${formatJalali(ctx.clock.today(), '-')}`;
    return isWorkbook
      ? { fileName: `${name}.xlsx`, mediaType: XLSX_TYPE, content: await writeXlsx(table) }
      : { fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', content: writeCsv(table) };
  });
}
