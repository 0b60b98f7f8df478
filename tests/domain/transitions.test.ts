import { describe, expect, test } from 'vitest';
import type { MilestoneEvent, MilestoneState } from '@/lib/domain/milestone-state';
import {
  applyEvent,
  type Attempt,
  type AttemptContext,
  checkAttempt,
  possibleEvents,
  sideOfKind,
  TRANSITIONS,
} from '@/lib/domain/transitions';
import {
  MILESTONE_EVENTS,
  MILESTONE_STATES,
  type MilestoneActor,
  type MilestoneEventKind,
  type MilestoneStateName,
  type Role,
} from '@/lib/domain/vocabulary';
import { dueContext, END_OF_AZAR, event, stateAfter } from './builders';

const DAY = '2018-11-10';
const NEXT_DAY = '2018-11-11';

/** Events that lead to each state, the last of them recorded on DAY. */
const LEADS_TO: Record<MilestoneStateName, readonly MilestoneEvent[]> = {
  not_started: [],
  in_progress: [event('start', DAY)],
  claimed: [event('claim', DAY)],
  verified: [event('claim', DAY), event('verify', DAY)],
  returned: [event('claim', DAY), event('return', DAY)],
  blocked: [event('block', DAY)],
  exempt: [event('exempt', DAY)],
};

function attempt(kind: MilestoneEventKind, overrides: Partial<Attempt> = {}): Attempt {
  return {
    kind,
    occurredOn: DAY,
    recordedOn: DAY,
    actorId: 'deputy',
    note: 'دلیل',
    cause: 'no_budget',
    turn: 'province',
    dueOn: kind === 'extend' ? '2019-02-01' : null,
    evidenceKinds: ['letter'],
    isImported: false,
    ...overrides,
  };
}

function context(milestoneActor: MilestoneActor = 'body', overrides: Partial<AttemptContext> = {}): AttemptContext {
  return { milestoneActor, expectedEvidence: ['letter', 'file'], baselineDueOn: END_OF_AZAR, ...overrides };
}

/** For every event: the states it may start from and where it leads, on a milestone of the body and on one of the governorate. */
const ALLOWED: Record<MilestoneEventKind, Partial<Record<MilestoneStateName, MilestoneStateName>>> = {
  start: { not_started: 'in_progress', returned: 'in_progress' },
  claim: { not_started: 'claimed', in_progress: 'claimed', returned: 'claimed', blocked: 'claimed' },
  withdraw: { claimed: 'in_progress' },
  verify: { claimed: 'verified' },
  certify: { not_started: 'verified', in_progress: 'verified', returned: 'verified' },
  return: { claimed: 'returned' },
  block: { not_started: 'blocked', in_progress: 'blocked', returned: 'blocked' },
  unblock: { blocked: 'in_progress' },
  reopen: { verified: 'returned' },
  undo: { verified: 'claimed', returned: 'claimed' },
  exempt: {
    not_started: 'exempt',
    in_progress: 'exempt',
    claimed: 'exempt',
    returned: 'exempt',
    blocked: 'exempt',
  },
  lift_exemption: { exempt: 'not_started' },
  extend: {
    not_started: 'not_started',
    in_progress: 'in_progress',
    claimed: 'claimed',
    returned: 'returned',
    blocked: 'blocked',
  },
};

const ONLY_ON: Partial<Record<MilestoneEventKind, MilestoneActor>> = { claim: 'body', certify: 'governorate' };

const WHO: Record<MilestoneEventKind, readonly Role[]> = {
  start: ['liaison'],
  claim: ['liaison', 'expert'],
  withdraw: ['liaison'],
  verify: ['deputy', 'expert'],
  certify: ['deputy', 'expert'],
  return: ['deputy', 'expert'],
  block: ['liaison'],
  unblock: ['liaison', 'deputy', 'expert'],
  reopen: ['deputy'],
  undo: ['deputy', 'expert'],
  exempt: ['deputy'],
  lift_exemption: ['deputy'],
  extend: ['deputy'],
};

const EVERY_CASE = MILESTONE_EVENTS.flatMap((kind) =>
  MILESTONE_STATES.flatMap((from) =>
    (['body', 'governorate'] as const).map((actor) => ({ kind, from, actor, to: ALLOWED[kind][from] ?? null })),
  ),
);

