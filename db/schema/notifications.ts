import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { CHANNELS, DELIVERY_STATES } from '@/lib/domain/notifications';
import { civilDate, flag, instant, isCivilDate, isOneOf } from './columns';
import { users } from './users';

/** Which message of the inbox somebody has read, and when. Messages themselves are read from the history. Append-only. */
export const messageReads = sqliteTable(
  'message_reads',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    messageKey: text('message_key').notNull(),
    readAt: instant('read_at').notNull(),
  },
  (t) => [unique('message_reads_key').on(t.userId, t.messageKey), index('message_reads_at').on(t.userId, t.readAt)],
);

/** Where somebody may be told and whether they want it. The mobile number is the telephone of the account. No row: as by default. */
export const contactSettings = sqliteTable('contact_settings', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  email: text('email'),
  wantsEmail: flag('wants_email').notNull().default(true),
  wantsSms: flag('wants_sms').notNull().default(true),
});

/** What is to leave, has left or could not leave the machine: at most one for a person, a channel and a day. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    digestOn: civilDate('digest_on').notNull(),
    /** name of the template and what it is filled with; nothing that the recipient's inbox does not hold */
    template: text('template').notNull(),
    vars: text('vars', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    /** the address of the last attempt */
    recipient: text('recipient'),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** when it may be tried (again); while it is being sent, when the claim on it ends */
    nextAttemptAt: instant('next_attempt_at').notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    /** what the mail server or the gateway said last */
    answer: text('answer'),
  },
  (t) => [
    unique('outbox_digest').on(t.userId, t.channel, t.digestOn),
    index('outbox_due').on(t.state, t.nextAttemptAt),
    check('outbox_channel', isOneOf(t.channel, CHANNELS)),
    check('outbox_state', isOneOf(t.state, DELIVERY_STATES)),
    check('outbox_digest_on', isCivilDate(t.digestOn)),
  ],
);

/** Which messages of the inbox a digest tells of: each is told once to a person on a channel. */
export const outboxMessages = sqliteTable(
  'outbox_messages',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    outboxId: integer('outbox_id')
      .notNull()
      .references(() => outbox.id),
    userId: text('user_id').notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    messageKey: text('message_key').notNull(),
  },
  (t) => [
    unique('outbox_messages_key').on(t.userId, t.channel, t.messageKey),
    index('outbox_messages_outbox').on(t.outboxId),
  ],
);
