import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareGroups,
  compareStatuses,
  directionOf,
  isMoveOfKind,
  MOVE_KINDS,
  statusFlows,
} from '@/lib/domain/comparison';
import { PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { anyDay, figuresAsOf, groupAsOf, plannedPair, tell } from './stories';

const stories = fc.array(plannedPair, { minLength: 1, maxLength: 6 }).map((planned) => planned.map(tell));
const twoDays = fc.tuple(anyDay, anyDay).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));

describe('comparing two days', () => {
  test('equals the difference of the two days, for every figure', () => {
    fc.assert(
      fc.property(stories, twoDays, (told, [from, to]) => {
        const [before, after] = [groupAsOf(told, from), groupAsOf(told, to)];
        const [group] = compareGroups([before], [after]);
        for (const name of ['planned', 'claimed', 'verified', 'spi', 'requiredPerWeek', 'recentPerWeek'] as const) {
          const [old, now] = [before[name], after[name]];
          expect(group?.[name]).toEqual({
            before: old,
            after: now,
            change: old === null || now === null ? null : now - old,
          });
        }
      }),
    );
  });

  test('for every status, what was there less what left plus what entered is what is there', () => {
    fc.assert(
      fc.property(stories, twoDays, (told, [from, to]) => {
        const before = told.map((story) => figuresAsOf(story, from));
        const after = told.map((story) => figuresAsOf(story, to));
        const flows = statusFlows(before, after);
        expect(flows.map(({ status }) => status)).toEqual(PAIR_STATUSES);
        for (const { status, before: was, left, entered, after: is } of flows) {
          expect(was - left + entered).toBe(is);
          expect(was).toBe(before.filter((figures) => figures.status === status).length);
          expect(is).toBe(after.filter((figures) => figures.status === status).length);
        }
      }),
    );
  });

  test('the moves are exactly the pairs whose status differs, and a day compared with itself has none', () => {
    fc.assert(
      fc.property(stories, twoDays, (told, [from, to]) => {
        const before = told.map((story) => figuresAsOf(story, from));
        const after = told.map((story) => figuresAsOf(story, to));
        const differing = told.filter((_, index) => before[index]?.status !== after[index]?.status);
        expect(compareStatuses(before, after).map(({ pair }) => pair)).toEqual(differing.map(({ pair }) => pair));
        expect(compareStatuses(after, after)).toEqual([]);
      }),
    );
  });

  test('a pair that was none on one of the days moves from or to nothing, and is neither better nor worse', () => {
    fc.assert(
      fc.property(plannedPair, anyDay, (planned, day) => {
        const figures = figuresAsOf(tell(planned), day);
        const [joined] = compareStatuses([], [figures]);
        const [gone] = compareStatuses([figures], []);
        expect(joined).toEqual({ pair: figures.pair, from: null, to: figures.status });
        expect(gone).toEqual({ pair: figures.pair, from: figures.status, to: null });
        for (const move of [joined, gone]) {
          expect(move && MOVE_KINDS.filter((kind) => isMoveOfKind(move, kind))).toEqual([]);
        }
      }),
    );
  });

  test('a group without pairs on one of the days has no change, not a change from zero', () => {
    const group = groupAsOf([], '2018-12-08');
    expect(compareGroups([], [group])[0]?.verified).toEqual({ before: null, after: null, change: null });
    expect(compareGroups([group], [])[0]).toMatchObject({ key: 'g', after: null });
  });
});

test.each([
  ['late', 'on_track', 'better'],
  ['on_track', 'complete', 'better'],
  ['at_risk', 'late', 'worse'],
  ['complete', 'on_track', 'worse'],
  ['late', 'exempt', 'neither'],
  ['exempt', 'complete', 'neither'],
] as const)('from %s to %s is %s', (from, to, direction) => {
  expect(directionOf({ from, to })).toBe(direction);
});

test.each([
  ['late', 'on_track', ['caught_up', 'better']],
  ['on_track', 'missed', ['newly_late', 'worse']],
  ['late', 'missed', ['worse']],
  ['missed', 'complete', ['newly_complete', 'caught_up', 'better']],
] as const)('from %s to %s is of the kinds %j', (from, to, kinds) => {
  expect(MOVE_KINDS.filter((kind) => isMoveOfKind({ from, to }, kind))).toEqual(kinds);
});
