import type { Metadata } from 'next';
import { ArrivalFocus } from '@/components/reviews/arrival-focus';
import { ReviewKeys } from '@/components/reviews/review-keys';
import { REVIEW_TARGETS } from '@/components/reviews/review-targets';
import { Icon } from '@/components/ui/icon';
import { classNames } from '@/components/ui/class-names';
import { REVIEW } from '@/lib/messages/review';
import { QUEUE } from '@/lib/messages/review-queue';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getDeskSuggestion } from '@/lib/services/desk-checks/desk-file';
import { compareWithBefore } from '@/lib/services/review-comparison';
import { getReviewItem } from '@/lib/services/review-item';
import { findOwnUndoable, getReviewPace } from '@/lib/services/review-pace';
import { listReviewQueue, type ReviewQueue } from '@/lib/services/review-queue';
import { queryValue } from '@/lib/validation/progress';
import { parseReviewQuery, queryId, reviewHref, type ReviewFilter } from '@/lib/validation/review-query';
import { DecisionPane } from './decision-pane';
import { EvidencePane } from './evidence-pane';
import { Outcome } from './outcome';
import { QueuePane } from './queue-pane';
import '@/components/desk-checks/desk-checks.css';
import './queue.css';
import './review.css';
import './evidence.css';

export const metadata: Metadata = { title: REVIEW.title };

export default async function ReviewPage({ searchParams }: PageProps<'/review'>) {
  const ctx = await getPageContext();
  const params = await searchParams;
  const query = parseReviewQuery(params);
  const asked = { itemId: queryId(params, 'item'), afterId: queryId(params, 'after'), page: queryId(params, 'page') };
  const queue = readOrNotFound(() => listReviewQueue(ctx, { query, ...asked }));
  const pace = readOrNotFound(() => getReviewPace(ctx));
  const { currentId, counts } = queue;
  const item = currentId === null ? null : readOrNotFound(() => getReviewItem(ctx, currentId));
  const before = item?.kind === 'claim' && item.file ? compareWithBefore(ctx, item.file, item.eventId) : null;
  const desk = item?.kind === 'claim' && item.file ? getDeskSuggestion(ctx, item.body, item.file.milestone.code) : null;
  const hrefOf = (id: number | null) =>
    id === null ? null : `${reviewHref(query, { item: id })}#${REVIEW_TARGETS.item}`;
  const undoable = findOwnUndoable(ctx);
  const arrival = queryValue(params, 'done') ?? queryValue(params, 'undone');
  const isOpen = asked.itemId !== null || asked.afterId !== null;
  return (
    <div
      className={classNames('review-app', isOpen && item !== null && 'has-item')}
      data-total-items={queue.total}
      data-total-claims={queue.claims}
      data-total-requests={countIn(query.filter, ['requests', 'extensions', 'exemptions'], counts)}
      data-total-objections={countIn(query.filter, ['objections'], counts)}
    >
      {/* on a telephone the list, and its title with it, is away while an item is open */}
      <h1 className="vh">{REVIEW.title}</h1>
      <Outcome ctx={ctx} params={params} query={query} currentId={currentId} />
      <div className="review">
        <QueuePane ctx={ctx} queue={queue} pace={pace} hrefOf={hrefOf} />
        <EvidencePane item={item} accepted={before?.accepted ?? null} />
        {item !== null && (
          <aside className="decision-pane" aria-label={REVIEW.decisionPane}>
            <a className="back-link" href={reviewHref(query, { page: queue.page > 1 ? queue.page : null })}>
              <Icon name="earlier" />
              {QUEUE.backToList}
            </a>
            <DecisionPane
              key={item.eventId}
              ctx={ctx}
              item={item}
              sinceReturn={before?.sinceReturn ?? null}
              desk={desk}
              query={query}
              nextHref={hrefOf(queue.nextId)}
              place={queue.place === null ? null : { index: queue.place, total: queue.total }}
            />
          </aside>
        )}
      </div>
      <ReviewKeys
        nextHref={hrefOf(queue.nextId)}
        previousHref={hrefOf(queue.previousId)}
        undoHref={undoable === null ? null : reviewHref(query, { item: currentId, done: undoable, undo: 'open' })}
      />
      {arrival !== null && queryValue(params, 'undo') === null && (
        <ArrivalFocus
          targetId={item === null ? 'queue-title' : REVIEW_TARGETS.item}
          arrival={`${arrival} ${currentId ?? ''}`}
        />
      )}
    </div>
  );
}

/** How many of some kinds the list holds: all of them in the whole queue, none in a list of another kind. */
function countIn(filter: ReviewFilter, kinds: readonly ReviewFilter[], counts: ReviewQueue['counts']): number {
  const [first = 'all'] = kinds;
  return filter === 'all' ? counts[first] : kinds.includes(filter) ? counts[filter] : 0;
}
