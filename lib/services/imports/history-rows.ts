import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  BLOCK_CAUSES,
  EVENT_KINDS,
  MILESTONE_EVENTS,
  TURNS,
  type BlockCause,
  type EventKind,
  type MilestoneEventKind,
  type Turn,
} from '@/lib/domain/vocabulary';
import { readCause, readEventKind, readTurn } from '@/lib/validation/imports';
import type { DataRow } from './find-header';
import { RowReader } from './row-reader';

/** One line of a history, read; what it means for the body is decided later. */
export interface HistoryRow {
  readonly reader: RowReader;
  readonly code: string;
  readonly milestone: string;
  readonly kind: EventKind;
  readonly occurredOn: CivilDate;
  readonly recordedOn: CivilDate;
  readonly note: string | null;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
  readonly dueOn: CivilDate | null;
}

/** What else a file may bring: requests and answers need words and links that the columns do not have. */
const IMPORTABLE_BODY_EVENTS: readonly EventKind[] = ['check_in', 'letter_sent', 'paper_received', 'objection'];
const SETS_DUE: readonly EventKind[] = ['extend', 'return', 'reopen'];

export function isMilestoneEvent(kind: EventKind): kind is MilestoneEventKind {
  return (MILESTONE_EVENTS as readonly EventKind[]).includes(kind);
}

/** Reads one line; null when a cell cannot be read. The reader keeps what is wrong. */
export function readHistoryRow(reader: RowReader): HistoryRow | null {
  const code = reader.code();
  const kind = reader.word('event', readEventKind, EVENT_KINDS);
  const occurredOn = reader.day('occurredOn', true);
  const recordedOn = reader.day('recordedOn', true);
  const milestone = reader.text('milestone');
  if (kind !== null) checkMilestoneCell(reader, kind, milestone);
  const isBlock = kind === 'block';
  const cause = isBlock && reader.text('cause') !== '' ? reader.word('cause', readCause, BLOCK_CAUSES) : null;
  const turn = isBlock && reader.text('turn') !== '' ? reader.word('turn', readTurn, TURNS) : null;
  const hasDue = kind !== null && SETS_DUE.includes(kind) && reader.text('dueOn') !== '';
  const dueOn = hasDue ? reader.day('dueOn', true) : null;
  const note = reader.optional('note') || null;
  if (occurredOn !== null && recordedOn !== null && occurredOn > recordedOn) {
    reader.fail('occurredOn', { reason: 'occurred_after_recorded' });
  }
  if (!reader.isSound || code === null || kind === null || occurredOn === null || recordedOn === null) return null;
  return {
    reader,
    code,
    milestone,
    kind,
    occurredOn,
    recordedOn,
    note,
    cause,
    turn: isBlock ? (turn ?? 'unknown') : null,
    dueOn,
  };
}

function checkMilestoneCell(reader: RowReader, kind: EventKind, milestone: string): void {
  if (isMilestoneEvent(kind)) {
    if (milestone === '') reader.fail('milestone', { reason: 'required' });
  } else if (!IMPORTABLE_BODY_EVENTS.includes(kind)) {
    reader.fail('event', { reason: 'event_not_importable', event: kind });
  } else if (milestone !== '' && kind !== 'objection') {
    reader.fail('milestone', { reason: 'milestone_not_wanted', event: kind });
  }
}

export function toReaders(rows: readonly DataRow[]): RowReader[] {
  return rows.map((row) => new RowReader(row));
}
