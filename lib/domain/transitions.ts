import { addWorkingDays, type WorkCalendar } from '@/lib/calendar/working-days';
import { maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import { normaliseForStore } from '@/lib/text/normalise';
import { NOT_STARTED, type MilestoneEvent, type MilestoneState } from './milestone-state';
import type {
  BlockCause,
  EventSide,
  EvidenceKind,
  MilestoneActor,
  MilestoneEventKind,
  MilestoneStateName,
  Role,
  Turn,
} from './vocabulary';

interface TransitionRule {
  readonly from: readonly MilestoneStateName[];
  /** null: the state stays (extend) or is the one before (lift_exemption). */
  readonly to: MilestoneStateName | null;
  readonly by: readonly Role[];
  readonly milestoneActor: MilestoneActor | 'any';
  readonly needs: readonly ('evidence' | 'reason' | 'blocker' | 'due_on')[];
}

const OPEN_OR_CLAIMED: readonly MilestoneStateName[] = ['not_started', 'in_progress', 'claimed', 'returned', 'blocked'];

/** DOMAIN §4 as one exhaustive table. Whatever is not in it is refused. */
export const TRANSITIONS: Readonly<Record<MilestoneEventKind, TransitionRule>> = {
  start: { from: ['not_started', 'returned'], to: 'in_progress', by: ['liaison'], milestoneActor: 'any', needs: [] },
  claim: {
    from: ['not_started', 'in_progress', 'returned', 'blocked'],
    to: 'claimed',
    by: ['liaison', 'expert'],
    milestoneActor: 'body',
    needs: ['evidence'],
  },
  withdraw: { from: ['claimed'], to: 'in_progress', by: ['liaison'], milestoneActor: 'any', needs: ['reason'] },
  verify: { from: ['claimed'], to: 'verified', by: ['deputy', 'expert'], milestoneActor: 'any', needs: [] },
  certify: {
    from: ['not_started', 'in_progress', 'returned'],
    to: 'verified',
    by: ['deputy', 'expert'],
    milestoneActor: 'governorate',
    needs: ['evidence'],
  },
  return: { from: ['claimed'], to: 'returned', by: ['deputy', 'expert'], milestoneActor: 'any', needs: ['reason'] },
  block: {
    from: ['not_started', 'in_progress', 'returned'],
    to: 'blocked',
    by: ['liaison'],
    milestoneActor: 'any',
    needs: ['blocker'],
  },
  unblock: {
    from: ['blocked'],
    to: 'in_progress',
    by: ['liaison', 'deputy', 'expert'],
    milestoneActor: 'any',
    needs: [],
  },
  reopen: { from: ['verified'], to: 'returned', by: ['deputy'], milestoneActor: 'any', needs: ['reason'] },
  undo: {
    from: ['verified', 'returned'],
    to: 'claimed',
    by: ['deputy', 'expert'],
    milestoneActor: 'any',
    needs: ['reason'],
  },
  exempt: { from: OPEN_OR_CLAIMED, to: 'exempt', by: ['deputy'], milestoneActor: 'any', needs: ['reason'] },
  lift_exemption: { from: ['exempt'], to: null, by: ['deputy'], milestoneActor: 'any', needs: ['reason'] },
  extend: { from: OPEN_OR_CLAIMED, to: null, by: ['deputy'], milestoneActor: 'any', needs: ['reason', 'due_on'] },
};

/** What somebody wants to record, before it is an event. */
export interface Attempt {
  readonly kind: MilestoneEventKind;
  readonly occurredOn: CivilDate;
  readonly recordedOn: CivilDate;
  readonly actorId: string | null;
  readonly note: string | null;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
  readonly dueOn: CivilDate | null;
  /** Kinds attached to a claim or certify. */
  readonly evidenceKinds: readonly EvidenceKind[];
  /** An import brings no evidence, and decisions without the persons who made them. */
  readonly isImported: boolean;
}

export interface AttemptContext {
  readonly milestoneActor: MilestoneActor;
  readonly expectedEvidence: readonly EvidenceKind[];
  /** Baseline due as known on the day of recording. */
  readonly baselineDueOn: CivilDate;
}

export type RefusalReason =
  | 'wrong_state'
  | 'wrong_milestone_actor'
  | 'own_claim'
  | 'evidence_missing'
  | 'evidence_kind_missing'
  | 'reason_missing'
  | 'blocker_missing'
  | 'due_missing'
  | 'due_not_later'
  | 'occurred_after_recorded'
  | 'undo_other_person'
  | 'undo_other_day'
  | 'undo_nothing'
  | 'undo_not_possible';

/** Why an attempt is refused; carries what the sentence on the screen needs. */
export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  readonly kind: MilestoneEventKind;
  readonly state: MilestoneStateName;
  /** Roles that may do this. */
  readonly by: readonly Role[];
  /** Events that are possible from this state. */
  readonly possible: readonly MilestoneEventKind[];
  readonly expectedEvidence: readonly EvidenceKind[];
  readonly currentDueOn: CivilDate;
}

