import type { Metadata } from 'next';
import { AsOfField } from '@/components/indicators/as-of-field';
import { IndicatorBodies } from '@/components/indicators/bodies-table';
import { FiguresTable, type FiguresRow } from '@/components/indicators/figures-table';
import { outcomeHref } from '@/components/indicators/outcome-address';
import { BodySearch, OutcomeFilter } from '@/components/indicators/outcome-filter';
import { OutcomeNav } from '@/components/indicators/outcome-nav';
import { TrendCharts } from '@/components/indicators/trend-charts';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { Pagination } from '@/components/ui/pagination';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { type BodyCategory } from '@/lib/domain/vocabulary';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { INDICATORS } from '@/lib/messages/indicators';
import { LISTS } from '@/lib/messages/lists';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import {
  getIndicators,
  type ChosenIndicator,
  type IndicatorFigures,
  type IndicatorsView,
} from '@/lib/services/indicators';
import { parseIndicatorsQuery, type IndicatorsQuery } from '@/lib/validation/indicators';
import '@/components/indicators/indicators.css';

export const metadata: Metadata = { title: INDICATORS.title };

const PAGE_SIZE = 50;

/** Address of the indicators as the query says, but for what is changed; another question begins at its first page. */
function hrefOf(query: IndicatorsQuery, change: Partial<IndicatorsQuery>): string {
  return outcomeHref('/indicators', { ...query, page: 1, ...change }, { sort: 'name', order: 'asc', page: 1 });
}

/** Outcome indicators of a month: all of them, and of a chosen one the groups and bodies behind its mean. */
export default async function IndicatorsPage({ searchParams }: PageProps<'/indicators'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const { view, problem } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({
      view: getIndicators(ctx, parseIndicatorsQuery(query)),
      problem: reason,
    })),
  );
  const { query, month, baselineMonth, lines, chosen } = view;
  if (month === null || baselineMonth === null) {
    return (
      <div className="wrap page">
        <OutcomeNav current="/indicators" />
        <EmptyState level={1} title={INDICATORS.noMonth}>
          {INDICATORS.noMonthText}
        </EmptyState>
      </div>
    );
  }
  const fileHref = (format: string) =>
    outcomeHref('/indicators/export', { ...query, month, page: null, format }, { sort: 'name', order: 'asc' });
  const isEmpty = lines.every(({ mean }) => mean === null);
  const rows = lines.map(({ indicator, ...figures }): FiguresRow => ({
    ...figures,
    key: indicator.code,
    label: indicator.title,
    direction: INDICATORS.directions[indicator.direction],
    unit: indicator.unit,
    href: hrefOf(query, { indicator: indicator.code, given: null }),
    givenHref: hrefOf(query, { indicator: indicator.code, given: 'yes', q: '' }),
  }));
  return (
    <div className="wrap page" data-total-bodies={chosen?.bodies.length}>
      <OutcomeNav current="/indicators" />
      <h1>{INDICATORS.heading(month)}</h1>
      <Problem sentence={problem} />
      <p className="take">
        {INDICATORS.take} {view.asOf !== view.today && INDICATORS.knownOn(view.asOf)}
      </p>
      <Filter view={view} />
      {lines.length > 0 && (
        <p className="row no-print mb-4">
          <LinkButton size="sm" href={fileHref('xlsx')}>
            {LISTS.xlsx}
          </LinkButton>
          <LinkButton size="sm" href={fileHref('csv')}>
            {LISTS.csv}
          </LinkButton>
          <PrintButton label={LISTS.print} />
          {view.mayImport && (
            <LinkButton size="sm" href="/indicators/import">
              {INDICATORS.importLink}
            </LinkButton>
          )}
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState title={INDICATORS.noIndicators}>{INDICATORS.noIndicatorsText}</EmptyState>
      ) : chosen === null ? (
        <>
          {isEmpty && <EmptyState title={INDICATORS.nothingYet}>{INDICATORS.nothingYetText}</EmptyState>}
          <Section id="all" title={INDICATORS.all} take={INDICATORS.meanRule}>
            <FiguresTable
              caption={INDICATORS.all}
              head={INDICATORS.indicator}
              rows={rows}
              baselineMonth={baselineMonth}
              isBaselineMonth={month === baselineMonth}
            />
          </Section>
        </>
      ) : (
        <Chosen view={view} />
      )}
    </div>
  );
}

