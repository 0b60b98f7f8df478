'use client';

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react';
import { correctThese } from '@/lib/messages/common';
import { classNames } from './class-names';
import { ErrorSummary } from './error-summary';
import { FORM_ID_FIELD, type FormState, IDLE } from './form-state';
import { Note } from './note';

interface FormContextValue {
  readonly id: string;
  readonly state: FormState;
}

/** Its provider stands around fields that show other values than the form's answer, as a kept draft does. */
export const FormContext = createContext<FormContextValue>({ id: 'form', state: IDLE });

/** The answer of the nearest form's action, and the prefix of its ids. */
export function useFormContext(): FormContextValue {
  return useContext(FormContext);
}

export interface ActionFormProps<T> {
  /** Prefix of the ids of the fields: unique on the page. */
  id: string;
  action: (state: FormState<T>, data: FormData) => Promise<FormState<T>>;
  /** A draft kept from before signing in again (`readDraft`), or nothing. */
  initialState?: FormState<T>;
  /** Fields that travel along: what the form is about. */
  hidden?: Readonly<Record<string, string>>;
  className?: string;
  children: ReactNode;
}

/**
 * A form whose fields (`TextField`, `SelectField` …) show the sentences and the values that the action sends back. It works without
 * script: the page is then sent whole, and comes back with the same sentences.
 */
export function ActionForm<T>({
  id,
  action,
  initialState = IDLE,
  hidden = {},
  className,
  children,
}: ActionFormProps<T>) {
  const [state, formAction] = useActionState(action, initialState as Awaited<FormState<T>>);
  const summary = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.status === 'error') summary.current?.querySelector<HTMLElement>('[role=alert]')?.focus();
  }, [state]);

  return (
    <FormContext value={{ id, state }}>
      <form id={id} action={formAction} className={classNames('form', className)} noValidate>
        <div ref={summary} className="form-answer">
          <FormAnswer id={id} state={state} />
        </div>
        <input type="hidden" name={FORM_ID_FIELD} value={id} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </form>
    </FormContext>
  );
}

function FormAnswer({ id, state }: FormContextValue) {
  if (state.status === 'error') {
    const items = Object.entries(state.fieldErrors).map(([name, text]) => ({ href: `#${id}-${name}`, text }));
    const title = items.length > 0 ? `${state.message} ${correctThese(items.length)}` : state.message;
    return <ErrorSummary title={title} items={items} />;
  }
  if (!state.message) return null;
  return (
    <Note tone={state.status === 'done' ? 'ok' : 'warn'} role="status">
      {state.message}
    </Note>
  );
}
