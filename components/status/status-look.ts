import type { MilestoneStateName, PairStatus } from '@/lib/domain/vocabulary';
import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tag';

/** Colour family and icon of every status; the word comes from `lib/messages/vocabulary`. */
export const PAIR_STATUS_LOOK: Record<PairStatus, { tone: Exclude<Tone, 'plain' | 'blocked'>; icon: IconName }> = {
  complete: { tone: 'complete', icon: 'complete' },
  on_track: { tone: 'ontrack', icon: 'on_track' },
  awaiting_review: { tone: 'awaiting', icon: 'awaiting' },
  at_risk: { tone: 'risk', icon: 'risk' },
  late: { tone: 'late', icon: 'late' },
  missed: { tone: 'missed', icon: 'missed' },
  exempt: { tone: 'exempt', icon: 'exempt' },
};

export const MILESTONE_STATE_LOOK: Record<MilestoneStateName, { tone: Tone; icon: IconName }> = {
  not_started: { tone: 'exempt', icon: 'not_started' },
  in_progress: { tone: 'ontrack', icon: 'in_progress' },
  claimed: { tone: 'awaiting', icon: 'awaiting' },
  verified: { tone: 'complete', icon: 'complete' },
  returned: { tone: 'late', icon: 'returned' },
  blocked: { tone: 'blocked', icon: 'blocked' },
  exempt: { tone: 'exempt', icon: 'exempt' },
};
