import { listBodyLog, listEventLog, type LoggedEvent } from '@/db/queries/event-log';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { kindsOfGroup, type HistoryGroup } from '@/lib/domain/history-groups';
import { authorise, type ServiceContext } from './service-context';

export type { LoggedEvent };

/** Most events one answer holds. */
export const EVENT_PAGE_SIZE = 500;

/** Events after an id, for machines that follow the history. `next` is the id to ask after, null at the end. */
export function listEvents(
  ctx: ServiceContext,
  params: { readonly after: number },
): { readonly events: LoggedEvent[]; readonly next: number | null } {
  authorise(ctx, 'progress.read');
  const events = listEventLog(ctx.db, params.after, EVENT_PAGE_SIZE);
  return { events, next: events.length === EVENT_PAGE_SIZE ? (events.at(-1)?.event.id ?? null) : null };
}

/** What is known of a body on a day, newest first. The caller has authorised reading the body. */
export function bodyHistory(
  ctx: Pick<ServiceContext, 'db'>,
  bodyId: number,
  asOf: CivilDate,
  page: {
    readonly limit: number;
    readonly before: number | null;
    readonly group?: HistoryGroup | null;
    readonly milestoneCode?: string | null;
  },
): { readonly events: LoggedEvent[]; readonly next: number | null } {
  const events = listBodyLog(ctx.db, bodyId, asOf, {
    limit: page.limit + 1,
    beforeId: page.before,
    kinds: page.group ? kindsOfGroup(page.group) : null,
    milestoneCode: page.milestoneCode,
  });
  const hasMore = events.length > page.limit;
  return { events: events.slice(0, page.limit), next: hasMore ? (events[page.limit - 1]?.event.id ?? null) : null };
}
