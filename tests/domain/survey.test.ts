import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeOfSums,
  figuresOfResponse,
  groupByAxis,
  hasFewResponses,
  isStraightLined,
  meanOfSums,
  resultsOfAxes,
  resultsOfItems,
  turned,
  type SurveyAnswers,
  type SurveyItem,
} from '@/lib/domain/survey';
import type { SurveyFeed } from '@/lib/domain/vocabulary';

const item = (number: number, axis: string, isReversed: boolean, ...feeds: SurveyFeed[]): SurveyItem => ({
  code: `S${number}`,
  axis,
  axisTitle: `محور ${axis}`,
  text: `گویهٔ ${number}`,
  isReversed,
  feeds,
});

/** The questionnaire of the reference data: 16 items in six axes, four of them worded the other way round. */
const ITEMS: readonly SurveyItem[] = [
  item(1, 'access', false, 'ease'),
  item(2, 'access', false, 'ease'),
  item(3, 'access', true, 'ease'),
  item(4, 'speed', false),
  item(5, 'speed', false),
  item(6, 'speed', true),
  item(7, 'transparency', false, 'transparency'),
  item(8, 'transparency', false, 'transparency'),
  item(9, 'transparency', false, 'transparency'),
  item(10, 'conduct', false),
  item(11, 'conduct', false),
  item(12, 'integrity', true, 'integrity'),
  item(13, 'integrity', true, 'integrity', 'go_between'),
  item(14, 'integrity', false),
  item(15, 'outcome', false),
  item(16, 'outcome', false),
];

/** A digit an item, 0 for none. */
const answered = (digits: string): SurveyAnswers =>
  Object.fromEntries([...digits].flatMap((digit, index) => (digit === '0' ? [] : [[`S${index + 1}`, Number(digit)]])));

describe('the figures of one response', () => {
  it.each([
    // every good answer: reverse-worded items want disagreement
    ['5515515555511555', { satisfaction: 100, ease: 100, transparency: 100, integrity: 100, neededGoBetween: false }],
    ['1151151111155111', { satisfaction: 0, ease: 0, transparency: 0, integrity: 0, neededGoBetween: true }],
    ['3333333333333333', { satisfaction: 50, ease: 50, transparency: 50, integrity: 50, neededGoBetween: false }],
    // by hand: turned 4 4 4 | 3 3 4 | 2 4 3 | 5 5 | 4 2 4 | 4 4 → 59/16 = 3.6875 → 67.1875
    ['4423322435524444', { satisfaction: 67.1875, ease: 75, transparency: 50, integrity: 50, neededGoBetween: true }],
    // 12 of 16 are enough …
    [
      '4424420000444444',
      { satisfaction: 66.666667, ease: 75, transparency: null, integrity: 25, neededGoBetween: true },
    ],
    // … 11 are not; two of three are enough for transparency, one of two is not for integrity
    ['4424424400004044', { satisfaction: null, ease: 75, transparency: 75, integrity: null, neededGoBetween: true }],
    [
      '0000000000030000',
      { satisfaction: null, ease: null, transparency: null, integrity: null, neededGoBetween: null },
    ],
  ] as const)('%s', (digits, expected) => {
    const figures = figuresOfResponse(ITEMS, answered(digits));
    for (const [name, value] of Object.entries(expected)) {
      const actual = figures[name as keyof typeof figures];
      if (typeof value === 'number') expect(actual, name).toBeCloseTo(value, 5);
      else expect(actual, name).toBe(value);
    }
  });

  it('an answer of 4 or 5 about a go-between says that one was needed, whatever the others', () => {
    const needed = (answer: number) => figuresOfResponse(ITEMS, { S13: answer }).neededGoBetween;
    expect([1, 2, 3, 4, 5].map(needed)).toEqual([false, false, false, true, true]);
  });

  it('answers to items that are not of the day count for nothing', () => {
    expect(figuresOfResponse(ITEMS, { X1: 5 })).toEqual(figuresOfResponse(ITEMS, {}));
    expect(figuresOfResponse([], { S1: 5 }).satisfaction).toBeNull();
  });

  const anyAnswers = fc.dictionary(fc.constantFrom(...ITEMS.map(({ code }) => code)), fc.integer({ min: 1, max: 5 }));

  it('stays between 0 and 100, and the mirror image of the answers is its complement', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const figures = figuresOfResponse(ITEMS, answers);
        const mirror = figuresOfResponse(
          ITEMS,
          Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, 6 - answer])),
        );
        for (const name of ['satisfaction', 'ease', 'transparency', 'integrity'] as const) {
          const value = figures[name];
          expect(value === null).toBe(mirror[name] === null);
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
          expect(value + (mirror[name] ?? NaN)).toBeCloseTo(100, 9);
        }
        expect(figures.satisfaction === null).toBe(Object.keys(answers).length < 12);
      }),
    );
  });

  it('one better answer never makes a figure worse', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...ITEMS), (answers, better) => {
        const before = answers[better.code];
        fc.pre(before !== undefined && turned(better, before) < 5);
        const after = { ...answers, [better.code]: (before ?? 0) + (better.isReversed ? -1 : 1) };
        const [a, b] = [figuresOfResponse(ITEMS, answers), figuresOfResponse(ITEMS, after)];
        for (const name of ['satisfaction', 'ease', 'transparency', 'integrity'] as const) {
          expect(b[name] ?? 0).toBeGreaterThanOrEqual((a[name] ?? 0) - 1e-9);
        }
      }),
    );
  });
});

