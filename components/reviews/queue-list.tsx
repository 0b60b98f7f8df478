import { EVIDENCE_ICON } from '@/components/evidence/evidence-list';
import { Icon } from '@/components/ui/icon';
import type { Body, Milestone } from '@/lib/domain/reference';
import type { EvidenceKind } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';
import { MILESTONES, stepName } from '@/lib/messages/milestones';
import { REVIEW } from '@/lib/messages/review';

export interface QueueRow {
  readonly eventId: number;
  readonly kind: keyof typeof REVIEW.kinds;
  readonly body: Pick<Body, 'name'>;
  readonly trackName: string | null;
  readonly milestone: Pick<Milestone, 'position' | 'shortTitle'> | null;
  readonly days: number;
  readonly evidenceKinds: readonly EvidenceKind[];
  readonly isSelfDeclared: boolean;
  readonly isOnBehalf: boolean;
  readonly obstacle: string | null;
  readonly lastEventId: number | null;
}

export interface QueueListProps {
  rows: readonly QueueRow[];
  currentId: number | null;
  hrefOf: (eventId: number) => string;
}

function subtitle(row: QueueRow): string {
  return [
    row.kind === 'claim' ? '' : REVIEW.kinds[row.kind],
    row.milestone && row.trackName !== null ? stepName(row.trackName, row.milestone.position) : REVIEW.wholeBody,
    row.milestone?.shortTitle ?? '',
    row.isSelfDeclared ? MILESTONES.selfDeclared : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What waits, longest first. Boxes stand only beside what this person may accept together with others. */
export function QueueList({ rows, currentId, hrefOf }: QueueListProps) {
  return (
    <ul className="queue-list">
      {rows.map((row) => {
        const canChoose = row.kind === 'claim' && row.obstacle === null && row.lastEventId !== null;
        const icon = row.evidenceKinds[0];
        return (
          <li key={row.eventId} className={row.eventId === currentId ? 'on' : undefined}>
            {canChoose ? (
              <input
                type="checkbox"
                className="box"
                name="claims[]"
                value={`${row.eventId}:${row.lastEventId}`}
                aria-label={REVIEW.select(row.body.name)}
              />
            ) : (
              <span />
            )}
            <a href={hrefOf(row.eventId)} aria-current={row.eventId === currentId ? 'true' : undefined}>
              <b title={row.body.name}>{row.body.name}</b>
              <small>{subtitle(row)}</small>
            </a>
            <span className="queue-wait">
              <span>
                <b>{formatInteger(row.days)}</b> {REVIEW.day}
              </span>
              {icon !== undefined && <Icon name={EVIDENCE_ICON[icon]} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
