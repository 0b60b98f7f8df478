import { listReferenceVersions } from '@/db/queries/reference-versions';
import type { Db } from '@/db/client';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Body, Milestone, Reference } from '@/lib/domain/reference';
import { referenceAsOf, referenceBoundaries, type ReferenceHistory } from '@/lib/domain/reference-as-of';
import type { DueContext } from '@/lib/domain/transitions';
import { toReferenceHistory } from '../reference-history';

/** The reference of one stretch of days, with what rows are looked up by. */
export interface ReferenceLookup {
  readonly reference: Reference;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly milestones: ReadonlyMap<number, Milestone>;
  /** By milestone code; each with the code of its programme. */
  readonly milestonesByCode: ReadonlyMap<
    string,
    readonly { readonly milestone: Milestone; readonly programme: string }[]
  >;
}

/** The reference data as known on any day, computed once for each stretch of days between two changes. */
export class ReferenceByDay {
  readonly #history: ReferenceHistory;
  readonly #boundaries: readonly CivilDate[];
  readonly #lookups = new Map<number, ReferenceLookup>();
  /** Codes of all bodies of any time. */
  readonly bodyCodes: ReadonlySet<string>;

  constructor(db: Db) {
    const versions = listReferenceVersions(db);
    this.#history = toReferenceHistory(versions);
    this.#boundaries = referenceBoundaries(this.#history);
    this.bodyCodes = new Set(versions.bodies.map(({ code }) => code));
  }

  on(day: CivilDate): ReferenceLookup {
    let stretch = 0;
    while (stretch < this.#boundaries.length && (this.#boundaries[stretch] as CivilDate) <= day) stretch += 1;
    let lookup = this.#lookups.get(stretch);
    if (lookup === undefined) this.#lookups.set(stretch, (lookup = toLookup(referenceAsOf(this.#history, day))));
    return lookup;
  }

  dueContext(milestoneId: number, day: CivilDate): DueContext {
    const { reference, milestones } = this.on(day);
    return {
      baselineDueOn: milestones.get(milestoneId)?.baselineDueOn ?? day,
      workCalendar: reference.workCalendar,
      returnGraceWorkingDays: reference.thresholds.returnGraceWorkingDays,
    };
  }
}

function toLookup(reference: Reference): ReferenceLookup {
  const programmeCodes = new Map(reference.programmes.map(({ id, code }) => [id, code]));
  const trackProgramme = new Map(
    reference.tracks.map(({ id, programmeId }) => [id, programmeCodes.get(programmeId) ?? '']),
  );
  const milestonesByCode = new Map<string, { milestone: Milestone; programme: string }[]>();
  for (const milestone of reference.milestones) {
    const entry = { milestone, programme: trackProgramme.get(milestone.trackId) ?? '' };
    const list = milestonesByCode.get(milestone.code);
    if (list) list.push(entry);
    else milestonesByCode.set(milestone.code, [entry]);
  }
  return {
    reference,
    bodies: new Map(reference.bodies.map((body) => [body.code, body])),
    milestones: new Map(reference.milestones.map((milestone) => [milestone.id, milestone])),
    milestonesByCode,
  };
}
