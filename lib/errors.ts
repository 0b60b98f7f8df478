/**
 * Expected failures. A service throws `AppError` with a code and plain details; `lib/messages/errors.ts` turns both into a Persian
 * sentence that says what to do next, and the command line into an English one.
 */
export const ERROR_CODES = [
  'not_found',
  'signed_out',
  'forbidden',
  'invalid_input',
  'illegal_transition',
  'conflict',
  'as_of_out_of_range',
  'read_only_clock',
  'too_many_attempts',
  'wrong_credentials',
  'account_disabled',
  'file_too_large',
  'file_type_refused',
  'file_unreadable',
  'import_refused',
  'nothing_to_report',
  'week_unfinished',
  'disk_full',
  'database_locked',
  'database_newer',
  'guards_missing',
  'no_programme',
  'no_browser',
  'print_failed',
  'server_running',
  'backup_damaged',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Readonly<Record<string, unknown>>;

export class AppError extends Error {
  override readonly name = 'AppError';
  /** All that reaches an error page in the browser: the framework passes this property on, and nothing else of an error. */
  readonly digest: string;

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.digest = `app-error:${code}`;
  }
}

export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
