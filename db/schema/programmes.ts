import { check, index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { BASES, INDICATOR_DIRECTIONS, MILESTONE_ACTORS } from '@/lib/domain/vocabulary';
import { civilDate, flag, isCivilDate, isOneOf, versionColumns } from './columns';

/** Identity of a programme, track or milestone; everything that may change stands in its versions. */
export const programmes = sqliteTable('programmes', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  code: text('code').notNull().unique(),
});

export const programmeVersions = sqliteTable(
  'programme_versions',
  {
    ...versionColumns(),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    title: text('title').notNull(),
    legalReference: text('legal_reference').notNull(),
    countyCode: text('county_code').notNull(),
    startOn: civilDate('start_on').notNull(),
    endOn: civilDate('end_on').notNull(),
    baselineMonth: text('baseline_month').notNull(),
  },
  (t) => [
    index('programme_versions_key').on(t.programmeId, t.id),
    check('programme_versions_recorded_on', isCivilDate(t.recordedOn)),
    check('programme_versions_start_on', isCivilDate(t.startOn)),
    check('programme_versions_end_on', isCivilDate(t.endOn)),
  ],
);

export const tracks = sqliteTable(
  'tracks',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    code: text('code').notNull(),
  },
  (t) => [unique('tracks_code').on(t.programmeId, t.code)],
);

export const trackVersions = sqliteTable(
  'track_versions',
  {
    ...versionColumns(),
    trackId: integer('track_id')
      .notNull()
      .references(() => tracks.id),
    title: text('title').notNull(),
    position: integer('position').notNull(),
    startOn: civilDate('start_on').notNull(),
    deadlineOn: civilDate('deadline_on').notNull(),
    deadlineSource: text('deadline_source').notNull(),
    weightPoints: real('weight_points').notNull().default(1),
  },
  (t) => [
    index('track_versions_key').on(t.trackId, t.id),
    check('track_versions_recorded_on', isCivilDate(t.recordedOn)),
    check('track_versions_start_on', isCivilDate(t.startOn)),
    check('track_versions_deadline_on', isCivilDate(t.deadlineOn)),
  ],
);

export const milestones = sqliteTable(
  'milestones',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    trackId: integer('track_id')
      .notNull()
      .references(() => tracks.id),
    code: text('code').notNull(),
  },
  (t) => [unique('milestones_code').on(t.trackId, t.code)],
);

export const milestoneVersions = sqliteTable(
  'milestone_versions',
  {
    ...versionColumns(),
    milestoneId: integer('milestone_id')
      .notNull()
      .references(() => milestones.id),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    shortTitle: text('short_title').notNull(),
    guidance: text('guidance').notNull(),
    evidenceText: text('evidence_text').notNull(),
    /** space-separated EVIDENCE_KINDS */
    evidenceKinds: text('evidence_kinds').notNull(),
    actor: text('actor', { enum: MILESTONE_ACTORS }).notNull(),
    weightPoints: real('weight_points').notNull(),
    baselineDueOn: civilDate('baseline_due_on').notNull(),
    /** space-separated categories, each optionally with `:public` */
    appliesTo: text('applies_to').notNull(),
    basis: text('basis', { enum: BASES }).notNull(),
    validFrom: civilDate('valid_from'),
    /** set when the milestone is withdrawn from the programme */
    isRetired: flag('is_retired').notNull().default(false),
  },
  (t) => [
    index('milestone_versions_key').on(t.milestoneId, t.id),
    check('milestone_versions_recorded_on', isCivilDate(t.recordedOn)),
    check('milestone_versions_due_on', isCivilDate(t.baselineDueOn)),
    check('milestone_versions_actor', isOneOf(t.actor, MILESTONE_ACTORS)),
    check('milestone_versions_basis', isOneOf(t.basis, BASES)),
  ],
);

export const indicatorVersions = sqliteTable(
  'indicator_versions',
  {
    ...versionColumns(),
    code: text('code').notNull(),
    title: text('title').notNull(),
    formula: text('formula').notNull(),
    unit: text('unit').notNull(),
    direction: text('direction', { enum: INDICATOR_DIRECTIONS }).notNull(),
  },
  (t) => [
    index('indicator_versions_key').on(t.code, t.id),
    check('indicator_versions_direction', isOneOf(t.direction, INDICATOR_DIRECTIONS)),
  ],
);
