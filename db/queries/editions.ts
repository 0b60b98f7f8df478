import { and, desc, eq, gt, gte, lte, max, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventKind } from '@/lib/domain/vocabulary';
import type { Executor } from '../client';
import { editionRenderings, editions } from '../schema/editions';
import { events } from '../schema/events';
import { milestones, programmes, tracks } from '../schema/programmes';

/** An edition without its document. */
export interface EditionRow {
  readonly id: number;
  readonly programmeId: number;
  readonly programmeCode: string;
  readonly number: number;
  readonly weekStartOn: CivilDate;
  readonly weekEndOn: CivilDate;
  readonly issuedOn: CivilDate;
  readonly issuedAt: string;
  readonly issuedByName: string;
  readonly verificationCode: string;
  readonly sha256: string;
  /** Fingerprint of the page as it was drawn at issue; null for an edition that was issued before pages were kept. */
  readonly renderingSha256: string | null;
}

const columns = {
  id: editions.id,
  programmeId: editions.programmeId,
  programmeCode: programmes.code,
  number: editions.number,
  weekStartOn: editions.weekStartOn,
  weekEndOn: editions.weekEndOn,
  issuedOn: editions.issuedOn,
  issuedAt: editions.issuedAt,
  issuedByName: editions.issuedByName,
  verificationCode: editions.verificationCode,
  sha256: editions.sha256,
  renderingSha256: editionRenderings.sha256,
};

function selectEditions(db: Executor) {
  return db
    .select(columns)
    .from(editions)
    .innerJoin(programmes, eq(programmes.id, editions.programmeId))
    .leftJoin(editionRenderings, eq(editionRenderings.editionId, editions.id));
}

function selectStoredEditions(db: Executor) {
  return db
    .select({ ...columns, document: editions.document })
    .from(editions)
    .innerJoin(programmes, eq(programmes.id, editions.programmeId))
    .leftJoin(editionRenderings, eq(editionRenderings.editionId, editions.id));
}

/** Editions, newest first; of one programme, or of all. */
export function listEditionRows(db: Executor, programmeId: number | null): EditionRow[] {
  return selectEditions(db)
    .where(programmeId === null ? undefined : eq(editions.programmeId, programmeId))
    .orderBy(desc(editions.id))
    .all();
}

export interface StoredEdition extends EditionRow {
  readonly document: string;
}

export function findEdition(db: Executor, programmeId: number, number: number): StoredEdition | null {
  return (
    selectStoredEditions(db)
      .where(and(eq(editions.programmeId, programmeId), eq(editions.number, number)))
      .get() ?? null
  );
}

export function findEditionByCode(db: Executor, verificationCode: string): StoredEdition | null {
  return selectStoredEditions(db).where(eq(editions.verificationCode, verificationCode)).get() ?? null;
}

/** The newest edition of the week that starts on a Saturday. */
export function findEditionOfWeek(db: Executor, programmeId: number, weekStartOn: CivilDate): EditionRow | null {
  return (
    selectEditions(db)
      .where(and(eq(editions.programmeId, programmeId), eq(editions.weekStartOn, weekStartOn)))
      .orderBy(desc(editions.number))
      .get() ?? null
  );
}

/** The last edition about a week before the one that starts on a Saturday: what its changes are counted from. */
export function findEditionBefore(db: Executor, programmeId: number, weekStartOn: CivilDate): EditionRow | null {
  return (
    selectEditions(db)
      .where(and(eq(editions.programmeId, programmeId), sql`${editions.weekStartOn} < ${weekStartOn}`))
      .orderBy(desc(editions.weekStartOn), desc(editions.number))
      .get() ?? null
  );
}

export function lastEditionNumber(db: Executor, programmeId: number): number {
  return (
    db
      .select({ last: max(editions.number) })
      .from(editions)
      .where(eq(editions.programmeId, programmeId))
      .get()?.last ?? 0
  );
}

/** The latest day that an edition reports on; history may not be imported on or before it. */
export function newestEditionDay(db: Executor): CivilDate | null {
  return (
    db
      .select({ day: max(editions.weekEndOn) })
      .from(editions)
      .get()?.day ?? null
  );
}

/** @returns the new row's id */
export function insertEdition(db: Executor, row: Omit<typeof editions.$inferInsert, 'id'>): number {
  return Number(db.insert(editions).values(row).run().lastInsertRowid);
}

export type RenderingRow = typeof editionRenderings.$inferSelect;

export function insertRendering(db: Executor, row: RenderingRow): void {
  db.insert(editionRenderings).values(row).run();
}

/** The page of an edition as it was stored; null for an edition without one. */
export function findRendering(db: Executor, editionId: number): RenderingRow | null {
  return db.select().from(editionRenderings).where(eq(editionRenderings.editionId, editionId)).get() ?? null;
}

/** Whether something was recorded on or before a day after the event with the given id. */
export function hasEventsRecordedBy(db: Executor, afterId: number, day: CivilDate): boolean {
  return (
    db
      .select({ id: events.id })
      .from(events)
      .where(and(gt(events.id, afterId), lte(events.recordedOn, day)))
      .limit(1)
      .get() !== undefined
  );
}

export interface WeekEventCount {
  readonly trackCode: string;
  readonly milestoneId: number;
  readonly kind: EventKind;
  readonly count: number;
}

/** Milestone events recorded between two days, inclusive, counted by milestone and kind. */
export function countMilestoneEvents(
  db: Executor,
  programmeId: number,
  from: CivilDate,
  to: CivilDate,
): WeekEventCount[] {
  return db
    .select({
      trackCode: tracks.code,
      milestoneId: milestones.id,
      kind: events.kind,
      count: sql<number>`count(*)`,
    })
    .from(events)
    .innerJoin(milestones, eq(milestones.id, events.milestoneId))
    .innerJoin(tracks, eq(tracks.id, milestones.trackId))
    .where(and(eq(tracks.programmeId, programmeId), gte(events.recordedOn, from), lte(events.recordedOn, to)))
    .groupBy(tracks.code, milestones.id, events.kind)
    .all();
}
