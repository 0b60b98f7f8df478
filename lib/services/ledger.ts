import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Db } from '@/db/client';
import { listEventsAfter, newestEventId, type LedgerEvent } from '@/db/queries/ledger-events';
import { listReferenceVersions, referenceFingerprint } from '@/db/queries/reference-versions';
import { eachDay, type CivilDate } from '@/lib/calendar/civil-date';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import type { PairFigures } from '@/lib/domain/figures';
import { MilestoneTimeline } from '@/lib/domain/milestone-history';
import { NOT_STARTED, type MilestoneEvent, type MilestoneState } from '@/lib/domain/milestone-state';
import { calculatePairFigures, recentPaceWindow } from '@/lib/domain/pair-figures';
import type { Milestone, Pair, Reference } from '@/lib/domain/reference';
import { referenceAsOf, referenceBoundaries, type ReferenceHistory } from '@/lib/domain/reference-as-of';
import { listReferenceChanges, type ReferenceChange } from '@/lib/domain/reference-changes';
import { guidanceChanges, type GuidanceChange } from '@/lib/domain/reminders';
import type { OwnReport } from '@/lib/domain/reporting-rate';
import { EVENT_KINDS, MILESTONE_EVENTS, type EventKind } from '@/lib/domain/vocabulary';
import { LruCache } from './lru-cache';
import { toReferenceHistory } from './reference-history';

/** All pairs of one day with their figures; the reference is the one known on that day. */
export interface DaySnapshot {
  readonly asOf: CivilDate;
  readonly reference: Reference;
  /** In the order of `reference.pairs`. */
  readonly figures: readonly PairFigures[];
}

/** The three ratios of every pair on one day, small enough to keep for every day of the history. */
export interface DayRatios {
  readonly pairs: readonly Pair[];
  /** 1 where the pair is wholly exempt. */
  readonly exempt: Uint8Array;
  readonly planned: Float64Array;
  readonly claimed: Float64Array;
  readonly verified: Float64Array;
  /** Milestones that count, and those of them due by the baseline, claimed or verified, and verified. */
  readonly counts: MilestoneCounts;
}

/** Milestones of each pair, counted one by one without their weights. */
export interface MilestoneCounts {
  readonly total: Uint16Array;
  readonly planned: Uint16Array;
  readonly claimed: Uint16Array;
  readonly verified: Uint16Array;
}

function countMilestones(figures: PairFigures, day: CivilDate, index: number, counts: MilestoneCounts): void {
  for (const { milestone, state } of figures.milestones) {
    if (state.state === 'exempt') continue;
    counts.total[index] = (counts.total[index] ?? 0) + 1;
    if (milestone.baselineDueOn <= day) counts.planned[index] = (counts.planned[index] ?? 0) + 1;
    if (state.state === 'claimed' || state.state === 'verified')
      counts.claimed[index] = (counts.claimed[index] ?? 0) + 1;
    if (state.state === 'verified') counts.verified[index] = (counts.verified[index] ?? 0) + 1;
  }
}

/** A request, objection or other body event that may still wait for its answer. */
export interface BodyMatter {
  readonly event: LedgerEvent;
  answeredOn: CivilDate | null;
}

const SNAPSHOTS_KEPT = 16;
const VIEWS_KEPT = 800;
/** Parts of pages, compressed: some 100 kB each, of which a tenth is kept. */
const PAGES_KEPT = 256;
const MILESTONE_EVENT_KINDS: ReadonlySet<EventKind> = new Set(MILESTONE_EVENTS);

/** As little of an event as counting needs. */
interface CountedEvent {
  readonly bodyId: number;
  readonly milestoneId: number | null;
  readonly kindIndex: number;
}

/**
 * The history as figures need it, kept in memory beside one database: the end-of-day state of each milestone of each body. It follows new
 * events by id and starts over when reference data changed. A day before the newest event is final, so what was computed for it stays.
 */
