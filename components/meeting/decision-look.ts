import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tag';
import type { DecisionStateName } from '@/lib/domain/decisions';
import type { PairStatus } from '@/lib/domain/vocabulary';

/** Colour family and icon of every state of a decision; red stands for a promised day that has passed. */
export const DECISION_LOOK: Record<DecisionStateName, { tone: Tone; icon: IconName; shape: PairStatus }> = {
  overdue: { tone: 'late', icon: 'late', shape: 'late' },
  broken: { tone: 'missed', icon: 'missed', shape: 'missed' },
  open: { tone: 'ontrack', icon: 'on_track', shape: 'on_track' },
  kept: { tone: 'complete', icon: 'complete', shape: 'complete' },
  dropped: { tone: 'exempt', icon: 'exempt', shape: 'exempt' },
};
