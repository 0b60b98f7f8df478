import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  buildPairs,
  DEFAULT_THRESHOLDS,
  existsOn,
  type Area,
  type Body,
  type Milestone,
  type Programme,
  type Reference,
  type Thresholds,
  type Track,
} from './reference';

/** One version of something: it holds from `recordedOn` until the next version of the same key is recorded. */
export interface Version<T> {
  readonly key: string | number;
  readonly recordedOn: CivilDate;
  /** null takes the thing away */
  readonly value: T | null;
}

export interface ReferenceHistory {
  readonly programmes: readonly Version<Programme>[];
  readonly tracks: readonly Version<Track>[];
  readonly milestones: readonly Version<Milestone>[];
  readonly areas: readonly Version<Area>[];
  readonly bodies: readonly Version<Body>[];
  /** key = the day, value = the title */
  readonly holidays: readonly Version<string>[];
  /** key = a name in `Thresholds`, value = its value */
  readonly settings: readonly Version<unknown>[];
}

/** The newest version of each key recorded on or before a day. Versions come in the order of recording. */
export function versionsAsOf<T>(versions: readonly Version<T>[], day: CivilDate): Map<string | number, T> {
  const current = new Map<string | number, T>();
  for (const { key, recordedOn, value } of versions) {
    if (recordedOn > day) continue;
    if (value === null) current.delete(key);
    else current.set(key, value);
  }
  return current;
}

function thresholdsFrom(settings: ReadonlyMap<string | number, unknown>): Thresholds {
  const known = Object.keys(DEFAULT_THRESHOLDS).filter((key) => settings.has(key));
  return { ...DEFAULT_THRESHOLDS, ...Object.fromEntries(known.map((key) => [key, settings.get(key)])) };
}

const byCode = (a: { readonly code: string }, b: { readonly code: string }) =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
const byPosition = (a: { readonly position: number }, b: { readonly position: number }) => a.position - b.position;

/** Everything a figure depends on besides events, as it was known on a day (DOMAIN §2). */
export function referenceAsOf(history: ReferenceHistory, day: CivilDate): Reference {
  const programmes = [...versionsAsOf(history.programmes, day).values()].sort((a, b) => a.id - b.id);
  const tracks = [...versionsAsOf(history.tracks, day).values()].sort(
    (a, b) => a.programmeId - b.programmeId || byPosition(a, b),
  );
  const milestones = [...versionsAsOf(history.milestones, day).values()]
    .filter((milestone) => milestone.validFrom === null || milestone.validFrom <= day)
    .sort(byPosition);
  const bodies = [...versionsAsOf(history.bodies, day).values()].filter((body) => existsOn(body, day)).sort(byCode);
  const thresholds = thresholdsFrom(versionsAsOf(history.settings, day));
  const holidayTitles = versionsAsOf(history.holidays, day) as ReadonlyMap<CivilDate, string>;
  return {
    programmes,
    tracks,
    milestones,
    areas: [...versionsAsOf(history.areas, day).values()],
    bodies,
    thresholds,
    workCalendar: { holidays: new Set(holidayTitles.keys()), thursdayIsWorkingDay: thresholds.thursdayIsWorkingDay },
    holidayTitles,
    pairs: buildPairs(bodies, tracks, milestones),
  };
}

/** The days on which the reference may change: between two of them every day shares one reference. Ascending. */
export function referenceBoundaries(history: ReferenceHistory): CivilDate[] {
  const days = new Set<CivilDate>();
  for (const list of Object.values(history) as readonly (readonly Version<unknown>[])[]) {
    for (const version of list) days.add(version.recordedOn);
  }
  for (const { value } of history.bodies) {
    if (value?.existsFrom) days.add(value.existsFrom);
    if (value?.dissolvedOn) days.add(value.dissolvedOn);
  }
  for (const { value } of history.milestones) if (value?.validFrom) days.add(value.validFrom);
  return [...days].sort();
}
