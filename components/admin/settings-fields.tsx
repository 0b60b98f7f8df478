import { CheckboxField, SelectField, TextareaField, TextField } from '@/components/ui/form-fields';
import { WEEKDAY_NAMES } from '@/lib/calendar/jalali';
import { DEFAULT_THRESHOLDS, type Thresholds } from '@/lib/domain/reference';
import { formatInteger } from '@/lib/format/numbers';
import { clockInput, SETTINGS_PAGE, THRESHOLD_LABELS } from '@/lib/messages/admin-settings';

type DayThreshold =
  | 'atRiskDueWithinDays'
  | 'atRiskQuietDays'
  | 'silentAfterDays'
  | 'returnGraceWorkingDays'
  | 'reviewTargetDays'
  | 'lateEntryDays';

function Days({ name, thresholds }: { name: DayThreshold; thresholds: Thresholds }) {
  return (
    <TextField
      name={name}
      label={THRESHOLD_LABELS[name]}
      hint={`${SETTINGS_PAGE.hints[name]} ${SETTINGS_PAGE.defaultDays(formatInteger(DEFAULT_THRESHOLDS[name]))}`}
      inputMode="numeric"
      maxLength={4}
      defaultValue={formatInteger(thresholds[name])}
    />
  );
}

/** The thresholds of the rules, by what they are about. */
export function ThresholdFields({ thresholds }: { thresholds: Thresholds }) {
  const { hints } = SETTINGS_PAGE;
  return (
    <>
      <h3>{SETTINGS_PAGE.risk}</h3>
      <Days name="atRiskDueWithinDays" thresholds={thresholds} />
      <Days name="atRiskQuietDays" thresholds={thresholds} />
      <Days name="silentAfterDays" thresholds={thresholds} />
      <TextField
        name="realDeskMilestones"
        label={THRESHOLD_LABELS.realDeskMilestones}
        hint={hints.realDeskMilestones}
        dir="ltr"
        optional
        defaultValue={thresholds.realDeskMilestones.join(' ')}
      />
      <h3>{SETTINGS_PAGE.reporting}</h3>
      <Days name="returnGraceWorkingDays" thresholds={thresholds} />
      <Days name="reviewTargetDays" thresholds={thresholds} />
      <Days name="lateEntryDays" thresholds={thresholds} />
      <SelectField
        name="reportingCutoffWeekday"
        label={THRESHOLD_LABELS.reportingCutoffWeekday}
        defaultValue={String(thresholds.reportingCutoffWeekday)}
        options={WEEKDAY_NAMES.map((label, index) => ({ value: String(index), label }))}
      />
      <TextField
        name="reportingCutoffTime"
        label={THRESHOLD_LABELS.reportingCutoffTime}
        hint={hints.reportingCutoffTime}
        inputMode="numeric"
        maxLength={5}
        defaultValue={clockInput(thresholds.reportingCutoffTime)}
      />
      <h3>{SETTINGS_PAGE.calendar}</h3>
      <CheckboxField
        name="thursdayIsWorkingDay"
        label={THRESHOLD_LABELS.thursdayIsWorkingDay}
        hint={hints.thursdayIsWorkingDay}
        defaultChecked={thresholds.thursdayIsWorkingDay}
      />
    </>
  );
}

export interface OfficeValues {
  readonly name?: string | undefined;
  readonly province?: string | undefined;
  readonly letterhead?: readonly string[] | undefined;
  readonly recipient?: string | undefined;
  readonly signatory?: string | undefined;
  readonly copies?: readonly string[] | undefined;
  readonly webAddress?: string | undefined;
}

/** What the program writes where nothing was entered. */
export interface FormedWords {
  readonly name: string;
  readonly letterhead: readonly string[];
  readonly recipient: string;
  readonly signatory: string;
}

/** Words on letters and reports; each field says what stands there if it stays empty. */
export function OfficeFields({ office, formed }: { office: OfficeValues; formed: FormedWords }) {
  const { officeFields: labels, oneALine, ifEmpty } = SETTINGS_PAGE;
  const hintOf = (entered: unknown, text: string) => (entered === undefined ? ifEmpty(text) : undefined);
  return (
    <>
      <TextField
        name="name"
        label={labels.name}
        hint={hintOf(office.name, formed.name)}
        optional
        maxLength={200}
        defaultValue={office.name ?? ''}
      />
      <TextField
        name="province"
        label={labels.province}
        optional
        maxLength={200}
        defaultValue={office.province ?? ''}
      />
      <TextareaField
        name="letterhead"
        label={labels.letterhead}
        hint={`${oneALine} ${hintOf(office.letterhead, formed.letterhead.join('، ')) ?? ''}`}
        optional
        rows={3}
        defaultValue={office.letterhead?.join('\n') ?? ''}
      />
      <TextField
        name="recipient"
        label={labels.recipient}
        hint={hintOf(office.recipient, formed.recipient)}
        optional
        maxLength={200}
        defaultValue={office.recipient ?? ''}
      />
      <TextField
        name="signatory"
        label={labels.signatory}
        hint={hintOf(office.signatory, formed.signatory)}
        optional
        maxLength={200}
        defaultValue={office.signatory ?? ''}
      />
      <TextareaField
        name="copies"
        label={labels.copies}
        hint={`${oneALine} ${hintOf(office.copies, SETTINGS_PAGE.copiesDefault) ?? ''}`}
        optional
        rows={3}
        defaultValue={office.copies?.join('\n') ?? ''}
      />
      <TextField
        name="webAddress"
        label={labels.webAddress}
        hint={SETTINGS_PAGE.webAddressHint}
        optional
        dir="ltr"
        type="url"
        maxLength={200}
        defaultValue={office.webAddress ?? ''}
      />
    </>
  );
}
