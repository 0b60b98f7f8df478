import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { DESK_CHECK_OUTCOMES, DESK_CHECK_TRIGGERS } from '@/lib/domain/vocabulary';
import { bodies } from './bodies';
import { civilDate, flag, instant, isCivilDate, isOneOf, versionColumns } from './columns';

/** Web address of a body's electronic desk; null once it has none any more. The newest version holds. */
export const deskAddressVersions = sqliteTable(
  'desk_address_versions',
  {
    ...versionColumns(),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    url: text('url'),
  },
  (t) => [
    index('desk_address_versions_key').on(t.bodyId, t.id),
    check('desk_address_versions_recorded_on', isCivilDate(t.recordedOn)),
  ],
);

/** Words by which a page shows what a milestone asks for; the newest version of a code holds. */
export const deskSignVersions = sqliteTable(
  'desk_sign_versions',
  {
    ...versionColumns(),
    /** the milestone's code, with a suffix where it asks for several things */
    code: text('code').notNull(),
    milestoneCode: text('milestone_code').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    /** alternatives, separated by `|` */
    phrases: text('phrases').notNull(),
    isRetired: flag('is_retired').notNull().default(false),
  },
  (t) => [
    index('desk_sign_versions_key').on(t.code, t.id),
    check('desk_sign_versions_recorded_on', isCivilDate(t.recordedOn)),
  ],
);

/** A sign that was looked for, with the words in which it was found. */
export interface DeskFinding {
  readonly code: string;
  readonly milestoneCode: string;
  readonly title: string;
  /** null: not found on the pages that were read */
  readonly passage: string | null;
  readonly url: string | null;
}

/** A page that was asked for. */
export interface DeskPage {
  readonly url: string;
  readonly outcome: (typeof DESK_CHECK_OUTCOMES)[number];
  readonly status: number | null;
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Every look that was taken at an electronic desk, whatever came of it. Append-only. */
export const deskChecks = sqliteTable(
  'desk_checks',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    url: text('url').notNull(),
    trigger: text('trigger', { enum: DESK_CHECK_TRIGGERS }).notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
    /** of the first page */
    outcome: text('outcome', { enum: DESK_CHECK_OUTCOMES }).notNull(),
    status: integer('status'),
    milliseconds: integer('milliseconds'),
    isHttps: flag('is_https').notNull(),
    /** last day of the certificate; null without one */
    certificateUntil: civilDate('certificate_until'),
    pages: text('pages', { mode: 'json' }).$type<readonly DeskPage[]>().notNull(),
    findings: text('findings', { mode: 'json' }).$type<readonly DeskFinding[]>().notNull(),
  },
  (t) => [
    index('desk_checks_body').on(t.bodyId, t.id),
    index('desk_checks_recorded_on').on(t.recordedOn, t.id),
    check('desk_checks_trigger', isOneOf(t.trigger, DESK_CHECK_TRIGGERS)),
    check('desk_checks_outcome', isOneOf(t.outcome, DESK_CHECK_OUTCOMES)),
    check('desk_checks_recorded_on_shape', isCivilDate(t.recordedOn)),
  ],
);
