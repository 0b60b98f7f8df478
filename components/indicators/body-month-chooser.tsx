import { FilterSelect } from '@/components/ui/filter-select';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { formatMonth } from '@/lib/format/dates';
import { MY_INDICATORS } from '@/lib/messages/indicators';

export interface BodyMonthChooserProps {
  /** Path of the page. */
  action: string;
  bodies: readonly { readonly code: string; readonly name: string }[];
  body: string;
  months: readonly JalaliMonth[];
  month: JalaliMonth;
}

/** Another body or month, without script too. */
export function BodyMonthChooser({ action, bodies, body, months, month }: BodyMonthChooserProps) {
  return (
    <form method="get" action={action} aria-label={MY_INDICATORS.choose}>
      <div className="ind-filter">
        {bodies.length > 1 ? (
          <FilterSelect
            name="body"
            label={MY_INDICATORS.body}
            value={body}
            any={null}
            options={bodies.map(({ code, name }) => [code, name])}
          />
        ) : (
          <input type="hidden" name="body" value={body} />
        )}
        <FilterSelect
          name="month"
          label={MY_INDICATORS.month}
          value={month}
          any={null}
          options={months.map((each) => [each, formatMonth(each)])}
        />
        <button className="btn" type="submit">
          {MY_INDICATORS.show}
        </button>
      </div>
    </form>
  );
}
