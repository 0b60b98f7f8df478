import { renderSurveyPoster } from '@/components/papers/render-survey';
import { getSurveyPoster } from '@/lib/services/my-survey';
import { queryValue } from '@/lib/validation/progress';
import { sheetResponse } from '../../../sheet-response';

/** The poster of a body for its counter. */
export function GET(request: Request): Promise<Response> {
  return sheetResponse(request, (ctx, query) => renderSurveyPoster(getSurveyPoster(ctx, queryValue(query, 'body'))));
}
