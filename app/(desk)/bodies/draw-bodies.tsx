import { BodiesTable } from '@/components/bodies/bodies-table';
import { staticMarkup } from '@/components/static-markup';
import { beginsWithLargest, type BodySort } from '@/lib/domain/body-columns';
import type { BodyList } from '@/lib/services/bodies';
import { shownTracks } from '@/lib/services/track-names';
import { bodyListAddress, type BodyListQuery } from './body-list-query';

export const PAGE_SIZE = 50;

export interface ShownPage {
  readonly page: number | 'all';
  readonly pages: number;
  readonly from: number;
  readonly to: number;
}

/** Which rows of a list are shown. A page beyond the last is the last. */
export function shownPage(rowCount: number, wanted: number | 'all'): ShownPage {
  const pages = Math.max(1, Math.ceil(rowCount / PAGE_SIZE));
  if (wanted === 'all') return { page: 'all', pages, from: 0, to: rowCount };
  const page = Math.min(wanted, pages);
  return { page, pages, from: (page - 1) * PAGE_SIZE, to: Math.min(page * PAGE_SIZE, rowCount) };
}

/** The table of the page as text: hundreds of bars that never change in the browser. */
export function drawBodies({ rows, scope }: BodyList, query: BodyListQuery): string {
  if (rows.length === 0) return '';
  const { from, to } = shownPage(rows.length, query.page);
  const turned = (sort: BodySort) => (query.sort === sort ? !query.descending : beginsWithLargest(sort));
  return staticMarkup(
    <BodiesTable
      rows={rows.slice(from, to)}
      columns={query.columns}
      tracks={shownTracks(scope, rows)}
      sort={query.sort}
      isDescending={query.descending}
      sortHref={(sort) =>
        bodyListAddress({ ...query, page: query.page === 'all' ? 'all' : 1, sort, descending: turned(sort) })
      }
      linkDay={scope.asOf === scope.today ? null : scope.asOf}
    />,
  );
}
