import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { Thresholds, Track } from './reference';

/** What a reader of the history should notice about an event; computed, never stored (DOMAIN §2). */
export interface EventFlags {
  /** «پیش از آغاز برنامه»: it happened before its track began. */
  readonly isBeforeTrackStart: boolean;
  /** It was recorded more than `lateEntryDays` days after it happened. */
  readonly isLateEntry: boolean;
  /** Days from the event to its recording. */
  readonly entryDelayDays: number;
}

/** Flags of one event of a milestone. */
export function eventFlags(
  event: { readonly occurredOn: CivilDate; readonly recordedOn: CivilDate },
  track: Pick<Track, 'startOn'>,
  thresholds: Pick<Thresholds, 'lateEntryDays'>,
): EventFlags {
  const entryDelayDays = daysBetween(event.occurredOn, event.recordedOn);
  return {
    isBeforeTrackStart: event.occurredOn < track.startOn,
    isLateEntry: entryDelayDays > thresholds.lateEntryDays,
    entryDelayDays,
  };
}
