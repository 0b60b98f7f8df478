import type { CivilDate } from '@/lib/calendar/civil-date';
import { addMonths, type JalaliMonth } from '@/lib/calendar/jalali-month';
import { changeBetween, meanOf, type BaselineChange, type IndicatorMean } from '@/lib/domain/indicators';
import { searchItems, searchText } from '@/lib/domain/name-search';
import type { Area, Body } from '@/lib/domain/reference';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { INDICATORS } from '@/lib/messages/indicators';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { AppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import type { IndicatorsQuery } from '@/lib/validation/indicators';
import { toTable, type ExportTable } from './exports/table';
import {
  assertMonth,
  indicatorsOn,
  mayRecordReadings,
  monthsOn,
  newestMonth,
  type Indicator,
} from './indicator-readings';
import { outcomesAsOf, type ByBody, type OutcomeReading, type Outcomes } from './outcome-readings';
import { openScope } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { resourceOf } from './milestone-subject';

/** An indicator over some bodies in one month. Never a mean without how many of how many it rests on. */
export interface IndicatorFigures {
  /** Null: no body has a reading. */
  readonly mean: IndicatorMean | null;
  /** Bodies of the programme that the figure is about. */
  readonly expected: number;
  readonly baseline: IndicatorMean | null;
  /** Against the baseline month, over the bodies with both; null in that month itself, and where no body has both. */
  readonly change: BaselineChange | null;
  /** A figure of the survey that stands beside the indicator and is not part of it: pooled over all answers. */
  readonly supplement: (IndicatorMean & { readonly answers: number }) | null;
  /** How many of the readings are from the survey. */
  readonly fromSurvey: number;
  /** Every month from the baseline month to this one. */
  readonly trend: readonly { readonly month: JalaliMonth; readonly mean: IndicatorMean | null }[];
}

export interface IndicatorGroup extends IndicatorFigures {
  /** Category, or code of the district. */
  readonly key: string;
}

/** One body's reading of the chosen indicator. */
export interface IndicatorBody {
  readonly body: Pick<Body, 'code' | 'name' | 'category' | 'districtCode'>;
  readonly reading: OutcomeReading | null;
  /** Of the month before. */
  readonly before: OutcomeReading | null;
  /** Whether the reader may report for the body. */
  readonly mayRecord: boolean;
}

export interface ChosenIndicator extends IndicatorFigures {
  readonly indicator: Indicator;
  readonly byCategory: readonly IndicatorGroup[];
  readonly byDistrict: readonly IndicatorGroup[];
  /** Bodies that fit the filters, in the order asked for; those without a reading are last where it goes by value. */
  readonly bodies: readonly IndicatorBody[];
}

export interface IndicatorsView {
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  readonly query: IndicatorsQuery;
  /** Months with possible readings as of the day, newest first. */
  readonly months: readonly JalaliMonth[];
  /** Null before the baseline month. */
  readonly month: JalaliMonth | null;
  readonly baselineMonth: JalaliMonth | null;
  readonly districts: readonly Area[];
  readonly lines: readonly ({ readonly indicator: Indicator } & IndicatorFigures)[];
  readonly chosen: ChosenIndicator | null;
  /** Whether the reader may report for some body, and so take readings in from a file. */
  readonly mayImport: boolean;
}

/**
 * The outcome indicators of a month as known on a day: all of them with mean, coverage, baseline and trend, and of a chosen one also the
 * groups and bodies behind its number.
 *
 * @throws AppError `forbidden`; `no_programme`; `as_of_out_of_range`; `invalid_input` for a month before the baseline month or after the
 *   running one, and for an indicator or district that does not exist
 */
export function getIndicators(ctx: ServiceContext, query: IndicatorsQuery): IndicatorsView {
  authorise(ctx, 'indicator.read');
  const { category, district: districtCode } = query;
  const scope = openScope(ctx, {
    asOf: query.asOf,
    programme: query.programme,
    filter: { category, districtCode },
  });
  const { asOf, today, programme, reference } = scope;
  const months = monthsOn(programme, asOf);
  if (query.month !== null) assertMonth(months, query.month);
  const month = query.month ?? newestMonth(months, asOf);
  const [baselineMonth = null] = months;
  const indicators = indicatorsOn(ctx.db, asOf);
  const chosen = query.indicator === null ? null : indicators.find(({ code }) => code === query.indicator);
  if (chosen === undefined) throw new AppError('invalid_input', { field: 'indicator', value: query.indicator });
  const bodies = [...new Map(reference.pairs.filter(scope.includes).map(({ body }) => [body.id, body])).values()];
  const mayImport = mayRecordReadings(ctx);
  const frame = { asOf, today, query, months: months.toReversed(), month, baselineMonth, mayImport };
  const districts = reference.areas.filter(({ kind }) => kind === 'district');
  if (month === null || baselineMonth === null) return { ...frame, districts, lines: [], chosen: null };

  const outcomes = outcomesAsOf(ctx.db, asOf, { from: baselineMonth, to: month });
  const trendMonths = months.filter((each) => each <= month);
  const figuresOf = (indicator: Indicator, some: readonly Body[]) =>
    indicatorFigures(outcomes, indicator, some, { baselineMonth, month, trendMonths });
  const groupsOf = (indicator: Indicator, keys: readonly string[], keyOf: (body: Body) => string) =>
    keys.flatMap((key) => {
      const own = bodies.filter((body) => keyOf(body) === key);
      return own.length === 0 ? [] : [{ key, ...figuresOf(indicator, own) }];
    });
  return {
    ...frame,
    districts,
    lines: indicators.map((indicator) => ({ indicator, ...figuresOf(indicator, bodies) })),
    chosen: chosen && {
      indicator: chosen,
      ...figuresOf(chosen, bodies),
      byCategory: groupsOf(chosen, BODY_CATEGORIES, (body) => body.category),
      byDistrict: groupsOf(
        chosen,
        districts.map(({ code }) => code),
        (body) => body.districtCode,
      ),
      bodies: listBodies(ctx, query, bodies, (each) => outcomes.readings(chosen.code, each), month),
    },
  };
}

export interface FigureMonths {
  readonly baselineMonth: JalaliMonth;
  readonly month: JalaliMonth;
  /** Oldest first. */
  readonly trendMonths: readonly JalaliMonth[];
}

/** One indicator over some bodies in a month. */
export function indicatorFigures(
  outcomes: Outcomes,
  { code, direction }: Pick<Indicator, 'code' | 'direction'>,
  bodies: readonly Pick<Body, 'id'>[],
  { baselineMonth, month, trendMonths }: FigureMonths,
): IndicatorFigures {
  const ids = new Set(bodies.map(({ id }) => id));
  const own = <T>(byBody: ReadonlyMap<number, T>) => new Map([...byBody].filter(([id]) => ids.has(id)));
  const of = (each: JalaliMonth): ByBody => own(outcomes.readings(code, each));
  const mean = (each: JalaliMonth) => meanOf(code, [...of(each).values()]);
  const current = of(month);
  const extra = [...own(outcomes.supplements(code, month)).values()];
  const answers = extra.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
  const total = extra.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
  return {
    mean: meanOf(code, [...current.values()]),
    expected: bodies.length,
    baseline: mean(baselineMonth),
    change: month === baselineMonth ? null : changeBetween(code, direction, of(baselineMonth), current),
    supplement: answers === 0 ? null : { value: total / answers, bodies: extra.length, answers },
    fromSurvey: [...current.values()].filter(({ source }) => source === 'survey').length,
    trend: trendMonths.map((each) => ({ month: each, mean: mean(each) })),
  };
}

function listBodies(
  ctx: ServiceContext,
  query: IndicatorsQuery,
  bodies: readonly Body[],
  readingsIn: (month: JalaliMonth) => ByBody,
  month: JalaliMonth,
): IndicatorBody[] {
  const [current, before] = [readingsIn(month), readingsIn(addMonths(month, -1))];
  const rows = bodies
    .map((body): IndicatorBody => ({
      body,
      reading: current.get(body.id) ?? null,
      before: before.get(body.id) ?? null,
      mayRecord: mayDo(ctx, 'indicator.record', resourceOf(body)),
    }))
    .filter(({ reading }) => query.given === null || (query.given === 'yes') === (reading !== null));
  const found = query.q === '' ? rows : searchItems(query.q, rows, ({ body }) => searchText([body.name, body.code]));
  return [...found].sort(orderOf(query));
}

function orderOf({ sort, order }: IndicatorsQuery): (a: IndicatorBody, b: IndicatorBody) => number {
  const sign = order === 'desc' ? -1 : 1;
  const byName = (a: IndicatorBody, b: IndicatorBody) => comparePersian(a.body.name, b.body.name);
  if (sort === 'name') return (a, b) => sign * byName(a, b);
  const valueOf = (row: IndicatorBody) => (sort === 'value' ? row.reading : row.before)?.value ?? null;
  return (a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return sign * (x - y) || byName(a, b);
  };
}

/** What the page shows as a table for a file: the bodies of the chosen indicator, else all indicators. @throws AppError as `getIndicators` */
export function indicatorsTable(ctx: ServiceContext, query: IndicatorsQuery): ExportTable {
  const view = getIndicators(ctx, query);
  const { chosen, month } = view;
  const words = INDICATORS.file;
  const districtName = (code: string) => view.districts.find((area) => area.code === code)?.name ?? code;
  if (chosen === null) {
    return toTable(
      INDICATORS.title,
      [
        { heading: words.code, kind: 'text', value: ({ indicator }) => indicator.code },
        { heading: words.indicator, kind: 'text', value: ({ indicator }) => indicator.title },
        { heading: words.unit, kind: 'text', value: ({ indicator }) => indicator.unit },
        { heading: words.month, kind: 'text', value: () => month },
        { heading: words.mean, kind: 'number', value: ({ mean }) => mean?.value ?? null },
        { heading: words.reported, kind: 'number', value: ({ mean }) => mean?.bodies ?? 0 },
        { heading: words.expected, kind: 'number', value: ({ expected }) => expected },
        { heading: words.baseline, kind: 'number', value: ({ baseline }) => baseline?.value ?? null },
        { heading: words.change, kind: 'number', value: ({ change }) => change?.change ?? null },
        { heading: words.changeBodies, kind: 'number', value: ({ change }) => change?.bodies ?? null },
        { heading: words.trend, kind: 'text', value: ({ change }) => change && INDICATORS.trends[change.trend] },
        { heading: words.fromSurvey, kind: 'number', value: ({ fromSurvey }) => fromSurvey },
        { heading: words.supplement, kind: 'number', value: ({ supplement }) => supplement?.value ?? null },
        { heading: words.supplementAnswers, kind: 'number', value: ({ supplement }) => supplement?.answers ?? null },
      ],
      view.lines,
    );
  }
  return toTable(
    INDICATORS.title,
    [
      { heading: words.code, kind: 'text', value: ({ body }) => body.code },
      { heading: words.body, kind: 'text', value: ({ body }) => body.name },
      {
        heading: words.category,
        kind: 'text',
        value: ({ body }) => BODY_CATEGORY_LABELS[body.category as BodyCategory],
      },
      { heading: words.district, kind: 'text', value: ({ body }) => districtName(body.districtCode) },
      { heading: words.indicator, kind: 'text', value: () => chosen.indicator.title },
      { heading: words.month, kind: 'text', value: () => month },
      { heading: words.numerator, kind: 'number', value: ({ reading }) => reading?.numerator ?? null },
      { heading: words.denominator, kind: 'number', value: ({ reading }) => reading?.denominator ?? null },
      { heading: words.value, kind: 'number', value: ({ reading }) => reading?.value ?? null },
      { heading: words.unit, kind: 'text', value: () => chosen.indicator.unit },
      { heading: words.before, kind: 'number', value: ({ before }) => before?.value ?? null },
      { heading: words.source, kind: 'text', value: ({ reading }) => reading && INDICATORS.sources[reading.source] },
      { heading: words.ownReport, kind: 'number', value: ({ reading }) => reading?.reported?.value ?? null },
      { heading: words.note, kind: 'text', value: ({ reading }) => reading?.reported?.note ?? null },
      { heading: words.recordedBy, kind: 'text', value: ({ reading }) => reading?.reported?.recordedByName ?? null },
    ],
    chosen.bodies,
  );
}
