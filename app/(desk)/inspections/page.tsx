import type { Metadata } from 'next';
import { addressDay } from '@/components/dashboard/links';
import { InspectionNav } from '@/components/inspections/inspection-nav';
import { VisitsTable } from '@/components/inspections/visits-table';
import { WaitingProposals } from '@/components/inspections/waiting-proposals';
import { WaitingVisits } from '@/components/inspections/waiting-visits';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { Pagination } from '@/components/ui/pagination';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { formatJalaliInput } from '@/lib/format/dates';
import { INSPECTION_NAV, INSPECTIONS } from '@/lib/messages/inspections';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { listVisits, mayRecordVisits, VISITS_A_PAGE, type VisitList } from '@/lib/services/inspection-list';
import { mayDo } from '@/lib/services/service-context';
import { parseVisitsQuery } from '@/lib/validation/inspections';
import { visitsHref } from './visits-address';
import '@/components/inspections/inspections.css';

export const metadata: Metadata = { title: INSPECTIONS.title };

/** The visits of the county, and what waits for the deputy because of them. */
export default async function InspectionsPage({ searchParams }: PageProps<'/inspections'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const { list, problem } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({ list: listVisits(ctx, parseVisitsQuery(query)), problem: reason })),
  );
  const { query, rows, total, waiting, asOf, today } = list;
  const from = (query.page - 1) * VISITS_A_PAGE;
  const shown = rows.slice(from, from + VISITS_A_PAGE);
  const mayRecord = mayRecordVisits(ctx);
  return (
    <div className="wrap page" data-total-rows={rows.length}>
      <InspectionNav current="/inspections" />
      <h1>{INSPECTIONS.title}</h1>
      <Problem sentence={problem} />
      <p className="take">
        {INSPECTIONS.take} {asOf !== today && INSPECTIONS.asOf(asOf)}
      </p>
      {mayRecord && <WaitingVisits userId={ctx.actor.id} />}
      <Section
        id="waiting"
        title={INSPECTIONS.waiting}
        take={waiting.length === 0 ? INSPECTIONS.nothingWaiting : INSPECTIONS.waitingTake}
      >
        {waiting.length > 0 && (
          <WaitingProposals
            rows={waiting.map(({ inspection, body, milestone, items }) => ({
              inspectionId: inspection.id,
              number: inspection.number,
              year: inspection.year,
              visitedOn: inspection.visitedOn,
              bodyCode: body.code,
              bodyName: body.name,
              milestoneCode: milestone.code,
              position: milestone.position,
              milestoneTitle: milestone.shortTitle,
              items,
            }))}
            mayDecide={mayDo(ctx, 'milestone.reopen')}
          />
        )}
      </Section>
      <Section id="visits" title={INSPECTION_NAV.visits}>
        <Filter list={list} />
        <p className="row no-print mb-4">
          {mayRecord && (
            <LinkButton size="sm" variant="primary" href="/inspections/new">
              {INSPECTIONS.newVisit}
            </LinkButton>
          )}
          {(['xlsx', 'csv'] as const).map((format) => (
            <LinkButton key={format} size="sm" href={visitsHref(query, { page: 1 }, '/inspections/export', { format })}>
              {INSPECTIONS[format]}
            </LinkButton>
          ))}
          <PrintButton label={INSPECTIONS.print} />
        </p>
        {shown.length === 0 ? (
          <EmptyState title={total === 0 ? INSPECTIONS.none : INSPECTIONS.noneFound}>
            {total === 0 ? (
              <>
                {INSPECTIONS.noneText} <a href="/inspections/plan">{INSPECTIONS.toPlan}</a>
              </>
            ) : (
              <a href="/inspections">{INSPECTIONS.clear}</a>
            )}
          </EmptyState>
        ) : (
          <>
            <VisitsTable
              caption={INSPECTIONS.title}
              rows={shown.map(({ inspection, body, districtName, percent, openProposals }) => ({
                id: inspection.id,
                number: inspection.number,
                year: inspection.year,
                visitedOn: inspection.visitedOn,
                isAnnounced: inspection.isAnnounced,
                isReal: inspection.isReal,
                bodyCode: body.code,
                bodyName: body.name,
                place: `${BODY_CATEGORY_LABELS[body.category]}، ${districtName}`,
                percent,
                openProposals,
              }))}
              sorting={{
                sort: query.sort,
                isDescending: query.order === 'desc',
                hrefOf: (sort) =>
                  visitsHref(query, {
                    sort,
                    order: query.sort === sort && query.order === 'asc' ? 'desc' : 'asc',
                    page: 1,
                  }),
              }}
            />
            {rows.length > VISITS_A_PAGE && (
              <Pagination
                label={INSPECTIONS.pages}
                summary={INSPECTIONS.range(from + 1, from + shown.length, rows.length)}
                previous={{
                  href: query.page > 1 ? visitsHref(query, { page: query.page - 1 }) : null,
                  label: INSPECTIONS.previous,
                }}
                next={{
                  href: from + shown.length < rows.length ? visitsHref(query, { page: query.page + 1 }) : null,
                  label: INSPECTIONS.next,
                }}
              />
            )}
          </>
        )}
      </Section>
    </div>
  );
}

function Filter({ list: { query, districts, asOf, today } }: { list: VisitList }) {
  return (
    <form method="get" action="/inspections" role="search" aria-label={INSPECTIONS.filter} className="no-print">
      {asOf !== today && <input type="hidden" name="asOf" value={addressDay(asOf)} />}
      <div className="visit-filter">
        <label>
          <span>{INSPECTIONS.search}</span>
          <input className="input" type="search" name="q" defaultValue={query.q} autoComplete="off" />
        </label>
        <FilterSelect
          name="district"
          label={INSPECTIONS.district}
          value={query.district}
          options={districts.map(({ code, name }) => [code, name])}
        />
        <FilterSelect
          name="category"
          label={INSPECTIONS.category}
          value={query.category}
          options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
        />
        <FilterSelect
          name="result"
          label={INSPECTIONS.result}
          value={query.result}
          options={[
            ['real', INSPECTIONS.real],
            ['not_real', INSPECTIONS.notReal],
          ]}
        />
        <FilterSelect
          name="announced"
          label={INSPECTIONS.kind}
          value={query.announced}
          options={[
            ['no', INSPECTIONS.unannounced],
            ['yes', INSPECTIONS.announced],
          ]}
        />
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            <span>{INSPECTIONS[name]}</span>
            <input
              className="input"
              name={name}
              defaultValue={query[name] ? formatJalaliInput(query[name]) : ''}
              autoComplete="off"
            />
          </label>
        ))}
        <button className="btn" type="submit">
          {INSPECTIONS.show}
        </button>
      </div>
    </form>
  );
}
