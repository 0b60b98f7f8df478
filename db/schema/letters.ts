import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { LETTER_KINDS, REGISTERED_PAPERS } from '@/lib/domain/vocabulary';
import { bodies } from './bodies';
import { civilDate, instant, isCivilDate, isOneOf } from './columns';
import { events } from './events';
import { programmes } from './programmes';

/** Letters to bodies, numbered inside a Jalali year, their text frozen as JSON; each is a `letter_sent` event of its body. Append-only. */
export const letters = sqliteTable(
  'letters',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: LETTER_KINDS }).notNull(),
    /** Jalali year and number inside it; the secretariat's own number is a row of `registrations` */
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    eventId: integer('event_id')
      .notNull()
      .unique()
      .references(() => events.id),
    /** the day whose knowledge the letter shows */
    asOf: civilDate('as_of').notNull(),
    issuedOn: civilDate('issued_on').notNull(),
    issuedAt: instant('issued_at').notNull(),
    issuedBy: text('issued_by'),
    issuedByName: text('issued_by_name').notNull(),
    document: text('document').notNull(),
    /** SHA-256 of `document` */
    sha256: text('sha256').notNull(),
  },
  (t) => [
    unique('letters_number').on(t.year, t.number),
    index('letters_body').on(t.bodyId, t.id),
    check('letters_kind', isOneOf(t.kind, LETTER_KINDS)),
    check('letters_as_of', isCivilDate(t.asOf)),
    check('letters_issued_on', isCivilDate(t.issuedOn)),
  ],
);

/** Number and date that the secretariat gave a signed paper: known after it was frozen, so a row of its own. The newest row counts. Append-only. */
export const registrations = sqliteTable(
  'registrations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    paper: text('paper', { enum: REGISTERED_PAPERS }).notNull(),
    /** id of the edition or letter */
    paperId: integer('paper_id').notNull(),
    registryNumber: text('registry_number').notNull(),
    registeredOn: civilDate('registered_on').notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
  },
  (t) => [
    index('registrations_paper').on(t.paper, t.paperId, t.id),
    check('registrations_paper_kind', isOneOf(t.paper, REGISTERED_PAPERS)),
    check('registrations_registered_on', isCivilDate(t.registeredOn)),
  ],
);
