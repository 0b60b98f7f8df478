import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Section } from '@/components/ui/section';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate, formatDateTime, formatJalaliInput } from '@/lib/format/dates';
import { registryNumberText, REPORTS } from '@/lib/messages/reports';

interface RegistrationView {
  readonly id: number;
  readonly registryNumber: string;
  readonly registeredOn: CivilDate;
  readonly recordedAt: string;
  readonly recordedByName: string;
}

export interface RegistrationSectionProps {
  action: ActionFormProps<unknown>['action'];
  initialState: ActionFormProps<unknown>['initialState'];
  /** What the form is about: travels along. */
  hidden: Readonly<Record<string, string>>;
  issuedOn: CivilDate;
  today: CivilDate;
  /** Every number that was entered, newest first. */
  history: readonly RegistrationView[];
}

/** The secretariat's number of a signed paper: entered after it was frozen, corrected by entering it again. */
export function RegistrationSection({ history, ...props }: RegistrationSectionProps) {
  const [newest, ...earlier] = history;
  return (
    <Section id="registration-section" title={REPORTS.registrationTitle} take={REPORTS.registrationTake}>
      <ActionForm
        id="registration"
        action={props.action}
        initialState={props.initialState}
        hidden={{ ...props.hidden, seen: newest === undefined ? '' : String(newest.id) }}
        className="narrow"
      >
        <TextField
          name="registryNumber"
          label={REPORTS.registrationNumber}
          hint={REPORTS.registrationNumberHint}
          maxLength={60}
          autoComplete="off"
          defaultValue={newest === undefined ? '' : registryNumberText(newest.registryNumber)}
        />
        <JalaliDateField
          name="registeredOn"
          label={REPORTS.registrationDate}
          today={props.today}
          min={props.issuedOn}
          max={props.today}
          defaultValue={formatJalaliInput(newest?.registeredOn ?? null)}
        />
        <SubmitButton variant="default">
          {newest === undefined ? REPORTS.registrationSave : REPORTS.registrationCorrect}
        </SubmitButton>
      </ActionForm>
      {newest !== undefined && (
        <p className="small muted">
          {REPORTS.registrationBy(newest.recordedByName, formatDateTime(newest.recordedAt))}
        </p>
      )}
      {earlier.length > 0 && (
        <details className="data">
          <summary>{REPORTS.registrationHistory}</summary>
          <ol className="list small">
            {earlier.map((row) => (
              <li key={row.id}>
                <bdi>{registryNumberText(row.registryNumber)}</bdi>؛ {formatDate(row.registeredOn)}{' '}
                <span className="muted">
                  {REPORTS.registrationBy(row.recordedByName, formatDateTime(row.recordedAt))}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </Section>
  );
}
