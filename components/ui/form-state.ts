/** What a server action answers a form with. Passwords and files are never among the values. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export interface FormError {
  readonly status: 'error';
  readonly message: string;
  /** One sentence for each wrong field, by the name of the field. */
  readonly fieldErrors: Readonly<Record<string, string>>;
  readonly values: FormValues;
}

export interface FormDone<T = unknown> {
  readonly status: 'done';
  /** What happened, as a sentence; absent where the page itself shows it. */
  readonly message?: string;
  readonly data: T;
}

export interface FormIdle {
  readonly status: 'idle';
  /** A draft that was kept. */
  readonly values?: FormValues;
  /** Says that a draft was kept. */
  readonly message?: string;
}

export type FormState<T = unknown> = FormIdle | FormError | FormDone<T>;

/** The hidden field by which a kept draft knows its form. */
export const FORM_ID_FIELD = '_form';

export const IDLE: FormIdle = { status: 'idle' };

/** The value a field starts with: what was sent last, else the given one. */
export function valueOf(state: FormState, name: string, otherwise = ''): string {
  const value = state.status === 'done' ? undefined : state.values?.[name];
  if (value === undefined) return otherwise;
  return typeof value === 'string' ? value : (value[0] ?? '');
}

export function valuesOf(state: FormState, name: string, otherwise: readonly string[] = []): readonly string[] {
  const value = state.status === 'done' ? undefined : state.values?.[name];
  if (value === undefined) return otherwise;
  return typeof value === 'string' ? [value] : value;
}

export function errorOf(state: FormState, name: string): string | undefined {
  return state.status === 'error' ? state.fieldErrors[name] : undefined;
}
