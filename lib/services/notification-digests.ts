import { hasDigest, insertDigest, isTold, listLiaisons } from '@/db/queries/notifications';
import { listReads } from '@/db/queries/inbox';
import { loadActor } from '@/lib/auth/load-actor';
import { addDays, maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import { CHANNELS, mobileNumber, TOLD_WITHIN_DAYS, type Channel } from '@/lib/domain/notifications';
import { digestLines, digestSummary } from '@/lib/messages/digest';
import type { NotificationVars } from '@/lib/messages/notifications';
import { recordAudit } from './audit';
import { contactOf, type Contact } from './contact-settings';
import { getFrameFacts } from './frame';
import { inboxFrom, messagesAbout, type Message } from './inbox-messages';
import type { NotificationSettings } from './notification-settings';
import { officeWordsAsOf } from './office-words';
import type { ServiceContext } from './service-context';
import { accountTransaction } from './write-transaction';

/** What one person would be told on one channel today. */
export interface Digest {
  readonly userId: string;
  readonly username: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly keys: readonly string[];
  readonly vars: NotificationVars;
}

/** Where a person is told on a channel; null where there is no address, or it is not wanted. */
export function addressOn(channel: Channel, contact: Contact): string | null {
  if (channel === 'email') return contact.wantsEmail ? contact.email : null;
  return contact.wantsSms && contact.phone !== null ? mobileNumber(contact.phone) : null;
}

interface Office {
  readonly name: string;
  readonly link: string;
}

function officeOf(ctx: ServiceContext): Office {
  const county = getFrameFacts(ctx).countyName ?? '';
  const { name, webAddress } = officeWordsAsOf(ctx, ctx.clock.today(), county);
  return { name, link: webAddress === null ? '' : `${webAddress}/my/inbox` };
}

/** Unread, not overtaken, and not older than the channel, nor than what may still be told. */
function tellable(messages: readonly Message[], reads: ReadonlyMap<string, string>, from: CivilDate): Message[] {
  return messages.filter(({ key, isOvertaken, on }) => !isOvertaken && on >= from && !reads.has(key));
}

/** The digests of today that are not made yet. Nobody gets a second one while an earlier one waits, nor two on a day. */
export function planDigests(ctx: ServiceContext, settings: NotificationSettings): Digest[] {
  const today = ctx.clock.today();
  const active = CHANNELS.filter((channel) => settings[channel] !== null);
  if (active.length === 0) return [];
  const office = officeOf(ctx);
  return listLiaisons(ctx.db).flatMap((user): Digest[] => {
    const contact = contactOf(ctx.db, user);
    const open = active.flatMap((channel) => {
      const recipient = addressOn(channel, contact);
      return recipient === null || hasDigest(ctx.db, user.id, channel, today) ? [] : [{ channel, recipient }];
    });
    const actor = open.length === 0 ? null : loadActor(ctx.db, user.id, today);
    if (actor === null) return [];
    const messages = messagesAbout(ctx.db, actor.bodyIds, today);
    const reads = listReads(ctx.db, user.id, `${inboxFrom(today)}T00:00:00.000Z`);
    return open.flatMap(({ channel, recipient }): Digest[] => {
      const from = maxDate(settings[channel] ?? today, addDays(today, -TOLD_WITHIN_DAYS));
      const news = tellable(messages, reads, from).filter(({ key }) => !isTold(ctx.db, user.id, channel, key));
      if (news.length === 0) return [];
      const vars = {
        name: user.name,
        office: office.name,
        summary: digestSummary(news),
        lines: channel === 'email' ? digestLines(news) : '',
        link: office.link,
      };
      return [{ userId: user.id, username: user.username, channel, recipient, keys: news.map(({ key }) => key), vars }];
    });
  });
}

/** Puts digests into the outbox, with one audit row for all; what another process made meanwhile is left out. Gives how many. */
export function queueDigests(ctx: ServiceContext, digests: readonly Digest[]): number {
  if (digests.length === 0) return 0;
  const today = ctx.clock.today();
  return accountTransaction(ctx, (tx) => {
    const at = ctx.clock.now().toISOString();
    const fresh = digests.filter(
      ({ userId, channel, keys }) =>
        !hasDigest(tx, userId, channel, today) && !keys.some((key) => isTold(tx, userId, channel, key)),
    );
    for (const { userId, channel, recipient, keys, vars } of fresh) {
      insertDigest(
        tx,
        {
          ...{ userId, channel, recipient, vars, template: 'digest', digestOn: today },
          ...{ state: 'queued', nextAttemptAt: at, createdAt: at },
        },
        keys,
      );
    }
    if (fresh.length === 0) return 0;
    recordAudit(ctx, tx, {
      action: 'notification.queue',
      subjectType: 'outbox',
      subjectKey: today,
      details: { created: fresh.length, messages: fresh.reduce((sum, { keys }) => sum + keys.length, 0) },
    });
    return fresh.length;
  });
}
