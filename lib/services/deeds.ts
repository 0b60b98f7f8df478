import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import {
  bodyOutcome,
  countsAsDeed,
  DEED_GROUPS,
  deedGroup,
  deskProgress,
  deskTracks,
  outcomeOf,
  type BodyOutcome,
  type DeedGroup,
  type DeskPair,
  type DeskProgress,
  type Outcome,
} from '@/lib/domain/deeds';
import { searchItems, searchText } from '@/lib/domain/name-search';
import { isRealDesk } from '@/lib/domain/pair-figures';
import type { Area, Body } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { DEEDS } from '@/lib/messages/deeds';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { comparePersian } from '@/lib/text/collation';
import type { DeedsQuery } from '@/lib/validation/deeds';
import { toTable, type ExportTable } from './exports/table';
import { assertMonth, indicatorsOn, monthsOn, newestMonth, type Indicator } from './indicator-readings';
import { outcomesAsOf } from './outcome-readings';
import { openScope, type Scope } from './scope';
import { authorise, type ServiceContext } from './service-context';

/** One body: what the paper says of its desk, and what became of those it serves. */
export interface DeedRow extends DeskProgress {
  readonly body: Pick<Body, 'code' | 'name' | 'category' | 'districtCode'>;
  readonly group: DeedGroup;
  readonly outcome: BodyOutcome;
  /** Each indicator that counts, in the order of `DeedsView.indicators`. */
  readonly outcomes: readonly Outcome[];
}

export interface DeedsView {
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  readonly query: DeedsQuery;
  /** Months beside which a baseline stands, newest first. */
  readonly months: readonly JalaliMonth[];
  /** Null while there is no month after the baseline month. */
  readonly month: JalaliMonth | null;
  readonly baselineMonth: JalaliMonth | null;
  readonly districts: readonly Area[];
  /** Those that count, of which one may be asked for. */
  readonly choices: readonly Indicator[];
  /** Those that the gains are made of: the one asked for, else all. */
  readonly indicators: readonly Indicator[];
  /** How many bodies of the district and category fall into each group, whatever is searched for. */
  readonly counts: Readonly<Record<DeedGroup, number>>;
  /** Bodies of the district and category that have no desk track and are therefore not here. */
  readonly withoutDesk: number;
  /** Every body of the district and category that can be judged: the dots of the picture. */
  readonly judged: readonly DeedRow[];
  /** Bodies that fit the group and the search, in the order asked for. */
  readonly rows: readonly DeedRow[];
}

/** Desk pairs by body, of a scope. */
function desksOf(scope: Scope): Map<number, DeskPair[]> {
  const codes = new Set(deskTracks(scope.tracks).map(({ code }) => code));
  const { realDeskMilestones } = scope.reference.thresholds;
  const desks = new Map<number, DeskPair[]>();
  for (const figures of scope.figures) {
    const { pair, isExempt, verifiedRatio } = figures;
    if (isExempt || !codes.has(pair.track.code)) continue;
    const desk = { verifiedRatio, weight: pair.weight, isReal: isRealDesk(figures, realDeskMilestones) };
    desks.set(pair.body.id, [...(desks.get(pair.body.id) ?? []), desk]);
  }
  return desks;
}

/**
 * Progress beside outcomes, as known on a day: for every body with a desk what the paper says of it, and by how much its outcomes stand above
 * or below the baseline month.
 *
 * @throws AppError `forbidden`; `invalid_input` for a month, indicator or district that does not exist; `as_of_out_of_range`; `no_programme`
 */
export function getDeeds(ctx: ServiceContext, query: DeedsQuery): DeedsView {
  authorise(ctx, 'indicator.read');
  const scope = openScope(ctx, {
    asOf: query.asOf,
    programme: query.programme,
    filter: { category: query.category, districtCode: query.district },
  });
  const { asOf, today, programme, reference } = scope;
  const [baselineMonth = null, ...later] = monthsOn(programme, asOf);
  if (query.month !== null) assertMonth(later, query.month);
  const month = query.month ?? newestMonth(later, asOf);
  const choices = indicatorsOn(ctx.db, asOf).filter(({ code }) => countsAsDeed(code));
  const indicators = choices.filter(({ code }) => query.indicator === null || code === query.indicator);
  if (query.indicator !== null && indicators.length === 0) {
    throw new AppError('invalid_input', { field: 'indicator', value: query.indicator });
  }
  const districts = reference.areas.filter(({ kind }) => kind === 'district');
  const frame = {
    asOf,
    today,
    query,
    months: later.toReversed(),
    month,
    baselineMonth,
    districts,
    choices,
    indicators,
  };
  const all = month === null || baselineMonth === null ? [] : rowsOf(ctx, scope, { month, baselineMonth, indicators });
  const bodies = new Set(reference.pairs.filter(scope.includes).map(({ body }) => body.id));
  const count = (group: DeedGroup) => all.filter((row) => row.group === group).length;
  const found = query.q === '' ? all : searchItems(query.q, all, ({ body }) => searchText([body.name, body.code]));
  return {
    ...frame,
    counts: {
      paper_only: count('paper_only'),
      verified_better: count('verified_better'),
      better_only: count('better_only'),
      neither: count('neither'),
      unjudged: count('unjudged'),
    },
    withoutDesk: bodies.size - all.length,
    judged: all.filter(({ group }) => group !== 'unjudged'),
    rows: found.filter(({ group }) => query.group === null || group === query.group).sort(orderOf(query)),
  };
}

