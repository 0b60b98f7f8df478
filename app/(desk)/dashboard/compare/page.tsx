import type { Metadata } from 'next';
import { FiguresTable } from '@/components/comparison/figures-table';
import { FlowTable } from '@/components/comparison/flow-table';
import { MoveList } from '@/components/comparison/move-list';
import { addressDay, progressHref } from '@/components/dashboard/links';
import { ScopeBar } from '@/components/dashboard/scope-bar';
import { listHref } from '@/components/lists/list-href';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { formatDayMonth } from '@/lib/format/dates';
import { COMPARISON } from '@/lib/messages/comparison';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { getComparison } from '@/lib/services/comparison';
import type { ServiceContext } from '@/lib/services/service-context';
import { parseProgressQuery, queryDay, queryValue, type QueryParams } from '@/lib/validation/progress';
import { scopeAddress, scopeBarProps } from '../scope-props';
import { moveLists } from './move-lists';
import '@/components/dashboard/scope-bar.css';
import '../lists.css';
import '../tracks.css';
import './compare.css';

export const metadata: Metadata = { title: COMPARISON.title };

function read(ctx: ServiceContext, asked: QueryParams) {
  return readOrExplain(asked, (query, problem) => {
    const isAll = queryValue(query, 'deadline') === 'all';
    const params = parseProgressQuery(isAll ? { ...query, deadline: undefined } : query);
    return { comparison: getComparison(ctx, { ...params, since: queryDay(query, 'since') }), problem };
  });
}

export default async function ComparePage({ searchParams }: PageProps<'/dashboard/compare'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const { comparison, problem } = readOrNotFound(() => read(ctx, query));
  const { scope, since, total } = comparison;
  const address = { ...scopeAddress(scope, queryValue(query, 'programme')), since };
  const [fromDay, toDay] = [formatDayMonth(since), formatDayMonth(scope.asOf)];
  const lists = moveLists(comparison, address);
  return (
    <>
      <ScopeBar {...scopeBarProps(ctx, scope, '/dashboard/compare', address)} since={since} />
      <div className="wrap page" data-since={addressDay(since)}>
        <p className="crumb">
          <a href={progressHref('/dashboard', { ...address, deadline: address.deadline ?? 'all' })}>
            {DASHBOARD.title}
          </a>
        </p>
        <h1>{COMPARISON.heading(fromDay, toDay)}</h1>
        <Problem sentence={problem} />
        <p className="take">
          {since === scope.asOf
            ? COMPARISON.sameDay
            : COMPARISON.take(
                total?.verified.before ?? null,
                total?.verified.after ?? null,
                lists.worse.total,
                lists.better.total,
              )}{' '}
          {COMPARISON.knownThen}
        </p>
        <Section id="figures" title={COMPARISON.figures} take={COMPARISON.figuresTake}>
          <FiguresTable
            parts={[
              { key: 'total', title: null, groups: total === null ? [] : [{ ...total, label: COMPARISON.total }] },
              { key: 'track', title: COMPARISON.byTrack, groups: comparison.byTrack },
              { key: 'category', title: COMPARISON.byCategory, groups: comparison.byCategory },
              { key: 'district', title: COMPARISON.byDistrict, groups: comparison.byDistrict },
            ]}
          />
        </Section>
        <Section id="flow" title={COMPARISON.flow} take={COMPARISON.flowTake}>
          <FlowTable
            flows={comparison.flows}
            fromDay={fromDay}
            toDay={toDay}
            hrefs={{
              before: (status) => listHref('pairs', { ...address, asOf: since, since: null, status }),
              left: (status) => listHref('moves', { ...address, from: status }),
              entered: (status) => listHref('moves', { ...address, to: status }),
              after: (status) => listHref('pairs', { ...address, since: null, status }),
            }}
          />
        </Section>
        <Section id="moves" title={COMPARISON.moves}>
          <div className="moves-w">
            <MoveList {...lists.worse} />
            <MoveList {...lists.better} />
            <MoveList {...lists.regressions} />
          </div>
        </Section>
      </div>
    </>
  );
}
