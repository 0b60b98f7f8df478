import { Tag } from '@/components/ui/tag';
import type { DecisionStateName } from '@/lib/domain/decisions';
import { DECISION_STATE_LABELS } from '@/lib/messages/meeting';
import { DECISION_LOOK } from './decision-look';

export function DecisionTag({ state, line }: { state: DecisionStateName; line?: boolean }) {
  const { tone, icon } = DECISION_LOOK[state];
  return (
    <Tag tone={tone} icon={icon} line={line}>
      {DECISION_STATE_LABELS[state]}
    </Tag>
  );
}
