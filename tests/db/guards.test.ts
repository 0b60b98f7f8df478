import { getTableName } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { APPEND_ONLY_TABLES, missingGuards } from '@/db/guards';
import { insertBody, insertEvent, insertTrack } from '@/tests/support/reference-rows';
import { createTestDatabase } from '@/tests/support/database';

/** One row in every append-only table. */
function fill() {
  const { db } = createTestDatabase();
  const bodyId = insertBody(db, 'EA-001');
  const { milestoneIds, programmeId } = insertTrack(db, [{ weight: 1, dueOn: '2018-09-22' }]);
  const eventId = insertEvent(db, {
    kind: 'claim',
    bodyId,
    milestoneId: milestoneIds[0] ?? 0,
    recordedOn: '2018-09-01',
  });
  const run = (text: string, ...values: unknown[]) => db.$client.prepare(text).run(...values);
  const at = '2018-09-01T08:00:00.000Z';
  run("insert into users values ('u1','u1','u1','U','u1@local.invalid',0,null,0,0,'expert',null,null,0,null)");
  run("insert into message_reads (user_id, message_key, read_at) values ('u1', 'e:1', ?)", at);
  run(
    "insert into delegations (user_id, from_on, until_on, granted_by_name, recorded_on, recorded_at) values ('u1','2018-09-01','2018-09-02','d','2018-09-01',?)",
    at,
  );
  run(
    "insert into audit_log (recorded_at, recorded_on, actor_name, actor_role, action, subject_type, subject_key, details) values (?, '2018-09-01', 'cli', 'system', 'user.add', 'user', 'u1', '{}')",
    at,
  );
  run("insert into uploads values ('f1', ?, 'u1', ?, 'a.jpg', 'image/jpeg', 'photo', 3, 'x')", bodyId, at);
  run(
    "insert into evidence (event_id, kind, upload_id, classification) values (?, 'photo', 'f1', 'ordinary')",
    eventId,
  );
  run("insert into submissions (digest, event_id) values ('x', ?)", eventId);
  run(
    "insert into evidence_examples (evidence_id, is_example, recorded_on, recorded_at, recorded_by_name, by_delegate) values (1, 1, '2018-09-01', ?, 'd', 0)",
    at,
  );
  run(
    "insert into editions (programme_id, number, week_start_on, week_end_on, issued_on, issued_at, issued_by_name, verification_code, document, sha256) values (?, 1, '2018-08-25', '2018-08-31', '2018-09-01', ?, 'd', 'code', '{}', 'x')",
    programmeId,
    at,
  );
  run("insert into edition_renderings (edition_id, content, sha256) values (1, x'00', 'x')");
  run(
    "insert into report_remarks (programme_id, week_start_on, text, recorded_on, recorded_at, written_by_name) values (?, '2018-08-25', 'x', '2018-09-01', ?, 'd')",
    programmeId,
    at,
  );
  run(
    "insert into letters (kind, year, number, body_id, programme_id, event_id, as_of, issued_on, issued_at, issued_by_name, document, sha256) values ('late', 1397, 1, ?, ?, ?, '2018-09-01', '2018-09-01', ?, 'd', '{}', 'x')",
    bodyId,
    programmeId,
    eventId,
    at,
  );
  run(
    "insert into registrations (paper, paper_id, registry_number, registered_on, recorded_on, recorded_at, recorded_by_name) values ('edition', 1, 'x', '2018-09-01', '2018-09-01', ?, 'd')",
    at,
  );
  run(
    "insert into decisions (programme_id, number, meeting_on, recorded_on, recorded_at, recorded_by_name, text, owner, promised_on) values (?, 1, '2018-09-01', '2018-09-01', ?, 'd', 'x', 'x', '2018-09-08')",
    programmeId,
    at,
  );
  run(
    "insert into decision_outcomes (decision_id, outcome, occurred_on, recorded_on, recorded_at, recorded_by_name) values (1, 'kept', '2018-09-01', '2018-09-01', ?, 'd')",
    at,
  );
  const version = "'2018-09-01', '2018-09-01T08:00:00.000Z'";
  run(
    `insert into area_versions (recorded_on, recorded_at, code, kind, name, parent_code) values (${version}, '2210', 'county', 'x', '22')`,
  );
  run(
    `insert into holiday_versions (recorded_on, recorded_at, day, title, is_holiday) values (${version}, '2018-11-06', 'x', 1)`,
  );
  run(`insert into setting_versions (recorded_on, recorded_at, key, value) values (${version}, 'k', '1')`);
  run(
    `insert into indicator_versions (recorded_on, recorded_at, code, title, formula, unit, direction) values (${version}, 'I1', 'x', 'x', '%', 'higher_is_better')`,
  );
  run(
    "insert into indicator_readings (body_id, indicator_code, month, value, recorded_on, recorded_at, recorded_by_name) values (?, 'I1', '1397-06', 5, '2018-09-01', ?, 'd')",
    bodyId,
    at,
  );
  run(
    `insert into checklist_item_versions (recorded_on, recorded_at, code, position, title, guidance, max_points) values (${version}, 'C1', 1, 'x', '', 10)`,
  );
  run(
    "insert into inspections (key, year, number, body_id, is_announced, visited_on, recorded_on, recorded_at, recorded_by_name, inspector_post, desk_post, points, max_points, pass_percent, is_real) values ('k', 1397, 1, ?, 0, '2018-09-01', '2018-09-01', ?, 'd', 'x', 'x', 10, 10, 70, 1)",
    bodyId,
    at,
  );
  run(
    "insert into inspection_scores (inspection_id, item_code, grade, points, max_points, is_critical) values (1, 'C1', 'excellent', 10, 10, 0)",
  );
  run("insert into inspection_photos (inspection_id, upload_id) values (1, 'f1')");
  run(
    "insert into inspection_answers (inspection_id, milestone_id, outcome, reason, recorded_on, recorded_at, recorded_by_name) values (1, ?, 'kept', 'x', '2018-09-01', ?, 'd')",
    milestoneIds[0] ?? 0,
    at,
  );
  run(
    `insert into desk_address_versions (recorded_on, recorded_at, body_id, url) values (${version}, ?, 'https://desk.example')`,
    bodyId,
  );
  run(
    `insert into desk_sign_versions (recorded_on, recorded_at, code, milestone_code, position, title, phrases) values (${version}, 'D1', 'T1-1', 1, 'x', 'x')`,
  );
  run(
    "insert into desk_checks (body_id, url, trigger, recorded_on, recorded_at, recorded_by_name, outcome, is_https, pages, findings) values (?, 'https://desk.example', 'weekly', '2018-09-01', ?, 'd', 'answered', 1, '[]', '[]')",
    bodyId,
    at,
  );
  run(
    `insert into survey_item_versions (recorded_on, recorded_at, code, position, axis, axis_title, text) values (${version}, 'S1', 1, 'x', 'x', 'x')`,
  );
  run(
    `insert into survey_link_versions (recorded_on, recorded_at, body_id, token) values (${version}, ?, 'token')`,
    bodyId,
  );
  run(
    "insert into survey_responses (key, body_id, month, channel, answers, recorded_on) values ('k', ?, '1397-06', 'paper', '{}', '2018-09-01')",
    bodyId,
  );
  return db;
}

