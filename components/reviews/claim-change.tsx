import { evidenceLine, type EvidenceItem } from '@/components/evidence/evidence-list';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { MILESTONES } from '@/lib/messages/milestones';
import { COMPARISON } from '@/lib/messages/review-queue';

export interface ClaimChangeProps {
  event: {
    readonly kind: string;
    readonly recordedOn: CivilDate;
    readonly actorName: string;
    readonly note: string | null;
    readonly dueOn: CivilDate | null;
  };
  change: {
    readonly kept: readonly EvidenceItem[];
    readonly added: readonly EvidenceItem[];
    readonly gone: readonly EvidenceItem[];
  };
}

const word = (item: EvidenceItem) =>
  item.isHidden ? MILESTONES.hidden : evidenceLine({ ...item, fileName: item.file?.name ?? null });

function Pieces({ label, icon, items }: { label: string; icon: IconName; items: readonly EvidenceItem[] }) {
  return items.map((item) => (
    <li key={item.id}>
      <Icon name={icon} />
      <span>
        <b>{label}:</b> <bdi>{word(item)}</bdi>
      </span>
    </li>
  ));
}

/** Why the claim was sent back last time, and what is attached now that was not then. */
export function ClaimChange({ event, change }: ClaimChangeProps) {
  const kind = event.kind === 'reopen' ? 'reopen' : 'return';
  return (
    <section className="blk change">
      <h3>{COMPARISON.since}</h3>
      <p className="small">
        <b>
          {COMPARISON.sentBack[kind]}، {formatDayMonth(event.recordedOn)}، {event.actorName}:
        </b>{' '}
        <span className="whitespace-pre-line">{event.note}</span>
      </p>
      <ul className="small">
        <Pieces label={COMPARISON.added} icon="plus" items={change.added} />
        <Pieces label={COMPARISON.gone} icon="close" items={change.gone} />
        <Pieces label={COMPARISON.kept} icon="check" items={change.kept} />
      </ul>
      {change.added.length === 0 && <p className="small t-risk">{COMPARISON.nothingNew}</p>}
    </section>
  );
}
