import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneState } from './milestone-state';
import type { DecisionOutcome, MilestoneStateName } from './vocabulary';

/** What a meeting decided: an owner's promise with its day. It never changes; what became of it stands in outcomes. */
export interface Decision {
  readonly id: number;
  readonly number: number;
  readonly meetingOn: CivilDate;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly recordedByName: string;
  readonly byDelegate: boolean;
  readonly text: string;
  /** A post or a person, in words. */
  readonly owner: string;
  readonly bodyId: number | null;
  readonly milestoneId: number | null;
  /** Counts to the end of that day. */
  readonly promisedOn: CivilDate;
}

export interface DecisionOutcomeRow {
  readonly id: number;
  readonly decisionId: number;
  readonly outcome: DecisionOutcome;
  readonly occurredOn: CivilDate;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly recordedByName: string;
  readonly byDelegate: boolean;
  readonly note: string | null;
}

/** In the order in which a meeting goes through them. */
export const DECISION_STATES = ['overdue', 'broken', 'open', 'kept', 'dropped'] as const;
export type DecisionStateName = (typeof DECISION_STATES)[number];

export interface DecisionState {
  readonly state: DecisionStateName;
  /** The row that holds; null while nothing was recorded, or it was taken back. */
  readonly outcome: DecisionOutcomeRow | null;
  /** Kept: days after the promise, 0 = on time. Overdue: days since the promised day. Else null. */
  readonly daysLate: number | null;
  /** Open: days left, 0 = promised for the day itself. Else null. */
  readonly daysLeft: number | null;
}

/**
 * State of a decision as of a day. The newest outcome recorded by then holds, whatever came before it; one of `reopened` stands for
 * none. Without an outcome the decision is open to the end of the promised day and overdue from the next day on: not kept so far.
 */
export function calculateDecisionState(
  { promisedOn }: Pick<Decision, 'promisedOn'>,
  outcomes: readonly DecisionOutcomeRow[],
  asOf: CivilDate,
): DecisionState {
  const newest = outcomes.reduce<DecisionOutcomeRow | null>(
    (last, row) => (row.recordedOn <= asOf && (last === null || row.id > last.id) ? row : last),
    null,
  );
  const outcome = newest === null || newest.outcome === 'reopened' ? null : newest;
  switch (outcome?.outcome) {
    case 'kept':
      return {
        state: 'kept',
        outcome,
        daysLate: Math.max(0, daysBetween(promisedOn, outcome.occurredOn)),
        daysLeft: null,
      };
    case 'broken':
    case 'dropped':
      return { state: outcome.outcome, outcome, daysLate: null, daysLeft: null };
    default: {
      const daysLeft = daysBetween(asOf, promisedOn);
      return daysLeft < 0
        ? { state: 'overdue', outcome: null, daysLate: -daysLeft, daysLeft: null }
        : { state: 'open', outcome: null, daysLate: null, daysLeft };
    }
  }
}

export const CONCLUSION_REFUSALS = [
  'after_today',
  'before_meeting',
  'promise_not_due',
  'nothing_to_reopen',
  'same_outcome',
  'reason_missing',
] as const;
export type ConclusionRefusal = (typeof CONCLUSION_REFUSALS)[number];

export interface ConclusionAttempt {
  readonly outcome: DecisionOutcome;
  readonly occurredOn: CivilDate;
  readonly note: string | null;
}

/**
 * Whether an outcome may be recorded today. Nobody has broken a promise before its day has passed; a correction, and everything but
 * "kept", needs a reason.
 * @returns the field and the reason of the refusal; null when it may be
 */
