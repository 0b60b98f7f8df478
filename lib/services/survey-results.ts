import {
  countAnswers,
  countChannels,
  listSurveyMonthsAsOf,
  listUniformAnswers,
  type SurveyMonthRow,
} from '@/db/queries/surveys';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { addMonths, type JalaliMonth } from '@/lib/calendar/jalali-month';
import { searchItems, searchText } from '@/lib/domain/name-search';
import type { Area, Body } from '@/lib/domain/reference';
import {
  changeOfSums,
  hasFewResponses,
  isStraightLined,
  meanOfSums,
  resultsOfAxes,
  resultsOfItems,
  SURVEY_MEASURES,
  type AxisResult,
  type ItemResult,
  type SurveyChange,
  type SurveyMean,
  type SurveyMeasure,
} from '@/lib/domain/survey';
import { BODY_CATEGORIES, SURVEY_CHANNELS, type SurveyChannel } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { ANSWER_LABELS, SURVEY, SURVEY_FILE } from '@/lib/messages/survey';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { comparePersian } from '@/lib/text/collation';
import type { SurveyQuery } from '@/lib/validation/survey';
import { toTable, type ExportTable } from './exports/table';
import { assertMonth, monthsOn, newestMonth } from './indicator-readings';
import { resourceOf } from './milestone-subject';
import { openScope } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { surveyItemsOn } from './survey-responses';

/** How many months a trend goes back, the month itself included. */
const TREND_MONTHS = 6;

/** One measure over some bodies in one month. */
export interface MeasureFigures {
  /** Null without a response. */
  readonly mean: SurveyMean | null;
  readonly baseline: SurveyMean | null;
  /** Against the baseline month; null in that month itself, where no body has both, and where either has few responses. */
  readonly change: SurveyChange | null;
}

/** The survey over some bodies in one month. */
export interface SurveyFigures {
  readonly responses: number;
  /** Bodies with a response. */
  readonly bodies: number;
  /** Bodies of the programme that the figures are about. */
  readonly expected: number;
  readonly measures: Readonly<Record<SurveyMeasure, MeasureFigures>>;
}

export interface SurveyGroup extends SurveyFigures {
  /** Category, or code of the district. */
  readonly key: string;
}

export interface SurveyBody {
  readonly body: Pick<Body, 'code' | 'name' | 'category' | 'districtCode'>;
  readonly responses: number;
  readonly means: Readonly<Record<SurveyMeasure, SurveyMean | null>>;
  /** Of satisfaction, against the baseline month. */
  readonly change: SurveyChange | null;
  /** Whether the reader may record papers of the body. */
  readonly mayRecord: boolean;
}

/** What the clients said item by item. */
export interface SurveyDetail {
  readonly items: readonly ItemResult[];
  readonly axes: readonly AxisResult[];
  readonly channels: readonly { readonly channel: SurveyChannel; readonly count: number }[];
  /** Responses that say one word throughout against their own wording. */
  readonly straightLined: number;
}

export interface SurveyView {
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  readonly query: SurveyQuery;
  /** Newest first. */
  readonly months: readonly JalaliMonth[];
  /** Null before the baseline month. */
  readonly month: JalaliMonth | null;
  readonly baselineMonth: JalaliMonth | null;
  readonly districts: readonly Area[];
  readonly hasItems: boolean;
  /** The body asked for; null for all. */
  readonly chosen: Pick<Body, 'code' | 'name'> | null;
  readonly total: SurveyFigures;
  readonly trend: readonly {
    readonly month: JalaliMonth;
    readonly responses: number;
    readonly satisfaction: SurveyMean | null;
  }[];
  readonly detail: SurveyDetail;
  readonly byCategory: readonly SurveyGroup[];
  readonly byDistrict: readonly SurveyGroup[];
  /** In the order asked for. */
  readonly bodies: readonly SurveyBody[];
}

type ByBody = ReadonlyMap<number, SurveyMonthRow>;

