import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalaliInput } from '@/lib/format/dates';
import { INDICATORS } from '@/lib/messages/indicators';

/** The day whose knowledge the page shows; empty for today, so that a kept address stays current. */
export function AsOfField({ asOf, today }: { asOf: CivilDate; today: CivilDate }) {
  return (
    <label>
      <span>{INDICATORS.asOf}</span>
      <input
        className="input"
        name="asOf"
        defaultValue={asOf === today ? '' : formatJalaliInput(asOf)}
        placeholder={formatJalaliInput(today)}
        inputMode="numeric"
        autoComplete="off"
      />
    </label>
  );
}
