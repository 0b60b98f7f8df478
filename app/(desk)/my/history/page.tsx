import type { Metadata } from 'next';
import { addressDay } from '@/components/dashboard/links';
import { OwnReports } from '@/components/history/own-reports';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { Problem } from '@/components/ui/problem';
import { formatJalaliInput } from '@/lib/format/dates';
import { LISTS } from '@/lib/messages/lists';
import { MY } from '@/lib/messages/my';
import { OWN_HISTORY } from '@/lib/messages/own-history';
import { EVENT_KIND_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { listOwnHistory, type OwnHistory } from '@/lib/services/own-history';
import { OWN_REPORT_KINDS, parseOwnHistoryQuery, type OwnHistoryQuery } from '@/lib/validation/own-history';
import '../my.css';
import './history.css';

export const metadata: Metadata = { title: OWN_HISTORY.title };

function hrefOf(path: string, query: OwnHistoryQuery, more: Readonly<Record<string, string>> = {}): string {
  const { body, kind, week, q } = query;
  const parts = { body, kind, week: week && addressDay(week), q, ...more };
  const text = new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Everything sent for the liaison's bodies, with its receipt and what became of it. */
export default async function OwnHistoryPage({ searchParams }: PageProps<'/my/history'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const { history, problem } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({
      history: listOwnHistory(ctx, parseOwnHistoryQuery(query)),
      problem: reason,
    })),
  );
  const { query, rows, bodies, weekFrom, weekTo } = history;
  const isFiltered = query.body !== null || query.kind !== null || query.week !== null || query.q !== '';
  return (
    <div className="wrap page my receipt own-history" data-total-rows={rows.length}>
      <p className="crumb">
        <a href="/my">{MY.backToSteps}</a>
      </p>
      <h1>{OWN_HISTORY.title}</h1>
      <Problem sentence={problem} />
      <p className="muted small">{OWN_HISTORY.take}</p>
      <Filter history={history} isOpen={isFiltered} />
      {weekFrom !== null && weekTo !== null && <p className="small">{OWN_HISTORY.weekOf(weekFrom, weekTo)}</p>}
      {rows.length === 0 ? (
        <EmptyState level={2} title={isFiltered || query.before !== null ? OWN_HISTORY.noneFound : OWN_HISTORY.none} />
      ) : (
        <OwnReports rows={rows} showBody={bodies.length > 1} />
      )}
      {history.searchedTo !== null && (
        <p className="small muted" role="status">
          {OWN_HISTORY.searchedTo(history.searchedTo)}
        </p>
      )}
      <nav className="row own-tools" aria-label={OWN_HISTORY.pages}>
        {query.before !== null && <LinkButton href={hrefOf('/my/history', query)}>{OWN_HISTORY.newest}</LinkButton>}
        {history.olderBefore !== null && (
          <LinkButton href={hrefOf('/my/history', query, { before: String(history.olderBefore) })} rel="next">
            {OWN_HISTORY.older}
          </LinkButton>
        )}
      </nav>
      <p className="row own-tools">
        <LinkButton href={hrefOf('/my/history/export', query, { format: 'csv' })}>{LISTS.csv}</LinkButton>
        <LinkButton href={hrefOf('/my/history/export', query, { format: 'xlsx' })}>{LISTS.xlsx}</LinkButton>
        <PrintButton label={LISTS.print} />
      </p>
    </div>
  );
}

function Filter({ history, isOpen }: { history: OwnHistory; isOpen: boolean }) {
  const { query, bodies } = history;
  return (
    <details className="own-more" open={isOpen}>
      <summary>{OWN_HISTORY.search}</summary>
      <form method="get" action="/my/history" role="search" aria-label={OWN_HISTORY.search}>
        <div className="own-filter">
          <label>
            <span>{OWN_HISTORY.searchHint}</span>
            <input className="input" type="search" name="q" defaultValue={query.q} autoComplete="off" />
          </label>
          {bodies.length > 1 && (
            <FilterSelect
              name="body"
              label={OWN_HISTORY.body}
              value={query.body}
              options={bodies.map(({ code, name }) => [code, name])}
            />
          )}
          <FilterSelect
            name="kind"
            label={OWN_HISTORY.kind}
            value={query.kind}
            options={OWN_REPORT_KINDS.map((kind) => [kind, EVENT_KIND_LABELS[kind]])}
          />
          <label>
            <span>{OWN_HISTORY.weekHint}</span>
            <input className="input" name="week" defaultValue={formatJalaliInput(query.week)} autoComplete="off" />
          </label>
        </div>
        <p className="row">
          <button className="btn primary" type="submit">
            {OWN_HISTORY.show}
          </button>
          {isOpen && <a href="/my/history">{OWN_HISTORY.whole}</a>}
        </p>
      </form>
    </details>
  );
}
