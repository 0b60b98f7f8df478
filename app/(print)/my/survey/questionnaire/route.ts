import { renderQuestionnaire } from '@/components/papers/render-survey';
import { getQuestionnaire } from '@/lib/services/my-survey';
import { queryValue } from '@/lib/validation/progress';
import { sheetResponse } from '../../../sheet-response';

/** The blank questionnaire of a body, to be filled in with a pen. */
export function GET(request: Request): Promise<Response> {
  return sheetResponse(request, (ctx, query) => renderQuestionnaire(getQuestionnaire(ctx, queryValue(query, 'body'))));
}
