import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { SURVEY_CHANNELS } from '@/lib/domain/vocabulary';
import { bodies } from './bodies';
import { civilDate, flag, isCivilDate, isOneOf, versionColumns } from './columns';

/** Items of the clients' survey, in axes; the newest version of a code holds. */
export const surveyItemVersions = sqliteTable(
  'survey_item_versions',
  {
    ...versionColumns(),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    axis: text('axis').notNull(),
    axisTitle: text('axis_title').notNull(),
    text: text('text').notNull(),
    /** agreement is bad: its answer counts from the other end */
    isReversed: flag('is_reversed').notNull().default(false),
    /** space-separated SURVEY_FEEDS */
    feeds: text('feeds').notNull().default(''),
    isRetired: flag('is_retired').notNull().default(false),
  },
  (t) => [
    index('survey_item_versions_key').on(t.code, t.id),
    check('survey_item_versions_recorded_on', isCivilDate(t.recordedOn)),
  ],
);

/** The word in the address by which clients of a body answer without an account; null while that is closed. The newest version holds. */
export const surveyLinkVersions = sqliteTable(
  'survey_link_versions',
  {
    ...versionColumns(),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    token: text('token').unique(),
  },
  (t) => [
    index('survey_link_versions_key').on(t.bodyId, t.id),
    check('survey_link_versions_recorded_on', isCivilDate(t.recordedOn)),
  ],
);

/**
 * Answers of one client. Nothing personal: no name, address or hour, and no user but where somebody typed a paper in. The figures are worked
 * out when it is recorded, by the items of that day. Append-only.
 */
export const surveyResponses = sqliteTable(
  'survey_responses',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** made by the form that was filled in: sent twice, it is recorded once */
    key: text('key').notNull().unique(),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    /** Jalali `YYYY-MM` in which the client was served */
    month: text('month').$type<JalaliMonth>().notNull(),
    channel: text('channel', { enum: SURVEY_CHANNELS }).notNull(),
    /** 1 (not at all) to 5 (fully) by code of the item; those left empty are absent */
    answers: text('answers', { mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
    /** 0 to 100, the higher the better; null where too little was answered */
    satisfaction: real('satisfaction'),
    ease: real('ease'),
    transparency: real('transparency'),
    integrity: real('integrity'),
    /** the client needed somebody's word or help to get the thing done */
    neededGoBetween: flag('needed_go_between'),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedBy: text('recorded_by'),
  },
  (t) => [
    index('survey_responses_month').on(t.month, t.bodyId, t.recordedOn),
    check('survey_responses_channel', isOneOf(t.channel, SURVEY_CHANNELS)),
    check('survey_responses_month_shape', sql`${t.month} glob '1[345][0-9][0-9]-[01][0-9]'`),
    check('survey_responses_recorded_on', isCivilDate(t.recordedOn)),
  ],
);
