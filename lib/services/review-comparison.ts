import { listMilestoneHistory, type EventRow } from '@/db/queries/events';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { compareEvidence, type EvidenceChange } from '@/lib/domain/evidence-change';
import type { Milestone } from '@/lib/domain/reference';
import type { EvidenceView, MilestoneFile } from './review-item';
import { evidenceByEvent } from './review-item';
import type { ServiceContext } from './service-context';

/** What was accepted last, with what it rested on. */
export interface AcceptedBefore {
  readonly milestone: Milestone;
  /** This very step, before it was reopened or taken back. */
  readonly isSameStep: boolean;
  readonly on: CivilDate;
  readonly byName: string;
  readonly evidence: readonly EvidenceView[];
}

/** What a claim brings that the one sent back did not. */
export interface SinceReturn {
  readonly event: Pick<EventRow, 'id' | 'kind' | 'recordedOn' | 'actorName' | 'note' | 'dueOn'>;
  readonly change: EvidenceChange<EvidenceView>;
}

export interface ReviewComparison {
  readonly accepted: AcceptedBefore | null;
  readonly sinceReturn: SinceReturn | null;
}

const ACCEPTS: readonly EventRow['kind'][] = ['verify', 'certify'];
const SENDS_BACK: readonly EventRow['kind'][] = ['return', 'reopen'];

/** Oldest first, without decisions that were taken back. */
function standing(history: readonly EventRow[]): EventRow[] {
  const undone = new Set(history.filter(({ kind }) => kind === 'undo').map(({ refersTo }) => refersTo));
  return history.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id)).sort((a, b) => a.id - b.id);
}

/** The event whose evidence an acceptance rests on: the claim before it, or the certification itself. */
function basisOf(events: readonly EventRow[], accepted: EventRow): EventRow {
  if (accepted.kind === 'certify') return accepted;
  return events.findLast(({ id, kind }) => kind === 'claim' && id < accepted.id) ?? accepted;
}

/**
 * A claim beside what came before it: what was last accepted of this body (this step before it was reopened, else the latest step of the
 * track), and what has changed since it was last sent back.
 */
export function compareWithBefore(ctx: ServiceContext, file: MilestoneFile, claimEventId: number): ReviewComparison {
  const events = standing(file.history.map(({ event }) => event)).filter(({ id }) => id <= claimEventId);
  const evidenceOf = (eventId: number) =>
    file.history.find(({ event }) => event.id === eventId)?.evidence ?? ([] as readonly EvidenceView[]);

  const before = events.findLast(({ kind }) => ACCEPTS.includes(kind));
  const accepted: AcceptedBefore | null =
    before === undefined
      ? acceptedElsewhere(ctx, file)
      : {
          milestone: file.milestone,
          isSameStep: true,
          on: before.recordedOn,
          byName: before.actorName,
          evidence: evidenceOf(basisOf(events, before).id),
        };

  const sentBack = events.findLast(({ id, kind }) => SENDS_BACK.includes(kind) && id < claimEventId);
  const earlier = sentBack && events.findLast(({ id, kind }) => kind === 'claim' && id < sentBack.id);
  return {
    accepted,
    sinceReturn: sentBack
      ? { event: sentBack, change: compareEvidence(earlier ? evidenceOf(earlier.id) : [], evidenceOf(claimEventId)) }
      : null,
  };
}

function acceptedElsewhere(ctx: ServiceContext, { body, lastAccepted }: MilestoneFile): AcceptedBefore | null {
  if (lastAccepted === null) return null;
  const events = standing(listMilestoneHistory(ctx.db, body.id, lastAccepted.milestone.id));
  const accepted = events.findLast(({ kind }) => ACCEPTS.includes(kind));
  if (accepted === undefined) return null;
  const basis = basisOf(events, accepted);
  return {
    milestone: lastAccepted.milestone,
    isSameStep: false,
    on: accepted.recordedOn,
    byName: accepted.actorName,
    evidence: evidenceByEvent(ctx, body.id, [basis.id]).get(basis.id) ?? [],
  };
}
