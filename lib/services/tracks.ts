import { maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import { countdownTo, type Countdown } from '@/lib/domain/deadline';
import type { GroupFigures } from '@/lib/domain/figures';
import { countOverdueUnverified, type Recovery } from '@/lib/domain/recovery';
import type { ReferenceChange } from '@/lib/domain/reference-changes';
import type { Milestone, Track } from '@/lib/domain/reference';
import { daysLate } from '@/lib/domain/status';
import { calculateVerdict, type Verdict } from '@/lib/domain/verdict';
import type { MilestoneStateName } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { burnUpOf, type BurnUpPoint } from './burn-up';
import { curveOf, type Curve } from './curve';
import { latePairsOf, type LatePair } from './lateness';
import { groupsOf } from './progress';
import { recoveryOf } from './recovery';
import { resolveScope, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';
import { silentBodiesOf, type SilentBody } from './silence';
import { waitingOf, type Waiting } from './waiting';

/** One milestone of the track over all bodies it applies to. */
export interface MilestoneLine {
  readonly milestone: Milestone;
  /** Bodies it counts for: those exempt are left out. */
  readonly bodies: number;
  readonly states: Readonly<Record<MilestoneStateName, number>>;
  /** Open at the body and past the effective due. */
  readonly late: number;
  readonly isDue: boolean;
}

/** Everything about one track as of a day. */
export interface TrackView {
  readonly scope: Scope;
  readonly track: Track;
  readonly figures: GroupFigures;
  readonly verdict: Verdict | null;
  readonly countdown: Countdown;
  readonly curve: Curve;
  readonly burnUp: readonly BurnUpPoint[];
  readonly recovery: Recovery;
  readonly overdueUnverified: number;
  readonly referenceChanges: readonly ReferenceChange[];
  readonly milestones: readonly MilestoneLine[];
  readonly byCategory: readonly GroupFigures[];
  readonly byDistrict: readonly GroupFigures[];
  readonly late: readonly LatePair[];
  readonly waiting: Waiting;
  readonly silent: readonly SilentBody[];
}

function milestoneLines(scope: Scope, track: Track): MilestoneLine[] {
  const lines = new Map<number, { bodies: number; late: number; states: Record<MilestoneStateName, number> }>();
  for (const { milestones } of scope.figures) {
    for (const item of milestones) {
      const line = lines.get(item.milestone.id) ?? {
        bodies: 0,
        late: 0,
        states: { not_started: 0, in_progress: 0, claimed: 0, verified: 0, returned: 0, blocked: 0, exempt: 0 },
      };
      lines.set(item.milestone.id, line);
      line.states[item.state.state] += 1;
      if (item.state.state !== 'exempt') line.bodies += 1;
      if (daysLate(item, scope.asOf) > 0) line.late += 1;
    }
  }
  return scope.reference.milestones
    .filter(({ trackId, id }) => trackId === track.id && lines.has(id))
    .map((milestone) => ({
      milestone,
      ...(lines.get(milestone.id) as NonNullable<ReturnType<typeof lines.get>>),
      isDue: milestone.baselineDueOn <= scope.asOf,
    }));
}

function startOf(scope: Scope, track: Track): CivilDate {
  return maxDate(scope.programme.startOn, track.startOn);
}

/**
 * One track of a programme as of a day.
 * @throws AppError as `resolveScope`; `not_found` for a code the programme does not have on that day
 */
export function getTrack(ctx: ServiceContext, code: string, params: ScopeParams): TrackView {
  const whole = resolveScope(ctx, { ...params, filter: { ...params.filter, trackCode: null, deadlineOn: null } });
  const track = whole.tracks.find((known) => known.code === code);
  if (track === undefined) throw new AppError('not_found', { subject: 'track', code });
  const scope = resolveScope(ctx, { ...params, filter: { ...params.filter, trackCode: code, deadlineOn: null } });
  const [figures] = groupsOf(scope, 'total');
  if (!figures) throw new Error('A scope always has a total.');
  const start = startOf(scope, track);
  const curve = curveOf(scope, figures, start, 'day');
  return {
    scope,
    track,
    figures,
    verdict: calculateVerdict(figures, scope.asOf),
    countdown: countdownTo(track.deadlineOn, scope.asOf, scope.reference.workCalendar),
    curve,
    burnUp: burnUpOf(scope, start),
    recovery: recoveryOf(scope),
    overdueUnverified: countOverdueUnverified(scope.figures, scope.asOf),
    referenceChanges: scope.ledger.referenceChanges(scope.programme.id, curve.start, scope.asOf),
    milestones: milestoneLines(scope, track),
    byCategory: groupsOf(scope, 'category'),
    byDistrict: groupsOf(scope, 'district'),
    late: latePairsOf(scope),
    waiting: waitingOf(scope),
    silent: silentBodiesOf(scope),
  };
}
