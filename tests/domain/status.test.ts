import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneOnDay } from '@/lib/domain/figures';
import type { MilestoneEvent } from '@/lib/domain/milestone-state';
import { DEFAULT_THRESHOLDS } from '@/lib/domain/reference';
import { daysLate, explainStatus, isOpen, pairStatus, worstStatus } from '@/lib/domain/status';
import { effectiveDueOn } from '@/lib/domain/transitions';
import { PAIR_STATUSES, type MilestoneActor } from '@/lib/domain/vocabulary';
import { aMilestone, event, stateAfter, TODAY } from './builders';

/** The day whose knowledge the statuses show, and a deadline well after it. */
const D = TODAY;
const LATER_DEADLINE = addDays(D, 60);
const YESTERDAY = addDays(D, -1);
const NEXT_MONTH = addDays(D, 30);

interface Step {
  code?: string;
  actor?: MilestoneActor;
  due?: CivilDate;
  events?: readonly MilestoneEvent[];
}

function step({ code = 'M1', actor = 'body', due = NEXT_MONTH, events = [] }: Step = {}): MilestoneOnDay {
  const state = stateAfter(events, due);
  const milestone = aMilestone({ code, actor, baselineDueOn: due });
  return { milestone, state, effectiveDueOn: effectiveDueOn(state, due) };
}

function explain(steps: readonly Step[], deadline = LATER_DEADLINE, asOf = D) {
  const items = steps.map((one) => step(one));
  const reason = explainStatus(items, deadline, asOf, DEFAULT_THRESHOLDS);
  expect(pairStatus(items, deadline, asOf, DEFAULT_THRESHOLDS), 'status and its explanation agree').toBe(reason.rule);
  return reason;
}

const statusOf = (steps: readonly Step[], deadline = LATER_DEADLINE, asOf = D) => explain(steps, deadline, asOf).rule;

const LONG_AGO = addDays(D, -60);
const claimed = [event('claim', LONG_AGO)];
const verified = [event('claim', LONG_AGO), event('verify', LONG_AGO)];
const certified = [event('certify', LONG_AGO)];
const exempt = [event('exempt', LONG_AGO)];
const blocked = [event('block', LONG_AGO)];

describe('exempt', () => {
  test('all milestones of the pair are exempt', () => {
    expect(explain([{ events: exempt }, { events: exempt }])).toEqual({ rule: 'exempt', grounds: [] });
  });

  test('one milestone that is not exempt takes the status away', () => {
    expect(statusOf([{ events: exempt }, {}])).toBe('on_track');
  });
});

describe('complete', () => {
  test('all milestones are verified, those of the governorate too', () => {
    expect(explain([{ events: verified }, { actor: 'governorate', events: certified }])).toEqual({
      rule: 'complete',
      grounds: [],
    });
  });

  test('what is exempt is not asked for', () => {
    expect(statusOf([{ events: verified }, { events: exempt }])).toBe('complete');
  });

  test('a complete pair stays complete after its deadline', () => {
    expect(statusOf([{ due: LONG_AGO, events: verified }], YESTERDAY)).toBe('complete');
  });

  test('a claim is not yet a verification', () => {
    expect(statusOf([{ events: verified }, { events: claimed }])).toBe('awaiting_review');
  });
});

describe('missed', () => {
  test('deadline and effective due are both before the day', () => {
    expect(explain([{ code: 'ED6', due: addDays(D, -3) }], YESTERDAY)).toEqual({
      rule: 'missed',
      grounds: [{ milestoneCode: 'ED6', ground: 'past_deadline', days: 3 }],
    });
  });

  test('on the day of the deadline the pair is late, not missed', () => {
    expect(statusOf([{ due: YESTERDAY }], D)).toBe('late');
  });

  test('a due date extended past the deadline saves the pair from being missed', () => {
    const extended = [event('extend', LONG_AGO, { dueOn: D })];
    expect(statusOf([{ due: addDays(D, -3), events: extended }], YESTERDAY)).not.toBe('missed');
    expect(statusOf([{ due: addDays(D, -3), events: extended }], YESTERDAY, addDays(D, 1))).toBe('missed');
  });

  test('a claim made in time is never missed while it waits for the governorate', () => {
    expect(statusOf([{ due: addDays(D, -3), events: claimed }], YESTERDAY)).toBe('awaiting_review');
  });

  test('a milestone of the governorate makes no body miss a deadline', () => {
    expect(statusOf([{ events: verified }, { actor: 'governorate', due: addDays(D, -3) }], YESTERDAY)).toBe(
      'awaiting_review',
    );
  });
});

