import { TRANSITIONS } from '@/lib/domain/transitions';
import type { EventKind } from '@/lib/domain/vocabulary';
import { EVENT_VERBS } from '@/lib/messages/milestones';
import { MY } from '@/lib/messages/my';
import type { MyStep } from '@/lib/services/my-steps';

/** The forms a step may have, in the order in which they are offered; the first one opens. */
export const STEP_FORM_NAMES = ['claim', 'unblock', 'start', 'block', 'object', 'ask', 'withdraw'] as const;
export type StepFormName = (typeof STEP_FORM_NAMES)[number];

const TITLES: Record<StepFormName, string> = {
  claim: EVENT_VERBS.claim,
  unblock: EVENT_VERBS.unblock,
  start: EVENT_VERBS.start,
  block: EVENT_VERBS.block,
  object: MY.object,
  ask: MY.askDeputy,
  withdraw: EVENT_VERBS.withdraw,
};

export function titleOf(name: StepFormName): string {
  return TITLES[name];
}

/** What the liaison can do with a step now. */
export function formsFor(step: MyStep): StepFormName[] {
  return STEP_FORM_NAMES.filter((name) => {
    if (name === 'object') return step.state.returned !== null && !step.hasWaitingObjection;
    if (name === 'ask') {
      return TRANSITIONS.exempt.from.includes(step.state.state) && step.waitingRequests.length < 2;
    }
    return step.possible.includes(name);
  });
}

/** The form that an event came from, or null for one without such a form. */
export function formOf(kind: EventKind): StepFormName | null {
  if (kind === 'request') return 'ask';
  if (kind === 'objection') return 'object';
  return STEP_FORM_NAMES.find((name) => name === kind) ?? null;
}
