import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { asCivilDate, type CivilDate } from '@/lib/calendar/civil-date';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import type { WorkCalendar } from '@/lib/calendar/working-days';
import type { PairFigures } from '@/lib/domain/figures';
import { foldEvents, stateAsOf } from '@/lib/domain/milestone-history';
import type { MilestoneEvent, MilestoneState } from '@/lib/domain/milestone-state';
import { calculatePairFigures } from '@/lib/domain/pair-figures';
import { DEFAULT_THRESHOLDS, type Body, type Milestone, type Pair, type Track } from '@/lib/domain/reference';
import type { BodyCategory, EvidenceKind, MilestoneActor, MilestoneEventKind } from '@/lib/domain/vocabulary';
import type { DueContext } from '@/lib/domain/transitions';

/** The civil day of a Jalali date, so that tests speak of the dates the rules speak of. */
export function jalali(text: string): CivilDate {
  const parsed = parseJalaliDate(text);
  if (!parsed.ok) throw new RangeError(`${text}: ${parsed.reason}`);
  return parsed.date;
}

const SEED = resolve(import.meta.dirname, '../../db/seed/reference');

function readSeed(file: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(resolve(SEED, file), 'utf8').trim(), { header: true }).data;
}

/** The official holidays of 1397, Thursday off. */
export const CALENDAR_1397: WorkCalendar = {
  holidays: new Set(readSeed('holidays-1397.csv').map((row) => asCivilDate(row['date_iso'] ?? ''))),
  thursdayIsWorkingDay: false,
};

/** Saturday 1397/09/17, the day of the worked example. */
export const TODAY = asCivilDate('2018-12-08');
export const END_OF_AZAR = asCivilDate('2018-12-21');
export const END_OF_YEAR = asCivilDate('2019-03-20');

let nextId = 1;

export function aTrack(overrides: Partial<Track> = {}): Track {
  return {
    id: 1,
    programmeId: 1,
    code: 'ED',
    title: 'میز خدمت الکترونیکی',
    position: 1,
    startOn: asCivilDate('2018-09-22'),
    deadlineOn: END_OF_AZAR,
    deadlineSource: '',
    weightPoints: 1,
    ...overrides,
  };
}

export function aBody(overrides: Partial<Body> = {}): Body {
  const id = overrides.id ?? (nextId += 1);
  return {
    id,
    code: `EA-${id}`,
    name: `دستگاه ${id}`,
    category: 'executive_agency',
    districtCode: '2208001',
    ruralDistrictCode: null,
    officialCode: null,
    providesPublicService: true,
    weightPoints: 1,
    existsFrom: null,
    dissolvedOn: null,
    coordinationOnly: false,
    existenceBasis: '',
    phone: null,
    ...overrides,
  };
}

export function aMilestone(overrides: Partial<Milestone> = {}): Milestone {
  const id = overrides.id ?? (nextId += 1);
  return {
    id,
    trackId: 1,
    code: `M${id}`,
    position: id,
    title: 'گام',
    shortTitle: 'گام',
    guidance: '',
    evidenceText: '',
    evidenceKinds: ['file'],
    actor: 'body',
    weightPoints: 10,
    baselineDueOn: END_OF_AZAR,
    appliesTo: [{ category: 'executive_agency', publicOnly: false }],
    basis: 'source',
    validFrom: null,
    ...overrides,
  };
}

export function aPair(milestones: readonly Milestone[], overrides: { body?: Body; track?: Track } = {}): Pair {
  const body = overrides.body ?? aBody();
  const track = overrides.track ?? aTrack();
  return { body, track, milestones, weight: body.weightPoints * track.weightPoints };
}

/** The milestones of a track as the reference data have them, in their order. */
export function seedMilestones(track: string): Milestone[] {
  return readSeed('milestones.csv')
    .filter((row) => row['track'] === track)
    .map((row, index) =>
      aMilestone({
        id: 1000 + index,
        code: row['code'] ?? '',
        position: Number(row['position']),
        actor: row['actor'] as MilestoneActor,
        weightPoints: Number(row['weight']),
        baselineDueOn: jalali(row['due_jalali'] ?? ''),
        evidenceKinds: (row['evidence_kinds'] ?? '').split(' ') as EvidenceKind[],
        appliesTo: (row['applies_to'] ?? '').split(' ').map((rule) => {
          const [category, limit] = rule.split(':');
          return { category: category as BodyCategory, publicOnly: limit === 'public' };
        }),
      }),
    );
}

/** An event; what is not said is what a plain liaison or reviewer would have recorded. */
export function event(
  kind: MilestoneEventKind,
  recordedOn: CivilDate,
  overrides: Partial<MilestoneEvent> = {},
): MilestoneEvent {
  const byBody = ['start', 'claim', 'withdraw', 'block'].includes(kind);
  return {
    id: (nextId += 1),
    kind,
    occurredOn: recordedOn,
    recordedOn,
    actorId: byBody ? 'liaison' : 'deputy',
    side: byBody ? 'body' : 'governorate',
    note: byBody && kind !== 'withdraw' && kind !== 'block' ? null : 'دلیل',
    cause: kind === 'block' ? 'no_budget' : null,
    turn: kind === 'block' ? 'province' : null,
    dueOn: null,
    ...overrides,
  };
}

export function dueContext(baselineDueOn: CivilDate): DueContext {
  return {
    baselineDueOn,
    workCalendar: CALENDAR_1397,
    returnGraceWorkingDays: DEFAULT_THRESHOLDS.returnGraceWorkingDays,
  };
}

/** The state after some events of a milestone with a given baseline due. */
export function stateAfter(events: readonly MilestoneEvent[], baselineDueOn: CivilDate = END_OF_AZAR): MilestoneState {
  return foldEvents(events, () => dueContext(baselineDueOn));
}

/** Figures of a pair on a day, from the events of its milestones by their codes. */
export function figuresOf(
  pair: Pair,
  eventsByCode: Readonly<Record<string, readonly MilestoneEvent[]>>,
  asOf: CivilDate = TODAY,
): PairFigures {
  return calculatePairFigures(
    pair,
    (milestone) => stateAsOf(eventsByCode[milestone.code] ?? [], asOf, () => dueContext(milestone.baselineDueOn)),
    asOf,
    DEFAULT_THRESHOLDS,
  );
}

/** A claim and its verification on one day. */
export function verifiedOn(day: CivilDate): MilestoneEvent[] {
  return [event('claim', day), event('verify', day)];
}
