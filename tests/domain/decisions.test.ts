import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import {
  calculateDecisionState,
  countDecisionStates,
  DECISION_STATES,
  isDueAtMeeting,
  previousMeetingOn,
  refuseConclusion,
  suggestOutcome,
  type DecisionOutcomeRow,
} from '@/lib/domain/decisions';
import { NOT_STARTED, type MilestoneState } from '@/lib/domain/milestone-state';
import { DECISION_OUTCOMES, type DecisionOutcome } from '@/lib/domain/vocabulary';

/** Decided on Sunday 1397/09/11, promised for the end of Wednesday 1397/09/14. */
const DECISION = { meetingOn: '2018-12-02', promisedOn: '2018-12-05' } as const;

function outcome(
  id: number,
  word: DecisionOutcome,
  recordedOn: CivilDate,
  occurredOn: CivilDate = recordedOn,
): DecisionOutcomeRow {
  return {
    id,
    decisionId: 1,
    outcome: word,
    occurredOn,
    recordedOn,
    recordedAt: `${recordedOn}T09:00:00.000Z`,
    recordedByName: 'معاون',
    byDelegate: false,
    note: null,
  };
}

describe('a decision without an outcome', () => {
  test.each([
    ['2018-12-02', 'open', 3, null],
    ['2018-12-04', 'open', 1, null],
    ['2018-12-05', 'open', 0, null],
    ['2018-12-06', 'overdue', null, 1],
    ['2018-12-12', 'overdue', null, 7],
  ] as const)('on %s is %s: a promise counts to the end of its day', (asOf, state, daysLeft, daysLate) => {
    expect(calculateDecisionState(DECISION, [], asOf)).toEqual({ state, outcome: null, daysLeft, daysLate });
  });
});

describe('a decision with an outcome', () => {
  test.each([
    ['2018-12-03', 0],
    ['2018-12-05', 0],
    ['2018-12-06', 1],
    ['2018-12-08', 3],
  ] as const)('kept on %s is %i days late', (occurredOn, daysLate) => {
    const rows = [outcome(1, 'kept', '2018-12-08', occurredOn)];
    expect(calculateDecisionState(DECISION, rows, '2018-12-08')).toMatchObject({ state: 'kept', daysLate });
  });

  test('is known from the day of recording, not from the day it happened', () => {
    const rows = [outcome(1, 'kept', '2018-12-08', '2018-12-04')];
    expect(calculateDecisionState(DECISION, rows, '2018-12-07').state).toBe('overdue');
    expect(calculateDecisionState(DECISION, rows, '2018-12-08').state).toBe('kept');
  });

  test('stays what it is however late one looks', () => {
    for (const word of ['broken', 'dropped'] as const) {
      const rows = [outcome(1, word, '2018-12-06')];
      expect(calculateDecisionState(DECISION, rows, '2019-03-20').state).toBe(word);
    }
  });

  test('the newest of several holds, and one that is taken back stands for none', () => {
    const rows = [
      outcome(1, 'broken', '2018-12-06'),
      outcome(2, 'kept', '2018-12-07', '2018-12-04'),
      outcome(3, 'reopened', '2018-12-08'),
    ];
    expect(calculateDecisionState(DECISION, rows, '2018-12-06').state).toBe('broken');
    expect(calculateDecisionState(DECISION, rows, '2018-12-07').state).toBe('kept');
    expect(calculateDecisionState(DECISION, rows, '2018-12-08')).toMatchObject({ state: 'overdue', outcome: null });
  });
});

const aDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2018-12-02', days));
const someOutcomes = fc
  .array(fc.record({ word: fc.constantFrom(...DECISION_OUTCOMES), day: aDay, ago: fc.integer({ min: 0, max: 5 }) }), {
    maxLength: 8,
  })
  .map((rows) =>
    [...rows]
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .map(({ word, day, ago }, index) => outcome(index + 1, word, day, addDays(day, -ago))),
  );

describe('whatever was recorded', () => {
  test('a past day never changes by what is recorded later', () => {
    fc.assert(
      fc.property(someOutcomes, aDay, (rows, asOf) => {
        const known = rows.filter(({ recordedOn }) => recordedOn <= asOf);
        expect(calculateDecisionState(DECISION, rows, asOf)).toEqual(calculateDecisionState(DECISION, known, asOf));
      }),
    );
  });

  test('a decision has exactly one state, and is overdue only after its promised day', () => {
    fc.assert(
      fc.property(someOutcomes, aDay, (rows, asOf) => {
        const state = calculateDecisionState(DECISION, rows, asOf);
        expect(DECISION_STATES).toContain(state.state);
        if (state.state === 'overdue') expect(asOf > DECISION.promisedOn).toBe(true);
        if (state.state === 'open') expect(asOf <= DECISION.promisedOn).toBe(true);
        const counts = countDecisionStates([state]);
        expect(DECISION_STATES.reduce((sum, name) => sum + counts[name], 0)).toBe(1);
      }),
    );
  });
});