function rowsOf(
  ctx: ServiceContext,
  scope: Scope,
  {
    month,
    baselineMonth,
    indicators,
  }: { month: JalaliMonth; baselineMonth: JalaliMonth; indicators: readonly Indicator[] },
): DeedRow[] {
  const { readings } = outcomesAsOf(ctx.db, scope.asOf, { from: baselineMonth, to: month });
  const desks = desksOf(scope);
  return scope.reference.bodies.flatMap((body): DeedRow[] => {
    const desk = deskProgress(desks.get(body.id) ?? []);
    if (desk === null) return [];
    const outcomes = indicators.map(({ code, direction }) => {
      const of = (each: JalaliMonth) => readings(code, each).get(body.id) ?? null;
      return outcomeOf(code, direction, of(baselineMonth), of(month));
    });
    const outcome = bodyOutcome(outcomes);
    return [{ body, ...desk, outcome, outcomes, group: deedGroup(desk.isVerified, outcome) }];
  });
}

function orderOf({ sort, order }: DeedsQuery): (a: DeedRow, b: DeedRow) => number {
  const sign = order === 'desc' ? -1 : 1;
  const byName = (a: DeedRow, b: DeedRow) => comparePersian(a.body.name, b.body.name);
  const byGroup = (a: DeedRow, b: DeedRow) => DEED_GROUPS.indexOf(a.group) - DEED_GROUPS.indexOf(b.group);
  const gainOf = ({ outcome }: DeedRow) => (outcome.isJudged ? outcome.gain : null);
  switch (sort) {
    case 'name':
      return (a, b) => sign * byName(a, b);
    case 'progress':
      return (a, b) => sign * (a.progress - b.progress) || byName(a, b);
    case 'gain':
      return (a, b) => {
        const [x, y] = [gainOf(a), gainOf(b)];
        if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
        return sign * (x - y) || byName(a, b);
      };
    case 'group':
      return (a, b) => sign * byGroup(a, b) || (gainOf(a) ?? 0) - (gainOf(b) ?? 0) || byName(a, b);
  }
}

/** The rows of the page as a table for a file. @throws AppError as `getDeeds` */
export function deedsTable(ctx: ServiceContext, query: DeedsQuery): ExportTable {
  const { rows, districts, indicators, month, baselineMonth } = getDeeds(ctx, query);
  const words = DEEDS.file;
  return toTable<DeedRow>(
    DEEDS.title,
    [
      { heading: words.code, kind: 'text', value: ({ body }) => body.code },
      { heading: words.body, kind: 'text', value: ({ body }) => body.name },
      { heading: words.category, kind: 'text', value: ({ body }) => BODY_CATEGORY_LABELS[body.category] },
      {
        heading: words.district,
        kind: 'text',
        value: ({ body }) => districts.find(({ code }) => code === body.districtCode)?.name ?? body.districtCode,
      },
      { heading: words.group, kind: 'text', value: ({ group }) => DEEDS.groups[group] },
      { heading: words.progress, kind: 'ratio', value: ({ progress }) => progress },
      { heading: words.isVerified, kind: 'text', value: ({ isVerified }) => (isVerified ? words.yes : words.no) },
      { heading: words.baselineMonth, kind: 'text', value: () => baselineMonth },
      { heading: words.month, kind: 'text', value: () => month },
      { heading: words.gain, kind: 'number', value: ({ outcome }) => (outcome.isJudged ? outcome.gain : null) },
      { heading: words.judged, kind: 'number', value: ({ outcome }) => (outcome.isJudged ? outcome.indicators : 0) },
      {
        heading: words.reason,
        kind: 'text',
        value: ({ outcome }) => (outcome.isJudged ? null : DEEDS.reasons[outcome.reason]),
      },
      ...indicators.map(({ title }, index) => ({
        heading: words.gainOf(title),
        kind: 'number' as const,
        value: ({ outcomes }: DeedRow) => {
          const outcome = outcomes[index];
          return outcome?.isJudged ? outcome.gain : null;
        },
      })),
    ],
    rows,
  );
}
