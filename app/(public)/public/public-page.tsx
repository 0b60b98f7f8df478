import type { ReactNode } from 'react';
import { PublicFrame, type PublicFrameProps } from '@/components/public/public-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { getOptionalContext, getPublicContext } from '@/lib/context';
import { PUBLIC_PAGE } from '@/lib/messages/public';
import { getNotice } from '@/lib/services/frame';

/** A page for citizens in its frame, which somebody of the office reads too. */
export async function PublicPage({
  county,
  current,
  children,
}: Pick<PublicFrameProps, 'county' | 'current'> & { children: ReactNode }) {
  const [ctx, reader] = await Promise.all([getPublicContext(), getOptionalContext()]);
  return (
    <PublicFrame county={county} current={current} notice={getNotice(ctx)} isSignedIn={reader !== null}>
      {children}
    </PublicFrame>
  );
}

/** In place of the figures before the first day of the programme is over. */
export function NothingYet() {
  return (
    <EmptyState level={1} title={PUBLIC_PAGE.nothingYet}>
      {PUBLIC_PAGE.nothingYetText}
    </EmptyState>
  );
}
