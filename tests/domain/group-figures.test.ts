import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/calendar/civil-date';
import type { PairFigures } from '@/lib/domain/figures';
import { calculateGroupFigures, countStatuses, deadlinesOf } from '@/lib/domain/group-figures';
import type { Milestone, Pair } from '@/lib/domain/reference';
import {
  aBody,
  aMilestone,
  aPair,
  aTrack,
  CALENDAR_1397,
  END_OF_AZAR,
  END_OF_YEAR,
  event,
  figuresOf,
  jalali,
  TODAY,
  verifiedOn,
} from './builders';

const DONE_ON = jalali('1397/09/05');

/** Four milestones of 25 points, due in the four quarters of the track; the first `verified` of them are verified. */
function quarterPair(verified: number, overrides: Parameters<typeof aPair>[1] = {}, asOf = TODAY): PairFigures {
  const milestones: Milestone[] = ['Q1', 'Q2', 'Q3', 'Q4'].map((code, index) =>
    aMilestone({ code, weightPoints: 25, baselineDueOn: addDays(END_OF_AZAR, -30 + 10 * index) }),
  );
  const pair: Pair = aPair(milestones, overrides);
  const done = Object.fromEntries(milestones.slice(0, verified).map(({ code }) => [code, verifiedOn(DONE_ON)]));
  return figuresOf(pair, done, asOf);
}

function exemptPair(overrides: Parameters<typeof aPair>[1] = {}): PairFigures {
  return figuresOf(aPair([aMilestone({ code: 'X' })], overrides), { X: [event('exempt', DONE_ON)] });
}

const group = (pairs: readonly PairFigures[], asOf = TODAY) =>
  calculateGroupFigures({ key: 'g', label: 'گروه' }, pairs, asOf, CALENDAR_1397);

const yearTrack = aTrack({ id: 2, code: 'NT', deadlineOn: END_OF_YEAR });

describe('the mean of a group', () => {
  test('is the plain mean of its pairs where nothing has a weight', () => {
    expect(group([quarterPair(1), quarterPair(3)]).verified).toBeCloseTo(0.5, 12);
    expect(group([quarterPair(0), quarterPair(0), quarterPair(4)]).verified).toBeCloseTo(1 / 3, 12);
  });

  test('weighs each pair by body weight times track weight', () => {
    const heavyBody = quarterPair(4, { body: aBody({ weightPoints: 3 }) });
    expect(group([heavyBody, quarterPair(0)]).verified).toBeCloseTo(0.75, 12);
    const heavyTrack = quarterPair(0, { track: aTrack({ weightPoints: 2 }) });
    expect(group([quarterPair(4), heavyTrack]).verified).toBeCloseTo(1 / 3, 12);
    const both = quarterPair(4, { body: aBody({ weightPoints: 3 }), track: aTrack({ weightPoints: 2 }) });
    expect(group([both, quarterPair(0)]).verified).toBeCloseTo(6 / 7, 12);
  });

  test('is a mean of pairs and not of milestones', () => {
    const short = figuresOf(aPair([aMilestone({ code: 'S' })]), { S: verifiedOn(DONE_ON) });
    expect(group([short, quarterPair(0)]).verified).toBeCloseTo(0.5, 12);
  });

  test('SPI divides the means, not the pairs', () => {
    // Planned: Q1 and Q2 are due, 0.5 of each pair.
    const figures = group([quarterPair(1), quarterPair(4)]);
    expect(figures.planned).toBeCloseTo(0.5, 12);
    expect(figures.spi).toBeCloseTo(0.625 / 0.5, 12);
  });

  test('there is no SPI while no work is due', () => {
    const early = quarterPair(0, {}, jalali('1397/07/15'));
    const figures = group([early], jalali('1397/07/15'));
    expect(figures.planned).toBe(0);
    expect(figures.spi).toBeNull();
    expect(figures.verified).toBe(0);
  });
});

