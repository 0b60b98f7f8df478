import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_FILE, openDatabase, type Db } from '@/db/client';
import { listUnanswered } from '@/db/queries/events';
import { insertSettingVersion } from '@/db/queries/settings';
import { findPasswordHash, findUserByUsername } from '@/db/queries/users';
import { generateHistory, SAMPLE_SEED, SAMPLE_TODAY } from '@/db/seed/demo/history';
import { planReadings } from '@/db/seed/demo/readings';
import { readSampleReference } from '@/db/seed/demo/reference-files';
import { sampleResponses } from '@/db/seed/demo/survey-answers';
import { gradesFor, planVisits } from '@/db/seed/demo/visits';
import { verifyPassword } from '@/lib/auth/passwords';
import { weekdayOf } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import { addMonths, monthOf } from '@/lib/calendar/jalali-month';
import { isWorkingDay } from '@/lib/calendar/working-days';
import { scoreInspection, scoreItem } from '@/lib/domain/inspections';
import { NOT_STARTED, type MilestoneState } from '@/lib/domain/milestone-state';
import { appliesTo, DEFAULT_THRESHOLDS } from '@/lib/domain/reference';
import { applyEvent, checkAttempt, sideOfKind } from '@/lib/domain/transitions';
import { MILESTONE_EVENTS, type MilestoneEventKind } from '@/lib/domain/vocabulary';
import { renderReport } from '@/components/reports/render-report';
import { seedDemo, type DemoResult } from '@/lib/services/demo';
import { getDeeds } from '@/lib/services/deeds';
import { getEdition } from '@/lib/services/editions';
import { getMeeting } from '@/lib/services/meeting';
import { getProgress } from '@/lib/services/progress';
import { getSilentBodies } from '@/lib/services/silence';
import { surveyItemsOn } from '@/lib/services/survey-responses';
import { getSurveyResults } from '@/lib/services/survey-results';
import { parseSurveyQuery } from '@/lib/validation/survey';
import { parseDeedsQuery } from '@/lib/validation/deeds';
import { createTestDatabase, testContext } from '../support/database';

const reference = readSampleReference(path.resolve('db/seed/reference'));
const rows = generateHistory(reference);
const milestones = new Map(reference.milestones.map((milestone) => [milestone.code, milestone]));
const bodies = new Map(reference.bodies.map((body) => [body.code, body]));
const isMilestoneKind = (kind: string): kind is MilestoneEventKind =>
  (MILESTONE_EVENTS as readonly string[]).includes(kind);

describe('the sample history', () => {
  it('is the same whenever it is made, and another for another seed', () => {
    const digest = (seed?: string) =>
      createHash('sha256')
        .update(JSON.stringify(generateHistory(reference, seed)))
        .digest('hex');
    expect(digest()).toBe(digest());
    expect(digest('another')).not.toBe(digest());
  });

  it('holds three to six thousand events, the last of them on 17 Azar 1397', () => {
    expect(rows.length).toBeGreaterThan(3000);
    expect(rows.length).toBeLessThan(6000);
    expect(rows.at(-1)?.recordedOn).toBe('2018-12-08');
    expect(rows.filter((row) => row.recordedOn === '2018-12-08').length).toBeGreaterThan(40);
  });

  it('comes in the order of recording, and nothing is recorded before it happened', () => {
    expect(rows.every((row, index) => index === 0 || (rows[index - 1]?.recordedOn ?? '') <= row.recordedOn)).toBe(true);
    expect(rows.filter((row) => row.occurredOn > row.recordedOn)).toEqual([]);
  });

  it('records nothing on Fridays and holidays, and little on Thursdays', () => {
    expect(
      rows.filter((row) => weekdayOf(row.recordedOn) === 6 || reference.workCalendar.holidays.has(row.recordedOn)),
    ).toEqual([]);
    expect(rows.filter((row) => weekdayOf(row.recordedOn) === 5).length / rows.length).toBeLessThan(0.05);
  });

  it('is legal row by row, and only for milestones that the body has', () => {
    const states = new Map<string, MilestoneState>();
    const refused: string[] = [];
    rows.forEach((row, index) => {
      const milestone = milestones.get(row.milestone ?? '');
      const body = bodies.get(row.code);
      if (row.milestone === null || !isMilestoneKind(row.event)) return;
      const name = `${row.code} ${row.milestone} ${row.event} ${row.recordedOn}`;
      if (milestone === undefined || body === undefined || !appliesTo(milestone, body)) {
        refused.push(`${name}: not the body's`);
        return;
      }
      const key = `${row.code} ${row.milestone}`;
      const state = states.get(key) ?? NOT_STARTED;
      const { occurredOn, recordedOn, note, cause, turn, dueOn } = row;
      const attempt = { kind: row.event, occurredOn, recordedOn, note, cause, turn, dueOn, actorId: null };
      const check = checkAttempt(
        state,
        { ...attempt, evidenceKinds: [], isImported: true },
        {
          milestoneActor: milestone.actor,
          expectedEvidence: milestone.evidenceKinds,
          baselineDueOn: milestone.baselineDueOn,
        },
      );
      if (!check.ok) refused.push(`${name}: ${check.reason}`);
      const event = { ...attempt, id: index + 1, side: sideOfKind(row.event) };
      const dues = {
        baselineDueOn: milestone.baselineDueOn,
        workCalendar: reference.workCalendar,
        returnGraceWorkingDays: 5,
      };
      states.set(key, applyEvent(state, event, dues));
    });
    expect(refused).toEqual([]);
  });

  it('says why for every return, block, extension and exemption', () => {
    const wordless = rows.filter(
      (row) =>
        ['return', 'block', 'extend', 'exempt', 'lift_exemption', 'reopen', 'undo', 'withdraw'].includes(row.event) &&
        !row.note,
    );
    expect(wordless).toEqual([]);
    expect(rows.filter((row) => row.event === 'block' && (row.cause === null || row.turn === null))).toEqual([]);
  });
});

