import { FilterSelect } from '@/components/ui/filter-select';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { LETTERS } from '@/lib/messages/letters';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';

export interface RecipientsFilterProps {
  query: {
    readonly programme: string | null;
    readonly district: string | null;
    readonly category: string | null;
    readonly track: string | null;
    readonly minDays: number;
  };
  districts: readonly { readonly code: string; readonly name: string }[];
  tracks: readonly { readonly code: string; readonly title: string }[];
}

/** Which late bodies are offered, as a form of its own without script. */
export function RecipientsFilter({ query, districts, tracks }: RecipientsFilterProps) {
  return (
    <form method="get" action="/reports/letters/new" className="letters-filter" aria-label={LETTERS.filter}>
      <FilterSelect
        name="district"
        label={LETTERS.district}
        value={query.district}
        options={districts.map(({ code, name }) => [code, name])}
      />
      <FilterSelect
        name="category"
        label={LETTERS.category}
        value={query.category}
        options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
      />
      <FilterSelect
        name="track"
        label={LETTERS.track}
        value={query.track}
        options={tracks.map(({ code, title }) => [code, title])}
      />
      <label>
        <span>{LETTERS.minDays}</span>
        <input
          className="input"
          type="number"
          name="minDays"
          min={0}
          max={999}
          defaultValue={query.minDays > 0 ? query.minDays : ''}
          autoComplete="off"
        />
      </label>
      {query.programme !== null && <input type="hidden" name="programme" value={query.programme} />}
      <div className="row">
        <button className="btn" type="submit">
          {LETTERS.apply}
        </button>
        <a className="btn quiet" href="/reports/letters/new">
          {LETTERS.clear}
        </a>
      </div>
    </form>
  );
}
