import type { CivilDate } from '@/lib/calendar/civil-date';
import { applyEvent, type DueContext } from './transitions';
import { NOT_STARTED, type MilestoneEvent, type MilestoneState } from './milestone-state';

/** Looks up what the dues rules need, as it was known on the day an event was recorded. */
export type DueContextOn = (recordedOn: CivilDate) => DueContext;

/** The state of one milestone of one body after all of its events, in the order of their ids. */
export function foldEvents(
  events: readonly MilestoneEvent[],
  contextOn: DueContextOn,
  from: MilestoneState = NOT_STARTED,
): MilestoneState {
  return events.reduce((state, event) => applyEvent(state, event, contextOn(event.recordedOn)), from);
}

/** The state as of a day: only what was recorded on or before it. */
export function stateAsOf(events: readonly MilestoneEvent[], asOf: CivilDate, contextOn: DueContextOn): MilestoneState {
  return foldEvents(
    events.filter((event) => event.recordedOn <= asOf),
    contextOn,
  );
}

/**
 * End-of-day states of one milestone of one body: one entry for each day on which something was recorded, however much that was.
 * Looking up a day is a binary search, so it does not grow with the length of the history.
 */
export class MilestoneTimeline {
  readonly #days: CivilDate[] = [];
  readonly #states: MilestoneState[] = [];

  /** Adds the next event. Events come in the order of their ids, so `recordedOn` never goes back. */
  append(event: MilestoneEvent, contextOn: DueContextOn): MilestoneState {
    const last = this.#days.length - 1;
    const previous = this.#states[last] ?? NOT_STARTED;
    const next = applyEvent(previous, event, contextOn(event.recordedOn));
    if (this.#days[last] === event.recordedOn) {
      this.#states[last] = next;
    } else {
      this.#days.push(event.recordedOn);
      this.#states.push(next);
    }
    return next;
  }

  /** The state at the end of a day. */
  at(day: CivilDate): MilestoneState {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] as CivilDate) <= day) low = middle + 1;
      else high = middle;
    }
    return this.#states[low - 1] ?? NOT_STARTED;
  }
}
