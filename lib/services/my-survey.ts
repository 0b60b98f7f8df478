import { countChannels, findSurveyLink, listSurveyMonthsAsOf } from '@/db/queries/surveys';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { Body } from '@/lib/domain/reference';
import {
  FEW_RESPONSES,
  hasFewResponses,
  meanOfSums,
  SURVEY_MEASURES,
  type SurveyItem,
  type SurveyMean,
  type SurveyMeasure,
} from '@/lib/domain/survey';
import { SURVEY_CHANNELS, type SurveyChannel } from '@/lib/domain/vocabulary';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { onPaper } from '@/lib/text/paper-text';
import { comparePersian } from '@/lib/text/collation';
import { assertMonth } from './indicator-readings';
import { getLedger } from './ledger';
import { loadBody, resourceOf } from './milestone-subject';
import { officeWordsAsOf, type OfficeWords } from './office-words';
import { authorise, type ServiceContext } from './service-context';
import { surveyDetail, type SurveyDetail } from './survey-results';
import { surveyItemsOn, surveyMonths } from './survey-responses';

/** What clients of one body answered in a month, as its own liaison may know it. */
export interface OwnResults {
  readonly responses: number;
  readonly channels: readonly { readonly channel: SurveyChannel; readonly count: number }[];
  /** Null below this many responses: whoever serves the clients must not recognise one by the answers. */
  readonly figures: {
    readonly measures: readonly { readonly measure: SurveyMeasure; readonly mean: SurveyMean | null }[];
    readonly detail: SurveyDetail;
  } | null;
  readonly least: number;
}

export interface MySurvey {
  /** Bodies of one's own, by name; an expert who records for a body has that one. */
  readonly bodies: readonly { readonly code: string; readonly name: string }[];
  readonly body: { readonly code: string; readonly name: string } | null;
  /** Newest first. */
  readonly months: readonly JalaliMonth[];
  /** Null before the baseline month. */
  readonly month: JalaliMonth | null;
  readonly items: readonly SurveyItem[];
  readonly link: {
    /** Of the newest version; null where none was ever made. */
    readonly id: number | null;
    /** The path for clients; null while it is closed. */
    readonly path: string | null;
    /** The whole address; null while it is closed or the office has no web address. */
    readonly address: string | null;
    readonly hasWebAddress: boolean;
  };
  readonly results: OwnResults | null;
}

function officeOf(ctx: ServiceContext): OfficeWords {
  const today = ctx.clock.today();
  const { areas, programmes } = getLedger(ctx.db).reference(today);
  const county = areas.find(({ code }) => code === programmes[0]?.countyCode)?.name ?? '';
  return officeWordsAsOf(ctx, today, county);
}

function linkOf(ctx: ServiceContext, body: Body | null, webAddress: string | null): MySurvey['link'] {
  const link = body === null ? undefined : findSurveyLink(ctx.db, body.id);
  const path = typeof link?.token === 'string' ? `/survey/${link.token}` : null;
  return {
    id: link?.id ?? null,
    path,
    address: path !== null && webAddress !== null ? `${webAddress}${path}` : null,
    hasWebAddress: webAddress !== null,
  };
}

/** An own body, or the one that an expert records for. @throws AppError `not_found`, `forbidden` */
function bodyFor(ctx: ServiceContext, bodyCode: string | null): { own: readonly Body[]; body: Body | null } {
  const own = getLedger(ctx.db)
    .reference(ctx.clock.today())
    .bodies.filter(({ id }) => ctx.actor.bodyIds.has(id))
    .sort((a, b) => comparePersian(a.name, b.name));
  if (bodyCode === null) authorise(ctx, 'my.read');
  const body = bodyCode === null ? (own[0] ?? null) : loadBody(ctx, ctx.db, bodyCode);
  if (body !== null) authorise(ctx, 'survey.record', resourceOf(body));
  return { own: own.length > 0 ? own : body ? [body] : [], body };
}

