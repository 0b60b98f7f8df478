import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { insertHolidayVersion, listHolidaysAsOf } from '@/db/queries/areas';
import { findBodyId, insertBodyVersion, listBodyVersions } from '@/db/queries/bodies';
import {
  insertMilestoneVersion,
  insertTrackVersion,
  listMilestonesAsOf,
  listProgrammesAsOf,
  listTracksAsOf,
} from '@/db/queries/programmes';
import { isDistrict } from '@/db/queries/users';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { AppError } from '@/lib/errors';
import { normaliseForStore } from '@/lib/text/normalise';
import {
  bodyChangeSchema,
  holidaySchema,
  milestoneChangeSchema,
  trackChangeSchema,
  type BodyChange,
  type HolidayInput,
  type MilestoneChange,
  type TrackChange,
} from '@/lib/validation/admin';
import { recordAudit } from './audit';
import { invalidInput, parseInput } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

/**
 * Changes of reference data by hand. Each one is a new version, known from today on: figures of earlier days keep what held then.
 * `seen` is the id of the version the change was made from; if another one has come since, nothing is overwritten.
 */

type Fields = Readonly<Record<string, unknown>>;

/** What of `after` differs from `before`, by name. */
function changesOf(before: Fields, after: Fields): { before: Fields; after: Fields } | null {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  if (names.length === 0) return null;
  const pick = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}

function stamp(ctx: ServiceContext) {
  return {
    recordedOn: ctx.clock.today(),
    recordedAt: ctx.clock.now().toISOString(),
    recordedBy: ctx.isSystem ? null : ctx.actor.id,
  };
}

function assertSeen(seen: number, newestId: number): void {
  if (seen !== newestId) throw new AppError('conflict', { reason: 'newer_version' });
}

function normalised<Schema extends z.ZodType<Fields>>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = parseInput(schema, input);
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value]) => [
      name,
      typeof value === 'string' && !/On$|From$|^day$/.test(name) ? normaliseForStore(value) : value,
    ]),
  ) as z.output<Schema>;
}

/**
 * Changes one body from today on. Returns whether anything was different.
 *
 * @throws AppError `forbidden`, `not_found`, `conflict`, `read_only_clock`; `invalid_input` with `no_such_district` and whatever the
 *   schema refuses
 */
export function changeBody(ctx: ServiceContext, code: string, seen: number, input: BodyChange): boolean {
  authorise(ctx, 'reference.manage');
  const change = normalised(bodyChangeSchema, input);
  return writeTransaction(ctx, (tx) => {
    const bodyId = findBodyId(tx, code);
    const newest = bodyId === null ? undefined : listBodyVersions(tx, bodyId).at(-1);
    if (newest === undefined) throw new AppError('not_found', { subject: 'body', code });
    assertSeen(seen, newest.id);
    if (!isDistrict(tx, change.districtCode)) {
      throw invalidInput([{ field: 'districtCode', reason: 'no_such_district', codes: [change.districtCode] }]);
    }
    const changes = changesOf(newest, change);
    if (changes === null) return false;
    const { id: _, ...known } = newest;
    const ruralDistrictCode = change.districtCode === newest.districtCode ? newest.ruralDistrictCode : null;
    insertBodyVersion(tx, { ...known, ...change, ruralDistrictCode, ...stamp(ctx) });
    recordAudit(ctx, tx, {
      action: 'reference.change_body',
      subjectType: 'body',
      subjectKey: code,
      details: changes,
    });
    return true;
  });
}

function holidayOn(tx: Tx, day: CivilDate, asOf: CivilDate) {
  return listHolidaysAsOf(tx, asOf).find((version) => version.day === day && version.isHoliday);
}

/**
 * Makes a day a holiday, or gives a holiday another title, as known from today on. Returns whether anything was different.
 *
 * @throws AppError `forbidden`, `invalid_input`, `read_only_clock`
 */
export function addHoliday(ctx: ServiceContext, input: HolidayInput): boolean {
  authorise(ctx, 'reference.manage');
  const { day, title } = normalised(holidaySchema, input);
  return writeTransaction(ctx, (tx) => {
    const known = holidayOn(tx, day, ctx.clock.today());
    if (known?.title === title) return false;
    insertHolidayVersion(tx, { day, title, isHoliday: true, ...stamp(ctx) });
    recordAudit(ctx, tx, {
      action: 'reference.add_holiday',
      subjectType: 'holiday',
      subjectKey: day,
      details: { title, ...(known === undefined ? {} : { previousTitle: known.title }) },
    });
    return true;
  });
}

