import { addDays, maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import type { PairFigures } from '@/lib/domain/figures';
import { meanRatios } from '@/lib/domain/group-figures';
import type { Body, Track } from '@/lib/domain/reference';
import { EVENT_KINDS, type EventKind, type PairStatus } from '@/lib/domain/vocabulary';
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

const isLate = (status: PairStatus) => status === 'late' || status === 'missed';

/** Compares a scope on its as-of day with an earlier day. */
export function weekChangesOf(scope: Scope, since: CivilDate = addDays(scope.asOf, -7)): WeekChanges {
  const from = maxDate(since, scope.programme.startOn);
  return scope.ledger.view(scope.asOf, `changes ${from} ${scope.key}`, () => {
    const before = new Map<string, PairFigures>();
    const keyOf = ({ pair }: PairFigures) => `${pair.body.id}:${pair.track.id}`;
    const earlier = scope.ledger.snapshot(from).figures.filter(({ pair }) => scope.includes(pair));
    for (const figures of earlier) before.set(keyOf(figures), figures);

    const changes: StatusChange[] = [];
    const current = scope.figures;
    for (const figures of current) {
      const old = before.get(keyOf(figures));
      if (old && old.status !== figures.status) {
        changes.push({ body: figures.pair.body, track: figures.pair.track, from: old.status, to: figures.status });
      }
    }
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
      verifiedBefore: meanRatios(earlier).verified,
      verifiedNow: meanRatios(current).verified,
      newlyComplete: changes.filter(({ to }) => to === 'complete'),
      newlyLate: changes.filter((change) => isLate(change.to) && !isLate(change.from)),
      caughtUp: changes.filter((change) => isLate(change.from) && !isLate(change.to)),
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
