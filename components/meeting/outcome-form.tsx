import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { RadioField, SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { OutcomeSuggestion } from '@/lib/domain/decisions';
import { DECISION_OUTCOMES } from '@/lib/domain/vocabulary';
import { formatJalaliInput } from '@/lib/format/dates';
import { DECISION_OUTCOME_LABELS, MEETING } from '@/lib/messages/meeting';

export interface OutcomeFormProps {
  action: ActionFormProps<unknown>['action'];
  initialState: ActionFormProps<unknown>['initialState'];
  number: number;
  programme: string | null;
  meetingOn: CivilDate;
  today: CivilDate;
  /** Id of the newest outcome; null for none. */
  lastOutcomeId: number | null;
  /** An outcome holds: it can be corrected or taken back. */
  hasOutcome: boolean;
  suggestion: OutcomeSuggestion | null;
}

/** What became of the decision. A suggestion is chosen beforehand; a person sends it. */
export function OutcomeForm(props: OutcomeFormProps) {
  const { action, initialState, number, programme, meetingOn, today, lastOutcomeId, hasOutcome, suggestion } = props;
  const outcomes = DECISION_OUTCOMES.filter((outcome) => outcome !== 'reopened' || hasOutcome);
  return (
    <ActionForm
      id="conclude-form"
      action={action}
      initialState={initialState}
      hidden={{
        number: String(number),
        seen: lastOutcomeId === null ? '' : String(lastOutcomeId),
        ...(programme === null ? {} : { programme }),
      }}
      className="narrow"
    >
      <RadioField
        name="outcome"
        label={MEETING.outcome}
        defaultValue={suggestion?.outcome}
        options={outcomes.map((outcome) => ({
          value: outcome,
          label: DECISION_OUTCOME_LABELS[outcome],
          hint: MEETING.outcomeHints[outcome],
        }))}
      />
      <JalaliDateField
        name="occurredOn"
        label={MEETING.occurredOn}
        hint={MEETING.occurredOnHint}
        optional
        today={today}
        min={meetingOn}
        max={today}
        defaultValue={formatJalaliInput(suggestion?.occurredOn ?? null)}
      />
      <TextareaField name="note" label={MEETING.note} hint={MEETING.noteHint} optional rows={2} maxLength={2000} />
      <SubmitButton>{MEETING.concludeButton}</SubmitButton>
    </ActionForm>
  );
}