describe('every event from every state', () => {
  const allowed = EVERY_CASE.filter(({ kind, actor, to }) => to !== null && (ONLY_ON[kind] ?? actor) === actor);
  const refused = EVERY_CASE.filter((one) => !allowed.includes(one));

  test('of 13 events, 7 states and 2 kinds of milestone every combination is covered', () => {
    expect(allowed.length + refused.length).toBe(13 * 7 * 2);
    expect(allowed).toHaveLength(2 * 23 + 4 + 3);
  });

  test.each(allowed)('$kind leads from $from to $to (milestone of the $actor)', ({ kind, from, actor, to }) => {
    const state = stateAfter(LEADS_TO[from]);
    expect(checkAttempt(state, attempt(kind), context(actor))).toEqual({ ok: true });
    expect(possibleEvents(state, actor)).toContain(kind);
    const after = applyEvent(state, event(kind, DAY, { dueOn: attempt(kind).dueOn }), dueContext(END_OF_AZAR));
    expect(after.state).toBe(to);
  });

  test.each(refused)('$kind is refused from $from (milestone of the $actor)', ({ kind, from, actor, to }) => {
    const state = stateAfter(LEADS_TO[from]);
    const result = checkAttempt(state, attempt(kind), context(actor));
    expect(result).toMatchObject({
      ok: false,
      reason: to === null ? 'wrong_state' : 'wrong_milestone_actor',
      kind,
      state: from,
      by: WHO[kind],
      possible: possibleEvents(state, actor),
    });
    expect(possibleEvents(state, actor)).not.toContain(kind);
    expect(checkAttempt(state, attempt(kind, { isImported: true }), context(actor)).ok).toBe(false);
  });

  test('the table names for each event who may record it', () => {
    for (const kind of MILESTONE_EVENTS) expect(TRANSITIONS[kind].by, kind).toEqual(WHO[kind]);
  });
});

function refusalOf(state: MilestoneState, one: Attempt, where = context()): string | null {
  const result = checkAttempt(state, one, where);
  return result.ok ? null : result.reason;
}

describe('what an event needs', () => {
  const states = Object.fromEntries(MILESTONE_STATES.map((name) => [name, stateAfter(LEADS_TO[name])])) as Record<
    MilestoneStateName,
    MilestoneState
  >;

  test('a claim needs evidence', () => {
    expect(refusalOf(states.in_progress, attempt('claim', { evidenceKinds: [] }))).toBe('evidence_missing');
  });

  test('a claim needs at least one of the kinds that the milestone names', () => {
    expect(refusalOf(states.in_progress, attempt('claim', { evidenceKinds: ['photo', 'url'] }))).toBe(
      'evidence_kind_missing',
    );
    expect(refusalOf(states.in_progress, attempt('claim', { evidenceKinds: ['photo', 'file'] }))).toBeNull();
  });

  test('a certification needs the inspection or test as evidence', () => {
    expect(refusalOf(states.not_started, attempt('certify', { evidenceKinds: [] }), context('governorate'))).toBe(
      'evidence_missing',
    );
  });

  test('an imported claim or certification needs no evidence', () => {
    const imported = { evidenceKinds: [], isImported: true } as const;
    expect(refusalOf(states.in_progress, attempt('claim', imported))).toBeNull();
    expect(refusalOf(states.in_progress, attempt('certify', imported), context('governorate'))).toBeNull();
  });

  test.each([
    ['withdraw', 'claimed'],
    ['return', 'claimed'],
    ['reopen', 'verified'],
    ['undo', 'verified'],
    ['exempt', 'in_progress'],
    ['lift_exemption', 'exempt'],
    ['extend', 'in_progress'],
  ] as const)('%s needs a reason, imported or not', (kind, from) => {
    for (const isImported of [false, true]) {
      expect(refusalOf(states[from], attempt(kind, { note: null, isImported }))).toBe('reason_missing');
      expect(refusalOf(states[from], attempt(kind, { note: '  \u200c ', isImported })), 'only spaces').toBe(
        'reason_missing',
      );
    }
  });

  test.each([
    ['start', 'not_started'],
    ['claim', 'in_progress'],
    ['verify', 'claimed'],
    ['unblock', 'blocked'],
  ] as const)('%s needs no reason', (kind, from) => {
    expect(refusalOf(states[from], attempt(kind, { note: null }))).toBeNull();
  });

  test('a block needs its cause, whose turn it is, and a note', () => {
    expect(refusalOf(states.in_progress, attempt('block', { cause: null }))).toBe('blocker_missing');
    expect(refusalOf(states.in_progress, attempt('block', { turn: null }))).toBe('blocker_missing');
    expect(refusalOf(states.in_progress, attempt('block', { note: ' ' }))).toBe('blocker_missing');
  });

  test('whose turn it is may be unknown in an import, and only there', () => {
    expect(refusalOf(states.in_progress, attempt('block', { turn: 'unknown' }))).toBe('blocker_missing');
    expect(refusalOf(states.in_progress, attempt('block', { turn: 'unknown', isImported: true }))).toBeNull();
    expect(refusalOf(states.in_progress, attempt('block', { turn: null, isImported: true }))).toBeNull();
    expect(stateAfter([event('block', DAY, { turn: null })]).blocker?.turn).toBe('unknown');
  });

  test('an imported block still needs its cause and a note', () => {
    expect(refusalOf(states.in_progress, attempt('block', { cause: null, isImported: true }))).toBe('blocker_missing');
    expect(refusalOf(states.in_progress, attempt('block', { note: null, isImported: true }))).toBe('blocker_missing');
  });

  test('an extension needs a due date after the current one', () => {
    expect(refusalOf(states.in_progress, attempt('extend', { dueOn: null }))).toBe('due_missing');
    expect(refusalOf(states.in_progress, attempt('extend', { dueOn: END_OF_AZAR }))).toBe('due_not_later');
    expect(refusalOf(states.in_progress, attempt('extend', { dueOn: '2018-12-20' }))).toBe('due_not_later');
    expect(refusalOf(states.in_progress, attempt('extend', { dueOn: '2018-12-22' }))).toBeNull();
  });

  test('a second extension must go beyond the first', () => {
    const extended = stateAfter([event('extend', DAY, { dueOn: '2019-01-05' })]);
    expect(refusalOf(extended, attempt('extend', { dueOn: '2019-01-05' }))).toBe('due_not_later');
    expect(checkAttempt(extended, attempt('extend', { dueOn: '2019-01-01' }), context())).toMatchObject({
      currentDueOn: '2019-01-05',
    });
    expect(refusalOf(extended, attempt('extend', { dueOn: '2019-01-06' }))).toBeNull();
  });

  test('nothing can have happened after the day it is recorded', () => {
    expect(refusalOf(states.not_started, attempt('start', { occurredOn: NEXT_DAY }))).toBe('occurred_after_recorded');
    expect(refusalOf(states.not_started, attempt('start', { occurredOn: '2017-01-01' }))).toBeNull();
  });
});

