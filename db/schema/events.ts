import { check, foreignKey, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import {
  ANSWER_OUTCOMES,
  BLOCK_CAUSES,
  CLASSIFICATIONS,
  EVENT_KINDS,
  EVENT_SIDES,
  EVIDENCE_KINDS,
  REQUEST_KINDS,
  TURNS,
} from '@/lib/domain/vocabulary';
import { bodies } from './bodies';
import { milestones } from './programmes';
import { civilDate, flag, instant, isCivilDate, isOneOf } from './columns';

/**
 * Everything that was reported, decided or answered, in the order in which the office learned it: `id` and `recorded_on` grow together,
 * so "as of D" is a prefix of this table. Append-only.
 */
export const events = sqliteTable(
  'events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: EVENT_KINDS }).notNull(),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    milestoneId: integer('milestone_id').references(() => milestones.id),
    occurredOn: civilDate('occurred_on').notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** whose event it is: only the body's own events break its silence */
    side: text('side', { enum: EVENT_SIDES }).notNull(),
    /** user id; null for imported events */
    actorId: text('actor_id'),
    /** words for the actor at that time, as history and paper show them */
    actorName: text('actor_name').notNull(),
    /** the deputy was acted for by a delegate */
    byDelegate: flag('by_delegate').notNull().default(false),
    /** an expert recorded the body's own signed paper */
    onBehalf: flag('on_behalf').notNull().default(false),
    /** the governorate verified its own claim: «خوداظهاری» */
    selfDeclared: flag('self_declared').notNull().default(false),
    isImported: flag('is_imported').notNull().default(false),
    note: text('note'),
    cause: text('cause', { enum: BLOCK_CAUSES }),
    turn: text('turn', { enum: TURNS }),
    dueOn: civilDate('due_on'),
    requestKind: text('request_kind', { enum: REQUEST_KINDS }),
    outcome: text('outcome', { enum: ANSWER_OUTCOMES }),
    /** the event this one answers or takes back */
    refersTo: integer('refers_to'),
  },
  (t) => [
    foreignKey({ columns: [t.refersTo], foreignColumns: [t.id] }),
    index('events_own').on(t.bodyId, t.side, t.id),
    index('events_milestone').on(t.bodyId, t.milestoneId, t.id),
    index('events_recorded_on').on(t.recordedOn, t.id),
    index('events_refers_to').on(t.refersTo),
    check('events_kind', isOneOf(t.kind, EVENT_KINDS)),
    check('events_side', isOneOf(t.side, EVENT_SIDES)),
    check('events_cause', sql`${t.cause} is null or ${isOneOf(t.cause, BLOCK_CAUSES)}`),
    check('events_turn', sql`${t.turn} is null or ${isOneOf(t.turn, TURNS)}`),
    check('events_occurred_on', isCivilDate(t.occurredOn)),
    check('events_recorded_on_shape', isCivilDate(t.recordedOn)),
    check('events_order_of_days', sql`${t.occurredOn} <= ${t.recordedOn}`),
    check('events_due_on', sql`${t.dueOn} is null or ${isCivilDate(t.dueOn)}`),
  ],
);

/** A file as it was taken in, before and after it is attached to a claim. Append-only; the content lies in the data folder. */
export const uploads = sqliteTable(
  'uploads',
  {
    /** unguessable; also the file's name in `evidence/` */
    id: text('id').primaryKey(),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
    originalName: text('original_name').notNull(),
    mediaType: text('media_type').notNull(),
    kind: text('kind', { enum: ['photo', 'file'] }).notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
  },
  (t) => [index('uploads_body').on(t.bodyId)],
);

/** What was attached to a claim, certification or paper. Append-only. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id),
    kind: text('kind', { enum: EVIDENCE_KINDS }).notNull(),
    letterNumber: text('letter_number'),
    letterOn: civilDate('letter_on'),
    url: text('url'),
    uploadId: text('upload_id').references(() => uploads.id),
    classification: text('classification', { enum: CLASSIFICATIONS }).notNull(),
  },
  (t) => [
    index('evidence_event').on(t.eventId),
    index('evidence_upload').on(t.uploadId),
    check('evidence_kind', isOneOf(t.kind, EVIDENCE_KINDS)),
    check('evidence_classification', isOneOf(t.classification, CLASSIFICATIONS)),
    check(
      'evidence_content',
      sql`(${t.kind} = 'letter' and ${t.letterNumber} is not null and ${t.letterOn} is not null)
        or (${t.kind} = 'url' and ${t.url} is not null)
        or (${t.kind} in ('photo', 'file') and ${t.uploadId} is not null)`,
    ),
  ],
);
