import { and, desc, eq, inArray, max, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventKind } from '@/lib/domain/vocabulary';
import type { Executor } from '../client';
import { bodies } from '../schema/bodies';
import { events } from '../schema/events';
import { letters } from '../schema/letters';

/** A letter without its document; name and district of the body as they were on the day of the letter. */
export interface LetterRow {
  readonly id: number;
  readonly year: number;
  readonly number: number;
  readonly bodyId: number;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly steps: number;
  readonly answerBy: CivilDate;
  readonly issuedOn: CivilDate;
  readonly issuedAt: string;
  readonly issuedByName: string;
  readonly eventId: number;
}

const columns = {
  id: letters.id,
  year: letters.year,
  number: letters.number,
  bodyId: letters.bodyId,
  bodyCode: bodies.code,
  bodyName: sql<string>`json_extract(${letters.document}, '$.body.name')`,
  districtCode: sql<string>`json_extract(${letters.document}, '$.body.districtCode')`,
  districtName: sql<string>`json_extract(${letters.document}, '$.body.districtName')`,
  steps: sql<number>`json_array_length(${letters.document}, '$.steps')`,
  answerBy: sql<CivilDate>`json_extract(${letters.document}, '$.answerBy')`,
  issuedOn: letters.issuedOn,
  issuedAt: letters.issuedAt,
  issuedByName: letters.issuedByName,
  eventId: letters.eventId,
};

/** All letters, newest first. */
export function listLetterRows(db: Executor): LetterRow[] {
  return db
    .select(columns)
    .from(letters)
    .innerJoin(bodies, eq(bodies.id, letters.bodyId))
    .orderBy(desc(letters.id))
    .all();
}

export interface StoredLetter extends LetterRow {
  readonly document: string;
  readonly sha256: string;
}

/** Letters by id, in the order of their numbers. */
export function listLettersByIds(db: Executor, ids: readonly number[]): StoredLetter[] {
  if (ids.length === 0) return [];
  return db
    .select({ ...columns, document: letters.document, sha256: letters.sha256 })
    .from(letters)
    .innerJoin(bodies, eq(bodies.id, letters.bodyId))
    .where(inArray(letters.id, [...ids]))
    .orderBy(letters.year, letters.number)
    .all();
}

/** The letters of a day by body. */
export function letterIdsOfDay(db: Executor, programmeId: number, issuedOn: CivilDate): Map<number, number> {
  const rows = db
    .select({ bodyId: letters.bodyId, id: letters.id })
    .from(letters)
    .where(and(eq(letters.programmeId, programmeId), eq(letters.issuedOn, issuedOn)))
    .all();
  return new Map(rows.map(({ bodyId, id }) => [bodyId, id]));
}

/** The day of the newest letter of each body that has one. */
export function newestLetterDays(db: Executor, programmeId: number): Map<number, CivilDate> {
  const rows = db
    .select({ bodyId: letters.bodyId, day: max(letters.issuedOn) })
    .from(letters)
    .where(eq(letters.programmeId, programmeId))
    .groupBy(letters.bodyId)
    .all();
  return new Map(rows.flatMap(({ bodyId, day }) => (day === null ? [] : [[bodyId, day] as const])));
}

/** Letters by the event of the history that each of them is. */
export function letterIdsOfEvents(db: Executor, eventIds: readonly number[]): Map<number, number> {
  if (eventIds.length === 0) return new Map();
  const rows = db
    .select({ eventId: letters.eventId, id: letters.id })
    .from(letters)
    .where(inArray(letters.eventId, [...eventIds]))
    .all();
  return new Map(rows.map(({ eventId, id }) => [eventId, id]));
}

export function lastLetterNumber(db: Executor, year: number): number {
  return (
    db
      .select({ last: max(letters.number) })
      .from(letters)
      .where(eq(letters.year, year))
      .get()?.last ?? 0
  );
}

/** @returns the new letter's id */
export function insertLetter(db: Executor, row: Omit<typeof letters.$inferInsert, 'id'>): number {
  return Number(db.insert(letters).values(row).run().lastInsertRowid);
}

export interface ReportAfterLetter {
  readonly kind: EventKind;
  readonly recordedOn: CivilDate;
}

/** The first own report of the body after each letter, by letter; each look-up is one step in the index of own events. */
export function firstReportsAfter(db: Executor, ids: readonly number[] | null = null): Map<number, ReportAfterLetter> {
  const answer = sql`(select min(own.id) from events own where own.body_id = ${letters.bodyId} and own.side = 'body' and own.id > ${letters.eventId})`;
  const rows = db
    .select({ id: letters.id, kind: events.kind, recordedOn: events.recordedOn })
    .from(letters)
    .innerJoin(events, eq(events.id, answer))
    .where(ids === null ? undefined : inArray(letters.id, [...ids]))
    .all();
  return new Map(rows.map(({ id, kind, recordedOn }) => [id, { kind, recordedOn }]));
}
