import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonthYear } from '@/lib/format/dates';
import { USER_PAGE } from '@/lib/messages/admin';
import { dateHint } from '@/lib/messages/dates';
import type { DelegationSummary } from '@/lib/services/delegations';
import { grantDelegationAction, revokeDelegationAction } from '../actions';

/** Longest time the calendar offers; a longer one can be written. */
const OFFERED_DAYS = 365;

export function Delegation({
  username,
  current,
  today,
}: {
  username: string;
  current: DelegationSummary | null;
  today: CivilDate;
}) {
  const hidden = { username };
  if (current !== null) {
    const { fromOn, untilOn, grantedByName } = current;
    return (
      <>
        <p className="take">
          {USER_PAGE.delegationNow(formatDayMonthYear(fromOn), formatDayMonthYear(untilOn), grantedByName)}
        </p>
        <ActionForm id="end-delegation" action={revokeDelegationAction} hidden={hidden}>
          <SubmitButton variant="default">{USER_PAGE.delegationRevoke}</SubmitButton>
        </ActionForm>
      </>
    );
  }
  return (
    <ActionForm id="delegate" action={grantDelegationAction} hidden={hidden} className="narrow">
      <JalaliDateField
        name="untilOn"
        label={USER_PAGE.delegationUntil}
        hint={dateHint(today)}
        today={today}
        min={today}
        max={addDays(today, OFFERED_DAYS)}
      />
      <SubmitButton variant="default">{USER_PAGE.delegationButton}</SubmitButton>
    </ActionForm>
  );
}
