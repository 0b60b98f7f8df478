import { describe, expect, it } from 'vitest';
import { auditLog, decisionOutcomes, decisions } from '@/db/schema/index';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { fieldSentences } from '@/lib/messages/input-issues';
import { concludeDecision, recordDecision, type ConclusionInput, type DecisionInput } from '@/lib/services/decisions';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { issueEdition } from '../support/issue-edition';
import {
  auditTrail,
  createMilestoneWorld,
  HD1,
  LETTER,
  refusalOf,
  TODAY,
  type MilestoneWorld,
  type PersonOptions,
} from '../support/milestone-world';

const INPUT: DecisionInput = {
  text: 'ادارهٔ ثبت نمایندهٔ میز خدمت را معرفی کند.',
  owner: 'رئیس ادارهٔ ثبت',
  body: 'EA-001',
  milestone: 'HD1',
  promisedOn: '2018-12-12',
};

const record = (world: MilestoneWorld, input: Partial<DecisionInput> = {}, today: CivilDate = TODAY) =>
  recordDecision(world.as('deputy', { today }), { ...INPUT, ...input });

const conclude = (
  world: MilestoneWorld,
  input: Partial<ConclusionInput> = {},
  today: CivilDate = '2018-12-13',
  role: Role = 'deputy',
) =>
  concludeDecision(world.as(role, { today }), {
    number: 1,
    outcome: 'kept',
    note: null,
    expectedOutcomeId: null,
    ...input,
  });

const MAY: readonly Role[] = ['deputy', 'expert'];

describe('recording a decision', () => {
  it.each(MAY)('a %s records it with body, milestone, owner and promised day', (role) => {
    const world = createMilestoneWorld();
    expect(recordDecision(world.as(role), INPUT)).toMatchObject({ number: 1, programmeCode: 'desk' });
    expect(world.db.select().from(decisions).all()).toMatchObject([
      {
        number: 1,
        meetingOn: TODAY,
        recordedOn: TODAY,
        recordedByName: `نام ${role}`,
        byDelegate: false,
        text: INPUT.text,
        owner: INPUT.owner,
        bodyId: world.bodyIds['EA-001'],
        promisedOn: '2018-12-12',
      },
    ]);
    expect(auditTrail(world.db)).toEqual([`decision.record 1 ${role}`]);
    expect(world.db.select().from(auditLog).get()?.details).toMatchObject({ body: 'EA-001', milestone: 'HD1' });
  });

  it.each(ROLES.filter((role) => !MAY.includes(role)))('a %s may not', (role) => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => recordDecision(world.as(role), INPUT)).code).toBe('forbidden');
    expect(world.db.select().from(decisions).all()).toEqual([]);
    expect(auditTrail(world.db)).toEqual([]);
  });

  it("an expert of one district may not; a deputy's delegate may, and the row says so", () => {
    const world = createMilestoneWorld();
    const local = { districtCode: '220303' } satisfies PersonOptions;
    expect(refusalOf(() => recordDecision(world.as('expert', local), INPUT)).code).toBe('forbidden');
    recordDecision(world.as('expert', { ...local, isDelegate: true }), INPUT);
    expect(world.db.select().from(decisions).get()).toMatchObject({ byDelegate: true });
  });

  it('decisions are numbered in the programme, in the order of recording', () => {
    const world = createMilestoneWorld();
    record(world);
    expect(record(world, { text: 'تصمیم دیگر' }).number).toBe(2);
  });

  it.each([
    ['ea-001', 'EA-001'],
    ['اداره ثبت', 'EA-001'],
    ['ادارة  ثبت', 'EA-001'],
    ['گزیر', 'VA-001'],
    ['دهیاری گزیر (VA-001)', 'VA-001'],
  ])('finds the body of «%s»', (body, code) => {
    const world = createMilestoneWorld();
    record(world, { body, milestone: null });
    expect(world.db.select().from(decisions).get()?.bodyId).toBe(world.bodyIds[code as 'EA-001']);
  });

  it('a decision need not be about a body', () => {
    const world = createMilestoneWorld();
    record(world, { body: '', milestone: null });
    expect(world.db.select().from(decisions).get()).toMatchObject({ bodyId: null, milestoneId: null });
  });

  it.each([
    [{ text: ' ' }, 'text', 'required'],
    [{ owner: '' }, 'owner', 'required'],
    [{ promisedOn: null }, 'promisedOn', 'required'],
    [{ promisedOn: '2018-12-07' }, 'promisedOn', 'before_meeting'],
    [{ meetingOn: '2018-12-09' }, 'meetingOn', 'after_today'],
    [{ meetingOn: '2018-07-27' }, 'meetingOn', 'before_programme'],
    [{ body: 'گزیل' }, 'body', 'no_such_body_name'],
    [{ body: 'اداره', milestone: null, text: 'x'.repeat(601) }, 'text', 'too_long'],
    [{ body: null }, 'body', 'milestone_needs_body'],
    [{ milestone: 'ED1' }, 'milestone', 'not_of_body'],
  ] as const)('%o is refused beside its field', (input, field, reason) => {
    const world = createMilestoneWorld();
    const refusal = refusalOf(() => record(world, input));
    expect(refusal).toMatchObject({ code: 'invalid_input', details: { field, reason } });
    expect(fieldSentences(refusal.details)[field]).toMatch(/[\u0600-\u06ff].*\.$/);
    expect(world.db.select().from(decisions).all()).toEqual([]);
    expect(auditTrail(world.db)).toEqual([]);
  });

  it('a name that fits several bodies is refused with their names', () => {
    const world = createMilestoneWorld();
    const refusal = refusalOf(() => record(world, { body: 'دار', milestone: null }));
    expect(refusal.details).toMatchObject({ reason: 'several_bodies', count: 2 });
    expect(fieldSentences(refusal.details)['body']).toContain('EA-001');
  });

  it('the same words for the same meeting are not recorded twice', () => {
    const world = createMilestoneWorld();
    record(world);
    expect(refusalOf(() => record(world))).toMatchObject({
      code: 'conflict',
      details: { reason: 'already_recorded', number: 1 },
    });
  });

  it('a meeting of an earlier day may be written down later', () => {
    const world = createMilestoneWorld();
    record(world, { meetingOn: '2018-12-05' });
    expect(world.db.select().from(decisions).get()).toMatchObject({ meetingOn: '2018-12-05', recordedOn: TODAY });
  });

  it('a clock before what is known refuses, be it an event, an edition, a decision or an outcome', () => {
    const world = createMilestoneWorld();
    record(world);
    expect(refusalOf(() => record(world, { text: 'دیگر' }, '2018-12-07'))).toMatchObject({
      code: 'read_only_clock',
      details: { newestRecordedOn: TODAY },
    });
    conclude(world, {}, '2018-12-10');
    expect(refusalOf(() => issueEdition(world.as('deputy', { today: '2018-12-09' }))).code).toBe('read_only_clock');
  });
});