/** Sums of the survey by month, then by body. */
function groupByMonth(rows: readonly SurveyMonthRow[]): ReadonlyMap<JalaliMonth, ByBody> {
  const months = new Map<JalaliMonth, Map<number, SurveyMonthRow>>();
  for (const row of rows) {
    const group = months.get(row.month) ?? new Map<number, SurveyMonthRow>();
    months.set(row.month, group.set(row.bodyId, row));
  }
  return months;
}

const sumsOf = (measure: SurveyMeasure, rows: ByBody) => new Map([...rows].map(([id, row]) => [id, row[measure]]));

function byMeasure<T>(make: (measure: SurveyMeasure) => T): Record<SurveyMeasure, T> {
  return Object.fromEntries(SURVEY_MEASURES.map((measure) => [measure, make(measure)])) as Record<SurveyMeasure, T>;
}

/** Rows of some months cut down to some bodies. */
function rowsOf(rows: ByBody | undefined, ids: ReadonlySet<number>): ByBody {
  return new Map(
    [...ids].flatMap((id) => {
      const row = rows?.get(id);
      return row === undefined ? [] : [[id, row] as const];
    }),
  );
}

/** No change is told where either month has few responses: it would be that of a client or two. */
function changeOf(measure: SurveyMeasure, before: ByBody, now: ByBody): SurveyChange | null {
  const isFew = [before, now].some((rows) =>
    hasFewResponses([...rows.values()].reduce((sum, { responses }) => sum + responses, 0)),
  );
  return isFew ? null : changeOfSums(measure, sumsOf(measure, before), sumsOf(measure, now));
}

function figuresOf(now: ByBody, before: ByBody | null, expected: number): SurveyFigures {
  const rows = [...now.values()];
  return {
    responses: rows.reduce((sum, { responses }) => sum + responses, 0),
    bodies: rows.length,
    expected,
    measures: byMeasure((measure) => {
      const mean = (from: ByBody) =>
        meanOfSums(
          measure,
          [...from.values()].map((row) => row[measure]),
        );
      return {
        mean: mean(now),
        baseline: before && mean(before),
        change: before && changeOf(measure, before, now),
      };
    }),
  };
}

/** What clients of some bodies said in a month, item by item, as known on a day. `bodyIds` left out: of all. */
export function surveyDetail(
  ctx: Pick<ServiceContext, 'db'>,
  query: { readonly day: CivilDate; readonly month: JalaliMonth; readonly bodyIds?: readonly number[] | undefined },
): SurveyDetail {
  const known = surveyItemsOn(ctx.db, query.day);
  const items = resultsOfItems(known, countAnswers(ctx.db, query));
  const counts = new Map(countChannels(ctx.db, query).map(({ channel, count }) => [channel, count]));
  return {
    items,
    axes: resultsOfAxes(items),
    channels: SURVEY_CHANNELS.map((channel) => ({ channel, count: counts.get(channel) ?? 0 })),
    straightLined: listUniformAnswers(ctx.db, query).filter((answers) => isStraightLined(known, answers)).length,
  };
}

/**
 * The results of the survey of a month as known on a day: measures, axes and items with the number of responses, by category, district and
 * body.
 *
 * @throws AppError `forbidden`; `no_programme`; `as_of_out_of_range`; `invalid_input` for a month before the baseline month or after the
 *   running one and for a district that does not exist; `not_found` for a body that is not of the programme
 */
