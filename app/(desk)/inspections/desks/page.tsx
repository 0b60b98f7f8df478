import type { Metadata } from 'next';
import { DesksTable, type DeskColumn } from '@/components/desk-checks/desks-table';
import { InspectionNav } from '@/components/inspections/inspection-nav';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { Note } from '@/components/ui/note';
import { Problem } from '@/components/ui/problem';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { DESK_STATES, DESKS } from '@/lib/messages/desk-checks';
import { LISTS } from '@/lib/messages/lists';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { listDesks, type DeskList } from '@/lib/services/desk-checks/desk-list';
import { parseDeskListQuery } from '@/lib/validation/desk-checks';
import { desksHref } from './desks-href';
import '@/components/desk-checks/desk-checks.css';

export const metadata: Metadata = { title: DESKS.title };

/** Electronic desks as they were last seen. */
export default async function DesksPage({ searchParams }: PageProps<'/inspections/desks'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const { list, problem } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({ list: listDesks(ctx, parseDeskListQuery(query)), problem: reason })),
  );
  const { query, rows, total, isOn } = list;
  const hrefOf = (sort: DeskColumn) =>
    desksHref(query, { sort, order: query.sort === sort && query.order === 'asc' ? 'desc' : 'asc' });
  return (
    <div className="wrap page desk-page" data-total-bodies={rows.length}>
      <InspectionNav current="/inspections/desks" />
      <h1>{DESKS.title}</h1>
      <Problem sentence={problem} />
      <p className="take">{DESKS.take}</p>
      {!isOn && (
        <Note tone="warn">
          {DESKS.isOff}{' '}
          {list.maySetUp ? <a href="/admin/desk-checks">{DESKS.settingsLink}</a> : <span>{DESKS.turnOn}</span>}
        </Note>
      )}
      <Filter list={list} />
      <div className="row mb-4">
        <span className="muted">{DESKS.found(rows.length, total)}</span>
        {rows.length > 0 && (
          <span className="row no-print">
            <LinkButton size="sm" href={desksHref(query, {}, 'xlsx')}>
              {LISTS.xlsx}
            </LinkButton>
            <LinkButton size="sm" href={desksHref(query, {}, 'csv')}>
              {LISTS.csv}
            </LinkButton>
            <PrintButton label={LISTS.print} />
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={DESKS.none}
          actions={total > 0 && <LinkButton href="/inspections/desks">{DESKS.clear}</LinkButton>}
        >
          {total > 0 ? DESKS.noneText : DESKS.emptyText}
        </EmptyState>
      ) : (
        <DesksTable
          rows={rows.map(({ body, districtName, ...row }) => ({
            ...row,
            code: body.code,
            name: body.name,
            place: `${BODY_CATEGORY_LABELS[body.category]}، ${districtName}`,
          }))}
          sorting={{ sort: query.sort, isDescending: query.order === 'desc', hrefOf }}
        />
      )}
    </div>
  );
}

function Filter({ list: { query, districts } }: { list: DeskList }) {
  return (
    <form method="get" action="/inspections/desks" role="search" aria-label={DESKS.filter} className="no-print">
      {query.sort !== 'name' && <input type="hidden" name="sort" value={query.sort} />}
      {query.order !== 'asc' && <input type="hidden" name="order" value={query.order} />}
      <div className="desk-filter">
        <label>
          <span>{DESKS.search}</span>
          <input className="input" type="search" name="q" defaultValue={query.q} autoComplete="off" />
        </label>
        <FilterSelect
          name="state"
          label={DESKS.state}
          value={query.state}
          options={DESK_STATES.map((state) => [state, DESKS.states[state]])}
        />
        <FilterSelect
          name="category"
          label={DESKS.category}
          value={query.category}
          options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
        />
        <FilterSelect
          name="district"
          label={DESKS.district}
          value={query.district}
          options={districts.map(({ code, name }) => [code, name])}
        />
        <button className="btn" type="submit">
          {DESKS.show}
        </button>
      </div>
    </form>
  );
}
