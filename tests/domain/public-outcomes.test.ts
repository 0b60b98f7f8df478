import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf } from '@/lib/domain/indicators';
import {
  openAnswers,
  openReadings,
  type OpenAnswers,
  type OpenReading,
  type OutcomeFrame,
} from '@/lib/domain/public-outcomes';

const FRAME: OutcomeFrame = {
  origin: 'survey',
  measure: 'ease',
  title: 'سهولت',
  unit: 'امتیاز',
  direction: 'higher_is_better',
  month: '1397-07',
};

const answers = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 9 }), { maxLength: 8 }).map((bodies) =>
  bodies.map((scores, index): OpenAnswers => ({
    bodyCode: `B${index}`,
    sum: scores.reduce((sum, each) => sum + each, 0),
    count: scores.length,
  })),
);

const readings = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
  .map((pairs) =>
    pairs.map(([part, whole], index): OpenReading => {
      const numerator = Math.min(part, whole);
      return { bodyCode: `B${index}`, numerator, denominator: whole, value: (numerator / whole) * 100 };
    }),
  );

describe('answers of clients', () => {
  it('by hand: two bodies of three are published, and the mean is theirs', () => {
    const rows = openAnswers(
      FRAME,
      [
        { bodyCode: 'A', sum: 300, count: 5 },
        { bodyCode: 'B', sum: 400, count: 4 },
        { bodyCode: 'C', sum: 800, count: 10 },
        { bodyCode: 'D', sum: 0, count: 0 },
      ],
      1,
    );
    expect(
      rows.map(({ body_code, value, count, bodies, withheld }) => [body_code, value, count, bodies, withheld]),
    ).toEqual([
      ['A', 60, 5, 1, null],
      ['B', null, null, 1, 'few'],
      ['C', 80, 10, 1, null],
      [null, 1100 / 15, 15, 2, null],
    ]);
  });

  it('fewer than five are never a figure, nor a number', () => {
    fc.assert(
      fc.property(answers, (given) => {
        for (const { body_code, value, count, withheld } of openAnswers(FRAME, given, 1)) {
          const own = given.find(({ bodyCode }) => bodyCode === body_code);
          if (own && own.count < 5) expect([value, count, withheld]).toEqual([null, null, 'few']);
          else expect(count).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  it('that are withheld leave no trace: other answers in their place change no figure', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 4 }), fc.nat(100), (given, count, score) => {
        const others = given.map((each) =>
          each.count > 0 && each.count < 5 ? { ...each, count, sum: count * score } : each,
        );
        expect(openAnswers(FRAME, others, 1)).toEqual(openAnswers(FRAME, given, 1));
      }),
    );
  });

  it('a published mean lies between the published figures of the bodies', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const rows = openAnswers(FRAME, given, 1);
        const single = rows.flatMap(({ body_code, value }) => (body_code === null || value === null ? [] : [value]));
        const all = rows.find(({ body_code }) => body_code === null);
        expect(all === undefined).toBe(single.length === 0);
        if (!all) return;
        expect(all.value).toBeGreaterThanOrEqual(Math.min(...single) - 1e-9);
        expect(all.value).toBeLessThanOrEqual(Math.max(...single) + 1e-9);
        expect(all.bodies).toBe(single.length);
      }),
    );
  });
});

describe('readings', () => {
  it('under five cases leave no trace either, and the mean is that of the published ones', () => {
    fc.assert(
      fc.property(readings, fc.integer({ min: 1, max: 4 }), (given, whole) => {
        const others = given.map((each) =>
          (each.denominator ?? 0) < 5 ? { ...each, numerator: whole, denominator: whole, value: 100 } : each,
        );
        const rows = openReadings(FRAME, 'IN2', given);
        expect(openReadings(FRAME, 'IN2', others)).toEqual(rows);
        const open = given.filter(({ denominator }) => (denominator ?? 0) >= 5);
        expect(rows.find(({ body_code }) => body_code === null)?.value ?? null).toBe(
          meanOf('IN2', open)?.value ?? null,
        );
      }),
    );
  });

  it('without a count are a figure only where they are no answers of people', () => {
    const direct = { bodyCode: 'A', numerator: null, denominator: null, value: 3 };
    expect(openReadings(FRAME, 'IN1', [direct])).toMatchObject([
      { body_code: 'A', value: 3, count: null },
      { body_code: null, value: 3, count: null, bodies: 1 },
    ]);
    expect(openReadings(FRAME, 'IN4', [direct])).toMatchObject([{ value: null, withheld: 'count_unknown' }]);
  });
});
