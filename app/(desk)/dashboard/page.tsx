import type { Metadata } from 'next';
import { ScopeBar } from '@/components/dashboard/scope-bar';
import { Note } from '@/components/ui/note';
import { isAppError } from '@/lib/errors';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { describeError } from '@/lib/messages/errors';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getDashboard, type DashboardParams } from '@/lib/services/dashboard';
import { mayDo, type ServiceContext } from '@/lib/services/service-context';
import { parseProgressQuery, queryDay, queryValue, type QueryParams } from '@/lib/validation/progress';
import { DashboardView } from './dashboard-view';
import './dashboard.css';

export const metadata: Metadata = { title: DASHBOARD.title };

function parse(query: QueryParams): DashboardParams {
  const allDeadlines = queryValue(query, 'deadline') === 'all';
  const parsed = parseProgressQuery(allDeadlines ? { ...query, deadline: undefined } : query);
  return { ...parsed, allDeadlines, since: queryDay(query, 'since') };
}

/** What the address asks for; where it asks for something that cannot be, today's figures and the reason. */
function read(ctx: ServiceContext, query: QueryParams) {
  try {
    const params = parse(query);
    return { params, view: getDashboard(ctx, params), problem: null };
  } catch (error) {
    if (!isAppError(error, 'invalid_input') && !isAppError(error, 'as_of_out_of_range')) throw error;
    return { params: {} as DashboardParams, view: getDashboard(ctx), problem: describeError(error).message };
  }
}

export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const { params, view, problem } = readOrNotFound(() => read(ctx, query));
  const address = {
    asOf: view.asOf === view.today ? null : view.asOf,
    since: params.since ?? null,
    programme: params.programme ?? null,
    deadline: params.allDeadlines ? ('all' as const) : (params.filter?.deadlineOn ?? null),
    track: params.filter?.trackCode ?? null,
    category: params.filter?.category ?? null,
    district: params.filter?.districtCode ?? null,
  };
  return (
    <>
      <ScopeBar
        path="/dashboard"
        asOf={view.asOf}
        today={view.today}
        startOn={view.programme.startOn}
        since={view.since}
        deadlines={view.deadlines}
        tracks={view.tracks}
        districts={view.districts}
        programmes={view.programmes}
        programme={view.programme.code}
        address={address}
        deadlineOn={view.filter.deadlineOn ?? null}
      />
      <main id="main" className="wrap">
        {problem !== null && <Note tone="bad" role="alert">{problem}</Note>}
        <DashboardView view={view} isReviewer={mayDo(ctx, 'review.read')} address={address} />
      </main>
    </>
  );
}
