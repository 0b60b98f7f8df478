import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';

export interface FieldProps {
  /** The id of the control; its hint and error get `<id>-hint` and `<id>-error`. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Written after the label, for what may stay empty. */
  optionalWord?: string;
  className?: string;
  children: ReactNode;
}

/** Label, hint, error and control, in the order in which they are read. */
export function Field({ id, label, hint, error, optionalWord, className, children }: FieldProps) {
  return (
    <div className={classNames('field', error && 'bad', className)}>
      <label htmlFor={id}>
        {label}
        {optionalWord && <span className="opt"> ({optionalWord})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={id} message={error} />}
      {children}
    </div>
  );
}

export interface FieldsetProps extends Omit<FieldProps, 'label'> {
  legend: ReactNode;
}

/** The same for a group of choices. */
export function Fieldset({ id, legend, hint, error, optionalWord, className, children }: FieldsetProps) {
  return (
    <fieldset
      className={classNames('field', error && 'bad', className)}
      id={id}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend>
        {legend}
        {optionalWord && <span className="opt"> ({optionalWord})</span>}
      </legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={id} message={error} />}
      {children}
    </fieldset>
  );
}

export function FieldError({ id, message }: { id: string; message: string }) {
  return (
    <p className="err" id={`${id}-error`}>
      <Icon name="risk" />
      {message}
    </p>
  );
}

/** What `aria-describedby` of a control should say. */
export function describedBy(id: string, { hint, error }: { hint?: ReactNode; error?: string }): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
