import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { civilDate, flag, instant } from './columns';

/** Who did what, when and to what; written in the same transaction as the change itself. Append-only. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    recordedAt: instant('recorded_at').notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    actorId: text('actor_id'),
    /** user name, `cli` or `system` */
    actorName: text('actor_name').notNull(),
    actorRole: text('actor_role').notNull(),
    byDelegate: flag('by_delegate').notNull().default(false),
    /** noun.verb, such as `milestone.claim` or `user.add` */
    action: text('action').notNull(),
    /** noun and key, such as `body` and `EA-001` */
    subjectType: text('subject_type').notNull(),
    subjectKey: text('subject_key').notNull(),
    details: text('details', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    ipAddress: text('ip_address'),
  },
  (t) => [
    index('audit_log_recorded_at').on(t.recordedAt),
    index('audit_log_subject').on(t.subjectType, t.subjectKey),
    index('audit_log_actor').on(t.actorId),
  ],
);
