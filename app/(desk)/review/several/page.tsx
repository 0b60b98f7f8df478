import type { Metadata } from 'next';
import { ChosenRows } from '@/components/reviews/chosen-rows';
import { queueSubtitle } from '@/components/reviews/queue-list';
import { ReturnFields } from '@/components/reviews/return-fields';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { readDraft } from '@/lib/drafts';
import { formatDayMonth } from '@/lib/format/dates';
import { REVIEW } from '@/lib/messages/review';
import { QUEUE } from '@/lib/messages/review-queue';
import { SEVERAL } from '@/lib/messages/review-several';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getReturnReasons } from '@/lib/services/return-reasons';
import { gatherClaims, MOST_AT_ONCE, type Gathered } from '@/lib/services/review-several';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { parseReviewQuery, reviewHref, reviewPlace } from '@/lib/validation/review-query';
import { decideSeveral } from '../actions';
import { activeFilters } from '../queue-pane';
import { listQueueChoices } from '@/lib/services/review-queue';
import '../review.css';
import '../several.css';

export const metadata: Metadata = { title: SEVERAL.title };

/** The claims named in the address, as the boxes of the queue send them. */
function claimIdsOf(params: QueryParams): number[] {
  const sent = params['claims'];
  const values = typeof sent === 'string' ? [sent] : (sent ?? []);
  return values.flatMap((value) => (/^\d{1,12}(:\d{1,12})?$/.test(value) ? [Number(value.split(':')[0])] : []));
}

export default async function SeveralPage({ searchParams }: PageProps<'/review/several'>) {
  const ctx = await getPageContext();
  const params = await searchParams;
  const query = parseReviewQuery(params);
  const isWhole = queryValue(params, 'all') !== null;
  const gathered = readOrNotFound(() =>
    gatherClaims(ctx, isWhole ? { query } : { claimIds: claimIdsOf(params).slice(0, MOST_AT_ONCE) }),
  );
  const { reasons } = getReturnReasons(ctx);
  const filters = isWhole ? activeFilters(query, listQueueChoices(ctx)) : [];
  const draft = await readDraft('/review/several', 'several');
  const { rows, bodies } = gathered;
  const tracks = new Set(rows.map(({ track }) => track?.code ?? null));
  return (
    <div className="wrap page several-page" data-total-claims={rows.length} data-total-bodies={bodies}>
      <p className="crumb">
        <a href={reviewHref(query)}>{SEVERAL.back}</a>
      </p>
      <h1>{SEVERAL.question(rows.length, bodies)}</h1>
      {filters.length > 0 && (
        <p className="small muted">
          {QUEUE.filteredBy} {filters.map(({ label }) => label).join('، ')}
        </p>
      )}
      <LeftOut gathered={gathered} />
      {rows.length === 0 ? (
        <EmptyState title={SEVERAL.nothing} actions={<a href={reviewHref(query)}>{SEVERAL.back}</a>} />
      ) : (
        <ActionForm
          id="several"
          action={decideSeveral}
          initialState={draft}
          hidden={{ place: reviewPlace(query) }}
          className="several-form"
        >
          <p className="take">{SEVERAL.take}</p>
          <div className="several-acts">
            <SubmitButton name="do" value="verify">
              <Icon name="check" />
              {SEVERAL.verify}
            </SubmitButton>
            <details className="return" open={queryValue(params, 'do') === 'return' || draft.values !== undefined}>
              <summary className="btn danger">
                <Icon name="returned" />
                {SEVERAL.returnTitle}
              </summary>
              <div className="return-form form">
                <ReturnFields
                  reasons={reasons.filter(({ trackCode }) => trackCode === null || tracks.has(trackCode))}
                  today={ctx.clock.today()}
                  dueAfterReturnOn={null}
                />
                <div>
                  <SubmitButton variant="danger" name="do" value="return">
                    {SEVERAL.return}
                  </SubmitButton>
                </div>
              </div>
            </details>
          </div>
          <ChosenRows
            rows={rows.map((row) => ({
              value: `${row.eventId}:${row.lastEventId ?? ''}`,
              bodyName: row.body.name,
              step: queueSubtitle(row),
              wait: `${formatDayMonth(row.sinceOn)}، ${REVIEW.withUs(row.days)}`,
              href: reviewHref(query, { item: row.eventId }),
            }))}
          />
        </ActionForm>
      )}
    </div>
  );
}

/** What was chosen and is not part of the decision, and why. */
function LeftOut({ gathered }: { gathered: Gathered }) {
  const sentences = [
    ...gathered.obstacles.map(({ obstacle, count }) => SEVERAL.obstacles[obstacle](count)),
    ...(gathered.gone > 0 ? [SEVERAL.gone(gathered.gone)] : []),
    ...(gathered.beyond > 0 ? [SEVERAL.beyond(gathered.beyond, MOST_AT_ONCE)] : []),
  ];
  if (sentences.length === 0) return null;
  return (
    <Note tone="warn" role="note">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Note>
  );
}
