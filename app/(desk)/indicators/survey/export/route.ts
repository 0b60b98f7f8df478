import { answerWithTable } from '@/app/file-answer';
import { formatJalali } from '@/lib/calendar/jalali';
import { surveyBodiesTable, surveyItemsTable } from '@/lib/services/survey-results';
import { queryWord } from '@/lib/validation/progress';
import { parseSurveyQuery } from '@/lib/validation/survey';

/** The bodies of the page of the same address as a file; with `?of=items`, its items. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithTable('/indicators/survey', (ctx) => {
    const isItems = queryWord(query, 'of', ['bodies', 'items']) === 'items';
    const table = (isItems ? surveyItemsTable : surveyBodiesTable)(ctx, parseSurveyQuery(query));
    return {
      format: queryWord(query, 'format', ['csv', 'xlsx']) ?? 'csv',
      name: `survey${isItems ? '-items' : ''}-${formatJalali(ctx.clock.today(), '-')}`,
      table,
    };
  });
}
