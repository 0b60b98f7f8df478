import { RadioField, SelectField, TextareaField } from '@/components/ui/form-fields';
import { BLOCK_CAUSES, TURNS } from '@/lib/domain/vocabulary';
import { STEP_FORMS } from '@/lib/messages/my';
import { BLOCK_CAUSE_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';

/** What holds a step up, whose turn it is, and what would help. */
export function BlockFields() {
  return (
    <>
      <SelectField
        name="cause"
        label={STEP_FORMS.cause}
        options={BLOCK_CAUSES.map((value) => ({ value, label: BLOCK_CAUSE_LABELS[value] }))}
      />
      <RadioField
        name="turn"
        label={STEP_FORMS.turn}
        options={TURNS.filter((value) => value !== 'unknown').map((value) => ({ value, label: TURN_LABELS[value] }))}
      />
      <TextareaField name="note" label={STEP_FORMS.blockNote} hint={STEP_FORMS.blockNoteHint} maxLength={2000} />
    </>
  );
}