export function getSurveyResults(ctx: ServiceContext, query: SurveyQuery): SurveyView {
  authorise(ctx, 'survey.read');
  const { category, district: districtCode } = query;
  const filter = { category, districtCode, bodyCode: query.body };
  const { asOf, today, programme, reference, includes } = openScope(ctx, {
    asOf: query.asOf,
    programme: query.programme,
    filter,
  });
  const months = monthsOn(programme, asOf);
  if (query.month !== null) assertMonth(months, query.month);
  const month = query.month ?? newestMonth(months, asOf);
  const [baselineMonth = null] = months;
  const bodies = [...new Map(reference.pairs.filter(includes).map(({ body }) => [body.id, body])).values()];
  const chosen = query.body === null ? null : bodies[0];
  if (chosen === undefined) throw new AppError('not_found', { bodyCode: query.body });
  const districts = reference.areas.filter(({ kind }) => kind === 'district');
  const frame = {
    ...{ asOf, today, query, months: months.toReversed(), month, baselineMonth, districts },
    hasItems: surveyItemsOn(ctx.db, asOf).length > 0,
    chosen: chosen && { code: chosen.code, name: chosen.name },
  };
  if (month === null || baselineMonth === null) {
    const detail = { items: [], axes: [], channels: [], straightLined: 0 };
    const total = figuresOf(new Map(), null, bodies.length);
    return { ...frame, total, trend: [], detail, byCategory: [], byDistrict: [], bodies: [] };
  }
  const rows = groupByMonth(
    listSurveyMonthsAsOf(ctx.db, asOf, {
      from: baselineMonth,
      to: month,
      ...(chosen === null ? {} : { bodyId: chosen.id }),
    }),
  );
  const isFiltered = category !== null || districtCode !== null || chosen !== null;
  const detail = surveyDetail(ctx, { day: asOf, month, bodyIds: isFiltered ? bodies.map(({ id }) => id) : undefined });
  const isBaseline = month === baselineMonth;
  const figures = (some: readonly Body[]): SurveyFigures => {
    const ids = new Set(some.map(({ id }) => id));
    return figuresOf(
      rowsOf(rows.get(month), ids),
      isBaseline ? null : rowsOf(rows.get(baselineMonth), ids),
      some.length,
    );
  };
  const groups = (keys: readonly string[], keyOf: (body: Body) => string): SurveyGroup[] =>
    keys.flatMap((key) => {
      const own = bodies.filter((body) => keyOf(body) === key);
      return own.length === 0 ? [] : [{ key, ...figures(own) }];
    });
  const all = new Set(bodies.map(({ id }) => id));
  return {
    ...frame,
    total: figures(bodies),
    trend: months
      .filter((each) => each <= month && each > addMonths(month, -TREND_MONTHS))
      .map((each) => {
        const { responses, measures } = figuresOf(rowsOf(rows.get(each), all), null, bodies.length);
        return { month: each, responses, satisfaction: measures.satisfaction.mean };
      }),
    detail,
    byCategory: groups(BODY_CATEGORIES, (body) => body.category),
    byDistrict: groups(
      districts.map(({ code }) => code),
      (body) => body.districtCode,
    ),
    bodies: listBodies(ctx, query, bodies, {
      now: rows.get(month) ?? new Map(),
      before: isBaseline ? new Map() : (rows.get(baselineMonth) ?? new Map()),
    }),
  };
}

function listBodies(
  ctx: ServiceContext,
  query: SurveyQuery,
  bodies: readonly Body[],
  { now, before }: { readonly now: ByBody; readonly before: ByBody },
): SurveyBody[] {
  const rows = bodies
    .map((body): SurveyBody => {
      const row = now.get(body.id);
      return {
        body,
        responses: row?.responses ?? 0,
        means: byMeasure((measure) => meanOfSums(measure, row === undefined ? [] : [row[measure]])),
        change: changeOf('satisfaction', rowsOf(before, new Set([body.id])), rowsOf(now, new Set([body.id]))),
        mayRecord: mayDo(ctx, 'survey.record', resourceOf(body)),
      };
    })
    .filter(({ responses }) => fits(query.given, responses));
  const found = query.q === '' ? rows : searchItems(query.q, rows, ({ body }) => searchText([body.name, body.code]));
  return [...found].sort(orderOf(query));
}

