import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { events } from './events';

/** What a form sent, as a digest, and the event it became: the same sending again leads to the same event. Append-only. */
export const submissions = sqliteTable('submissions', {
  /** SHA-256 over the form's key, its sender, what was to be done and everything that was written */
  digest: text('digest').primaryKey(),
  eventId: integer('event_id')
    .notNull()
    .references(() => events.id),
});
