import { blob, check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { programmes } from './programmes';
import { civilDate, instant, isCivilDate } from './columns';

/** Issued weekly reports: numbered inside a programme, figures and text frozen as JSON. Append-only. */
export const editions = sqliteTable(
  'editions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    number: integer('number').notNull(),
    /** Saturday and Friday of the reported week; figures are as of the Friday */
    weekStartOn: civilDate('week_start_on').notNull(),
    weekEndOn: civilDate('week_end_on').notNull(),
    issuedOn: civilDate('issued_on').notNull(),
    issuedAt: instant('issued_at').notNull(),
    issuedBy: text('issued_by'),
    issuedByName: text('issued_by_name').notNull(),
    /** printed on paper; leads back to the frozen edition */
    verificationCode: text('verification_code').notNull().unique(),
    document: text('document').notNull(),
    /** SHA-256 of `document` */
    sha256: text('sha256').notNull(),
  },
  (t) => [
    unique('editions_number').on(t.programmeId, t.number),
    index('editions_week').on(t.programmeId, t.weekStartOn),
    check('editions_week_start_on', isCivilDate(t.weekStartOn)),
    check('editions_week_end_on', isCivilDate(t.weekEndOn)),
  ],
);

/**
 * An edition as it was drawn on the day it was issued: what is printed ever after. An edition without one is drawn from its document.
 * Append-only.
 */
export const editionRenderings = sqliteTable('edition_renderings', {
  editionId: integer('edition_id')
    .primaryKey()
    .references(() => editions.id),
  /** the HTML page, UTF-8, deflated (raw) */
  content: blob('content', { mode: 'buffer' }).notNull(),
  /** SHA-256 of the HTML page before it was deflated */
  sha256: text('sha256').notNull(),
});

/** The deputy's own paragraphs for the report of a week; the newest row of a week counts, an empty text takes it back. Append-only. */
export const reportRemarks = sqliteTable(
  'report_remarks',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    weekStartOn: civilDate('week_start_on').notNull(),
    text: text('text').notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    writtenBy: text('written_by'),
    writtenByName: text('written_by_name').notNull(),
  },
  (t) => [
    index('report_remarks_week').on(t.programmeId, t.weekStartOn, t.id),
    check('report_remarks_week_start_on', isCivilDate(t.weekStartOn)),
  ],
);
