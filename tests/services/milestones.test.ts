import { describe, expect, it } from 'vitest';
import { events, evidence } from '@/db/schema/index';
import { recordMilestoneEvent, type MilestoneEventInput } from '@/lib/services/milestones';
import {
  auditTrail,
  createMilestoneWorld,
  HD1,
  LETTER,
  refusalOf,
  TODAY,
  type MilestoneWorld,
} from '../support/milestone-world';

const claimHd1 = (world: MilestoneWorld, more: Partial<MilestoneEventInput> = {}) =>
  recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER], ...more });

describe('recording an event of a milestone', () => {
  it('a liaison claims with a letter and gets a receipt with month and number', () => {
    const world = createMilestoneWorld();
    const recorded = claimHd1(world);
    expect(recorded).toMatchObject({
      state: 'claimed',
      receiptNumber: '97-09-1',
      recordedOn: TODAY,
      dueOn: '2018-12-01',
    });
    expect(world.db.select().from(events).all()).toMatchObject([
      { kind: 'claim', side: 'body', actorName: 'نام liaison', onBehalf: false, byDelegate: false, occurredOn: TODAY },
    ]);
    expect(world.db.select().from(evidence).all()).toMatchObject([
      { kind: 'letter', letterNumber: '۳۱۲/گ', letterOn: '2018-12-01', classification: 'ordinary' },
    ]);
    expect(auditTrail(world.db)).toEqual(['milestone.claim EA-001/HD1 liaison']);
  });

  it('a refused event leaves neither event nor evidence nor audit row', () => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => claimHd1(world, { evidence: [] }))).toMatchObject({
      code: 'illegal_transition',
      details: {
        reason: 'evidence_missing',
        state: 'not_started',
        expectedEvidence: ['letter'],
        bodyName: 'ادارهٔ ثبت',
      },
    });
    expect(world.db.select().from(events).all()).toEqual([]);
    expect(auditTrail(world.db)).toEqual([]);
  });

  it('a claim needs one of the expected kinds of evidence', () => {
    const world = createMilestoneWorld();
    const onlyUrl = [{ kind: 'url', url: 'https://example.ir/desk' }] as const;
    expect(refusalOf(() => claimHd1(world, { evidence: onlyUrl })).details).toMatchObject({
      reason: 'evidence_kind_missing',
    });
  });

  it('an event cannot have happened tomorrow', () => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => claimHd1(world, { occurredOn: '2018-12-09' })).details).toMatchObject({
      reason: 'occurred_after_recorded',
    });
  });

  it('an event may have happened before the programme began', () => {
    const world = createMilestoneWorld();
    claimHd1(world, { occurredOn: '2018-05-01' });
    expect(world.db.select().from(events).all()).toMatchObject([{ occurredOn: '2018-05-01', recordedOn: TODAY }]);
  });

  it('a letter cannot be dated after today', () => {
    const world = createMilestoneWorld();
    const letter = { ...LETTER, letterOn: '2018-12-09' } as const;
    expect(refusalOf(() => claimHd1(world, { evidence: [letter] }))).toMatchObject({
      code: 'invalid_input',
      details: { field: 'letterOn', reason: 'after_today' },
    });
  });

  it.each([
    ['javascript:alert(1)', 'not_an_address'],
    ['www.example.ir', 'not_an_address'],
    ['  ', 'missing'],
  ])('the address %j is refused as evidence', (url, reason) => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => claimHd1(world, { evidence: [LETTER, { kind: 'url', url }] })).details).toMatchObject({
      field: 'url',
      reason,
    });
  });

  it('a milestone that does not exist, or belongs to another body, looks as if it were not there', () => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => claimHd1(world, { milestoneCode: 'HD7' })).code).toBe('not_found');
    expect(refusalOf(() => claimHd1(world, { bodyCode: 'ZZ-999' })).code).toBe('not_found');
    expect(refusalOf(() => claimHd1(world, { bodyCode: 'VA-001' })).code).toBe('not_found');
    expect(refusalOf(() => claimHd1(world, { programmeCode: 'other' })).code).toBe('not_found');
  });

  it('a wrong clock makes everything read-only', () => {
    const world = createMilestoneWorld();
    claimHd1(world);
    const yesterday = world.as('liaison', { today: '2018-12-07' });
    expect(refusalOf(() => recordMilestoneEvent(yesterday, { ...HD1, kind: 'withdraw', note: 'اشتباه' })).code).toBe(
      'read_only_clock',
    );
  });
});