describe('who may decide on a claim', () => {
  const claimedByExpert = stateAfter([event('claim', DAY, { actorId: 'expert-1' })]);

  test('nobody verifies a claim of their own', () => {
    expect(refusalOf(claimedByExpert, attempt('verify', { actorId: 'expert-1' }))).toBe('own_claim');
    expect(refusalOf(claimedByExpert, attempt('verify', { actorId: 'expert-2' }))).toBeNull();
  });

  test('the claim that counts is the latest one', () => {
    const claimedAgain = stateAfter([
      event('claim', DAY, { actorId: 'expert-1' }),
      event('return', DAY),
      event('claim', NEXT_DAY, { actorId: 'liaison-1' }),
    ]);
    expect(refusalOf(claimedAgain, attempt('verify', { actorId: 'expert-1', recordedOn: NEXT_DAY }))).toBeNull();
    expect(refusalOf(claimedAgain, attempt('verify', { actorId: 'liaison-1', recordedOn: NEXT_DAY }))).toBe(
      'own_claim',
    );
  });

  test('imported rows carry no persons to check', () => {
    const imported = stateAfter([event('claim', DAY, { actorId: null })]);
    expect(refusalOf(imported, attempt('verify', { actorId: null, isImported: true }))).toBeNull();
    expect(refusalOf(imported, attempt('verify', { actorId: 'expert-1' }))).toBeNull();
    const bothByImporter = attempt('verify', { actorId: 'expert-1', isImported: true });
    expect(refusalOf(claimedByExpert, bothByImporter)).toBeNull();
  });
});

