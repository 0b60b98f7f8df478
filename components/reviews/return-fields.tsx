import { RadioField, TextareaField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { ReturnReason } from '@/lib/domain/return-reasons';
import { REVIEW } from '@/lib/messages/review';

export interface ReturnFieldsProps {
  reasons: readonly ReturnReason[];
  today: CivilDate;
  /** The due date if none is given; null where it differs from claim to claim. */
  dueAfterReturnOn: CivilDate | null;
}

/** Reason and due date of a return; the same for one claim and for several. */
export function ReturnFields({ reasons, today, dueAfterReturnOn }: ReturnFieldsProps) {
  const texts = [...new Set(reasons.map(({ text }) => text))];
  return (
    <>
      <RadioField
        name="preset"
        label={REVIEW.returnReason}
        options={[...texts.map((text) => ({ value: text, label: text })), { value: '', label: REVIEW.otherReason }]}
      />
      <TextareaField name="note" label={REVIEW.moreWords} optional rows={2} maxLength={1500} />
      <JalaliDateField
        name="dueOn"
        label={REVIEW.newDue}
        hint={dueAfterReturnOn === null ? undefined : REVIEW.newDueHint(dueAfterReturnOn)}
        optional
        today={today}
        min={today}
      />
    </>
  );
}
