import type { Metadata } from 'next';
import { BodiesFilter } from '@/components/bodies/bodies-filter';
import { BodiesTable } from '@/components/bodies/bodies-table';
import { NoBodies } from '@/components/bodies/no-bodies';
import { Note } from '@/components/ui/note';
import { Pagination } from '@/components/ui/pagination';
import { isAppError } from '@/lib/errors';
import { formatDayMonth } from '@/lib/format/dates';
import { BODIES } from '@/lib/messages/bodies';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { describeError } from '@/lib/messages/errors';
import { PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { listBodies } from '@/lib/services/bodies';
import type { Scope } from '@/lib/services/scope';
import type { ServiceContext } from '@/lib/services/service-context';
import { trackShortNames } from '@/lib/services/track-names';
import type { QueryParams } from '@/lib/validation/progress';
import { bodyListAddress, parseBodyList, type BodyListQuery } from './body-list-query';
import './bodies.css';

export const metadata: Metadata = { title: BODIES.title };

const PAGE_SIZE = 50;

function shortTracks({ reference, tracks }: Scope) {
  const names = trackShortNames(reference);
  return tracks.map(({ id, code, title }) => ({ code, title: names.get(id) ?? title }));
}

function read(ctx: ServiceContext, query: QueryParams) {
  try {
    const parsed = parseBodyList(query);
    return { parsed, list: listBodies(ctx, parsed), problem: null };
  } catch (error) {
    if (!isAppError(error, 'invalid_input') && !isAppError(error, 'as_of_out_of_range')) throw error;
    const parsed: BodyListQuery = parseBodyList({});
    return { parsed, list: listBodies(ctx, parsed), problem: describeError(error).message };
  }
}

export default async function BodiesPage({ searchParams }: PageProps<'/bodies'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const { parsed, list, problem } = readOrNotFound(() => read(ctx, query));
  const { scope, rows, total } = list;
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(parsed.page, pages);
  const shown = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const isToday = scope.asOf === scope.today;
  const hrefOf = (change: Partial<BodyListQuery>) => bodyListAddress({ ...parsed, page: 1, ...change });
  return (
    <div className="wrap page bodies">
      <h1>{BODIES.title}</h1>
      <p className="take">
        {BODIES.found(rows.length, total)}.{' '}
        {parsed.status === null ? BODIES.listHint : `${BODIES.pairs(list.pairs, PAIR_STATUS_LABELS[parsed.status])}.`}{' '}
        {!isToday && BODIES.statusOn(formatDayMonth(scope.asOf))}
      </p>
      {problem !== null && (
        <Note tone="bad" role="alert">
          {problem}
        </Note>
      )}
      <BodiesFilter
        query={parsed}
        tracks={scope.tracks}
        deadlines={[...new Set(scope.tracks.map(({ deadlineOn }) => deadlineOn))].sort()}
        districts={scope.reference.areas.filter(({ kind }) => kind === 'district')}
        asOf={scope.asOf}
        clearHref="/bodies"
        csvHref={`/api/v1${hrefOf({})}${hrefOf({}).includes('?') ? '&' : '?'}format=csv`}
        mayExport={ctx.actor.role !== 'liaison'}
      />
      {shown.length === 0 ? (
        <NoBodies query={parsed.q} hasBodies={total > 0} suggestions={list.suggestions} />
      ) : (
        <>
          <BodiesTable
            rows={shown}
            tracks={shortTracks(scope)}
            sort={parsed.sort}
            isDescending={parsed.descending}
            sortHref={(sort) =>
              hrefOf({ sort, descending: parsed.sort === sort ? !parsed.descending : sort === 'silence' })
            }
            linkDay={isToday ? null : scope.asOf}
          />
          {pages > 1 && (
            <Pagination
              summary={rangeOf((page - 1) * PAGE_SIZE + 1, Math.min(page * PAGE_SIZE, rows.length), rows.length)}
              label={BODIES.pageLabel}
              previous={{ href: page > 1 ? hrefOf({ page: page - 1 }) : null, label: COMMON.previous }}
              next={{ href: page < pages ? hrefOf({ page: page + 1 }) : null, label: COMMON.next }}
            />
          )}
        </>
      )}
    </div>
  );
}
