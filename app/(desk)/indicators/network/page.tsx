import type { Metadata } from 'next';
import { bodyHref } from '@/components/dashboard/links';
import { OutcomeNav } from '@/components/indicators/outcome-nav';
import { listHref, type ListAddress } from '@/components/lists/list-href';
import { PrintButton } from '@/components/milestones/print-button';
import { BlockedTable } from '@/components/network/blocked-table';
import { CoverageMap, CoverageTable, type MapDistrict } from '@/components/network/coverage-map';
import { KeptParts } from '@/components/network/kept-parts';
import { networkHref } from '@/components/network/network-href';
import { ShareMonths as ShareMonthsChart } from '@/components/network/share-months';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { TELECOM_CAUSE } from '@/lib/domain/network';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { joinWords } from '@/lib/messages/common';
import { LISTS } from '@/lib/messages/lists';
import { NETWORK as W } from '@/lib/messages/network';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { getNetwork, type CoverageMap as Coverage, type NetworkView } from '@/lib/services/network';
import { getShareMonths, type ShareMonths, type ShareMonthsView } from '@/lib/services/network-months';
import { telecomDistricts } from '@/lib/services/telecom-letter';
import { parseNetworkQuery, type NetworkQuery } from '@/lib/validation/network';
import '@/components/indicators/indicators.css';
import '@/components/network/network.css';

export const metadata: Metadata = { title: W.title };

const EXPORT = '/indicators/network/export';

/** Network and letters: how far each rural district is, who waits for the telecom, and the share of electronic letters by month. */
export default async function NetworkPage({ searchParams }: PageProps<'/indicators/network'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const { view, shares, problem } = readOrNotFound(() =>
    readOrExplain(asked, (params, reason) => {
      const query = parseNetworkQuery(params);
      return { view: getNetwork(ctx, query), shares: getShareMonths(ctx, query), problem: reason };
    }),
  );
  return (
    <div className="wrap page">
      <div className="mb-4">
        <OutcomeNav current="/indicators/network" />
      </div>
      <h1>{W.title}</h1>
      <Problem sentence={problem} />
      <p className="take">
        {W.take} {view.asOf !== view.today && W.knownOn(view.asOf)}
      </p>
      <MapSection view={view} />
      <BlockedSection view={view} own={telecomDistricts(ctx)} />
      <MonthsSection query={view.query} shares={shares} />
    </div>
  );
}

function Files({ query, table }: { query: NetworkQuery; table: 'areas' | 'blocked' | 'months' }) {
  return (
    <p className="row no-print mt-4" role="group" aria-label={LISTS.exportLabel}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <LinkButton key={format} size="sm" href={networkHref(query, {}, EXPORT, { table, format })}>
          {LISTS[format]}
        </LinkButton>
      ))}
      <PrintButton label={LISTS.print} />
    </p>
  );
}

/** Which cells have most and least, in words; null where there is nothing to compare. */
function extremes({ districts }: Coverage): { most: string | null; least: string | null } {
  const cells = districts
    .flatMap((district) => district.cells)
    .flatMap(({ name, districtName, ruralDistrictCode, share }) =>
      share === null ? [] : [{ name: ruralDistrictCode === null ? `${name} ${districtName}` : name, share }],
    )
    .sort((a, b) => b.share - a.share);
  const [most, least] = [cells[0], cells.at(-1)];
  if (most === undefined || least === undefined || most.share === least.share) return { most: null, least: null };
  return { most: W.cellTake(most.name, most.share), least: W.cellTake(least.name, least.share) };
}

