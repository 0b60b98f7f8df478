import type Database from 'better-sqlite3';
import { openDatabase } from '@/db/client';
import { createGuards, dropGuards } from '@/db/guards';

interface EventRow {
  readonly id: number;
  readonly kind: string;
  readonly body_id: number;
  readonly milestone_id: number | null;
  readonly side: string;
  readonly [column: string]: string | number | null;
}

/**
 * What may follow an event and leave everything at the end of the day as it was: a step and the step that takes it back. Kinds that are
 * missing here (an undo, an extension, an exemption, a body's own words) are followed by a check-in or a letter instead.
 */
const ROUND_TRIPS: Readonly<Record<string, readonly [string, string]>> = {
  start: ['block', 'unblock'],
  claim: ['withdraw', 'claim'],
  withdraw: ['claim', 'withdraw'],
  block: ['unblock', 'block'],
  unblock: ['block', 'unblock'],
  verify: ['undo', 'verify'],
  return: ['undo', 'return'],
};

/**
 * Makes a history `factor` times as long, on the same bodies and days, with the same figures on every day. For a copy of a database that
 * nobody uses: the ids of the events are stretched, which no guard would allow in a living one.
 *
 * @returns the number of events before and after
 */
export function scaleEvents(file: string, factor: number): { before: number; after: number } {
  const db = openDatabase(file);
  const client = db.$client;
  try {
    client.pragma('foreign_keys = OFF');
    const before = countEvents(client);
    client
      .transaction(() => {
        dropGuards(client);
        stretchIds(client, factor);
        insertRoundTrips(client, factor);
        client.prepare("update sqlite_sequence set seq = (select max(id) from events) where name = 'events'").run();
        const violations = client.pragma('foreign_key_check');
        if (Array.isArray(violations) && violations.length > 0) throw new Error('An event lost the row it refers to.');
        createGuards(client);
      })
      .immediate();
    client.pragma('wal_checkpoint(TRUNCATE)');
    return { before, after: countEvents(client) };
  } finally {
    client.close();
  }
}

function countEvents(client: Database.Database): number {
  return client.prepare<[], { count: number }>('select count(*) as count from events').get()?.count ?? 0;
}

/** Leaves `factor - 1` free ids after each event, in every table that names events. */
function stretchIds(client: Database.Database, factor: number): void {
  const tables = client
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not glob 'sqlite_*'")
    .all();
  for (const { name } of tables) {
    const keys = client.pragma(`foreign_key_list("${name}")`) as { table: string; from: string }[];
    for (const key of keys.filter(({ table }) => table === 'events')) {
      client
        .prepare(`update "${name}" set "${key.from}" = "${key.from}" * ? where "${key.from}" is not null`)
        .run(factor);
    }
  }
  // In two steps, since a stretched id may be one that another event still has.
  client.prepare('update events set id = -id').run();
  client.prepare('update events set id = -id * ?').run(factor);
}

function insertRoundTrips(client: Database.Database, factor: number): void {
  const events = client.prepare<[], EventRow>('select * from events order by id').all();
  const columns = Object.keys(events[0] ?? { id: 0 });
  const insert = client.prepare(
    `insert into events (${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  const evidenceColumns = (client.pragma('table_info(evidence)') as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name !== 'id' && name !== 'event_id');
  const copyEvidence = client.prepare(
    `insert into evidence (event_id, ${evidenceColumns.join(', ')})
     select ?, ${evidenceColumns.join(', ')} from evidence where event_id = ?`,
  );
  const claims = new Map<string, number>();

  for (const event of events) {
    const pair = `${event.body_id}:${event.milestone_id}`;
    if (event.kind === 'claim') claims.set(pair, event.id);
    const trip = ROUND_TRIPS[event.kind];
    for (let offset = 1; offset < factor; offset += 1) {
      const id = event.id + offset;
      const isPaired = trip !== undefined && offset <= Math.floor((factor - 1) / 2) * 2;
      const kind = isPaired ? (trip[(offset - 1) % 2] as string) : event.side === 'body' ? 'check_in' : 'letter_sent';
      insert.run(isPaired ? onMilestone(event, kind, id) : aboutBody(event, kind, id));
      const claim = claims.get(pair);
      if (kind === 'claim' && claim !== undefined) copyEvidence.run(id, claim);
    }
  }
}

function onMilestone(event: EventRow, kind: string, id: number): EventRow {
  const isOriginalKind = kind === event.kind;
  return {
    ...event,
    id,
    kind,
    note: isOriginalKind ? (event['note'] ?? null) : 'اصلاح ثبت',
    cause: kind === 'block' ? (event['cause'] ?? 'other') : null,
    turn: kind === 'block' ? (event['turn'] ?? 'unknown') : null,
    due_on: isOriginalKind ? (event['due_on'] ?? null) : null,
    refers_to: kind === 'undo' ? id - 1 : null,
  };
}

function aboutBody(event: EventRow, kind: string, id: number): EventRow {
  return {
    ...event,
    id,
    kind,
    milestone_id: null,
    note: null,
    cause: null,
    turn: null,
    due_on: null,
    request_kind: null,
    outcome: null,
    refers_to: null,
    on_behalf: 0,
    self_declared: 0,
    by_delegate: 0,
  };
}
