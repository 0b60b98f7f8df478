import { addDays, maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import { addWorkingDays } from '@/lib/calendar/working-days';
import { jalaliDay, workingDayFrom } from './calendar-days';
import { bodyRow, type HistoryRow, type MilestoneChain, type SampleBody } from './milestone-chain';
import type { PlayContext } from './milestone-play';
import * as phrases from './phrases';
import { randomFor, shuffled } from './random';
import { EXEMPT_FROM_NETWORK_COUNT, type Profile } from './temperaments';

/** All chains of one body, by milestone. */
export type BodyChains = ReadonlyMap<string, MilestoneChain>;

const INSPECTIONS = 35;
const INSPECTIONS_FROM = jalaliDay(8, 1);
/** Working days from one visit to the next. */
const VISITS_SPACING_DAYS = 0.8;
const ACCEPTANCE_TESTS = 4;
const EXEMPTED_ON = { NT: jalaliDay(8, 12), CR: jalaliDay(8, 20) } as const;
const LIFTED_ON = jalaliDay(9, 5);
const REOPENED: readonly (readonly [string, CivilDate, number | null])[] = [
  ['HD4', jalaliDay(8, 20), 6],
  ['HD8', jalaliDay(8, 28), 5],
  ['HD6', jalaliDay(9, 5), null],
];
const EXTENDED = ['HD6', 'ED2', 'ED3', 'ED4', 'CR2', 'ED3', 'ED2', 'CR3'] as const;

/** The last day on which one of the milestones was verified; null unless all of them are. */
function allVerifiedOn(chains: BodyChains, codes: readonly string[]): CivilDate | null {
  let last: CivilDate | null = null;
  for (const code of codes) {
    const on = chains.get(code)?.state.verifiedOn ?? null;
    if (on === null) return null;
    last = last === null ? on : maxDate(last, on);
  }
  return last;
}

const codesOf = (track: string, count: number) => Array.from({ length: count }, (_, index) => `${track}${index + 1}`);

/** Surprise inspections of desks whose own work is done, the failed ones, and acceptance tests. */
export function playInspections(context: PlayContext, chainsOf: ReadonlyMap<string, BodyChains>): void {
  const { seed, until, reference } = context;
  const done = [...chainsOf].flatMap(([code, chains]) => {
    const on = allVerifiedOn(chains, codesOf('HD', 8));
    return on === null || !chains.has('HD9') ? [] : [{ code, chains, on }];
  });
  const ready = shuffled(
    done.filter(({ on }) => on <= addDays(until, -24)),
    ({ code }) => `${seed}|inspection|${code}`,
  );
  ready.slice(0, INSPECTIONS).forEach(({ code, chains, on }, index) => {
    const random = randomFor(`${seed}|visit|${code}`);
    const slot = addWorkingDays(INSPECTIONS_FROM, Math.floor(index * VISITS_SPACING_DAYS), reference.workCalendar);
    const visitedOn = workingDayFrom(maxDate(slot, addDays(on, random.whole(2, 9))), reference.workCalendar);
    const recordedOn = addWorkingDays(visitedOn, random.whole(0, 2), reference.workCalendar);
    chains
      .get('HD9')
      ?.add('certify', { recordedOn, occurredOn: visitedOn, note: random.pick(phrases.INSPECTION_NOTES) });
  });
  ready.slice(INSPECTIONS, INSPECTIONS + REOPENED.length).forEach(({ chains, on, code }, index) => {
    const [milestone, day, reclaimAfter] = REOPENED[index] ?? REOPENED[0]!;
    const chain = chains.get(milestone);
    if (chain === undefined || on >= day) return;
    const random = randomFor(`${seed}|reopen|${code}`);
    chain.add('reopen', {
      recordedOn: day,
      note: phrases.REOPEN_REASONS[index] ?? phrases.REOPEN_REASONS[0],
      dueOn: addDays(day, 14),
    });
    if (reclaimAfter === null) return;
    const claimOn = addWorkingDays(day, reclaimAfter, reference.workCalendar);
    chain.add('claim', { recordedOn: claimOn, note: random.pick(phrases.RECLAIM_NOTES) });
    chain.add('verify', { recordedOn: addWorkingDays(claimOn, 2, reference.workCalendar) });
  });

  const tested = [...chainsOf].flatMap(([code, chains]) => {
    const on = allVerifiedOn(chains, codesOf('ED', 9));
    return on === null || !chains.has('ED10') ? [] : [{ code, chains, on }];
  });
  for (const { code, chains, on } of tested.sort((a, b) => (a.on < b.on ? -1 : 1)).slice(0, ACCEPTANCE_TESTS)) {
    const random = randomFor(`${seed}|acceptance|${code}`);
    const testedOn = addWorkingDays(on, 1, reference.workCalendar);
    chains.get('ED10')?.add('certify', { recordedOn: testedOn, note: random.pick(phrases.ACCEPTANCE_NOTES) });
  }
}

/** Ventures without an office are exempt from a track; for one of them the exemption was lifted later. */
export function playExemptions(profiles: readonly Profile[], chainsOf: ReadonlyMap<string, BodyChains>): void {
  const ofNetwork = profiles.filter((profile) => profile.exemptTracks.has('NT'));
  for (const profile of profiles) {
    for (const chain of chainsOf.get(profile.body.code)?.values() ?? []) {
      const track = chain.milestone.track;
      if (!profile.exemptTracks.has(track) || (track !== 'NT' && track !== 'CR')) continue;
      chain.add('exempt', { recordedOn: EXEMPTED_ON[track], note: phrases.EXEMPTION_REASONS[track] });
      if (track === 'NT' && ofNetwork.indexOf(profile) === EXEMPT_FROM_NETWORK_COUNT) {
        chain.add('lift_exemption', { recordedOn: LIFTED_ON, note: phrases.LIFT_REASON });
      }
    }
  }
}

const REQUEST_MINUTE = 560;
const ANSWER_MINUTE = 700;
const ASKED_ON: readonly CivilDate[] = [
  jalaliDay(9, 7),
  jalaliDay(9, 11),
  jalaliDay(9, 12),
  jalaliDay(9, 14),
  jalaliDay(9, 17),
  jalaliDay(9, 13),
];
const EXEMPTION_ASKED_ON = [
  ['association', jalaliDay(9, 10)],
  ['village_administration', jalaliDay(9, 13)],
] as const;

/** Extensions that were asked for in time and granted; the milestone is then claimed within the new due. */
export function grantedExtensions(seed: string, profiles: readonly Profile[]): ReadonlyMap<string, string> {
  const able = shuffled(
    profiles.filter(
      (profile) =>
        profile.temperament === 'steady' &&
        profile.silentAfter === null &&
        profile.obstacles.size === 0 &&
        profile.body.category === 'executive_agency',
    ),
    ({ body }) => `${seed}|extension|${body.code}`,
  );
  return new Map(
    EXTENDED.flatMap((milestone, index) => {
      const body = able[index]?.body;
      return body === undefined ? [] : [[body.code, milestone] as const];
    }),
  );
}

/** Requests that nobody has answered yet, refused ones, letters to silent bodies and objections. */
export function playCorrespondence(
  context: PlayContext,
  profiles: readonly Profile[],
  chainsOf: ReadonlyMap<string, BodyChains>,
): HistoryRow[] {
  const { seed, until, reference } = context;
  const rows: HistoryRow[] = [];
  const chains = [...chainsOf.values()].flatMap((own) => [...own.values()]);
  const isOpen = (chain: MilestoneChain) => ['not_started', 'in_progress', 'returned'].includes(chain.state.state);
  const reporting = new Set(
    profiles
      .filter((profile) => profile.silentAfter === null && profile.exemptTracks.size === 0)
      .map((profile) => profile.body.code),
  );
  const late = (codes: readonly string[]) =>
    shuffled(
      chains.filter(
        (chain) =>
          reporting.has(chain.body.code) &&
          codes.includes(chain.milestone.code) &&
          isOpen(chain) &&
          chain.dueOn < until,
      ),
      (chain) => `${seed}|request|${chain.body.code}|${chain.milestone.code}`,
    );
  const used = new Set<string>();
  const take = (codes: readonly string[], count: number, category?: SampleBody['category']) => {
    const taken: MilestoneChain[] = [];
    for (const chain of late(codes)) {
      if (category !== undefined && chain.body.category !== category) continue;
      if (taken.length < count && !used.has(chain.body.code)) {
        used.add(chain.body.code);
        taken.push(chain);
      }
    }
    return taken;
  };
  const ask = (
    chain: MilestoneChain,
    on: CivilDate,
    kind: 'extension' | 'exemption',
    dueOn: CivilDate | null,
    note: string,
  ) =>
    rows.push(
      bodyRow(chain.body, 'request', on, REQUEST_MINUTE, {
        milestone: chain.milestone.code,
        requestKind: kind,
        dueOn,
        note,
      }),
    );

  const desks = [...take(['ED5'], 2), ...take(['ED6'], 1), ...take(['ED2', 'ED3', 'ED4'], 1)];
  [...desks, ...take(['NT3', 'CR3'], 2)].forEach((chain, index) => {
    const dueOn = index < desks.length ? jalaliDay(9, 24) : jalaliDay(10, 15);
    const note = phrases.extensionRequest(chain.milestone.code, index === 1 ? 1 : 0);
    ask(chain, ASKED_ON[index] ?? until, 'extension', dueOn, note);
  });
  for (const [category, on] of EXEMPTION_ASKED_ON) {
    const [chain] = take(['NT1', 'NT2', 'NT3', 'CR1', 'CR2', 'CR3'], 1, category);
    if (chain !== undefined) ask(chain, on, 'exemption', null, phrases.EXEMPTION_REQUESTS[category]);
  }
  take(['ED1', 'ED2', 'ED3', 'ED4', 'CR1', 'CR2', 'NT1', 'NT2'], 2).forEach((chain, index) => {
    const on = workingDayFrom(jalaliDay(9, 3 + index), reference.workCalendar);
    const answeredOn = addWorkingDays(on, 3, reference.workCalendar);
    ask(chain, on, 'extension', jalaliDay(9, 24), phrases.extensionRequest(chain.milestone.code, 1 + index));
    rows.push(
      bodyRow(chain.body, 'request_answer', answeredOn, ANSWER_MINUTE, {
        milestone: chain.milestone.code,
        requestKind: 'extension',
        outcome: 'refused',
        note: phrases.REFUSALS[index] ?? phrases.REFUSALS[0],
      }),
    );
  });

  for (const profile of profiles) {
    if (profile.silentAfter === null) continue;
    for (const [index, days] of [18, 33].entries()) {
      const on = workingDayFrom(addDays(profile.silentAfter, days), reference.workCalendar);
      if (on <= until)
        rows.push(
          bodyRow(profile.body, 'letter_sent', on, ANSWER_MINUTE, { note: phrases.REMINDER_LETTERS[index] ?? null }),
        );
    }
  }

  const returned = shuffled(
    chains.filter((chain) => reporting.has(chain.body.code) && chain.rows.some((row) => row.event === 'return')),
    (chain) => `${seed}|objection|${chain.body.code}|${chain.milestone.code}`,
  );
  phrases.OBJECTIONS.forEach(([words, answer], index) => {
    const chain = returned[index];
    const returnedOn = chain?.rows.find((row) => row.event === 'return')?.recordedOn;
    if (chain === undefined || returnedOn === undefined) return;
    const on = addWorkingDays(returnedOn, 1, reference.workCalendar);
    const answeredOn = addWorkingDays(on, 2, reference.workCalendar);
    if (answeredOn > until) return;
    const milestone = chain.milestone.code;
    rows.push(bodyRow(chain.body, 'objection', on, REQUEST_MINUTE, { milestone, note: words }));
    rows.push(
      bodyRow(chain.body, 'objection_answer', answeredOn, ANSWER_MINUTE, {
        milestone,
        outcome: index === 0 ? 'accepted' : 'refused',
        note: answer,
      }),
    );
  });
  return rows;
}