/** Events that the state and the kind of milestone allow, whoever asks. */
export function possibleEvents(state: MilestoneState, milestoneActor: MilestoneActor): MilestoneEventKind[] {
  return (Object.keys(TRANSITIONS) as MilestoneEventKind[]).filter((kind) => {
    const rule = TRANSITIONS[kind];
    if (!rule.from.includes(state.state)) return false;
    if (rule.milestoneActor !== 'any' && rule.milestoneActor !== milestoneActor) return false;
    return kind !== 'undo' || state.undoable !== null;
  });
}

/** The due date that counts: what extensions and returns set, else the baseline. */
export function effectiveDueOn(state: Pick<MilestoneState, 'dueOverrideOn'>, baselineDueOn: CivilDate): CivilDate {
  return state.dueOverrideOn ?? baselineDueOn;
}

/**
 * Whether an attempt may be recorded, apart from permissions (see `can`).
 * Imported rows are excused from evidence, from whose turn it is and from every check of persons, not from states, reasons or dates.
 */
export function checkAttempt(
  state: MilestoneState,
  attempt: Attempt,
  context: AttemptContext,
): { readonly ok: true } | Refusal {
  const rule = TRANSITIONS[attempt.kind];
  const currentDueOn = effectiveDueOn(state, context.baselineDueOn);
  const refuse = (reason: RefusalReason): Refusal => ({
    ok: false,
    reason,
    kind: attempt.kind,
    state: state.state,
    by: rule.by,
    possible: possibleEvents(state, context.milestoneActor),
    expectedEvidence: context.expectedEvidence,
    currentDueOn,
  });

  if (!rule.from.includes(state.state)) return refuse('wrong_state');
  if (rule.milestoneActor !== 'any' && rule.milestoneActor !== context.milestoneActor) {
    return refuse('wrong_milestone_actor');
  }
  if (attempt.occurredOn > attempt.recordedOn) return refuse('occurred_after_recorded');
  if (attempt.kind === 'undo') {
    if (state.undoable === null) {
      const decided = state.lastEventKind === 'reopen' || state.lastEventKind === 'certify';
      return refuse(decided ? 'undo_not_possible' : 'undo_nothing');
    }
    if (!attempt.isImported && state.undoable.actorId !== attempt.actorId) return refuse('undo_other_person');
    if (state.undoable.recordedOn !== attempt.recordedOn) return refuse('undo_other_day');
  }
  if (
    attempt.kind === 'verify' &&
    !attempt.isImported &&
    attempt.actorId !== null &&
    state.claim?.actorId === attempt.actorId
  ) {
    return refuse('own_claim');
  }
  // A note of nothing but spaces or half-spaces says nothing.
  const hasNote = normaliseForStore(attempt.note ?? '') !== '';
  if (rule.needs.includes('reason') && !hasNote) return refuse('reason_missing');
  if (rule.needs.includes('blocker')) {
    // Whose turn it is may stay unknown in imports only.
    const hasTurn = attempt.isImported || (attempt.turn !== null && attempt.turn !== 'unknown');
    if (attempt.cause === null || !hasTurn || !hasNote) return refuse('blocker_missing');
  }
  if (rule.needs.includes('evidence') && !attempt.isImported) {
    if (attempt.evidenceKinds.length === 0) return refuse('evidence_missing');
    // A certification rests on the inspection or test, whatever its form; a claim needs one of the kinds the milestone names.
    const isExpected = attempt.evidenceKinds.some((kind) => context.expectedEvidence.includes(kind));
    if (attempt.kind === 'claim' && context.expectedEvidence.length > 0 && !isExpected) {
      return refuse('evidence_kind_missing');
    }
  }
  if (rule.needs.includes('due_on')) {
    if (attempt.dueOn === null) return refuse('due_missing');
    if (attempt.dueOn <= currentDueOn) return refuse('due_not_later');
  }
  return { ok: true };
}

