import { and, desc, eq, inArray } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { RegisteredPaper } from '@/lib/domain/vocabulary';
import type { Executor } from '../client';
import { editions } from '../schema/editions';
import { letters, registrations } from '../schema/letters';
import { programmes } from '../schema/programmes';

export type RegistrationRow = typeof registrations.$inferSelect;

/** Numbers that the secretariat gave some papers of a kind, newest first: the first of a paper counts. */
export function listRegistrationRows(
  db: Executor,
  paper: RegisteredPaper,
  paperIds: readonly number[],
): RegistrationRow[] {
  if (paperIds.length === 0) return [];
  return db
    .select()
    .from(registrations)
    .where(and(eq(registrations.paper, paper), inArray(registrations.paperId, [...paperIds])))
    .orderBy(desc(registrations.id))
    .all();
}

/** @returns the new row's id */
export function insertRegistration(db: Executor, row: Omit<typeof registrations.$inferInsert, 'id'>): number {
  return Number(db.insert(registrations).values(row).run().lastInsertRowid);
}

/** What must be known of a paper before a number is given to it. */
export interface RegistrablePaper {
  /** As people know it: `18`, `1397/12`. */
  readonly label: string;
  readonly programmeCode: string;
  readonly issuedOn: CivilDate;
  /** Null for a paper about no single body. */
  readonly bodyId: number | null;
}

export function findRegistrablePaper(db: Executor, paper: RegisteredPaper, id: number): RegistrablePaper | null {
  if (paper === 'edition') {
    const row = db
      .select({ number: editions.number, programmeCode: programmes.code, issuedOn: editions.issuedOn })
      .from(editions)
      .innerJoin(programmes, eq(programmes.id, editions.programmeId))
      .where(eq(editions.id, id))
      .get();
    return row === undefined
      ? null
      : { label: String(row.number), programmeCode: row.programmeCode, issuedOn: row.issuedOn, bodyId: null };
  }
  const row = db
    .select({
      year: letters.year,
      number: letters.number,
      programmeCode: programmes.code,
      issuedOn: letters.issuedOn,
      bodyId: letters.bodyId,
    })
    .from(letters)
    .innerJoin(programmes, eq(programmes.id, letters.programmeId))
    .where(eq(letters.id, id))
    .get();
  if (row === undefined) return null;
  const { year, number, ...rest } = row;
  return { label: `${year}/${number}`, ...rest };
}
