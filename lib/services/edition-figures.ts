import { addDays, maxDate, minDate, daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { nearestDeadline } from '@/lib/domain/deadline';
import type {
  EditionCurve,
  EditionDistrictTrackRow,
  EditionFigures,
  EditionGroupRow,
  EditionStatusRow,
  EditionTrackRow,
} from '@/lib/domain/edition';
import type { GroupFigures } from '@/lib/domain/figures';
import type { PairStatus } from '@/lib/domain/vocabulary';
import { editionWords, FORECAST_NOTES, listing } from '@/lib/messages/edition-text';
import { shortTitles } from '@/lib/text/short-titles';
import { latePairsOf } from './lateness';
import { groupsOf, type Grouping } from './progress';
import { openScope, type PairFilter, type Scope } from './scope';
import { plannedAhead, seriesOf } from './series';
import type { ServiceContext } from './service-context';
import { silentBodiesOf } from './silence';

/** The day of the report beside the day its changes are counted from. */
export interface EditionScopes {
  readonly ctx: ServiceContext;
  readonly now: Scope;
  readonly before: Scope | null;
}

/** The same question with a filter, on both days; `before` is null where the filter names something unknown then. */
export function narrowed(scopes: EditionScopes, filter: PairFilter): EditionScopes {
  const of = (scope: Scope) => openScope(scopes.ctx, { asOf: scope.asOf, programme: scope.programme.code, filter });
  const knownBefore =
    scopes.before !== null &&
    (filter.districtCode == null || scopes.before.reference.areas.some(({ code }) => code === filter.districtCode)) &&
    (filter.trackCode == null || scopes.before.tracks.some(({ code }) => code === filter.trackCode)) &&
    (filter.deadlineOn == null || scopes.before.tracks.some(({ deadlineOn }) => deadlineOn === filter.deadlineOn));
  return {
    ctx: scopes.ctx,
    now: of(scopes.now),
    before: knownBefore && scopes.before !== null ? of(scopes.before) : null,
  };
}

const difference = (now: number | null, before: number | null | undefined) =>
  now === null || before === null || before === undefined ? null : now - before;

function figures(now: GroupFigures, before: GroupFigures | undefined): EditionFigures {
  return {
    planned: now.planned,
    claimed: now.claimed,
    verified: now.verified,
    claimedChange: difference(now.claimed, before?.claimed),
    verifiedChange: difference(now.verified, before?.verified),
    spi: now.spi,
  };
}

/** Groups of both days, joined by key. */
function both(scopes: EditionScopes, grouping: Grouping): { now: GroupFigures; before: GroupFigures | undefined }[] {
  const earlier = new Map(
    (scopes.before === null ? [] : groupsOf(scopes.before, grouping)).map((group) => [group.key, group]),
  );
  return groupsOf(scopes.now, grouping).map((now) => ({ now, before: earlier.get(now.key) }));
}

function trackRow(
  kind: EditionTrackRow['kind'],
  { now, before }: { now: GroupFigures; before: GroupFigures | undefined },
  words: { label: string; shortLabel: string },
): EditionTrackRow {
  const { forecastFinish, reason } = now.earnedSchedule;
  return {
    kind,
    key: now.key,
    ...words,
    bodies: now.bodies,
    deadlineOn: now.deadline,
    forecastFinishOn: forecastFinish,
    forecastNote: forecastFinish === null && reason !== null ? FORECAST_NOTES[reason] : null,
    requiredPerWeek: now.requiredPerWeek,
    recentPerWeek: now.recentPerWeek,
    ...figures(now, before),
  };
}

/** The deadline a report opens on: the nearest not yet passed. */
export function reportDeadline(scope: Scope): CivilDate | null {
  return nearestDeadline(
    scope.tracks.map(({ deadlineOn }) => deadlineOn),
    scope.asOf,
  );
}

/** One row a track, one for each deadline that several tracks share, and the whole programme. */
export function trackRows(scopes: EditionScopes): EditionTrackRow[] {
  const { tracks, asOf } = scopes.now;
  const short = shortTitles(tracks.map(({ title }) => title));
  const rows = both(scopes, 'track').map((group) => {
    const index = tracks.findIndex(({ code }) => code === group.now.key);
    return trackRow('track', group, { label: group.now.label, shortLabel: short[index] ?? group.now.label });
  });
  const total = both(scopes, 'total').map((group) =>
    trackRow('total', group, { label: editionWords.wholeProgramme, shortLabel: editionWords.wholeProgramme }),
  );
  const deadline = reportDeadline(scopes.now);
  const sharing = tracks.filter(({ deadlineOn }) => deadlineOn === deadline);
  if (deadline === null || sharing.length < 2 || sharing.length === tracks.length) return [...rows, ...total];
  const label = editionWords.sharedDeadline(sharing.length, deadline, asOf);
  const shared = both(narrowed(scopes, { deadlineOn: deadline }), 'total').map((group) =>
    trackRow('deadline', group, { label, shortLabel: label }),
  );
  return [...rows, ...shared, ...total];
}

/** Rows by category or district with how many of their bodies are late or silent. */
export function groupRows(scopes: EditionScopes, grouping: 'category' | 'district' | 'total'): EditionGroupRow[] {
  const keyOf = (body: { category: string; districtCode: string }) =>
    grouping === 'total' ? 'total' : grouping === 'category' ? body.category : body.districtCode;
  const late = new Map<string, Set<number>>();
  for (const { body } of latePairsOf(scopes.now)) {
    const key = keyOf(body);
    late.set(key, (late.get(key) ?? new Set()).add(body.id));
  }
  const silent = new Map<string, number>();
  for (const { body } of silentBodiesOf(scopes.now)) silent.set(keyOf(body), (silent.get(keyOf(body)) ?? 0) + 1);
  return both(scopes, grouping).map((group) => ({
    key: group.now.key,
    label:
      grouping === 'district'
        ? editionWords.district(group.now.label)
        : grouping === 'total'
          ? editionWords.total
          : group.now.label,
    bodies: group.now.bodies,
    lateBodies: late.get(group.now.key)?.size ?? 0,
    silentBodies: silent.get(group.now.key) ?? 0,
    ...figures(group.now, group.before),
  }));
}

const lateCount = (status: Readonly<Record<PairStatus, number>>) => status.late + status.missed;

export function districtTrackRows(scopes: EditionScopes): EditionDistrictTrackRow[] {
  const { tracks } = scopes.now;
  const row = (label: string, isTotal: boolean, scope: Scope): EditionDistrictTrackRow => {
    const groups = new Map(groupsOf(scope, 'track').map((group) => [group.key, group]));
    return {
      label,
      isTotal,
      tracks: tracks.map(({ code }) => {
        const group = groups.get(code);
        return {
          verified: group?.verified ?? null,
          late: group === undefined ? 0 : lateCount(group.status),
          bodies: group?.bodyTracks ?? 0,
        };
      }),
    };
  };
  return [
    ...groupsOf(scopes.now, 'district').map((district) =>
      row(editionWords.district(district.label), false, narrowed(scopes, { districtCode: district.key }).now),
    ),
    row(editionWords.total, true, scopes.now),
  ];
}

export function statusRows(scopes: EditionScopes): EditionStatusRow[] {
  const rows = both(scopes, 'track').map(({ now, before }) => ({
    label: now.label,
    isTotal: false,
    counts: now.status,
    previous: before?.status ?? null,
  }));
  const totals = both(scopes, 'total').map(({ now, before }) => ({
    label: editionWords.sum,
    isTotal: true,
    counts: now.status,
    previous: before?.status ?? null,
  }));
  return [...rows, ...totals];
}

/** How the tracks of a deadline are called together. */
export function deadlineSubject(scope: Scope, deadline: CivilDate | null): string {
  const own = scope.tracks.filter(({ deadlineOn }) => deadlineOn === deadline);
  if (own.length === 0) return scope.programme.title;
  return own.length > 3
    ? editionWords.sharedDeadline(own.length, deadline ?? scope.asOf, scope.asOf)
    : listing(own.map(({ title }) => title));
}

/** Share of the axis left free after the last thing on it: the label of the forecast stands there. */
const AXIS_MARGIN = 0.14;

/** The curve of the tracks that share the report's deadline, one point a day, with the plan ahead and the forecast. */
export function reportCurve(scopes: EditionScopes): EditionCurve {
  const deadline = reportDeadline(scopes.now);
  const { now: scope } = deadline === null ? scopes : narrowed(scopes, { deadlineOn: deadline });
  const [group] = groupsOf(scope, 'total');
  const starts = scope.tracks.filter(({ deadlineOn }) => deadline === null || deadlineOn === deadline);
  const start = starts.map(({ startOn }) => startOn).reduce(minDate, scope.asOf);
  const forecastFinish = group?.earnedSchedule.reason === null ? group.earnedSchedule.forecastFinish : null;
  const last = [scope.asOf, deadline ?? scope.asOf, forecastFinish ?? scope.asOf].reduce(maxDate);
  // a forecast years away must not squeeze the history into a corner
  const furthest = addDays(
    maxDate(deadline ?? scope.asOf, scope.asOf),
    Math.ceil(daysBetween(start, scope.asOf) / 2) + 28,
  );
  const end = minDate(addDays(last, Math.ceil(daysBetween(start, last) * AXIS_MARGIN)), furthest);
  const ahead = plannedAhead(scope);
  const known = seriesOf(scope, start, scope.asOf, 'day');
  const final = ahead.at(-1)?.planned ?? known.at(-1)?.planned ?? null;
  const points = [
    ...known,
    ...ahead.map((point) => ({ date: point.date, planned: point.planned, claimed: null, verified: null })),
  ];
  if (deadline !== null && deadline > (points.at(-1)?.date ?? scope.asOf)) {
    points.push({ date: deadline, planned: final, claimed: null, verified: null });
  }
  const hasFigures = group !== undefined && group.planned !== null && group.claimed !== null && group.verified !== null;
  return {
    title: editionWords.curveTitle(deadlineSubject(scope, deadline)),
    sentence: hasFigures
      ? editionWords.curveSentence(
          (group.planned ?? 0) - (group.verified ?? 0),
          (group.claimed ?? 0) - (group.verified ?? 0),
          Math.max(0, (group.planned ?? 0) - (group.claimed ?? 0)),
        )
      : editionWords.curveNoData,
    start,
    end,
    asOf: scope.asOf,
    deadline,
    deadlineLabel: deadline === null ? null : editionWords.curveDeadline(deadline, scope.asOf),
    forecastFinish,
    points,
  };
}
