import type { Db } from '@/db/client';
import {
  listMilestoneEvents,
  newestEdition,
  newestEventDay,
  prepareEventInsert,
  type ImportedEvent,
} from '@/db/queries/imports';
import { earliestProgrammeStart } from '@/db/queries/programmes';
import { formatJalali } from '@/lib/calendar/jalali';
import { maxDate, type CivilDate } from '@/lib/calendar/civil-date';
import type { ImportColumn, RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { NOT_STARTED, type MilestoneEvent, type MilestoneState } from '@/lib/domain/milestone-state';
import { appliesTo, type Body, type Milestone } from '@/lib/domain/reference';
import { applyEvent, checkAttempt, sideOfKind, type RefusalReason } from '@/lib/domain/transitions';
import type { BlockCause, EventSide } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { IMPORT_ACTOR_NAME } from '@/lib/messages/imports';
import { toLatinDigits } from '@/lib/text/digits';
import { matchKey } from '@/lib/text/normalise';
import { HISTORY_COLUMNS } from '@/lib/validation/imports';
import { recordAudit } from '../audit';
import { authorise, type ServiceContext } from '../service-context';
import { fingerprint } from './fingerprint';
import { findTable } from './find-header';
import { ReferenceByDay } from './history-reference';
import { importTransaction } from './import-transaction';
import { isMilestoneEvent, readHistoryRow, toReaders, type HistoryRow } from './history-rows';
import { readTable, type ImportFile } from './read-table';
import type { RowReader } from './row-reader';

export interface HistoryImportResult {
  readonly fileName: string;
  readonly sha256: string;
  readonly isWritten: boolean;
  readonly dataRows: number;
  /** Events that are, or without `isWritten` would be, recorded. */
  readonly created: number;
  readonly firstRecordedOn: CivilDate | null;
  readonly lastRecordedOn: CivilDate | null;
  readonly errors: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
}

/**
 * Takes in a history of events (.csv or .xlsx): row by row, in order, by the rules of DOMAIN §4, with the exemptions of imported rows (no
 * evidence, no check of persons). `recordedOn` may lie in the past, in order, but not before what is already recorded or issued.
 * All or nothing. Rows are marked as imported.
 *
 * @throws AppError `forbidden`, `no_programme`, `read_only_clock`, `file_unreadable`, `file_too_large`, `import_refused`
 */
export async function importHistory(
  ctx: ServiceContext,
  file: ImportFile,
  options: { readonly dryRun?: boolean } = {},
): Promise<HistoryImportResult> {
  authorise(ctx, 'history.import');
  const today = ctx.clock.today();
  const programmeStart = earliestProgrammeStart(ctx.db, today);
  if (programmeStart === null) throw new AppError('no_programme');
  const table = findTable(file.fileName, await readTable(file), HISTORY_COLUMNS);

  return importTransaction(ctx, options.dryRun === true, (tx) => {
    const readers = toReaders(table.rows);
    const replay = new Replay(ctx.db, today, programmeStart);
    for (const reader of readers) {
      const row = readHistoryRow(reader);
      if (row === null) replay.skip(reader);
      else replay.take(row);
    }
    const errors = readers.flatMap((reader) => reader.problems);
    const isWritten = options.dryRun !== true && errors.length === 0;
    const { events } = replay;
    const result: HistoryImportResult = {
      fileName: file.fileName,
      sha256: fingerprint(file.bytes),
      isWritten,
      dataRows: readers.length,
      created: events.length,
      firstRecordedOn: events[0]?.recordedOn ?? null,
      lastRecordedOn: events.at(-1)?.recordedOn ?? null,
      errors,
      warnings: readers.flatMap((reader) => reader.warnings),
    };
    if (isWritten) {
      insertEvents(ctx, events);
      const { sha256, dataRows, created, firstRecordedOn, lastRecordedOn } = result;
      recordAudit(ctx, tx, {
        action: 'import.history',
        subjectType: 'import',
        subjectKey: file.fileName,
        details: { sha256, dataRows, created, firstRecordedOn, lastRecordedOn },
      });
    }
    return result;
  });
}

type PlannedEvent = Omit<ImportedEvent, 'recordedAt' | 'actorName'>;

/** Events of the file have no id before they are written; until then the n-th has −n. */
const provisionalId = (index: number) => -(index + 1);

function insertEvents(ctx: ServiceContext, events: readonly PlannedEvent[]): void {
  const insert = prepareEventInsert(ctx.db);
  const recordedAt = ctx.clock.now().toISOString();
  const ids: number[] = [];
  for (const event of events) {
    const { refersTo } = event;
    const target = refersTo !== null && refersTo < 0 ? (ids[provisionalId(refersTo)] ?? null) : refersTo;
    ids.push(insert({ ...event, refersTo: target, recordedAt, actorName: IMPORT_ACTOR_NAME }));
  }
}

/** Walks through the rows as if each were recorded on its own day, and keeps the state of every milestone on the way. */
class Replay {
  readonly events: PlannedEvent[] = [];
  readonly #reference: ReferenceByDay;
  readonly #today: CivilDate;
  readonly #programmeStart: CivilDate;
  readonly #newestEventOn: CivilDate | null;
  readonly #edition: { number: number; issuedOn: CivilDate } | null;
  readonly #states = new Map<string, MilestoneState>();
  /** Milestones of bodies with a row that was refused: what follows it would only repeat the complaint. */
  readonly #broken = new Set<string>();
  #previousOn: CivilDate | null = null;

  constructor(db: Db, today: CivilDate, programmeStart: CivilDate) {
    this.#today = today;
    this.#programmeStart = programmeStart;
    this.#reference = new ReferenceByDay(db);
    this.#newestEventOn = newestEventDay(db);
    this.#edition = newestEdition(db);
    for (const event of listMilestoneEvents(db)) {
      if (!isMilestoneEvent(event.kind)) continue;
      const key = `${event.bodyId}:${event.milestoneId}`;
      const context = this.#reference.dueContext(event.milestoneId, event.recordedOn);
      this.#states.set(key, applyEvent(this.#states.get(key) ?? NOT_STARTED, event, context));
    }
  }

  /** A row that could not be read may have been about any milestone of its body. */
  skip(reader: RowReader): void {
    this.#broken.add(`${reader.text('code')} ${matchKey(reader.text('milestone'))}`);
  }

  take(row: HistoryRow): void {
    const { reader, recordedOn } = row;
    this.#checkDays(row);
    const body = this.#findBody(row);
    const milestone = row.milestone === '' ? null : this.#findMilestone(row, body);
    const brokenKey = `${reader.text('code')} ${matchKey(row.milestone)}`;
    if (!reader.isSound || body === null) {
      this.#broken.add(brokenKey);
      return;
    }
    if (this.#previousOn === null || recordedOn > this.#previousOn) this.#previousOn = recordedOn;
    let refersTo: number | null = null;
    if (isMilestoneEvent(row.kind)) {
      if (milestone === null || this.#broken.has(brokenKey)) return;
      const before = this.#states.get(`${body.id}:${milestone.id}`) ?? NOT_STARTED;
      if (!this.#apply(row, { ...row, kind: row.kind }, body, milestone)) {
        this.#broken.add(brokenKey);
        return;
      }
      refersTo = row.kind === 'undo' ? (before.undoable?.eventId ?? null) : null;
    }
    const { kind, occurredOn, note, cause, turn, dueOn } = row;
    this.events.push({
      kind,
      bodyId: body.id,
      milestoneId: milestone?.id ?? null,
      occurredOn,
      recordedOn,
      side: sideOf(row),
      note,
      cause,
      turn,
      dueOn,
      refersTo,
    });
  }

  #checkDays({ reader, recordedOn }: HistoryRow): void {
    const day = formatJalali(recordedOn);
    const fail = (problem: RowProblem['problem']) => reader.fail('recordedOn', problem);
    if (recordedOn > this.#today) {
      fail({ reason: 'recorded_in_future', day, today: formatJalali(this.#today) });
    } else if (this.#previousOn !== null && recordedOn < this.#previousOn) {
      fail({ reason: 'recorded_out_of_order', day, previous: formatJalali(this.#previousOn) });
    } else if (this.#newestEventOn !== null && recordedOn < this.#newestEventOn) {
      fail({ reason: 'recorded_before_newest', day, newest: formatJalali(this.#newestEventOn) });
    } else if (this.#edition !== null && recordedOn < this.#edition.issuedOn) {
      const { number, issuedOn } = this.#edition;
      fail({ reason: 'recorded_before_edition', day, issuedOn: formatJalali(issuedOn), number });
    } else if (recordedOn < this.#programmeStart) {
      fail({ reason: 'recorded_before_programme', day, start: formatJalali(this.#programmeStart) });
    }
  }

  #findBody({ reader, code, recordedOn }: HistoryRow): Body | null {
    // Before the programme's start nothing is known; the day is the problem then, not the body.
    const day = maxDate(recordedOn, this.#programmeStart);
    const body = this.#reference.on(day).bodies.get(code);
    if (body) return body;
    if (!this.#reference.bodyCodes.has(code)) return reader.fail('code', { reason: 'unknown_body', value: code });
    return reader.fail('code', { reason: 'body_did_not_exist', code, day: formatJalali(recordedOn) });
  }

  /** `ED5`, or `PROGRAMME:ED5` where two programmes use one code. */
  #findMilestone({ reader, milestone: text, recordedOn }: HistoryRow, body: Body | null): Milestone | null {
    const day = maxDate(recordedOn, this.#programmeStart);
    const colon = text.lastIndexOf(':');
    const code = toLatinDigits(text.slice(colon + 1))
      .replace(/[\s\u200c]/g, '')
      .toUpperCase();
    const named = this.#reference.on(day).milestonesByCode.get(code) ?? [];
    const programme = colon < 0 ? null : matchKey(text.slice(0, colon));
    const meant = programme === null ? named : named.filter((entry) => matchKey(entry.programme) === programme);
    const fitting = body === null ? meant : meant.filter(({ milestone }) => appliesTo(milestone, body));
    if (meant.length === 0) return reader.fail('milestone', { reason: 'unknown_milestone', value: text });
    if (body === null) return null;
    if (fitting.length === 0)
      return reader.fail('milestone', { reason: 'milestone_not_for_body', value: text, code: body.code });
    if (fitting.length === 1) return fitting[0]?.milestone ?? null;
    const programmes = fitting.map((entry) => entry.programme);
    return reader.fail('milestone', { reason: 'several_milestones', value: text, programmes });
  }

  #apply(row: HistoryRow, event: { readonly kind: MilestoneEvent['kind'] }, body: Body, milestone: Milestone): boolean {
    const key = `${body.id}:${milestone.id}`;
    const state = this.#states.get(key) ?? NOT_STARTED;
    const context = this.#reference.dueContext(milestone.id, row.recordedOn);
    const { occurredOn, recordedOn, note, cause, turn, dueOn } = row;
    const attempt = { kind: event.kind, occurredOn, recordedOn, actorId: null, note, cause, turn, dueOn };
    const verdict = checkAttempt(
      state,
      { ...attempt, evidenceKinds: [], isImported: true },
      {
        milestoneActor: milestone.actor,
        expectedEvidence: milestone.evidenceKinds,
        baselineDueOn: context.baselineDueOn,
      },
    );
    if (!verdict.ok) {
      row.reader.fail(columnOfRefusal(verdict.reason, cause), { reason: 'illegal_transition', refusal: verdict });
      return false;
    }
    const next = { ...attempt, id: provisionalId(this.events.length), side: sideOfKind(event.kind) };
    this.#states.set(key, applyEvent(state, next, context));
    return true;
  }
}

function columnOfRefusal(reason: RefusalReason, cause: BlockCause | null): ImportColumn {
  if (reason === 'reason_missing') return 'note';
  if (reason === 'blocker_missing') return cause === null ? 'cause' : 'note';
  return reason === 'due_missing' || reason === 'due_not_later' ? 'dueOn' : 'event';
}

function sideOf({ kind }: HistoryRow): EventSide {
  if (isMilestoneEvent(kind)) return sideOfKind(kind);
  return kind === 'check_in' || kind === 'objection' || kind === 'request' ? 'body' : 'governorate';
}
