import { asCivilDate, type CivilDate } from './civil-date';

const TEHRAN = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
  timeZone: 'Asia/Tehran',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Civil day and clock time in Tehran. */
export interface TehranTime {
  readonly day: CivilDate;
  /** `HH:MM`, 24 hours, Latin digits: compares with `<`. */
  readonly time: string;
}

/**
 * What a Tehran calendar and clock show at an instant, whatever the time zone of the process.
 * @throws RangeError if the instant is not a valid time
 */
export function toTehranTime(instant: Date | string): TehranTime {
  const parts = new Map<string, string>();
  for (const part of TEHRAN.formatToParts(typeof instant === 'string' ? new Date(instant) : instant)) {
    parts.set(part.type, part.value);
  }
  const of = (type: string): string => parts.get(type) ?? '';
  return { day: asCivilDate(`${of('year')}-${of('month')}-${of('day')}`), time: `${of('hour')}:${of('minute')}` };
}
