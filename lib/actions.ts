import { randomInt } from 'node:crypto';
import { inspect } from 'node:util';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { FormDone, FormError, FormState, FormValues } from '@/components/ui/form-state';
import { getContext } from '@/lib/context';
import { clearDraft, keepDraft } from '@/lib/drafts';
import { isAppError, type AppError } from '@/lib/errors';
import { describeErrorInline, UNEXPECTED_ERROR } from '@/lib/messages/errors';
import { describeInputIssue, fieldSentences } from '@/lib/messages/input-issues';
import { localPath, signInPath } from '@/lib/paths';
import type { ServiceContext } from '@/lib/services/service-context';

/** What a form calls: the signature of `useActionState`. */
export type FormAction<T> = (state: FormState<T>, data: FormData) => Promise<FormState<T>>;

/** Never sent back to the form and never kept. */
const SECRET_NAME = /password|secret|token/i;

/** The answer of an action that went well. `message` says what happened, where the page itself does not show it. */
export function done<T>(data: T, message?: string): FormDone<T> {
  return { status: 'done', data, message };
}

/** Text fields of a form by name: several of one name as a list; React's own fields, files and secrets left out. */
export function formValues(data: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION') || SECRET_NAME.test(name)) continue;
    const texts = data.getAll(name).filter((value): value is string => typeof value === 'string');
    if (texts.length > 0) values[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return values;
}

/** What the schema is given: text as text, names that end in `[]` as lists, boxes that were not ticked are absent. */
function schemaInput(data: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const values = data.getAll(name);
    if (name.endsWith('[]')) input[name.slice(0, -2)] = values;
    else input[name] = values.length === 1 ? values[0] : values;
  }
  return input;
}

/** Where the form stands. With script the address comes in a header of the framework, without it the form is sent to its own page. */
async function formPath(): Promise<string> {
  const requestHeaders = await headers();
  const referer = requestHeaders.get('referer');
  const pathname = localPath(requestHeaders.get('x-pathname')) ?? '/';
  if (referer === null || !URL.canParse(referer)) return pathname;
  const url = new URL(referer);
  return url.pathname === pathname ? `${pathname}${url.search}` : pathname;
}

function refusedFields(error: z.ZodError): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    if (field === '' || sentences[field] !== undefined) continue;
    // a schema of ours says it in Persian; zod's own words are English
    const isOurs = /[\u0600-\u06ff]/.test(issue.message);
    sentences[field] = isOurs ? issue.message : describeInputIssue({ field, reason: zodReason(issue) });
  }
  return sentences;
}

function zodReason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'too_short';
  if (issue.code === 'too_big') return 'too_long';
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  return 'invalid';
}

function refused(error: AppError, values: FormValues): FormError {
  if (error.code === 'invalid_input') {
    const fieldErrors = fieldSentences(error.details);
    if (Object.keys(fieldErrors).length > 0) return formError('فرم پذیرفته نشد.', values, fieldErrors);
  }
  return formError(describeErrorInline(error), values);
}

function formError(message: string, values: FormValues, fieldErrors: Record<string, string> = {}): FormError {
  return { status: 'error', message, fieldErrors, values };
}

/** A number people can read out, under which a fault stands in the log. */
export function reportIncident(error: unknown): string {
  const id = `${randomInt(1000, 10_000)}-${randomInt(100, 1000)}`;
  process.stderr.write(`incident ${id} ${inspect(error, { depth: 4 })}\n`);
  return id;
}

function unexpected(error: unknown, values: FormValues): FormError {
  const { title, message } = UNEXPECTED_ERROR;
  return formError(`${title} ${message} کد پیگیری: ${reportIncident(error)}`, values);
}

async function answer<Schema extends z.ZodType, T>(
  schema: Schema,
  data: FormData,
  handle: (input: z.output<Schema>) => FormState<T> | Promise<FormState<T>>,
): Promise<FormState<T>> {
  const values = formValues(data);
  const parsed = schema.safeParse(schemaInput(data), { reportInput: true });
  if (!parsed.success) return formError('فرم فرستاده نشد.', values, refusedFields(parsed.error));
  try {
    return await handle(parsed.data);
  } catch (error) {
    // a redirect or "not found" of the framework travels as an error
    unstable_rethrow(error);
    return isAppError(error) ? refused(error, values) : unexpected(error, values);
  }
}

/**
 * A server action for signed-in people. It parses the form with the schema, finds out who asks, calls the handler, and turns failures
 * into sentences beside the fields with what was typed. The service that the handler calls authorises.
 *
 * Somebody whose session has ended is led to the sign-in page, and finds the form as it was afterwards (`readDraft`).
 */
export function action<Schema extends z.ZodType, T>(
  schema: Schema,
  handler: (ctx: ServiceContext, input: z.output<Schema>) => FormState<T> | Promise<FormState<T>>,
): FormAction<T> {
  return async (_state, data) => {
    const path = await formPath();
    let ctx: ServiceContext;
    try {
      ctx = await getContext();
    } catch (error) {
      if (!isAppError(error, 'signed_out')) throw error;
      await keepDraft(path, formValues(data));
      redirect(signInPath(path));
    }
    const state = await answer(schema, data, (input) => handler(ctx, input));
    if (state.status === 'done') await clearDraft(path);
    return state;
  };
}

/** A server action for people who have not signed in: sign-in itself and the first set-up. */
export function publicAction<Schema extends z.ZodType, T>(
  schema: Schema,
  handler: (input: z.output<Schema>) => FormState<T> | Promise<FormState<T>>,
): FormAction<T> {
  return async (_state, data) => answer(schema, data, handler);
}
