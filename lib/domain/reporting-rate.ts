import type { CivilDate } from '@/lib/calendar/civil-date';
import { saturdayOf, fridayOf } from '@/lib/calendar/weeks';
import type { Thresholds } from './reference';
import { cutoffOf, isBeforeCutoff } from './reporting-week';

/** One own report of a body. Imported reports carry no time of day. */
export interface OwnReport {
  readonly bodyId: number;
  readonly recordedOn: CivilDate;
  /** Tehran time `HH:MM`, or null when imported. */
  readonly recordedTime: string | null;
}

export interface ReportingRate {
  readonly weekStartOn: CivilDate;
  /** Bodies with an open milestone on the week's Saturday. */
  readonly expected: number;
  readonly reported: number;
  readonly onTime: number;
  /** reported ÷ expected; null when nobody was expected. */
  readonly ratio: number | null;
}

/**
 * Reporting rate of the week that holds `day`: bodies that reported ÷ bodies with an open milestone on its Saturday, and how many
 * of them did so before the cut-off (imported rows: by that day).
 */
export function calculateReportingRate(
  day: CivilDate,
  expectedBodyIds: ReadonlySet<number>,
  reports: readonly OwnReport[],
  thresholds: Pick<Thresholds, 'reportingCutoffWeekday' | 'reportingCutoffTime'>,
): ReportingRate {
  const weekStartOn = saturdayOf(day);
  const weekEndOn = fridayOf(day);
  const cutoff = cutoffOf(day, thresholds);
  const reported = new Set<number>();
  const onTime = new Set<number>();
  for (const report of reports) {
    if (!expectedBodyIds.has(report.bodyId) || report.recordedOn < weekStartOn || report.recordedOn > weekEndOn)
      continue;
    reported.add(report.bodyId);
    if (isBeforeCutoff(report, cutoff)) onTime.add(report.bodyId);
  }
  return {
    weekStartOn,
    expected: expectedBodyIds.size,
    reported: reported.size,
    onTime: onTime.size,
    ratio: expectedBodyIds.size === 0 ? null : reported.size / expectedBodyIds.size,
  };
}
