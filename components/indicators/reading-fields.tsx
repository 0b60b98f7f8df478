'use client';

import { useFormContext } from '@/components/ui/action-form';
import { describedBy, Field } from '@/components/ui/field';
import { errorOf, valueOf } from '@/components/ui/form-state';
import { TextareaField } from '@/components/ui/form-fields';
import { TextInput } from '@/components/ui/inputs';
import { MY_INDICATORS } from '@/lib/messages/indicators';

export interface ReadingField {
  readonly name: string;
  readonly label: string;
  /** What stood there the month before, in words. */
  readonly hint: string | null;
  readonly value: string;
}

export interface ReadingFieldsProps {
  title: string;
  formula: string;
  /** The value of last month, and who recorded this month's. */
  facts: readonly string[];
  fields: readonly ReadingField[];
  noteName: string;
  /** The explanation that stands there already. */
  note: string;
}

/** The numbers of one indicator, last month beside each; the explanation appears where it is asked for or has been given. */
export function ReadingFields({ title, formula, facts, fields, noteName, note }: ReadingFieldsProps) {
  const { state } = useFormContext();
  const isAsked = errorOf(state, noteName) !== undefined || valueOf(state, noteName, note) !== '';
  return (
    <fieldset className="reading">
      <legend>{title}</legend>
      <p className="hint">{formula}</p>
      {facts.map((fact) => (
        <p key={fact} className="small muted">
          {fact}
        </p>
      ))}
      <div className="reading-fields">
        {fields.map((field) => (
          <NumberField key={field.name} {...field} />
        ))}
      </div>
      {isAsked && (
        <TextareaField
          name={noteName}
          label={MY_INDICATORS.note}
          hint={MY_INDICATORS.noteHint}
          defaultValue={note}
          rows={2}
          maxLength={2000}
        />
      )}
    </fieldset>
  );
}

/** A number that may stay empty; that all may is said once, over the form. */
function NumberField({ name, label, hint, value }: ReadingField) {
  const { id: formId, state } = useFormContext();
  const id = `${formId}-${name}`;
  const error = errorOf(state, name);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <TextInput
        id={id}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        invalid={error !== undefined}
        aria-describedby={describedBy(id, { hint, error })}
        defaultValue={valueOf(state, name, value)}
      />
    </Field>
  );
}
