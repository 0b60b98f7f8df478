import { listChecklistAsOf } from '@/db/queries/checklist';
import type { Executor } from '@/db/client';
import {
  listAnswersOf,
  listInspectionsAsOf,
  listScoresOf,
  type InspectionAnswerRow,
  type InspectionRow,
  type InspectionScoreRow,
} from '@/db/queries/inspections';
import { findEvent } from '@/db/queries/events';
import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  certifiedMilestone,
  codesIn,
  contradictedMilestones,
  newestVisits,
  type ChecklistItem,
} from '@/lib/domain/inspections';
import type { MilestoneState } from '@/lib/domain/milestone-state';
import type { Body, Milestone } from '@/lib/domain/reference';
import type { Scope } from './scope';

/** The checklist that holds on a day, in its order. `withRetired`: also what has been withdrawn, to name what earlier visits graded. */
export function checklistOn(db: Executor, day: CivilDate, { withRetired = false } = {}): ChecklistItem[] {
  return listChecklistAsOf(db, day)
    .filter(({ isRetired }) => withRetired || !isRetired)
    .map(({ code, title, guidance, maxPoints, isCritical, contradicts }) => ({
      code,
      title,
      guidance,
      maxPoints,
      isCritical,
      contradicts: codesIn(contradicts),
    }));
}

/** What stands about one milestone that a visit contradicts. */
export type ProposalStanding = 'open' | 'kept' | 'reopened' | 'not_verified' | 'superseded';

/** A milestone that a failed visit contradicts. */
export interface Proposal {
  readonly inspection: InspectionRow;
  readonly body: Body;
  readonly milestone: Milestone;
  readonly state: MilestoneState;
  /** The milestone that visits certify. */
  readonly isCertified: boolean;
  /** Titles of the poor items that name it. */
  readonly items: readonly string[];
  readonly standing: ProposalStanding;
  readonly answer: InspectionAnswerRow | null;
}

/** Visits that count on a day, with what is needed to judge them. */
export interface VisitFacts {
  readonly rows: readonly InspectionRow[];
  /** The one of each body that counts last. */
  readonly newest: ReadonlyMap<number, InspectionRow>;
}

export function visitFacts(scope: Scope, db: Executor, bodyId?: number): VisitFacts {
  const rows = listInspectionsAsOf(db, scope.asOf, bodyId);
  return { rows, newest: newestVisits(rows) };
}

/** Whether what is verified now was verified before the visit was recorded: the visit contradicts that, and nothing later. */
function wasVerifiedBefore(db: Executor, state: MilestoneState, { recordedAt }: InspectionRow): boolean {
  const event = state.verifiedEventId === null ? null : findEvent(db, state.verifiedEventId);
  return event !== null && event.recordedAt <= recordedAt;
}

/**
 * What failed visits contradict, with what has become of each as of the scope's day: the answer, or that the milestone is not verified any
 * more, or that a newer visit has been at the desk.
 */
export function proposalsOf(
  db: Executor,
  scope: Scope,
  rows: readonly InspectionRow[],
  newest: ReadonlyMap<number, InspectionRow>,
): Proposal[] {
  const failed = rows.filter(({ isReal }) => !isReal);
  if (failed.length === 0) return [];
  const ids = failed.map(({ id }) => id);
  const scores = groupBy(listScoresOf(db, ids), ({ inspectionId }) => inspectionId);
  const answers = groupBy(listAnswersOf(db, ids, scope.asOf), ({ inspectionId }) => inspectionId);
  const checklists = new Map<CivilDate, ChecklistItem[]>();
  return failed.flatMap((inspection) => {
    const { bodyId, recordedOn } = inspection;
    const items = checklists.get(recordedOn) ?? checklistOn(db, recordedOn, { withRetired: true });
    checklists.set(recordedOn, items);
    const own = scores.get(inspection.id) ?? [];
    const pairs = scope.reference.pairs.filter(
      ({ body, track }) => body.id === bodyId && track.programmeId === scope.programme.id,
    );
    const body = pairs[0]?.body;
    if (body === undefined) return [];
    const certified = certifiedMilestone(scope.reference, bodyId, scope.programme.id);
    return contradictedMilestones(false, items, toGrades(own), certified?.code ?? null).flatMap((code): Proposal[] => {
      const milestone = pairs.flatMap(({ milestones }) => milestones).find((each) => each.code === code);
      if (milestone === undefined) return [];
      const state = scope.ledger.state(bodyId, milestone.id, scope.asOf);
      const answer = answers.get(inspection.id)?.find(({ milestoneId }) => milestoneId === milestone.id) ?? null;
      return [
        {
          inspection,
          body,
          milestone,
          state,
          isCertified: milestone.id === certified?.id,
          items: poorItemsThatName(code, items, own),
          standing: standingOf(db, { inspection, state, answer, isNewest: newest.get(bodyId)?.id === inspection.id }),
          answer,
        },
      ];
    });
  });
}

function poorItemsThatName(
  milestoneCode: string,
  items: readonly ChecklistItem[],
  scores: readonly InspectionScoreRow[],
): string[] {
  const poor = new Set(scores.filter(({ grade }) => grade === 'poor').map(({ itemCode }) => itemCode));
  return items
    .filter(({ code, contradicts }) => poor.has(code) && contradicts.includes(milestoneCode))
    .map(({ title }) => title);
}

function standingOf(
  db: Executor,
  facts: { inspection: InspectionRow; state: MilestoneState; answer: InspectionAnswerRow | null; isNewest: boolean },
): ProposalStanding {
  const { inspection, state, answer, isNewest } = facts;
  if (answer !== null) return answer.outcome;
  if (!isNewest) return 'superseded';
  return state.state === 'verified' && wasVerifiedBefore(db, state, inspection) ? 'open' : 'not_verified';
}

const toGrades = (scores: readonly InspectionScoreRow[]) =>
  scores.map(({ itemCode, grade }) => ({ code: itemCode, grade }));

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