function MapSection({ view: { query, map, tracks, asOf, today } }: { view: NetworkView }) {
  if (map === null) return <EmptyState title={W.noTrack}>{W.noTrackText}</EmptyState>;
  if (map.districts.length === 0) return <EmptyState title={W.noAreas} />;
  const { track, milestone, milestones } = map;
  const base: ListAddress = { asOf: asOf === today ? null : asOf, programme: query.programme, track: track.code };
  const bodiesHref = (place: ListAddress) =>
    milestone === null
      ? listHref('pairs', { ...base, ...place, status: 'counted' })
      : listHref('milestones', { ...base, ...place, milestone: milestone.code, state: 'counted' });
  const blockedHref = (place: ListAddress) => listHref('milestones', { ...base, ...place, cause: TELECOM_CAUSE });
  const districts = map.districts.map((district): MapDistrict => {
    const all = { district: district.code };
    return {
      ...district,
      href: bodiesHref(all),
      blockedHref: blockedHref(all),
      cells: district.cells.map((cell) => {
        const place = { district: district.code, ruralDistrict: cell.ruralDistrictCode ?? 'none' };
        return {
          ...cell,
          key: cell.ruralDistrictCode ?? district.code,
          href: cell.bodies === 0 ? null : bodiesHref(place),
          blockedHref: blockedHref(place),
        };
      }),
    };
  });
  const { most, least } = extremes(map);
  const total = map.verified === null ? W.shareOfTrack(map.share, map.bodies) : W.shareOfStep(map.verified, map.bodies);
  return (
    <Section
      id="map"
      title={W.map}
      take={W.mapTake(milestone === null ? track.title : milestone.title, total, least, most)}
    >
      <form
        method="get"
        action="/indicators/network"
        role="search"
        aria-label={W.filterMap}
        className="ind-filter no-print"
      >
        <KeptParts address={query} asked={['track', 'milestone']} />
        <FilterSelect
          name="track"
          label={W.track}
          value={track.code}
          any={null}
          options={tracks.map(({ code, title }) => [code, title])}
        />
        <FilterSelect
          name="milestone"
          label={W.measure}
          value={milestone?.code ?? null}
          any={W.wholeTrack}
          options={milestones.map(({ code, title }) => [code, title])}
        />
        <button className="btn" type="submit">
          {W.show}
        </button>
      </form>
      <CoverageMap cells={districts.flatMap(({ cells }) => cells)} />
      <p className="small muted">{W.mapNote}</p>
      <details open className="mt-4">
        <summary>{W.areasTable}</summary>
        <CoverageTable
          districts={districts}
          total={map}
          href={bodiesHref({})}
          blockedHref={blockedHref({})}
          ofStep={milestone !== null}
        />
      </details>
      <Files query={query} table="areas" />
    </Section>
  );
}

function BlockedSection({ view, own }: { view: NetworkView; own: ReturnType<typeof telecomDistricts> }) {
  const { query, blocked, blockedInAll, districts, asOf, today } = view;
  const bodies = new Set(blocked.map(({ body }) => body.id)).size;
  const longest = blocked.length === 0 ? null : Math.max(...blocked.map(({ days }) => days));
  const orderOf = (sort: NetworkQuery['sort']) => ({
    sort,
    descending: query.sort === sort && !query.descending,
  });
  return (
    <Section
      id="blocked"
      title={query.category === 'village_administration' ? W.blockedVillages : W.blocked}
      take={`${W.blockedTake(bodies, blocked.length, longest)} ${W.askedRule}`}
    >
      <form
        method="get"
        action="/indicators/network#blocked"
        role="search"
        aria-label={W.filterBlocked}
        className="ind-filter no-print"
      >
        <KeptParts address={query} asked={['category', 'district', 'q']} />
        <FilterSelect
          name="category"
          label={W.category}
          value={query.category}
          any={null}
          options={[
            ...BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]] as const),
            ['all', W.everyCategory] as const,
          ]}
        />
        <FilterSelect
          name="district"
          label={W.district}
          value={query.district}
          options={districts.map(({ code, name }) => [code, name])}
        />
        <label>
          <span>{W.search}</span>
          <input className="input" type="search" name="q" defaultValue={query.q} autoComplete="off" />
        </label>
        <button className="btn" type="submit">
          {W.show}
        </button>
      </form>
      {blocked.length === 0 ? (
        <EmptyState level={3} title={blockedInAll === 0 ? W.emptyBlocked : W.emptySearch}>
          {blockedInAll === 0 && W.emptyBlockedText}
        </EmptyState>
      ) : (
        <>
          <div data-total-rows={blocked.length} data-total-bodies={bodies}>
            <BlockedTable
              sorting={{
                sort: query.sort,
                isDescending: query.descending,
                hrefOf: (sort) => `${networkHref(query, orderOf(sort))}#blocked`,
              }}
              rows={blocked.map(({ body, milestone, ruralDistrictName, districtName, ...row }) => ({
                ...row,
                key: `${body.code}-${milestone.code}`,
                name: body.name,
                href: `${bodyHref(body.code, asOf === today ? null : asOf)}#${milestone.code}`,
                ruralDistrict: ruralDistrictName ?? W.centre,
                district: districtName,
              }))}
            />
          </div>
          <Files query={query} table="blocked" />
        </>
      )}
      <Send query={query} own={own} isEmpty={blocked.length === 0 && query.q === ''} />
    </Section>
  );
}

