import { getAnonymousContext } from '@/lib/context';
import { plainSegment } from '@/lib/paths';
import { answerSurvey, getClientSurvey } from '@/lib/services/survey-responses';
import { showSurvey, takeSurvey, type ClientWay } from '../client-answer';

async function wayOf({ params }: RouteContext<'/survey/[token]'>): Promise<ClientWay> {
  const token = plainSegment((await params).token);
  const ctx = await getAnonymousContext();
  return {
    ctx,
    path: `/survey/${encodeURIComponent(token)}`,
    isTablet: false,
    read: () => getClientSurvey(ctx, token),
    answer: (input) => answerSurvey(ctx, token, input),
  };
}

/** The questionnaire behind a code on the counter: for anybody, without an account. */
export async function GET(request: Request, route: RouteContext<'/survey/[token]'>): Promise<Response> {
  return showSurvey(request, await wayOf(route));
}

export async function POST(request: Request, route: RouteContext<'/survey/[token]'>): Promise<Response> {
  return takeSurvey(request, await wayOf(route));
}
