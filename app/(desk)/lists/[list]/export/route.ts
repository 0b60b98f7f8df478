import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { getList, listNameOf, listTable } from '@/lib/services/lists/get-list';
import { parseListQuery } from '@/lib/validation/lists';
import { queryWord } from '@/lib/validation/progress';

/** A list behind a number as a file: the rows, columns and order of the screen, all pages of it. */
export async function GET(request: Request, { params }: RouteContext<'/lists/[list]/export'>): Promise<Response> {
  const { list: name } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable(`/lists/${name}`, (ctx) => {
    const format = queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv';
    const list = getList(ctx, listNameOf(name), parseListQuery(query));
    return { format, name: `${list.name}-${formatJalali(list.scope.asOf, '-')}`, table: listTable(list) };
  });
}