/**
 * The survey of a body for whoever runs it: its link, what papers can be recorded for, and what came in.
 *
 * @param bodyCode default: the first own body
 * @param month default: the running month
 * @throws AppError `forbidden`; `not_found` for a body that one may not see; `invalid_input` for a month that cannot be; `no_programme`
 */
export function getMySurvey(
  ctx: ServiceContext,
  { bodyCode, month }: { readonly bodyCode: string | null; readonly month: JalaliMonth | null },
): MySurvey {
  const { own, body } = bodyFor(ctx, bodyCode);
  const months = surveyMonths(ctx);
  if (month !== null) assertMonth(months, month);
  const chosen = month ?? months.at(-1) ?? null;
  const named = ({ code, name }: Body) => ({ code, name });
  return {
    bodies: own.map(named),
    body: body && named(body),
    months: months.toReversed(),
    month: chosen,
    items: surveyItemsOn(ctx.db, ctx.clock.today()),
    link: linkOf(ctx, body, officeOf(ctx).webAddress),
    results: body === null || chosen === null ? null : ownResults(ctx, body, chosen),
  };
}

function ownResults(ctx: ServiceContext, body: Body, month: JalaliMonth): OwnResults {
  const day = ctx.clock.today();
  const [row] = listSurveyMonthsAsOf(ctx.db, day, { from: month, to: month, bodyId: body.id });
  const query = { day, month, bodyIds: [body.id] };
  const counts = new Map(countChannels(ctx.db, query).map(({ channel, count }) => [channel, count]));
  const responses = row?.responses ?? 0;
  return {
    responses,
    channels: SURVEY_CHANNELS.map((channel) => ({ channel, count: counts.get(channel) ?? 0 })),
    figures:
      row === undefined || hasFewResponses(responses)
        ? null
        : {
            measures: SURVEY_MEASURES.map((measure) => ({ measure, mean: meanOfSums(measure, [row[measure]]) })),
            detail: surveyDetail(ctx, query),
          },
    least: FEW_RESPONSES,
  };
}

/** What both papers of the survey carry. */
export interface SurveyPaper {
  readonly office: string;
  readonly letterhead: readonly string[];
  readonly bodyName: string;
  readonly isSample: boolean;
}

const paperOf = (ctx: ServiceContext, body: Body, { name, letterhead }: OfficeWords): SurveyPaper => ({
  office: name,
  letterhead,
  bodyName: body.name,
  isSample: getEnv().isSampleData || ctx.clock.isSimulated,
});

/** The questionnaire to be filled in with a pen. @throws AppError `not_found`, also while there are no items; `forbidden` */
export function getQuestionnaire(
  ctx: ServiceContext,
  bodyCode: string | null,
): SurveyPaper & { readonly items: readonly SurveyItem[] } {
  const { body } = bodyFor(ctx, bodyCode);
  const items = surveyItemsOn(ctx.db, ctx.clock.today());
  if (body === null || items.length === 0) throw new AppError('not_found', { bodyCode });
  return onPaper({ ...paperOf(ctx, body, officeOf(ctx)), items });
}

/**
 * The poster for the counter. Its address is that of the newest link.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` (`no_survey_link`, `no_web_address`) where the code would lead nowhere
 */
export function getSurveyPoster(
  ctx: ServiceContext,
  bodyCode: string | null,
): { readonly paper: SurveyPaper; readonly address: string } {
  const { body } = bodyFor(ctx, bodyCode);
  if (body === null) throw new AppError('not_found', { bodyCode });
  const office = officeOf(ctx);
  const { path, address } = linkOf(ctx, body, office.webAddress);
  if (path === null) throw new AppError('conflict', { reason: 'no_survey_link' });
  if (address === null) throw new AppError('conflict', { reason: 'no_web_address' });
  return { paper: onPaper(paperOf(ctx, body, office)), address };
}
