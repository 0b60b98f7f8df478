import type { Metadata } from 'next';
import { bodyHref } from '@/components/dashboard/links';
import { AsOfField } from '@/components/indicators/as-of-field';
import { DeedMark, DeedsChart } from '@/components/indicators/deeds-chart';
import { DeedsTable } from '@/components/indicators/deeds-table';
import { outcomeHref } from '@/components/indicators/outcome-address';
import { BodySearch, OutcomeFilter } from '@/components/indicators/outcome-filter';
import { OutcomeNav } from '@/components/indicators/outcome-nav';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { LinkedCount } from '@/components/ui/count-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { Pagination } from '@/components/ui/pagination';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { DEED_GROUPS } from '@/lib/domain/deeds';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { DEEDS } from '@/lib/messages/deeds';
import { LISTS } from '@/lib/messages/lists';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { getDeeds, type DeedsView } from '@/lib/services/deeds';
import { parseDeedsQuery, type DeedsQuery } from '@/lib/validation/deeds';
import '@/components/indicators/indicators.css';

export const metadata: Metadata = { title: DEEDS.title };

const PATH = '/indicators/deeds';
const PAGE_SIZE = 50;

const hrefOf = (query: DeedsQuery, change: Partial<DeedsQuery> = {}) =>
  outcomeHref(PATH, { ...query, page: 1, ...change }, { sort: 'group', order: 'asc', page: 1 });

/** Progress beside outcomes: whose desk is verified on paper, and whose clients are better off. */
export default async function DeedsPage({ searchParams }: PageProps<'/indicators/deeds'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const { view, problem } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({ view: getDeeds(ctx, parseDeedsQuery(query)), problem: reason })),
  );
  const { query, month, baselineMonth, counts } = view;
  if (month === null || baselineMonth === null) {
    return (
      <div className="wrap page">
        <OutcomeNav current={PATH} />
        <EmptyState level={1} title={DEEDS.noMonth}>
          {DEEDS.noMonthText}
        </EmptyState>
      </div>
    );
  }
  const fileHref = (format: string) =>
    outcomeHref(`${PATH}/export`, { ...query, month, page: null, format }, { sort: 'group', order: 'asc' });
  return (
    <div className="wrap page" data-total-bodies={view.rows.length}>
      <OutcomeNav current={PATH} />
      <h1>{DEEDS.heading(month, baselineMonth)}</h1>
      <Problem sentence={problem} />
      <p className="take">
        <b>{DEEDS.take(counts.paper_only, counts.paper_only + counts.verified_better)}</b>{' '}
        {view.asOf !== view.today && DEEDS.knownOn(view.asOf)}
      </p>
      <Filter view={view} />
      <p className="row no-print mb-4">
        <LinkButton size="sm" href={fileHref('xlsx')}>
          {LISTS.xlsx}
        </LinkButton>
        <LinkButton size="sm" href={fileHref('csv')}>
          {LISTS.csv}
        </LinkButton>
        <PrintButton label={LISTS.print} />
      </p>
      <div className="duo">
        <Section id="groups" title={DEEDS.groupsTitle}>
          <Groups view={view} />
        </Section>
        <Section id="chart" title={DEEDS.chart} take={DEEDS.chartSentence(view.judged.length, counts.paper_only)}>
          <DeedsChart
            dots={view.judged.flatMap(({ body, group, progress, outcome }) =>
              group === 'unjudged' || !outcome.isJudged
                ? []
                : [{ code: body.code, name: body.name, group, progress, gain: outcome.gain }],
            )}
          />
        </Section>
      </div>
      <Section
        id="bodies"
        title={query.group === null ? DEEDS.list : DEEDS.groups[query.group]}
        take={
          <>
            {DEEDS.found(view.rows.length)} {view.withoutDesk > 0 && DEEDS.withoutDesk(view.withoutDesk)}
          </>
        }
      >
        <Bodies view={view} />
      </Section>
      <Section id="rules" title={DEEDS.rulesTitle}>
        <ul className="list">
          {DEEDS.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** The groups with how many bodies are in each; the first is the one to ask about. */
function Groups({ view: { query, counts } }: { view: DeedsView }) {
  return (
    <Table caption={DEEDS.groupsTitle} className="deed-groups">
      <thead>
        <tr>
          <th scope="col">{DEEDS.group}</th>
          <th scope="col" className="n">
            {DEEDS.body}
          </th>
        </tr>
      </thead>
      <tbody>
        {DEED_GROUPS.map((group) => (
          <tr key={group} data-group={group}>
            <th scope="row">
              {group !== 'unjudged' && <DeedMark group={group} />} {DEEDS.groups[group]}
              <small>{DEEDS.groupNotes[group]}</small>
            </th>
            <td className="n">
              <LinkedCount
                count={counts[group]}
                of="bodies"
                href={`${hrefOf(query, { group, q: '' })}#bodies`}
                strong
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Bodies({ view }: { view: DeedsView }) {
  const { query, rows, indicators, districts, asOf, today } = view;
  if (rows.length === 0) return <EmptyState level={3} title={DEEDS.noneFound} />;
  const pages = Math.ceil(rows.length / PAGE_SIZE);
  const page = Math.min(query.page, pages);
  const [from, to] = [(page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, rows.length)];
  const district = (code: string) => districts.find((area) => area.code === code)?.name ?? code;
  return (
    <>
      <DeedsTable
        caption={DEEDS.list}
        sort={query.sort}
        isDescending={query.order === 'desc'}
        sortHref={(sort) =>
          hrefOf(query, { sort, order: query.sort === sort && query.order === 'asc' ? 'desc' : 'asc' })
        }
        rows={rows.slice(from, to).map(({ body, outcomes, ...row }) => ({
          ...row,
          code: body.code,
          name: body.name,
          href: bodyHref(body.code, asOf === today ? null : asOf),
          place: `${BODY_CATEGORY_LABELS[body.category]}، ${district(body.districtCode)}`,
          outcomes: outcomes.map((outcome, index) => ({ title: indicators[index]?.title ?? '', outcome })),
        }))}
      />
      {pages > 1 && (
        <Pagination
          summary={rangeOf(from + 1, to, rows.length)}
          label={LISTS.pages}
          previous={{ href: page > 1 ? `${hrefOf(query, { page: page - 1 })}#bodies` : null, label: COMMON.previous }}
          next={{ href: page < pages ? `${hrefOf(query, { page: page + 1 })}#bodies` : null, label: COMMON.next }}
        />
      )}
    </>
  );
}

function Filter({ view: { query, months, month, districts, choices, asOf, today } }: { view: DeedsView }) {
  return (
    <OutcomeFilter
      action={PATH}
      label={DEEDS.filter}
      kept={{ programme: query.programme }}
      months={months}
      month={month}
      first={
        <>
          <FilterSelect
            name="indicator"
            label={DEEDS.indicator}
            value={query.indicator}
            any={DEEDS.allIndicators}
            options={choices.map(({ code, title }) => [code, title])}
          />
          <FilterSelect
            name="group"
            label={DEEDS.group}
            value={query.group}
            any={DEEDS.all}
            options={DEED_GROUPS.map((group) => [group, DEEDS.groups[group]])}
          />
        </>
      }
      bodies={{ category: query.category, district: query.district, districts }}
    >
      <BodySearch value={query.q} />
      <AsOfField asOf={asOf} today={today} />
    </OutcomeFilter>
  );
}
