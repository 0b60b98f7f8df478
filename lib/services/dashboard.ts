import { addDays, daysBetween, maxDate, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import { isWorkingDay } from '@/lib/calendar/working-days';
import { countdownTo, nearestDeadline, type Countdown } from '@/lib/domain/deadline';
import type { GroupFigures } from '@/lib/domain/figures';
import { isRealDesk } from '@/lib/domain/pair-figures';
import type { Area, Track } from '@/lib/domain/reference';
import { calculateVerdict, type Verdict } from '@/lib/domain/verdict';
import { countByAge, type AgeBucket } from '@/lib/domain/claim-ages';
import { findMovedDues } from '@/lib/domain/moved-dues';
import { countOverdueUnverified, type Recovery } from '@/lib/domain/recovery';
import type { ReferenceChange } from '@/lib/domain/reference-changes';
import { burnUpOf, type BurnUpPoint } from './burn-up';
import { regressionsOf, sinceOf } from './comparison';
import { curveOf, type Curve } from './curve';
import { newestEditionNumber } from './edition-days';
import { heatMapOf, type HeatMap } from './heat-map';
import { blockersOf, latePairsOf, turnsOf, type BlockerGroup, type LatePair, type TurnGroup } from './lateness';
import { meetingFingerprint, meetingOf, type MeetingRecord } from './meeting';
import { groupsOf } from './progress';
import { recoveryOf } from './recovery';
import { reportingComparisonOf, type ReportingComparison } from './reporting-week';
import { openScope, resolveScope, scopeOn, type PairFilter, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';
import { silentBodiesOf, type SilentBody } from './silence';
import { trackShortNames } from './track-names';
import { waitingOf, type Waiting } from './waiting';
import { weekChangesOf, type WeekChanges } from './week-changes';

/** Share of the consequence that names the cause: the fewest pairs that make up at least half of it. */
const CAUSE_SHARE = 0.5;
const HEAT_ROWS = 10;

export interface TrackLine {
  readonly track: Track;
  readonly shortTitle: string;
  readonly figures: GroupFigures;
  readonly verdict: Verdict | null;
  /** verified − verified of the compared day; null without both. */
  readonly change: number | null;
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
  readonly programme: {
    readonly id: number;
    readonly code: string;
    readonly title: string;
    readonly startOn: CivilDate;
  };
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
  readonly trackCurves: readonly {
    readonly track: Track;
    readonly curve: Curve;
    readonly burnUp: readonly BurnUpPoint[];
  }[];
  readonly recovery: Recovery;
  /** Milestones whose due has passed and that are not verified, whoever's turn they are. */
  readonly overdueUnverified: number;
  /** Days on which the ground of the figures changed, within the curve. */
  readonly referenceChanges: readonly ReferenceChange[];
  readonly byCategory: readonly GroupFigures[];
  readonly byDistrict: readonly GroupFigures[];
  readonly realDesks: RealDesks | null;
  readonly waiting: Waiting;
  readonly late: readonly LatePair[];
  /** Late or missed in any track and deadline. */
  readonly lateEverywhere: number;
  readonly cause: { readonly pairs: number; readonly share: number } | null;
  readonly silent: readonly SilentBody[];
  /** Who has reported this week, beside the week before. */
  readonly reporting: ReportingComparison;
  readonly blockers: readonly BlockerGroup[];
  readonly turns: readonly TurnGroup[];
  readonly claimAges: readonly AgeBucket[];
  readonly regressions: number;
  readonly movedDues: { readonly milestones: number; readonly times: number; readonly pastDeadline: number };
  readonly changes: WeekChanges;
  readonly heat: HeatMap;
  /** Decisions of meetings; no filter narrows them. */
  readonly meeting: MeetingRecord;
  readonly reviewTargetDays: number;
  readonly silentAfterDays: number;
}

export interface DashboardParams extends ScopeParams {
  /** Every deadline at once instead of the nearest. */
  readonly allDeadlines?: boolean;
  /** Day to compare with; default a week before. */
  readonly since?: CivilDate | null;
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

function earliestStartOf(tracks: readonly Track[], lines: readonly TrackLine[], asOf: CivilDate): CivilDate {
  return tracks
    .filter((track) => lines.some((line) => line.track === track))
    .reduce<CivilDate>((first, { startOn }) => minDate(first, startOn), asOf);
}

function movedDuesOf(scope: Scope): Dashboard['movedDues'] {
  const moved = findMovedDues(scope.figures);
  return {
    milestones: moved.length,
    times: moved.reduce((sum, { item }) => sum + item.state.dueMoveCount, 0),
    pastDeadline: moved.filter(({ isPastDeadline }) => isPastDeadline).length,
  };
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
  const before = since < asOf ? groupsOf(scopeOn(everyTrack, since), 'track') : [];
  const verifiedBefore = new Map(before.map(({ key, verified }) => [key, verified]));
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
  const waiting = waitingOf(scope);
  const blockers = blockersOf(scope);
  const curve = curveOf(
    scope,
    total,
    maxDate(programme.startOn, earliestStartOf(tracks, lines.filter(isChosen), asOf)),
    'day',
  );
  const countdown = total.deadline === null ? null : countdownTo(total.deadline, asOf, calendar);
  return {
    asOf,
    today: scope.today,
    since,
    programme: {
      id: programme.id,
      code: programme.code,
      title: programme.title,
      startOn: programme.startOn,
    },
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
    curve,
    trackCurves: lines.map(({ track, figures }) => {
      const own = withFilter({ ...everyTrack.filter, trackCode: track.code });
      const start = maxDate(programme.startOn, track.startOn);
      return { track, curve: curveOf(own, figures, start, 'week'), burnUp: burnUpOf(own, start) };
    }),
    byCategory: groupsOf(scope, 'category'),
    byDistrict: groupsOf(scope, 'district'),
    realDesks: realDesksOf(scope),
    waiting,
    claimAges: countByAge(waiting.claims.map(({ days }) => days)),
    late,
    lateEverywhere: latePairsOf(everyTrack).length,
    cause: causeOf(late),
    silent: silentBodiesOf(scope),
    reporting: reportingComparisonOf(ctx.db, scope),
    blockers,
    turns: turnsOf(blockers),
    recovery: recoveryOf(scope),
    overdueUnverified: countOverdueUnverified(scope.figures, asOf),
    referenceChanges: scope.ledger.referenceChanges(programme.id, curve.start, asOf),
    regressions: regressionsOf(scope, since).length,
    movedDues: movedDuesOf(scope),
    changes: weekChangesOf(scope, since),
    heat: heatMapOf(scope, HEAT_ROWS),
    meeting: meetingOf(ctx.db, scope),
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
  const since = sinceOf(scope, params.since);
  return {
    build: () => buildDashboard(ctx, scope, since),
    // The date stepper ends at today and leads to the issued reports; decisions of meetings are no events. All are part of what is kept.
    keep: (variant, draw) => {
      const others = `${newestEditionNumber(ctx, scope.programme.id)} ${meetingFingerprint(ctx, scope.asOf)}`;
      return scope.ledger.page(scope.asOf, `dashboard ${since} ${scope.today} ${others} ${scope.key} ${variant}`, draw);
    },
  };
}

/** Everything the deputy's page shows, as of a day. Throws as `askDashboard`. */
export function getDashboard(ctx: ServiceContext, params: DashboardParams = {}): Dashboard {
  return askDashboard(ctx, params).build();
}
