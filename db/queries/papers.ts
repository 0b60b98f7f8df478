import { and, asc, desc, eq } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { events, evidence } from '../schema/events';
import type { EventRow } from './events';

/** The receipt of a body's paper with this number and date, newest first; null where it has not been entered. */
export function findPaper(
  db: Executor,
  paper: { readonly bodyId: number; readonly letterNumber: string; readonly letterOn: CivilDate },
): EventRow | null {
  return (
    db
      .select({ event: events })
      .from(events)
      .innerJoin(evidence, eq(evidence.eventId, events.id))
      .where(
        and(
          eq(events.bodyId, paper.bodyId),
          eq(events.kind, 'paper_received'),
          eq(evidence.letterNumber, paper.letterNumber),
          eq(evidence.letterOn, paper.letterOn),
        ),
      )
      .orderBy(desc(events.id))
      .limit(1)
      .get()?.event ?? null
  );
}

/** The claims that rest on a paper, in the order of recording. */
export function listClaimsOfPaper(db: Executor, paperEventId: number): EventRow[] {
  return db
    .select()
    .from(events)
    .where(and(eq(events.refersTo, paperEventId), eq(events.kind, 'claim')))
    .orderBy(asc(events.id))
    .all();
}
