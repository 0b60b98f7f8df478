import { asc, eq, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { bodies, bodyVersions } from '../schema/bodies';

export type BodyVersionRow = typeof bodyVersions.$inferSelect;
export type NewBodyVersion = Omit<typeof bodyVersions.$inferInsert, 'id'>;

export interface CurrentBody {
  readonly code: string;
  readonly version: BodyVersionRow;
}

/** The newest version of each body recorded on or before a day, by code. Dissolved bodies are among them. */
export function listBodiesAsOf(db: Executor, day: CivilDate): CurrentBody[] {
  return db
    .select({ code: bodies.code, version: bodyVersions })
    .from(bodies)
    .innerJoin(bodyVersions, eq(bodyVersions.bodyId, bodies.id))
    .where(
      sql`${bodyVersions.id} = (select max(v.id) from body_versions v where v.body_id = ${bodies.id} and v.recorded_on <= ${day})`,
    )
    .orderBy(asc(bodies.code))
    .all();
}

export function countBodies(db: Executor): number {
  return (
    db
      .select({ count: sql<number>`count(*)` })
      .from(bodies)
      .get()?.count ?? 0
  );
}

/** The identity of a body. Codes never change. */
export function findBodyId(db: Executor, code: string): number | null {
  return db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, code)).get()?.id ?? null;
}

export function insertBody(db: Executor, code: string): number {
  return db.insert(bodies).values({ code }).returning({ id: bodies.id }).get().id;
}

export function insertBodyVersion(db: Executor, version: NewBodyVersion): void {
  db.insert(bodyVersions).values(version).run();
}

/** All versions of one body, oldest first. */
export function listBodyVersions(db: Executor, bodyId: number): BodyVersionRow[] {
  return db.select().from(bodyVersions).where(eq(bodyVersions.bodyId, bodyId)).orderBy(asc(bodyVersions.id)).all();
}