describe('recording an outcome', () => {
  const today: CivilDate = '2018-12-08';
  const none = calculateDecisionState(DECISION, [], today);
  const kept = calculateDecisionState(DECISION, [outcome(1, 'kept', '2018-12-06', '2018-12-05')], today);

  test.each([
    ['kept without a word', none, { outcome: 'kept', occurredOn: '2018-12-04', note: null }, null],
    ['a day to come', none, { outcome: 'kept', occurredOn: '2018-12-09', note: null }, 'after_today'],
    ['a day before the meeting', none, { outcome: 'kept', occurredOn: '2018-12-01', note: null }, 'before_meeting'],
    ['broken without a reason', none, { outcome: 'broken', occurredOn: today, note: null }, 'reason_missing'],
    ['broken with a reason', none, { outcome: 'broken', occurredOn: today, note: 'نشد' }, null],
    ['dropped without a reason', none, { outcome: 'dropped', occurredOn: today, note: null }, 'reason_missing'],
    ['nothing to take back', none, { outcome: 'reopened', occurredOn: today, note: 'اشتباه' }, 'nothing_to_reopen'],
    ['taking back with a reason', kept, { outcome: 'reopened', occurredOn: today, note: 'اشتباه' }, null],
    ['the same again', kept, { outcome: 'kept', occurredOn: '2018-12-05', note: 'باز' }, 'same_outcome'],
    [
      'a correction without a reason',
      kept,
      { outcome: 'kept', occurredOn: '2018-12-06', note: null },
      'reason_missing',
    ],
    ['a correction with a reason', kept, { outcome: 'kept', occurredOn: '2018-12-06', note: 'یک روز دیرتر' }, null],
  ] as const)('%s', (_, current, attempt, reason) => {
    expect(refuseConclusion(DECISION, current, attempt, today)?.reason ?? null).toBe(reason);
  });

  test('nobody has broken a promise before its day has passed', () => {
    const attempt = { outcome: 'broken', occurredOn: '2018-12-05', note: 'نشد' } as const;
    expect(refuseConclusion(DECISION, none, attempt, '2018-12-05')?.reason).toBe('promise_not_due');
    expect(refuseConclusion(DECISION, none, attempt, '2018-12-06')).toBeNull();
  });
});

describe('what the milestone of a decision suggests', () => {
  const state = (facts: Partial<MilestoneState>): MilestoneState => ({ ...NOT_STARTED, ...facts });
  const claim = (occurredOn: CivilDate) => ({
    eventId: 1,
    actorId: null,
    occurredOn,
    recordedOn: occurredOn,
    isOnTime: true,
  });

  test('claimed in time: kept, on the day of the claim', () => {
    expect(suggestOutcome(DECISION, state({ state: 'claimed', claim: claim('2018-12-05') }), '2018-12-06')).toEqual({
      outcome: 'kept',
      occurredOn: '2018-12-05',
      milestoneState: 'claimed',
      daysLate: 0,
    });
  });

  test('claimed after the promised day and verified: kept late', () => {
    const verified = state({ state: 'verified', claim: claim('2018-12-07'), verifiedOn: '2018-12-08' });
    expect(suggestOutcome(DECISION, verified, '2018-12-08')).toMatchObject({ outcome: 'kept', daysLate: 2 });
  });

  test('done before the meeting: kept on the day of the meeting', () => {
    const early = state({ state: 'verified', claim: claim('2018-11-20'), verifiedOn: '2018-11-21' });
    expect(suggestOutcome(DECISION, early, '2018-12-03')).toMatchObject({ outcome: 'kept', occurredOn: '2018-12-02' });
  });

  test('certified without a claim: kept on the day of the certification', () => {
    const certified = state({ state: 'verified', verifiedOn: '2018-12-04' });
    expect(suggestOutcome(DECISION, certified, '2018-12-05')).toMatchObject({ occurredOn: '2018-12-04' });
  });

  test('still open: nothing to the end of the promised day, broken from the next day on', () => {
    expect(suggestOutcome(DECISION, state({ state: 'returned' }), '2018-12-05')).toBeNull();
    expect(suggestOutcome(DECISION, state({ state: 'returned' }), '2018-12-06')).toMatchObject({ outcome: 'broken' });
  });

  test('exempt: dropped', () => {
    expect(suggestOutcome(DECISION, state({ state: 'exempt' }), '2018-12-03')).toMatchObject({ outcome: 'dropped' });
  });
});

describe('what a meeting has to hear about', () => {
  const meeting: CivilDate = '2018-12-08';
  const due = (promisedOn: CivilDate, rows: readonly DecisionOutcomeRow[] = [], meetingOn: CivilDate = '2018-12-02') =>
    isDueAtMeeting(
      { meetingOn, promisedOn },
      calculateDecisionState({ promisedOn }, rows, meeting),
      '2018-12-02',
      meeting,
    );

  test('the meeting before is the last one on an earlier day', () => {
    const days = (['2018-11-04', '2018-12-02', '2018-12-08'] as const).map((meetingOn) => ({ meetingOn }));
    expect(previousMeetingOn(days, '2018-12-08')).toBe('2018-12-02');
    expect(previousMeetingOn(days, '2018-11-04')).toBeNull();
  });

  test('promises whose day has come, however long ago, and none that are still ahead', () => {
    expect(due('2018-12-08')).toBe(true);
    expect(due('2018-11-10', [], '2018-11-04')).toBe(true);
    expect(due('2018-12-09')).toBe(false);
  });

  test('outcomes recorded after the meeting before; those of that very day were heard there', () => {
    expect(due('2018-12-20', [outcome(1, 'kept', '2018-12-03')])).toBe(true);
    expect(due('2018-11-30', [outcome(1, 'broken', '2018-12-02')], '2018-11-18')).toBe(false);
  });

  test("the meeting's own decisions are not due at it", () => {
    expect(due('2018-12-08', [], '2018-12-08')).toBe(false);
  });
});
