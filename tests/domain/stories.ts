import fc from 'fast-check';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import type { GroupFigures, PairFigures } from '@/lib/domain/figures';
import { calculateGroupFigures } from '@/lib/domain/group-figures';
import { foldEvents, stateAsOf } from '@/lib/domain/milestone-history';
import type { MilestoneEvent } from '@/lib/domain/milestone-state';
import { calculatePairFigures } from '@/lib/domain/pair-figures';
import { DEFAULT_THRESHOLDS, type Milestone, type Pair } from '@/lib/domain/reference';
import { checkAttempt, effectiveDueOn } from '@/lib/domain/transitions';
import { MILESTONE_EVENTS, type MilestoneEventKind } from '@/lib/domain/vocabulary';
import { aBody, aMilestone, aPair, CALENDAR_1397, dueContext, event } from './builders';

/** Random histories of pairs that the rules allow, for properties. */
export const START: CivilDate = '2018-09-22';
export const LENGTH = 120;

interface PlannedEvent {
  kind: MilestoneEventKind;
  gap: number;
  dueAfter: number | null;
}

interface PlannedMilestone {
  weight: number;
  due: number;
  byGovernorate: boolean;
  events: PlannedEvent[];
}

const plannedEvent = fc.record<PlannedEvent>({
  kind: fc.constantFrom(...MILESTONE_EVENTS),
  gap: fc.nat(12),
  dueAfter: fc.option(fc.integer({ min: 1, max: 40 })),
});
export const plannedMilestone = fc.record<PlannedMilestone>({
  weight: fc.integer({ min: 1, max: 30 }),
  due: fc.nat(LENGTH),
  byGovernorate: fc.boolean(),
  events: fc.array(plannedEvent, { maxLength: 14 }),
});
export const plannedPair = fc.record({
  weight: fc.integer({ min: 1, max: 5 }),
  milestones: fc.array(plannedMilestone, { minLength: 1, maxLength: 6 }),
});
export const anyDay = fc.nat(LENGTH + 60).map((days) => addDays(START, days));

export interface Story {
  pair: Pair;
  events: ReadonlyMap<Milestone, readonly MilestoneEvent[]>;
}

/** Keeps, of the events that were drawn, those that the rules let happen. */
export function tell(planned: { weight: number; milestones: readonly PlannedMilestone[] }): Story {
  const events = new Map<Milestone, readonly MilestoneEvent[]>();
  const milestones = planned.milestones.map((one) => {
    const baselineDueOn = addDays(START, one.due);
    const milestone = aMilestone({
      weightPoints: one.weight,
      baselineDueOn,
      actor: one.byGovernorate ? 'governorate' : 'body',
    });
    const context = dueContext(baselineDueOn);
    const told: MilestoneEvent[] = [];
    let day = START;
    for (const { kind, gap, dueAfter } of one.events) {
      const state = foldEvents(told, () => context);
      // A decision is undone on its own day or never.
      const on = kind === 'undo' ? day : addDays(day, gap);
      const current = effectiveDueOn(state, baselineDueOn);
      const takesDue = kind === 'extend' || kind === 'return' || kind === 'reopen';
      const next = event(kind, on, { dueOn: takesDue && dueAfter !== null ? addDays(current, dueAfter) : null });
      const result = checkAttempt(
        state,
        { ...next, evidenceKinds: ['file'], isImported: false },
        { milestoneActor: milestone.actor, expectedEvidence: ['file'], baselineDueOn },
      );
      if (!result.ok) continue;
      told.push(next);
      day = on;
    }
    events.set(milestone, told);
    return milestone;
  });
  return { pair: aPair(milestones, { body: aBody({ weightPoints: planned.weight }) }), events };
}

export function figuresAsOf(story: Story, asOf: CivilDate, events = story.events): PairFigures {
  return calculatePairFigures(
    story.pair,
    (milestone) => stateAsOf(events.get(milestone) ?? [], asOf, () => dueContext(milestone.baselineDueOn)),
    asOf,
    DEFAULT_THRESHOLDS,
  );
}

export const groupAsOf = (stories: readonly Story[], asOf: CivilDate): GroupFigures =>
  calculateGroupFigures(
    { key: 'g', label: 'g' },
    stories.map((story) => figuresAsOf(story, asOf)),
    asOf,
    CALENDAR_1397,
  );