describe('recording what became of it', () => {
  it.each(MAY)('a %s records it with its audit row', (role) => {
    const world = createMilestoneWorld();
    record(world);
    conclude(world, { occurredOn: '2018-12-11', note: 'رسید' }, '2018-12-13', role);
    expect(world.db.select().from(decisionOutcomes).all()).toMatchObject([
      { decisionId: 1, outcome: 'kept', occurredOn: '2018-12-11', recordedOn: '2018-12-13', note: 'رسید' },
    ]);
    expect(auditTrail(world.db)).toEqual(['decision.record 1 deputy', `decision.conclude 1 ${role}`]);
  });

  it.each(ROLES.filter((role) => !MAY.includes(role)))('a %s may not', (role) => {
    const world = createMilestoneWorld();
    record(world);
    expect(refusalOf(() => conclude(world, {}, '2018-12-13', role)).code).toBe('forbidden');
    expect(auditTrail(world.db)).toHaveLength(1);
  });

  it('an unknown number is not found', () => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => conclude(world, { number: 7 })).code).toBe('not_found');
  });

  it('an outcome that cannot be is refused beside its field', () => {
    const world = createMilestoneWorld();
    record(world);
    const refusal = refusalOf(() => conclude(world, { outcome: 'broken', note: 'نشد' }, '2018-12-12'));
    expect(refusal.details).toMatchObject({ field: 'outcome', reason: 'promise_not_due' });
    expect(fieldSentences(refusal.details)['outcome']).toContain('۲۱');
    expect(auditTrail(world.db)).toHaveLength(1);
  });

  it('two people: the second is told what the first recorded, and nothing is overwritten', () => {
    const world = createMilestoneWorld();
    record(world);
    conclude(world);
    expect(refusalOf(() => conclude(world, { outcome: 'dropped', note: 'دیگر لازم نیست' }))).toMatchObject({
      code: 'conflict',
      details: { actorName: 'نام deputy' },
    });
    expect(world.db.select().from(decisionOutcomes).all()).toHaveLength(1);
  });

  it('a correction is a newer row and the older one stays', () => {
    const world = createMilestoneWorld();
    record(world);
    const { outcomeId } = conclude(world);
    conclude(world, { outcome: 'reopened', note: 'اشتباه ثبت شد', expectedOutcomeId: outcomeId }, '2018-12-14');
    expect(
      world.db
        .select()
        .from(decisionOutcomes)
        .all()
        .map(({ outcome }) => outcome),
    ).toEqual(['kept', 'reopened']);
  });
});

describe('what was recorded', () => {
  it('can neither be changed nor deleted, and its days do not go back', () => {
    const world = createMilestoneWorld();
    record(world);
    conclude(world);
    const run = (sql: string) => () => world.db.$client.exec(sql);
    expect(run("update decisions set text = 'x'")).toThrow(/append-only/);
    expect(run('delete from decisions')).toThrow(/append-only/);
    expect(run("update decision_outcomes set outcome = 'kept'")).toThrow(/append-only/);
    expect(run('delete from decision_outcomes')).toThrow(/append-only/);
    const copy = (day: string) =>
      `insert into decision_outcomes (decision_id, outcome, occurred_on, recorded_on, recorded_at, recorded_by_name)
       values (1, 'kept', '2018-12-01', '${day}', '', '')`;
    expect(run(copy('2018-12-12'))).toThrow(/goes back/);
    expect(run(copy('2018-12-13'))).not.toThrow();
  });

  it('changes no figure and no state of a milestone', () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    record(world);
    conclude(world);
    expect(world.db.$client.prepare('select count(*) from events').pluck().get()).toBe(1);
  });
});
