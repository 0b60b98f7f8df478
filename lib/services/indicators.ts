import { listReadingsAsOf, type IndicatorReadingRow } from '@/db/queries/indicators';
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
import { assertMonth, indicatorsOn, monthsOn, newestMonth, type Indicator, type Reading } from './indicator-readings';
import { openScope } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { resourceOf } from './milestone-subject';

/** How many months a trend goes back, the month itself included. */
const TREND_MONTHS = 6;

/** An indicator over some bodies in one month. Never a mean without how many of how many it rests on. */
export interface IndicatorFigures {
  /** Null: no body has a reading. */
  readonly mean: IndicatorMean | null;
  /** Bodies of the programme that the figure is about. */
  readonly expected: number;
  readonly baseline: IndicatorMean | null;
  /** Against the baseline month, over the bodies with both; null in that month itself, and where no body has both. */
  readonly change: BaselineChange | null;
  /** The last months, oldest first. */
  readonly trend: readonly { readonly month: JalaliMonth; readonly mean: IndicatorMean | null }[];
}

export interface IndicatorGroup extends IndicatorFigures {
  /** Category, or code of the district. */
  readonly key: string;
}

/** One body's reading of the chosen indicator. */
export interface IndicatorBody {
  readonly body: Pick<Body, 'code' | 'name' | 'category' | 'districtCode'>;
  readonly reading: Reading | null;
  /** Of the month before. */
  readonly before: Reading | null;
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
}

type ByBody = ReadonlyMap<number, IndicatorReadingRow>;

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
  const frame = { asOf, today, query, months: months.toReversed(), month, baselineMonth };
  const districts = reference.areas.filter(({ kind }) => kind === 'district');
  if (month === null || baselineMonth === null) return { ...frame, districts, lines: [], chosen: null };

  const rows = listReadingsAsOf(ctx.db, asOf, { from: baselineMonth, to: month });
  const readings = groupReadings(rows);
  const trendMonths = months.filter((each) => each <= month && each > addMonths(month, -TREND_MONTHS));
  const figuresOf = (indicator: Indicator, some: readonly Body[]): IndicatorFigures => {
    const ids = new Set(some.map(({ id }) => id));
    const of = (each: JalaliMonth): ByBody =>
      new Map([...(readings.get(`${indicator.code} ${each}`) ?? [])].filter(([id]) => ids.has(id)));
    const mean = (each: JalaliMonth) => meanOf(indicator.code, [...of(each).values()]);
    return {
      mean: mean(month),
      expected: some.length,
      baseline: mean(baselineMonth),
      change:
        month === baselineMonth
          ? null
          : changeBetween(indicator.code, indicator.direction, of(baselineMonth), of(month)),
      trend: trendMonths.map((each) => ({ month: each, mean: mean(each) })),
    };
  };
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
      bodies: listBodies(ctx, query, bodies, (each) => readings.get(`${chosen.code} ${each}`) ?? new Map(), month),
    },
  };
}

/** By indicator and month, then by body. */
function groupReadings(rows: readonly IndicatorReadingRow[]): Map<string, Map<number, IndicatorReadingRow>> {
  const groups = new Map<string, Map<number, IndicatorReadingRow>>();
  for (const row of rows) {
    const key = `${row.indicatorCode} ${row.month}`;
    const group = groups.get(key) ?? new Map<number, IndicatorReadingRow>();
    groups.set(key, group.set(row.bodyId, row));
  }
  return groups;
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
      { heading: words.note, kind: 'text', value: ({ reading }) => reading?.note ?? null },
      { heading: words.recordedBy, kind: 'text', value: ({ reading }) => reading?.recordedByName ?? null },
    ],
    chosen.bodies,
  );
}
