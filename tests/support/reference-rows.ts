import type { Db } from '@/db/client';
import { areaVersions, bodies, bodyVersions } from '@/db/schema/bodies';
import { events } from '@/db/schema/events';
import {
  milestones,
  milestoneVersions,
  programmes,
  programmeVersions,
  tracks,
  trackVersions,
} from '@/db/schema/programmes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyCategory, EventKind, EventSide } from '@/lib/domain/vocabulary';

const START = '2018-06-22';
const version = { recordedOn: START, recordedAt: '2018-06-22T05:00:00.000Z', recordedBy: null } as const;

/** A district with its code. */
export function insertDistrict(db: Db, code: string, name: string): void {
  db.insert(areaVersions)
    .values({ ...version, code, kind: 'district', name, parentCode: '2210' })
    .run();
}

export function insertBody(
  db: Db,
  code: string,
  options: { category?: BodyCategory; districtCode?: string } = {},
): number {
  const { id } = db.insert(bodies).values({ code }).returning({ id: bodies.id }).get();
  db.insert(bodyVersions)
    .values({
      ...version,
      bodyId: id,
      name: code,
      category: options.category ?? 'executive_agency',
      districtCode: options.districtCode ?? '221001',
      providesPublicService: true,
    })
    .run();
  return id;
}

export interface TrackRows {
  readonly programmeId: number;
  readonly trackId: number;
  readonly milestoneIds: readonly number[];
}

/** A programme with one track, whose milestones M1, M2, … have the given weights and dues and apply to executive agencies. */
export function insertTrack(
  db: Db,
  steps: readonly { readonly weight: number; readonly dueOn: CivilDate; readonly actor?: 'body' | 'governorate' }[],
): TrackRows {
  const programmeId = db.insert(programmes).values({ code: 'P1' }).returning({ id: programmes.id }).get().id;
  db.insert(programmeVersions)
    .values({
      ...version,
      programmeId,
      title: 'میز خدمت',
      legalReference: 'مصوبه',
      countyCode: '2210',
      startOn: START,
      endOn: '2019-03-20',
      baselineMonth: '1397-04',
    })
    .run();
  const trackId = db.insert(tracks).values({ programmeId, code: 'ED' }).returning({ id: tracks.id }).get().id;
  db.insert(trackVersions)
    .values({
      ...version,
      trackId,
      title: 'الکترونیکی',
      position: 1,
      startOn: START,
      deadlineOn: '2018-12-21',
      deadlineSource: 'مصوبه',
    })
    .run();
  const milestoneIds = steps.map((step, index) => {
    const code = `M${index + 1}`;
    const { id } = db.insert(milestones).values({ trackId, code }).returning({ id: milestones.id }).get();
    db.insert(milestoneVersions)
      .values({
        ...version,
        milestoneId: id,
        position: index + 1,
        title: code,
        shortTitle: code,
        guidance: '',
        evidenceText: '',
        evidenceKinds: 'letter',
        actor: step.actor ?? 'body',
        weightPoints: step.weight,
        baselineDueOn: step.dueOn,
        appliesTo: 'executive_agency',
        basis: 'source',
      })
      .run();
    return id;
  });
  return { programmeId, trackId, milestoneIds };
}

/** An event, as an import would write it. */
export function insertEvent(
  db: Db,
  row: { kind: EventKind; bodyId: number; milestoneId?: number; recordedOn: CivilDate; side?: EventSide },
): number {
  return db
    .insert(events)
    .values({
      kind: row.kind,
      bodyId: row.bodyId,
      milestoneId: row.milestoneId ?? null,
      occurredOn: row.recordedOn,
      recordedOn: row.recordedOn,
      recordedAt: `${row.recordedOn}T08:00:00.000Z`,
      side: row.side ?? 'body',
      actorName: 'رابط',
      isImported: true,
    })
    .returning({ id: events.id })
    .get().id;
}