/** The list as a letter, for those who may send it. */
function Send({
  query,
  own,
  isEmpty,
}: {
  query: NetworkQuery;
  own: ReturnType<typeof telecomDistricts>;
  isEmpty: boolean;
}) {
  if (own?.length === 0) return null;
  const isOthers = own !== null && query.district !== null && !own.some(({ code }) => code === query.district);
  const address = {
    ...query,
    track: null,
    milestone: null,
    indicator: null,
    q: '',
    sort: 'place',
    descending: false,
    district: isOthers ? null : query.district,
  };
  const paper = '/indicators/network/letter';
  return (
    <div className="mt-4 no-print">
      <h3>{W.sendTitle}</h3>
      <p className="small muted">
        {W.sendTake} {own !== null && W.sendOwn(joinWords(own.map(({ name }) => name)))}
      </p>
      {isEmpty ? (
        <p>{W.nothingToSend}</p>
      ) : (
        <p className="row">
          <LinkButton size="sm" href={networkHref(address, {}, `${paper}/print`)}>
            {W.sendPrint}
          </LinkButton>
          <LinkButton size="sm" href={networkHref(address, {}, `${paper}/pdf`)}>
            {W.sendPdf}
          </LinkButton>
          <LinkButton size="sm" href={networkHref(address, {}, EXPORT, { table: 'telecom', format: 'xlsx' })}>
            {W.sendXlsx}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

function MonthsSection({ query, shares }: { query: NetworkQuery; shares: ShareMonthsView }) {
  const { indicators, chosen, network } = shares;
  if (chosen === null) {
    return (
      <Section id="months" title={W.months}>
        <EmptyState level={3} title={W.noShare} />
      </Section>
    );
  }
  return (
    <>
      <Section id="months" title={W.shareMonths(chosen.indicator.title)} take={monthsTake(chosen)}>
        <form
          method="get"
          action="/indicators/network#months"
          role="search"
          aria-label={W.filterMonths}
          className="ind-filter no-print"
        >
          <KeptParts address={query} asked={['indicator']} />
          <FilterSelect
            name="indicator"
            label={W.indicator}
            value={chosen.indicator.code}
            any={null}
            options={indicators.map(({ code, title }) => [code, title])}
          />
          <button className="btn" type="submit">
            {W.show}
          </button>
        </form>
        <Months shares={chosen} />
        <Files query={query} table="months" />
      </Section>
      {network !== null && (
        <Section id="network-months" title={W.shareMonths(network.indicator.title)} take={monthsTake(network)}>
          <Months shares={network} />
        </Section>
      )}
    </>
  );
}

function monthsTake({ months, county }: ShareMonths): string {
  const last = county.means.findLastIndex((mean) => mean !== null);
  const [mean, month, first, baseline] = [county.means[last], months[last], county.means[0], months[0]];
  if (!mean || month === undefined) return W.monthsRule;
  return [
    W.monthsTake(month, mean.value, mean.bodies, county.expected),
    first && baseline && last > 0 ? W.monthsChange(baseline, first.value) : '',
    W.monthsRule,
  ]
    .filter(Boolean)
    .join(' ');
}

function Months({ shares: { indicator, months, county, districts } }: { shares: ShareMonths }) {
  if (months.length === 0) return <EmptyState level={3} title={W.noMonth} />;
  if (county.means.every((mean) => mean === null)) {
    return (
      <EmptyState level={3} title={W.noReadings}>
        {W.noReadingsText}
      </EmptyState>
    );
  }
  return (
    <ShareMonthsChart
      title={indicator.title}
      months={months}
      county={{ key: 'county', ...county }}
      districts={districts.map((each) => ({ key: each.districtCode ?? '', ...each }))}
    />
  );
}