describe('undo', () => {
  const claim = event('claim', DAY, { actorId: 'liaison' });
  const verify = event('verify', DAY, { actorId: 'expert-1' });
  const giveBack = event('return', DAY, { actorId: 'expert-1' });

  test.each([
    ['verification', verify],
    ['return', giveBack],
  ] as const)('the reviewer takes a %s back on the same day, and the claim waits again', (_, decision) => {
    const decided = stateAfter([claim, decision]);
    expect(refusalOf(decided, attempt('undo', { actorId: 'expert-1' }))).toBeNull();
    const undone = applyEvent(decided, event('undo', DAY), dueContext(END_OF_AZAR));
    expect(undone).toMatchObject({ state: 'claimed', verifiedOn: null, returned: null, undoable: null });
    expect(undone.claim).toEqual(stateAfter([claim]).claim);
  });

  test('somebody else cannot take it back', () => {
    expect(refusalOf(stateAfter([claim, verify]), attempt('undo', { actorId: 'expert-2' }))).toBe('undo_other_person');
  });

  test('it cannot be taken back on another day', () => {
    expect(refusalOf(stateAfter([claim, verify]), attempt('undo', { actorId: 'expert-1', recordedOn: NEXT_DAY }))).toBe(
      'undo_other_day',
    );
  });

  test('it cannot be taken back once something was recorded after it', () => {
    const extended = stateAfter([claim, giveBack, event('extend', DAY, { dueOn: '2019-01-05' })]);
    expect(extended.state).toBe('returned');
    expect(refusalOf(extended, attempt('undo', { actorId: 'expert-1' }))).toBe('undo_nothing');
    expect(possibleEvents(extended, 'body')).not.toContain('undo');
  });

  test('a reopening cannot be taken back', () => {
    const reopened = stateAfter([claim, verify, event('reopen', DAY)]);
    expect(reopened.state).toBe('returned');
    expect(refusalOf(reopened, attempt('undo'))).toBe('undo_not_possible');
  });

  test('a certification cannot be taken back', () => {
    const certified = stateAfter([event('certify', DAY)]);
    expect(refusalOf(certified, attempt('undo'), context('governorate'))).toBe('undo_not_possible');
  });

  test('an undo cannot be undone, but the decision can be taken again', () => {
    const undone = stateAfter([claim, verify, event('undo', DAY)]);
    expect(refusalOf(undone, attempt('undo'))).toBe('wrong_state');
    expect(refusalOf(undone, attempt('verify', { actorId: 'expert-1' }))).toBeNull();
  });

  test('an imported undo needs no person, but the same day', () => {
    const decided = stateAfter([claim, verify]);
    expect(refusalOf(decided, attempt('undo', { actorId: null, isImported: true }))).toBeNull();
    expect(refusalOf(decided, attempt('undo', { actorId: null, isImported: true, recordedOn: NEXT_DAY }))).toBe(
      'undo_other_day',
    );
  });
});

describe('an exemption keeps the state before', () => {
  test.each(['not_started', 'in_progress', 'claimed', 'returned', 'blocked'] as const)(
    'lifting it leads back to %s',
    (from) => {
      const before = stateAfter(LEADS_TO[from]);
      const lifted = stateAfter([...LEADS_TO[from], event('exempt', DAY), event('lift_exemption', NEXT_DAY)]);
      expect(lifted.state).toBe(from);
      expect(lifted.claim).toEqual(before.claim);
      expect(lifted.blocker).toEqual(before.blocker);
      expect(lifted.returned).toEqual(before.returned);
      expect(lifted.beforeExemption).toBeNull();
      expect(lifted.lastRecordedOn).toBe(NEXT_DAY);
    },
  );

  test('an extended due date is still extended afterwards', () => {
    const lifted = stateAfter([
      event('extend', DAY, { dueOn: '2019-01-05' }),
      event('exempt', DAY),
      event('lift_exemption', NEXT_DAY),
    ]);
    expect(lifted.dueOverrideOn).toBe('2019-01-05');
  });

  test('a return from before the exemption can no longer be undone', () => {
    const lifted = stateAfter([...LEADS_TO.returned, event('exempt', DAY), event('lift_exemption', DAY)]);
    expect(lifted.state).toBe('returned');
    expect(possibleEvents(lifted, 'body')).not.toContain('undo');
  });
});

test('what is known of a state leaves with it: reason of a return, blocker, verification', () => {
  expect(stateAfter([...LEADS_TO.returned, event('start', NEXT_DAY)]).returned).toBeNull();
  expect(stateAfter([...LEADS_TO.blocked, event('unblock', NEXT_DAY)]).blocker).toBeNull();
  expect(stateAfter([...LEADS_TO.blocked, event('claim', NEXT_DAY)])).toMatchObject({
    state: 'claimed',
    blocker: null,
  });
  expect(stateAfter([...LEADS_TO.verified, event('reopen', NEXT_DAY)])).toMatchObject({
    verifiedOn: null,
    verifiedEventId: null,
    returned: { recordedOn: NEXT_DAY, reason: 'دلیل' },
  });
  expect(stateAfter([...LEADS_TO.claimed, event('withdraw', NEXT_DAY)])).toMatchObject({
    state: 'in_progress',
    claim: null,
  });
});

test('in an import the side of an event follows from its kind', () => {
  const body: MilestoneEventKind[] = ['start', 'claim', 'withdraw', 'block', 'unblock'];
  for (const kind of MILESTONE_EVENTS)
    expect(sideOfKind(kind), kind).toBe(body.includes(kind) ? 'body' : 'governorate');
});
