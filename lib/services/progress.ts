import type { CivilDate } from '@/lib/calendar/civil-date';
import type { GroupFigures, PairFigures } from '@/lib/domain/figures';
import { calculateGroupFigures } from '@/lib/domain/group-figures';
import type { Reference } from '@/lib/domain/reference';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { apiDate } from '@/lib/format/dates';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import type { ServiceContext } from './service-context';
import { resolveScope, type Scope, type ScopeParams } from './scope';

export const GROUPINGS = ['total', 'track', 'category', 'district', 'body'] as const;
export type Grouping = (typeof GROUPINGS)[number];

const WHOLE_LABEL = 'کل';

export interface GroupsParams extends ScopeParams {
  readonly groupBy: Grouping;
}

interface GroupIdentity {
  readonly key: string;
  readonly label: string;
  readonly order: number;
}

function identify(grouping: Grouping, { pair }: PairFigures, reference: Reference): GroupIdentity {
  const { body, track } = pair;
  switch (grouping) {
    case 'total':
      return { key: 'total', label: WHOLE_LABEL, order: 0 };
    case 'track':
      return { key: track.code, label: track.title, order: track.position };
    case 'category':
      return {
        key: body.category,
        label: BODY_CATEGORY_LABELS[body.category],
        order: BODY_CATEGORIES.indexOf(body.category as BodyCategory),
      };
    case 'district': {
      const name = reference.areas.find(({ code }) => code === body.districtCode)?.name ?? body.districtCode;
      return { key: body.districtCode, label: name, order: 0 };
    }
    case 'body':
      return { key: body.code, label: body.name, order: 0 };
  }
}

/** Figures of the groups of an already resolved scope. Groups without a pair are not listed, but the total always is. */
export function groupsOf(scope: Scope, groupBy: Grouping): GroupFigures[] {
  return scope.ledger.view(scope.asOf, `groups ${groupBy} ${scope.key}`, () => {
    const groups = new Map<string, { identity: GroupIdentity; pairs: PairFigures[] }>();
    if (groupBy === 'total') {
      groups.set('total', { identity: { key: 'total', label: WHOLE_LABEL, order: 0 }, pairs: [] });
    }
    for (const figures of scope.figures) {
      const identity = identify(groupBy, figures, scope.reference);
      const group = groups.get(identity.key);
      if (group) group.pairs.push(figures);
      else groups.set(identity.key, { identity, pairs: [figures] });
    }
    return [...groups.values()]
      .sort((a, b) => a.identity.order - b.identity.order || (a.identity.key < b.identity.key ? -1 : 1))
      .map(({ identity: { key, label }, pairs }) =>
        calculateGroupFigures({ key, label }, pairs, scope.asOf, scope.reference.workCalendar),
      );
  });
}

/** Figures by total, track, category, district or body, as of a day. */
export function getGroups(ctx: ServiceContext, params: GroupsParams): GroupFigures[] {
  return groupsOf(resolveScope(ctx, params), params.groupBy);
}

/** Figures of everything that passes the filter, as one group. */
export function getTotal(ctx: ServiceContext, params: ScopeParams = {}): GroupFigures {
  const [total] = getGroups(ctx, { ...params, groupBy: 'total' });
  if (!total) throw new Error('A scope always has a total.');
  return total;
}

/** As `getGroups`, with the day it is about. */
export function getProgress(
  ctx: ServiceContext,
  params: GroupsParams,
): { readonly asOf: CivilDate; readonly groups: GroupFigures[] } {
  const scope = resolveScope(ctx, params);
  return { asOf: scope.asOf, groups: groupsOf(scope, params.groupBy) };
}

const apiDateOrNull = (day: CivilDate | null) => (day === null ? null : apiDate(day));

export const SPI_REASONS = ['no_data', 'no_work_due'] as const;
export const REQUIRED_REASONS = ['no_data', 'no_working_days_left'] as const;

/** Why there is no SPI; null where there is one. */
function spiReason({ spi, planned }: GroupFigures): (typeof SPI_REASONS)[number] | null {
  if (spi !== null) return null;
  return planned === null ? 'no_data' : 'no_work_due';
}

/** Why there is no required pace; null where there is one. */
function requiredReason({ requiredPerWeek, planned }: GroupFigures): (typeof REQUIRED_REASONS)[number] | null {
  if (requiredPerWeek !== null) return null;
  return planned === null ? 'no_data' : 'no_working_days_left';
}

function documentGroup(group: GroupFigures) {
  const { earnedSchedule } = group;
  return {
    key: group.key,
    label: group.label,
    bodies: group.bodies,
    bodyTracks: group.bodyTracks,
    planned: group.planned,
    claimed: group.claimed,
    verified: group.verified,
    spi: group.spi,
    spiReason: spiReason(group),
    earnedSchedule: { ...earnedSchedule, forecastFinish: apiDateOrNull(earnedSchedule.forecastFinish) },
    deadline: apiDateOrNull(group.deadline),
    deadlineReason: group.deadlineReason,
    calendarDaysLeft: group.calendarDaysLeft,
    workingDaysLeft: group.workingDaysLeft,
    requiredPerWeek: group.requiredPerWeek,
    requiredReason: requiredReason(group),
    recentPerWeek: group.recentPerWeek,
    status: {
      complete: group.status.complete,
      on_track: group.status.on_track,
      awaiting_review: group.status.awaiting_review,
      at_risk: group.status.at_risk,
      late: group.status.late,
      missed: group.status.missed,
      exempt: group.status.exempt,
    },
  };
}

/** The document of `GET /api/v1/progress` and of `export progress --format json`. */
export function getProgressDocument(ctx: ServiceContext, params: GroupsParams) {
  const scope = resolveScope(ctx, params);
  return {
    asOf: apiDate(scope.asOf),
    programme: scope.programme.code,
    groupBy: params.groupBy,
    groups: groupsOf(scope, params.groupBy).map(documentGroup),
  };
}
export type ProgressDocument = ReturnType<typeof getProgressDocument>;
