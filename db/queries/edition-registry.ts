import { asc, eq } from 'drizzle-orm';
import type { Executor } from '../client';
import { registrations } from '../schema/letters';

/** The secretariat's number of each edition that has one, by the edition's id; of several the newest counts. */
export function registryNumbersOfEditions(db: Executor): ReadonlyMap<number, string> {
  const rows = db
    .select({ id: registrations.paperId, registryNumber: registrations.registryNumber })
    .from(registrations)
    .where(eq(registrations.paper, 'edition'))
    .orderBy(asc(registrations.id))
    .all();
  return new Map(rows.map(({ id, registryNumber }) => [id, registryNumber]));
}
