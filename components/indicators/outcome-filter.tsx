import type { ReactNode } from 'react';
import { FilterSelect } from '@/components/ui/filter-select';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { formatMonth } from '@/lib/format/dates';
import { INDICATORS } from '@/lib/messages/indicators';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';

export interface OutcomeFilterProps {
  /** Path of the page. */
  action: string;
  label: string;
  /** What the address keeps beside the fields; null is left out. */
  kept: Readonly<Record<string, string | null>>;
  months: readonly JalaliMonth[];
  month: JalaliMonth | null;
  /** Fields after the month. */
  first?: ReactNode;
  /** Null where the page is about one body. */
  bodies: {
    readonly category: BodyCategory | null;
    readonly district: string | null;
    readonly districts: readonly { readonly code: string; readonly name: string }[];
  } | null;
  /** Fields after kind and district. */
  children?: ReactNode;
}

/** Month, kind and district of a page on outcomes, with the page's own fields; sent as an address. */
export function OutcomeFilter({ action, label, kept, months, month, first, bodies, children }: OutcomeFilterProps) {
  return (
    <form method="get" action={action} role="search" aria-label={label} className="no-print">
      {Object.entries(kept).map(
        ([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="ind-filter">
        <FilterSelect
          name="month"
          label={INDICATORS.month}
          value={month}
          any={null}
          options={months.map((each) => [each, formatMonth(each)])}
        />
        {first}
        {bodies !== null && (
          <>
            <FilterSelect
              name="category"
              label={INDICATORS.category}
              value={bodies.category}
              options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
            />
            <FilterSelect
              name="district"
              label={INDICATORS.district}
              value={bodies.district}
              options={bodies.districts.map(({ code, name }) => [code, name])}
            />
          </>
        )}
        {children}
        <button className="btn" type="submit">
          {INDICATORS.show}
        </button>
      </div>
    </form>
  );
}

/** Search among the bodies of such a page. */
export function BodySearch({ value }: { value: string }) {
  return (
    <label>
      <span>{INDICATORS.search}</span>
      <input className="input" type="search" name="q" defaultValue={value} autoComplete="off" />
    </label>
  );
}