function fits(given: SurveyQuery['given'], responses: number): boolean {
  if (given === 'all') return true;
  if (given === 'few') return responses > 0 && hasFewResponses(responses);
  return (given === 'yes') === responses > 0;
}

function orderOf({ sort, order }: SurveyQuery): (a: SurveyBody, b: SurveyBody) => number {
  const sign = order === 'desc' ? -1 : 1;
  const byName = (a: SurveyBody, b: SurveyBody) => comparePersian(a.body.name, b.body.name);
  if (sort === 'name') return (a, b) => sign * byName(a, b);
  const valueOf = ({ responses, means, change }: SurveyBody) =>
    sort === 'responses' ? responses : sort === 'change' ? (change?.change ?? null) : (means[sort]?.value ?? null);
  return (a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return sign * (x - y) || byName(a, b);
  };
}

/** The bodies of the page as a table for a file. @throws AppError as `getSurveyResults` */
export function surveyBodiesTable(ctx: ServiceContext, query: SurveyQuery): ExportTable {
  const view = getSurveyResults(ctx, query);
  const districtName = (code: string) => view.districts.find((area) => area.code === code)?.name ?? code;
  return toTable(
    SURVEY.title,
    [
      { heading: SURVEY_FILE.code, kind: 'text', value: ({ body }) => body.code },
      { heading: SURVEY_FILE.body, kind: 'text', value: ({ body }) => body.name },
      { heading: SURVEY_FILE.category, kind: 'text', value: ({ body }) => BODY_CATEGORY_LABELS[body.category] },
      { heading: SURVEY_FILE.district, kind: 'text', value: ({ body }) => districtName(body.districtCode) },
      { heading: SURVEY_FILE.month, kind: 'text', value: () => view.month },
      { heading: SURVEY_FILE.responses, kind: 'number', value: ({ responses }) => responses },
      {
        heading: SURVEY_FILE.few,
        kind: 'text',
        value: ({ responses }) =>
          responses === 0 ? null : hasFewResponses(responses) ? SURVEY_FILE.yes : SURVEY_FILE.no,
      },
      ...SURVEY_MEASURES.flatMap((measure) => [
        {
          heading: SURVEY_FILE.measure(measure),
          kind: 'number' as const,
          value: ({ means }: SurveyBody) => means[measure]?.value ?? null,
        },
        {
          heading: SURVEY_FILE.measureResponses(measure),
          kind: 'number' as const,
          value: ({ means }: SurveyBody) => means[measure]?.responses ?? 0,
        },
      ]),
      { heading: SURVEY_FILE.change, kind: 'number', value: ({ change }) => change?.change ?? null },
    ],
    view.bodies,
  );
}

/** The items of the page as a table for a file. @throws AppError as `getSurveyResults` */
export function surveyItemsTable(ctx: ServiceContext, query: SurveyQuery): ExportTable {
  const { month, detail } = getSurveyResults(ctx, query);
  return toTable(
    SURVEY.items,
    [
      { heading: SURVEY_FILE.code, kind: 'text', value: ({ item }) => item.code },
      { heading: SURVEY_FILE.axis, kind: 'text', value: ({ item }) => item.axisTitle },
      { heading: SURVEY_FILE.item, kind: 'text', value: ({ item }) => item.text },
      {
        heading: SURVEY_FILE.reversed,
        kind: 'text',
        value: ({ item }) => (item.isReversed ? SURVEY_FILE.yes : SURVEY_FILE.no),
      },
      { heading: SURVEY_FILE.month, kind: 'text', value: () => month },
      ...ANSWER_LABELS.map((heading, index) => ({
        heading,
        kind: 'number' as const,
        value: ({ counts }: ItemResult) => counts[index] ?? 0,
      })),
      { heading: SURVEY_FILE.answered, kind: 'number', value: ({ answered }) => answered },
      { heading: SURVEY_FILE.score, kind: 'number', value: ({ score }) => score },
    ],
    detail.items,
  );
}
