import { addressDay } from '@/components/dashboard/links';
import { BodySearch, OutcomeFilter } from '@/components/indicators/outcome-filter';
import { FilterSelect } from '@/components/ui/filter-select';
import { SURVEY } from '@/lib/messages/survey';
import type { SurveyView } from '@/lib/services/survey-results';

const GIVEN_CHOICES = ['yes', 'few', 'no', 'all'] as const;

/** Month, kind, district and which bodies; sent as an address. */
export function SurveyFilter({ view: { query, months, month, districts, asOf, today, chosen } }: { view: SurveyView }) {
  return (
    <OutcomeFilter
      action="/indicators/survey"
      label={SURVEY.filter}
      kept={{
        asOf: asOf === today ? null : addressDay(asOf),
        programme: query.programme,
        body: chosen?.code ?? null,
      }}
      months={months}
      month={month}
      bodies={chosen === null ? { category: query.category, district: query.district, districts } : null}
    >
      {chosen === null && (
        <>
          <FilterSelect
            name="given"
            label={SURVEY.given}
            value={query.given}
            any={null}
            options={GIVEN_CHOICES.map((given) => [given, SURVEY.givenChoices[given]])}
          />
          <BodySearch value={query.q} />
        </>
      )}
    </OutcomeFilter>
  );
}
