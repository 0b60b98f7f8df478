import type { GroupFigures, PairFigures } from './figures';
import type { Pair } from './reference';
import { isLateStatus } from './status';
import { PAIR_STATUSES, type PairStatus } from './vocabulary';

/** A body in a track whose status on two days differs. Null = not a pair on that day: the body, or its duty, began or ended between. */
export interface StatusMove {
  readonly pair: Pair;
  readonly from: PairStatus | null;
  readonly to: PairStatus | null;
}

/** Whether a move is for the better: a rank closer to done. Joining and leaving are neither. */
export type MoveDirection = 'better' | 'worse' | 'neither';

const keyOf = ({ body, track }: Pair) => `${body.id}:${track.id}`;

/**
 * The pairs whose status differs between two days, in the order of the later day, then those that are gone.
 * @param before pairs as of the earlier day
 * @param after pairs as of the later day
 */
export function compareStatuses(before: readonly PairFigures[], after: readonly PairFigures[]): StatusMove[] {
  const earlier = new Map(before.map((figures) => [keyOf(figures.pair), figures]));
  const moves: StatusMove[] = [];
  for (const { pair, status } of after) {
    const old = earlier.get(keyOf(pair));
    earlier.delete(keyOf(pair));
    if (old?.status !== status) moves.push({ pair, from: old?.status ?? null, to: status });
  }
  for (const { pair, status } of earlier.values()) moves.push({ pair, from: status, to: null });
  return moves;
}

/** `exempt` is a decision, not a degree of progress: moves from or to it are neither better nor worse. */
export function directionOf({ from, to }: Pick<StatusMove, 'from' | 'to'>): MoveDirection {
  if (from === null || to === null || from === 'exempt' || to === 'exempt' || from === to) return 'neither';
  return PAIR_STATUSES.indexOf(to) > PAIR_STATUSES.indexOf(from) ? 'better' : 'worse';
}

/** Moves that have a name: what a reader asks for first, and the two directions. */
export const MOVE_KINDS = ['newly_complete', 'newly_late', 'caught_up', 'better', 'worse'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Whether a move is of a kind. A pair that was none on one of the two days neither fell behind nor caught up. */
export function isMoveOfKind(move: Pick<StatusMove, 'from' | 'to'>, kind: MoveKind): boolean {
  const { from, to } = move;
  if (from === null || to === null) return false;
  switch (kind) {
    case 'newly_complete':
      return to === 'complete';
    case 'newly_late':
      return isLateStatus(to) && !isLateStatus(from);
    case 'caught_up':
      return isLateStatus(from) && !isLateStatus(to);
    default:
      return directionOf(move) === kind;
  }
}

/** How many pairs had a status before, entered it, left it, and have it now. `before − left + entered = after`. */
export interface StatusFlow {
  readonly status: PairStatus;
  readonly before: number;
  readonly entered: number;
  readonly left: number;
  readonly after: number;
}

export function statusFlows(before: readonly PairFigures[], after: readonly PairFigures[]): StatusFlow[] {
  const moves = compareStatuses(before, after);
  const count = (figures: readonly PairFigures[], wanted: PairStatus) =>
    figures.reduce((sum, { status }) => sum + (status === wanted ? 1 : 0), 0);
  return PAIR_STATUSES.map((status) => ({
    status,
    before: count(before, status),
    entered: moves.filter(({ to }) => to === status).length,
    left: moves.filter(({ from }) => from === status).length,
    after: count(after, status),
  }));
}

/** A figure on two days; `change` is null where one of them is "no data". */
export interface FigureChange {
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
}

const COMPARED = ['planned', 'claimed', 'verified', 'spi', 'requiredPerWeek', 'recentPerWeek'] as const;
type Compared = (typeof COMPARED)[number];

/** A group on two days. A side is null where the group had no pair on that day. */
export interface GroupComparison extends Readonly<Record<Compared, FigureChange>> {
  readonly key: string;
  readonly label: string;
  readonly before: GroupFigures | null;
  readonly after: GroupFigures | null;
}

function changeOf(before: number | null, after: number | null): FigureChange {
  return { before, after, change: before === null || after === null ? null : after - before };
}

/** Groups of two days side by side: those of the later day in their order, then those that are gone. */
export function compareGroups(before: readonly GroupFigures[], after: readonly GroupFigures[]): GroupComparison[] {
  const earlier = new Map(before.map((group) => [group.key, group]));
  const compare = (old: GroupFigures | null, now: GroupFigures | null): GroupComparison => {
    const named = (now ?? old) as GroupFigures;
    const changes = Object.fromEntries(
      COMPARED.map((name) => [name, changeOf(old?.[name] ?? null, now?.[name] ?? null)]),
    ) as Record<Compared, FigureChange>;
    return { key: named.key, label: named.label, before: old, after: now, ...changes };
  };
  const current = after.map((group) => {
    const old = earlier.get(group.key) ?? null;
    earlier.delete(group.key);
    return compare(old, group);
  });
  return [...current, ...[...earlier.values()].map((group) => compare(group, null))];
}
