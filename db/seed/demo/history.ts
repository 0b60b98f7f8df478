import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { saturdayOf } from '@/lib/calendar/weeks';
import { addWorkingDays } from '@/lib/calendar/working-days';
import { appliesTo } from '@/lib/domain/reference';
import { sideOfKind } from '@/lib/domain/transitions';
import { BODY_EVENTS, type MilestoneEventKind } from '@/lib/domain/vocabulary';
import { jalaliDay, reportingDayFrom, workingDayFrom } from './calendar-days';
import {
  grantedExtensions,
  playCorrespondence,
  playExemptions,
  playInspections,
  type BodyChains,
} from './governorate-play';
import { bodyRow, type HistoryRow, type MilestoneChain, type SampleReference } from './milestone-chain';
import { playMilestone, type PlayContext } from './milestone-play';
import * as phrases from './phrases';
import { randomFor } from './random';
import { profilesOf, type Profile } from './temperaments';

/** The last day of the sample history, and the day that stands for today while it is shown. */
export const SAMPLE_TODAY: CivilDate = jalaliDay(9, 17);
export const SAMPLE_SEED = 'service-desk';

/** Weekly reports of "no change" were asked for from this Saturday on. */
const CHECK_INS_FROM = jalaliDay(7, 21);
/** A body without a report of its own after this day would be listed as silent. */
const LAST_WORD_WANTED_AFTER = jalaliDay(9, 3);
/** Bodies that simply forgot the last two weeks. */
const FORGETFUL_SHARE = 0.03;

/**
 * The sample history of a programme: what the bodies reported and the governorate decided, day by day up to `SAMPLE_TODAY`, in the order
 * in which it was recorded. Pure and deterministic: the same reference and seed give the same rows. Every milestone event is one that
 * `lib/domain/transitions` allows; nothing is recorded on a Friday or a holiday.
 *
 * @throws Error if the rules refuse an event of the sample
 */
export function generateHistory(reference: SampleReference, seed = SAMPLE_SEED, until = SAMPLE_TODAY): HistoryRow[] {
  const context: PlayContext = { reference, seed, until };
  const profiles = profilesOf(reference, seed);
  const granted = grantedExtensions(seed, profiles);
  const tracks = new Map(reference.tracks.map((track) => [track.code, track]));
  const chainsOf = new Map<string, BodyChains>();
  for (const profile of profiles) {
    const chains = new Map<string, MilestoneChain>();
    for (const milestone of reference.milestones) {
      const track = tracks.get(milestone.track);
      if (track === undefined || !appliesTo(milestone, profile.body)) continue;
      const isExtended = granted.get(profile.body.code) === milestone.code;
      chains.set(milestone.code, playMilestone(context, profile, milestone, track, isExtended));
    }
    chainsOf.set(profile.body.code, chains);
  }
  playExemptions(profiles, chainsOf);
  playInspections(context, chainsOf);

  const rows = [...chainsOf.values()].flatMap((chains) => [...chains.values()].flatMap((chain) => chain.rows));
  rows.push(...playCorrespondence(context, profiles, chainsOf));
  for (const [code, milestone] of granted) {
    const chain = chainsOf.get(code)?.get(milestone);
    if (chain !== undefined) rows.push(...requestBehind(context, chain));
  }
  const ownDays = ownDaysOf(rows);
  for (const profile of profiles) rows.push(...checkInsOf(context, profile, ownDays.get(profile.body.code) ?? []));
  return inOrderOfRecording(rows);
}

/** The request and its answer that led to an extension. */
function requestBehind({ reference }: PlayContext, chain: MilestoneChain): HistoryRow[] {
  const extension = chain.rows.find((row) => row.event === 'extend');
  if (extension === undefined) return [];
  const milestone = chain.milestone.code;
  const askedOn = workingDayFrom(addDays(extension.recordedOn, -5), reference.workCalendar);
  const random = randomFor(`${chain.body.code}|${milestone}|request`);
  const { dueOn, recordedOn } = extension;
  const shared = { milestone, requestKind: 'extension', dueOn } as const;
  return [
    bodyRow(chain.body, 'request', askedOn, random.whole(450, 700), {
      ...shared,
      note: phrases.extensionRequest(milestone, random.whole(0, 3)),
    }),
    bodyRow(chain.body, 'request_answer', recordedOn, extension.minute - 1, {
      ...shared,
      outcome: 'accepted',
      note: extension.note,
    }),
  ];
}

const BODY_OWN_EVENTS: readonly string[] = ['check_in', 'objection', 'request', 'contact_changed'];

function isOwn(row: HistoryRow): boolean {
  const isAboutBody = (BODY_EVENTS as readonly string[]).includes(row.event);
  return isAboutBody ? BODY_OWN_EVENTS.includes(row.event) : sideOfKind(row.event as MilestoneEventKind) === 'body';
}

function ownDaysOf(rows: readonly HistoryRow[]): Map<string, CivilDate[]> {
  const days = new Map<string, CivilDate[]>();
  for (const row of rows) if (isOwn(row)) days.set(row.code, [...(days.get(row.code) ?? []), row.recordedOn]);
  return days;
}

/** Weeks in which a body reports that nothing changed. */
function checkInsOf(
  { reference, seed, until }: PlayContext,
  profile: Profile,
  ownDays: readonly CivilDate[],
): HistoryRow[] {
  const { body, silentAfter } = profile;
  const random = randomFor(`${seed}|check-in|${body.code}`);
  const isVillage = body.category === 'village_administration';
  const share = { early: 0.5, steady: 0.34, late: 0.2 }[profile.temperament] + (isVillage ? 0.15 : -0.12);
  const days: CivilDate[] = [];
  for (let week = saturdayOf(CHECK_INS_FROM); week <= until; week = addDays(week, 7)) {
    const nextWeek = addDays(week, 7);
    const hasReported = ownDays.some((day) => week <= day && day < nextWeek);
    const day = reportingDayFrom(
      addDays(
        week,
        random.weighted([
          [0, 12],
          [1, 18],
          [2, 26],
          [3, 26],
          [4, 18],
        ]),
      ),
      reference.workCalendar,
      random,
    );
    if (!hasReported && random.chance(share) && day < nextWeek && day <= until) days.push(day);
  }
  const hasRecentWord = [...ownDays, ...days].some((day) => day >= LAST_WORD_WANTED_AFTER);
  if (silentAfter === null && !hasRecentWord && !random.chance(FORGETFUL_SHARE)) {
    days.push(addWorkingDays(jalaliDay(9, 8), random.whole(1, 6), reference.workCalendar));
  }
  return days
    .filter((day) => silentAfter === null || day <= silentAfter)
    .map((day) =>
      bodyRow(body, 'check_in', day, random.whole(450, 840), {
        note: random.chance(0.2) ? random.pick(phrases.CHECK_IN_NOTES) : null,
      }),
    );
}

function inOrderOfRecording(rows: readonly HistoryRow[]): HistoryRow[] {
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => {
      if (a.row.recordedOn !== b.row.recordedOn) return a.row.recordedOn < b.row.recordedOn ? -1 : 1;
      return a.row.minute - b.row.minute || a.index - b.index;
    })
    .map(({ row }) => row);
}
