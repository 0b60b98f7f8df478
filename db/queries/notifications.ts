import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import type { Channel, DeliveryState } from '@/lib/domain/notifications';
import type { Executor } from '../client';
import { contactSettings, outbox, outboxMessages } from '../schema/notifications';
import { users } from '../schema/users';

export type OutboxRow = typeof outbox.$inferSelect;
export type ContactRow = typeof contactSettings.$inferSelect;

export function findContact(db: Executor, userId: string): ContactRow | undefined {
  return db.select().from(contactSettings).where(eq(contactSettings.userId, userId)).get();
}

export function saveContact(db: Executor, row: typeof contactSettings.$inferInsert): void {
  db.insert(contactSettings).values(row).onConflictDoUpdate({ target: contactSettings.userId, set: row }).run();
}

/** Liaisons whose accounts are open, with their telephones. */
export function listLiaisons(db: Executor) {
  return db
    .select({ id: users.id, username: users.username, name: users.name, phone: users.phone })
    .from(users)
    .where(and(eq(users.role, 'liaison'), isNull(users.disabledAt)))
    .orderBy(asc(users.id))
    .all();
}

/** Whether the day has had its message: one was made or sent on it, or an earlier one still waits. Only one ever waits, the newest. */
export function hasDigest(db: Executor, userId: string, channel: Channel, day: CivilDate): boolean {
  const newest = db
    .select({ digestOn: outbox.digestOn, state: outbox.state, sentAt: outbox.sentAt })
    .from(outbox)
    .where(and(eq(outbox.userId, userId), eq(outbox.channel, channel)))
    .orderBy(desc(outbox.digestOn))
    .limit(1)
    .get();
  if (newest === undefined) return false;
  const { digestOn, state, sentAt } = newest;
  const isWaiting = state !== 'sent' && state !== 'given_up';
  return digestOn === day || isWaiting || (sentAt !== null && toTehranTime(sentAt).day === day);
}

export function isTold(db: Executor, userId: string, channel: Channel, messageKey: string): boolean {
  const row = db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(
      and(
        eq(outboxMessages.userId, userId),
        eq(outboxMessages.channel, channel),
        eq(outboxMessages.messageKey, messageKey),
      ),
    )
    .get();
  return row !== undefined;
}

export function insertDigest(
  db: Executor,
  row: Omit<typeof outbox.$inferInsert, 'id'>,
  messageKeys: readonly string[],
): number {
  const { id } = db.insert(outbox).values(row).returning({ id: outbox.id }).get();
  for (const messageKey of messageKeys) {
    db.insert(outboxMessages).values({ outboxId: id, userId: row.userId, channel: row.channel, messageKey }).run();
  }
  return id;
}

/**
 * The oldest digest that is due on one of the channels: waiting, to be tried again, or claimed so long ago that whoever claimed it must
 * have ended.
 */
export function findDue(db: Executor, channels: readonly Channel[], nowAt: string): OutboxRow | undefined {
  if (channels.length === 0) return undefined;
  return db
    .select()
    .from(outbox)
    .where(
      and(
        inArray(outbox.state, ['queued', 'sending', 'failed']),
        lte(outbox.nextAttemptAt, nowAt),
        inArray(outbox.channel, [...channels]),
      ),
    )
    .orderBy(asc(outbox.nextAttemptAt), asc(outbox.id))
    .limit(1)
    .get();
}

export function updateDigest(db: Executor, id: number, values: Partial<Omit<OutboxRow, 'id'>>): void {
  db.update(outbox).set(values).where(eq(outbox.id, id)).run();
}

/** Changes a digest only while the claim of this attempt still stands; whether it did. */
export function updateClaimed(
  db: Executor,
  claim: Pick<OutboxRow, 'id' | 'attempts'>,
  values: Partial<Omit<OutboxRow, 'id'>>,
): boolean {
  const found = and(eq(outbox.id, claim.id), eq(outbox.state, 'sending'), eq(outbox.attempts, claim.attempts));
  return db.update(outbox).set(values).where(found).run().changes === 1;
}

/** What a digest told of may be told again by a later one. */
export function releaseMessages(db: Executor, outboxId: number): void {
  db.delete(outboxMessages).where(eq(outboxMessages.outboxId, outboxId)).run();
}

const messagesOfDigest = sql<number>`(select count(*) from outbox_messages where outbox_messages.outbox_id = ${outbox.id})`;

export function findDigest(db: Executor, id: number): (OutboxRow & { username: string; messages: number }) | undefined {
  const row = db
    .select({ digest: outbox, username: users.username, messages: messagesOfDigest })
    .from(outbox)
    .innerJoin(users, eq(users.id, outbox.userId))
    .where(eq(outbox.id, id))
    .get();
  return row && { ...row.digest, username: row.username, messages: row.messages };
}

/** The newest digests, of one state if given, with whom they are for. */
export function listDigests(db: Executor, state: DeliveryState | null, limit: number) {
  return db
    .select({
      id: outbox.id,
      username: users.username,
      name: users.name,
      channel: outbox.channel,
      digestOn: outbox.digestOn,
      recipient: outbox.recipient,
      state: outbox.state,
      attempts: outbox.attempts,
      nextAttemptAt: outbox.nextAttemptAt,
      sentAt: outbox.sentAt,
      answer: outbox.answer,
      /** messages it holds; none where a later digest may tell of them again */
      messages: messagesOfDigest,
    })
    .from(outbox)
    .innerJoin(users, eq(users.id, outbox.userId))
    .where(state === null ? undefined : eq(outbox.state, state))
    .orderBy(desc(outbox.id))
    .limit(limit)
    .all();
}

/** How many digests stand in each state. */
export function countDigests(db: Executor): Map<DeliveryState, number> {
  const rows = db
    .select({ state: outbox.state, count: sql<number>`count(*)` })
    .from(outbox)
    .groupBy(outbox.state)
    .all();
  return new Map(rows.map(({ state, count }) => [state, count]));
}
