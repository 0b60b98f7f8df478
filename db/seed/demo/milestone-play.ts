import { addDays, daysBetween, maxDate, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import { addWorkingDays } from '@/lib/calendar/working-days';
import {
  daysBefore,
  entryDelayDays,
  jalaliDay,
  reportingDayFrom,
  reviewWorkingDays,
  workingDayFrom,
} from './calendar-days';
import { MilestoneChain, type SampleMilestone, type SampleReference, type SampleTrack } from './milestone-chain';
import * as phrases from './phrases';
import { randomFor, type Random } from './random';
import type { Obstacle, Profile, Temperament } from './temperaments';

export interface PlayContext {
  readonly reference: SampleReference;
  readonly seed: string;
  readonly until: CivilDate;
}

interface Scene extends PlayContext {
  readonly profile: Profile;
  readonly milestone: SampleMilestone;
  readonly track: SampleTrack;
  readonly random: Random;
  readonly chain: MilestoneChain;
}

/** Share of milestones reported weeks before they are due. */
const AHEAD_SHARE: Readonly<Record<string, number>> = {
  NT4: 0.25,
  NT5: 0.04,
  CR4: 0.46,
  CR5: 0.04,
  CR6: 0.03,
  ED7: 0.24,
  ED8: 0.2,
  ED9: 0.18,
};
/** Share of milestones that a body leaves aside until after the sample ends. */
const LEFT_ASIDE: Readonly<Record<string, Readonly<Record<Temperament, number>>>> = {
  HD: { early: 0, steady: 0.001, late: 0.008 },
  ED: { early: 0, steady: 0.02, late: 0.06 },
  NT: { early: 0.01, steady: 0.02, late: 0.1 },
  CR: { early: 0.01, steady: 0.015, late: 0.08 },
};
const RETURN_SHARE = 0.12;
const SECOND_RETURN_SHARE = 0.05;
/** What kept bodies for some days, and was got out of the way. */
const PASSING_OBSTACLES: readonly [Obstacle, ...Obstacle[]] = [
  { cause: 'no_equipment', turn: 'body' },
  { cause: 'no_staff', turn: 'body' },
  { cause: 'no_budget', turn: 'province' },
  { cause: 'waiting_parent_agency', turn: 'parent_agency' },
  { cause: 'technical_failure', turn: 'body' },
];
/** Share of claims that nobody has looked at: the old ones of the review queue. */
const OVERLOOKED_SHARE = 0.006;
const OVERLOOKED_FROM = jalaliDay(7, 25);
const CLAIM_NOTE_SHARE = 0.35;
/** The later electronic milestones need the province's own systems and take longer. */
const SLOW_ELECTRONIC_FROM_POSITION = 5;
/** The last days on which village networks were extended. */
const COVERAGE_DECISION_DAYS = [jalaliDay(9, 12), jalaliDay(9, 13), jalaliDay(9, 14)] as const;
const COVERAGE_EXTENDED_TO = jalaliDay(10, 30);
const COVERAGE_MILESTONES = ['NT2', 'NT3', 'NT4'];

/** Plays one milestone of one body from the start of its track to the last day. */
export function playMilestone(
  context: PlayContext,
  profile: Profile,
  milestone: SampleMilestone,
  track: SampleTrack,
  isExtended: boolean,
): MilestoneChain {
  const random = randomFor(`${context.seed}|play|${profile.body.code}|${milestone.code}`);
  const minuteOf = (kind: string) =>
    ['start', 'claim', 'withdraw', 'block', 'unblock'].includes(kind) ? random.whole(450, 830) : random.whole(480, 860);
  const chain = new MilestoneChain(profile.body, milestone, context.reference.workCalendar, context.until, minuteOf);
  const scene: Scene = { ...context, profile, milestone, track, random, chain };
  if (milestone.actor === 'governorate' || profile.exemptTracks.has(track.code)) return chain;
  if (profile.isUncovered && COVERAGE_MILESTONES.includes(milestone.code)) {
    playUncovered(scene);
    return chain;
  }
  const obstacle = profile.obstacles.get(milestone.code);
  if (obstacle !== undefined) {
    const { cause, turn, note } = obstacle;
    own(scene, 'block', reportOn(scene, addDays(milestone.baselineDueOn, random.whole(-4, 5))), {
      cause,
      turn,
      note: note ?? random.pick(phrases.BLOCK_NOTES[cause]),
    });
    return chain;
  }
  if (isExtended) playExtended(scene);
  else playOrdinary(scene);
  return chain;
}

/** An event of the body itself; nothing once the body has fallen silent. */
function own(
  { chain, profile }: Scene,
  kind: 'start' | 'claim' | 'withdraw' | 'block' | 'unblock',
  recordedOn: CivilDate,
  step: Omit<Parameters<MilestoneChain['add']>[1], 'recordedOn'> = {},
): boolean {
  if (profile.silentAfter !== null && recordedOn > profile.silentAfter) {
    chain.end();
    return false;
  }
  return chain.add(kind, { ...step, recordedOn });
}

function reportOn({ reference, random, track }: Scene, day: CivilDate): CivilDate {
  const { workCalendar } = reference;
  const firstDay = workingDayFrom(track.startOn, workCalendar);
  return maxDate(reportingDayFrom(maxDate(day, firstDay), workCalendar, random), firstDay);
}

function claimOffsetDays({ profile, milestone, track, random }: Scene): number {
  const isSlow = track.code === 'ED' && milestone.position >= SLOW_ELECTRONIC_FROM_POSITION;
  if (profile.temperament !== 'late' && random.chance(AHEAD_SHARE[milestone.code] ?? 0)) return random.whole(-30, -11);
  switch (profile.temperament) {
    case 'early':
      return random.whole(-9, -2) + (isSlow ? random.whole(0, 5) : 0);
    case 'steady':
      return random.whole(-6, 1) + random.whole(0, 3) + (isSlow ? random.whole(0, 7) : 0);
    case 'late':
      return random.whole(7, 24);
  }
}

function playOrdinary(scene: Scene): void {
  const { random, milestone, track, until, profile, chain } = scene;
  const isLeftAside = random.chance(LEFT_ASIDE[track.code]?.[profile.temperament] ?? 0);
  const claimOn = isLeftAside
    ? addDays(until, 1)
    : reportOn(scene, addDays(milestone.baselineDueOn, claimOffsetDays(scene)));
  if (claimOn > until) {
    playStartOnly(scene);
    return;
  }
  const obstacleShare = profile.temperament === 'late' ? 0.04 : 0.006;
  if (random.chance(obstacleShare)) {
    const blockedOn = reportOn(scene, daysBefore(claimOn, random.whole(9, 20)));
    const unblockedOn = reportOn(scene, daysBefore(claimOn, random.whole(1, 4)));
    if (blockedOn < unblockedOn && unblockedOn <= claimOn) {
      const { cause, turn } = random.pick(PASSING_OBSTACLES);
      own(scene, 'block', blockedOn, { cause, turn, note: random.pick(phrases.BLOCK_NOTES[cause]) });
      own(scene, 'unblock', unblockedOn, { note: random.pick(phrases.UNBLOCK_NOTES) });
    }
  } else if (random.chance(0.04)) {
    const startedOn = reportOn(scene, daysBefore(claimOn, random.whole(4, 14)));
    if (startedOn < claimOn) own(scene, 'start', startedOn);
  }
  claimAndReview(scene, claimOn);
  if (chain.state.state === 'claimed' && !chain.isOver) chain.end();
}

/** Milestones under way at the end of the sample: begun, and not reported yet. */
function playStartOnly(scene: Scene): void {
  const { random, milestone, until, profile, chain } = scene;
  const share = { early: 0.8, steady: 0.52, late: 0.25 }[profile.temperament];
  const isNear = daysBetween(until, milestone.baselineDueOn) <= 8;
  if (!isNear || !random.chance(share)) return;
  const wanted = minDate(
    daysBefore(milestone.baselineDueOn, random.whole(1, 12)),
    daysBefore(until, random.whole(0, 12)),
  );
  const startedOn = reportOn(scene, profile.temperament === 'late' ? addDays(wanted, random.whole(2, 10)) : wanted);
  if (startedOn <= until) own(scene, 'start', startedOn);
  chain.end();
}

function playUncovered(scene: Scene): void {
  const { random, milestone, profile, reference, chain } = scene;
  const obstacle = profile.obstacles.get(milestone.code);
  if (obstacle !== undefined) {
    const { cause, turn, note } = obstacle;
    own(scene, 'block', reportOn(scene, addDays(milestone.baselineDueOn, random.whole(-6, 4))), {
      cause,
      turn,
      note: note ?? random.pick(phrases.BLOCK_NOTES[cause]),
    });
  }
  // one decision for all of a village's network milestones, so the day depends on the village alone
  const decidedOn = randomFor(`${scene.seed}|coverage|${profile.body.code}`).pick(COVERAGE_DECISION_DAYS);
  chain.add('extend', {
    recordedOn: workingDayFrom(decidedOn, reference.workCalendar),
    dueOn: COVERAGE_EXTENDED_TO,
    note: phrases.COVERAGE_EXTENSION_REASON,
  });
}

/** Asked for more time before the due date, got it once, and kept the new one. */
function playExtended(scene: Scene): void {
  const { random, milestone, reference, chain } = scene;
  const due = milestone.baselineDueOn;
  chain.add('extend', {
    recordedOn: workingDayFrom(daysBefore(due, random.whole(1, 3)), reference.workCalendar),
    dueOn: addDays(due, 14),
    note: random.pick(phrases.EXTENSION_REASONS),
  });
  claimAndReview(scene, reportOn(scene, addDays(due, random.whole(6, 12))));
}

/** A claim on a day, and what the governorate makes of it, as often as it takes. */
function claimAndReview(scene: Scene, firstClaimOn: CivilDate): void {
  const { random, milestone, reference, profile, chain } = scene;
  const { workCalendar } = reference;
  let claimOn = firstClaimOn;
  for (let round = 1; round <= 3; round += 1) {
    const isFirst = round === 1;
    const occurredOn = isFirst ? daysBefore(claimOn, entryDelayDays(random)) : claimOn;
    const note = isFirst
      ? random.chance(CLAIM_NOTE_SHARE)
        ? random.pick(phrases.CLAIM_NOTES[milestone.code] ?? phrases.RECLAIM_NOTES)
        : null
      : random.pick(phrases.RECLAIM_NOTES);
    if (!own(scene, 'claim', claimOn, { occurredOn, note })) return;
    if (isFirst && random.chance(0.003)) {
      const again = addWorkingDays(claimOn, random.whole(2, 6), workCalendar);
      if (!own(scene, 'withdraw', claimOn, { note: random.pick(phrases.WITHDRAW_REASONS) })) return;
      if (!own(scene, 'claim', again, { note: random.pick(phrases.RECLAIM_NOTES) })) return;
      claimOn = again;
    }
    if (claimOn >= OVERLOOKED_FROM && random.chance(OVERLOOKED_SHARE)) return;
    const decidedOn = addWorkingDays(workingDayFrom(claimOn, workCalendar), reviewWorkingDays(random), workCalendar);
    if (!random.chance(isFirst ? RETURN_SHARE : SECOND_RETURN_SHARE)) {
      if (!chain.add('verify', { recordedOn: decidedOn })) return;
      if (!random.chance(0.0012)) return;
      if (!chain.add('undo', { recordedOn: decidedOn, note: random.pick(phrases.UNDO_REASONS) })) return;
      const again = addWorkingDays(decidedOn, random.whole(1, 3), workCalendar);
      chain.add('verify', { recordedOn: again });
      return;
    }
    const reasons = phrases.RETURN_REASONS[milestone.code] ?? phrases.GENERAL_RETURNS;
    const reason = random.chance(0.75) ? random.pick(reasons) : random.pick(phrases.GENERAL_RETURNS);
    if (!chain.add('return', { recordedOn: decidedOn, note: reason })) return;
    const isLate = profile.temperament === 'late';
    if (random.chance(isLate ? 0.13 : 0.03)) return;
    claimOn = addWorkingDays(decidedOn, isLate ? random.whole(4, 12) : random.whole(1, 5), workCalendar);
  }
}