export function refuseConclusion(
  decision: Pick<Decision, 'meetingOn' | 'promisedOn'>,
  current: DecisionState,
  attempt: ConclusionAttempt,
  today: CivilDate,
): { readonly field: 'outcome' | 'occurredOn' | 'note'; readonly reason: ConclusionRefusal } | null {
  const { outcome, occurredOn, note } = attempt;
  if (occurredOn > today) return { field: 'occurredOn', reason: 'after_today' };
  if (occurredOn < decision.meetingOn) return { field: 'occurredOn', reason: 'before_meeting' };
  if (outcome === 'broken' && decision.promisedOn >= today) return { field: 'outcome', reason: 'promise_not_due' };
  if (outcome === 'reopened' && current.outcome === null) return { field: 'outcome', reason: 'nothing_to_reopen' };
  if (current.outcome?.outcome === outcome && current.outcome.occurredOn === occurredOn) {
    return { field: 'outcome', reason: 'same_outcome' };
  }
  const needsReason = outcome !== 'kept' || current.outcome !== null;
  return needsReason && note === null ? { field: 'note', reason: 'reason_missing' } : null;
}

/** What the state of the named milestone says about the promise; a person confirms it. */
export interface OutcomeSuggestion {
  readonly outcome: Exclude<DecisionOutcome, 'reopened'>;
  readonly occurredOn: CivilDate;
  readonly milestoneState: MilestoneStateName;
  /** Days after the promised day; only for `kept`. */
  readonly daysLate: number;
}

/**
 * Suggests an outcome from the milestone that a decision names: claimed or verified → kept on the day of the claim; exempt → dropped; still
 * open after the promised day → broken. Null where there is nothing to say yet.
 */
export function suggestOutcome(
  { meetingOn, promisedOn }: Pick<Decision, 'meetingOn' | 'promisedOn'>,
  milestone: MilestoneState,
  asOf: CivilDate,
): OutcomeSuggestion | null {
  const milestoneState = milestone.state;
  if (milestoneState === 'claimed' || milestoneState === 'verified') {
    const doneOn = milestone.claim?.occurredOn ?? milestone.verifiedOn ?? asOf;
    // what was done before the meeting counts from the meeting on: nobody keeps a promise before giving it
    const occurredOn = doneOn < meetingOn ? meetingOn : doneOn;
    return {
      outcome: 'kept',
      occurredOn,
      milestoneState,
      daysLate: Math.max(0, daysBetween(promisedOn, occurredOn)),
    };
  }
  if (milestoneState === 'exempt') return { outcome: 'dropped', occurredOn: asOf, milestoneState, daysLate: 0 };
  return promisedOn < asOf ? { outcome: 'broken', occurredOn: asOf, milestoneState, daysLate: 0 } : null;
}

/** The last meeting before a day; null before the first. */
export function previousMeetingOn(decisions: readonly Pick<Decision, 'meetingOn'>[], day: CivilDate): CivilDate | null {
  return decisions.reduce<CivilDate | null>(
    (last, { meetingOn }) => (meetingOn < day && (last === null || meetingOn > last) ? meetingOn : last),
    null,
  );
}

/**
 * Whether a meeting on `asOf` has to hear about a decision of an earlier one: its promised day has come and nothing was recorded, or its
 * outcome was recorded after the meeting before.
 */
export function isDueAtMeeting(
  decision: Pick<Decision, 'meetingOn' | 'promisedOn'>,
  { state, outcome }: Pick<DecisionState, 'state' | 'outcome'>,
  previousOn: CivilDate | null,
  asOf: CivilDate,
): boolean {
  if (decision.meetingOn >= asOf) return false;
  if (state === 'overdue' || state === 'open') return decision.promisedOn <= asOf;
  return outcome !== null && (previousOn === null || outcome.recordedOn > previousOn);
}

export type DecisionCounts = Readonly<Record<DecisionStateName, number>>;

export function countDecisionStates(states: readonly Pick<DecisionState, 'state'>[]): DecisionCounts {
  const counts: Record<DecisionStateName, number> = { overdue: 0, broken: 0, open: 0, kept: 0, dropped: 0 };
  for (const { state } of states) counts[state] += 1;
  return counts;
}
