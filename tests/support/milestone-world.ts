import {
  areaVersions,
  auditLog,
  bodies,
  bodyVersions,
  milestones,
  milestoneVersions,
  programmes,
  programmeVersions,
  tracks,
  trackVersions,
} from '@/db/schema/index';
import type { Db } from '@/db/client';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyCategory, MilestoneActor, Role } from '@/lib/domain/vocabulary';
import type { EvidenceInput } from '@/lib/services/evidence-check';
import type { ServiceContext } from '@/lib/services/service-context';
import { createTestDatabase, testContext } from './database';

/** First day of the small programme: Saturday 1397/05/06. */
export const START: CivilDate = '2018-07-28';
/** Saturday 1397/09/17. */
export const TODAY: CivilDate = '2018-12-08';

const version = { recordedOn: START, recordedAt: '2018-07-28T05:00:00.000Z', recordedBy: null };

export interface MilestoneWorld {
  readonly db: Db;
  readonly dataDir: string;
  readonly bodyIds: Readonly<Record<'EA-001' | 'VA-001' | 'GV-001', number>>;
  /** A person of a role, on a day. A liaison reports for EA-001 unless told otherwise. */
  readonly as: (role: Role, options?: PersonOptions) => ServiceContext;
}

export interface PersonOptions {
  readonly id?: string;
  readonly name?: string;
  readonly today?: CivilDate;
  readonly districtCode?: string | null;
  readonly isDelegate?: boolean;
  readonly bodies?: readonly ('EA-001' | 'VA-001' | 'GV-001')[];
}

function addMilestone(
  db: Db,
  trackId: number,
  code: string,
  position: number,
  facts: { kinds: string; actor?: MilestoneActor; weight: number; due: CivilDate; appliesTo?: string },
): void {
  const id = Number(db.insert(milestones).values({ trackId, code }).run().lastInsertRowid);
  db.insert(milestoneVersions)
    .values({
      ...version,
      milestoneId: id,
      position,
      title: `گام ${code}`,
      shortTitle: code,
      guidance: 'راهنما',
      evidenceText: 'مستند',
      evidenceKinds: facts.kinds,
      actor: facts.actor ?? 'body',
      weightPoints: facts.weight,
      baselineDueOn: facts.due,
      appliesTo: facts.appliesTo ?? 'executive_agency governorate village_administration',
      basis: 'source',
      validFrom: null,
    })
    .run();
}

function addTrack(db: Db, programmeId: number, code: string, position: number, deadlineOn: CivilDate): number {
  const id = Number(db.insert(tracks).values({ programmeId, code }).run().lastInsertRowid);
  db.insert(trackVersions)
    .values({
      ...version,
      trackId: id,
      title: `محور ${code}`,
      position,
      startOn: START,
      deadlineOn,
      deadlineSource: '',
    })
    .run();
  return id;
}

function addBody(db: Db, code: string, name: string, category: BodyCategory, districtCode: string): number {
  const id = Number(db.insert(bodies).values({ code }).run().lastInsertRowid);
  db.insert(bodyVersions)
    .values({ ...version, bodyId: id, name, category, districtCode, providesPublicService: true, existenceBasis: '' })
    .run();
  return id;
}

/**
 * A small programme: HD1 (letter, due 12-01), HD2 (photo, due 12-08), HD3 (url or file, due 12-15) and HD9 (the governorate's own, due
 * 12-15) in one track to 12-21, and NT3 (letter, due 2019-01-20) in another to 2019-03-20; an agency and the governorate in district
 * 220305, a village administration in 220303.
 */
export function createMilestoneWorld(): MilestoneWorld {
  const { db, dataDir } = createTestDatabase();
  const programmeId = Number(db.insert(programmes).values({ code: 'desk' }).run().lastInsertRowid);
  db.insert(programmeVersions)
    .values({
      ...version,
      programmeId,
      title: 'میز خدمت',
      legalReference: 'بخشنامه',
      countyCode: '2203',
      startOn: START,
      endOn: '2019-03-20',
      baselineMonth: '1397-06',
    })
    .run();
  for (const [code, name] of [
    ['220303', 'شیبکوه'],
    ['220305', 'مرکزی'],
  ] as const) {
    db.insert(areaVersions)
      .values({ ...version, code, kind: 'district', name, parentCode: '2203', population: null })
      .run();
  }
  const hd = addTrack(db, programmeId, 'HD', 1, '2018-12-21');
  const nt = addTrack(db, programmeId, 'NT', 2, '2019-03-20');
  addMilestone(db, hd, 'HD1', 1, { kinds: 'letter', weight: 40, due: '2018-12-01' });
  addMilestone(db, hd, 'HD2', 2, { kinds: 'photo', weight: 20, due: '2018-12-08' });
  addMilestone(db, hd, 'HD3', 3, { kinds: 'url file', weight: 20, due: '2018-12-15' });
  addMilestone(db, hd, 'HD9', 9, { kinds: 'file', weight: 20, due: '2018-12-15', actor: 'governorate' });
  addMilestone(db, nt, 'NT3', 3, { kinds: 'letter', weight: 100, due: '2019-01-20' });
  const bodyIds = {
    'EA-001': addBody(db, 'EA-001', 'ادارهٔ ثبت', 'executive_agency', '220305'),
    'VA-001': addBody(db, 'VA-001', 'دهیاری گزیر', 'village_administration', '220303'),
    'GV-001': addBody(db, 'GV-001', 'فرمانداری', 'governorate', '220305'),
  };
  const as = (role: Role, options: PersonOptions = {}) =>
    testContext({
      role,
      db,
      dataDir,
      today: options.today ?? TODAY,
      actor: {
        id: options.id ?? `user-${role}`,
        name: options.name ?? `نام ${role}`,
        districtCode: options.districtCode ?? null,
        isDelegate: options.isDelegate ?? false,
        bodyIds: new Set(role === 'liaison' ? (options.bodies ?? ['EA-001']).map((code) => bodyIds[code]) : []),
      },
    });
  return { db, dataDir, bodyIds, as };
}

/** A letter dated a week before today. */
export const LETTER: EvidenceInput = { kind: 'letter', letterNumber: '۳۱۲/گ', letterOn: '2018-12-01' };

export const HD1 = { bodyCode: 'EA-001', milestoneCode: 'HD1' } as const;

/** Rows of the audit log as `action subject`, in the order of writing. */
export function auditTrail(db: Db): string[] {
  return db
    .select()
    .from(auditLog)
    .all()
    .map((row) => `${row.action} ${row.subjectKey} ${row.actorName}`);
}

/** The expected failure that a call ends with. */
export function refusalOf(call: () => unknown): { code: string; details: Readonly<Record<string, unknown>> } {
  try {
    call();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'details' in error) {
      return { code: String(error.code), details: error.details as Readonly<Record<string, unknown>> };
    }
    throw error;
  }
  throw new Error('nothing was refused');
}
