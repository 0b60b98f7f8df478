import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BlockCause, Turn } from '@/lib/domain/vocabulary';
import { jalaliDay } from './calendar-days';
import type { SampleBody, SampleReference } from './milestone-chain';
import { shuffled } from './random';

export type Temperament = 'early' | 'steady' | 'late';

/** Something that keeps a body from a milestone until the end of the sample. */
export interface Obstacle {
  readonly cause: BlockCause;
  readonly turn: Turn;
  /** Words about this very milestone; without them, words about the cause. */
  readonly note?: string;
}

/** How one body behaves throughout the sample. */
export interface Profile {
  readonly body: SampleBody;
  readonly temperament: Temperament;
  /** The last day on which the body reported anything; null = it reports to the end. */
  readonly silentAfter: CivilDate | null;
  readonly obstacles: ReadonlyMap<string, Obstacle>;
  /** A village that the telephone company does not reach: its network milestones were extended. */
  readonly isUncovered: boolean;
  readonly exemptTracks: ReadonlySet<string>;
}

const EARLY_SHARE = 0.18;
const LATE_SHARE = 0.19;
const UNCOVERED_VILLAGES = 14;
/** Uncovered villages that also reported it as a blocker. */
const UNCOVERED_AND_BLOCKED = 9;

const DESK_OBSTACLES: readonly (readonly [string, Obstacle])[] = [
  [
    'HD4',
    {
      cause: 'waiting_parent_agency',
      turn: 'parent_agency',
      note: 'موافقت ستاد مرکزی برای واگذاری اختیار نرسیده است.',
    },
  ],
  ['HD6', { cause: 'no_equipment', turn: 'body', note: 'رایانه و چاپگر رسید تحویل نشده است.' }],
  ['ED2', { cause: 'no_staff', turn: 'body' }],
  [
    'ED3',
    {
      cause: 'waiting_parent_agency',
      turn: 'parent_agency',
      note: 'درگاه خدمات در اختیار اداره کل است و هنوز دسترسی داده نشده است.',
    },
  ],
  ['ED3', { cause: 'no_budget', turn: 'province' }],
  [
    'ED4',
    {
      cause: 'waiting_parent_agency',
      turn: 'parent_agency',
      note: 'سامانه پیامک را شرکت مادر راه‌اندازی می‌کند؛ در نوبت هستیم.',
    },
  ],
  [
    'ED5',
    {
      cause: 'technical_failure',
      turn: 'body',
      note: 'اتصال سامانه به دبیرخانه خطا می‌دهد؛ شرکت پشتیبان در حال بررسی است.',
    },
  ],
  ['ED6', { cause: 'legal', turn: 'parent_agency' }],
];

const OTHER_OBSTACLES: readonly (readonly [string, Obstacle])[] = [
  ['CR1', { cause: 'no_equipment', turn: 'body' }],
  ['CR1', { cause: 'waiting_governorate', turn: 'governorate' }],
  ['CR2', { cause: 'no_staff', turn: 'body' }],
  ['CR1', { cause: 'no_premises', turn: 'body' }],
];

const silentDays = (...days: readonly (readonly [number, number])[]): CivilDate[] =>
  days.map(([month, day]) => jalaliDay(month, day));
const SILENT_DESKS = silentDays([7, 9], [8, 6], [8, 22]);
const SILENT_OTHERS = silentDays([7, 22], [8, 5], [8, 14], [8, 20], [8, 27]);

/** Bodies whose ventures have no office: exempt from a whole track. The last of the network ones got an office and is no longer exempt. */
export const EXEMPT_FROM_NETWORK_COUNT = 3;

/** Whether a body has a service desk, in person and electronic. */
export function hasDesk(body: SampleBody, reference: SampleReference): boolean {
  return reference.milestones.some(
    (milestone) =>
      milestone.track === 'HD' &&
      milestone.appliesTo.some(
        (rule) => rule.category === body.category && (!rule.publicOnly || body.providesPublicService),
      ),
  );
}

