import { Tag } from '@/components/ui/tag';
import type { MilestoneActor, MilestoneStateName, PairStatus } from '@/lib/domain/vocabulary';
import { MILESTONE_STATE_LABELS, PAIR_STATUS_LABELS, GOVERNORATE_TURN_LABEL } from '@/lib/messages/vocabulary';
import { MILESTONE_STATE_LOOK, PAIR_STATUS_LOOK } from './status-look';

interface Common {
  line?: boolean;
  /** The rule that led to the status, shown on hover; the page says it in text as well. */
  title?: string;
}

export function PairStatusTag({ status, ...rest }: Common & { status: PairStatus }) {
  const look = PAIR_STATUS_LOOK[status];
  return (
    <Tag tone={look.tone} icon={look.icon} {...rest}>
      {PAIR_STATUS_LABELS[status]}
    </Tag>
  );
}

/** A step of the governorate that is not done yet is never red: it shows whose turn it is. */
export function MilestoneStateTag({
  state,
  actor = 'body',
  ...rest
}: Common & { state: MilestoneStateName; actor?: MilestoneActor }) {
  if (actor === 'governorate' && state !== 'verified' && state !== 'exempt') {
    return (
      <Tag tone="awaiting" icon="eye" {...rest}>
        {GOVERNORATE_TURN_LABEL}
      </Tag>
    );
  }
  const look = MILESTONE_STATE_LOOK[state];
  return (
    <Tag tone={look.tone} icon={look.icon} {...rest}>
      {MILESTONE_STATE_LABELS[state]}
    </Tag>
  );
}

/** The pattern and colour of a status in a legend. */
export function StatusSwatch({ status }: { status: PairStatus }) {
  return <i className={`swatch f-${PAIR_STATUS_LOOK[status].tone}`} aria-hidden="true" />;
}
