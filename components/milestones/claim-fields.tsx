import { EvidenceFields, type EvidenceFieldsProps } from '@/components/evidence/evidence-fields';
import { TextareaField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { STEP_FORMS } from '@/lib/messages/my';

/** Evidence for a claim, the day of the deed where it is another one, and a word about it. */
export function ClaimFields(props: EvidenceFieldsProps) {
  const { today, holidays } = props;
  return (
    <>
      <EvidenceFields {...props} />
      <JalaliDateField
        name="occurredOn"
        label={STEP_FORMS.occurredOn}
        hint={STEP_FORMS.occurredOnHint}
        optional
        today={today}
        max={today}
        holidays={holidays}
      />
      <TextareaField name="note" label={STEP_FORMS.note} optional rows={2} maxLength={2000} />
    </>
  );
}
