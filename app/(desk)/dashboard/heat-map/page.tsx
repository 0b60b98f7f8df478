import type { Metadata } from 'next';
import { HeatTable } from '@/components/dashboard/heat-table';
import { progressHref } from '@/components/dashboard/links';
import { formatDayMonth } from '@/lib/format/dates';
import { BODIES } from '@/lib/messages/bodies';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getHeatMap } from '@/lib/services/heat-map';
import { resolveScope } from '@/lib/services/scope';
import { trackShortNames } from '@/lib/services/track-names';
import { parseProgressQuery, queryValue } from '@/lib/validation/progress';
import { heatTableProps } from '../heat-props';
import '../lists.css';

export const metadata: Metadata = { title: DASHBOARD.heatPageTitle };

export default async function HeatMapPage({ searchParams }: PageProps<'/dashboard/heat-map'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const isAll = queryValue(query, 'deadline') === 'all';
  const { map, scope } = readOrNotFound(() => {
    const params = parseProgressQuery(isAll ? { ...query, deadline: undefined } : query);
    return { map: getHeatMap(ctx, params), scope: resolveScope(ctx, params) };
  });
  const asOf = scope.asOf === scope.today ? null : scope.asOf;
  const names = trackShortNames(scope.reference);
  const tracks = scope.tracks.map(({ id, code, title }) => ({ code, shortTitle: names.get(id) ?? title }));
  return (
    <div className="wrap page">
      <p className="crumb">
        <a href={progressHref('/dashboard', { asOf })}>{DASHBOARD.title}</a>
      </p>
      <h1>{DASHBOARD.heatPageTitle}</h1>
      <p className="take">
        {BODIES.statusOn(formatDayMonth(scope.asOf))}. {DASHBOARD.heatPageTake}
      </p>
      <HeatTable {...heatTableProps(map, tracks, asOf)} />
    </div>
  );
}