function temperamentOf(rank: number, count: number): Temperament {
  if (rank < Math.round(count * EARLY_SHARE)) return 'early';
  return rank >= count - Math.round(count * LATE_SHARE) ? 'late' : 'steady';
}

/** The behaviour of every body, by quotas, so that a share is met whatever the seed. */
export function profilesOf(reference: SampleReference, seed: string): Profile[] {
  const desks = reference.bodies.filter((body) => hasDesk(body, reference));
  const others = reference.bodies.filter((body) => !hasDesk(body, reference));
  const byKey = (list: readonly SampleBody[], key: string) => shuffled(list, (body) => `${seed}|${key}|${body.code}`);
  const silentAfter = new Map<string, CivilDate>();
  const obstacles = new Map<string, Map<string, Obstacle>>();
  const uncovered = new Set<string>();
  const exempt = new Map<string, Set<string>>();
  const isTaken = (body: SampleBody) =>
    silentAfter.has(body.code) || obstacles.has(body.code) || uncovered.has(body.code) || exempt.has(body.code);
  const free = (list: readonly SampleBody[], categories: readonly SampleBody['category'][]) =>
    list.filter((body) => categories.includes(body.category) && !isTaken(body));
  const block = (body: SampleBody, milestone: string, obstacle: Obstacle) => {
    const own = obstacles.get(body.code) ?? new Map<string, Obstacle>();
    own.set(milestone, obstacle);
    obstacles.set(body.code, own);
  };

  const ventures = free(byKey(others, 'exempt'), ['enterprise']);
  ventures.slice(0, EXEMPT_FROM_NETWORK_COUNT + 1).forEach((body) => exempt.set(body.code, new Set(['NT'])));
  ventures
    .slice(EXEMPT_FROM_NETWORK_COUNT + 1, EXEMPT_FROM_NETWORK_COUNT + 2)
    .forEach((body) => exempt.set(body.code, new Set(['CR'])));

  const villages = free(byKey(others, 'coverage'), ['village_administration']);
  villages.slice(0, UNCOVERED_VILLAGES).forEach((body, index) => {
    uncovered.add(body.code);
    if (index < UNCOVERED_AND_BLOCKED) block(body, 'NT2', { cause: 'no_telecom_coverage', turn: 'telecom' });
  });
  const blockable = free(byKey(desks, 'obstacle'), ['executive_agency', 'enterprise']);
  DESK_OBSTACLES.forEach(([milestone, obstacle], index) => {
    const body = blockable[index];
    if (body !== undefined) block(body, milestone, obstacle);
  });
  const otherBlockable = free(byKey(others, 'obstacle'), ['village_administration', 'association']);
  OTHER_OBSTACLES.forEach(([milestone, obstacle], index) => {
    const body = otherBlockable[index];
    if (body !== undefined) block(body, milestone, obstacle);
  });
  const quietDesks = free(byKey(desks, 'silent'), ['executive_agency', 'enterprise']);
  SILENT_DESKS.forEach((day, index) => silentAfter.set(quietDesks[index]?.code ?? '', day));
  const quietOthers = free(byKey(others, 'silent'), ['village_administration', 'association', 'enterprise']);
  SILENT_OTHERS.forEach((day, index) => silentAfter.set(quietOthers[index]?.code ?? '', day));

  const temperaments = new Map<string, Temperament>();
  for (const list of [byKey(desks, 'temperament'), byKey(others, 'temperament')]) {
    list.forEach((body, rank) => temperaments.set(body.code, temperamentOf(rank, list.length)));
  }
  return reference.bodies.map((body) => {
    const isOffice = body.category === 'governorate' || body.category === 'district_office';
    const drawn = temperaments.get(body.code) ?? 'steady';
    return {
      body,
      // the governorate and its district offices lead the work; the sample does not make them its worst case
      temperament: isOffice && drawn === 'late' ? 'steady' : drawn,
      silentAfter: silentAfter.get(body.code) ?? null,
      obstacles: obstacles.get(body.code) ?? new Map<string, Obstacle>(),
      isUncovered: uncovered.has(body.code),
      exemptTracks: exempt.get(body.code) ?? new Set<string>(),
    };
  });
}
