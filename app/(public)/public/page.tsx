import type { Metadata } from 'next';
import { GroupFigures, TrackFigures } from '@/components/public/figures';
import { PublicOutcomes } from '@/components/public/body-parts';
import { PublicBodies, publicBodyHref, PublicFilter } from '@/components/public/body-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { getPublicContext } from '@/lib/context';
import type { PublicGrouping } from '@/lib/domain/public-data';
import { COMMON } from '@/lib/messages/common';
import { PUBLIC_PAGE } from '@/lib/messages/public';
import { readOrNotFound } from '@/lib/page-context';
import { getPublicOverview, type PublicOverview } from '@/lib/services/public/public-pages';
import { parsePublicQuery, type PublicQuery } from '@/lib/validation/public';
import { NothingYet, PublicPage } from './public-page';

export const metadata: Metadata = { title: PUBLIC_PAGE.title, robots: { index: true, follow: true } };

/** The list as it is, but for what is changed; defaults are left out. */
function hrefOf(query: PublicQuery, page: number): string {
  const { q, category, district, sort } = query;
  const parts = { q, category, district, sort: sort === 'name' ? null : sort, page: page === 1 ? null : String(page) };
  const text = new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return `/public${text === '' ? '' : `?${text}`}#list`;
}

/** For citizens: how far each track is, and each body. */
export default async function PublicOverviewPage({ searchParams }: PageProps<'/public'>) {
  const ctx = await getPublicContext();
  const query = parsePublicQuery(await searchParams);
  const overview = readOrNotFound(() => getPublicOverview(ctx, query));
  if (overview === null) {
    return (
      <PublicPage county={null} current="bodies">
        <NothingYet />
      </PublicPage>
    );
  }
  const { county, programme, asOf, figures, outcomes } = overview;
  const rowsOf = (grouping: PublicGrouping) => figures.filter((row) => row.grouping === grouping);
  return (
    <PublicPage county={county} current="bodies">
      <h1>{PUBLIC_PAGE.heading(county)}</h1>
      <p className="take">
        {PUBLIC_PAGE.take(programme)} {PUBLIC_PAGE.day(asOf)}
      </p>
      <Section id="tracks" title={PUBLIC_PAGE.tracks} take={PUBLIC_PAGE.tracksTake}>
        <TrackFigures rows={rowsOf('track')} />
      </Section>
      <Section id="list" title={PUBLIC_PAGE.list}>
        <PublicFilter {...query} districts={rowsOf('district').map(({ code, title }) => [code ?? '', title ?? ''])} />
        <Found overview={overview} query={query} />
      </Section>
      <Section id="outcomes" title={PUBLIC_PAGE.outcomes} take={PUBLIC_PAGE.outcomesAll}>
        {outcomes.length === 0 ? (
          <p className="muted">{PUBLIC_PAGE.noOutcomes}</p>
        ) : (
          <PublicOutcomes rows={outcomes} hasBodies />
        )}
      </Section>
      <Section id="groups" title={PUBLIC_PAGE.groups}>
        <div className="pub-two">
          <GroupFigures caption={PUBLIC_PAGE.district} head={PUBLIC_PAGE.district} rows={rowsOf('district')} />
          <GroupFigures caption={PUBLIC_PAGE.category} head={PUBLIC_PAGE.category} rows={rowsOf('category')} />
        </div>
      </Section>
    </PublicPage>
  );
}

function Found({ overview, query }: { overview: PublicOverview; query: PublicQuery }) {
  const { lines, found, page, pages, firstOnPage, suggestions, figures } = overview;
  if (found === 0) {
    return (
      <EmptyState
        level={3}
        title={PUBLIC_PAGE.noneFound}
        actions={
          <>
            {suggestions.length > 0 && <span>{PUBLIC_PAGE.didYouMean}</span>}
            {suggestions.map(({ body_code, name }) => (
              <a key={body_code} href={publicBodyHref(body_code)}>
                {name}
              </a>
            ))}
            <a href="/public#list">{PUBLIC_PAGE.all}</a>
          </>
        }
      >
        {PUBLIC_PAGE.noneFoundText}
      </EmptyState>
    );
  }
  const tracks = figures.filter(({ grouping }) => grouping === 'track');
  return (
    <>
      <p className="small muted">
        {PUBLIC_PAGE.found(found)}. {PUBLIC_PAGE.realDeskRule}
      </p>
      <PublicBodies lines={lines} tracks={tracks.map(({ code, title }) => [code ?? '', title ?? ''])} />
      {pages > 1 && (
        <Pagination
          label={COMMON.pages}
          summary={PUBLIC_PAGE.pageOf(firstOnPage, firstOnPage + lines.length - 1, found)}
          previous={{ href: page > 1 ? hrefOf(query, page - 1) : null, label: COMMON.previous }}
          next={{ href: page < pages ? hrefOf(query, page + 1) : null, label: COMMON.next }}
        />
      )}
    </>
  );
}
