import type { CivilDate } from '@/lib/calendar/civil-date';
import { isWorkingDay, type WorkCalendar } from '@/lib/calendar/working-days';
import { toLatinDigits } from '@/lib/text/digits';

/** Ways by which a person can be told outside the program. */
export const CHANNELS = ['email', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * queued: waits · sending: claimed by a process · sent: taken over by the mail server or gateway · failed: will be tried again ·
 * given_up: will not, unless the admin orders it.
 */
export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'failed', 'given_up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Minutes to wait after each failed attempt; after the last one nothing is tried any more. All of it fits into one day's hours. */
export const RETRY_MINUTES = [5, 15, 60, 120] as const;

/** A claimed message that nothing more was heard of may be taken again after this: far longer than any attempt may last. */
export const CLAIM_MINUTES = 15;

/** How many days back an unread message may lie to be told outside: longer than the New Year holidays and a week of broken line. */
export const TOLD_WITHIN_DAYS = 30;

/** Hours in which people may be disturbed, `HH:MM` in Tehran; the end is not included. */
export interface OfficeHours {
  readonly fromTime: string;
  readonly untilTime: string;
}

export const DEFAULT_OFFICE_HOURS: OfficeHours = { fromTime: '08:00', untilTime: '14:00' };

export type QuietReason = 'quiet_day' | 'quiet_hours';

/** Why nobody may be disturbed now, or null. Quiet are Fridays, official holidays, Thursdays that are not worked on, and other hours. */
export function quietReason(
  now: { readonly day: CivilDate; readonly time: string },
  calendar: WorkCalendar,
  hours: OfficeHours,
): QuietReason | null {
  if (!isWorkingDay(now.day, calendar)) return 'quiet_day';
  return hours.fromTime <= now.time && now.time < hours.untilTime ? null : 'quiet_hours';
}

/** Minutes until the next attempt after so many failed ones; null when it is given up. */
export function retryAfterMinutes(failedAttempts: number): number | null {
  return RETRY_MINUTES[failedAttempts - 1] ?? null;
}

/** An Iranian mobile number as `09xxxxxxxxx`, however it was typed; null for anything else, such as a desk telephone. */
export function mobileNumber(phone: string): string | null {
  const digits = toLatinDigits(phone)
    .replace(/[\s()\-.]/g, '')
    .replace(/^(?:\+98|0098|98)(?=9\d{9}$)/, '0');
  const found = /^0?(9\d{9})$/.exec(digits);
  return found ? `0${found[1]}` : null;
}
