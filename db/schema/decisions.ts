import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { DECISION_OUTCOMES } from '@/lib/domain/vocabulary';
import { bodies } from './bodies';
import { civilDate, flag, instant, isCivilDate, isOneOf } from './columns';
import { milestones, programmes } from './programmes';

/** What a meeting decided: who promised what until when. Numbered inside a programme. Append-only. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    number: integer('number').notNull(),
    /** the day of the meeting; it may be written down later */
    meetingOn: civilDate('meeting_on').notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
    byDelegate: flag('by_delegate').notNull().default(false),
    text: text('text').notNull(),
    /** a post or a person, in words */
    owner: text('owner').notNull(),
    bodyId: integer('body_id').references(() => bodies.id),
    milestoneId: integer('milestone_id').references(() => milestones.id),
    promisedOn: civilDate('promised_on').notNull(),
  },
  (t) => [
    unique('decisions_number').on(t.programmeId, t.number),
    index('decisions_recorded_on').on(t.recordedOn, t.id),
    index('decisions_body').on(t.bodyId),
    check('decisions_meeting_on', isCivilDate(t.meetingOn)),
    check('decisions_recorded_on_shape', isCivilDate(t.recordedOn)),
    check('decisions_promised_on', isCivilDate(t.promisedOn)),
    check('decisions_order_of_days', sql`${t.meetingOn} <= ${t.recordedOn} and ${t.meetingOn} <= ${t.promisedOn}`),
    check('decisions_milestone_has_body', sql`${t.milestoneId} is null or ${t.bodyId} is not null`),
  ],
);

/** What became of a decision; the newest row counts, so that a correction is one more row. Append-only. */
export const decisionOutcomes = sqliteTable(
  'decision_outcomes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    decisionId: integer('decision_id')
      .notNull()
      .references(() => decisions.id),
    outcome: text('outcome', { enum: DECISION_OUTCOMES }).notNull(),
    occurredOn: civilDate('occurred_on').notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
    byDelegate: flag('by_delegate').notNull().default(false),
    note: text('note'),
  },
  (t) => [
    index('decision_outcomes_decision').on(t.decisionId, t.id),
    index('decision_outcomes_recorded_on').on(t.recordedOn, t.id),
    check('decision_outcomes_outcome', isOneOf(t.outcome, DECISION_OUTCOMES)),
    check('decision_outcomes_occurred_on', isCivilDate(t.occurredOn)),
    check('decision_outcomes_recorded_on_shape', isCivilDate(t.recordedOn)),
    check('decision_outcomes_order_of_days', sql`${t.occurredOn} <= ${t.recordedOn}`),
  ],
);