describe('awaiting review', () => {
  test('nothing is open: a claim waits for its review, the inspection for the governorate', () => {
    expect(
      explain([
        { code: 'HD1', events: verified },
        { code: 'HD2', due: YESTERDAY, events: claimed },
        { code: 'HD9', due: YESTERDAY, actor: 'governorate' },
      ]),
    ).toEqual({
      rule: 'awaiting_review',
      grounds: [
        { milestoneCode: 'HD2', ground: 'waits_for_review', days: 60 },
        { milestoneCode: 'HD9', ground: 'waits_for_governorate', days: null },
      ],
    });
  });

  test('one open milestone takes the status away', () => {
    expect(statusOf([{ events: claimed }, {}])).toBe('on_track');
  });
});

describe('late', () => {
  test.each([
    ['one day after its due date', addDays(D, -1), 'late'],
    ['on its due date', D, 'at_risk'],
    ['before its due date', addDays(D, 8), 'on_track'],
  ] as const)('an untouched milestone %s', (_, due, status) => {
    expect(statusOf([{ due }])).toBe(status);
  });

  test('the reasons are the overdue milestones with their days, and no others', () => {
    expect(
      explain([
        { code: 'ED1', due: addDays(D, -20), events: verified },
        { code: 'ED5', due: addDays(D, -7) },
        { code: 'ED6', due: addDays(D, -1), events: [event('start', LONG_AGO)] },
        { code: 'ED7', due: D },
        { code: 'ED10', due: addDays(D, -9), actor: 'governorate' },
      ]),
    ).toEqual({
      rule: 'late',
      grounds: [
        { milestoneCode: 'ED5', ground: 'overdue', days: 7 },
        { milestoneCode: 'ED6', ground: 'overdue', days: 1 },
      ],
    });
  });

  test('an extension moves the day from which a milestone is late', () => {
    const until = (dueOn: CivilDate) => [event('extend', LONG_AGO, { dueOn })];
    expect(statusOf([{ due: addDays(D, -20), events: until(D) }])).not.toBe('late');
    expect(statusOf([{ due: addDays(D, -20), events: until(YESTERDAY) }])).toBe('late');
  });

  test('a blocked milestone past its due date is late all the same', () => {
    expect(statusOf([{ due: YESTERDAY, events: blocked }])).toBe('late');
  });
});