describe('the visits of the sample', () => {
  const visits = planVisits(rows, reference, DEFAULT_THRESHOLDS.realDeskMilestones, SAMPLE_SEED);

  it('stand behind every certification: real, unannounced, on the day that it names', () => {
    const certified = rows.filter(({ event, milestone }) => event === 'certify' && milestone === 'HD9');
    expect(certified.length).toBeGreaterThan(20);
    for (const { code, occurredOn, recordedOn } of certified) {
      expect(visits).toContainEqual(
        expect.objectContaining({ code, visitedOn: occurredOn, recordedOn, isAnnounced: false, result: 'real' }),
      );
    }
  });

  it('are few that failed and few that were announced, none on a free day', () => {
    expect(visits.filter(({ result }) => result !== 'real')).toHaveLength(5);
    expect(visits.filter(({ isAnnounced }) => isAnnounced)).toHaveLength(4);
    expect(visits.filter(({ visitedOn }) => !isWorkingDay(visitedOn, reference.workCalendar))).toEqual([]);
  });

  it('end as they are meant to, with the checklist of the programme', () => {
    const checklist = [8, 6, 10, 4, 16, 8, 4, 14, 8, 8, 10, 4].map((maxPoints, index) => ({
      code: `CK${index + 1}`,
      maxPoints,
      isCritical: [2, 4, 7].includes(index),
    }));
    for (const visit of visits) {
      const byCode = new Map(gradesFor(visit, checklist, SAMPLE_SEED).map(({ code, grade }) => [code, grade]));
      const scored = checklist.map((item) => scoreItem(item, byCode.get(item.code) ?? 'poor'));
      expect(scoreInspection(scored, 70).isReal, visit.code).toBe(visit.result === 'real');
    }
  });
});

const addSomebody = (db: Db, username: string) =>
  db.$client
    .prepare(
      `insert into users (id, username, display_username, name, email, created_at, updated_at, role)
       values (@username, @username, @username, @username, @username || '@local.invalid', 0, 0, 'admin')`,
    )
    .run({ username });

/** A data folder in which the sample was begun and not finished. */
function folderWithBrokenOffSample(): string {
  const { db, dataDir } = createTestDatabase();
  insertSettingVersion(db, {
    key: 'is_sample',
    value: true,
    recordedOn: '2018-07-28',
    recordedAt: '2018-07-28T03:00:00.000Z',
    recordedBy: null,
  });
  addSomebody(db, 'left-over');
  db.$client.close();
  return dataDir;
}

