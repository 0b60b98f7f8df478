import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BlockCause, EventSide, MilestoneEventKind, MilestoneStateName, Turn } from './vocabulary';

/** A milestone event as the rules see it. Rows of the `events` table with a milestone have this shape. */
export interface MilestoneEvent {
  readonly id: number;
  readonly kind: MilestoneEventKind;
  readonly occurredOn: CivilDate;
  readonly recordedOn: CivilDate;
  readonly actorId: string | null;
  readonly side: EventSide;
  readonly note: string | null;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
  readonly dueOn: CivilDate | null;
}

/** What is known of one milestone of one body after its events. Immutable. */
export interface MilestoneState {
  readonly state: MilestoneStateName;
  /** Due date set by extend, return or reopen; null while the baseline holds. */
  readonly dueOverrideOn: CivilDate | null;
  /** How often a decision has moved the due date. */
  readonly dueMoveCount: number;
  /** The latest claim that was not taken back: what a reviewer decides on. */
  readonly claim: {
    readonly eventId: number;
    readonly actorId: string | null;
    readonly occurredOn: CivilDate;
    readonly recordedOn: CivilDate;
    readonly isOnTime: boolean;
  } | null;
  /** Latest verify or certify while verified. */
  readonly verifiedEventId: number | null;
  readonly verifiedOn: CivilDate | null;
  /** The latest return or reopen while returned. */
  readonly returned: { readonly eventId: number; readonly recordedOn: CivilDate; readonly reason: string } | null;
  readonly blocker: {
    readonly eventId: number;
    readonly cause: BlockCause;
    readonly turn: Turn;
    readonly note: string;
    readonly sinceOn: CivilDate;
  } | null;
  /** State to which lifting the exemption leads back. */
  readonly beforeExemption: MilestoneState | null;
  /** What `undo` would take back, and the state it restores: set right after a verify or return, cleared by any other event. */
  readonly undoable: {
    readonly eventId: number;
    readonly actorId: string | null;
    readonly recordedOn: CivilDate;
    readonly before: MilestoneState;
  } | null;
  readonly lastEventId: number | null;
  readonly lastEventKind: MilestoneEventKind | null;
  readonly lastRecordedOn: CivilDate | null;
  readonly lastActorId: string | null;
}

export const NOT_STARTED: MilestoneState = {
  state: 'not_started',
  dueOverrideOn: null,
  dueMoveCount: 0,
  claim: null,
  verifiedEventId: null,
  verifiedOn: null,
  returned: null,
  blocker: null,
  beforeExemption: null,
  undoable: null,
  lastEventId: null,
  lastEventKind: null,
  lastRecordedOn: null,
  lastActorId: null,
};
