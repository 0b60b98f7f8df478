import { listReadingsAsOf } from '@/db/queries/indicators';
import { formatMonth } from '@/lib/format/dates';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { inputOf, subjectOf } from '@/lib/domain/indicator-inputs';
import { meanOf, type IndicatorMean } from '@/lib/domain/indicators';
import type { Body } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { NETWORK } from '@/lib/messages/network';
import { comparePersian } from '@/lib/text/collation';
import type { NetworkQuery } from '@/lib/validation/network';
import { toTable, type ExportTable } from './exports/table';
import { indicatorsOn, monthsOn, type Indicator } from './indicator-readings';
import { openScope } from './scope';
import { authorise, type ServiceContext } from './service-context';

/** An indicator over some bodies, month by month. */
export interface ShareSeries {
  /** Code of the district; null for the whole county. */
  readonly districtCode: string | null;
  readonly label: string;
  readonly expected: number;
  /** One a month, in their order; null where no body has a reading. */
  readonly means: readonly (IndicatorMean | null)[];
}

export interface ShareMonths {
  readonly indicator: Indicator;
  readonly months: readonly JalaliMonth[];
  readonly county: ShareSeries;
  readonly districts: readonly ShareSeries[];
}

export interface ShareMonthsView {
  /** Indicators that are a part of a whole, of which one can be chosen. */
  readonly indicators: readonly Indicator[];
  /** The one asked for, else the one on electronic letters; null where no indicator is a share. */
  readonly chosen: ShareMonths | null;
  /** The one on network coverage where it is not the chosen one. */
  readonly network: ShareMonths | null;
}

/**
 * The share of electronic letters (or another share) by month since the baseline month and by district, as known on a day.
 *
 * @throws AppError `forbidden`; `no_programme`; `as_of_out_of_range`; `invalid_input` for an indicator that is no share
 */
export function getShareMonths(ctx: ServiceContext, query: NetworkQuery): ShareMonthsView {
  authorise(ctx, 'indicator.read');
  const { asOf, programme, reference, includes } = openScope(ctx, { asOf: query.asOf, programme: query.programme });
  const indicators = indicatorsOn(ctx.db, asOf).filter(({ code }) => {
    const input = inputOf(code);
    return input.kind === 'share' && input.isPart;
  });
  const asked = query.indicator === null ? null : indicators.find(({ code }) => code === query.indicator);
  if (asked === undefined) throw new AppError('invalid_input', { field: 'indicator', value: query.indicator });
  const about = (subject: ReturnType<typeof subjectOf>) => indicators.find(({ code }) => subjectOf(code) === subject);
  const chosen = asked ?? about('electronic_letters') ?? indicators[0] ?? null;
  const network = about('network_coverage') ?? null;

  const months = monthsOn(programme, asOf);
  const [from, to] = [months[0], months.at(-1)];
  const readings = from === undefined || to === undefined ? [] : listReadingsAsOf(ctx.db, asOf, { from, to });
  const bodies = [...new Map(reference.pairs.filter(includes).map(({ body }) => [body.id, body])).values()];
  const districts = reference.areas
    .filter(({ kind, code }) => kind === 'district' && bodies.some(({ districtCode }) => districtCode === code))
    .sort((a, b) => comparePersian(a.name, b.name));
  const monthsOf = (indicator: Indicator): ShareMonths => {
    const own = readings.filter(({ indicatorCode }) => indicatorCode === indicator.code);
    const series = (districtCode: string | null, label: string, some: readonly Body[]): ShareSeries => {
      const ids = new Set(some.map(({ id }) => id));
      return {
        districtCode,
        label,
        expected: some.length,
        means: months.map((month) =>
          meanOf(
            indicator.code,
            own.filter((row) => row.month === month && ids.has(row.bodyId)),
          ),
        ),
      };
    };
    return {
      indicator,
      months,
      county: series(null, NETWORK.wholeCounty, bodies),
      districts: districts.map(({ code, name }) =>
        series(
          code,
          name,
          bodies.filter(({ districtCode }) => districtCode === code),
        ),
      ),
    };
  };
  return {
    indicators,
    chosen: chosen && monthsOf(chosen),
    network: network === null || network.code === chosen?.code ? null : monthsOf(network),
  };
}

/** The months as a table, a row a month and district. @throws AppError as `getShareMonths` */
export function monthsTable(ctx: ServiceContext, query: NetworkQuery): ExportTable {
  const { chosen, network } = getShareMonths(ctx, query);
  const rows = [chosen, network].flatMap((each) =>
    each === null
      ? []
      : [each.county, ...each.districts].flatMap(({ label, expected, means }) =>
          each.months.map((month, index) => ({
            title: each.indicator.title,
            label,
            month,
            expected,
            mean: means[index] ?? null,
          })),
        ),
  );
  const words = NETWORK;
  return toTable(
    words.file.sheets.months,
    [
      { heading: words.indicator, kind: 'text', value: ({ title }) => title },
      { heading: words.district, kind: 'text', value: ({ label }) => label },
      { heading: words.month, kind: 'text', value: ({ month }) => formatMonth(month) },
      { heading: words.file.shareRatio, kind: 'ratio', value: ({ mean }) => mean && mean.value / 100 },
      { heading: words.reported, kind: 'number', value: ({ mean }) => mean?.bodies ?? 0 },
      { heading: words.bodies, kind: 'number', value: ({ expected }) => expected },
    ],
    rows,
  );
}
