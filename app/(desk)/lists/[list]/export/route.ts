import { answerWithFile } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { getList, listNameOf, listTable } from '@/lib/services/lists/get-list';
import { parseListQuery } from '@/lib/validation/lists';
import { queryWord } from '@/lib/validation/progress';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A list behind a number as a file: the rows, columns and order of the screen, all pages of it. */
export async function GET(request: Request, { params }: RouteContext<'/lists/[list]/export'>): Promise<Response> {
  const { list: name } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithFile(`/lists/${name}`, async (ctx) => {
    const format = queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv';
    const list = getList(ctx, listNameOf(name), parseListQuery(query));
    const table = listTable(list);
    return {
      fileName: `${list.name}-${formatJalali(list.scope.asOf, '-')}.${format}`,
      mediaType: MEDIA_TYPES[format],
      content: format === 'csv' ? writeCsv(table) : await writeXlsx(table),
    };
  });
}
