import { maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import { DEFAULT_THRESHOLDS, type Milestone, type Track } from './reference';
import type { ReferenceHistory, Version } from './reference-as-of';

/** What kind of thing changed. `area` is only a name on a page, so it is not among them. */
export const REFERENCE_CHANGE_KINDS = ['programme', 'track', 'milestone', 'body', 'holiday', 'threshold'] as const;
export type ReferenceChangeKind = (typeof REFERENCE_CHANGE_KINDS)[number];

/** A day on which the rules, the programme or the list of bodies became different, so that figures before and after rest on other ground. */
export interface ReferenceChange {
  readonly on: CivilDate;
  /** How many things of each kind; those that did not change are left out. */
  readonly counts: Readonly<Partial<Record<ReferenceChangeKind, number>>>;
}

/**
 * The days after `from`, up to and including `to`, on which something a figure of the programme depends on changed. What the first load
 * brings counts as known from the start and is no change. A body counts on the day it begins or ends as well as on the day a new version
 * of it was recorded; a later milestone on the day from which it counts.
 */
export function listReferenceChanges(
  history: ReferenceHistory,
  programmeId: number,
  from: CivilDate,
  to: CivilDate,
): ReferenceChange[] {
  const changed = new Map<CivilDate, Map<ReferenceChangeKind, Set<string | number>>>();
  const note = (on: CivilDate | null | undefined, kind: ReferenceChangeKind, key: string | number) => {
    if (!on || on <= from || on > to) return;
    const kinds = changed.get(on) ?? new Map<ReferenceChangeKind, Set<string | number>>();
    changed.set(on, kinds);
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(key));
  };
  const noteAll = (versions: readonly Version<unknown>[], kind: ReferenceChangeKind) => {
    for (const { key, recordedOn } of versions) note(recordedOn, kind, key);
  };

  const trackIds = new Set(
    history.tracks.flatMap(({ value }) => (value?.programmeId === programmeId ? [value.id] : [])),
  );
  const ofTrack = (value: Track | null, key: string | number) => trackIds.has(value?.id ?? Number(key));
  const milestoneIds = new Set(
    history.milestones.flatMap(({ value }) => (value !== null && trackIds.has(value.trackId) ? [value.id] : [])),
  );
  const ofMilestone = (value: Milestone | null, key: string | number) => milestoneIds.has(value?.id ?? Number(key));

  noteAll(
    history.programmes.filter(({ key }) => key === programmeId),
    'programme',
  );
  noteAll(
    history.tracks.filter(({ value, key }) => ofTrack(value, key)),
    'track',
  );
  // A day that lies before its own recording changes nothing before it was recorded.
  const noteFrom = (
    day: CivilDate | null | undefined,
    recordedOn: CivilDate,
    kind: ReferenceChangeKind,
    key: string | number,
  ) => {
    if (day && recordedOn <= to) note(maxDate(day, recordedOn), kind, key);
  };
  for (const { key, recordedOn, value } of history.milestones.filter((each) => ofMilestone(each.value, each.key))) {
    noteFrom(value?.validFrom ?? recordedOn, recordedOn, 'milestone', key);
  }
  for (const { key, recordedOn, value } of history.bodies) {
    note(recordedOn, 'body', key);
    noteFrom(value?.existsFrom, recordedOn, 'body', key);
    noteFrom(value?.dissolvedOn, recordedOn, 'body', key);
  }
  noteAll(history.holidays, 'holiday');
  noteAll(
    history.settings.filter(({ key }) => key in DEFAULT_THRESHOLDS),
    'threshold',
  );

  return [...changed.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, kinds]) => ({
      on,
      counts: Object.fromEntries(
        REFERENCE_CHANGE_KINDS.flatMap((kind) => {
          const count = kinds.get(kind)?.size ?? 0;
          return count > 0 ? [[kind, count]] : [];
        }),
      ),
    }));
}
