import { evidenceLine } from '@/components/evidence/evidence-list';
import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EvidenceKind } from '@/lib/domain/vocabulary';
import { EXAMPLES } from '@/lib/messages/examples';

export interface ExampleChoiceView {
  readonly evidenceId: number;
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly isConfidential: boolean;
  readonly isExample: boolean;
  readonly mark: { readonly recordedOn: CivilDate; readonly recordedByName: string } | null;
}

export interface ExampleChoicesProps {
  choices: readonly ExampleChoiceView[];
  /** Null for who may see the marks and not change them. */
  action: ActionFormProps<unknown>['action'] | null;
  /** Names the step for the way back. */
  hidden: Readonly<Record<string, string>>;
}

/** The accepted evidence of a step, each piece with what shows it to other bodies or closes it again. */
export function ExampleChoices({ choices, action, hidden }: ExampleChoicesProps) {
  return (
    <Section id="examples" title={EXAMPLES.choicesTitle} take={EXAMPLES.choicesTake}>
      <ul className="list example-choices">
        {choices.map((choice) => (
          <li key={choice.evidenceId}>
            <span>
              {evidenceLine(choice)} {choice.isExample && <Tag tone="complete">{EXAMPLES.isExample}</Tag>}
              {choice.mark !== null && (
                <small className="muted">
                  {' '}
                  {EXAMPLES.markedBy(choice.mark.recordedByName, choice.mark.recordedOn, choice.isExample)}
                </small>
              )}
            </span>
            {choice.isConfidential && !choice.isExample ? (
              <span className="small muted">{EXAMPLES.confidential}</span>
            ) : (
              action !== null && (
                <ActionForm
                  id={`example-${choice.evidenceId}`}
                  action={action}
                  className="inline-form"
                  hidden={{ ...hidden, evidence: String(choice.evidenceId), mark: choice.isExample ? 'no' : 'yes' }}
                >
                  <SubmitButton variant="default" size="sm">
                    {choice.isExample ? EXAMPLES.unmark : EXAMPLES.mark}
                  </SubmitButton>
                </ActionForm>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
