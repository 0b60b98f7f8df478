import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checklistWarnings,
  deskSignWarnings,
  movedPositions,
  surveyWarnings,
  type ListPlace,
} from '@/lib/domain/editable-lists';
import { SURVEY_FEEDS } from '@/lib/domain/vocabulary';

const place = (code: string, position = 1, isRetired = false): ListPlace => ({ code, position, isRetired });
const check = (code: string, maxPoints: number, more = {}) => ({
  ...place(code),
  title: code,
  guidance: '',
  maxPoints,
  isCritical: true,
  contradicts: '',
  ...more,
});
const question = (code: string, feeds: string, isRetired = false) => ({
  ...place(code, 1, isRetired),
  axis: 'a',
  axisTitle: 'الف',
  text: code,
  isReversed: false,
  feeds,
});
const sign = (code: string, milestoneCode: string) => ({ ...place(code), title: code, milestoneCode, phrases: 'الف' });
const NONE: ReadonlySet<string> = new Set();

describe('what the editor of a list is told', () => {
  test('a checklist whose points are not a hundred, or in which nothing is critical', () => {
    expect(checklistWarnings([check('A', 60), check('B', 40)], NONE)).toEqual([]);
    expect(checklistWarnings([check('A', 60), check('B', 30), check('C', 10, { isRetired: true })], NONE)).toEqual([
      { kind: 'points_sum', sum: 90 },
    ]);
    expect(checklistWarnings([check('A', 100, { isCritical: false })], NONE)).toEqual([{ kind: 'no_critical' }]);
  });

  test('an item that names a milestone that is gone', () => {
    expect(checklistWarnings([check('A', 100, { contradicts: 'HD2 HD9' })], new Set(['HD2']))).toEqual([
      { kind: 'unknown_milestone', code: 'A', milestone: 'HD9' },
    ]);
    expect(deskSignWarnings([sign('A', 'ED1'), sign('B', 'ED2')], new Set(['ED1']))).toEqual([
      { kind: 'unknown_milestone', code: 'B', milestone: 'ED2' },
    ]);
  });

  test('a survey with another number of items, and an outcome that lost items or has none left', () => {
    const all = SURVEY_FEEDS.map((feed) => question(feed, feed));
    expect(surveyWarnings(all, 4)).toEqual([]);
    expect(surveyWarnings([...all, question('more', '')], 4)).toEqual([{ kind: 'item_count', before: 4, now: 5 }]);
    expect(surveyWarnings([...all, question('old', 'ease', true)], 4)).toEqual([
      { kind: 'feed_lost_item', feed: 'ease', code: 'old' },
    ]);
    expect(surveyWarnings([...all.slice(1), question('ease', 'ease', true)], 3)).toEqual([
      { kind: 'feed_without_item', feed: 'ease' },
    ]);
  });

  test('a list of which nothing is in use', () => {
    expect(checklistWarnings([], NONE)).toEqual([{ kind: 'empty' }]);
    expect(surveyWarnings([question('A', '', true)], 1)).toEqual([{ kind: 'empty' }]);
    expect(deskSignWarnings([], NONE)).toEqual([{ kind: 'empty' }]);
  });
});

describe('moving an item', () => {
  const items = [place('A', 1), place('B', 2, true), place('C', 3), place('D', 4)];

  test('changes places with the next one in use; withdrawn ones stay where they are', () => {
    expect([...movedPositions(items, 'C', 'up')]).toEqual([
      ['C', 1],
      ['A', 3],
    ]);
    expect([...movedPositions(items, 'C', 'down')]).toEqual([
      ['D', 3],
      ['C', 4],
    ]);
  });

  test('nothing happens at the ends, to a withdrawn item and to one that is not there', () => {
    for (const [code, direction] of [
      ['A', 'up'],
      ['D', 'down'],
      ['B', 'up'],
      ['X', 'down'],
    ] as const) {
      expect(movedPositions(items, code, direction).size).toBe(0);
    }
  });

  test('up and down again is the order from before, whatever the positions were', () => {
    const lists = fc.uniqueArray(
      fc.record({ code: fc.integer({ min: 10, max: 99 }), position: fc.nat(9), isRetired: fc.boolean() }),
      { selector: ({ code }) => code, maxLength: 8 },
    );
    fc.assert(
      fc.property(lists, (list) => {
        const start = list.map(({ code, ...rest }) => ({ code: String(code), ...rest }));
        const move = (some: readonly ListPlace[], code: string, direction: 'up' | 'down') => {
          const moved = movedPositions(some, code, direction);
          return some.map((each) => ({ ...each, position: moved.get(each.code) ?? each.position }));
        };
        const orderOf = (some: readonly ListPlace[]) =>
          [...some].sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1)).map(({ code }) => code);
        for (const { code } of start) {
          if (movedPositions(start, code, 'up').size === 0) continue;
          const up = move(start, code, 'up');
          expect(orderOf(up)).not.toEqual(orderOf(start));
          expect(orderOf(move(up, code, 'down'))).toEqual(orderOf(start));
        }
      }),
    );
  });
});
