import type { CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneOnDay, PairFigures } from './figures';
import type { Pair } from './reference';
import type { MilestoneStateName } from './vocabulary';

/** A milestone that stands further back than on an earlier day. */
export interface Regression {
  readonly pair: Pair;
  readonly item: MilestoneOnDay;
  readonly from: MilestoneStateName;
  readonly to: MilestoneStateName;
  /** Day of the last event on it: when it went back, or later. */
  readonly on: CivilDate | null;
}

/** How far a milestone has come. A block says why something does not move, not how far it is; an exemption is a decision. */
const PROGRESS: Readonly<Partial<Record<MilestoneStateName, number>>> = {
  not_started: 0,
  in_progress: 1,
  returned: 1,
  claimed: 2,
  verified: 3,
};

/**
 * Milestones that went back between two days: verified and reopened, claimed and returned or withdrawn. What went back and came again
 * in between is no regression.
 */
export function findRegressions(before: readonly PairFigures[], after: readonly PairFigures[]): Regression[] {
  const earlier = new Map<string, MilestoneStateName>();
  for (const { pair, milestones } of before) {
    for (const { milestone, state } of milestones) earlier.set(`${pair.body.id}:${milestone.id}`, state.state);
  }
  return after.flatMap(({ pair, milestones }) =>
    milestones.flatMap((item): Regression[] => {
      const from = earlier.get(`${pair.body.id}:${item.milestone.id}`);
      const to = item.state.state;
      if (from === undefined) return [];
      // what was claimed or verified and is blocked now had to go back before it could be blocked
      const now = to === 'blocked' ? 1 : PROGRESS[to];
      const then = from === 'blocked' ? 1 : PROGRESS[from];
      if (now === undefined || then === undefined || then < 2 || now >= then) return [];
      return [{ pair, item, from, to, on: item.state.lastRecordedOn }];
    }),
  );
}
