'use client';

import type { ReactNode } from 'react';
import { useFormContext } from '@/components/ui/action-form';
import { describedBy, Field } from '@/components/ui/field';
import { errorOf } from '@/components/ui/form-state';
import { TextInput } from '@/components/ui/inputs';

export interface FileFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Names of file kinds, as the browser's own dialog takes them. */
  accept: string;
  multiple?: boolean;
}

/** A file of an `ActionForm`; it travels with the form, with script and without. */
export function FileField({ name, label, hint, accept, multiple }: FileFieldProps) {
  const form = useFormContext();
  const id = `${form.id}-${name}`;
  const error = errorOf(form.state, name);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <TextInput
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        invalid={error !== undefined}
        aria-describedby={describedBy(id, { hint, error })}
        required
      />
    </Field>
  );
}
