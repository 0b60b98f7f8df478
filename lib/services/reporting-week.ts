import type { Executor } from '@/db/client';
import { listOwnEventsBetween } from '@/db/queries/events';
import { addDays, maxDate, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import type { ReportingChoice } from '@/lib/domain/list-vocabulary';
import type { Body } from '@/lib/domain/reference';
import {
  calculateBodyWeek,
  cutoffOf,
  reportingShare,
  type BodyWeek,
  type Cutoff,
  type WeekReport,
} from '@/lib/domain/reporting-week';
import { silenceDays } from '@/lib/domain/silence';
import { isOpen } from '@/lib/domain/status';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { resolveScope, scopeOn, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

/** A body that was expected to report in a week, and what it did up to the as-of day. */
export interface ReportingBody extends BodyWeek {
  readonly body: Body;
  readonly silentDays: number;
  readonly lastReportOn: CivilDate | null;
  /** Not reported in the week, and silent for longer than the threshold. */
  readonly isSilent: boolean;
}

/** How many of some bodies reported. */
export interface ReportingCounts {
  readonly expected: number;
  readonly reported: number;
  readonly onTime: number;
  readonly late: number;
  readonly checkInOnly: number;
  readonly missing: number;
  readonly silent: number;
  /** reported ÷ expected; null for a group too small for a share, and for nobody expected. */
  readonly share: number | null;
}

export interface ReportingGroup extends ReportingCounts {
  /** Category, or code of the district. */
  readonly key: string;
}

export interface ReportsOfWeek {
  readonly weekFrom: CivilDate;
  readonly weekTo: CivilDate;
  /** The day up to which it is counted. */
  readonly asOf: CivilDate;
  readonly cutoff: Cutoff;
  readonly silentAfterDays: number;
  readonly bodies: readonly ReportingBody[];
  readonly total: ReportingCounts;
  readonly byCategory: readonly ReportingGroup[];
  readonly byDistrict: readonly ReportingGroup[];
}

/** Whether a body is among what a choice means. */
export function isReportingChoice(row: ReportingBody, choice: ReportingChoice | null): boolean {
  switch (choice) {
    case null:
      return true;
    case 'reported':
      return row.outcome !== 'missing';
    case 'check_in':
      return row.isCheckInOnly;
    case 'silent':
      return row.isSilent;
    default:
      return row.outcome === choice;
  }
}

function countsOf(rows: readonly ReportingBody[]): ReportingCounts {
  const count = (choice: ReportingChoice) => rows.filter((row) => isReportingChoice(row, choice)).length;
  const reported = count('reported');
  return {
    expected: rows.length,
    reported,
    onTime: count('on_time'),
    late: count('late'),
    checkInOnly: count('check_in'),
    missing: count('missing'),
    silent: count('silent'),
    share: reportingShare(rows.length, reported),
  };
}

function groupsBy(
  rows: readonly ReportingBody[],
  keys: readonly string[],
  keyOf: (body: Body) => string,
): ReportingGroup[] {
  return keys.flatMap((key) => {
    const own = rows.filter(({ body }) => keyOf(body) === key);
    return own.length === 0 ? [] : [{ key, ...countsOf(own) }];
  });
}

/** The bodies with an open milestone on the week's Saturday, each with the start of its first track. Deadline and track do not narrow it. */
function expectedBodies(scope: Scope): Map<number, { readonly body: Body; readonly startOn: CivilDate }> {
  const { programme, ledger, asOf, filter } = scope;
  const found = new Map<number, { body: Body; startOn: CivilDate; hasOpen: boolean }>();
  for (const { pair, milestones } of ledger.snapshot(minDate(asOf, maxDate(saturdayOf(asOf), programme.startOn)))
    .figures) {
    const { body, track } = pair;
    if (track.programmeId !== programme.id) continue;
    if (filter.category && body.category !== filter.category) continue;
    if (filter.districtCode && body.districtCode !== filter.districtCode) continue;
    if (filter.bodyCode && body.code !== filter.bodyCode) continue;
    const known = found.get(body.id);
    found.set(body.id, {
      body,
      startOn: known ? minDate(known.startOn, track.startOn) : track.startOn,
      hasOpen: (known?.hasOpen ?? false) || milestones.some(isOpen),
    });
  }
  for (const [id, { hasOpen }] of found) if (!hasOpen) found.delete(id);
  return found;
}

function reportsByBody(db: Executor, from: CivilDate, to: CivilDate): Map<number, WeekReport[]> {
  const byBody = new Map<number, WeekReport[]>();
  for (const event of listOwnEventsBetween(db, from, to)) {
    const own = byBody.get(event.bodyId) ?? [];
    own.push({
      kind: event.kind,
      recordedOn: event.recordedOn,
      recordedTime: event.isImported ? null : toTehranTime(event.recordedAt).time,
    });
    byBody.set(event.bodyId, own);
  }
  return byBody;
}

/**
 * Who has reported in the week that holds the as-of day, counted up to that day, for every body that had an open milestone on its Saturday.
 * Silence is about the body, so filters of deadline and track do not narrow it.
 */
export function reportingWeekOf(db: Executor, scope: Scope): ReportsOfWeek {
  const { asOf, filter, programme, ledger, reference } = scope;
  const name = `reporting week ${programme.id}|${filter.category ?? ''}|${filter.districtCode ?? ''}|${filter.bodyCode ?? ''}`;
  return ledger.view(asOf, name, () => {
    const { thresholds } = reference;
    const [weekFrom, weekTo] = [saturdayOf(asOf), fridayOf(asOf)];
    const cutoff = cutoffOf(asOf, thresholds);
    const reports = reportsByBody(db, weekFrom, asOf);
    const bodies = [...expectedBodies(scope).values()]
      .map(({ body, startOn }): ReportingBody => {
        const week = calculateBodyWeek(asOf, reports.get(body.id) ?? [], cutoff);
        const lastReportOn = ledger.lastOwnReportOn(body.id, asOf);
        const silentDays = silenceDays(lastReportOn, startOn, asOf);
        return {
          ...week,
          body,
          lastReportOn,
          silentDays,
          isSilent: week.outcome === 'missing' && silentDays > thresholds.silentAfterDays,
        };
      })
      .sort((a, b) => b.silentDays - a.silentDays || (a.body.code < b.body.code ? -1 : 1));
    const districts = reference.areas.filter(({ kind }) => kind === 'district').map(({ code }) => code);
    return {
      weekFrom,
      weekTo,
      asOf,
      cutoff,
      silentAfterDays: thresholds.silentAfterDays,
      bodies,
      total: countsOf(bodies),
      byCategory: groupsBy(bodies, BODY_CATEGORIES, ({ category }) => category),
      byDistrict: groupsBy(bodies, districts, ({ districtCode }) => districtCode),
    };
  });
}

/** A week's reports beside those of the whole week before it; null before the programme's second week. */
export interface ReportingComparison {
  readonly week: ReportsOfWeek;
  readonly before: ReportsOfWeek | null;
}

export function reportingComparisonOf(db: Executor, scope: Scope): ReportingComparison {
  const lastFriday = addDays(saturdayOf(scope.asOf), -1);
  return {
    week: reportingWeekOf(db, scope),
    before: lastFriday < scope.programme.startOn ? null : reportingWeekOf(db, scopeOn(scope, lastFriday)),
  };
}

/**
 * The week's reports for whoever may read progress.
 * @throws AppError as `resolveScope`
 */
export function getReportingWeek(
  ctx: ServiceContext,
  params: ScopeParams = {},
): ReportingComparison & { readonly scope: Scope } {
  const scope = resolveScope(ctx, params);
  return { scope, ...reportingComparisonOf(ctx.db, scope) };
}
