import { bodies, bodyVersions, events, evidence, milestones } from '@/db/schema/index';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import type { BodyCategory, EvidenceKind } from '@/lib/domain/vocabulary';
import { createMilestoneWorld, START, TODAY, type MilestoneWorld } from './milestone-world';

export interface ManyClaims {
  readonly world: MilestoneWorld;
  /** Claims in the order of recording. */
  readonly claims: readonly { readonly id: number; readonly code: string; readonly recordedOn: CivilDate }[];
}

/**
 * The small programme with `count` more bodies (odd ones in district 220305, even ones in 220303; every fourth an agency), each with a claim of HD1
 * that waits: number 1 the longest, ten more every day up to today.
 */
export function createManyClaims(count: number): ManyClaims {
  const world = createMilestoneWorld();
  const { db } = world;
  const milestoneId =
    db
      .select()
      .from(milestones)
      .all()
      .find(({ code }) => code === 'HD1')?.id ?? 0;
  const recordedAt = '2018-07-28T05:00:00.000Z';
  const days = Math.ceil(count / 10);
  const claims = Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const code = `VM-${String(number).padStart(3, '0')}`;
    const recordedOn = addDays(TODAY, Math.floor(index / 10) - days + 1);
    return { number, code, recordedOn };
  });
  return db.transaction((tx) => {
    const bodyIds = claims.map(({ number, code }) => {
      const bodyId = Number(tx.insert(bodies).values({ code }).run().lastInsertRowid);
      tx.insert(bodyVersions)
        .values({
          bodyId,
          name: `دهیاری روستای ${number}`,
          category: (number % 4 === 0 ? 'executive_agency' : 'village_administration') satisfies BodyCategory,
          districtCode: number % 2 === 1 ? '220305' : '220303',
          providesPublicService: true,
          existenceBasis: '',
          recordedOn: START,
          recordedAt,
          recordedBy: null,
        })
        .run();
      return bodyId;
    });
    const made = claims.map(({ number, code, recordedOn }, index) => {
      const id = Number(
        tx
          .insert(events)
          .values({
            kind: 'claim',
            bodyId: bodyIds[index] ?? 0,
            milestoneId,
            occurredOn: recordedOn,
            recordedOn,
            recordedAt: `${recordedOn}T06:00:00.000Z`,
            side: 'body',
            actorId: 'user-liaison',
            actorName: 'رابط',
          })
          .run().lastInsertRowid,
      );
      const kind: EvidenceKind = number % 5 === 0 ? 'url' : 'letter';
      tx.insert(evidence)
        .values(
          kind === 'url'
            ? { eventId: id, kind, url: 'https://example.ir/', classification: 'ordinary' }
            : { eventId: id, kind, letterNumber: `${number}/گ`, letterOn: recordedOn, classification: 'ordinary' },
        )
        .run();
      return { id, code, recordedOn };
    });
    return { world, claims: made };
  });
}
