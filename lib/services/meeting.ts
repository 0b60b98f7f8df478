import {
  decisionsFingerprint,
  findDecisionRow,
  listDecisionRows,
  listDecisionRowsOfBodies,
  listOutcomeRows,
  listOutcomeRowsOf,
  type DecisionRow,
} from '@/db/queries/decisions';
import type { Executor } from '@/db/client';
import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  calculateDecisionState,
  countDecisionStates,
  DECISION_STATES,
  isDueAtMeeting,
  previousMeetingOn,
  suggestOutcome,
  type DecisionCounts,
  type Decision,
  type DecisionOutcomeRow,
  type DecisionState,
  type DecisionStateName,
  type OutcomeSuggestion,
} from '@/lib/domain/decisions';
import { AppError, isAppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import { matchKey } from '@/lib/text/normalise';
import { matchesWords } from '@/lib/text/search-words';
import { openScope, type Scope } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

/** A decision as it stands on a day, with the names of what it is about. */
export interface DecisionView extends Decision, DecisionState {
  readonly body: { readonly code: string; readonly name: string } | null;
  readonly milestone: {
    readonly code: string;
    readonly title: string;
    readonly position: number;
    readonly trackName: string;
  } | null;
  /** What the named milestone says, while no outcome holds. */
  readonly suggestion: OutcomeSuggestion | null;
}

export interface MeetingParams {
  /** Default: today. */
  readonly asOf?: CivilDate | null;
  /** Programme code; default: the one running on the as-of day. */
  readonly programme?: string | null;
}

/** Everything that meetings decided about a programme, as known on a day. */
export interface MeetingRecord {
  readonly asOf: CivilDate;
  readonly programme: { readonly code: string; readonly title: string; readonly startOn: CivilDate };
  /** The programme as an address has to name it; null where there is only one. */
  readonly programmeParam: string | null;
  /** By number. */
  readonly decisions: readonly DecisionView[];
  readonly counts: DecisionCounts;
  /** The last meeting before the as-of day; null before the first. */
  readonly previousOn: CivilDate | null;
  /** What the meeting of the as-of day has to hear about, the overdue first. */
  readonly due: readonly DecisionView[];
  /** What the meeting of the as-of day decided. */
  readonly fresh: readonly DecisionView[];
  /** Promised for a later day, the nearest first. */
  readonly ahead: readonly DecisionView[];
}

/** The same with the day on which it is read. */
export interface MeetingView extends MeetingRecord {
  readonly today: CivilDate;
}

type Known = Pick<Scope, 'asOf' | 'reference' | 'ledger'>;

function toView(row: DecisionRow, outcomes: readonly DecisionOutcomeRow[], known: Known): DecisionView {
  const { asOf, reference, ledger } = known;
  const state = calculateDecisionState(row, outcomes, asOf);
  const milestone = reference.milestones.find(({ id }) => id === row.milestoneId);
  return {
    ...row,
    ...state,
    body:
      row.bodyCode === null
        ? null
        : // a body that exists no more keeps at least its code
          { code: row.bodyCode, name: reference.bodies.find(({ id }) => id === row.bodyId)?.name ?? row.bodyCode },
    milestone:
      milestone === undefined
        ? null
        : {
            code: milestone.code,
            title: milestone.title,
            position: milestone.position,
            trackName: trackShortNames(reference).get(milestone.trackId) ?? '',
          },
    suggestion:
      state.outcome === null && row.bodyId !== null && row.milestoneId !== null
        ? suggestOutcome(row, ledger.state(row.bodyId, row.milestoneId, asOf), asOf)
        : null,
  };
}

function viewsOf(rows: readonly DecisionRow[], outcomes: readonly DecisionOutcomeRow[], known: Known): DecisionView[] {
  const byDecision = new Map<number, DecisionOutcomeRow[]>();
  for (const outcome of outcomes) {
    byDecision.set(outcome.decisionId, [...(byDecision.get(outcome.decisionId) ?? []), outcome]);
  }
  return rows.map((row) => toView(row, byDecision.get(row.id) ?? [], known));
}

const urgency = ({ state }: DecisionView) => DECISION_STATES.indexOf(state);
const byUrgency = (a: DecisionView, b: DecisionView) =>
  urgency(a) - urgency(b) || (a.promisedOn < b.promisedOn ? -1 : a.promisedOn > b.promisedOn ? 1 : a.number - b.number);

/** Decisions of an already resolved question. No authorisation: the caller has asked. */
export function meetingOf(db: Executor, scope: Known & Pick<Scope, 'programme'>): MeetingRecord {
  const { asOf, programme, reference } = scope;
  const rows = listDecisionRows(db, programme.id, asOf);
  const decisions = viewsOf(rows, listOutcomeRows(db, programme.id, asOf), scope);
  const previousOn = previousMeetingOn(decisions, asOf);
  return {
    asOf,
    programme: { code: programme.code, title: programme.title, startOn: programme.startOn },
    programmeParam: reference.programmes.length > 1 ? programme.code : null,
    decisions,
    counts: countDecisionStates(decisions),
    previousOn,
    due: decisions.filter((view) => isDueAtMeeting(view, view, previousOn, asOf)).sort(byUrgency),
    fresh: decisions.filter(({ meetingOn }) => meetingOn === asOf),
    ahead: decisions
      .filter(({ state, promisedOn }) => state === 'open' && promisedOn > asOf)
      .sort((a, b) => (a.promisedOn === b.promisedOn ? a.number - b.number : a.promisedOn < b.promisedOn ? -1 : 1)),
  };
}

/** What a meeting has before it, as of a day. @throws AppError `forbidden`, and as `openScope` */
export function getMeeting(ctx: ServiceContext, params: MeetingParams = {}): MeetingView {
  authorise(ctx, 'meeting.read');
  const scope = openScope(ctx, params);
  return { ...meetingOf(ctx.db, scope), today: scope.today };
}

/** Names what is known of meetings on a day, for keeping what was drawn from it. */
export function meetingFingerprint(ctx: Pick<ServiceContext, 'db'>, asOf: CivilDate): string {
  return decisionsFingerprint(ctx.db, asOf);
}

export const DECISION_SORTS = ['number', 'meeting', 'promised', 'owner', 'state'] as const;
export type DecisionSort = (typeof DECISION_SORTS)[number];

export interface DecisionListParams extends MeetingParams {
  readonly q?: string | null;
  readonly state?: DecisionStateName | null;
  /** Code of a body. */
  readonly body?: string | null;
  readonly owner?: string | null;
  /** Only what the meeting of the as-of day has to hear about. */
  readonly due?: boolean;
  readonly sort?: DecisionSort | null;
  readonly descending?: boolean;
}

export interface DecisionList {
  readonly meeting: MeetingView;
  readonly rows: readonly DecisionView[];
}

const ASCENDING: Record<DecisionSort, (a: DecisionView, b: DecisionView) => number> = {
  number: (a, b) => a.number - b.number,
  meeting: (a, b) => (a.meetingOn < b.meetingOn ? -1 : a.meetingOn > b.meetingOn ? 1 : 0),
  promised: (a, b) => (a.promisedOn < b.promisedOn ? -1 : a.promisedOn > b.promisedOn ? 1 : 0),
  owner: (a, b) => comparePersian(a.owner, b.owner),
  state: byUrgency,
};

/** What a search looks at. */
const wordsOf = ({ number, text, owner, body, milestone }: DecisionView) =>
  [number, text, owner, body?.name, body?.code, milestone?.title].filter(Boolean).join(' ');

/** Decisions searched, filtered and sorted. @throws AppError as `getMeeting` */
export function listDecisions(ctx: ServiceContext, params: DecisionListParams = {}): DecisionList {
  const meeting = getMeeting(ctx, params);
  const { q, state, body, owner, due } = params;
  const numbers = due ? new Set(meeting.due.map(({ number }) => number)) : null;
  const rows = meeting.decisions.filter(
    (view) =>
      (!state || view.state === state) &&
      (!body || view.body?.code === body) &&
      (!owner || matchKey(view.owner) === matchKey(owner)) &&
      (numbers === null || numbers.has(view.number)) &&
      matchesWords(wordsOf(view), q ?? ''),
  );
  const compare = ASCENDING[params.sort ?? 'number'];
  const direction = (params.descending ?? !params.sort) ? -1 : 1;
  return { meeting, rows: rows.sort((a, b) => direction * compare(a, b) || b.number - a.number) };
}

/** One decision with all that was recorded about it by a day. */
export interface DecisionFile {
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  readonly programme: { readonly code: string; readonly title: string };
  readonly decision: DecisionView;
  /** Oldest first. */
  readonly outcomes: readonly DecisionOutcomeRow[];
}

/** One decision by its number. @throws AppError `forbidden`; `not_found`, also for one recorded after the as-of day */
export function getDecision(ctx: ServiceContext, number: number, params: MeetingParams = {}): DecisionFile {
  authorise(ctx, 'meeting.read');
  const scope = openScope(ctx, params);
  const { asOf, today, programme } = scope;
  const row = findDecisionRow(ctx.db, programme.id, number);
  if (row === null || row.recordedOn > asOf) throw new AppError('not_found', { subject: 'decision', number });
  const outcomes = listOutcomeRowsOf(ctx.db, [row.id], asOf);
  return {
    asOf,
    today,
    programme: { code: programme.code, title: programme.title },
    decision: toView(row, outcomes, scope),
    outcomes,
  };
}

function runningScope(ctx: ServiceContext, params: MeetingParams): Scope | null {
  try {
    return openScope(ctx, params);
  } catch (error) {
    if (isAppError(error, 'no_programme') || isAppError(error, 'as_of_out_of_range')) return null;
    throw error;
  }
}

/**
 * Promises about bodies that nobody has concluded yet, the overdue first: for whoever may read the body. What the governorate wrote about
 * outcomes is not in it. Empty while no programme runs.
 * @throws AppError `not_found` for an unknown programme
 */
export function listOpenDecisionsOf(
  ctx: ServiceContext,
  bodyCodes: readonly string[],
  params: MeetingParams = {},
): DecisionView[] {
  const scope = runningScope(ctx, params);
  if (scope === null) return [];
  const { asOf, reference } = scope;
  const bodies = reference.bodies.filter((body) => bodyCodes.includes(body.code) && mayDo(ctx, 'body.read', { body }));
  const rows = listDecisionRowsOfBodies(
    ctx.db,
    bodies.map(({ id }) => id),
    asOf,
  );
  const outcomes = listOutcomeRowsOf(
    ctx.db,
    rows.map(({ id }) => id),
    asOf,
  );
  return viewsOf(rows, outcomes, scope)
    .filter(({ state }) => state === 'open' || state === 'overdue')
    .sort(byUrgency);
}
