import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { SelectField, SubmitButton, TextareaField, TextField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalaliInput } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { MEETING } from '@/lib/messages/meeting';
import { BodyField, type PickableBody } from './body-field';

export interface DecisionFormProps {
  action: ActionFormProps<unknown>['action'];
  initialState: ActionFormProps<unknown>['initialState'];
  programme: string | null;
  bodies: readonly PickableBody[];
  milestones: readonly {
    readonly code: string;
    readonly trackName: string;
    readonly position: number;
    readonly title: string;
  }[];
  owners: readonly string[];
  today: CivilDate;
  startOn: CivilDate;
}

const OWNERS_ID = 'decision-owners';

/** A new decision: what, who, until when; and what it is about, if it is about a body. */
export function DecisionForm(props: DecisionFormProps) {
  const { action, initialState, programme, bodies, milestones, owners, today, startOn } = props;
  return (
    <ActionForm
      id="decision"
      action={action}
      initialState={initialState}
      hidden={programme === null ? {} : { programme }}
      className="decision-form"
    >
      <TextareaField name="text" label={MEETING.text} hint={MEETING.textHint} rows={3} maxLength={600} />
      <TextField
        name="owner"
        label={MEETING.owner}
        hint={MEETING.ownerHint}
        maxLength={120}
        list={OWNERS_ID}
        autoComplete="off"
      />
      <datalist id={OWNERS_ID}>
        {owners.map((owner) => (
          <option key={owner} value={owner} />
        ))}
      </datalist>
      <JalaliDateField name="promisedOn" label={MEETING.promisedOn} today={today} min={today} />
      <BodyField name="body" bodies={bodies} />
      <SelectField
        name="milestone"
        label={MEETING.milestone}
        hint={MEETING.milestoneHint}
        optional
        placeholder={MEETING.noMilestone}
        options={milestones.map(({ code, trackName, position, title }) => ({
          value: code,
          label: `${trackName} ${formatInteger(position)}: ${title}`,
        }))}
      />
      <JalaliDateField
        name="meetingOn"
        label={MEETING.meetingOn}
        today={today}
        min={startOn}
        max={today}
        defaultValue={formatJalaliInput(today)}
      />
      <SubmitButton>{MEETING.record}</SubmitButton>
    </ActionForm>
  );
}
