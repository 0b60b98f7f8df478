import type { z } from 'zod';
import { AppError } from '@/lib/errors';

export interface InputIssue {
  readonly field: string;
  /** `required`, `too_short`, `too_long`, `invalid`, or a reason of the use case itself such as `username_taken` */
  readonly reason: string;
  readonly [detail: string]: unknown;
}

/** An `invalid_input` that names every wrong field; the first one also stands at the top of the details. */
export function invalidInput(issues: readonly InputIssue[]): AppError {
  return new AppError('invalid_input', { ...issues[0], issues });
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'too_short';
  if (issue.code === 'too_big') return 'too_long';
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  return 'invalid';
}

/** Input of a service as its schema wants it. @throws AppError `invalid_input` */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), reason: reasonOf(issue) })));
}
