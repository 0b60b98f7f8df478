import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';

/**
 * Days since the body's last own event or check-in (by `recordedOn`), or since its first track's start.
 * 0 before that start. What the governorate does about a body does not break its silence.
 */
export function silenceDays(lastOwnReportOn: CivilDate | null, firstTrackStartOn: CivilDate, asOf: CivilDate): number {
  return Math.max(0, daysBetween(lastOwnReportOn ?? firstTrackStartOn, asOf));
}