describe('at risk', () => {
  test.each([
    ['due today', 0, 'at_risk'],
    ['due in 7 days', 7, 'at_risk'],
    ['due in 8 days', 8, 'on_track'],
  ] as const)('an untouched milestone %s', (_, days, status) => {
    expect(statusOf([{ due: addDays(D, days) }])).toBe(status);
  });

  test('a returned milestone due in 7 days, however recently returned', () => {
    const returned = [event('claim', YESTERDAY), event('return', YESTERDAY, { dueOn: addDays(D, 7) })];
    expect(explain([{ code: 'ED2', due: D, events: returned }])).toEqual({
      rule: 'at_risk',
      grounds: [{ milestoneCode: 'ED2', ground: 'due_soon', days: 7 }],
    });
  });

  test.each([
    ['14 days ago', 14, 'on_track'],
    ['15 days ago', 15, 'at_risk'],
  ] as const)('work in progress, due in 7 days, last heard of %s', (_, days, status) => {
    expect(statusOf([{ due: addDays(D, 7), events: [event('start', addDays(D, -days))] }])).toBe(status);
  });

  test('quiet work is named with its days of silence', () => {
    expect(explain([{ code: 'ED9', due: D, events: [event('start', addDays(D, -15))] }])).toEqual({
      rule: 'at_risk',
      grounds: [{ milestoneCode: 'ED9', ground: 'quiet', days: 15 }],
    });
  });

  test('quiet work that is not due within 7 days is on track', () => {
    expect(statusOf([{ due: addDays(D, 8), events: [event('start', LONG_AGO)] }])).toBe('on_track');
  });

  test('an event of anybody breaks the quiet of a milestone', () => {
    const events = [event('start', LONG_AGO), event('extend', YESTERDAY, { dueOn: addDays(D, 5) })];
    expect(statusOf([{ due: addDays(D, 3), events }])).toBe('on_track');
  });

  test('what counts is when the office learned of the event, not when it happened', () => {
    const start = event('start', YESTERDAY, { occurredOn: LONG_AGO });
    expect(statusOf([{ due: addDays(D, 3), events: [start] }])).toBe('on_track');
  });

  test('a blocked milestone, however far its due date', () => {
    expect(explain([{ code: 'NT4', due: addDays(D, 50), events: blocked }])).toEqual({
      rule: 'at_risk',
      grounds: [{ milestoneCode: 'NT4', ground: 'blocked', days: 60 }],
    });
  });

  test('milestones that are claimed or of the governorate put nothing at risk', () => {
    expect(statusOf([{ due: D, events: claimed }, { due: D, actor: 'governorate' }, { due: addDays(D, 20) }])).toBe(
      'on_track',
    );
  });

  test('all grounds are given', () => {
    const grounds = explain([
      { code: 'A', due: addDays(D, 3) },
      { code: 'B', events: blocked },
      { code: 'C', due: addDays(D, 7), events: [event('start', LONG_AGO)] },
      { code: 'D' },
    ]).grounds.map(({ milestoneCode, ground }) => [milestoneCode, ground]);
    expect(grounds).toEqual([
      ['A', 'due_soon'],
      ['B', 'blocked'],
      ['C', 'quiet'],
    ]);
  });
});

test('on track needs no grounds', () => {
  expect(explain([{ due: addDays(D, 8) }])).toEqual({ rule: 'on_track', grounds: [] });
});

describe('open milestones and their lateness', () => {
  test.each([
    ['not started', [], true],
    ['in progress', [event('start', LONG_AGO)], true],
    ['returned', [event('claim', LONG_AGO), event('return', LONG_AGO)], true],
    ['blocked', blocked, true],
    ['claimed', claimed, false],
    ['verified', verified, false],
    ['exempt', exempt, false],
  ] as const)('%s', (_, events, open) => {
    expect(isOpen(step({ events }))).toBe(open);
    expect(isOpen(step({ events, actor: 'governorate' })), 'of the governorate').toBe(false);
  });

  test('days late count from the effective due date', () => {
    expect(daysLate(step({ due: addDays(D, -7) }), D)).toBe(7);
    expect(daysLate(step({ due: D }), D)).toBe(0);
    expect(daysLate(step({ due: addDays(D, -7), events: claimed }), D)).toBe(0);
    expect(daysLate(step({ due: addDays(D, -7), actor: 'governorate' }), D)).toBe(0);
    expect(
      daysLate(step({ due: addDays(D, -7), events: [event('extend', LONG_AGO, { dueOn: addDays(D, -2) })] }), D),
    ).toBe(2);
  });
});

describe("a body's own status is the worst of its tracks", () => {
  test('in the order missed, late, at risk, awaiting review, on track, complete, exempt', () => {
    expect([...PAIR_STATUSES]).toEqual([
      'missed',
      'late',
      'at_risk',
      'awaiting_review',
      'on_track',
      'complete',
      'exempt',
    ]);
    PAIR_STATUSES.forEach((status, index) => {
      expect(worstStatus([...PAIR_STATUSES.slice(index)].reverse())).toBe(status);
    });
  });

  test('a body without tracks has none', () => {
    expect(worstStatus([])).toBeNull();
  });
});
