import { HeatLegend, HeatTable } from '@/components/dashboard/heat-table';
import { progressHref } from '@/components/dashboard/links';
import { ScopeBar } from '@/components/dashboard/scope-bar';
import { CountLink } from '@/components/ui/count-link';
import { listHref } from '@/components/lists/list-href';
import { Problem } from '@/components/ui/problem';
import { staticMarkup } from '@/components/static-markup';
import { formatDayMonth } from '@/lib/format/dates';
import { readOrExplain } from '@/lib/page-context';
import { BODIES } from '@/lib/messages/bodies';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { getHeatMap, type HeatMap } from '@/lib/services/heat-map';
import { resolveScope } from '@/lib/services/scope';
import type { ServiceContext } from '@/lib/services/service-context';
import { trackShortNames } from '@/lib/services/track-names';
import { parseProgressQuery, queryValue, type QueryParams } from '@/lib/validation/progress';
import { heatTableProps } from '../heat-props';
import { scopeAddress, scopeBarProps } from '../scope-props';

function countCells({ rows }: HeatMap) {
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
  const count = (matches: (cell: (typeof cells)[number]) => boolean) => cells.filter(matches).length;
  return {
    cells: cells.length,
    verified: count(({ state }) => state === 'verified'),
    claimed: count(({ state }) => state === 'claimed'),
    blocked: count(({ state }) => state === 'blocked'),
    late: count(({ daysLate }) => daysLate > 0),
  };
}

/** The whole map as text, with its filters: a page of its own, since its thousands of cells would slow down any other. */
export function heatMapMarkup(ctx: ServiceContext, query: QueryParams): string {
  return readOrExplain(query, (asked, problem) => draw(ctx, asked, problem));
}

function draw(ctx: ServiceContext, query: QueryParams, problem: string | null): string {
  const isAll = queryValue(query, 'deadline') === 'all';
  const params = parseProgressQuery(isAll ? { ...query, deadline: undefined } : query);
  const scope = resolveScope(ctx, params);
  const map = getHeatMap(ctx, params);
  const address = scopeAddress(scope, params.programme);
  const { asOf } = address;
  const names = trackShortNames(scope.reference);
  const tracks = scope.tracks.map(({ id, code, title }) => ({ code, shortTitle: names.get(id) ?? title }));
  const counts = countCells(map);
  return staticMarkup(
    <>
      <ScopeBar {...scopeBarProps(ctx, scope, '/dashboard/heat-map', address)} />
      <div className="wrap page heat-page" data-total-bodies={map.rows.length} data-total-rows={counts.cells}>
        <p className="crumb">
          <a href={progressHref('/dashboard', { ...address, deadline: address.deadline ?? 'all' })}>
            {DASHBOARD.title}
          </a>
        </p>
        <h1>{DASHBOARD.heatPageTitle}</h1>
        <Problem sentence={problem} />
        <p className="take">
          {BODIES.statusOn(formatDayMonth(scope.asOf))}.{' '}
          {DASHBOARD.heatCounts(
            map.rows.length,
            counts.late,
            counts.blocked,
            counts.claimed,
            counts.verified,
            counts.cells,
          )}{' '}
          {DASHBOARD.heatPageTake}{' '}
          <CountLink href={listHref('milestones', address)} count={counts.cells - exemptOf(map)} of="rows">
            {DASHBOARD.heatAsList}
          </CountLink>
        </p>
        <p className="small faint no-print">{DASHBOARD.heatKeys}</p>
        <HeatTable {...heatTableProps(map, tracks, asOf)} isTall />
        <HeatLegend />
      </div>
    </>,
  );
}

const exemptOf = ({ rows }: HeatMap) =>
  rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell?.state === 'exempt').length, 0);
