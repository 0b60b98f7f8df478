import { addDays, daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import { normaliseForMatch } from '@/lib/text/normalise';

/** Weeks of the reviewers' pace, the running one included. */
export const PACE_WEEKS = 8;
/** Days of the return rate, today included. */
export const RATE_DAYS = 28;
/** Reasons of returns that are named. */
const REASONS_NAMED = 6;

/** How long claims have waited, in whole days; `to` null = without end. */
export const WAITING_BANDS = [
  { key: '0-3', from: 0, to: 3 },
  { key: '4-7', from: 4, to: 7 },
  { key: '8-14', from: 8, to: 14 },
  { key: '15-30', from: 15, to: 30 },
  { key: '31-', from: 31, to: null },
] as const;
export type WaitingBandKey = (typeof WAITING_BANDS)[number]['key'];

export function waitingBandOf(days: number): WaitingBandKey {
  const band = WAITING_BANDS.find(({ to }) => to === null || days <= to);
  return band?.key ?? '31-';
}

/** What the pace needs of an event of a milestone; in the order of recording. */
export interface ReviewEvent {
  readonly id: number;
  readonly kind: 'claim' | 'verify' | 'return' | 'undo';
  readonly bodyId: number;
  readonly milestoneId: number;
  readonly recordedOn: CivilDate;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly note: string | null;
  readonly refersTo: number | null;
}

export interface WeekPace {
  readonly startOn: CivilDate;
  /** Friday, or the as-of day in the running week. */
  readonly endOn: CivilDate;
  /** Decisions that stand: verified and returned. */
  readonly decided: number;
  readonly verified: number;
  readonly returned: number;
  /** Decisions taken back in this week. */
  readonly undone: number;
}

export interface ReviewerPace {
  /** User id, or the name where the history was imported. */
  readonly key: string;
  readonly name: string;
  readonly decided: number;
  readonly returned: number;
  readonly undone: number;
  /** Decisions that stand, week by week as in `weeks`. */
  readonly byWeek: readonly number[];
}

export interface ReviewPace {
  readonly asOf: CivilDate;
  readonly from: CivilDate;
  /** Oldest first. */
  readonly weeks: readonly WeekPace[];
  /** Most decisions first. */
  readonly reviewers: readonly ReviewerPace[];
  readonly waiting: {
    readonly count: number;
    /** null when nothing waits */
    readonly medianDays: number | null;
    readonly oldestDays: number | null;
    readonly bands: readonly { readonly key: WaitingBandKey; readonly count: number }[];
  };
  readonly rate: {
    readonly from: CivilDate;
    readonly decided: number;
    readonly returned: number;
    readonly undone: number;
    /** Returned of decided; null when nothing was decided. */
    readonly ratio: number | null;
    readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  };
  readonly comeBack: {
    /** Returns of the window that stand. */
    readonly returned: number;
    /** …after which the body claimed again by the as-of day. */
    readonly cameBack: number;
    /** Median days from the return to the new claim. */
    readonly medianDays: number | null;
    /** …that were the second or a later return of the same milestone within the window. */
    readonly returnedAgain: number;
  };
}

export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** First day of the pace's window: the Saturday seven weeks before the running one. */
export function paceWindowStart(asOf: CivilDate): CivilDate {
  return addDays(saturdayOf(asOf), -7 * (PACE_WEEKS - 1));
}

export const rateWindowStart = (asOf: CivilDate): CivilDate => addDays(asOf, 1 - RATE_DAYS);

const placeOf = ({ bodyId, milestoneId }: ReviewEvent) => `${bodyId}:${milestoneId}`;

/** Ids of decisions that were taken back. An undo without a reference takes back the milestone's latest decision. */
export function undoneDecisions(events: readonly ReviewEvent[]): ReadonlySet<number> {
  const latest = new Map<string, number>();
  const undone = new Set<number>();
  for (const event of events) {
    if (event.kind === 'verify' || event.kind === 'return') latest.set(placeOf(event), event.id);
    if (event.kind !== 'undo') continue;
    const target = event.refersTo ?? latest.get(placeOf(event));
    if (target !== undefined) undone.add(target);
  }
  return undone;
}

/** The reason of a return: its first line. What a reviewer added stands below it. */
export function reasonOf(note: string | null): string {
  return (note ?? '').split('\n')[0]?.trim() ?? '';
}

function reasonsOf(returns: readonly ReviewEvent[]): { reason: string; count: number }[] {
  const counts = new Map<string, { reason: string; count: number }>();
  for (const { note } of returns) {
    const reason = reasonOf(note);
    if (reason === '') continue;
    const key = normaliseForMatch(reason);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { reason, count: 1 });
  }
  // a stable sort: what is equally frequent keeps the order of its first return
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, REASONS_NAMED);
}

