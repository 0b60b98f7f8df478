'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { endBrowserSession, getOptionalContext, getSessionToken } from '@/lib/context';
import { clearAllDrafts } from '@/lib/drafts';
import { signOut } from '@/lib/services/sign-in';
import { THEME_COOKIE } from './theme';

const YEAR_SECONDS = 365 * 24 * 3600;

/** Keeps how the pages look, so that the next one is drawn so from the start. */
export async function setTheme(data: FormData): Promise<void> {
  const theme = data.get('theme');
  const store = await cookies();
  if (theme === 'light' || theme === 'dark') {
    store.set(THEME_COOKIE, theme, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true });
  } else {
    store.delete(THEME_COOKIE);
  }
}

export async function endSession(): Promise<void> {
  const [ctx, token] = await Promise.all([getOptionalContext(), getSessionToken()]);
  if (ctx !== null && token !== null) signOut(ctx, token);
  await endBrowserSession();
  await clearAllDrafts();
  redirect('/sign-in?signedOut=1');
}
