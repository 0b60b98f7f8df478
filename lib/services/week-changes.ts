import { addDays, maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import { isMoveOfKind, type MoveKind, type StatusMove } from '@/lib/domain/comparison';
import { meanRatios } from '@/lib/domain/group-figures';
import type { Body, Track } from '@/lib/domain/reference';
import { EVENT_KINDS, type EventKind, type PairStatus } from '@/lib/domain/vocabulary';
import { earlierFigures, movesOf } from './comparison';
import { resolveScope, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

export interface StatusChange {
  readonly body: Body;
  readonly track: Track;
  readonly from: PairStatus;
  readonly to: PairStatus;
}

/** What became different between two days: the as-of day and an earlier one, by default a week before. */
export interface WeekChanges {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly verifiedBefore: number | null;
  readonly verifiedNow: number | null;
  readonly newlyComplete: readonly StatusChange[];
  readonly newlyLate: readonly StatusChange[];
  /** Was late and is not any more. */
  readonly caughtUp: readonly StatusChange[];
  /** Events recorded after `from`, up to and including `to`. */
  readonly eventCounts: Readonly<Record<EventKind, number>>;
}

/** A pair without a status on one of the two days is of no kind, so both are there. */
function toChange({ pair, from, to }: StatusMove): StatusChange {
  return { body: pair.body, track: pair.track, from: from as PairStatus, to: to as PairStatus };
}

/** Compares a scope on its as-of day with an earlier day. */
export function weekChangesOf(scope: Scope, since: CivilDate = addDays(scope.asOf, -7)): WeekChanges {
  const from = maxDate(since, scope.programme.startOn);
  return scope.ledger.view(scope.asOf, `changes ${from} ${scope.key}`, () => {
    const moves = movesOf(scope, from);
    const ofKind = (kind: MoveKind) => moves.filter((move) => isMoveOfKind(move, kind)).map(toChange);
    const current = scope.figures;
    // What is about a body as a whole counts wherever the body does, what is about a step only with the step's track.
    const bodyIds = new Set<number>();
    const steps = new Set<string>();
    for (const { pair } of current) {
      bodyIds.add(pair.body.id);
      for (const { id } of pair.milestones) steps.add(`${pair.body.id}:${id}`);
    }
    const isWanted = (bodyId: number, milestoneId: number | null) =>
      milestoneId === null ? bodyIds.has(bodyId) : steps.has(`${bodyId}:${milestoneId}`);
    const counts = from < scope.asOf ? scope.ledger.eventCounts(addDays(from, 1), scope.asOf, isWanted) : [];
    return {
      from,
      to: scope.asOf,
      verifiedBefore: meanRatios(earlierFigures(scope, from)).verified,
      verifiedNow: meanRatios(current).verified,
      newlyComplete: ofKind('newly_complete'),
      newlyLate: ofKind('newly_late'),
      caughtUp: ofKind('caught_up'),
      eventCounts: Object.fromEntries(EVENT_KINDS.map((kind, index) => [kind, counts[index] ?? 0])) as Record<
        EventKind,
        number
      >,
    };
  });
}

/** What changed in the week up to the as-of day. */
export function getWeekChanges(
  ctx: ServiceContext,
  params: ScopeParams & { readonly since?: CivilDate } = {},
): WeekChanges {
  return weekChangesOf(resolveScope(ctx, params), params.since);
}
