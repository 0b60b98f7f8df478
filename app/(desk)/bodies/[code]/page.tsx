import type { Metadata } from 'next';
import { HistoryList } from '@/components/bodies/history-list';
import { MilestoneTable } from '@/components/bodies/milestone-table';
import { RequestList } from '@/components/bodies/request-list';
import { TrackStrip } from '@/components/bodies/track-strip';
import { progressHref } from '@/components/dashboard/links';
import { ScopeBar } from '@/components/dashboard/scope-bar';
import { BODIES } from '@/lib/messages/bodies';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getBodyFile } from '@/lib/services/body-file';
import { mayDo } from '@/lib/services/service-context';
import { parseProgressQuery, queryCount, type QueryParams } from '@/lib/validation/progress';
import { BodyContact, BodyHead } from './body-head';
import { historyItems, requestItems } from './body-items';
import './body.css';
import '@/components/dashboard/scope-bar.css';

export const metadata: Metadata = { title: BODIES.body };

function parse(query: QueryParams) {
  const { asOf, programme } = parseProgressQuery(query);
  return { asOf, programme, before: queryCount(query, 'before') };
}

export default async function BodyPage({ params, searchParams }: PageProps<'/bodies/[code]'>) {
  const ctx = await getPageContext();
  const code = decodeURIComponent((await params).code);
  const query = await searchParams;
  const file = readOrNotFound(() => getBodyFile(ctx, code, parse(query)));
  const { card, history, olderBefore } = file;
  const { scope, body, tracks } = card;
  const path = `/bodies/${encodeURIComponent(body.code)}`;
  const asOf = scope.asOf === scope.today ? null : scope.asOf;
  const here = progressHref(path, { asOf });
  const mayReview = mayDo(ctx, 'review.read');
  const decideHref = mayReview
    ? (milestone: string) => `/review/decide?${new URLSearchParams({ body: body.code, milestone }).toString()}`
    : null;
  return (
    <>
      <ScopeBar
        path={path}
        asOf={scope.asOf}
        today={scope.today}
        startOn={scope.programme.startOn}
        deadlines={[]}
        tracks={[]}
        districts={[]}
        programmes={scope.reference.programmes}
        programme={scope.programme.code}
        address={{ asOf }}
        deadlineOn={null}
      />
      <div className="wrap">
        <BodyHead card={card} listHref={ctx.actor.role === 'liaison' ? '/my' : progressHref('/bodies', { asOf })} />
        <TrackStrip tracks={tracks} />
        <div className="two">
          <div>
            {tracks.map(({ figures, isRealDesk }) => (
              <MilestoneTable
                key={figures.pair.track.code}
                figures={figures}
                asOf={scope.asOf}
                evidence={file.evidence}
                isRealDesk={isRealDesk}
                decideHref={decideHref}
              />
            ))}
          </div>
          <aside className="side">
            <RequestList items={requestItems(file, mayDo(ctx, 'request.answer'))} asOf={scope.asOf} />
            <HistoryList
              items={historyItems(history, scope)}
              asOf={scope.asOf}
              olderHref={
                olderBefore === null ? null : `${here}${here.includes('?') ? '&' : '?'}before=${olderBefore}#history`
              }
              newestHref={queryCount(query, 'before') === null ? null : `${here}#history`}
            />
            <BodyContact card={card} />
          </aside>
        </div>
      </div>
    </>
  );
}
