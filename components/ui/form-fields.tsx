'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { COMMON } from '@/lib/messages/common';
import { useFormContext } from './action-form';
import { Button, type ButtonVariant } from './button';
import { classNames } from './class-names';
import { describedBy, Field, FieldError, Fieldset } from './field';
import { errorOf, valueOf, valuesOf } from './form-state';
import { Checkbox, type Option, RadioGroup, Select, Textarea, TextInput } from './inputs';

/** Fields of an `ActionForm`: they take their error and the value sent last from the form's answer. */

export interface FormFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Adds «اختیاری» to the label. Fields are required unless said otherwise, and the server decides. */
  optional?: boolean;
  defaultValue?: string;
}

function useField({ name, hint, optional, defaultValue }: Omit<FormFieldProps, 'label'>) {
  const form = useFormContext();
  const id = `${form.id}-${name}`;
  const error = errorOf(form.state, name);
  return {
    field: { id, hint, error, optionalWord: optional ? COMMON.optional : undefined },
    control: {
      id,
      name,
      invalid: error !== undefined,
      required: !optional,
      'aria-describedby': describedBy(id, { hint, error }),
    },
    value: valueOf(form.state, name, defaultValue),
  };
}

type TextFieldProps = FormFieldProps &
  Pick<
    ComponentProps<'input'>,
    'type' | 'dir' | 'inputMode' | 'autoComplete' | 'maxLength' | 'placeholder' | 'list' | 'autoFocus' | 'spellCheck'
  >;

export function TextField({ name, label, hint, optional, defaultValue, ...rest }: TextFieldProps) {
  const { field, control, value } = useField({ name, hint, optional, defaultValue });
  return (
    <Field {...field} label={label}>
      <TextInput {...rest} {...control} defaultValue={value} />
    </Field>
  );
}

export function TextareaField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  ...rest
}: FormFieldProps & Pick<ComponentProps<'textarea'>, 'rows' | 'maxLength' | 'placeholder'>) {
  const { field, control, value } = useField({ name, hint, optional, defaultValue });
  return (
    <Field {...field} label={label}>
      <Textarea {...rest} {...control} defaultValue={value} />
    </Field>
  );
}

export function SelectField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  options,
  placeholder = COMMON.choose,
}: FormFieldProps & { options: readonly Option[]; placeholder?: string }) {
  const { field, control, value } = useField({ name, hint, optional, defaultValue });
  return (
    <Field {...field} label={label}>
      <Select {...control} defaultValue={value} options={options} placeholder={placeholder} />
    </Field>
  );
}

export function RadioField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  options,
}: FormFieldProps & { options: readonly Option[] }) {
  const { field, value } = useField({ name, hint, optional, defaultValue });
  return (
    <Fieldset {...field} legend={label}>
      <RadioGroup key={value} id={field.id} name={name} options={options} defaultValue={value} required={!optional} />
    </Fieldset>
  );
}

/** One box, sent as «on» when it is ticked. */
export function CheckboxField({
  name,
  label,
  hint,
  defaultChecked = false,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultChecked?: boolean;
}) {
  const form = useFormContext();
  const id = `${form.id}-${name}`;
  const error = errorOf(form.state, name);
  const wasSent = form.state.status !== 'done' && form.state.values !== undefined;
  const isChecked = wasSent ? valueOf(form.state, name) !== '' : defaultChecked;
  return (
    <div className={classNames('field', error && 'bad')}>
      {error && <FieldError id={id} message={error} />}
      <Checkbox key={String(isChecked)} id={id} name={name} defaultChecked={isChecked} label={label} hint={hint} />
    </div>
  );
}

/** Several boxes under one name. */
export function CheckboxesField({
  name,
  label,
  hint,
  optional,
  options,
  defaultValues = [],
}: Omit<FormFieldProps, 'defaultValue'> & { options: readonly Option[]; defaultValues?: readonly string[] }) {
  const { field } = useField({ name, hint, optional });
  const chosen = new Set(valuesOf(useFormContext().state, name, defaultValues));
  return (
    <Fieldset {...field} legend={label}>
      {options.map((option) => (
        <Checkbox
          key={`${option.value}-${chosen.has(option.value)}`}
          name={name}
          value={option.value}
          defaultChecked={chosen.has(option.value)}
          disabled={option.disabled}
          label={option.label}
          hint={option.hint}
        />
      ))}
    </Fieldset>
  );
}

/** Sends the form once: while it is on its way the button says so and takes no second press. */
export function SubmitButton({
  children,
  variant = 'primary',
  size,
  name,
  value,
}: {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: 'sm' | 'big';
  name?: string;
  value?: string;
}) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant={variant}
      size={size}
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending ? COMMON.sending : children}
    </Button>
  );
}
