import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

interface Invalidity {
  /** Marks the control as wrong for screen readers; the sentence stands in its `Field`. */
  invalid?: boolean;
}

export function TextInput({ invalid, className, type = 'text', ...rest }: ComponentProps<'input'> & Invalidity) {
  return <input {...rest} type={type} className={classNames('input', className)} aria-invalid={invalid || undefined} />;
}

export function Textarea({ invalid, className, rows = 3, ...rest }: ComponentProps<'textarea'> & Invalidity) {
  return (
    <textarea {...rest} rows={rows} className={classNames('input', className)} aria-invalid={invalid || undefined} />
  );
}

export interface Option {
  value: string;
  label: string;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps extends Omit<ComponentProps<'select'>, 'children'>, Invalidity {
  options: readonly Option[];
  /** A first, empty choice such as «انتخاب کنید». */
  placeholder?: string;
}

/** After a server action React falls back to the first option unless the key follows the value. */
export function Select({ options, placeholder, invalid, className, defaultValue, ...rest }: SelectProps) {
  return (
    <select
      key={String(defaultValue ?? '')}
      {...rest}
      defaultValue={defaultValue}
      className={classNames('input', className)}
      aria-invalid={invalid || undefined}
    >
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export interface RadioGroupProps {
  /** The first choice carries this id, so that an error summary can lead to it. */
  id: string;
  name: string;
  options: readonly Option[];
  defaultValue?: string;
  required?: boolean;
}

/** Choices of a `Fieldset`. */
export function RadioGroup({ id, name, options, defaultValue, required }: RadioGroupProps) {
  return options.map((option, index) => (
    <label className="check" key={option.value}>
      <input
        type="radio"
        id={index === 0 ? `${id}-first` : undefined}
        name={name}
        value={option.value}
        defaultChecked={option.value === defaultValue}
        disabled={option.disabled}
        required={required}
      />
      <span>
        {option.label}
        {option.hint && <span className="hint">{option.hint}</span>}
      </span>
    </label>
  ));
}

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  label: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  return (
    <label className="check">
      <input {...rest} type="checkbox" />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  );
}