/** Takes a holiday back from today on. @throws AppError `forbidden`, `not_found`, `read_only_clock` */
export function removeHoliday(ctx: ServiceContext, day: CivilDate): void {
  authorise(ctx, 'reference.manage');
  writeTransaction(ctx, (tx) => {
    const known = holidayOn(tx, day, ctx.clock.today());
    if (known === undefined) throw new AppError('not_found', { subject: 'holiday', day });
    insertHolidayVersion(tx, { day, title: known.title, isHoliday: false, ...stamp(ctx) });
    recordAudit(ctx, tx, {
      action: 'reference.remove_holiday',
      subjectType: 'holiday',
      subjectKey: day,
      details: { title: known.title },
    });
  });
}

function programmeIdOf(tx: Tx, code: string, today: CivilDate): number {
  const found = listProgrammesAsOf(tx, today).find((programme) => programme.code === code);
  if (found === undefined) throw new AppError('not_found', { subject: 'programme', code });
  return found.version.programmeId;
}

export interface TrackKey {
  readonly programmeCode: string;
  readonly trackCode: string;
}

/**
 * Changes title, deadline or weight of a track from today on. Returns whether anything was different.
 *
 * @throws AppError `forbidden`, `not_found`, `conflict`, `read_only_clock`; `invalid_input` with `before_start` for a deadline before
 *   the track's start
 */
export function changeTrack(ctx: ServiceContext, key: TrackKey, seen: number, input: TrackChange): boolean {
  authorise(ctx, 'reference.manage');
  const change = normalised(trackChangeSchema, input);
  return writeTransaction(ctx, (tx) => {
    const today = ctx.clock.today();
    const tracks = listTracksAsOf(tx, programmeIdOf(tx, key.programmeCode, today), today);
    const newest = tracks.find(({ code }) => code === key.trackCode)?.version;
    if (newest === undefined) throw new AppError('not_found', { subject: 'track', code: key.trackCode });
    assertSeen(seen, newest.id);
    if (change.deadlineOn < newest.startOn) throw invalidInput([{ field: 'deadlineOn', reason: 'before_start' }]);
    const changes = changesOf(newest, change);
    if (changes === null) return false;
    const { id: _, ...known } = newest;
    insertTrackVersion(tx, { ...known, ...change, ...stamp(ctx) });
    recordAudit(ctx, tx, {
      action: 'reference.change_track',
      subjectType: 'track',
      subjectKey: key.trackCode,
      details: { programme: key.programmeCode, ...changes },
    });
    return true;
  });
}

export interface MilestoneDefinitionKey {
  readonly programmeCode: string;
  readonly milestoneCode: string;
}

/**
 * Changes words, weight or baseline due of a milestone from today on. Dues already extended for a body stay as they are. Returns
 * whether anything was different.
 *
 * @throws AppError `forbidden`, `not_found` (also for a withdrawn milestone), `conflict`, `read_only_clock`, `invalid_input`
 */
export function changeMilestone(
  ctx: ServiceContext,
  key: MilestoneDefinitionKey,
  seen: number,
  input: MilestoneChange,
): boolean {
  authorise(ctx, 'reference.manage');
  const change = normalised(milestoneChangeSchema, input);
  return writeTransaction(ctx, (tx) => {
    const today = ctx.clock.today();
    const milestones = listMilestonesAsOf(tx, programmeIdOf(tx, key.programmeCode, today), today);
    const newest = milestones.find(({ code }) => code === key.milestoneCode)?.version;
    if (newest === undefined || newest.isRetired) {
      throw new AppError('not_found', { subject: 'milestone', code: key.milestoneCode });
    }
    assertSeen(seen, newest.id);
    const changes = changesOf(newest, change);
    if (changes === null) return false;
    const { id: _, ...known } = newest;
    insertMilestoneVersion(tx, { ...known, ...change, ...stamp(ctx) });
    recordAudit(ctx, tx, {
      action: 'reference.change_milestone',
      subjectType: 'milestone',
      subjectKey: key.milestoneCode,
      details: { programme: key.programmeCode, ...changes },
    });
    return true;
  });
}