describe('the demonstration database', () => {
  let result: DemoResult;
  let db: Db;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = folderWithBrokenOffSample();
    result = await seedDemo(dataDir, renderReport);
    db = openDatabase(path.join(dataDir, DATABASE_FILE));
    return () => db.$client.close();
  }, 180_000);

  it('begins anew where an earlier attempt was broken off', () => {
    expect(result.isNew).toBe(true);
    expect(findUserByUsername(db, 'left-over')).toBeUndefined();
  });

  const one = (sql: string) => db.$client.prepare<[], { value: number }>(sql).get()?.value;

  it('has every event of the sample, the bodies, and an edition for each finished week but the last', () => {
    expect(result.isNew).toBe(true);
    expect(result.events).toBe(rows.length);
    expect(result.editions).toBe(18);
    expect(one('select count(*) as value from bodies')).toBe(210);
    expect(one(`select count(*) as value from events where recorded_on > '${SAMPLE_TODAY}'`)).toBe(0);
  });

  it('has what clients of about forty bodies said, more content where desks are well under way, each answer on a working day of its month', () => {
    const ctx = testContext({ db, dataDir, role: 'viewer' });
    const { total, detail } = getSurveyResults(ctx, parseSurveyQuery({}));
    expect(total.bodies).toBe(40);
    expect(total.measures.satisfaction.change?.trend).toBe('better');
    expect(detail.channels.every(({ count }) => count > 50)).toBe(true);
    expect(detail.straightLined).toBeGreaterThan(0);
    const responses = sampleResponses(reference, surveyItemsOn(db, SAMPLE_TODAY));
    expect(one('select count(*) as value from survey_responses')).toBe(responses.length);
    expect(responses.length).toBeGreaterThan(2000);
    expect(responses.length).toBeLessThan(5000);
    const misplaced = responses.filter(
      ({ month, recordedOn }) => monthOf(recordedOn) !== month || !isWorkingDay(recordedOn, reference.workCalendar),
    );
    expect(misplaced).toEqual([]);
  });

  it('shows figures of a county that is mostly, but not wholly, on its way', () => {
    const ctx = testContext({ db, dataDir, role: 'viewer' });
    const { groups } = getProgress(ctx, { groupBy: 'track' });
    const percent = (key: string) => {
      const group = groups.find((each) => each.key === key);
      return {
        planned: 100 * (group?.planned ?? 0),
        claimed: 100 * (group?.claimed ?? 0),
        verified: 100 * (group?.verified ?? 0),
      };
    };
    expect(percent('HD').planned).toBeCloseTo(100, 6);
    expect(percent('ED').planned).toBeCloseTo(87, 6);
    expect(percent('NT').planned).toBeCloseTo(35, 6);
    expect(Math.abs(percent('HD').verified - 92)).toBeLessThan(5);
    expect(Math.abs(percent('ED').verified - 63.5)).toBeLessThan(5);
    expect(Math.abs(percent('ED').claimed - 70)).toBeLessThan(5);
    expect(Math.abs(percent('NT').verified - 33)).toBeLessThan(5);
    expect(Math.abs(percent('CR').verified - 39)).toBeLessThan(5);
  });

  it('has pairs of every status that can be before the deadline', () => {
    const ctx = testContext({ db, dataDir, role: 'viewer' });
    const total = getProgress(ctx, { groupBy: 'total' }).groups[0];
    for (const status of ['late', 'at_risk', 'awaiting_review', 'complete', 'on_track', 'exempt'] as const) {
      expect(total?.status[status], status).toBeGreaterThan(0);
    }
    expect(total?.status.missed).toBe(0);
    const desks = getProgress(ctx, { groupBy: 'track' }).groups.filter(({ key }) => key === 'HD' || key === 'ED');
    const late = desks.reduce((sum, group) => sum + group.status.late, 0);
    expect(late).toBeGreaterThan(35);
    expect(late).toBeLessThan(70);
  });

  it('has silent bodies, blocked milestones, a review queue with old claims, and requests that wait', () => {
    const silent = getSilentBodies(testContext({ db, dataDir, role: 'viewer' }));
    expect(silent.length).toBeGreaterThanOrEqual(6);
    expect(silent.length).toBeLessThanOrEqual(14);
    const last = (kind: string) =>
      one(`select count(*) as value from events e where e.kind = '${kind}' and not exists
             (select 1 from events later where later.body_id = e.body_id and later.milestone_id = e.milestone_id and later.id > e.id
                and later.kind not in ('request', 'request_answer', 'objection', 'objection_answer', 'extend'))`);
    expect(last('block')).toBeGreaterThanOrEqual(10);
    expect(last('claim')).toBeGreaterThanOrEqual(100);
    expect(last('claim')).toBeLessThanOrEqual(160);
    expect(listUnanswered(db, ['request'])).toHaveLength(8);
  });

  it('has evidence under every claim and certification, and the files are what their digests say', () => {
    expect(
      one(`select count(*) as value from events e where kind in ('claim', 'certify')
             and not exists (select 1 from evidence where event_id = e.id)`),
    ).toBe(0);
    const uploads = db.$client.prepare<[], { id: string; sha256: string }>('select id, sha256 from uploads').all();
    expect(uploads.length).toBeGreaterThan(50);
    for (const { id, sha256 } of uploads) {
      const content = readFileSync(path.join(dataDir, 'evidence', id.slice(0, 2), id));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
  });

  it('has an account for each role, whose password opens it', async () => {
    expect(new Set(result.accounts.map(({ role }) => role))).toEqual(
      new Set(['deputy', 'expert', 'liaison', 'viewer', 'admin']),
    );
    for (const { username, password } of result.accounts) {
      const user = findUserByUsername(db, username);
      expect(user?.mustChangePassword).toBe(false);
      expect(await verifyPassword(findPasswordHash(db, user?.id ?? '') ?? '', password)).toBe(true);
    }
  }, 30_000);

  it('says of itself that it is a sample, and every step of its making is in the audit log', () => {
    expect(one("select value as value from setting_versions where key = 'is_sample'")).toBe('true');
    expect(one("select count(*) as value from audit_log where action = 'report.issue'")).toBe(18);
    expect(one("select count(*) as value from audit_log where action = 'user.add'")).toBe(7);
    expect(one("select count(*) as value from audit_log where action = 'import.history'")).toBeGreaterThan(50);
  });

  it('has four meetings on working days, with decisions of every state', () => {
    const { decisions, counts, due } = getMeeting(testContext({ db, dataDir, role: 'viewer' }));
    const days = [...new Set(decisions.map(({ meetingOn }) => meetingOn))];
    expect(days).toEqual(['2018-11-04', '2018-11-18', '2018-11-26', '2018-12-02']);
    expect(days.filter((day) => !isWorkingDay(day, reference.workCalendar))).toEqual([]);
    expect(counts).toEqual({ overdue: 2, broken: 2, open: 4, kept: 4, dropped: 1 });
    expect(new Set(due.map(({ state }) => state)).size).toBe(5);
    expect(decisions.filter(({ meetingOn, recordedOn }) => meetingOn !== recordedOn)).toEqual([]);
  });

  it('has readings of about sixty bodies with gaps, from the first days of the month after, and deeds of every kind', () => {
    expect(one('select count(distinct body_id) as value from indicator_readings')).toBe(60);
    const forms = planReadings(reference, SAMPLE_SEED);
    expect(forms).toEqual(planReadings(reference, SAMPLE_SEED));
    expect(one('select count(*) as value from indicator_readings')).toBe(
      forms.reduce((sum, { readings }) => sum + readings.length, 0),
    );
    const gaps = forms.filter(({ month }) => month === '1397-07').length;
    expect(gaps).toBeGreaterThan(45);
    expect(gaps).toBeLessThan(60);
    for (const { month, recordedOn } of forms) {
      expect(isWorkingDay(recordedOn, reference.workCalendar)).toBe(true);
      expect(toJalali(recordedOn).day).toBeLessThanOrEqual(10);
      expect(monthOf(recordedOn)).toBe(addMonths(month, 1));
    }
    const { counts } = getDeeds(testContext({ db, dataDir, role: 'viewer' }), parseDeedsQuery({}));
    for (const [group, bodies] of Object.entries(counts)) expect(bodies, group).toBeGreaterThan(3);
    const { document } = getEdition(testContext({ db, dataDir, role: 'viewer' }), 18);
    expect(document.outcomes?.rows.map(({ month }) => month)).toContain('1397-08');
  });

  it('keeps the page of every edition as it was drawn, and the number that the secretariat gave it', () => {
    expect(one('select count(*) as value from edition_renderings')).toBe(18);
    expect(one("select count(*) as value from registrations where paper = 'edition'")).toBe(18);
    const { document } = getEdition(testContext({ db, dataDir, role: 'viewer' }), 18);
    expect(document.remarks).toHaveLength(1);
    expect(document.remarks[0]).not.toBe('');
  });

  it('is left as it is when it is asked for again', async () => {
    const again = await seedDemo(dataDir, renderReport);
    expect(again).toEqual({ ...result, isNew: false });
  });

  it('is not written into a folder that holds something else', async () => {
    const other = createTestDatabase();
    addSomebody(other.db, 'somebody');
    await expect(seedDemo(other.dataDir, renderReport)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'not_a_demo' },
    });
  });
});
