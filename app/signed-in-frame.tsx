import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppFrame } from '@/components/frame/app-frame';
import { navigationFor } from '@/components/frame/navigation';
import { formatDayMonth } from '@/lib/format/dates';
import { FRAME } from '@/lib/messages/frame';
import { ROLE_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, getPathname } from '@/lib/page-context';
import { getFrameFacts, getNotice } from '@/lib/services/frame';
import { countUnread } from '@/lib/services/inbox';
import { endSession, setTheme } from './frame-actions';
import { THEME_COOKIE } from './theme';

/** The frame with the facts of whoever is signed in; leads to the sign-in page otherwise. */
export async function SignedInFrame({ children }: { children: ReactNode }) {
  const ctx = await getPageContext();
  const { actor } = ctx;
  const { countyName, waitingCount } = getFrameFacts(ctx);
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return (
    <AppFrame
      countyName={countyName}
      sample={getNotice(ctx)}
      navigation={navigationFor(actor.role, waitingCount, countUnread(ctx))}
      pathname={await getPathname()}
      hasSearch={actor.role !== 'liaison'}
      account={{
        name: actor.name,
        roleLabel: ROLE_LABELS[actor.role],
        delegateNote:
          actor.delegateUntil === null ? undefined : FRAME.delegateUntil(formatDayMonth(actor.delegateUntil)),
        theme: theme === 'light' || theme === 'dark' ? theme : 'system',
        signOutAction: endSession,
        themeAction: setTheme,
      }}
    >
      {children}
    </AppFrame>
  );
}
