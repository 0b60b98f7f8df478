import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { civilDate, flag, instant, isCivilDate } from './columns';
import { evidence } from './events';

/**
 * Whether a piece of accepted evidence is shown to other bodies as an example for its milestone: the newest row of a piece counts, so that
 * taking it back is one more row. Append-only.
 */
export const evidenceExamples = sqliteTable(
  'evidence_examples',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidence.id),
    isExample: flag('is_example').notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
    byDelegate: flag('by_delegate').notNull().default(false),
  },
  (t) => [
    index('evidence_examples_evidence').on(t.evidenceId, t.id),
    check('evidence_examples_recorded_on', isCivilDate(t.recordedOn)),
  ],
);
