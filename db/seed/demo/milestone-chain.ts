import type { CivilDate } from '@/lib/calendar/civil-date';
import type { WorkCalendar } from '@/lib/calendar/working-days';
import { NOT_STARTED, type MilestoneState } from '@/lib/domain/milestone-state';
import { DEFAULT_THRESHOLDS, type Body, type Milestone, type Track } from '@/lib/domain/reference';
import { applyEvent, checkAttempt, effectiveDueOn, sideOfKind } from '@/lib/domain/transitions';
import type {
  AnswerOutcome,
  BlockCause,
  EventKind,
  MilestoneEventKind,
  RequestKind,
  Turn,
} from '@/lib/domain/vocabulary';

export type SampleBody = Pick<Body, 'code' | 'category' | 'districtCode' | 'providesPublicService'>;
export type SampleMilestone = Pick<
  Milestone,
  'code' | 'position' | 'actor' | 'baselineDueOn' | 'evidenceKinds' | 'appliesTo' | 'weightPoints'
> & { readonly track: string };
export type SampleTrack = Pick<Track, 'code' | 'startOn' | 'deadlineOn'>;

/** What the sample history is made for: the bodies and the programme, as the reference files give them. */
export interface SampleReference {
  readonly bodies: readonly SampleBody[];
  readonly tracks: readonly SampleTrack[];
  readonly milestones: readonly SampleMilestone[];
  readonly workCalendar: WorkCalendar;
}

/** One row of the sample history, in the columns of `import history`, with what only requests and their answers need. */
export interface HistoryRow {
  readonly code: string;
  /** Null for events about the body itself. */
  readonly milestone: string | null;
  readonly event: EventKind;
  readonly occurredOn: CivilDate;
  readonly recordedOn: CivilDate;
  /** Minute of the day, for the order of the day only. */
  readonly minute: number;
  readonly note: string | null;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
  readonly dueOn: CivilDate | null;
  readonly requestKind: RequestKind | null;
  readonly outcome: AnswerOutcome | null;
}

export interface ChainStep {
  readonly recordedOn: CivilDate;
  readonly occurredOn?: CivilDate;
  readonly note?: string | null;
  readonly cause?: BlockCause;
  readonly turn?: Turn;
  readonly dueOn?: CivilDate;
}

/**
 * The history of one milestone of one body, grown event by event. Each event is checked by the rules of the domain, so an illegal sample
 * cannot be made. What would lie after the last day is left out, and everything that would follow it.
 */
export class MilestoneChain {
  readonly rows: HistoryRow[] = [];
  #state: MilestoneState = NOT_STARTED;
  #isOver = false;

  constructor(
    readonly body: SampleBody,
    readonly milestone: SampleMilestone,
    private readonly workCalendar: WorkCalendar,
    private readonly until: CivilDate,
    /** A minute of a working day for an event of the body or of the governorate. */
    private readonly minuteOf: (kind: MilestoneEventKind) => number,
  ) {}

  get state(): MilestoneState {
    return this.#state;
  }

  get dueOn(): CivilDate {
    return effectiveDueOn(this.#state, this.milestone.baselineDueOn);
  }

  get lastRecordedOn(): CivilDate | null {
    return this.rows.at(-1)?.recordedOn ?? null;
  }

  /** Nothing more happens on this milestone before the last day. */
  get isOver(): boolean {
    return this.#isOver;
  }

  end(): void {
    this.#isOver = true;
  }

  /** Adds an event; false if the history is over. @throws Error if the rules of the domain refuse it */
  add(kind: MilestoneEventKind, step: ChainStep): boolean {
    if (this.#isOver || step.recordedOn > this.until) {
      this.#isOver = true;
      return false;
    }
    const previous = this.rows.at(-1);
    if (previous !== undefined && previous.recordedOn > step.recordedOn) {
      throw new Error(`${this.body.code} ${this.milestone.code}: ${kind} would be recorded before ${previous.event}`);
    }
    const event = {
      id: this.rows.length + 1,
      kind,
      occurredOn: step.occurredOn ?? step.recordedOn,
      recordedOn: step.recordedOn,
      actorId: null,
      side: sideOfKind(kind),
      note: step.note ?? null,
      cause: step.cause ?? null,
      turn: step.turn ?? null,
      dueOn: step.dueOn ?? null,
    } as const;
    const check = checkAttempt(
      this.#state,
      { ...event, evidenceKinds: [], isImported: true },
      {
        milestoneActor: this.milestone.actor,
        expectedEvidence: this.milestone.evidenceKinds,
        baselineDueOn: this.milestone.baselineDueOn,
      },
    );
    if (!check.ok) throw new Error(`${this.body.code} ${this.milestone.code}: ${kind} is refused, ${check.reason}`);
    this.#state = applyEvent(this.#state, event, {
      baselineDueOn: this.milestone.baselineDueOn,
      workCalendar: this.workCalendar,
      returnGraceWorkingDays: DEFAULT_THRESHOLDS.returnGraceWorkingDays,
    });
    const wanted = this.minuteOf(kind);
    const minute = previous?.recordedOn === step.recordedOn ? Math.max(wanted, previous.minute + 7) : wanted;
    this.rows.push({
      code: this.body.code,
      milestone: this.milestone.code,
      event: kind,
      occurredOn: event.occurredOn,
      recordedOn: event.recordedOn,
      minute,
      note: event.note,
      cause: event.cause,
      turn: event.turn,
      dueOn: event.dueOn,
      requestKind: null,
      outcome: null,
    });
    return true;
  }
}

/** A row about a body, or a request about one of its milestones: nothing that moves a state. */
export function bodyRow(
  body: SampleBody,
  event: EventKind,
  recordedOn: CivilDate,
  minute: number,
  extra: Partial<Pick<HistoryRow, 'milestone' | 'note' | 'dueOn' | 'requestKind' | 'outcome' | 'occurredOn'>> = {},
): HistoryRow {
  return {
    code: body.code,
    milestone: extra.milestone ?? null,
    event,
    occurredOn: extra.occurredOn ?? recordedOn,
    recordedOn,
    minute,
    note: extra.note ?? null,
    cause: null,
    turn: null,
    dueOn: extra.dueOn ?? null,
    requestKind: extra.requestKind ?? null,
    outcome: extra.outcome ?? null,
  };
}