export class Ledger {
  readonly #db: Db;
  #fingerprint = '';
  #newestEventId = 0;
  #newestRecordedOn: CivilDate | null = null;
  /** Grows whenever something that was computed before may be outdated. */
  #generation = 0;
  #history: ReferenceHistory | null = null;
  #boundaries: CivilDate[] = [];
  readonly #references = new Map<number, Reference>();
  readonly #timelines = new Map<string, MilestoneTimeline>();
  readonly #ownReports = new Map<number, OwnReport[]>();
  readonly #matters = new Map<number, BodyMatter>();
  readonly #eventsByDay = new Map<CivilDate, CountedEvent[]>();
  readonly #snapshots = new LruCache<CivilDate, DaySnapshot>(SNAPSHOTS_KEPT);
  readonly #ratios = new Map<CivilDate, DayRatios>();
  /** Keys begin with the day they depend on. */
  readonly #views = new LruCache<string, { readonly value: unknown }>(VIEWS_KEPT);
  readonly #pages = new LruCache<string, Buffer>(PAGES_KEPT);

  constructor(db: Db) {
    this.#db = db;
  }

  /** Takes in what was recorded since the last call. Cheap when nothing was. */
  refresh(): this {
    // What a transaction has written may still be rolled back.
    if (this.#db.$client.inTransaction) return this;
    const fingerprint = referenceFingerprint(this.#db);
    if (fingerprint !== this.#fingerprint) this.#startOver(fingerprint);
    if (newestEventId(this.#db) !== this.#newestEventId) {
      let firstDay: CivilDate | null = null;
      for (const event of listEventsAfter(this.#db, this.#newestEventId)) {
        firstDay ??= event.recordedOn;
        this.#take(event);
      }
      if (firstDay !== null) this.#forgetFrom(firstDay);
    }
    return this;
  }

  get generation(): number {
    return this.#generation;
  }

  get newestRecordedOn(): CivilDate | null {
    return this.#newestRecordedOn;
  }

  /** Everything besides events, as known on a day. Days between two changes share one object. */
  reference(day: CivilDate): Reference {
    let epoch = 0;
    let high = this.#boundaries.length;
    while (epoch < high) {
      const middle = (epoch + high) >> 1;
      if ((this.#boundaries[middle] as CivilDate) <= day) epoch = middle + 1;
      else high = middle;
    }
    let reference = this.#references.get(epoch);
    if (reference === undefined) {
      reference = referenceAsOf(this.#history ?? toReferenceHistory(listReferenceVersions(this.#db)), day);
      this.#references.set(epoch, reference);
    }
    return reference;
  }

  /** The days after `from`, up to `to`, on which rules, programme or bodies changed. */
  referenceChanges(programmeId: number, from: CivilDate, to: CivilDate): ReferenceChange[] {
    return this.#history === null ? [] : listReferenceChanges(this.#history, programmeId, from, to);
  }

  /** Milestones whose guidance was put otherwise between two days. */
  guidanceChanges(from: CivilDate, to: CivilDate): GuidanceChange[] {
    return this.#history === null ? [] : guidanceChanges(this.#history.milestones, from, to);
  }

  state(bodyId: number, milestoneId: number, day: CivilDate): MilestoneState {
    return this.#timelines.get(`${bodyId}:${milestoneId}`)?.at(day) ?? NOT_STARTED;
  }

  snapshot(asOf: CivilDate): DaySnapshot {
    const known = this.#snapshots.get(asOf);
    if (known) return known;
    const reference = this.reference(asOf);
    const window = recentPaceWindow(asOf);
    const figures = reference.pairs.map((pair) =>
      calculatePairFigures(pair, this.#stateOf(pair, asOf), asOf, reference.thresholds, window),
    );
    const snapshot = { asOf, reference, figures };
    this.#snapshots.set(asOf, snapshot);
    return snapshot;
  }

  ratios(day: CivilDate): DayRatios {
    const known = this.#ratios.get(day);
    if (known) return known;
    const { pairs, thresholds } = this.reference(day);
    const window = recentPaceWindow(day);
    const ratios: DayRatios = {
      pairs,
      exempt: new Uint8Array(pairs.length),
      planned: new Float64Array(pairs.length),
      claimed: new Float64Array(pairs.length),
      verified: new Float64Array(pairs.length),
      counts: {
        total: new Uint16Array(pairs.length),
        planned: new Uint16Array(pairs.length),
        claimed: new Uint16Array(pairs.length),
        verified: new Uint16Array(pairs.length),
      },
    };
    pairs.forEach((pair, index) => {
      const figures = calculatePairFigures(pair, this.#stateOf(pair, day), day, thresholds, window);
      ratios.exempt[index] = figures.isExempt ? 1 : 0;
      ratios.planned[index] = figures.plannedRatio;
      ratios.claimed[index] = figures.claimedRatio;
      ratios.verified[index] = figures.verifiedRatio;
      countMilestones(figures, day, index, ratios.counts);
    });
    this.#ratios.set(day, ratios);
    return ratios;
  }

  /** The latest day on or before `day` on which the body itself reported. */
  lastOwnReportOn(bodyId: number, day: CivilDate): CivilDate | null {
    const reports = this.#ownReports.get(bodyId) ?? [];
    let low = 0;
    let high = reports.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reports[middle] as OwnReport).recordedOn <= day) low = middle + 1;
      else high = middle;
    }
    return reports[low - 1]?.recordedOn ?? null;
  }

  /** Own reports between two days, the earliest of each body and day. */
  ownReports(from: CivilDate, to: CivilDate): OwnReport[] {
    return [...this.#ownReports.values()].flatMap((reports) =>
      reports.filter(({ recordedOn }) => from <= recordedOn && recordedOn <= to),
    );
  }

  /** Requests and objections recorded on or before a day and not answered by then, oldest first. */
  openMatters(day: CivilDate): LedgerEvent[] {
    return [...this.#matters.values()]
      .filter(({ event, answeredOn }) => event.recordedOn <= day && (answeredOn === null || answeredOn > day))
      .map(({ event }) => event);
  }

  /**
   * How many events of each kind were recorded between two days, indexed like EVENT_KINDS.
   * @param isWanted about a body, and about one of its milestones unless that is null
   */
  eventCounts(
    from: CivilDate,
    to: CivilDate,
    isWanted: (bodyId: number, milestoneId: number | null) => boolean,
  ): readonly number[] {
    const counts = EVENT_KINDS.map(() => 0);
    for (const day of eachDay(from, to)) {
      for (const { bodyId, milestoneId, kindIndex } of this.#eventsByDay.get(day) ?? []) {
        if (isWanted(bodyId, milestoneId)) counts[kindIndex] = (counts[kindIndex] ?? 0) + 1;
      }
    }
    return counts;
  }

  /**
   * Keeps a result that depends on nothing recorded after `day`.
   * @param name what it is and every input it depends on besides the history
   */
  view<T>(day: CivilDate, name: string, compute: () => T): T {
    const key = `${day} ${name}`;
    const known = this.#views.get(key);
    if (known) return known.value as T;
    const value = compute();
    this.#views.set(key, { value });
    return value;
  }

  /** As `view`, for the text of a drawn part of a page. */
  page(day: CivilDate, name: string, draw: () => string): string {
    const key = `${day} ${name}`;
    const known = this.#pages.get(key);
    if (known) return inflateRawSync(known).toString();
    const text = draw();
    this.#pages.set(key, deflateRawSync(text, { level: 1 }));
    return text;
  }

  #stateOf(pair: Pair, day: CivilDate): (milestone: Milestone) => MilestoneState {
    return (milestone) => this.state(pair.body.id, milestone.id, day);
  }

  #startOver(fingerprint: string): void {
    this.#history = toReferenceHistory(listReferenceVersions(this.#db));
    this.#boundaries = referenceBoundaries(this.#history);
    this.#fingerprint = fingerprint;
    this.#newestEventId = 0;
    this.#newestRecordedOn = null;
    this.#generation += 1;
    for (const kept of [this.#references, this.#timelines, this.#ownReports, this.#matters, this.#eventsByDay])
      kept.clear();
    this.#snapshots.clear();
    this.#ratios.clear();
    this.#views.clear();
    this.#pages.clear();
  }

  #forgetFrom(day: CivilDate): void {
    this.#generation += 1;
    this.#snapshots.deleteWhere((kept) => kept >= day);
    for (const kept of this.#ratios.keys()) if (kept >= day) this.#ratios.delete(kept);
    this.#views.deleteWhere((key) => key.slice(0, day.length) >= day);
    this.#pages.deleteWhere((key) => key.slice(0, day.length) >= day);
  }

  #take(event: LedgerEvent): void {
    this.#newestEventId = event.id;
    this.#newestRecordedOn = event.recordedOn;
    this.#count(event);
    if (event.side === 'body') this.#takeOwnReport(event);
    if (event.kind === 'request' || event.kind === 'objection')
      this.#matters.set(event.id, { event, answeredOn: null });
    if ((event.kind === 'request_answer' || event.kind === 'objection_answer') && event.refersTo !== null) {
      const matter = this.#matters.get(event.refersTo);
      if (matter) matter.answeredOn = event.recordedOn;
    }
    if (event.milestoneId === null || !MILESTONE_EVENT_KINDS.has(event.kind)) return;
    const milestoneId = event.milestoneId;
    const key = `${event.bodyId}:${milestoneId}`;
    let timeline = this.#timelines.get(key);
    if (!timeline) this.#timelines.set(key, (timeline = new MilestoneTimeline()));
    timeline.append(event as LedgerEvent & MilestoneEvent, (day) => this.#dueContext(milestoneId, day));
  }

  #dueContext(milestoneId: number, day: CivilDate) {
    const { milestones, workCalendar, thresholds } = this.reference(day);
    const milestone = milestones.find(({ id }) => id === milestoneId);
    return {
      // A milestone that was withdrawn meanwhile keeps its events; nothing counts them, so any day will do.
      baselineDueOn: milestone?.baselineDueOn ?? day,
      workCalendar,
      returnGraceWorkingDays: thresholds.returnGraceWorkingDays,
    };
  }

  #takeOwnReport(event: LedgerEvent): void {
    let reports = this.#ownReports.get(event.bodyId);
    if (!reports) this.#ownReports.set(event.bodyId, (reports = []));
    if (reports.at(-1)?.recordedOn === event.recordedOn) return;
    reports.push({
      bodyId: event.bodyId,
      recordedOn: event.recordedOn,
      recordedTime: event.isImported ? null : toTehranTime(event.recordedAt).time,
    });
  }

  #count({ recordedOn, bodyId, milestoneId, kind }: LedgerEvent): void {
    const counted = { bodyId, milestoneId, kindIndex: EVENT_KINDS.indexOf(kind) };
    const day = this.#eventsByDay.get(recordedOn);
    if (day) day.push(counted);
    else this.#eventsByDay.set(recordedOn, [counted]);
  }
}

// Kept on globalThis, since the server's bundles may hold this module more than once.
const LEDGERS = Symbol.for('mizban.ledgers');
type WithLedgers = typeof globalThis & { [LEDGERS]?: WeakMap<object, Ledger> };

/** The ledger of a database, up to date. */
export function getLedger(db: Db): Ledger {
  const holder = globalThis as WithLedgers;
  const ledgers = (holder[LEDGERS] ??= new WeakMap());
  let ledger = ledgers.get(db);
  if (!ledger) ledgers.set(db, (ledger = new Ledger(db)));
  return ledger.refresh();
}
