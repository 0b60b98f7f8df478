import { EvidenceStage } from '@/components/evidence/evidence-stage';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDayMonth } from '@/lib/format/dates';
import { stepName } from '@/lib/messages/milestones';
import { REVIEW } from '@/lib/messages/review';
import { COMPARISON } from '@/lib/messages/review-queue';
import type { AcceptedBefore } from '@/lib/services/review-comparison';
import type { ReviewItem } from '@/lib/services/review-item';

export interface EvidencePaneProps {
  item: ReviewItem | null;
  accepted: AcceptedBefore | null;
}

/** The evidence of a claim beside the decision, with what was accepted last on a tab of its own. */
export function EvidencePane({ item, accepted }: EvidencePaneProps) {
  const file = item?.file ?? null;
  return (
    <section className="evidence-pane" aria-label={REVIEW.evidencePane}>
      {item === null ? (
        <EmptyState icon="file" title={REVIEW.chooseItem} />
      ) : item.kind !== 'claim' ? (
        <div className="piece-word words">
          <p className="small muted">{REVIEW.note}</p>
          <p className="whitespace-pre-line">{item.event.note ?? '—'}</p>
        </div>
      ) : (
        <EvidenceStage
          key={item.eventId}
          items={item.evidence}
          from={item.body.name}
          subject={file?.milestone.title ?? ''}
          accepted={
            accepted === null || file === null
              ? null
              : {
                  title: `${COMPARISON.accepted}: ${
                    accepted.isSameStep ? COMPARISON.sameStep : stepName(file.trackName, accepted.milestone.position)
                  }، ${formatDayMonth(accepted.on)}، ${accepted.byName}`,
                  items: accepted.evidence,
                }
          }
        />
      )}
    </section>
  );
}
