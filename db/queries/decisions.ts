import { and, asc, desc, eq, inArray, lte, max } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { bodies } from '../schema/bodies';
import { decisionOutcomes, decisions } from '../schema/decisions';
import { milestones } from '../schema/programmes';

const columns = {
  id: decisions.id,
  programmeId: decisions.programmeId,
  number: decisions.number,
  meetingOn: decisions.meetingOn,
  recordedOn: decisions.recordedOn,
  recordedAt: decisions.recordedAt,
  recordedByName: decisions.recordedByName,
  byDelegate: decisions.byDelegate,
  text: decisions.text,
  owner: decisions.owner,
  bodyId: decisions.bodyId,
  bodyCode: bodies.code,
  milestoneId: decisions.milestoneId,
  milestoneCode: milestones.code,
  promisedOn: decisions.promisedOn,
};

function selectDecisions(db: Executor) {
  return db
    .select(columns)
    .from(decisions)
    .leftJoin(bodies, eq(bodies.id, decisions.bodyId))
    .leftJoin(milestones, eq(milestones.id, decisions.milestoneId));
}

export type DecisionRow = ReturnType<ReturnType<typeof selectDecisions>['all']>[number];
export type OutcomeRow = typeof decisionOutcomes.$inferSelect;

/** Decisions of a programme recorded on or before a day, by number. */
export function listDecisionRows(db: Executor, programmeId: number, asOf: CivilDate): DecisionRow[] {
  return selectDecisions(db)
    .where(and(eq(decisions.programmeId, programmeId), lte(decisions.recordedOn, asOf)))
    .orderBy(asc(decisions.number))
    .all();
}

/** Decisions about some bodies recorded on or before a day, by number. */
export function listDecisionRowsOfBodies(db: Executor, bodyIds: readonly number[], asOf: CivilDate): DecisionRow[] {
  if (bodyIds.length === 0) return [];
  return selectDecisions(db)
    .where(and(inArray(decisions.bodyId, [...bodyIds]), lte(decisions.recordedOn, asOf)))
    .orderBy(asc(decisions.number))
    .all();
}

/** Outcomes of a programme's decisions recorded on or before a day, oldest first. */
export function listOutcomeRows(db: Executor, programmeId: number, asOf: CivilDate): OutcomeRow[] {
  return db
    .select({ outcome: decisionOutcomes })
    .from(decisionOutcomes)
    .innerJoin(decisions, eq(decisions.id, decisionOutcomes.decisionId))
    .where(and(eq(decisions.programmeId, programmeId), lte(decisionOutcomes.recordedOn, asOf)))
    .orderBy(asc(decisionOutcomes.id))
    .all()
    .map(({ outcome }) => outcome);
}

/** Outcomes of some decisions recorded on or before a day, oldest first. */
export function listOutcomeRowsOf(db: Executor, decisionIds: readonly number[], asOf: CivilDate): OutcomeRow[] {
  if (decisionIds.length === 0) return [];
  return db
    .select()
    .from(decisionOutcomes)
    .where(and(inArray(decisionOutcomes.decisionId, [...decisionIds]), lte(decisionOutcomes.recordedOn, asOf)))
    .orderBy(asc(decisionOutcomes.id))
    .all();
}

export function findDecisionRow(db: Executor, programmeId: number, number: number): DecisionRow | null {
  return (
    selectDecisions(db)
      .where(and(eq(decisions.programmeId, programmeId), eq(decisions.number, number)))
      .get() ?? null
  );
}

export function lastDecisionNumber(db: Executor, programmeId: number): number {
  return (
    db
      .select({ last: max(decisions.number) })
      .from(decisions)
      .where(eq(decisions.programmeId, programmeId))
      .get()?.last ?? 0
  );
}

/** Names what is known of meetings on a day: whatever shows decisions and is kept must be kept under it. */
export function decisionsFingerprint(db: Executor, asOf: CivilDate): string {
  const decision = db
    .select({ id: decisions.id })
    .from(decisions)
    .where(lte(decisions.recordedOn, asOf))
    .orderBy(desc(decisions.id))
    .limit(1)
    .get();
  const outcome = db
    .select({ id: decisionOutcomes.id })
    .from(decisionOutcomes)
    .where(lte(decisionOutcomes.recordedOn, asOf))
    .orderBy(desc(decisionOutcomes.id))
    .limit(1)
    .get();
  return `${decision?.id ?? 0}.${outcome?.id ?? 0}`;
}

/** @returns the new row's id */
export function insertDecision(db: Executor, row: Omit<typeof decisions.$inferInsert, 'id'>): number {
  return Number(db.insert(decisions).values(row).run().lastInsertRowid);
}

/** @returns the new row's id */
export function insertDecisionOutcome(db: Executor, row: Omit<typeof decisionOutcomes.$inferInsert, 'id'>): number {
  return Number(db.insert(decisionOutcomes).values(row).run().lastInsertRowid);
}
