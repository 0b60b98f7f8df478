import { ScopeBar } from '@/components/dashboard/scope-bar';
import { staticMarkup } from '@/components/static-markup';
import { Problem } from '@/components/ui/problem';
import { readOrExplain } from '@/lib/page-context';
import { askDashboard, type Dashboard, type DashboardParams } from '@/lib/services/dashboard';
import { editionDays, type EditionDay } from '@/lib/services/edition-days';
import { mayDo, type ServiceContext } from '@/lib/services/service-context';
import { parseProgressQuery, queryDay, queryValue, type QueryParams } from '@/lib/validation/progress';
import { DashboardView } from './dashboard-view';

function parse(query: QueryParams): DashboardParams {
  const allDeadlines = queryValue(query, 'deadline') === 'all';
  const parsed = parseProgressQuery(allDeadlines ? { ...query, deadline: undefined } : query);
  return { ...parsed, allDeadlines, since: queryDay(query, 'since') };
}

function addressOf(view: Dashboard, params: DashboardParams) {
  return {
    asOf: view.asOf === view.today ? null : view.asOf,
    since: params.since ?? null,
    programme: params.programme ?? null,
    deadline: params.allDeadlines ? ('all' as const) : (params.filter?.deadlineOn ?? null),
    track: params.filter?.trackCode ?? null,
    category: params.filter?.category ?? null,
    district: params.filter?.districtCode ?? null,
  };
}

function DashboardPage(props: {
  view: Dashboard;
  params: DashboardParams;
  isReviewer: boolean;
  problem: string | null;
  editions: readonly EditionDay[];
}) {
  const { view, params, isReviewer, problem, editions } = props;
  const address = addressOf(view, params);
  return (
    <>
      <ScopeBar
        path="/dashboard"
        asOf={view.asOf}
        today={view.today}
        startOn={view.programme.startOn}
        since={view.since}
        editions={editions}
        deadlines={view.deadlines}
        tracks={view.tracks}
        districts={view.districts}
        programmes={view.programmes}
        programme={view.programme.code}
        address={address}
        deadlineOn={view.filter.deadlineOn ?? null}
      />
      <div className="wrap">
        <Problem sentence={problem} />
        <DashboardView view={view} isReviewer={isReviewer} address={address} />
      </div>
    </>
  );
}

function draw(ctx: ServiceContext, params: DashboardParams, problem: string | null): string {
  const question = askDashboard(ctx, params);
  const isReviewer = mayDo(ctx, 'review.read');
  // What the address says decides the links, beyond what it resolves to.
  const variant = JSON.stringify([isReviewer, params, problem]);
  return question.keep(variant, () => {
    const view = question.build();
    const editions = editionDays(ctx, view.programme.id);
    return staticMarkup(
      <DashboardPage view={view} params={params} isReviewer={isReviewer} problem={problem} editions={editions} />,
    );
  });
}

/**
 * The deputy's page as text, drawn once for the same question until something is recorded that may change it. Where the address asks for
 * something that cannot be, it is today's page with the reason.
 */
export function dashboardMarkup(ctx: ServiceContext, query: QueryParams): string {
  return readOrExplain(query, (asked, problem) => draw(ctx, parse(asked), problem));
}
