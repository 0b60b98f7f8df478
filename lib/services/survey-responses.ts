import type { Executor } from '@/db/client';
import { findBodyCode } from '@/db/queries/reference-as-of';
import {
  countResponsesOf,
  findBodyIdBySurveyToken,
  hasSurveyResponse,
  insertSurveyResponse,
  listSurveyItemsAsOf,
} from '@/db/queries/surveys';
import { loadActor } from '@/lib/auth/load-actor';
import { openTabletPass, sealTabletPass } from '@/lib/auth/tablet-pass';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { monthOf, type JalaliMonth } from '@/lib/calendar/jalali-month';
import type { Body } from '@/lib/domain/reference';
import { figuresOfResponse, isSurveyAnswer, type SurveyAnswers, type SurveyItem } from '@/lib/domain/survey';
import { SURVEY_FEEDS, type SurveyChannel } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { assertMonth, monthsOn } from './indicator-readings';
import { getLedger } from './ledger';
import { loadBody, resourceOf } from './milestone-subject';
import { resolveProgramme } from './scope';
import { authorise, type AnonymousContext, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';
import { countWrongAttempt } from './wrong-attempts';

export { TABLET_COOKIE, TABLET_PATH } from '@/lib/auth/tablet-pass';

/** Answers that one address may send in a minute; a waiting room or a mobile network may share one. */
export const ANSWERS_PER_MINUTE = 5;
/** Answers that clients of one body may send in a day by each of the ways that are open to them. */
export const ANSWERS_PER_DAY = 100;

/** Items of the survey known on a day, in their order, without the withdrawn ones. */
export function surveyItemsOn(db: Executor, day: CivilDate): SurveyItem[] {
  return listSurveyItemsAsOf(db, day)
    .filter(({ isRetired }) => !isRetired)
    .map(({ code, axis, axisTitle, text, isReversed, feeds }) => ({
      code,
      axis,
      axisTitle,
      text,
      isReversed,
      feeds: SURVEY_FEEDS.filter((feed) => feeds.split(' ').includes(feed)),
    }));
}

/** Months in which clients can have been served, as known today. @throws AppError `no_programme` */
export function surveyMonths(ctx: Pick<ServiceContext, 'db' | 'clock'>): JalaliMonth[] {
  const today = ctx.clock.today();
  return monthsOn(resolveProgramme(getLedger(ctx.db).reference(today), null, today), today);
}

export interface ResponseInput {
  /** Made by the form that was filled in. */
  readonly key: string;
  readonly answers: SurveyAnswers;
}

export interface RecordedResponse {
  /** False where this form was sent before. */
  readonly isNew: boolean;
}

interface NewResponse extends ResponseInput {
  readonly body: Body;
  readonly month: JalaliMonth;
  readonly channel: SurveyChannel;
  readonly recordedBy: string | null;
}

/** @throws AppError `invalid_input` where nothing was answered, or with what is no answer */
function writeResponse(ctx: Pick<ServiceContext, 'clock'>, tx: Executor, response: NewResponse): void {
  const today = ctx.clock.today();
  const items = surveyItemsOn(tx, today);
  const known = new Set(items.map(({ code }) => code));
  const answers = Object.fromEntries(Object.entries(response.answers).filter(([code]) => known.has(code)));
  const given = Object.values(answers);
  if (given.length === 0) throw new AppError('invalid_input', { field: 'answers', reason: 'survey_no_answer' });
  if (!given.every(isSurveyAnswer)) throw new AppError('invalid_input', { field: 'answers', reason: 'survey_answer' });
  const { body, key, month, channel, recordedBy } = response;
  insertSurveyResponse(tx, {
    key,
    bodyId: body.id,
    month,
    channel,
    answers,
    ...figuresOfResponse(items, answers),
    recordedOn: today,
    recordedBy,
  });
}

/**
 * Records a questionnaire that was filled in on paper.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid_input` for a month that cannot be and for what is no answer; `read_only_clock`
 */
export function recordPaperResponse(
  ctx: ServiceContext,
  { bodyCode, month, ...input }: ResponseInput & { readonly bodyCode: string; readonly month: JalaliMonth },
): RecordedResponse {
  return writeTransaction(ctx, (tx) => {
    const body = loadBody(ctx, tx, bodyCode);
    authorise(ctx, 'survey.record', resourceOf(body));
    assertMonth(surveyMonths(ctx), month);
    const recordedBy = ctx.isSystem ? null : ctx.actor.id;
    if (hasSurveyResponse(tx, input.key)) return { isNew: false };
    writeResponse(ctx, tx, { ...input, body, month, channel: 'paper', recordedBy });
    recordAudit(ctx, tx, { action: 'survey.record', subjectType: 'body', subjectKey: body.code, details: { month } });
    return { isNew: true };
  });
}

/** What a client sees of a body. */
export interface ClientSurvey {
  readonly body: Pick<Body, 'code' | 'name'>;
  readonly items: readonly SurveyItem[];
}

/** @throws AppError `not_found` for a link that is closed, renewed or unknown, of a body that is no more, and before the first month */
function bodyOfToken(ctx: Pick<ServiceContext, 'db' | 'clock'>, db: Executor, token: string): Body {
  const bodyId = findBodyIdBySurveyToken(db, token);
  const code = bodyId === undefined ? null : findBodyCode(db, bodyId);
  if (code === null) throw new AppError('not_found');
  const body = loadBody(ctx, db, code);
  if (!surveyMonths(ctx).includes(monthOf(ctx.clock.today()))) throw new AppError('not_found');
  return body;
}

/** The questionnaire behind a link. @throws AppError `not_found`, whatever the reason */
export function getClientSurvey(ctx: AnonymousContext, token: string): ClientSurvey {
  return surveyOf(ctx, bodyOfToken(ctx, ctx.db, token));
}

function surveyOf(ctx: Pick<ServiceContext, 'db' | 'clock'>, { code, name }: Body): ClientSurvey {
  const items = surveyItemsOn(ctx.db, ctx.clock.today());
  if (items.length === 0) throw new AppError('not_found');
  return { body: { code, name }, items };
}

/**
 * Records what a client answered by the running month. Of the client nothing is kept, and nothing stands in the audit log either: its rows
 * hold the instant and the address. The address is counted in memory for a minute.
 */
function recordClientResponse(
  ctx: AnonymousContext,
  channel: 'qr' | 'tablet',
  input: ResponseInput,
  findBody: (tx: Executor) => Body,
): RecordedResponse {
  return writeTransaction(ctx, (tx) => {
    const body = findBody(tx);
    if (hasSurveyResponse(tx, input.key)) return { isNew: false };
    const today = ctx.clock.today();
    if (countResponsesOf(tx, { bodyId: body.id, channel, day: today }) >= ANSWERS_PER_DAY) {
      throw new AppError('too_many_attempts', { reason: 'survey_day' });
    }
    writeResponse(ctx, tx, { ...input, body, month: monthOf(today), channel, recordedBy: null });
    countWrongAttempt(ctx, { kind: 'survey_minute', perMinute: ANSWERS_PER_MINUTE });
    return { isNew: true };
  });
}

/**
 * Records what somebody without an account answered behind a link.
 *
 * @throws AppError `not_found` as `getClientSurvey`; `invalid_input`; `too_many_attempts` (`survey_minute`, `survey_day`); `read_only_clock`
 */
export function answerSurvey(ctx: AnonymousContext, token: string, input: ResponseInput): RecordedResponse {
  return recordClientResponse(ctx, 'qr', input, (tx) => bodyOfToken(ctx, tx, token));
}

/**
 * A pass with which a browser shows the survey of a body for the rest of the day, and nothing else: the caller ends the session of whoever
 * hands the tablet over.
 *
 * @throws AppError `not_found`, `forbidden`; `no_programme`; `read_only_clock`
 */
export function handOverTablet(ctx: ServiceContext, bodyCode: string): string {
  return writeTransaction(ctx, (tx) => {
    const body = loadBody(ctx, tx, bodyCode);
    authorise(ctx, 'survey.record', resourceOf(body));
    surveyOf(ctx, body);
    recordAudit(ctx, tx, { action: 'survey.hand_over_tablet', subjectType: 'body', subjectKey: body.code });
    return sealTabletPass(ctx.dataDir, { userId: ctx.actor.id, bodyCode: body.code, day: ctx.clock.today() });
  });
}

/** The body of a pass, while whoever handed the tablet over may still record for it. @throws AppError `not_found` */
function bodyOfPass(ctx: AnonymousContext, db: Executor, value: string | null): Body {
  const pass = value === null ? null : openTabletPass(ctx.dataDir, value);
  const today = ctx.clock.today();
  const actor = pass === null || pass.day !== today ? null : loadActor(db, pass.userId, today);
  if (pass === null || actor === null) throw new AppError('not_found');
  const body = loadBody(ctx, db, pass.bodyCode);
  authorise({ actor, isSystem: false }, 'survey.record', resourceOf(body));
  return body;
}

/** The questionnaire on a tablet at the desk. @throws AppError `not_found`, `forbidden` once the pass does not hold any more */
export function getTabletSurvey(ctx: AnonymousContext, pass: string | null): ClientSurvey {
  return surveyOf(ctx, bodyOfPass(ctx, ctx.db, pass));
}

/** Records what a client answered on the tablet. @throws AppError as `getTabletSurvey` and `answerSurvey` */
export function answerOnTablet(ctx: AnonymousContext, pass: string | null, input: ResponseInput): RecordedResponse {
  return recordClientResponse(ctx, 'tablet', input, (tx) => bodyOfPass(ctx, tx, pass));
}
