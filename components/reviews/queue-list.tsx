import { EVIDENCE_ICON } from '@/components/evidence/evidence-list';
import { Icon } from '@/components/ui/icon';
import type { Body, Milestone } from '@/lib/domain/reference';
import type { EvidenceKind } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';
import { MILESTONES, stepName } from '@/lib/messages/milestones';
import { PAPERS } from '@/lib/messages/papers';
import { REVIEW } from '@/lib/messages/review';
import { EVIDENCE_KIND_LABELS } from '@/lib/messages/vocabulary';

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
  readonly obstacle: keyof typeof REVIEW.obstacles | null;
  readonly lastEventId: number | null;
}

export interface QueueListProps {
  rows: readonly QueueRow[];
  currentId: number | null;
  hrefOf: (eventId: number) => string;
}

export function queueSubtitle(
  row: Pick<QueueRow, 'kind' | 'trackName' | 'milestone' | 'isSelfDeclared' | 'isOnBehalf'>,
): string {
  return [
    row.kind === 'claim' ? '' : REVIEW.kinds[row.kind],
    row.milestone && row.trackName !== null ? stepName(row.trackName, row.milestone.position) : REVIEW.wholeBody,
    row.milestone?.shortTitle ?? '',
    row.isSelfDeclared ? MILESTONES.selfDeclared : '',
    row.isOnBehalf ? PAPERS.mark : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What waits, in the order of the list. Boxes stand only beside what this person may decide on together with others. */
export function QueueList({ rows, currentId, hrefOf }: QueueListProps) {
  return (
    <ol className="queue-list">
      {rows.map((row) => {
        const canChoose = row.kind === 'claim' && row.obstacle === null && row.lastEventId !== null;
        return (
          <li key={row.eventId} className={row.eventId === currentId ? 'on' : undefined}>
            {canChoose ? (
              <input
                type="checkbox"
                className="box"
                name="claims"
                value={`${row.eventId}:${row.lastEventId}`}
                aria-label={REVIEW.select(row.body.name)}
              />
            ) : row.obstacle !== null ? (
              <span className="queue-locked" title={REVIEW.obstacles[row.obstacle]}>
                <Icon name="lock" label={REVIEW.obstacles[row.obstacle]} />
              </span>
            ) : (
              <span />
            )}
            <a href={hrefOf(row.eventId)} aria-current={row.eventId === currentId ? 'true' : undefined}>
              <b title={row.body.name}>{row.body.name}</b>
              <small>{queueSubtitle(row)}</small>
            </a>
            <span className="queue-wait">
              <span>
                <b>{formatInteger(row.days)}</b> {REVIEW.day}
              </span>
              <span className="queue-kinds">
                {row.evidenceKinds.map((kind) => (
                  <Icon key={kind} name={EVIDENCE_ICON[kind]} label={EVIDENCE_KIND_LABELS[kind]} />
                ))}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
