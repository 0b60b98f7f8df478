import {
  findDecisionRow,
  insertDecision,
  insertDecisionOutcome,
  lastDecisionNumber,
  listDecisionRows,
  listOutcomeRowsOf,
} from '@/db/queries/decisions';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { calculateDecisionState, refuseConclusion } from '@/lib/domain/decisions';
import type { Body, Programme } from '@/lib/domain/reference';
import type { DecisionOutcome } from '@/lib/domain/vocabulary';
import { AppError, isAppError } from '@/lib/errors';
import { matchKey, normaliseForStore, normaliseParagraphs } from '@/lib/text/normalise';
import { recordAudit } from './audit';
import { bodyByWords } from './body-by-words';
import { getLedger } from './ledger';
import { loadMilestone, type MilestoneSubject } from './milestone-subject';
import { actsByDelegation, cleanNote } from './milestones';
import { invalidInput, type InputIssue } from './parse-input';
import { resolveProgramme } from './scope';
import { authorise, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';
import type { Executor } from '@/db/client';

export const DECISION_TEXT_LENGTH = 600;
export const DECISION_OWNER_LENGTH = 120;

export interface DecisionInput {
  /** Programme code; default: the one running today. */
  readonly programme?: string | null;
  /** Default: today. */
  readonly meetingOn?: CivilDate | null;
  readonly text: string;
  readonly owner: string;
  /** Code or name of a body, as somebody typed it. */
  readonly body?: string | null;
  /** Code of a milestone of that body. */
  readonly milestone?: string | null;
  readonly promisedOn: CivilDate | null;
}

export interface RecordedDecision {
  readonly decisionId: number;
  readonly number: number;
  readonly programmeCode: string;
}

export interface ConclusionInput {
  readonly programme?: string | null;
  readonly number: number;
  readonly outcome: DecisionOutcome;
  /** Default: today. */
  readonly occurredOn?: CivilDate | null;
  readonly note?: string | null;
  /** The newest outcome its reader saw; null for none. */
  readonly expectedOutcomeId: number | null;
}

/** Words of a decision with everything that is wrong with its fields. */
function checkFields(
  input: DecisionInput,
  programme: Programme,
  today: CivilDate,
): { readonly text: string; readonly owner: string; readonly meetingOn: CivilDate; readonly promisedOn: CivilDate } {
  const text = normaliseParagraphs(input.text);
  const owner = normaliseForStore(input.owner);
  const meetingOn = input.meetingOn ?? today;
  const { promisedOn } = input;
  const issues: InputIssue[] = [];
  if (meetingOn > today) issues.push({ field: 'meetingOn', reason: 'after_today' });
  if (meetingOn < programme.startOn) issues.push({ field: 'meetingOn', reason: 'before_programme' });
  if (text === '') issues.push({ field: 'text', reason: 'required' });
  if (text.length > DECISION_TEXT_LENGTH) issues.push({ field: 'text', reason: 'too_long', max: DECISION_TEXT_LENGTH });
  if (owner === '') issues.push({ field: 'owner', reason: 'required' });
  if (owner.length > DECISION_OWNER_LENGTH)
    issues.push({ field: 'owner', reason: 'too_long', max: DECISION_OWNER_LENGTH });
  if (promisedOn === null) issues.push({ field: 'promisedOn', reason: 'required' });
  else if (promisedOn < meetingOn) issues.push({ field: 'promisedOn', reason: 'before_meeting' });
  if (issues.length > 0 || promisedOn === null) throw invalidInput(issues);
  return { text, owner, meetingOn, promisedOn };
}

function milestoneOf(
  ctx: ServiceContext,
  tx: Executor,
  programmeCode: string,
  body: Body | null,
  milestoneCode: string | null,
): MilestoneSubject | null {
  if (milestoneCode === null) return null;
  if (body === null) throw invalidInput([{ field: 'body', reason: 'milestone_needs_body' }]);
  try {
    return loadMilestone(ctx, tx, { bodyCode: body.code, milestoneCode, programmeCode });
  } catch (error) {
    if (!isAppError(error, 'not_found')) throw error;
    throw invalidInput([{ field: 'milestone', reason: 'not_of_body', bodyName: body.name }]);
  }
}

/**
 * Records what a meeting decided, with its owner and the promised day. Nothing of it can be changed afterwards.
 *
 * @throws AppError `forbidden`; `no_programme`; `invalid_input` with every wrong field; `conflict` (`already_recorded`) for the same words of
 *   the same meeting, as a form sent twice brings them; `read_only_clock`
 */
export function recordDecision(ctx: ServiceContext, input: DecisionInput): RecordedDecision {
  authorise(ctx, 'decision.record');
  const today = ctx.clock.today();
  const reference = getLedger(ctx.db).reference(today);
  const programme = resolveProgramme(reference, input.programme, today);
  return writeTransaction(ctx, (tx) => {
    const { text, owner, meetingOn, promisedOn } = checkFields(input, programme, today);
    const typedBody = normaliseForStore(input.body ?? '');
    const body = typedBody === '' ? null : bodyByWords(reference.bodies, typedBody);
    const milestone = milestoneOf(ctx, tx, programme.code, body, input.milestone ?? null);
    const twin = listDecisionRows(tx, programme.id, today).find(
      (row) =>
        row.meetingOn === meetingOn && row.bodyId === (body?.id ?? null) && matchKey(row.text) === matchKey(text),
    );
    if (twin !== undefined) {
      throw new AppError('conflict', {
        reason: 'already_recorded',
        number: twin.number,
        actorName: twin.recordedByName,
        recordedOn: twin.recordedOn,
        recordedAt: twin.recordedAt,
      });
    }
    const number = lastDecisionNumber(tx, programme.id) + 1;
    const decisionId = insertDecision(tx, {
      programmeId: programme.id,
      number,
      meetingOn,
      ...stamp(ctx, 'decision.record'),
      text,
      owner,
      bodyId: body?.id ?? null,
      milestoneId: milestone?.milestone.id ?? null,
      promisedOn,
    });
    recordAudit(ctx, tx, {
      action: 'decision.record',
      subjectType: 'decision',
      subjectKey: String(number),
      details: {
        programme: programme.code,
        decisionId,
        meetingOn,
        owner,
        body: body?.code ?? null,
        milestone: milestone?.milestone.code ?? null,
        promisedOn,
      },
    });
    return { decisionId, number, programmeCode: programme.code };
  });
}

/**
 * Records what became of a decision. A later one corrects it; `reopened` takes it back.
 *
 * @throws AppError `forbidden`; `not_found`; `invalid_input` for an outcome that cannot be, or a missing reason; `conflict` when somebody has
 *   recorded an outcome since the form was drawn; `read_only_clock`
 */
export function concludeDecision(ctx: ServiceContext, input: ConclusionInput): { readonly outcomeId: number } {
  authorise(ctx, 'decision.conclude');
  const today = ctx.clock.today();
  const programme = resolveProgramme(getLedger(ctx.db).reference(today), input.programme, today);
  return writeTransaction(ctx, (tx) => {
    const decision = findDecisionRow(tx, programme.id, input.number);
    if (decision === null) throw new AppError('not_found', { subject: 'decision', number: input.number });
    const outcomes = listOutcomeRowsOf(tx, [decision.id], today);
    const newest = outcomes.at(-1) ?? null;
    if ((newest?.id ?? null) !== input.expectedOutcomeId) {
      throw new AppError('conflict', {
        subject: 'decision',
        number: decision.number,
        actorName: newest?.recordedByName,
        recordedOn: newest?.recordedOn,
        recordedAt: newest?.recordedAt,
      });
    }
    const current = calculateDecisionState(decision, outcomes, today);
    const note = cleanNote(input.note);
    const occurredOn = input.occurredOn ?? today;
    const refusal = refuseConclusion(decision, current, { outcome: input.outcome, occurredOn, note }, today);
    if (refusal !== null) throw invalidInput([{ ...refusal, promisedOn: decision.promisedOn }]);
    const outcomeId = insertDecisionOutcome(tx, {
      decisionId: decision.id,
      outcome: input.outcome,
      occurredOn,
      ...stamp(ctx, 'decision.conclude'),
      note,
    });
    recordAudit(ctx, tx, {
      action: 'decision.conclude',
      subjectType: 'decision',
      subjectKey: String(decision.number),
      details: { programme: programme.code, outcomeId, outcome: input.outcome, occurredOn, state: current.state },
    });
    return { outcomeId };
  });
}

/** Day, instant and person of what is recorded now. */
function stamp(ctx: ServiceContext, action: 'decision.record' | 'decision.conclude') {
  return {
    recordedOn: ctx.clock.today(),
    recordedAt: ctx.clock.now().toISOString(),
    recordedBy: ctx.isSystem ? null : ctx.actor.id,
    recordedByName: ctx.actor.name,
    byDelegate: actsByDelegation(ctx, action, {}),
  };
}
