import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import type { Thresholds } from './reference';
import type { EventKind } from './vocabulary';

/** The last moment at which a report of a week is on time is just before `time` on `day`. */
export interface Cutoff {
  readonly day: CivilDate;
  /** Tehran time `HH:MM`. */
  readonly time: string;
}

/** When something was reported. Imported reports carry no time of day. */
export interface ReportMoment {
  readonly recordedOn: CivilDate;
  readonly recordedTime: string | null;
}

/** One own event of a body within the week. */
export interface WeekReport extends ReportMoment {
  readonly kind: EventKind;
}

export const REPORTING_OUTCOMES = ['on_time', 'late', 'missing'] as const;
export type ReportingOutcome = (typeof REPORTING_OUTCOMES)[number];

/** What one body did in a week. */
export interface BodyWeek {
  readonly outcome: ReportingOutcome;
  /** All it said is that nothing changed. */
  readonly isCheckInOnly: boolean;
  readonly first: ReportMoment | null;
}

export function cutoffOf(
  day: CivilDate,
  thresholds: Pick<Thresholds, 'reportingCutoffWeekday' | 'reportingCutoffTime'>,
): Cutoff {
  return { day: addDays(saturdayOf(day), thresholds.reportingCutoffWeekday), time: thresholds.reportingCutoffTime };
}

/** Before the cut-off's hour on its day; an imported report, which has no hour, by that day. */
export function isBeforeCutoff({ recordedOn, recordedTime }: ReportMoment, cutoff: Cutoff): boolean {
  return (
    recordedOn < cutoff.day || (recordedOn === cutoff.day && (recordedTime === null || recordedTime < cutoff.time))
  );
}

function isEarlier(a: ReportMoment, b: ReportMoment): boolean {
  if (a.recordedOn !== b.recordedOn) return a.recordedOn < b.recordedOn;
  return (a.recordedTime ?? '') < (b.recordedTime ?? '');
}

/**
 * What a body did in the week that holds `day`, by its own events: the first of them decides whether it was on time, and only a week of
 * nothing but check-ins is one «بدون تغییر».
 */
export function calculateBodyWeek(day: CivilDate, reports: readonly WeekReport[], cutoff: Cutoff): BodyWeek {
  const [from, to] = [saturdayOf(day), fridayOf(day)];
  const own = reports.filter(({ recordedOn }) => from <= recordedOn && recordedOn <= to);
  const first = own.reduce<WeekReport | null>((best, each) => (best && !isEarlier(each, best) ? best : each), null);
  if (first === null) return { outcome: 'missing', isCheckInOnly: false, first: null };
  return {
    outcome: isBeforeCutoff(first, cutoff) ? 'on_time' : 'late',
    isCheckInOnly: own.every(({ kind }) => kind === 'check_in'),
    first: { recordedOn: first.recordedOn, recordedTime: first.recordedTime },
  };
}

/** Below this many bodies a share says little: the counts alone are shown. */
export const SMALL_GROUP = 5;

/** Share of the expected bodies that reported; null where so few were expected that a share would mislead. */
export function reportingShare(expected: number, reported: number): number | null {
  return expected < SMALL_GROUP ? null : reported / expected;
}
