'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { DATE_FIELD } from '@/lib/messages/common';
import { useFormContext } from './action-form';
import { Button } from './button';
import { describedBy, Field } from './field';
import type { FormFieldProps } from './form-fields';
import { errorOf, valueOf } from './form-state';
import { Icon } from './icon';
import { COMMON } from '@/lib/messages/common';
import { TextInput } from './inputs';

/** The calendar is heavy, so it is fetched when somebody opens it, never with the page. */
const JalaliCalendar = dynamic(() => import('./jalali-calendar').then((module) => module.JalaliCalendar), {
  ssr: false,
  loading: () => <p className="small muted">{COMMON.loading}</p>,
});

export interface JalaliDateFieldProps extends FormFieldProps {
  /** The day that stands for today: the server's, since a simulated one may differ from the visitor's. */
  today: CivilDate;
  /** First and last day the calendar offers; the server checks again. */
  min?: CivilDate;
  max?: CivilDate;
  holidays?: readonly CivilDate[];
}

/**
 * A Jalali date as text, in any digits: usable without script. `defaultValue` is the text of `formatJalaliInput`; the server reads the
 * answer with `parseJalaliDate`.
 */
export function JalaliDateField({
  name,
  label,
  hint = DATE_FIELD.hint,
  optional,
  defaultValue,
  today,
  min,
  max,
  holidays,
}: JalaliDateFieldProps) {
  const form = useFormContext();
  const input = useRef<HTMLInputElement>(null);
  const wrapper = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const id = `${form.id}-${name}`;
  const error = errorOf(form.state, name);

  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !wrapper.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };

  return (
    <Field id={id} label={label} hint={hint} error={error} optionalWord={optional ? COMMON.optional : undefined}>
      <div
        className="dwrap"
        ref={wrapper}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          close();
        }}
      >
        <TextInput
          ref={input}
          id={id}
          name={name}
          inputMode="text"
          autoComplete="off"
          required={!optional}
          defaultValue={valueOf(form.state, name, defaultValue)}
          invalid={error !== undefined}
          aria-describedby={describedBy(id, { hint, error })}
        />
        <Button
          ref={opener}
          iconOnly
          aria-label={isOpen ? DATE_FIELD.close : DATE_FIELD.open}
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="calendar" />
        </Button>
        {isOpen && (
          <div className="calp" role="dialog" aria-label={DATE_FIELD.open}>
            <JalaliCalendar
              text={input.current?.value ?? ''}
              today={today}
              min={min}
              max={max}
              holidays={holidays}
              onChoose={(text) => {
                if (input.current) input.current.value = text;
                close();
              }}
            />
          </div>
        )}
      </div>
    </Field>
  );
}