const db = fill();
const tableNames = APPEND_ONLY_TABLES.map(getTableName);

function firstRow(name: string): Record<string, unknown> {
  const row = db.$client.prepare<[], Record<string, unknown>>(`select * from ${name} limit 1`).get();
  if (row === undefined) throw new Error(`${name} is empty`);
  return row;
}

function insertAs(verb: string, name: string, row: Record<string, unknown>): void {
  const columns = Object.keys(row);
  db.$client
    .prepare(`${verb} into ${name} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
}

describe.each(tableNames)('the append-only table %s', (name) => {
  test('refuses a changed row', () => {
    const [column] = Object.keys(firstRow(name));
    expect(() => db.$client.exec(`update ${name} set ${column} = ${column}`)).toThrow(`append-only table: ${name}`);
  });

  test('refuses a deleted row', () => {
    expect(() => db.$client.exec(`delete from ${name}`)).toThrow(`append-only table: ${name}`);
  });

  test('refuses a row that would replace another, whatever the wording', () => {
    const row = firstRow(name);
    for (const verb of ['insert or replace', 'replace']) {
      expect(() => insertAs(verb, name, row)).toThrow(`append-only table: ${name}`);
    }
    expect(() => db.$client.exec(`insert into ${name} select * from ${name} limit 1`)).toThrow();
  });
});

test('a row with the same unique key under another number does not replace the older one', () => {
  const { id: _, ...edition } = firstRow('editions');
  expect(() => insertAs('insert or replace', 'editions', { ...edition, verification_code: 'other' })).toThrow(
    'append-only',
  );
  expect(() => insertAs('insert or replace', 'editions', { ...edition, number: 2 })).toThrow('append-only');
  insertAs('insert', 'editions', { ...edition, number: 2, verification_code: 'other' });
  expect(db.$client.prepare('select number from editions order by id').pluck().all()).toEqual([1, 2]);
});

test('the day of recording never goes back, and may stay', () => {
  const bodyId = insertBody(db, 'EA-002');
  expect(() => insertEvent(db, { kind: 'check_in', bodyId, recordedOn: '2018-08-31' })).toThrow(
    'recorded_on goes back',
  );
  expect(insertEvent(db, { kind: 'check_in', bodyId, recordedOn: '2018-09-01' })).toBeGreaterThan(0);
  expect(insertEvent(db, { kind: 'check_in', bodyId, recordedOn: '2018-09-02' })).toBeGreaterThan(0);
});

test('a sound database misses no guard; one that lost or changed a trigger says which', () => {
  const { db: other } = createTestDatabase();
  expect(missingGuards(other.$client)).toEqual([]);
  other.$client.exec('drop trigger guard_events_delete');
  other.$client.exec('drop trigger guard_evidence_update');
  other.$client.exec('create trigger guard_evidence_update before update on evidence begin select 1; end');
  expect(missingGuards(other.$client)).toEqual(['guard_events_delete', 'guard_evidence_update']);
});