describe('who may record what', () => {
  const roles = ['deputy', 'expert', 'liaison', 'viewer', 'admin'] as const;
  /** Each kind on a milestone that is ready for it, and the roles that may. */
  const cases: readonly [
    kind: MilestoneEventInput['kind'],
    before: readonly string[],
    facts: object,
    allowed: readonly string[],
  ][] = [
    ['start', [], {}, ['liaison']],
    ['claim', [], { evidence: [LETTER] }, ['liaison', 'expert']],
    ['withdraw', ['claim'], { note: 'اشتباه' }, ['liaison']],
    ['verify', ['claim'], {}, ['deputy', 'expert']],
    ['return', ['claim'], { note: 'ناخوانا' }, ['deputy', 'expert']],
    ['block', [], { cause: 'no_budget', turn: 'province', note: 'اعتبار نرسیده' }, ['liaison']],
    ['unblock', ['block'], {}, ['liaison', 'deputy', 'expert']],
    ['reopen', ['claim', 'verify'], { note: 'بازدید ناموفق' }, ['deputy']],
    ['exempt', [], { note: 'خدمتی ندارد' }, ['deputy']],
    ['lift_exemption', ['exempt'], { note: 'خدمت آغاز شد' }, ['deputy']],
    ['extend', [], { note: 'قطعی خط', dueOn: '2018-12-12' }, ['deputy']],
  ];
  const prepare = (world: MilestoneWorld, steps: readonly string[]) => {
    for (const step of steps) {
      if (step === 'claim') claimHd1(world);
      if (step === 'verify') recordMilestoneEvent(world.as('deputy', { id: 'other' }), { ...HD1, kind: 'verify' });
      if (step === 'exempt') recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'exempt', note: 'خدمتی ندارد' });
      if (step === 'block') {
        recordMilestoneEvent(world.as('liaison'), {
          ...HD1,
          kind: 'block',
          cause: 'no_budget',
          turn: 'province',
          note: 'اعتبار',
        });
      }
    }
  };

  describe.each(cases)('%s', (kind, before, facts, allowed) => {
    it.each(roles)(`as %s`, (role) => {
      const world = createMilestoneWorld();
      prepare(world, before);
      const audited = auditTrail(world.db).length;
      const attempt = () => recordMilestoneEvent(world.as(role), { ...HD1, kind, ...facts });
      if (allowed.includes(role)) {
        expect(attempt().eventId).toBeGreaterThan(0);
        const action = kind === 'claim' && role === 'expert' ? 'milestone.claim_on_behalf' : `milestone.${kind}`;
        expect(auditTrail(world.db).slice(audited)).toEqual([`${action} EA-001/HD1 ${role}`]);
      } else {
        expect(refusalOf(attempt).code).toBe('forbidden');
        expect(auditTrail(world.db)).toHaveLength(audited);
      }
    });
  });

  it.each(roles)('certify as %s', (role) => {
    const world = createMilestoneWorld();
    const attempt = () =>
      recordMilestoneEvent(world.as(role), {
        bodyCode: 'EA-001',
        milestoneCode: 'HD9',
        kind: 'certify',
        evidence: [LETTER],
      });
    if (role === 'deputy' || role === 'expert') expect(attempt().state).toBe('verified');
    else expect(refusalOf(attempt).code).toBe('forbidden');
  });

  it('a liaison cannot touch a body of somebody else', () => {
    const world = createMilestoneWorld();
    const stranger = world.as('liaison', { bodies: ['VA-001'] });
    expect(refusalOf(() => recordMilestoneEvent(stranger, { ...HD1, kind: 'start' })).code).toBe('not_found');
  });

  it('an expert of one district decides nothing in another', () => {
    const world = createMilestoneWorld();
    claimHd1(world);
    const elsewhere = world.as('expert', { districtCode: '220303' });
    expect(refusalOf(() => recordMilestoneEvent(elsewhere, { ...HD1, kind: 'verify' })).code).toBe('forbidden');
    const here = world.as('expert', { districtCode: '220305' });
    expect(recordMilestoneEvent(here, { ...HD1, kind: 'verify' }).state).toBe('verified');
  });

  it('a step of the governorate is certified, never claimed by the body', () => {
    const world = createMilestoneWorld();
    const hd9 = { bodyCode: 'EA-001', milestoneCode: 'HD9' };
    expect(
      refusalOf(() => recordMilestoneEvent(world.as('liaison'), { ...hd9, kind: 'claim', evidence: [LETTER] })).details,
    ).toMatchObject({ reason: 'wrong_milestone_actor' });
    expect(
      refusalOf(() => recordMilestoneEvent(world.as('deputy'), { ...hd9, kind: 'certify' })).details,
    ).toMatchObject({
      reason: 'evidence_missing',
    });
  });
});

