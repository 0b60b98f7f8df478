'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { action } from '@/lib/actions';
import { endBrowserSession, getSessionToken, isHttps } from '@/lib/context';
import { clearAllDrafts, clearDraft } from '@/lib/drafts';
import { signOut } from '@/lib/services/sign-in';
import { changeSurveyLink } from '@/lib/services/survey-links';
import { handOverTablet, recordPaperResponse, TABLET_COOKIE, TABLET_PATH } from '@/lib/services/survey-responses';
import { paperSchema, surveyLinkSchema, tabletSchema } from '@/lib/validation/survey';

const address = (path: string, query: Readonly<Record<string, string>>) =>
  `${path}?${new URLSearchParams(query).toString()}`;

/** Opens, renews or closes the address for clients. */
export const changeLink = action(surveyLinkSchema, (ctx, { body, deed, link }) => {
  changeSurveyLink(ctx, { bodyCode: body, deed, expectedLinkId: link });
  redirect(address('/my/survey', { body, done: deed }));
});

/** One paper; the form comes back empty for the next one. */
export const savePaper = action(paperSchema, async (ctx, input) => {
  const { isNew } = recordPaperResponse(ctx, input);
  await clearDraft('/my/survey/paper');
  redirect(
    address('/my/survey/paper', { body: input.bodyCode, month: input.month, saved: isNew ? input.key : 'before' }),
  );
});

/** Hands the tablet over: the session ends, and the browser keeps a pass for the survey alone. */
export const startTablet = action(tabletSchema, async (ctx, { body }) => {
  const pass = handOverTablet(ctx, body);
  const token = await getSessionToken();
  if (token !== null) signOut(ctx, token);
  await endBrowserSession();
  await clearAllDrafts();
  (await cookies()).set(TABLET_COOKIE, pass, {
    httpOnly: true,
    sameSite: 'strict',
    path: TABLET_PATH,
    secure: await isHttps(),
  });
  redirect(TABLET_PATH);
});
