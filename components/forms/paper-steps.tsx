'use client';

import { useFormContext } from '@/components/ui/action-form';
import { Field, FieldError } from '@/components/ui/field';
import { errorOf, valueOf, valuesOf } from '@/components/ui/form-state';
import { Checkbox, TextInput } from '@/components/ui/inputs';
import { PAPERS } from '@/lib/messages/papers';

export interface PaperStepBox {
  readonly value: string;
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly asksUrl: boolean;
}

/** The open steps of a body as boxes, and a line for the address where a step asks for one. */
export function PaperSteps({
  groups,
}: {
  groups: readonly { readonly name: string; readonly steps: readonly PaperStepBox[] }[];
}) {
  const { id, state } = useFormContext();
  const chosen = new Set(valuesOf(state, 'steps[]').map(keyOf));
  const error = errorOf(state, 'steps');
  return (
    <fieldset className="joint-groups" id={`${id}-steps`}>
      <legend className="lab">{PAPERS.steps}</legend>
      <p className="hint">{PAPERS.stepsHint}</p>
      {error !== undefined && <FieldError id={`${id}-steps`} message={error} />}
      {groups.map((group) => (
        <div className="joint-group paper-group" key={group.name}>
          <p>{group.name}</p>
          {group.steps.map((step) => {
            const isOn = chosen.has(keyOf(step.value));
            const field = `url.${step.code}`;
            return (
              <div key={`${step.value}-${isOn}`}>
                <Checkbox
                  name="steps[]"
                  value={step.value}
                  defaultChecked={isOn}
                  label={
                    <>
                      <b>{step.name}</b> {step.title}
                    </>
                  }
                />
                {step.asksUrl && (
                  <Field id={`${id}-${field}`} label={PAPERS.url(step.name)} error={errorOf(state, field)}>
                    <TextInput
                      id={`${id}-${field}`}
                      name={field}
                      dir="ltr"
                      inputMode="url"
                      spellCheck={false}
                      maxLength={1000}
                      defaultValue={valueOf(state, field)}
                      invalid={errorOf(state, field) !== undefined}
                    />
                  </Field>
                )}
              </div>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}

/** What was seen of the step may differ in a form that comes back; the step is the same. */
function keyOf(value: string): string {
  return value.slice(0, value.lastIndexOf('|'));
}
