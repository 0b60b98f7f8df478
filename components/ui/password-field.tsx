'use client';

import { useState } from 'react';
import { COMMON } from '@/lib/messages/common';
import { useFormContext } from './action-form';
import { Button } from './button';
import { describedBy, Field } from './field';
import type { FormFieldProps } from './form-fields';
import { errorOf } from './form-state';
import { TextInput } from './inputs';

/** A password: never filled in again after an answer, and shown only while asked for. */
export function PasswordField({
  name,
  label,
  hint,
  autoComplete,
}: Omit<FormFieldProps, 'defaultValue' | 'optional'> & { autoComplete: 'current-password' | 'new-password' }) {
  const form = useFormContext();
  const [isShown, setShown] = useState(false);
  const id = `${form.id}-${name}`;
  const error = errorOf(form.state, name);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="pw">
        <TextInput
          id={id}
          name={name}
          type={isShown ? 'text' : 'password'}
          dir="ltr"
          autoComplete={autoComplete}
          required
          invalid={error !== undefined}
          aria-describedby={describedBy(id, { hint, error })}
        />
        <Button variant="quiet" size="sm" aria-pressed={isShown} aria-controls={id} onClick={() => setShown(!isShown)}>
          {isShown ? COMMON.hidePassword : COMMON.showPassword}
        </Button>
      </div>
    </Field>
  );
}
