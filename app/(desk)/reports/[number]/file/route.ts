import { answerWithFile, TABLE_MEDIA_TYPES } from '@/app/file-answer';
import { EDITION_FORMATS, getEditionFile, type EditionFormat } from '@/lib/services/exports/edition-file';
import { queryValue, queryWord } from '@/lib/validation/progress';

const MEDIA_TYPES: Readonly<Record<EditionFormat, string>> = {
  ...TABLE_MEDIA_TYPES,
  json: 'application/json; charset=utf-8',
};

/** An edition as a file to keep: workbook, table, or the frozen text itself. */
export async function GET(request: Request, { params }: RouteContext<'/reports/[number]/file'>): Promise<Response> {
  const { number } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithFile(`/reports/${number}`, async (ctx) => {
    const format = queryWord(query, 'format', EDITION_FORMATS) ?? 'xlsx';
    const content = await getEditionFile(ctx, Number(number), format, { programme: queryValue(query, 'programme') });
    return { fileName: `report-${Number(number)}.${format}`, mediaType: MEDIA_TYPES[format], content };
  });
}
