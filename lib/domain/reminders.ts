import { daysBetween, eachDay, type CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneOnDay } from './figures';
import type { Milestone } from './reference';
import type { Version } from './reference-as-of';
import { isOpen } from './status';

/** Days to the due date at which a body is reminded, and days past it: then once a month, so that nobody is nagged daily. */
export const DAYS_BEFORE_DUE = [7, 3, 1] as const;
export const DAYS_PAST_DUE = [1, 7, 14, 30] as const;
const MONTHLY_AFTER = 30;

/** One open milestone of one body on the morning of a day. */
export interface OpenStep {
  readonly bodyId: number;
  readonly milestoneId: number;
  readonly dueOn: CivilDate;
}

/** «Due in 3 days» or «overdue by 7 days» of one milestone of one body. */
export interface Reminder extends OpenStep {
  /** The threshold: days to the due date, negative past it. */
  readonly threshold: number;
  /** The day on which it is said: the first working day on or after that of the threshold. */
  readonly on: CivilDate;
}

/** The latest threshold reached in the days to `toGo` from more than `toGo` up to `before` days to go; null if none was. */
function reachedThreshold(toGo: number, before: number): number | null {
  // from few days to go to many: the latest of them comes first
  for (let days = toGo; days < before; days += 1) {
    const past = -days;
    const isThreshold =
      days > 0
        ? (DAYS_BEFORE_DUE as readonly number[]).includes(days)
        : (DAYS_PAST_DUE as readonly number[]).includes(past) || (past > MONTHLY_AFTER && past % MONTHLY_AFTER === 0);
    if (isThreshold) return days;
  }
  return null;
}

/**
 * The reminders said from `from` up to `asOf`, both included, in the order of days. A threshold that falls on a quiet day is said on the
 * next working day, once; where several of one step wait for the same morning, the latest speaks for all.
 *
 * What was known on the evening before decides who is reminded, so a day's reminders never change once the day has begun.
 *
 * @param isQuiet as known on that day itself: a holiday declared or taken back later moves nothing that was said
 * @param openSteps the open milestones on the morning of a day
 */
export function remindersDue(
  { from, asOf }: { readonly from: CivilDate; readonly asOf: CivilDate },
  isQuiet: (day: CivilDate) => boolean,
  openSteps: (day: CivilDate) => Iterable<OpenStep>,
): Reminder[] {
  const found: Reminder[] = [];
  let quietDays = 0;
  for (const day of eachDay(from, asOf)) {
    if (isQuiet(day)) {
      quietDays += 1;
      continue;
    }
    for (const step of openSteps(day)) {
      const toGo = daysBetween(day, step.dueOn);
      const threshold = reachedThreshold(toGo, toGo + 1 + quietDays);
      if (threshold !== null) found.push({ ...step, threshold, on: day });
    }
    quietDays = 0;
  }
  return found;
}

/** Whether the step waits for its body, and so may be reminded of. */
export function openStepOf(bodyId: number, item: MilestoneOnDay): OpenStep | null {
  return isOpen(item) ? { bodyId, milestoneId: item.milestone.id, dueOn: item.effectiveDueOn } : null;
}

/** A milestone whose guidance, or whose description of evidence, was put otherwise on a day. */
export interface GuidanceChange {
  readonly milestoneId: number;
  readonly on: CivilDate;
}

const wordsOf = ({ guidance, evidenceText, evidenceKinds }: Milestone) =>
  [guidance, evidenceText, [...evidenceKinds].sort().join(' ')].join('\n');

/**
 * Changed guidance recorded from `from` to `to`, both included. A day counts once, and not at all where the words ended as they began;
 * a milestone that was not there before brings no changed guidance.
 *
 * @param versions of milestones, in the order of recording
 */
export function guidanceChanges(
  versions: readonly Version<Milestone>[],
  from: CivilDate,
  to: CivilDate,
): GuidanceChange[] {
  const evenings = new Map<string | number, { on: CivilDate; morning: string | null; evening: string | null }>();
  const changes: GuidanceChange[] = [];
  const close = (key: string | number) => {
    const last = evenings.get(key);
    if (!last || last.morning === null || last.evening === null || last.morning === last.evening) return;
    if (from <= last.on && last.on <= to) changes.push({ milestoneId: Number(key), on: last.on });
  };
  for (const { key, recordedOn, value } of versions) {
    const last = evenings.get(key);
    const words = value === null ? null : wordsOf(value);
    if (last?.on === recordedOn) {
      last.evening = words;
      continue;
    }
    close(key);
    evenings.set(key, { on: recordedOn, morning: last?.evening ?? null, evening: words });
  }
  for (const key of evenings.keys()) close(key);
  return changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.milestoneId - b.milestoneId));
}
