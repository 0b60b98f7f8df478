import { addDays, daysBetween, maxDate, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import { isWorkingDay } from '@/lib/calendar/working-days';
import { countdownTo, nearestDeadline, type Countdown } from '@/lib/domain/deadline';
import type { GroupFigures } from '@/lib/domain/figures';
import { isRealDesk } from '@/lib/domain/pair-figures';
import type { Area, Track } from '@/lib/domain/reference';
import { calculateVerdict, type Verdict } from '@/lib/domain/verdict';
import { AppError } from '@/lib/errors';
import { heatMapOf, type HeatMap } from './heat-map';
import { blockersOf, latePairsOf, type BlockerGroup, type LatePair } from './lateness';
import { groupsOf } from './progress';
import { plannedAhead, seriesOf, type SeriesPoint, type SeriesStep } from './series';
import { openScope, resolveScope, type PairFilter, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';
import { silentBodiesOf, type SilentBody } from './silence';
import { trackShortNames } from './track-names';
import { waitingOf, type Waiting } from './waiting';
import { weekChangesOf, type WeekChanges } from './week-changes';

/** Share of the consequence that names the cause: the fewest pairs that make up at least half of it. */
const CAUSE_SHARE = 0.5;
/** The curve of a programme runs a little past the last of deadline, forecast and today; a far forecast leaves the picture. */
const CURVE_MARGIN_DAYS = 14;
const FURTHEST_FORECAST_DAYS = 60;
const HEAT_ROWS = 10;

export interface TrackLine {
  readonly track: Track;
  readonly shortTitle: string;
  readonly figures: GroupFigures;
  readonly verdict: Verdict | null;
  /** verified − verified of the compared day; null without both. */
  readonly change: number | null;
}

export interface Curve {
  readonly points: readonly SeriesPoint[];
  readonly asOf: CivilDate;
  readonly deadline: CivilDate | null;
  readonly forecastFinish: CivilDate | null;
  readonly start: CivilDate;
  readonly end: CivilDate;
}

export interface RealDesks {
  readonly real: number;
  /** Only a step of the governorate is missing. */
  readonly waiting: number;
  readonly total: number;
}

export interface CountdownDay {
  readonly day: CivilDate;
  readonly isWorkingDay: boolean;
}

export interface Dashboard {
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  readonly since: CivilDate;
  readonly programme: { readonly code: string; readonly title: string; readonly startOn: CivilDate };
  readonly programmes: readonly { readonly code: string; readonly title: string }[];
  /** What is in force, the default deadline included. */
  readonly filter: PairFilter;
  readonly deadlines: readonly CivilDate[];
  readonly tracks: readonly { readonly code: string; readonly title: string; readonly shortTitle: string }[];
  readonly districts: readonly Area[];
  readonly total: GroupFigures;
  readonly verdict: Verdict | null;
  readonly countdown: Countdown | null;
  readonly countdownDays: readonly CountdownDay[];
  readonly otherCountdowns: readonly Countdown[];
  /** Tracks of the chosen deadline first, then the others. */
  readonly lines: readonly TrackLine[];
  readonly otherLines: readonly TrackLine[];
  readonly curve: Curve;
  readonly trackCurves: readonly { readonly track: Track; readonly curve: Curve }[];
  readonly byCategory: readonly GroupFigures[];
  readonly byDistrict: readonly GroupFigures[];
  readonly realDesks: RealDesks | null;
  readonly waiting: Waiting;
  readonly late: readonly LatePair[];
  readonly lateElsewhere: number;
  readonly cause: { readonly pairs: number; readonly share: number } | null;
  readonly silent: readonly SilentBody[];
  readonly blockers: readonly BlockerGroup[];
  readonly changes: WeekChanges;
  readonly heat: HeatMap;
  readonly reviewTargetDays: number;
  readonly silentAfterDays: number;
}

export interface DashboardParams extends ScopeParams {
  /** Every deadline at once instead of the nearest. */
  readonly allDeadlines?: boolean;
  /** Day to compare with; default a week before. */
  readonly since?: CivilDate | null;
}

function curveOf(scope: Scope, figures: GroupFigures, start: CivilDate, step: SeriesStep): Curve {
  const from = minDate(start, scope.asOf);
  const known = seriesOf(scope, from, scope.asOf, step);
  const ahead = plannedAhead(scope).map(({ date, planned }) => ({ date, planned, claimed: null, verified: null }));
  const deadline = figures.deadline;
  const forecast = figures.earnedSchedule.reason === 'complete' ? null : figures.earnedSchedule.forecastFinish;
  const lastPlanned = ahead.at(-1)?.date ?? scope.asOf;
  const base = maxDate(maxDate(deadline ?? lastPlanned, lastPlanned), scope.asOf);
  const end = forecast === null ? base : maxDate(base, minDate(forecast, addDays(base, FURTHEST_FORECAST_DAYS)));
  return {
    points: [...known, ...ahead],
    asOf: scope.asOf,
    deadline,
    forecastFinish: forecast,
    start: from,
    end: addDays(end, CURVE_MARGIN_DAYS),
  };
}

/** The cause: how few late pairs make up half of all that waits, and their exact share. */
function causeOf(late: readonly LatePair[]): Dashboard['cause'] {
  const total = late.reduce((sum, { consequence }) => sum + consequence, 0);
  if (total === 0) return null;
  let sum = 0;
  let pairs = 0;
  for (const { consequence } of late) {
    sum += consequence;
    pairs += 1;
    if (sum / total >= CAUSE_SHARE) break;
  }
  return { pairs, share: sum / total };
}

function realDesksOf(scope: Scope): RealDesks | null {
  const desks = scope.figures.flatMap((figures) => {
    const isReal = figures.isExempt ? null : isRealDesk(figures, scope.reference.thresholds.realDeskMilestones);
    return isReal === null ? [] : [{ isReal, status: figures.status }];
  });
  if (desks.length === 0) return null;
  const real = desks.filter(({ isReal }) => isReal).length;
  const waiting = desks.filter(({ isReal, status }) => !isReal && status === 'awaiting_review').length;
  return { real, waiting, total: desks.length };
}

/** Longest countdown that is drawn day by day: five weeks. */
const COUNTDOWN_DAYS = 35;

function countdownDaysOf(scope: Scope, countdown: Countdown | null): CountdownDay[] {
  if (countdown === null || countdown.calendarDaysLeft < 0 || countdown.calendarDaysLeft > COUNTDOWN_DAYS) return [];
  return Array.from({ length: daysBetween(scope.asOf, countdown.deadlineOn) + 1 }, (_, index) => {
    const day = addDays(scope.asOf, index);
    return { day, isWorkingDay: isWorkingDay(day, scope.reference.workCalendar) };
  });
}

function buildDashboard(ctx: ServiceContext, scope: Scope, since: CivilDate): Dashboard {
  const { asOf, programme, tracks, reference, filter } = scope;
  const withFilter = (own: PairFilter) => openScope(ctx, { asOf, programme: programme.code, filter: own });
  const calendar = reference.workCalendar;
  const deadlines = [...new Set(tracks.map(({ deadlineOn }) => deadlineOn))].sort();
  const shorts = trackShortNames(reference);
  const shortOf = (track: Track) => shorts.get(track.id) ?? track.title;

  const [total] = groupsOf(scope, 'total');
  if (!total) throw new Error('A scope always has a total.');
  const everyTrack = withFilter({ ...filter, deadlineOn: null, trackCode: null });
  const before =
    since < asOf ? openScope(ctx, { asOf: since, programme: programme.code, filter: everyTrack.filter }) : null;
  const verifiedBefore = new Map(before ? groupsOf(before, 'track').map(({ key, verified }) => [key, verified]) : []);
  const lines = groupsOf(everyTrack, 'track').flatMap((figures) => {
    const track = tracks.find(({ code }) => code === figures.key);
    if (!track) return [];
    const old = verifiedBefore.get(figures.key) ?? null;
    return [
      {
        track,
        shortTitle: shortOf(track),
        figures,
        verdict: calculateVerdict(figures, asOf),
        change: old === null || figures.verified === null ? null : figures.verified - old,
      },
    ];
  });
  const isChosen = ({ track }: TrackLine) =>
    (!filter.deadlineOn || track.deadlineOn === filter.deadlineOn) &&
    (!filter.trackCode || track.code === filter.trackCode);

  const late = latePairsOf(scope);
  const countdown = total.deadline === null ? null : countdownTo(total.deadline, asOf, calendar);
  const earliestStart = tracks
    .filter((track) => lines.some((line) => line.track === track && isChosen(line)))
    .reduce<CivilDate>((first, { startOn }) => minDate(first, startOn), asOf);

  return {
    asOf,
    today: scope.today,
    since,
    programme: { code: programme.code, title: programme.title, startOn: programme.startOn },
    programmes: reference.programmes.map(({ code, title }) => ({ code, title })),
    filter,
    deadlines,
    tracks: tracks.map((track) => ({ code: track.code, title: track.title, shortTitle: shortOf(track) })),
    districts: reference.areas.filter(({ kind }) => kind === 'district'),
    total,
    verdict: calculateVerdict(total, asOf),
    countdown,
    countdownDays: countdownDaysOf(scope, countdown),
    otherCountdowns: deadlines
      .filter((deadline) => deadline !== total.deadline && deadline >= asOf)
      .map((deadline) => countdownTo(deadline, asOf, calendar)),
    lines: lines.filter(isChosen),
    otherLines: lines.filter((line) => !isChosen(line)),
    curve: curveOf(scope, total, maxDate(programme.startOn, earliestStart), 'day'),
    trackCurves: lines.map(({ track, figures }) => ({
      track,
      curve: curveOf(
        withFilter({ ...everyTrack.filter, trackCode: track.code }),
        figures,
        maxDate(programme.startOn, track.startOn),
        'week',
      ),
    })),
    byCategory: groupsOf(scope, 'category'),
    byDistrict: groupsOf(scope, 'district'),
    realDesks: realDesksOf(scope),
    waiting: waitingOf(scope),
    late,
    lateElsewhere: latePairsOf(everyTrack).length - late.length,
    cause: causeOf(late),
    silent: silentBodiesOf(scope),
    blockers: blockersOf(scope),
    changes: weekChangesOf(scope, since),
    heat: heatMapOf(scope, HEAT_ROWS),
    reviewTargetDays: reference.thresholds.reviewTargetDays,
    silentAfterDays: reference.thresholds.silentAfterDays,
  };
}

/** The filter a screen opens on: the nearest deadline not passed, unless a deadline or track was chosen. */
export function withDefaultDeadline(ctx: ServiceContext, params: DashboardParams): ScopeParams {
  if (params.allDeadlines || params.filter?.deadlineOn || params.filter?.trackCode) return params;
  const { tracks, asOf } = resolveScope(ctx, params);
  const deadlineOn = nearestDeadline(
    tracks.map((track) => track.deadlineOn),
    asOf,
  );
  return { ...params, filter: { ...params.filter, deadlineOn } };
}

/** A question to the deputy's page, resolved but not yet answered. */
export interface DashboardQuestion {
  readonly build: () => Dashboard;
  /** Draws the page once for everybody who asks the same, until something is recorded that may change it. */
  readonly keep: (variant: string, draw: () => string) => string;
}

/**
 * Resolves what the page is to show, as of a day.
 * @throws AppError as `resolveScope`; `invalid_input` when the day to compare with is after the as-of day
 */
export function askDashboard(ctx: ServiceContext, params: DashboardParams = {}): DashboardQuestion {
  const scope = resolveScope(ctx, withDefaultDeadline(ctx, params));
  const since = maxDate(params.since ?? addDays(scope.asOf, -7), scope.programme.startOn);
  if (since > scope.asOf) throw new AppError('invalid_input', { field: 'since', value: since });
  return {
    build: () => buildDashboard(ctx, scope, since),
    // The date stepper ends at today, so today is part of what is kept.
    keep: (variant, draw) =>
      scope.ledger.page(scope.asOf, `dashboard ${since} ${scope.today} ${scope.key} ${variant}`, draw),
  };
}

/** Everything the deputy's page shows, as of a day. Throws as `askDashboard`. */
export function getDashboard(ctx: ServiceContext, params: DashboardParams = {}): Dashboard {
  return askDashboard(ctx, params).build();
}
