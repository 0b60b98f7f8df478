import type Database from 'better-sqlite3';
import { asCivilDate, type CivilDate } from '@/lib/calendar/civil-date';
import { NOT_STARTED, type MilestoneEvent, type MilestoneState } from '@/lib/domain/milestone-state';
import { applyEvent, type DueContext } from '@/lib/domain/transitions';
import { MILESTONE_EVENTS, type EventKind, type MilestoneEventKind } from '@/lib/domain/vocabulary';
import { createGuards, dropGuards, missingGuards } from '../guards';
import type { Db } from '../client';

type EventRow = Record<string, string | number | null> & {
  readonly id: number;
  readonly kind: EventKind;
  readonly body_id: number;
  readonly milestone_id: number | null;
  readonly recorded_on: string;
  readonly occurred_on: string;
  readonly side: 'body' | 'governorate';
};

/** Only the name of the state is wanted here, and no rule about dues moves that. */
const NO_DUES: DueContext = {
  baselineDueOn: asCivilDate('2999-12-31'),
  workCalendar: { holidays: new Set<CivilDate>(), thursdayIsWorkingDay: true },
  returnGraceWorkingDays: 0,
};

/** Columns that say something particular about the original event. */
const CLEARED = ['note', 'cause', 'turn', 'due_on', 'request_kind', 'outcome', 'refers_to'] as const;

function isMilestoneEvent(row: EventRow): row is EventRow & { readonly kind: MilestoneEventKind } {
  return row.milestone_id !== null && (MILESTONE_EVENTS as readonly string[]).includes(row.kind);
}

/** An event that says nothing new: its side has an event of that day already. */
function neutralFiller(row: EventRow): EventRow {
  const kind = row.side === 'body' ? 'check_in' : 'paper_received';
  return { ...blank(row), kind, milestone_id: null, occurred_on: row.recorded_on };
}

function blank(row: EventRow): EventRow {
  return { ...row, ...Object.fromEntries(CLEARED.map((column) => [column, null])) };
}

/** Pairs that cancel each other: exempt, and the exemption lifted again, which leads back to the very state before. */
function cancellingFillers(row: EventRow, count: number): EventRow[] {
  const note = 'برای آزمون اندازه';
  const shared = { ...blank(row), side: 'governorate' as const, occurred_on: row.recorded_on, note };
  return Array.from({ length: count }, (_, index) => ({
    ...shared,
    kind: index % 2 === 0 ? 'exempt' : 'lift_exemption',
  }));
}

function fillersBefore(row: EventRow, state: MilestoneState, count: number): EventRow[] {
  const canBeExempt =
    isMilestoneEvent(row) && row.kind !== 'undo' && state.state !== 'verified' && state.state !== 'exempt';
  const paired = canBeExempt ? count - (count % 2) : 0;
  return [...cancellingFillers(row, paired), ...Array.from({ length: count - paired }, () => neutralFiller(row))];
}

/** Tables and columns that refer to an event by its id. */
function referencesToEvents(client: Database.Database): { table: string; column: string }[] {
  const tables = client.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all();
  return tables.flatMap(({ name }) =>
    client
      .prepare<[string], { table: string; from: string }>('select "table", "from" from pragma_foreign_key_list(?)')
      .all(name)
      .filter((key) => key.table === 'events' && name !== 'events')
      .map((key) => ({ table: name, column: key.from })),
  );
}

/**
 * Makes a database hold `factor` times as many events on the same milestones and days, in place. Each event is preceded by events of the
 * same day that cancel each other, so every end-of-day state, and with it every figure of every day, stays what it was; only counts of
 * events grow. An event with id n gets the id n × factor. For benchmarks on copies, never on real data: it takes the guards of append-only
 * tables off while it works.
 *
 * @param factor a whole number ≥ 1
 * @returns the number of events afterwards
 * @throws RangeError for another factor
 */
export function multiplyEvents(db: Db, factor: number): number {
  if (!Number.isInteger(factor) || factor < 1) throw new RangeError(`not a factor: ${factor}`);
  const client = db.$client;
  const rows = client.prepare<[], EventRow>('select * from events order by id').all();
  client.pragma('foreign_keys = OFF');
  try {
    client
      .transaction(() => {
        dropGuards(client);
        client.exec('delete from events');
        insertAll(client, rows, factor);
        for (const { table, column } of referencesToEvents(client)) {
          client
            .prepare(`update "${table}" set "${column}" = "${column}" * ? where "${column}" is not null`)
            .run(factor);
        }
        createGuards(client);
      })
      .immediate();
  } finally {
    client.pragma('foreign_keys = ON');
  }
  const broken = client.pragma('foreign_key_check');
  if ((Array.isArray(broken) && broken.length > 0) || missingGuards(client).length > 0) {
    throw new Error('The multiplied database is not sound.');
  }
  return rows.length * factor;
}

function insertAll(client: Database.Database, rows: readonly EventRow[], factor: number): void {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const statement = client.prepare(
    `insert into events (${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  const states = new Map<string, MilestoneState>();
  for (const row of rows) {
    const key = `${row.body_id}:${row.milestone_id}`;
    const state = states.get(key) ?? NOT_STARTED;
    const fillers = fillersBefore(row, state, factor - 1);
    fillers.forEach((filler, index) => statement.run({ ...filler, id: row.id * factor - fillers.length + index }));
    const refersTo = row['refers_to'];
    statement.run({ ...row, id: row.id * factor, refers_to: typeof refersTo === 'number' ? refersTo * factor : null });
    if (isMilestoneEvent(row)) states.set(key, applyEvent(state, asMilestoneEvent(row), NO_DUES));
  }
}

function asMilestoneEvent(row: EventRow & { readonly kind: MilestoneEventKind }): MilestoneEvent {
  return {
    id: row.id,
    kind: row.kind,
    occurredOn: asCivilDate(row.occurred_on),
    recordedOn: asCivilDate(row.recorded_on),
    actorId: null,
    side: row.side,
    note: null,
    cause: null,
    turn: null,
    dueOn: null,
  };
}