function Filter({ view: { query, months, month, districts, lines, asOf, today } }: { view: IndicatorsView }) {
  return (
    <OutcomeFilter
      action="/indicators"
      label={INDICATORS.filter}
      kept={{ programme: query.programme }}
      months={months}
      month={month}
      first={
        <FilterSelect
          name="indicator"
          label={INDICATORS.indicator}
          value={query.indicator}
          options={lines.map(({ indicator }) => [indicator.code, indicator.title])}
        />
      }
      bodies={{ category: query.category, district: query.district, districts }}
    >
      {query.indicator !== null && (
        <>
          <FilterSelect
            name="given"
            label={INDICATORS.given}
            value={query.given}
            options={[
              ['yes', INDICATORS.givenChoices.yes],
              ['no', INDICATORS.givenChoices.no],
            ]}
          />
          <BodySearch value={query.q} />
        </>
      )}
      <AsOfField asOf={asOf} today={today} />
    </OutcomeFilter>
  );
}

/** One indicator: as a whole, by category and district, and its bodies. */
function Chosen({ view }: { view: IndicatorsView }) {
  const { query, month, baselineMonth, chosen, districts } = view;
  if (chosen === null || month === null || baselineMonth === null) return null;
  const { indicator } = chosen;
  const districtName = (code: string) => districts.find((area) => area.code === code)?.name ?? code;
  const rowOf = (
    key: string,
    label: string,
    figures: IndicatorFigures,
    filter: Partial<IndicatorsQuery>,
  ): FiguresRow => ({
    ...figures,
    key,
    label,
    unit: indicator.unit,
    href: key === 'total' ? null : hrefOf(query, { ...filter, given: null }),
    givenHref: hrefOf(query, { ...filter, given: 'yes', q: '' }),
  });
  const total = rowOf('total', INDICATORS.everyBody, chosen, {});
  const table = { baselineMonth, isBaselineMonth: month === baselineMonth };
  const byCategory = chosen.byCategory.map(({ key, ...figures }) =>
    rowOf(key, BODY_CATEGORY_LABELS[key as BodyCategory], figures, { category: key as BodyCategory }),
  );
  const byDistrict = chosen.byDistrict.map(({ key, ...figures }) =>
    rowOf(key, districtName(key), figures, { district: key }),
  );
  return (
    <>
      <p className="crumb">
        <a href={hrefOf(query, { indicator: null, given: null, q: '', sort: 'name', order: 'asc' })}>
          {INDICATORS.all}
        </a>
      </p>
      <Section
        id="by-category"
        title={indicator.title}
        take={
          <>
            {INDICATORS.formula}: {indicator.formula} ({INDICATORS.directions[indicator.direction]}).{' '}
            {INDICATORS.meanRule}
          </>
        }
      >
        <FiguresTable
          caption={INDICATORS.byCategory}
          head={INDICATORS.category}
          rows={[total, ...byCategory]}
          {...table}
        />
      </Section>
      <Section id="trend" title={INDICATORS.trendTitle} take={INDICATORS.trendTake}>
        <TrendCharts groups={[total, ...byCategory, ...byDistrict]} />
      </Section>
      <Section id="by-district" title={INDICATORS.byDistrict}>
        <FiguresTable caption={INDICATORS.byDistrict} head={INDICATORS.district} rows={byDistrict} {...table} />
      </Section>
      <Section id="bodies" title={INDICATORS.bodies}>
        {chosen.bodies.length === 0 ? (
          <EmptyState level={3} title={INDICATORS.noneFound} />
        ) : (
          <Bodies view={view} chosen={chosen} />
        )}
      </Section>
    </>
  );
}

/** One page of the bodies behind the number. */
function Bodies({ view, chosen }: { view: IndicatorsView; chosen: ChosenIndicator }) {
  const { query, month, districts } = view;
  const { bodies, indicator } = chosen;
  const pages = Math.ceil(bodies.length / PAGE_SIZE);
  const page = Math.min(query.page, pages);
  const [from, to] = [(page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, bodies.length)];
  const districtName = (code: string) => districts.find((area) => area.code === code)?.name ?? code;
  return (
    <>
      <IndicatorBodies
        caption={`${indicator.title} (${indicator.unit})`}
        sort={query.sort}
        isDescending={query.order === 'desc'}
        sortHref={(sort) =>
          hrefOf(query, { sort, order: query.sort === sort && query.order === 'asc' ? 'desc' : 'asc' })
        }
        rows={bodies.slice(from, to).map(({ body, reading, before, mayRecord }) => ({
          code: body.code,
          name: body.name,
          place: `${BODY_CATEGORY_LABELS[body.category]}، ${districtName(body.districtCode)}`,
          reading,
          before,
          recordHref:
            mayRecord && month !== null
              ? `/my/indicators?${new URLSearchParams({ body: body.code, month }).toString()}`
              : null,
        }))}
      />
      {pages > 1 && (
        <Pagination
          summary={rangeOf(from + 1, to, bodies.length)}
          label={INDICATORS.pages}
          previous={{ href: page > 1 ? `${hrefOf(query, { page: page - 1 })}#bodies` : null, label: COMMON.previous }}
          next={{ href: page < pages ? `${hrefOf(query, { page: page + 1 })}#bodies` : null, label: COMMON.next }}
        />
      )}
    </>
  );
}
