import { ChosenClaims } from '@/components/reviews/chosen-claims';
import { QueueFilter } from '@/components/reviews/queue-filter';
import { QueueList } from '@/components/reviews/queue-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Segmented } from '@/components/ui/segmented';
import type { ReviewPace } from '@/lib/domain/review-pace';
import { formatInteger } from '@/lib/format/numbers';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { INSPECTIONS } from '@/lib/messages/inspections';
import { REVIEW } from '@/lib/messages/review';
import { QUEUE } from '@/lib/messages/review-queue';
import { BODY_CATEGORY_LABELS, EVIDENCE_KIND_LABELS } from '@/lib/messages/vocabulary';
import { countWaitingProposals } from '@/lib/services/inspection-list';
import { listQueueChoices, REVIEW_PAGE_SIZE, type QueueChoices, type ReviewQueue } from '@/lib/services/review-queue';
import { mayDo, type ServiceContext } from '@/lib/services/service-context';
import {
  REVIEW_FILTERS,
  reviewHref,
  reviewPlace,
  WHOLE_QUEUE,
  type ReviewFilter,
  type ReviewQuery,
} from '@/lib/validation/review-query';

export interface QueuePaneProps {
  ctx: ServiceContext;
  queue: ReviewQueue;
  pace: ReviewPace;
  hrefOf: (id: number) => string | null;
}

/** The list of what waits: how it is filtered, the rows of one page, and what can be done with several. */
export function QueuePane({ ctx, queue, pace, hrefOf }: QueuePaneProps) {
  const { query, rows, page, pages, total, firstPlace, choosable, suggestions } = queue;
  const choices = listQueueChoices(ctx);
  const visits = mayDo(ctx, 'milestone.reopen') ? countWaitingProposals(ctx) : 0;
  return (
    <section className="queue" aria-labelledby="queue-title">
      <QueueHead queue={queue} pace={pace} choices={choices} visits={visits} />
      {rows.length === 0 ? (
        <EmptyState
          tone={queue.inReach === 0 ? 'ok' : 'plain'}
          title={queue.inReach === 0 ? REVIEW.emptyTitle : QUEUE.nothingFound}
          actions={queue.inReach > 0 && <a href="/review">{QUEUE.clear}</a>}
        >
          {queue.inReach === 0
            ? REVIEW.emptyText
            : suggestions.length > 0 && (
                <>
                  {QUEUE.didYouMean}{' '}
                  {suggestions.map(({ code, name }) => (
                    <a key={code} href={reviewHref({ ...query, q: name })}>
                      {name}
                    </a>
                  ))}
                </>
              )}
        </EmptyState>
      ) : (
        <form method="get" action="/review/several" className="queue-form">
          {[...new URLSearchParams(reviewPlace(query))].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="queue-scroll">
            <QueueList rows={rows} currentId={queue.currentId} hrefOf={(id) => hrefOf(id) ?? '/review'} />
            {pages > 1 && (
              <Pagination
                summary={rangeOf(firstPlace, firstPlace + rows.length - 1, total)}
                label={QUEUE.pages}
                previous={{ href: page > 1 ? reviewHref(query, { page: page - 1 }) : null, label: COMMON.previous }}
                next={{ href: page < pages ? reviewHref(query, { page: page + 1 }) : null, label: COMMON.next }}
              />
            )}
          </div>
          {choosable > 0 && (
            <ChosenClaims
              list={reviewPlace({ ...query, sort: 'waiting' })}
              shown={rows.filter(({ kind, obstacle }) => kind === 'claim' && obstacle === null).length}
              whole={{
                count: choosable > Math.min(rows.length, REVIEW_PAGE_SIZE) ? choosable : 0,
                href: reviewHref(query, { all: 1 }, '/review/several'),
              }}
            />
          )}
        </form>
      )}
    </section>
  );
}

interface QueueHeadProps {
  queue: ReviewQueue;
  pace: ReviewPace;
  choices: QueueChoices;
  /** Milestones that wait for a decision because a visit contradicts them. */
  visits: number;
}

function QueueHead({ queue, pace, choices, visits }: QueueHeadProps) {
  const { query, counts, total, inReach } = queue;
  const shownKinds = REVIEW_FILTERS.filter(
    (each) => each === 'all' || each === query.filter || (each !== 'requests' && counts[each] > 0),
  );
  return (
    <div className="queue-head">
      <h2 id="queue-title" tabIndex={-1}>
        {REVIEW.queue}
      </h2>
      <div className="queue-facts">
        <p className="small muted">
          {QUEUE.count(total, inReach)}، {QUEUE.order[query.sort]}
        </p>
        <PaceLine pace={pace} />
        {visits > 0 && (
          <p className="small">
            <a href="/inspections#waiting">{INSPECTIONS.waitingLink(visits)}</a>
          </p>
        )}
      </div>
      <Segmented
        label={REVIEW.kindsLabel}
        items={shownKinds.map((each: ReviewFilter) => ({
          href: reviewHref({ ...query, filter: each }),
          label: `${REVIEW.filters[each]} ${formatInteger(counts[each])}`,
          isCurrent: each === query.filter,
        }))}
      />
      <QueueFilter
        values={{ ...query, track: query.trackCode, district: query.districtCode }}
        tracks={choices.tracks}
        districts={choices.districts}
        active={activeFilters(query, choices)}
        clearHref={reviewHref({ ...WHOLE_QUEUE, filter: query.filter, sort: query.sort })}
      />
    </div>
  );
}

/** The reviewers' own three figures; each leads to where it comes from. */
function PaceLine({ pace }: { pace: ReviewPace }) {
  const { waiting, rate, weeks } = pace;
  const [before, now] = weeks.slice(-2);
  return (
    <p className="small muted pace-line">
      <a className="plain" href="/review/pace#waiting">
        {waiting.medianDays === null ? QUEUE.nothingWaits : QUEUE.median(waiting.medianDays)}
      </a>
      {rate.ratio !== null && (
        <a className="plain" href="/review/pace#returns">
          {QUEUE.returnRate(rate.ratio)}
        </a>
      )}
      <a className="plain" href="/review/pace#weeks">
        {now && now.startOn !== now.endOn
          ? QUEUE.weekDecisions(now.decided)
          : QUEUE.lastWeekDecisions(before?.decided ?? 0)}
      </a>
    </p>
  );
}

/** Every filter in force as words, with the address of the list without it. */
export function activeFilters(
  query: ReviewQuery,
  { tracks, districts }: QueueChoices,
): { label: string; dropHref: string }[] {
  const drop = (change: Partial<ReviewQuery>) => reviewHref({ ...query, ...change });
  const named = [
    query.q !== '' && { label: QUEUE.searched(query.q), dropHref: drop({ q: '' }) },
    query.trackCode !== null && {
      label: tracks.find(({ code }) => code === query.trackCode)?.title ?? query.trackCode,
      dropHref: drop({ trackCode: null }),
    },
    query.category !== null && { label: BODY_CATEGORY_LABELS[query.category], dropHref: drop({ category: null }) },
    query.districtCode !== null && {
      label: districts.find(({ code }) => code === query.districtCode)?.name ?? query.districtCode,
      dropHref: drop({ districtCode: null }),
    },
    query.waiting !== null && { label: QUEUE.bands[query.waiting], dropHref: drop({ waiting: null }) },
    query.evidence !== null && { label: EVIDENCE_KIND_LABELS[query.evidence], dropHref: drop({ evidence: null }) },
    query.due !== null && { label: QUEUE.dues[query.due], dropHref: drop({ due: null }) },
  ];
  return named.filter((each) => each !== false);
}
