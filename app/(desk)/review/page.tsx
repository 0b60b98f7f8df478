import type { Metadata } from 'next';
import { EvidenceList } from '@/components/evidence/evidence-list';
import { QueueList } from '@/components/reviews/queue-list';
import { ReviewKeys } from '@/components/reviews/review-keys';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/form-fields';
import { Segmented } from '@/components/ui/segmented';
import { REVIEW } from '@/lib/messages/review';
import { formatInteger } from '@/lib/format/numbers';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getReviewItem } from '@/lib/services/review-item';
import { listReviewQueue, REVIEW_FILTERS, type ReviewFilter, type ReviewQueue } from '@/lib/services/reviews';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { verifyChosen } from './actions';
import { DecisionPane } from './decision-pane';
import { Outcome } from './outcome';
import './review.css';

export const metadata: Metadata = { title: REVIEW.title };

function filterOf(query: QueryParams): ReviewFilter {
  const asked = queryValue(query, 'filter');
  return REVIEW_FILTERS.find((known) => known === asked) ?? 'all';
}

const reviewHref = (filter: ReviewFilter, item?: number | null) =>
  `/review?${new URLSearchParams({ filter, ...(item ? { item: String(item) } : {}) }).toString()}`;

/** The item asked for; without one, the first of the queue. One that was decided meanwhile is shown with what was decided. */
function currentOf(query: QueryParams, queue: ReviewQueue): number | null {
  const asked = queryValue(query, 'item');
  if (asked !== null && /^\d{1,12}$/.test(asked)) return Number(asked);
  return queue.rows[0]?.eventId ?? null;
}

export default async function ReviewPage({ searchParams }: PageProps<'/review'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const filter = filterOf(query);
  const queue = readOrNotFound(() => listReviewQueue(ctx, { filter }));
  const currentId = currentOf(query, queue);
  const item = currentId === null ? null : readOrNotFound(() => getReviewItem(ctx, currentId));
  const index = queue.rows.findIndex(({ eventId }) => eventId === currentId);
  const next = queue.rows[index + 1]?.eventId ?? (index > 0 ? queue.rows[0]?.eventId : null) ?? null;
  const previous = index > 0 ? (queue.rows[index - 1]?.eventId ?? null) : null;
  return (
    <>
      <Outcome ctx={ctx} query={query} filter={filter} />
      <div className="review">
        <section className="queue" aria-label={REVIEW.queue}>
          <QueueHead queue={queue} />
          {queue.rows.length === 0 ? (
            <EmptyState tone="ok" title={REVIEW.emptyTitle}>
              {REVIEW.emptyText}
            </EmptyState>
          ) : (
            <ActionForm id="bulk" action={verifyChosen} hidden={{ filter }} className="queue-form">
              <QueueList rows={queue.rows} currentId={currentId} hrefOf={(id) => reviewHref(filter, id)} />
              <div className="bulk">
                <span className="hint">{REVIEW.chosenHint}</span>
                <SubmitButton variant="default" size="sm">
                  {REVIEW.verifyChosen}
                </SubmitButton>
              </div>
            </ActionForm>
          )}
        </section>
        <section className="evidence-pane" aria-label={REVIEW.evidencePane}>
          {item === null ? <p className="muted">{REVIEW.chooseItem}</p> : <EvidenceList items={item.evidence} />}
        </section>
        {item !== null && (
          <aside className="decision-pane" aria-label={REVIEW.decisionPane}>
            <DecisionPane
              key={item.eventId}
              today={ctx.clock.today()}
              item={item}
              filter={filter}
              nextId={next}
              place={index < 0 ? null : { index: index + 1, total: queue.rows.length }}
            />
          </aside>
        )}
      </div>
      <ReviewKeys
        nextHref={next === null ? null : reviewHref(filter, next)}
        previousHref={previous === null ? null : reviewHref(filter, previous)}
      />
    </>
  );
}

function QueueHead({ queue }: { queue: ReviewQueue }) {
  const { counts, medianDays, recent } = queue;
  return (
    <div className="queue-head">
      <h1>{REVIEW.queue}</h1>
      <p className="small muted">
        {REVIEW.order(queue.rows.length)}
        {medianDays !== null && (
          <>
            <br />
            {REVIEW.median(medianDays)}
          </>
        )}
        {recent.decided > 0 && ` · ${REVIEW.returnRate(recent.returned, recent.decided)}`}
      </p>
      <Segmented
        label={REVIEW.kindsLabel}
        items={REVIEW_FILTERS.filter((each) => each === 'all' || each === queue.filter || counts[each] > 0).map(
          (each) => ({
            href: reviewHref(each),
            label: `${REVIEW.filters[each]} ${formatInteger(counts[each])}`,
            isCurrent: each === queue.filter,
          }),
        )}
      />
    </div>
  );
}
