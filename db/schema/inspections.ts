import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { INSPECTION_ANSWERS, INSPECTION_GRADES } from '@/lib/domain/vocabulary';
import { bodies } from './bodies';
import { civilDate, flag, instant, isCivilDate, isOneOf, versionColumns } from './columns';
import { events, uploads } from './events';
import { milestones } from './programmes';

/** Items of the checklist of visits; the newest version of a code holds. */
export const checklistItemVersions = sqliteTable(
  'checklist_item_versions',
  {
    ...versionColumns(),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    guidance: text('guidance').notNull(),
    maxPoints: integer('max_points').notNull(),
    /** graded poor, the desk is not real whatever its sum */
    isCritical: flag('is_critical').notNull().default(false),
    /** space-separated codes of the milestones that a poor grade contradicts */
    contradicts: text('contradicts').notNull().default(''),
    isRetired: flag('is_retired').notNull().default(false),
  },
  (t) => [
    index('checklist_item_versions_key').on(t.code, t.id),
    check('checklist_item_versions_recorded_on', isCivilDate(t.recordedOn)),
    check('checklist_item_versions_points', sql`${t.maxPoints} > 0`),
  ],
);

/** Official visits to in-person desks, numbered inside a Jalali year; a correction is a newer row that names the older one. Append-only. */
export const inspections = sqliteTable(
  'inspections',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** made by the form that was filled in: sent twice, it is recorded once */
    key: text('key').notNull().unique(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    isAnnounced: flag('is_announced').notNull(),
    visitedOn: civilDate('visited_on').notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
    /** posts, as the minutes are signed; names stay on paper */
    inspectorPost: text('inspector_post').notNull(),
    deskPost: text('desk_post').notNull(),
    remark: text('remark'),
    /** sums over the items that apply */
    points: real('points').notNull(),
    maxPoints: real('max_points').notNull(),
    /** the share in percent that was asked for when it was recorded */
    passPercent: integer('pass_percent').notNull(),
    isReal: flag('is_real').notNull(),
    corrects: integer('corrects').unique(),
  },
  (t) => [
    foreignKey({ columns: [t.corrects], foreignColumns: [t.id] }),
    unique('inspections_number').on(t.year, t.number),
    index('inspections_body').on(t.bodyId, t.id),
    index('inspections_recorded_on').on(t.recordedOn, t.id),
    check('inspections_visited_on', isCivilDate(t.visitedOn)),
    check('inspections_recorded_on_shape', isCivilDate(t.recordedOn)),
    check('inspections_order_of_days', sql`${t.visitedOn} <= ${t.recordedOn}`),
  ],
);

/** How each item was found. Points and rule are those of the day, so that an edited checklist changes no earlier visit. Append-only. */
export const inspectionScores = sqliteTable(
  'inspection_scores',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    inspectionId: integer('inspection_id')
      .notNull()
      .references(() => inspections.id),
    /** code of `checklist_item_versions` */
    itemCode: text('item_code').notNull(),
    grade: text('grade', { enum: INSPECTION_GRADES }).notNull(),
    points: real('points').notNull(),
    maxPoints: integer('max_points').notNull(),
    isCritical: flag('is_critical').notNull(),
    remark: text('remark'),
  },
  (t) => [
    unique('inspection_scores_item').on(t.inspectionId, t.itemCode),
    check('inspection_scores_grade', isOneOf(t.grade, INSPECTION_GRADES)),
    check('inspection_scores_points', sql`${t.points} between 0 and ${t.maxPoints}`),
  ],
);

/** Photos of a visit, of one item or of the whole desk. Append-only. */
export const inspectionPhotos = sqliteTable(
  'inspection_photos',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    inspectionId: integer('inspection_id')
      .notNull()
      .references(() => inspections.id),
    uploadId: text('upload_id')
      .notNull()
      .references(() => uploads.id),
    itemCode: text('item_code'),
  },
  (t) => [unique('inspection_photos_upload').on(t.inspectionId, t.uploadId)],
);

/** What the deputy decided on each milestone that a failed visit contradicts. Append-only. */
export const inspectionAnswers = sqliteTable(
  'inspection_answers',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    inspectionId: integer('inspection_id')
      .notNull()
      .references(() => inspections.id),
    milestoneId: integer('milestone_id')
      .notNull()
      .references(() => milestones.id),
    outcome: text('outcome', { enum: INSPECTION_ANSWERS }).notNull(),
    reason: text('reason').notNull(),
    /** the reopening */
    eventId: integer('event_id').references(() => events.id),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
  },
  (t) => [
    unique('inspection_answers_milestone').on(t.inspectionId, t.milestoneId),
    check('inspection_answers_outcome', isOneOf(t.outcome, INSPECTION_ANSWERS)),
    check('inspection_answers_recorded_on', isCivilDate(t.recordedOn)),
    check('inspection_answers_event', sql`(${t.outcome} = 'reopened') = (${t.eventId} is not null)`),
  ],
);
