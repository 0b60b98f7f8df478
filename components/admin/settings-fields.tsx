import { CheckboxesField, CheckboxField, SelectField, TextareaField, TextField } from '@/components/ui/form-fields';
import { WEEKDAY_NAMES } from '@/lib/calendar/jalali';
import { REPORT_SECTIONS, type ReportSection } from '@/lib/domain/edition';
import { DEFAULT_THRESHOLDS, type Thresholds } from '@/lib/domain/reference';
import { formatInteger } from '@/lib/format/numbers';
import { clockInput, SETTINGS_PAGE, THRESHOLD_LABELS } from '@/lib/messages/admin-settings';
import { REPORT_SECTION_LABELS } from '@/lib/messages/reports';

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
  readonly motto?: string | undefined;
  readonly recipient?: string | undefined;
  readonly signatory?: string | undefined;
  readonly preparedTitle?: string | undefined;
  readonly confirmedTitle?: string | undefined;
  /** Plain text where a copy was entered before each had a reason. */
  readonly copies?: readonly (string | { readonly to: string; readonly reason: string })[] | undefined;
  readonly webAddress?: string | undefined;
}

/** What the program writes where nothing was entered. */
export interface FormedWords {
  readonly name: string;
  readonly letterhead: readonly string[];
  readonly recipient: string;
  readonly signatory: string;
}

/** Rows left empty for new copies. */
const NEW_COPIES = 2;

function Copies({ copies, most }: { copies: NonNullable<OfficeValues['copies']>; most: number }) {
  const rows = Array.from({ length: Math.min(most, Math.max(copies.length + NEW_COPIES, 3)) }, (_, index) => index + 1);
  return (
    <fieldset className="field">
      <legend>{SETTINGS_PAGE.officeFields.copies}</legend>
      <p className="hint">
        {SETTINGS_PAGE.copiesHint} {copies.length === 0 && SETTINGS_PAGE.ifEmpty(SETTINGS_PAGE.copiesDefault)}
      </p>
      {rows.map((index) => {
        const copy = copies[index - 1];
        return (
          <div key={index} className="admin-copy">
            <TextField
              name={`copyTo${index}`}
              label={SETTINGS_PAGE.copyTo(index)}
              optional
              maxLength={200}
              defaultValue={typeof copy === 'string' ? copy : (copy?.to ?? '')}
            />
            <TextField
              name={`copyReason${index}`}
              label={SETTINGS_PAGE.copyReason(index)}
              optional
              maxLength={200}
              defaultValue={typeof copy === 'string' ? '' : (copy?.reason ?? '')}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** Words on letters and reports; each field says what stands there if it stays empty. */
export function OfficeFields({
  office,
  formed,
  mostCopies,
}: {
  office: OfficeValues;
  formed: FormedWords;
  mostCopies: number;
}) {
  const { officeFields: labels, oneALine, ifEmpty } = SETTINGS_PAGE;
  const hintOf = (entered: unknown, text: string) => (entered === undefined ? ifEmpty(text) : undefined);
  const line = (
    name: 'name' | 'province' | 'motto' | 'signatory' | 'preparedTitle' | 'confirmedTitle',
    hint?: string,
  ) => (
    <TextField
      name={name}
      label={labels[name]}
      hint={hint}
      optional
      maxLength={200}
      defaultValue={office[name] ?? ''}
    />
  );
  return (
    <>
      {line('name', hintOf(office.name, formed.name))}
      {line('province')}
      <TextareaField
        name="letterhead"
        label={labels.letterhead}
        hint={`${oneALine} ${hintOf(office.letterhead, formed.letterhead.join('، ')) ?? ''}`}
        optional
        rows={3}
        defaultValue={office.letterhead?.join('\n') ?? ''}
      />
      {line('motto', SETTINGS_PAGE.mottoHint)}
      <TextareaField
        name="recipient"
        label={labels.recipient}
        hint={`${oneALine} ${hintOf(office.recipient, formed.recipient) ?? ''}`}
        optional
        rows={2}
        defaultValue={office.recipient ?? ''}
      />
      {line('signatory', hintOf(office.signatory, formed.signatory))}
      {line('preparedTitle', hintOf(office.preparedTitle, SETTINGS_PAGE.preparedDefault))}
      {line('confirmedTitle', hintOf(office.confirmedTitle, office.signatory ?? formed.signatory))}
      <Copies copies={office.copies ?? []} most={mostCopies} />
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

/** Parts of the weekly report; what is ticked appears. */
export function SectionFields({ leftOut }: { leftOut: readonly ReportSection[] }) {
  return (
    <CheckboxesField
      name="sections[]"
      label={SETTINGS_PAGE.sectionsField}
      options={REPORT_SECTIONS.map((section) => ({ value: section, label: REPORT_SECTION_LABELS[section] }))}
      defaultValues={REPORT_SECTIONS.filter((section) => !leftOut.includes(section))}
    />
  );
}
