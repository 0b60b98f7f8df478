import { BodiesFilter } from '@/components/bodies/bodies-filter';
import { ListConditions } from '@/components/bodies/list-conditions';
import { ListViews, type ListView } from '@/components/bodies/list-views';
import { NoBodies } from '@/components/bodies/no-bodies';
import { OwnViews } from '@/components/bodies/own-views';
import { PrintAtOnce } from '@/components/bodies/print-at-once';
import { Drawn } from '@/components/drawn';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Problem } from '@/components/ui/problem';
import { Pagination } from '@/components/ui/pagination';
import { formatLongDate } from '@/lib/format/dates';
import { BODIES } from '@/lib/messages/bodies';
import { BODY_LIST } from '@/lib/messages/body-list';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { PAPERS } from '@/lib/messages/papers';
import { PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import type { BodyList } from '@/lib/services/bodies';
import { bodyOrderText } from '@/lib/services/body-conditions';
import { bodyExportAddress, bodyListAddress, type BodyListQuery } from './body-list-query';
import { shownPage } from './draw-bodies';
import { conditionProps } from './list-props';

export interface BodiesViewProps {
  query: BodyListQuery;
  list: BodyList;
  views: readonly ListView[];
  /** Why the address could not be followed; the whole list stands in its place. */
  problem: string | null;
  /** The table, drawn as text. */
  drawnName: string;
  printsAtOnce: boolean;
}

/** Files of the list and its printing. On one page, the browser prints it; from a part of it, printing leads to all rows first. */
function Tools({ query, rowCount, isWhole }: { query: BodyListQuery; rowCount: number; isWhole: boolean }) {
  const whole = bodyListAddress({ ...query, page: 'all' });
  const help = BODY_LIST.exportHelp(rowCount);
  return (
    <div className="list-tools">
      {(['csv', 'xlsx'] as const).map((format) => (
        <LinkButton key={format} size="sm" href={bodyExportAddress(query, format)} title={help}>
          <Icon name="download" />
          {BODY_LIST[format]}
        </LinkButton>
      ))}
      {isWhole ? (
        <PrintButton label={BODY_LIST.print} />
      ) : (
        <LinkButton size="sm" href={`${whole}&print=1`} title={BODY_LIST.allRows(rowCount)}>
          <Icon name="print" />
          {BODY_LIST.print}
        </LinkButton>
      )}
    </div>
  );
}

function Pages({ query, rowCount }: { query: BodyListQuery; rowCount: number }) {
  const { page, pages, from, to } = shownPage(rowCount, query.page);
  if (pages === 1) return null;
  const hrefOf = (wanted: number | 'all') => bodyListAddress({ ...query, page: wanted });
  if (page === 'all') {
    return (
      <p className="pager">
        <span>{BODY_LIST.allRows(rowCount)}</span>
        <a href={hrefOf(1)}>{BODY_LIST.paged}</a>
      </p>
    );
  }
  return (
    <div className="list-pages">
      <Pagination
        summary={rangeOf(from + 1, to, rowCount)}
        label={BODIES.pageLabel}
        previous={{ href: page > 1 ? hrefOf(page - 1) : null, label: COMMON.previous }}
        next={{ href: page < pages ? hrefOf(page + 1) : null, label: COMMON.next }}
      />
      <a className="small" href={hrefOf('all')}>
        {BODY_LIST.onePage}
      </a>
    </div>
  );
}

/** The list of bodies: ready-made views, search and filters, how it is narrowed, the rows, and their files. */
export function BodiesView({ query, list, views, problem, drawnName, printsAtOnce }: BodiesViewProps) {
  const { scope, rows, total, pairs } = list;
  const { reference, tracks, asOf } = scope;
  const { pages, page } = shownPage(rows.length, query.page);
  const isWhole = pages === 1 || page === 'all';
  return (
    <div className="wrap page bodies" data-total-bodies={rows.length} data-total-pairs={pairs}>
      <div className="list-head">
        <div>
          <h1>{BODIES.title}</h1>
          <p className="take">
            {BODIES.found(rows.length, total)}.{' '}
            {query.status === null ? BODIES.listHint : `${BODIES.pairs(pairs, PAIR_STATUS_LABELS[query.status])}.`}
            <a className="no-print" href="/bodies/forms">
              {PAPERS.title}
            </a>
            <span className="print-only"> {BODIES.statusOn(formatLongDate(asOf))}.</span>
          </p>
        </div>
        {rows.length > 0 && <Tools query={query} rowCount={rows.length} isWhole={isWhole} />}
      </div>
      <Problem sentence={problem} />
      <div className="views-row">
        <ListViews views={views} />
        <OwnViews address={bodyListAddress({ ...query, page: 1 })} />
      </div>
      <BodiesFilter
        query={query}
        tracks={tracks}
        deadlines={[...new Set(tracks.map(({ deadlineOn }) => deadlineOn))].sort()}
        districts={reference.areas.filter(({ kind }) => kind === 'district')}
        programmes={reference.programmes}
        asOf={asOf}
      />
      <ListConditions
        {...conditionProps(query, scope)}
        orderText={bodyOrderText(query.sort, query.descending, scope)}
      />
      {rows.length === 0 ? (
        <NoBodies query={query.q} hasBodies={total > 0} suggestions={list.suggestions} />
      ) : (
        <>
          <Drawn id="bodies-list" name={drawnName} />
          <Pages query={query} rowCount={rows.length} />
          {printsAtOnce && isWhole && <PrintAtOnce />}
        </>
      )}
    </div>
  );
}
