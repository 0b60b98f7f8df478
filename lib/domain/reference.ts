import type { CivilDate } from '@/lib/calendar/civil-date';
import type { WorkCalendar } from '@/lib/calendar/working-days';
import type { AreaKind, Basis, BodyCategory, EvidenceKind, MilestoneActor } from './vocabulary';

/** One directive with its legal reference, tracks and deadlines. */
export interface Programme {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly legalReference: string;
  readonly countyCode: string;
  readonly startOn: CivilDate;
  readonly endOn: CivilDate;
  /** Jalali month `YYYY-MM` against which outcomes are compared. */
  readonly baselineMonth: string;
}

/** A line of work of a programme. */
export interface Track {
  readonly id: number;
  readonly programmeId: number;
  readonly code: string;
  readonly title: string;
  readonly position: number;
  readonly startOn: CivilDate;
  readonly deadlineOn: CivilDate;
  readonly deadlineSource: string;
  /** Share of the track in a group's mean, in points (default 1). */
  readonly weightPoints: number;
}

/** A category of bodies a milestone applies to; `publicOnly` limits it to bodies that serve the public directly. */
export interface Applicability {
  readonly category: BodyCategory;
  readonly publicOnly: boolean;
}

/** One checkable step of a track. */
export interface Milestone {
  readonly id: number;
  readonly trackId: number;
  readonly code: string;
  readonly position: number;
  readonly title: string;
  readonly shortTitle: string;
  readonly guidance: string;
  readonly evidenceText: string;
  readonly evidenceKinds: readonly EvidenceKind[];
  readonly actor: MilestoneActor;
  /** Weight inside its track, in points; renormalised over what applies. */
  readonly weightPoints: number;
  /** The baseline due date: counts to the end of that day and is never moved by an extension. */
  readonly baselineDueOn: CivilDate;
  readonly appliesTo: readonly Applicability[];
  readonly basis: Basis;
  /** First day on which the milestone counts; null = from the programme's start. */
  readonly validFrom: CivilDate | null;
}

/** A county, district, rural district, city or locality; codes nest by prefix. */
export interface Area {
  readonly code: string;
  readonly kind: AreaKind;
  readonly name: string;
  readonly parentCode: string;
  readonly population: number | null;
}

/** An organisation that must comply. */
export interface Body {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly category: BodyCategory;
  readonly districtCode: string;
  readonly ruralDistrictCode: string | null;
  readonly officialCode: string | null;
  readonly providesPublicService: boolean;
  /** Share of the body in a group's mean, in points (default 1). */
  readonly weightPoints: number;
  readonly existsFrom: CivilDate | null;
  /** The day from which the body no longer exists. */
  readonly dissolvedOn: CivilDate | null;
  /** «هماهنگی»: outside the governorate's supervision; tracked, never sent a late letter, never public. */
  readonly coordinationOnly: boolean;
  readonly existenceBasis: string;
  readonly phone: string | null;
}

/** Thresholds of the rules. They are data, in versions, because figures depend on them. */
export interface Thresholds {
  readonly thursdayIsWorkingDay: boolean;
  /** A milestone due in D..D+n puts its track at risk. */
  readonly atRiskDueWithinDays: number;
  /** …when nothing has been recorded on it for more than n days. */
  readonly atRiskQuietDays: number;
  /** A body is listed as silent after more than n days. */
  readonly silentAfterDays: number;
  /** Working days a body gets after a return of an on-time claim. */
  readonly returnGraceWorkingDays: number;
  /** A claim older than n days waits too long; it is counted as the governorate's. */
  readonly reviewTargetDays: number;
  /** An `occurredOn` more than n days before `recordedOn` is flagged. */
  readonly lateEntryDays: number;
  /** Weekly reports count as on time until this weekday (0 = Saturday) and hour `HH:MM`. */
  readonly reportingCutoffWeekday: number;
  readonly reportingCutoffTime: string;
  /** A desk is called real when all of these milestones are verified. */
  readonly realDeskMilestones: readonly string[];
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  thursdayIsWorkingDay: false,
  atRiskDueWithinDays: 7,
  atRiskQuietDays: 14,
  silentAfterDays: 14,
  returnGraceWorkingDays: 5,
  reviewTargetDays: 7,
  lateEntryDays: 14,
  reportingCutoffWeekday: 4,
  reportingCutoffTime: '14:00',
  realDeskMilestones: ['HD4', 'HD9'],
};

/** A body together with one track that has at least one milestone for it: the unit every figure is built from. */
export interface Pair {
  readonly body: Body;
  readonly track: Track;
  readonly milestones: readonly Milestone[];
  /** body weight × track weight */
  readonly weight: number;
}

/** Everything a figure depends on besides events, as it was known on one day. Days with the same knowledge share one. */
export interface Reference {
  readonly programmes: readonly Programme[];
  readonly tracks: readonly Track[];
  readonly milestones: readonly Milestone[];
  readonly areas: readonly Area[];
  /** Bodies that exist on that day, in the order of their codes. */
  readonly bodies: readonly Body[];
  readonly thresholds: Thresholds;
  readonly workCalendar: WorkCalendar;
  /** Titles of holidays by day. */
  readonly holidayTitles: ReadonlyMap<CivilDate, string>;
  readonly pairs: readonly Pair[];
}

/** DOMAIN §3: by category, and for `publicOnly` only if the body serves the public directly. */
export function appliesTo(
  milestone: Pick<Milestone, 'appliesTo'>,
  body: Pick<Body, 'category' | 'providesPublicService'>,
): boolean {
  return milestone.appliesTo.some(
    (rule) => rule.category === body.category && (!rule.publicOnly || body.providesPublicService),
  );
}

/** Whether a body exists on a day: from `existsFrom` until the day before `dissolvedOn`. */
export function existsOn(body: Pick<Body, 'existsFrom' | 'dissolvedOn'>, day: CivilDate): boolean {
  return (body.existsFrom === null || body.existsFrom <= day) && (body.dissolvedOn === null || day < body.dissolvedOn);
}

/**
 * All pairs of bodies and tracks that have at least one milestone, in the order of bodies, then tracks.
 * A body and track without a milestone are not a pair at all.
 */
export function buildPairs(
  bodies: readonly Body[],
  tracks: readonly Track[],
  milestones: readonly Milestone[],
): Pair[] {
  const byTrack = new Map<number, Milestone[]>(tracks.map((track) => [track.id, []]));
  for (const milestone of milestones) byTrack.get(milestone.trackId)?.push(milestone);
  for (const list of byTrack.values()) list.sort((a, b) => a.position - b.position);
  const pairs: Pair[] = [];
  for (const body of bodies) {
    for (const track of tracks) {
      const own = (byTrack.get(track.id) ?? []).filter((milestone) => appliesTo(milestone, body));
      if (own.length > 0) {
        pairs.push({ body, track, milestones: own, weight: body.weightPoints * track.weightPoints });
      }
    }
  }
  return pairs;
}
