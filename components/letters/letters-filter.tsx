import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalaliInput } from '@/lib/format/dates';
import { LETTERS } from '@/lib/messages/letters';

type Choice = { readonly code: string; readonly name: string };

export interface LettersFilterProps {
  query: {
    readonly q: string | null;
    readonly district: string | null;
    readonly body: string | null;
    readonly from: CivilDate | null;
    readonly to: CivilDate | null;
    readonly reported: 'yes' | 'no' | null;
    readonly sort: string | null;
    readonly isDescending: boolean | null;
  };
  districts: readonly Choice[];
  bodies: readonly Choice[];
  exportHrefs: { readonly csv: string; readonly xlsx: string };
}

/** Search and filters of the list of letters as one form without script, and the same list as a file. */
export function LettersFilter({ query, districts, bodies, exportHrefs }: LettersFilterProps) {
  return (
    <form method="get" action="/reports/letters" className="letters-filter">
      <label className="q">
        <span>{LETTERS.search}</span>
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={query.q ?? ''}
          placeholder={LETTERS.searchHint}
          autoComplete="off"
        />
      </label>
      <FilterSelect
        name="district"
        label={LETTERS.district}
        value={query.district}
        options={districts.map(({ code, name }) => [code, name])}
      />
      <FilterSelect
        name="body"
        label={LETTERS.body}
        value={query.body}
        options={bodies.map(({ code, name }) => [code, name])}
      />
      <FilterSelect
        name="reported"
        label={LETTERS.answered}
        value={query.reported}
        options={Object.entries(LETTERS.answeredWords)}
      />
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          <span>{LETTERS[name]}</span>
          <input className="input" name={name} defaultValue={formatJalaliInput(query[name])} autoComplete="off" />
        </label>
      ))}
      {query.sort !== null && <input type="hidden" name="sort" value={query.sort} />}
      {query.isDescending !== null && <input type="hidden" name="order" value={query.isDescending ? 'desc' : 'asc'} />}
      <div className="row">
        <button className="btn primary" type="submit">
          <Icon name="search" />
          {LETTERS.apply}
        </button>
        <a className="btn quiet" href="/reports/letters">
          {LETTERS.clear}
        </a>
        <a className="btn quiet" href={exportHrefs.csv} aria-label={LETTERS.exportCsv}>
          <Icon name="download" />
          {LETTERS.csv}
        </a>
        <a className="btn quiet" href={exportHrefs.xlsx} aria-label={LETTERS.exportXlsx}>
          <Icon name="download" />
          {LETTERS.xlsx}
        </a>
      </div>
    </form>
  );
}
