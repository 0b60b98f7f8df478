import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneOnDay, PairFigures } from '@/lib/domain/figures';
import type { Body, Track } from '@/lib/domain/reference';
import { daysLate, isOpen } from '@/lib/domain/status';
import { TURNS, type MilestoneStateName, type Turn } from '@/lib/domain/vocabulary';
import { resolveScope, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

/** One late milestone of a body, with what keeps it late and whose turn it is. */
export interface LateMilestone {
  readonly code: string;
  readonly position: number;
  readonly shortTitle: string;
  readonly state: MilestoneStateName;
  readonly effectiveDueOn: CivilDate;
  readonly daysLate: number;
  readonly turn: Turn;
  readonly cause: NonNullable<MilestoneOnDay['state']['blocker']>['cause'] | null;
}

/** A body that is late in a track, ranked by consequence. */
export interface LatePair {
  readonly body: Body;
  readonly track: Track;
  readonly status: 'late' | 'missed';
  /** Longest delay among the late milestones, in days. */
  readonly daysLate: number;
  /** Σ (share of the milestone's weight × days late): how much work has waited for how long. */
  readonly consequence: number;
  readonly milestones: readonly LateMilestone[];
}

function toLatePair(figures: PairFigures, status: 'late' | 'missed', asOf: CivilDate): LatePair {
  const counting = figures.milestones.filter(({ state }) => state.state !== 'exempt');
  const totalPoints = counting.reduce((sum, { milestone }) => sum + milestone.weightPoints, 0);
  const late = counting.filter((item) => isOpen(item) && item.effectiveDueOn < asOf);
  return {
    body: figures.pair.body,
    track: figures.pair.track,
    status,
    daysLate: Math.max(...late.map((item) => daysLate(item, asOf))),
    consequence: late.reduce(
      (sum, item) => sum + (item.milestone.weightPoints / totalPoints) * daysLate(item, asOf),
      0,
    ),
    milestones: late.map((item) => ({
      code: item.milestone.code,
      position: item.milestone.position,
      shortTitle: item.milestone.shortTitle,
      state: item.state.state,
      effectiveDueOn: item.effectiveDueOn,
      daysLate: daysLate(item, asOf),
      turn: item.state.blocker?.turn ?? 'body',
      cause: item.state.blocker?.cause ?? null,
    })),
  };
}

/** Late and missed pairs of a scope, the gravest first. */
export function latePairsOf(scope: Scope): LatePair[] {
  return scope.ledger.view(scope.asOf, `late ${scope.key}`, () =>
    scope.figures
      .flatMap((figures) =>
        figures.status === 'late' || figures.status === 'missed'
          ? [toLatePair(figures, figures.status, scope.asOf)]
          : [],
      )
      .sort((a, b) => b.consequence - a.consequence || (a.body.code < b.body.code ? -1 : 1)),
  );
}

/** Bodies that are late in a track, by consequence. */
export function getLateBodies(ctx: ServiceContext, params: ScopeParams = {}): LatePair[] {
  return latePairsOf(resolveScope(ctx, params));
}

/** Milestones that are blocked, by cause, then by how long. */
export interface BlockedMilestone {
  readonly body: Body;
  readonly track: Track;
  readonly code: string;
  readonly shortTitle: string;
  readonly cause: NonNullable<MilestoneOnDay['state']['blocker']>['cause'];
  readonly turn: Turn;
  readonly note: string;
  readonly days: number;
  readonly isOverdue: boolean;
}

export interface BlockerGroup {
  readonly cause: BlockedMilestone['cause'];
  readonly bodies: number;
  /** The turn most of them wait for. */
  readonly turn: Turn;
  readonly milestones: readonly BlockedMilestone[];
}

/** Blocked milestones of a scope, grouped by cause, the most frequent cause first. */
export function blockersOf(scope: Scope): BlockerGroup[] {
  return scope.ledger.view(scope.asOf, `blockers ${scope.key}`, () => {
    const groups = new Map<BlockedMilestone['cause'], BlockedMilestone[]>();
    for (const { pair, milestones } of scope.figures) {
      for (const { milestone, state, effectiveDueOn } of milestones) {
        if (!state.blocker || state.state !== 'blocked') continue;
        const list = groups.get(state.blocker.cause) ?? [];
        groups.set(state.blocker.cause, list);
        list.push({
          body: pair.body,
          track: pair.track,
          code: milestone.code,
          shortTitle: milestone.shortTitle,
          cause: state.blocker.cause,
          turn: state.blocker.turn,
          note: state.blocker.note,
          days: daysBetween(state.blocker.sinceOn, scope.asOf),
          isOverdue: effectiveDueOn < scope.asOf,
        });
      }
    }
    return [...groups.entries()]
      .map(([cause, milestones]) => ({
        cause,
        bodies: new Set(milestones.map(({ body }) => body.id)).size,
        turn: mostFrequent(milestones.map(({ turn }) => turn)),
        milestones: milestones.sort((a, b) => b.days - a.days),
      }))
      .sort((a, b) => b.bodies - a.bodies || b.milestones.length - a.milestones.length);
  });
}

/** Blocked milestones by whose turn it is: what one telephone call could move. */
export interface TurnGroup {
  readonly turn: Turn;
  readonly bodies: number;
  readonly milestones: number;
}

export function turnsOf(groups: readonly BlockerGroup[]): TurnGroup[] {
  const blocked = groups.flatMap(({ milestones }) => milestones);
  return TURNS.flatMap((turn) => {
    const own = blocked.filter((milestone) => milestone.turn === turn);
    if (own.length === 0) return [];
    return [{ turn, bodies: new Set(own.map(({ body }) => body.id)).size, milestones: own.length }];
  }).sort((a, b) => b.bodies - a.bodies || b.milestones - a.milestones);
}

function mostFrequent(turns: readonly Turn[]): Turn {
  const counts = new Map<Turn, number>();
  for (const turn of turns) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'unknown';
}

/** Blocked milestones by cause. */
export function getBlockers(ctx: ServiceContext, params: ScopeParams = {}): BlockerGroup[] {
  return blockersOf(resolveScope(ctx, params));
}
