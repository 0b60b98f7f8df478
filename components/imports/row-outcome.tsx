import { Tag, type Tone } from '@/components/ui/tag';
import type { IconName } from '@/components/ui/icon-shapes';
import { ROW_OUTCOME_LABELS } from '@/lib/messages/import-screen';

export type RowOutcome = keyof typeof ROW_OUTCOME_LABELS;

/** Only what is wrong is coloured: the others are no judgement. */
const LOOK: Record<RowOutcome, { tone: Tone; icon: IconName }> = {
  new: { tone: 'plain', icon: 'plus' },
  changed: { tone: 'plain', icon: 'edit' },
  unchanged: { tone: 'plain', icon: 'check' },
  repeated: { tone: 'plain', icon: 'exempt' },
  wrong: { tone: 'late', icon: 'risk' },
};

/** What becomes of a row: word, icon and colour. */
export function RowOutcomeTag({ outcome }: { outcome: RowOutcome }) {
  const { tone, icon } = LOOK[outcome];
  return (
    <Tag tone={tone} icon={icon}>
      {ROW_OUTCOME_LABELS[outcome]}
    </Tag>
  );
}
