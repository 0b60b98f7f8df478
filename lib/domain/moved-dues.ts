import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneOnDay, PairFigures } from './figures';
import type { Pair } from './reference';

/** A milestone whose due date in force is not the one of the programme. */
export interface MovedDue {
  readonly pair: Pair;
  readonly item: MilestoneOnDay;
  /** effective due − baseline due, in days */
  readonly days: number;
  /** «مهلت داخلی»: the due in force lies after the track's deadline, which a county cannot move. */
  readonly isPastDeadline: boolean;
}

/** Milestones, exempt and verified ones aside, whose effective due differs from the baseline: furthest moved first. */
export function findMovedDues(pairs: readonly PairFigures[]): MovedDue[] {
  const isMoved = ({ milestone, state, effectiveDueOn }: MilestoneOnDay) =>
    state.state !== 'exempt' && state.state !== 'verified' && effectiveDueOn !== milestone.baselineDueOn;
  return pairs
    .flatMap(({ pair, milestones }) =>
      milestones.filter(isMoved).map((item) => ({
        pair,
        item,
        days: daysBetween(item.milestone.baselineDueOn, item.effectiveDueOn),
        isPastDeadline: isPastDeadline(item.effectiveDueOn, pair.track.deadlineOn),
      })),
    )
    .sort((a, b) => b.days - a.days || (a.pair.body.code < b.pair.body.code ? -1 : 1));
}

function isPastDeadline(effectiveDueOn: CivilDate, deadlineOn: CivilDate): boolean {
  return effectiveDueOn > deadlineOn;
}
