import { getApiContext } from '@/lib/context';
import { AppError, isAppError, type ErrorCode } from '@/lib/errors';
import { describeApiError, describeIncident } from '@/lib/messages/api';
import { toCsvText, type CsvValue } from '@/lib/services/exports/csv-text';
import type { ServiceContext } from '@/lib/services/service-context';
import { queryWord, type QueryParams } from '@/lib/validation/progress';

const STATUS_OF: Partial<Record<ErrorCode, number>> = {
  invalid_input: 400,
  as_of_out_of_range: 400,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  no_programme: 404,
  too_many_attempts: 429,
};

const FORMATS = ['json', 'csv'] as const;
const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' };

function errorResponse(error: AppError): Response {
  const status = STATUS_OF[error.code] ?? 500;
  const retry = typeof error.details['retryAfterSeconds'] === 'number' ? error.details['retryAfterSeconds'] : null;
  return Response.json(
    { error: { code: error.code, message: describeApiError(error) } },
    { status, headers: retry === null ? HEADERS : { ...HEADERS, 'Retry-After': String(retry) } },
  );
}

/** What a route answers: a document, and the same as a table where it is one. */
export interface ApiAnswer {
  readonly document: unknown;
  /** Rows for `?format=csv`; the first holds the names of the columns. */
  readonly table?: () => readonly (readonly CsvValue[])[];
}

function csvResponse(request: Request, rows: readonly (readonly CsvValue[])[]): Response {
  const name = new URL(request.url).pathname.split('/').at(-1) ?? '';
  return new Response(toCsvText(rows), {
    headers: {
      ...HEADERS,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name.replace(/[^a-z-]/g, '')}.csv"`,
    },
  });
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
      const format = queryWord(query, 'format', FORMATS) ?? 'json';
      const answer = read(ctx, query, await args.params);
      if (format === 'csv') {
        if (!answer.table) throw new AppError('invalid_input', { field: 'format', value: format, allowed: ['json'] });
        return csvResponse(request, answer.table());
      }
      return Response.json(answer.document, { headers: HEADERS });
    } catch (error) {
      if (isAppError(error)) return errorResponse(error);
      const incident = crypto.randomUUID().slice(0, 8);
      console.error(`[${incident}]`, error);
      return Response.json(
        { error: { code: 'internal', message: describeIncident(incident) } },
        { status: 500, headers: HEADERS },
      );
    }
  };
}