describe('wholly exempt pairs', () => {
  test('appear in the count of exempt pairs and nowhere else', () => {
    const body = aBody({ weightPoints: 50 });
    const figures = group([quarterPair(2), exemptPair({ body, track: yearTrack })]);
    expect(figures).toMatchObject({ bodies: 1, bodyTracks: 1, milestones: 4, unverifiedMilestones: 2 });
    expect(figures.verified).toBeCloseTo(0.5, 12);
    expect(figures.status.exempt).toBe(1);
    expect(figures.deadline, 'their deadline does not make a second one').toBe(END_OF_AZAR);
  });

  test('their track does not move W0', () => {
    const oldTrack = aTrack({ id: 3, code: 'HD', startOn: jalali('1397/05/06') });
    const alone = group([quarterPair(2)]).earnedSchedule;
    expect(group([quarterPair(2), exemptPair({ track: oldTrack })]).earnedSchedule).toEqual(alone);
  });

  test('a group of nothing else has no data, not zero', () => {
    expect(group([exemptPair(), exemptPair()])).toMatchObject({
      bodies: 0,
      bodyTracks: 0,
      planned: null,
      claimed: null,
      verified: null,
      spi: null,
      deadline: null,
      deadlineReason: 'no_data',
      calendarDaysLeft: null,
      workingDaysLeft: null,
      requiredPerWeek: null,
      recentPerWeek: null,
      milestones: 0,
      unverifiedMilestones: 0,
      earnedSchedule: { es: null, at: null, spiT: null, forecastFinish: null, reason: 'no_data' },
    });
    expect(group([exemptPair(), exemptPair()]).status.exempt).toBe(2);
  });

  test('a group without any pair has no data either', () => {
    expect(group([])).toMatchObject({ verified: null, deadlineReason: 'no_data', bodyTracks: 0 });
  });
});

describe('counts', () => {
  test('the statuses sum to the pairs that count and the exempt ones', () => {
    const pairs = [quarterPair(0), quarterPair(2), quarterPair(4), exemptPair()];
    const figures = group(pairs);
    const sum = Object.values(figures.status).reduce((a, b) => a + b, 0);
    expect(sum).toBe(figures.bodyTracks + figures.status.exempt);
    expect(countStatuses(pairs)).toEqual({
      missed: 0,
      late: 1,
      at_risk: 1,
      awaiting_review: 0,
      on_track: 0,
      complete: 1,
      exempt: 1,
    });
  });

  test('a body with two tracks is one body and two pairs', () => {
    const body = aBody();
    expect(group([quarterPair(0, { body }), quarterPair(0, { body, track: yearTrack })])).toMatchObject({
      bodies: 1,
      bodyTracks: 2,
      milestones: 8,
      unverifiedMilestones: 8,
    });
  });
});

describe('one deadline or several', () => {
  test('pairs that share a deadline have it, with calendar and working days left', () => {
    expect(group([quarterPair(0), quarterPair(2)])).toMatchObject({
      deadline: END_OF_AZAR,
      deadlineReason: null,
      calendarDaysLeft: 13,
      workingDaysLeft: 9,
    });
  });

  test('different tracks may share a deadline', () => {
    const other = aTrack({ id: 3, code: 'HD', startOn: jalali('1397/05/06') });
    expect(group([quarterPair(0), quarterPair(2, { track: other })]).deadline).toBe(END_OF_AZAR);
  });

  test('a group over two deadlines has neither countdown nor forecast, and says why', () => {
    const pairs = [quarterPair(1), quarterPair(1, { track: yearTrack })];
    expect(deadlinesOf(pairs)).toEqual([END_OF_AZAR, END_OF_YEAR]);
    expect(group(pairs)).toMatchObject({
      deadline: null,
      deadlineReason: 'several_deadlines',
      calendarDaysLeft: null,
      workingDaysLeft: null,
      earnedSchedule: { es: null, at: null, spiT: null, forecastFinish: null, reason: 'several_deadlines' },
    });
    expect(group(pairs).verified, 'its means stand').toBeCloseTo(0.25, 12);
  });

  test('once the deadline has passed calendar days are negative and working days 0', () => {
    const after = addDays(END_OF_AZAR, 4);
    expect(group([quarterPair(1, {}, after)], after)).toMatchObject({ calendarDaysLeft: -4, workingDaysLeft: 0 });
  });
});