/** What the dues rules need to know about the day of recording. */
export interface DueContext {
  /** Baseline due as known on `recordedOn`. */
  readonly baselineDueOn: CivilDate;
  readonly workCalendar: WorkCalendar;
  /** Working days granted after the return of an on-time claim (default 5). */
  readonly returnGraceWorkingDays: number;
}

/** DOMAIN §4 "Dues": what a return or reopen makes of the due date. */
function dueAfterReturn(state: MilestoneState, event: MilestoneEvent, context: DueContext): CivilDate | null {
  const current = effectiveDueOn(state, context.baselineDueOn);
  if (event.dueOn !== null) return maxDate(current, event.dueOn);
  if (state.claim?.isOnTime) {
    return maxDate(current, addWorkingDays(event.recordedOn, context.returnGraceWorkingDays, context.workCalendar));
  }
  return state.dueOverrideOn;
}

/**
 * The state after one recorded event. Total: it trusts that the event was checked when it was recorded, so that a later change of
 * the rules never changes what is already known.
 */
export function applyEvent(state: MilestoneState, event: MilestoneEvent, context: DueContext): MilestoneState {
  const last = {
    lastEventId: event.id,
    lastEventKind: event.kind,
    lastRecordedOn: event.recordedOn,
    lastActorId: event.actorId,
    undoable: null,
  } as const;
  const undoable = { eventId: event.id, actorId: event.actorId, recordedOn: event.recordedOn, before: state };
  const cleared = { ...state, ...last, verifiedEventId: null, verifiedOn: null, returned: null, blocker: null };

  switch (event.kind) {
    case 'start':
    case 'unblock':
      return { ...cleared, state: 'in_progress' };
    case 'withdraw':
      return { ...cleared, state: 'in_progress', claim: null };
    case 'claim':
      return {
        ...cleared,
        state: 'claimed',
        claim: {
          eventId: event.id,
          actorId: event.actorId,
          occurredOn: event.occurredOn,
          recordedOn: event.recordedOn,
          isOnTime: event.occurredOn <= effectiveDueOn(state, context.baselineDueOn),
        },
      };
    case 'verify':
      return { ...cleared, state: 'verified', verifiedEventId: event.id, verifiedOn: event.recordedOn, undoable };
    case 'certify':
      return { ...cleared, state: 'verified', claim: null, verifiedEventId: event.id, verifiedOn: event.recordedOn };
    case 'return':
    case 'reopen': {
      const dueOverrideOn = dueAfterReturn(state, event, context);
      const isMoved =
        effectiveDueOn({ dueOverrideOn }, context.baselineDueOn) !== effectiveDueOn(state, context.baselineDueOn);
      return {
        ...cleared,
        state: 'returned',
        dueOverrideOn,
        dueMoveCount: state.dueMoveCount + (isMoved ? 1 : 0),
        returned: { eventId: event.id, recordedOn: event.recordedOn, reason: event.note ?? '' },
        undoable: event.kind === 'return' ? undoable : null,
      };
    }
    case 'block':
      return {
        ...cleared,
        state: 'blocked',
        blocker: {
          eventId: event.id,
          cause: event.cause ?? 'other',
          turn: event.turn ?? 'unknown',
          note: event.note ?? '',
          sinceOn: event.recordedOn,
        },
      };
    case 'undo':
      return { ...(state.undoable?.before ?? state), ...last };
    case 'exempt':
      return { ...cleared, state: 'exempt', beforeExemption: state };
    case 'lift_exemption':
      return { ...(state.beforeExemption ?? NOT_STARTED), ...last };
    case 'extend':
      return { ...state, ...last, dueOverrideOn: event.dueOn, dueMoveCount: state.dueMoveCount + 1 };
  }
}

/** Whose event a kind is when only the kind is known, as in imports. */
export function sideOfKind(kind: MilestoneEventKind): EventSide {
  return kind === 'start' || kind === 'claim' || kind === 'withdraw' || kind === 'block' || kind === 'unblock'
    ? 'body'
    : 'governorate';
}
