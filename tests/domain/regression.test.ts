import { expect, test } from 'vitest';
import { addDays } from '@/lib/calendar/civil-date';
import type { MilestoneEvent } from '@/lib/domain/milestone-state';
import { findMovedDues } from '@/lib/domain/moved-dues';
import { findRegressions } from '@/lib/domain/regression';
import { aMilestone, aPair, END_OF_AZAR, event, figuresOf, TODAY } from './builders';

const BEFORE = addDays(TODAY, -7);
const milestone = aMilestone({ code: 'A', baselineDueOn: addDays(TODAY, -10) });
const pair = aPair([milestone]);

function regressions(events: readonly MilestoneEvent[]) {
  const on = (day: typeof TODAY) => [figuresOf(pair, { A: events }, day)];
  return findRegressions(on(BEFORE), on(TODAY)).map(({ from, to }) => `${from} ${to}`);
}

const claim = event('claim', addDays(BEFORE, -3));
const verify = event('verify', addDays(BEFORE, -2));
const later = addDays(BEFORE, 2);

test.each([
  ['a claim that was returned', [claim, event('return', later)], ['claimed returned']],
  ['a claim that was taken back', [claim, event('withdraw', later, { note: 'اشتباه' })], ['claimed in_progress']],
  ['a verification that was reopened', [claim, verify, event('reopen', later)], ['verified returned']],
  [
    'a claim that was returned and then blocked',
    [claim, event('return', later), event('block', addDays(later, 1))],
    ['claimed blocked'],
  ],
])('%s went back', (_, events, found) => {
  expect(regressions(events)).toEqual(found);
});

test.each([
  ['a claim that was verified', [claim, verify]],
  [
    'a return that was claimed again before the later day',
    [claim, event('return', later), event('claim', addDays(later, 1))],
  ],
  ['an exemption', [claim, event('return', addDays(BEFORE, -1)), event('exempt', later)]],
  ['a block of what was only begun', [event('start', addDays(BEFORE, -3)), event('block', later)]],
  ['what was returned before the earlier day', [claim, event('return', addDays(BEFORE, -1))]],
])('%s did not go back', (_, events) => {
  expect(regressions(events)).toEqual([]);
});

test('moved dues are those of work that is left, furthest first, with how often they were moved', () => {
  const near = aMilestone({ code: 'N', baselineDueOn: addDays(TODAY, -10) });
  const far = aMilestone({ code: 'F', baselineDueOn: addDays(TODAY, -10) });
  const still = aMilestone({ code: 'S', baselineDueOn: addDays(TODAY, -10) });
  const verified = aMilestone({ code: 'V', baselineDueOn: addDays(TODAY, -10) });
  const figures = figuresOf(aPair([near, far, still, verified]), {
    N: [event('extend', addDays(TODAY, -9), { dueOn: addDays(TODAY, 3) })],
    F: [
      event('extend', addDays(TODAY, -9), { dueOn: addDays(TODAY, 3) }),
      event('extend', addDays(TODAY, -2), { dueOn: addDays(END_OF_AZAR, 4) }),
    ],
    V: [
      event('extend', addDays(TODAY, -9), { dueOn: addDays(TODAY, 3) }),
      event('claim', addDays(TODAY, -8)),
      event('verify', addDays(TODAY, -7)),
    ],
  });
  expect(
    findMovedDues([figures]).map(({ item, days, isPastDeadline }) => [
      item.milestone.code,
      days,
      item.state.dueMoveCount,
      isPastDeadline,
    ]),
  ).toEqual([
    ['F', 27, 2, true],
    ['N', 13, 1, false],
  ]);
});

test('a return moves the due once where it moves it at all, and undoing the return takes that back', () => {
  const onTime = aMilestone({ code: 'T', baselineDueOn: addDays(TODAY, -1) });
  const claimed = event('claim', addDays(TODAY, -2));
  const returned = event('return', TODAY, { actorId: 'deputy' });
  const after = (events: readonly MilestoneEvent[]) => {
    const [item] = figuresOf(aPair([onTime]), { T: events }).milestones;
    return [item?.state.dueMoveCount, item?.effectiveDueOn === onTime.baselineDueOn];
  };
  expect(after([claimed])).toEqual([0, true]);
  expect(after([claimed, returned])).toEqual([1, false]);
  expect(after([claimed, returned, event('undo', TODAY)])).toEqual([0, true]);
});
