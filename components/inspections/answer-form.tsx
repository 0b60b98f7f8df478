import { RadioField, TextareaField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { INSPECTION_ANSWERS } from '@/lib/domain/vocabulary';
import { VISIT_PAGE } from '@/lib/messages/inspections';

/** The deputy's decision on a milestone that a visit contradicts. */
export function AnswerForm({ today }: { today: CivilDate }) {
  return (
    <>
      <RadioField
        name="outcome"
        label={VISIT_PAGE.outcome}
        options={INSPECTION_ANSWERS.map((value) => ({ value, label: VISIT_PAGE.outcomes[value] }))}
      />
      <TextareaField name="reason" label={VISIT_PAGE.reason} hint={VISIT_PAGE.reasonHint} rows={2} maxLength={1500} />
      <JalaliDateField name="dueOn" label={VISIT_PAGE.dueOn} optional today={today} min={today} />
    </>
  );
}
