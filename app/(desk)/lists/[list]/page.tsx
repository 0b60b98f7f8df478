import type { Metadata } from 'next';
import { bodyHref, progressHref } from '@/components/dashboard/links';
import { FilterChips } from '@/components/lists/filter-chips';
import { ListSearch } from '@/components/lists/list-search';
import { listFileHref, listHref } from '@/components/lists/list-href';
import { ListTable, type ListTableRow } from '@/components/lists/list-table';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Problem } from '@/components/ui/problem';
import { Pagination } from '@/components/ui/pagination';
import { PrintButton } from '@/components/milestones/print-button';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { LISTS } from '@/lib/messages/lists';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { getList, listNameOf, type List } from '@/lib/services/lists/get-list';
import { cellText } from '@/lib/services/lists/list';
import { mayDo, type ServiceContext } from '@/lib/services/service-context';
import { parseListQuery } from '@/lib/validation/lists';
import { listAddress, listChips } from './list-chips';
import './lists.css';

const PAGE_SIZE = 100;

export async function generateMetadata({ params }: PageProps<'/lists/[list]'>): Promise<Metadata> {
  const name = (await params).list;
  return { title: name in LISTS.titles ? LISTS.titles[name as keyof typeof LISTS.titles] : undefined };
}

function rowsOf(list: List, ctx: ServiceContext, from: number, to: number): ListTableRow[] {
  const linkDay = list.scope.asOf === list.scope.today ? null : list.scope.asOf;
  const mayDecide = list.name === 'waiting' && linkDay === null && mayDo(ctx, 'review.read');
  return list.rows.slice(from, to).map(({ key, body, milestone, eventId, cells }) => ({
    key,
    bodyHref: `${bodyHref(body.code, linkDay)}${milestone === null ? '' : `#${milestone.code}`}`,
    decideHref: !mayDecide
      ? null
      : eventId === null
        ? `/review/decide?${new URLSearchParams({ body: body.code, milestone: milestone?.code ?? '' }).toString()}`
        : `/review?item=${eventId}`,
    actor: milestone?.actor ?? 'body',
    cells,
    words: cells.map((cell, index) => cellText(list.heads[index]?.kind ?? 'text', cell)),
  }));
}

export default async function ListPage({ params, searchParams }: PageProps<'/lists/[list]'>) {
  const ctx = await getPageContext();
  const [{ list: text }, query] = [await params, await searchParams];
  const { list, problem } = readOrNotFound(() =>
    readOrExplain(query, (asked, reason) => ({
      list: getList(ctx, listNameOf(text), parseListQuery(asked)),
      problem: reason,
    })),
  );
  const { name, totals, rows } = list;
  const address = listAddress(list);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(list.query.page, pages);
  const [from, to] = [(page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, rows.length)];
  const hrefOf = (change: Partial<typeof address>) => listHref(name, { ...address, ...change });
  return (
    <div
      className="wrap page"
      data-total-rows={totals.rows}
      data-total-bodies={totals.bodies}
      data-total-pairs={totals.pairs}
    >
      <p className="crumb">
        <a
          href={progressHref('/dashboard', {
            ...address,
            status: null,
            sort: null,
            deadline: address.deadline ?? 'all',
          })}
        >
          {DASHBOARD.title}
        </a>
      </p>
      <h1>{LISTS.titles[name]}</h1>
      <Problem sentence={problem} />
      <p className="take">
        <b>{LISTS.found(rows.length, totals.rows, LISTS.units[name])}</b>
        {name !== 'silent' && name !== 'reporting' && ` ${LISTS.ofBodies(totals.bodies)}`}. {LISTS.rules[name]}
      </p>
      <FilterChips chips={listChips(list)} />
      <div className="list-tools no-print">
        <ListSearch path={`/lists/${name}`} address={address} q={list.query.q} />
        <span className="row" role="group" aria-label={LISTS.exportLabel}>
          <LinkButton size="sm" href={listFileHref(name, address, 'xlsx')}>
            {LISTS.xlsx}
          </LinkButton>
          <LinkButton size="sm" href={listFileHref(name, address, 'csv')}>
            {LISTS.csv}
          </LinkButton>
          <PrintButton label={LISTS.print} />
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState level={2} title={totals.rows === 0 ? LISTS.empty : LISTS.emptySearch} />
      ) : (
        <ListTable
          caption={LISTS.titles[name]}
          heads={list.heads}
          rows={rowsOf(list, ctx, from, to)}
          sort={list.query.sort}
          isDescending={list.query.descending}
          sortHref={(column) =>
            hrefOf({ sort: column, order: list.query.sort === column && !list.query.descending ? 'desc' : null })
          }
        />
      )}
      {pages > 1 && (
        <Pagination
          summary={rangeOf(from + 1, to, rows.length)}
          label={LISTS.pages}
          previous={{ href: page > 1 ? hrefOf({ page: page - 1 }) : null, label: COMMON.previous }}
          next={{ href: page < pages ? hrefOf({ page: page + 1 }) : null, label: COMMON.next }}
        />
      )}
    </div>
  );
}