function reviewersOf(
  standing: readonly ReviewEvent[],
  undos: readonly ReviewEvent[],
  weekOf: (event: ReviewEvent) => number,
): ReviewerPace[] {
  const reviewers = new Map<string, { -readonly [K in keyof ReviewerPace]: ReviewerPace[K] } & { byWeek: number[] }>();
  const of = ({ actorId, actorName }: ReviewEvent) => {
    const key = actorId ?? actorName;
    const known = reviewers.get(key);
    if (known) {
      known.name = actorName;
      return known;
    }
    const fresh = {
      key,
      name: actorName,
      decided: 0,
      returned: 0,
      undone: 0,
      byWeek: Array<number>(PACE_WEEKS).fill(0),
    };
    reviewers.set(key, fresh);
    return fresh;
  };
  for (const event of standing) {
    const reviewer = of(event);
    const week = weekOf(event);
    reviewer.decided += 1;
    reviewer.byWeek[week] = (reviewer.byWeek[week] ?? 0) + 1;
    if (event.kind === 'return') reviewer.returned += 1;
  }
  for (const event of undos) of(event).undone += 1;
  return [...reviewers.values()].sort((a, b) => b.decided - a.decided || (a.key < b.key ? -1 : 1));
}

function comeBackOf(events: readonly ReviewEvent[], undone: ReadonlySet<number>): ReviewPace['comeBack'] {
  const open = new Map<string, ReviewEvent>();
  const returnedBefore = new Set<string>();
  const days: number[] = [];
  let returned = 0;
  let returnedAgain = 0;
  for (const event of events) {
    const place = placeOf(event);
    if (event.kind === 'return' && !undone.has(event.id)) {
      returned += 1;
      if (returnedBefore.has(place)) returnedAgain += 1;
      returnedBefore.add(place);
      open.set(place, event);
    }
    const back = event.kind === 'claim' ? open.get(place) : undefined;
    if (back === undefined) continue;
    days.push(daysBetween(back.recordedOn, event.recordedOn));
    open.delete(place);
  }
  return { returned, cameBack: days.length, medianDays: medianOf(days), returnedAgain };
}

/**
 * The pace of those who review, as of a day. A decision that was taken back is no decision; it is counted as undone, in the week of the
 * undo, for whoever took it back.
 *
 * @param events claims, verifications, returns and undos recorded from `paceWindowStart(asOf)` to `asOf`, in the order of recording
 * @param waitingDays days each claim has waited that waits at the end of `asOf`
 */
export function calculateReviewPace(
  events: readonly ReviewEvent[],
  waitingDays: readonly number[],
  asOf: CivilDate,
): ReviewPace {
  const from = paceWindowStart(asOf);
  const known = events.filter(({ recordedOn }) => from <= recordedOn && recordedOn <= asOf);
  const undone = undoneDecisions(known);
  const standing = known.filter(({ id, kind }) => (kind === 'verify' || kind === 'return') && !undone.has(id));
  const undos = known.filter(({ kind }) => kind === 'undo');
  const weekOf = ({ recordedOn }: ReviewEvent) => Math.floor(daysBetween(from, recordedOn) / 7);

  const weeks = Array.from({ length: PACE_WEEKS }, (_, index): WeekPace => {
    const startOn = addDays(from, 7 * index);
    const own = standing.filter((event) => weekOf(event) === index);
    const returned = own.filter(({ kind }) => kind === 'return').length;
    const friday = fridayOf(startOn);
    return {
      startOn,
      endOn: friday < asOf ? friday : asOf,
      decided: own.length,
      verified: own.length - returned,
      returned,
      undone: undos.filter((event) => weekOf(event) === index).length,
    };
  });

  const rateFrom = rateWindowStart(asOf);
  const recent = standing.filter(({ recordedOn }) => recordedOn >= rateFrom);
  const returns = recent.filter(({ kind }) => kind === 'return');
  return {
    asOf,
    from,
    weeks,
    reviewers: reviewersOf(standing, undos, weekOf),
    waiting: {
      count: waitingDays.length,
      medianDays: medianOf(waitingDays),
      oldestDays: waitingDays.length === 0 ? null : Math.max(...waitingDays),
      bands: WAITING_BANDS.map(({ key }) => ({
        key,
        count: waitingDays.filter((days) => waitingBandOf(days) === key).length,
      })),
    },
    rate: {
      from: rateFrom,
      decided: recent.length,
      returned: returns.length,
      undone: undos.filter(({ recordedOn }) => recordedOn >= rateFrom).length,
      ratio: recent.length === 0 ? null : returns.length / recent.length,
      reasons: reasonsOf(returns),
    },
    comeBack: comeBackOf(known, undone),
  };
}
