import { randomUUID } from 'node:crypto';
import { isFromElsewhere } from '@/app/request-origin';
import { renderClientClosed, renderClientForm, renderClientThanks } from '@/components/survey/render-client';
import type { SurveyAnswers } from '@/lib/domain/survey';
import { isAppError, type AppError } from '@/lib/errors';
import { CLIENT_SURVEY } from '@/lib/messages/survey';
import { getNotice } from '@/lib/services/frame';
import type { AnonymousContext } from '@/lib/services/service-context';
import type { ClientSurvey, RecordedResponse, ResponseInput } from '@/lib/services/survey-responses';
import { answerField, readClientAnswers } from '@/lib/validation/survey';

/** A questionnaire of sixteen items is far smaller. */
const MOST_BYTES = 16_384;
/** How long a tablet thanks before it is ready for the next person. */
const THANKS_SECONDS = 8;

/** One way in which clients answer. */
export interface ClientWay {
  readonly ctx: AnonymousContext;
  readonly path: string;
  readonly isTablet: boolean;
  readonly read: () => ClientSurvey;
  readonly answer: (input: ResponseInput) => RecordedResponse;
}

function respond(html: string, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex, nofollow',
      ...headers,
    },
  });
}

function closed({ ctx, isTablet }: ClientWay): Response {
  const [title, text] = isTablet
    ? [CLIENT_SURVEY.tabletClosedTitle, CLIENT_SURVEY.tabletClosedText]
    : [CLIENT_SURVEY.closedTitle, CLIENT_SURVEY.closedText];
  return respond(renderClientClosed({ notice: getNotice(ctx), isTablet, title, text }), 404);
}

function form(
  { ctx, isTablet, read }: ClientWay,
  { status = 200, key = randomUUID() as string, answers = {} as SurveyAnswers, problem = null as string | null } = {},
): Response {
  const { body, items } = read();
  return respond(
    renderClientForm({
      ...{ notice: getNotice(ctx), isTablet, bodyName: body.name, items, formKey: key },
      ...{ answers, problem, fieldOf: answerField },
    }),
    status,
  );
}

/** What does not exist, what is closed and what the pass does not allow any more are the same answer. */
function orClosed(way: ClientWay, respondWith: () => Response): Response {
  try {
    return respondWith();
  } catch (error) {
    const isClosed = isAppError(error) && ['not_found', 'forbidden', 'no_programme'].includes(error.code);
    if (isClosed) return closed(way);
    throw error;
  }
}

/** The questionnaire, or the thanks after it. */
export function showSurvey(request: Request, way: ClientWay): Response {
  return orClosed(way, () => {
    if (!new URL(request.url).searchParams.has('thanks')) return form(way);
    way.read();
    const { isTablet, path } = way;
    return respond(
      renderClientThanks({ notice: getNotice(way.ctx), isTablet, next: isTablet ? path : null }),
      200,
      isTablet ? { Refresh: `${THANKS_SECONDS}; url=${path}` } : {},
    );
  });
}

/** Records what was sent, and leads to the thanks; else the form comes back with what was chosen. */
export async function takeSurvey(request: Request, way: ClientWay): Promise<Response> {
  const text = isFromElsewhere(request) ? null : await readForm(request);
  const sent = text === null ? null : readClientAnswers(new URLSearchParams(text));
  return orClosed(way, () => {
    if (sent === null) return form(way, { status: 400, problem: CLIENT_SURVEY.unreadable });
    try {
      way.answer(sent);
    } catch (error) {
      if (!isAppError(error)) throw error;
      const problem = problemOf(error);
      if (problem === null) throw error;
      return form(way, { status: problem.status, problem: problem.text, ...sent });
    }
    return new Response(null, {
      status: 303,
      headers: { Location: `${way.path}?thanks=1`, 'Cache-Control': 'no-store' },
    });
  });
}

function problemOf({ code, details }: AppError): { readonly status: number; readonly text: string } | null {
  switch (code) {
    case 'invalid_input':
      return { status: 422, text: CLIENT_SURVEY.empty };
    case 'too_many_attempts':
      return {
        status: 429,
        text: details['reason'] === 'survey_day' ? CLIENT_SURVEY.waitDay : CLIENT_SURVEY.waitMinute,
      };
    case 'read_only_clock':
    case 'disk_full':
    case 'database_locked':
      return { status: 503, text: CLIENT_SURVEY.notNow };
    default:
      return null;
  }
}

/** The body of a form as text; null for one that is no such form or too long, which is not read to its end. */
async function readForm(request: Request): Promise<string | null> {
  if (!(request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) return null;
  const reader = request.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > MOST_BYTES) return null;
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}
