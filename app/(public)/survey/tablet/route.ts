import { cookies } from 'next/headers';
import { getAnonymousContext } from '@/lib/context';
import { answerOnTablet, getTabletSurvey, TABLET_COOKIE, TABLET_PATH } from '@/lib/services/survey-responses';
import { showSurvey, takeSurvey, type ClientWay } from '../client-answer';

async function tablet(): Promise<ClientWay> {
  const ctx = await getAnonymousContext();
  const pass = (await cookies()).get(TABLET_COOKIE)?.value ?? null;
  return {
    ctx,
    path: TABLET_PATH,
    isTablet: true,
    read: () => getTabletSurvey(ctx, pass),
    answer: (input) => answerOnTablet(ctx, pass, input),
  };
}

/** The questionnaire on a tablet that was handed over: again and again, and nothing else. */
export async function GET(request: Request): Promise<Response> {
  return showSurvey(request, await tablet());
}

export async function POST(request: Request): Promise<Response> {
  return takeSurvey(request, await tablet());
}
