import { addressDay } from '@/components/dashboard/links';
import { FilterSelect } from '@/components/ui/filter-select';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { formatMonth } from '@/lib/format/dates';
import { SURVEY } from '@/lib/messages/survey';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import type { SurveyView } from '@/lib/services/survey-results';

const GIVEN_CHOICES = ['yes', 'few', 'no', 'all'] as const;

/** Month, kind, district and which bodies; sent as an address. */
export function SurveyFilter({ view: { query, months, month, districts, asOf, today, chosen } }: { view: SurveyView }) {
  return (
    <form method="get" action="/indicators/survey" role="search" aria-label={SURVEY.filter} className="no-print">
      {asOf !== today && <input type="hidden" name="asOf" value={addressDay(asOf)} />}
      {query.programme !== null && <input type="hidden" name="programme" value={query.programme} />}
      {chosen !== null && <input type="hidden" name="body" value={chosen.code} />}
      <div className="ind-filter">
        <FilterSelect
          name="month"
          label={SURVEY.month}
          value={month}
          any={null}
          options={months.map((each) => [each, formatMonth(each)])}
        />
        {chosen === null && (
          <>
            <FilterSelect
              name="category"
              label={SURVEY.category}
              value={query.category}
              options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
            />
            <FilterSelect
              name="district"
              label={SURVEY.district}
              value={query.district}
              options={districts.map(({ code, name }) => [code, name])}
            />
            <FilterSelect
              name="given"
              label={SURVEY.given}
              value={query.given}
              any={null}
              options={GIVEN_CHOICES.map((given) => [given, SURVEY.givenChoices[given]])}
            />
            <label>
              <span>{SURVEY.search}</span>
              <input className="input" type="search" name="q" defaultValue={query.q} autoComplete="off" />
            </label>
          </>
        )}
        <button className="btn" type="submit">
          {SURVEY.show}
        </button>
      </div>
    </form>
  );
}
