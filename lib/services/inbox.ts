import { hasRead, insertRead, listReads } from '@/db/queries/inbox';
import type { MessageKind } from '@/lib/domain/inbox';
import { AppError } from '@/lib/errors';
import { inboxTitleOf } from '@/lib/messages/inbox';
import { comparePersian } from '@/lib/text/collation';
import { matchesWords } from '@/lib/text/search-words';
import { recordAudit } from './audit';
import { inboxFrom, messagesAbout, type Message } from './inbox-messages';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { accountTransaction } from './write-transaction';

export interface InboxMessage extends Message {
  /** When this person read it; null while it is unread, and for what was overtaken before. */
  readonly readAt: string | null;
  readonly isUnread: boolean;
}

export interface InboxFilter {
  readonly kind?: MessageKind | null;
  readonly bodyCode?: string | null;
  readonly isUnread?: boolean;
  /** Words of the title, the body, the step or the note, however they are spelt. */
  readonly words?: string | null;
  /** From 1. */
  readonly page?: number;
}

export interface InboxPage {
  readonly rows: readonly InboxMessage[];
  /** Messages that fit the filter, on all pages. */
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  /** Without the filter: all, and those unread. */
  readonly all: number;
  readonly unread: number;
  /** Own bodies that some message is about, by name. */
  readonly bodies: readonly { readonly code: string; readonly name: string }[];
}

export const MESSAGES_PER_PAGE = 20;

function withReads(ctx: ServiceContext): InboxMessage[] {
  const today = ctx.clock.today();
  const reads = listReads(ctx.db, ctx.actor.id, `${inboxFrom(today)}T00:00:00.000Z`);
  return messagesAbout(ctx.db, ctx.actor.bodyIds, today).map((message) => {
    const readAt = reads.get(message.key) ?? null;
    return { ...message, readAt, isUnread: readAt === null && !message.isOvertaken };
  });
}

function fits(message: InboxMessage, { kind, bodyCode, isUnread, words }: InboxFilter): boolean {
  if (kind && message.kind !== kind) return false;
  if (bodyCode && !message.bodies.some(({ code }) => code === bodyCode)) return false;
  if (isUnread && !message.isUnread) return false;
  if (!words) return true;
  const { milestone, note, bodies, event } = message;
  const parts = [inboxTitleOf(message), note, milestone?.title, event?.actorName, ...bodies.map(({ name }) => name)];
  return matchesWords(parts.filter(Boolean).join(' '), words);
}

/**
 * News about own bodies, newest first, twenty at a time; a page past the last is the last.
 *
 * @throws AppError `forbidden`
 */
export function listInbox(ctx: ServiceContext, filter: InboxFilter = {}): InboxPage {
  authorise(ctx, 'my.read');
  const messages = withReads(ctx);
  const found = messages.filter((message) => fits(message, filter));
  const pageCount = Math.max(1, Math.ceil(found.length / MESSAGES_PER_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(filter.page ?? 1)), pageCount);
  const bodies = new Map(messages.flatMap((message) => message.bodies.map((body) => [body.code, body])));
  return {
    rows: found.slice((page - 1) * MESSAGES_PER_PAGE, page * MESSAGES_PER_PAGE),
    total: found.length,
    page,
    pageCount,
    all: messages.length,
    unread: messages.filter(({ isUnread }) => isUnread).length,
    bodies: [...bodies.values()].sort((a, b) => comparePersian(a.name, b.name)),
  };
}

/** Unread messages of this person; null for those who have no inbox. */
export function countUnread(ctx: ServiceContext): number | null {
  if (!mayDo(ctx, 'my.read')) return null;
  return withReads(ctx).filter(({ isUnread }) => isUnread).length;
}

function recordReads(ctx: ServiceContext, messages: readonly InboxMessage[]): number {
  return accountTransaction(ctx, (tx) => {
    // another tab may have been faster
    const fresh = messages.filter(({ key }) => !hasRead(tx, ctx.actor.id, key));
    if (fresh.length === 0) return 0;
    const readAt = ctx.clock.now().toISOString();
    for (const { key } of fresh) insertRead(tx, { userId: ctx.actor.id, messageKey: key, readAt });
    recordAudit(ctx, tx, {
      action: 'inbox.read',
      subjectType: 'user',
      subjectKey: ctx.actor.username,
      details: { messages: fresh.map(({ key }) => key) },
    });
    return fresh.length;
  });
}

/**
 * Notes that this person has read a message. Reading it again changes nothing.
 *
 * @throws AppError `forbidden`; `not_found` for a message of somebody else
 */
export function markRead(ctx: ServiceContext, key: string): InboxMessage {
  authorise(ctx, 'my.mark_read');
  const message = withReads(ctx).find((each) => each.key === key);
  if (message === undefined) throw new AppError('not_found', { subject: 'message' });
  if (message.readAt === null) recordReads(ctx, [message]);
  return message;
}

/** Notes that this person has read all there is now; gives how many were unread. @throws AppError `forbidden` */
export function markAllRead(ctx: ServiceContext): number {
  authorise(ctx, 'my.mark_read');
  return recordReads(
    ctx,
    withReads(ctx).filter(({ isUnread }) => isUnread),
  );
}
