import type { Metadata } from 'next';
import { BodyCurve } from '@/components/bodies/body-curve';
import { MilestoneTable } from '@/components/bodies/milestone-table';
import { ReportingWeeks } from '@/components/bodies/reporting-weeks';
import { RequestList } from '@/components/bodies/request-list';
import { TrackStrip } from '@/components/bodies/track-strip';
import { progressHref } from '@/components/dashboard/links';
import { ScopeBar } from '@/components/dashboard/scope-bar';
import { BodyIndicators } from '@/components/indicators/body-indicators';
import { outcomeHref } from '@/components/indicators/outcome-address';
import { DeskSummary } from '@/components/desk-checks/desk-summary';
import { BodyVisits } from '@/components/inspections/body-visits';
import { BodyPromises } from '@/components/meeting/body-promises';
import { HISTORY_GROUPS } from '@/lib/domain/history-groups';
import { BODIES } from '@/lib/messages/bodies';
import { INDICATORS } from '@/lib/messages/indicators';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { getBodyFile } from '@/lib/services/body-file';
import { getDeskSummary } from '@/lib/services/desk-checks/desk-file';
import { mayBeWrittenTo } from '@/lib/services/letter-recipients';
import { visitsOfBody } from '@/lib/services/inspection-list';
import { listOpenDecisionsOf } from '@/lib/services/meeting';
import { resourceOf } from '@/lib/services/milestone-subject';
import { mayDo } from '@/lib/services/service-context';
import { parseProgressQuery, queryCount, queryValue, queryWord, type QueryParams } from '@/lib/validation/progress';
import { newVisitHref } from '../../inspections/visits-address';
import { BodyContact, BodyHead } from './body-head';
import { BodyHistory } from './body-history';
import { curveData, requestItems } from './body-items';
import './body.css';
import './body-side.css';
import '@/components/dashboard/scope-bar.css';
import '@/components/desk-checks/desk-checks.css';

export const metadata: Metadata = { title: BODIES.body };

function parse(query: QueryParams) {
  const { asOf, programme } = parseProgressQuery(query);
  return {
    asOf,
    programme,
    before: queryCount(query, 'before'),
    group: queryWord(query, 'kind', HISTORY_GROUPS),
    milestoneCode: queryValue(query, 'step'),
  };
}

export default async function BodyPage({ params, searchParams }: PageProps<'/bodies/[code]'>) {
  const ctx = await getPageContext();
  const code = plainSegment((await params).code);
  const query = await searchParams;
  const asked = parse(query);
  const file = readOrNotFound(() => getBodyFile(ctx, code, asked));
  const { card, punctuality } = file;
  const { scope, body, tracks } = card;
  const path = `/bodies/${encodeURIComponent(body.code)}`;
  const asOf = scope.asOf === scope.today ? null : scope.asOf;
  const decideHref = mayDo(ctx, 'review.read')
    ? (milestone: string) => `/review/decide?${new URLSearchParams({ body: body.code, milestone }).toString()}`
    : null;
  const curve = curveData(file);
  const desk = getDeskSummary(ctx, body, scope.asOf);
  const visits = visitsOfBody(ctx, body, scope.asOf, scope.programme.code);
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
      <div className="wrap body-page">
        <BodyHead
          file={file}
          listHref={ctx.actor.role === 'liaison' ? '/my' : progressHref('/bodies', { asOf })}
          entersPapers={mayDo(ctx, 'milestone.claim_on_behalf', resourceOf(body))}
          mayWrite={mayBeWrittenTo(
            ctx,
            body,
            tracks.map(({ figures }) => figures.status),
          )}
        />
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
            {file.indicators !== null && (
              <BodyIndicators
                month={file.indicators.month}
                baselineMonth={file.indicators.baselineMonth}
                rows={file.indicators.rows.map(({ indicator, ...row }) => ({
                  ...row,
                  code: indicator.code,
                  title: indicator.title,
                  unit: indicator.unit,
                  direction: INDICATORS.directions[indicator.direction],
                }))}
                deedsHref={
                  mayDo(ctx, 'indicator.read')
                    ? outcomeHref('/indicators/deeds', { asOf, programme: asked.programme, q: body.code })
                    : null
                }
              />
            )}
          </div>
          <aside className="side">
            {curve !== null && <BodyCurve data={curve} />}
            <BodyPromises
              rows={listOpenDecisionsOf(ctx, [body.code], { asOf: scope.asOf, programme: scope.programme.code })}
              asOf={scope.asOf}
              hasLinks={mayDo(ctx, 'meeting.read')}
              linkDay={asOf}
            />
            <BodyVisits
              rows={visits}
              newHref={
                asOf === null && mayDo(ctx, 'inspection.record', resourceOf(body)) ? newVisitHref(body.code) : null
              }
            />
            <RequestList items={requestItems(file, mayDo(ctx, 'request.answer'))} asOf={scope.asOf} />
            <ReportingWeeks {...punctuality} />
            {desk !== null && <DeskSummary bodyCode={body.code} {...desk} />}
            <BodyContact file={file} />
            <BodyHistory file={file} path={path} asOf={asOf} asked={asked} readsLetters={mayDo(ctx, 'letter.read')} />
          </aside>
        </div>
      </div>
    </>
  );
}
