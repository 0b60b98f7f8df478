import { getApiContext } from '@/lib/context';
import { isAppError, type AppError, type ErrorCode } from '@/lib/errors';
import { describeError } from '@/lib/messages/errors';
import type { ServiceContext } from '@/lib/services/service-context';
import type { QueryParams } from '@/lib/validation/progress';

const STATUS_OF: Partial<Record<ErrorCode, number>> = {
  invalid_input: 400,
  as_of_out_of_range: 400,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  no_programme: 404,
  too_many_attempts: 429,
};

const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' };

function errorResponse(error: AppError): Response {
  const { message } = describeError(error);
  const status = STATUS_OF[error.code] ?? 500;
  const retry = typeof error.details['retryAfterSeconds'] === 'number' ? error.details['retryAfterSeconds'] : null;
  return Response.json(
    { error: { code: error.code, message } },
    { status, headers: retry === null ? HEADERS : { ...HEADERS, 'Retry-After': String(retry) } },
  );
}

/** What a route answers: a document, and the same as a table where it is one. */
export interface ApiAnswer {
  readonly document: unknown;
  /** Rows for `?format=csv`; the first holds the names of the columns. */
  readonly table?: () => readonly (readonly (string | number | null)[])[];
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A spreadsheet must not take a cell for a formula.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Comma-separated text with a byte-order mark, so that spreadsheets read it as UTF-8. */
function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

type RouteArgs<P> = { readonly params: Promise<P> };

/**
 * Wraps a read of the HTTP API: session or bearer token, parameters in, JSON or CSV out, expected failures as
 * `{ "error": { "code", "message" } }`.
 */
export function apiRoute<P = Record<string, never>>(
  read: (ctx: ServiceContext, query: QueryParams, params: P) => ApiAnswer,
): (request: Request, args: RouteArgs<P>) => Promise<Response> {
  return async (request, args) => {
    try {
      const ctx = await getApiContext(request);
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const answer = read(ctx, query, await args.params);
      if (query['format'] === 'csv' && answer.table) {
        return new Response(toCsv(answer.table()), {
          headers: { ...HEADERS, 'Content-Type': 'text/csv; charset=utf-8' },
        });
      }
      return Response.json(answer.document, { headers: HEADERS });
    } catch (error) {
      if (isAppError(error)) return errorResponse(error);
      const incident = crypto.randomUUID().slice(0, 8);
      console.error(`[${incident}]`, error);
      return Response.json(
        { error: { code: 'internal', message: `خطایی در سامانه رخ داد. کد پیگیری: ${incident}` } },
        { status: 500, headers: HEADERS },
      );
    }
  };
}
