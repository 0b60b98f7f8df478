import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import { formatDigits } from '@/lib/format/numbers';
import { REPORT_FILES } from '@/lib/messages/report-files';
import { editionListHref, type EditionListAddress } from './edition-list-address';

export interface EditionFilterProps {
  query: EditionListAddress;
  years: readonly number[];
  programmes: readonly { readonly code: string; readonly title: string }[];
}

/** Search and filters of the list of editions as one form without script; what is chosen stands in the address. */
export function EditionFilter({ query, years, programmes }: EditionFilterProps) {
  const { sort, order } = query;
  const isNarrowed = query.q !== '' || query.year !== null || query.programme !== null || query.isUnregistered;
  return (
    <form method="get" action="/reports" role="search" aria-label={REPORT_FILES.searchForm} className="edition-filter">
      <label className="q">
        <span>{REPORT_FILES.search}</span>
        <input key={query.q} className="input" type="search" name="q" defaultValue={query.q} autoComplete="off" />
      </label>
      {years.length > 1 && (
        <FilterSelect
          name="year"
          label={REPORT_FILES.year}
          value={query.year === null ? null : String(query.year)}
          options={years.map((year) => [String(year), formatDigits(year)])}
        />
      )}
      {programmes.length > 1 && (
        <FilterSelect
          name="programme"
          label={REPORT_FILES.programme}
          value={query.programme}
          options={programmes.map(({ code, title }) => [code, title])}
        />
      )}
      <FilterSelect
        name="registry"
        label={REPORT_FILES.registry}
        value={query.isUnregistered ? 'none' : null}
        options={[['none', REPORT_FILES.unregistered]]}
      />
      {sort !== null && <input type="hidden" name="sort" value={sort} />}
      {order !== null && <input type="hidden" name="order" value={order} />}
      <div className="row">
        <button className="btn primary" type="submit">
          <Icon name="search" />
          {REPORT_FILES.apply}
        </button>
        {isNarrowed && (
          <a
            className="btn quiet"
            href={editionListHref({ ...query, q: '', year: null, programme: null, isUnregistered: false })}
          >
            {REPORT_FILES.clear}
          </a>
        )}
      </div>
    </form>
  );
}