describe('on behalf, by delegation and for oneself', () => {
  it('an expert who claims on behalf is marked, the event is the body’s, and somebody else verifies', () => {
    const world = createMilestoneWorld();
    const expert = world.as('expert', { id: 'expert-1' });
    recordMilestoneEvent(expert, { ...HD1, kind: 'claim', evidence: [LETTER] });
    expect(world.db.select().from(events).all()).toMatchObject([{ onBehalf: true, side: 'body' }]);
    expect(refusalOf(() => recordMilestoneEvent(expert, { ...HD1, kind: 'verify' })).details).toMatchObject({
      reason: 'own_claim',
    });
    expect(recordMilestoneEvent(world.as('expert', { id: 'expert-2' }), { ...HD1, kind: 'verify' }).state).toBe(
      'verified',
    );
  });

  it('a claim on behalf needs the signed paper, not an address alone', () => {
    const world = createMilestoneWorld();
    const hd3 = { bodyCode: 'EA-001', milestoneCode: 'HD3', kind: 'claim' } as const;
    const url = { kind: 'url', url: 'https://example.ir' } as const;
    expect(refusalOf(() => recordMilestoneEvent(world.as('expert'), { ...hd3, evidence: [url] }))).toMatchObject({
      code: 'invalid_input',
      details: { field: 'evidence', reason: 'signed_paper_missing' },
    });
    expect(recordMilestoneEvent(world.as('expert'), { ...hd3, evidence: [url, LETTER] }).state).toBe('claimed');
  });

  it('the governorate’s own claim is verified by the deputy alone and marked as self-declared', () => {
    const world = createMilestoneWorld();
    const own = { bodyCode: 'GV-001', milestoneCode: 'HD1' };
    recordMilestoneEvent(world.as('liaison', { bodies: ['GV-001'] }), { ...own, kind: 'claim', evidence: [LETTER] });
    expect(refusalOf(() => recordMilestoneEvent(world.as('expert'), { ...own, kind: 'verify' })).code).toBe(
      'forbidden',
    );
    recordMilestoneEvent(world.as('deputy'), { ...own, kind: 'verify' });
    expect(world.db.select().from(events).all()).toMatchObject([
      { kind: 'claim', selfDeclared: false },
      { kind: 'verify', selfDeclared: true, byDelegate: false },
    ]);
  });

  it('a delegate verifies the governorate’s own claim in the deputy’s place, and it says so', () => {
    const world = createMilestoneWorld();
    const own = { bodyCode: 'GV-001', milestoneCode: 'HD1' };
    recordMilestoneEvent(world.as('liaison', { bodies: ['GV-001'] }), { ...own, kind: 'claim', evidence: [LETTER] });
    recordMilestoneEvent(world.as('expert', { isDelegate: true }), { ...own, kind: 'verify' });
    expect(world.db.select().from(events).all()[1]).toMatchObject({ selfDeclared: true, byDelegate: true });
  });

  it('a delegate who does what an expert may do anyway does it in the own name', () => {
    const world = createMilestoneWorld();
    claimHd1(world);
    const delegate = world.as('expert', { isDelegate: true });
    recordMilestoneEvent(delegate, { ...HD1, kind: 'verify' });
    recordMilestoneEvent(delegate, { ...HD1, kind: 'reopen', note: 'بازدید ناموفق' });
    expect(world.db.select().from(events).all().slice(1)).toMatchObject([
      { kind: 'verify', byDelegate: false },
      { kind: 'reopen', byDelegate: true },
    ]);
  });
});

describe('two people at once', () => {
  it('the second is told what the first did, and nothing is overwritten', () => {
    const world = createMilestoneWorld();
    const claim = claimHd1(world);
    const seen = { ...HD1, expectedLastEventId: claim.eventId } as const;
    recordMilestoneEvent(world.as('expert', { id: 'first', name: 'مریم' }), {
      ...seen,
      kind: 'return',
      note: 'ناخوانا',
    });
    expect(refusalOf(() => recordMilestoneEvent(world.as('deputy'), { ...seen, kind: 'verify' }))).toMatchObject({
      code: 'conflict',
      details: { kind: 'return', actorName: 'مریم', recordedOn: TODAY, state: 'returned', isSelf: false },
    });
    expect(world.db.select().from(events).all()).toHaveLength(2);
  });

  it('the same form sent twice records one event', () => {
    const world = createMilestoneWorld();
    claimHd1(world, { expectedLastEventId: null });
    expect(refusalOf(() => claimHd1(world, { expectedLastEventId: null }))).toMatchObject({
      code: 'conflict',
      details: { kind: 'claim', isSelf: true, eventId: 1 },
    });
  });

  it('whoever may not act learns nothing from a conflict', () => {
    const world = createMilestoneWorld();
    claimHd1(world);
    const viewer = world.as('viewer');
    expect(
      refusalOf(() => recordMilestoneEvent(viewer, { ...HD1, kind: 'verify', expectedLastEventId: null })).code,
    ).toBe('forbidden');
  });
});
