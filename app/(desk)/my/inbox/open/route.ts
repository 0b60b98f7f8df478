import { type NextRequest, NextResponse } from 'next/server';
import { getContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { signInPath } from '@/lib/paths';
import { markRead, type InboxMessage } from '@/lib/services/inbox';
import { letterIdOfEvent } from '@/lib/services/letters';
import type { ServiceContext } from '@/lib/services/service-context';

function target(ctx: ServiceContext, { bodies, milestone, event }: InboxMessage, bodyCode: string | null): string {
  const letterId = event?.kind === 'letter_sent' ? letterIdOfEvent(ctx, event.id) : null;
  if (letterId !== null) return `/reports/letters/${letterId}/print`;
  const body = bodies.find(({ code }) => code === bodyCode) ?? bodies[0];
  const code = encodeURIComponent(body?.code ?? '');
  if (milestone === null) return `/my?body=${code}`;
  const query = milestone.programmeCode === '' ? '' : `?programme=${encodeURIComponent(milestone.programmeCode)}`;
  return `/my/${code}/${encodeURIComponent(milestone.code)}${query}`;
}

/** Notes a message as read and leads to what it is about. A plain link, so that it works without script and in a new tab. */
export async function GET(request: NextRequest): Promise<Response> {
  const { searchParams, pathname, search } = request.nextUrl;
  const to = (path: string) => new NextResponse(null, { status: 303, headers: { Location: path } });
  try {
    const ctx = await getContext();
    return to(target(ctx, markRead(ctx, searchParams.get('key') ?? ''), searchParams.get('body')));
  } catch (error) {
    if (isAppError(error, 'signed_out')) return to(signInPath(`${pathname}${search}`));
    if (isAppError(error, 'not_found') || isAppError(error, 'forbidden')) return to('/my/inbox?done=gone');
    // a full disk must not stand between somebody and the step; the message stays unread
    if (isAppError(error, 'disk_full') || isAppError(error, 'database_locked')) return to('/my/inbox');
    throw error;
  }
}
