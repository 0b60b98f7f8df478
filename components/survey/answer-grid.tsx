'use client';

import { useFormContext } from '@/components/ui/action-form';
import { errorOf, valueOf } from '@/components/ui/form-state';
import { FieldError } from '@/components/ui/field';
import { ANSWER_LABELS, MY_SURVEY } from '@/lib/messages/survey';
import { formatInteger } from '@/lib/format/numbers';

export interface GridItem {
  readonly code: string;
  readonly text: string;
  /** Of its radio buttons. */
  readonly name: string;
}

/** All items of a paper with their five answers, as the paper has them; the arrow keys go through a row, Tab to the next. */
export function AnswerGrid({ items }: { items: readonly GridItem[] }) {
  const { id, state } = useFormContext();
  const error = errorOf(state, 'answers');
  return (
    <div className="sv-grid" id={`${id}-answers`} tabIndex={-1}>
      {error !== undefined && <FieldError id={`${id}-answers`} message={error} />}
      {items.map(({ code, text, name }, index) => (
        <fieldset key={code}>
          <legend>
            {formatInteger(index + 1)}. {text}
          </legend>
          <div className="sv-answers">
            {ANSWER_LABELS.map((label, answer) => (
              <label key={label} title={label}>
                <input
                  type="radio"
                  name={name}
                  value={answer + 1}
                  defaultChecked={valueOf(state, name, '') === String(answer + 1)}
                />
                <span>{label}</span>
              </label>
            ))}
            <label title={MY_SURVEY.noAnswer}>
              <input type="radio" name={name} value="" defaultChecked={valueOf(state, name, '') === ''} />
              <span className="faint">{MY_SURVEY.noAnswer}</span>
            </label>
          </div>
        </fieldset>
      ))}
    </div>
  );
}