describe('a response that goes straight down the page', () => {
  it.each([
    ['5555555555555555', true],
    ['1111111111111111', true],
    // the middle contradicts nothing
    ['3333333333333333', false],
    ['5555555555555554', false],
    // too little to say so
    ['5555555555500000', false],
    // no reverse-worded item among those answered: nothing contradicts
    ['5505505555500555', false],
  ])('%s: %s', (digits, expected) => {
    expect(isStraightLined(ITEMS, answered(digits))).toBe(expected);
  });
});

describe('what all clients said', () => {
  const results = resultsOfItems(ITEMS, [
    { code: 'S1', answer: 5, count: 3 },
    { code: 'S1', answer: 1, count: 1 },
    { code: 'S3', answer: 1, count: 2 },
    { code: 'S3', answer: 2, count: 2 },
    { code: 'X9', answer: 5, count: 7 },
  ]);

  it('to an item: the share of each answer as it was given, the score turned', () => {
    expect(results[0]).toMatchObject({ counts: [1, 0, 0, 0, 3], answered: 4, score: 75 });
    expect(results[2]).toMatchObject({ counts: [2, 2, 0, 0, 0], answered: 4, score: 87.5 });
    expect(results[4]).toMatchObject({ answered: 0, score: null });
  });

  it('in an axis: every answer weighs the same', () => {
    const [access, speed] = resultsOfAxes(results);
    expect(access).toEqual({ axis: 'access', title: 'محور access', answers: 8, score: 81.25 });
    expect(speed).toMatchObject({ answers: 0, score: null });
  });

  it('groups stand where their first item does', () => {
    expect(groupByAxis(ITEMS).map(({ axis, items }) => [axis, items.length])).toEqual([
      ['access', 3],
      ['speed', 3],
      ['transparency', 3],
      ['conduct', 2],
      ['integrity', 3],
      ['outcome', 2],
    ]);
  });
});

describe('means over bodies', () => {
  const sums = (entries: Readonly<Record<number, readonly [number, number]>>) =>
    new Map(Object.entries(entries).map(([id, [sum, count]]) => [Number(id), { sum, count }]));

  it('weigh by responses, and are none without one', () => {
    expect(meanOfSums('satisfaction', [...sums({ 1: [100, 1], 2: [150, 3] }).values()])).toEqual({
      value: 62.5,
      responses: 4,
    });
    expect(meanOfSums('satisfaction', [{ sum: 0, count: 0 }])).toBeNull();
  });

  it('of the go-between are a share in percent, and lower is better', () => {
    expect(meanOfSums('goBetween', [{ sum: 3, count: 12 }])).toEqual({ value: 25, responses: 12 });
    const change = changeOfSums('goBetween', sums({ 1: [6, 12] }), sums({ 1: [3, 12] }));
    expect(change).toEqual({ trend: 'better', change: -25, bodies: 1 });
  });

  it('change over the bodies that have both months alone', () => {
    const before = sums({ 1: [500, 10], 2: [100, 10] });
    const after = sums({ 1: [600, 10], 3: [10, 10], 4: [0, 0] });
    expect(changeOfSums('satisfaction', before, after)).toEqual({ trend: 'better', change: 10, bodies: 1 });
    expect(changeOfSums('satisfaction', before, sums({ 3: [10, 1] }))).toBeNull();
  });

  it('four responses are few, five are not', () => {
    expect([4, 5].map(hasFewResponses)).toEqual([true, false]);
  });
});
