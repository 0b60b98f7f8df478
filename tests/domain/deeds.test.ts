import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BETTER_POINTS,
  bodyOutcome,
  countsAsDeed,
  deedGroup,
  deskProgress,
  deskTracks,
  FEWEST_CASES,
  outcomeOf,
  type Outcome,
} from '@/lib/domain/deeds';
import { meanOf, questionsAbout, type ReadingNumbers } from '@/lib/domain/indicators';
import { SURVEY_MINIMUM, surveyNumbers } from '@/lib/domain/survey-indicators';

const share = (numerator: number, denominator: number): ReadingNumbers => ({
  numerator,
  denominator,
  value: (numerator * 100) / denominator,
});
const direct = (value: number): ReadingNumbers => ({ numerator: null, denominator: null, value });
const judged = (gain: number): Outcome => ({ isJudged: true, before: 0, after: gain, gain, cases: FEWEST_CASES });
const pair = (verifiedRatio: number, weight = 1, isReal: boolean | null = null) => ({ verifiedRatio, weight, isReal });

describe('the desk on paper', () => {
  it('is verified when one of its tracks is as a whole, or when the desk is real', () => {
    expect(deskProgress([pair(1), pair(0.5)])).toEqual({ progress: 0.75, isVerified: true });
    expect(deskProgress([pair(0.99), pair(0.5)])).toMatchObject({ isVerified: false });
    expect(deskProgress([pair(0.6, 1, true), pair(0.2)])).toMatchObject({ isVerified: true });
    expect(deskProgress([pair(0.75, 3, false), pair(0.25)])).toEqual({ progress: 0.625, isVerified: false });
    expect(deskProgress([])).toBeNull();
  });

  it('is made of the tracks in person and electronic; a programme without them is judged by all of its tracks', () => {
    const of = (...codes: string[]) => deskTracks(codes.map((code) => ({ code }))).map(({ code }) => code);
    expect(of('HD', 'ED', 'NT', 'CR')).toEqual(['HD', 'ED']);
    expect(of('A', 'B')).toEqual(['A', 'B']);
  });
});

describe('an indicator beside its baseline month', () => {
  it.each([
    // code, direction, baseline, month: gain
    ['IN2', 'higher_is_better', share(30, 60), share(44, 80), 5],
    ['IN2', 'higher_is_better', share(30, 60), share(20, 80), -25],
    ['IN10', 'lower_is_better', share(20, 50), share(10, 50), 20],
    ['IN10', 'lower_is_better', share(10, 50), share(20, 50), -20],
    // a reduction is its own change: 100 visits in the base month, 88 now
    ['IN5', 'higher_is_better', null, { numerator: 88, denominator: 100, value: 12 }, 12],
  ] as const)('%s %s from %j to %j: %d', (code, direction, before, after, gain) => {
    const outcome = outcomeOf(code, direction, before, after);
    expect(outcome).toMatchObject({ isJudged: true });
    if (outcome.isJudged) expect(outcome.gain).toBeCloseTo(gain, 9);
  });

  it.each([
    [null, null, 'no_reading'],
    [share(30, 60), null, 'no_reading'],
    [null, share(30, 60), 'no_baseline'],
    [direct(50), share(30, 60), 'no_count'],
    [share(30, 60), direct(50), 'no_count'],
    [share(10, 19), share(30, 60), 'few_cases'],
    [share(30, 60), share(10, 19), 'few_cases'],
  ] as const)('from %j to %j cannot be judged: %s', (before, after, reason) => {
    expect(outcomeOf('IN2', 'higher_is_better', before, after)).toEqual({ isJudged: false, reason });
  });

  it('counts from twenty cases on', () => {
    const n = FEWEST_CASES;
    expect(outcomeOf('IN2', 'higher_is_better', share(10, n), share(15, n))).toMatchObject({ gain: 25, cases: n });
  });

  it('counts where a point is a point and people are served', () => {
    const codes = ['IN1', 'IN2', 'IN3', 'IN4', 'IN5', 'IN6', 'IN7', 'IN8', 'IN9', 'IN10', 'IN11', 'X1'];
    expect(codes.filter(countsAsDeed)).toEqual(['IN2', 'IN3', 'IN4', 'IN5', 'IN6', 'IN7', 'IN10']);
  });
});

describe('what became of a body', () => {
  const none: Outcome = { isJudged: false, reason: 'no_reading' };
  it.each([
    [[judged(5)], 5, true],
    [[judged(4.999)], 4.999, false],
    // 0.1 + 0.2 and its kind do not decide
    [[judged(4.7 + 0.1 + 0.2)], 5, true],
    // one good number does not hide a bad one
    [[judged(12), judged(-6)], 3, false],
    [[judged(12), none, judged(-2)], 5, true],
  ] as const)('%j: %d %s', (outcomes, gain, isBetter) => {
    const outcome = bodyOutcome(outcomes);
    expect(outcome).toMatchObject({ isJudged: true, isBetter });
    if (outcome.isJudged) expect(outcome.gain).toBeCloseTo(gain, 9);
  });

  it('without anything to judge by says what is nearest', () => {
    expect(bodyOutcome([none, { isJudged: false, reason: 'few_cases' }])).toEqual({
      isJudged: false,
      reason: 'few_cases',
    });
    expect(bodyOutcome([])).toEqual({ isJudged: false, reason: 'no_reading' });
  });

  it('falls into one of four groups, or cannot be judged', () => {
    const [good, bad] = [bodyOutcome([judged(9)]), bodyOutcome([judged(1)])];
    expect([
      deedGroup(true, bad),
      deedGroup(true, good),
      deedGroup(false, good),
      deedGroup(false, bad),
      deedGroup(true, bodyOutcome([])),
    ]).toEqual(['paper_only', 'verified_better', 'better_only', 'neither', 'unjudged']);
  });

  it('the gain turns with the direction, and with the months', () => {
    const reading = fc
      .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: FEWEST_CASES, max: 400 }))
      .map(([numerator, denominator]) => share(Math.min(numerator, denominator), denominator));
    fc.assert(
      fc.property(reading, reading, (before, after) => {
        const gain = (direction: 'higher_is_better' | 'lower_is_better', a: ReadingNumbers, b: ReadingNumbers) => {
          const outcome = outcomeOf('IN2', direction, a, b);
          return outcome.isJudged ? outcome.gain : Number.NaN;
        };
        const up = gain('higher_is_better', before, after);
        expect(gain('lower_is_better', before, after)).toBeCloseTo(-up, 9);
        expect(gain('higher_is_better', after, before)).toBeCloseTo(-up, 9);
        expect(Math.abs(up)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('its gain lies between its best and its worst indicator, and more of each never makes it worse', () => {
    const gains = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(gains, fc.double({ min: 0, max: 50, noNaN: true }), (list, more) => {
        const of = (values: readonly number[]) => bodyOutcome(values.map(judged));
        const [now, better] = [of(list), of(list.map((gain) => gain + more))];
        if (!now.isJudged || !better.isJudged) throw new Error('judged');
        expect(now.gain).toBeGreaterThanOrEqual(Math.min(...list) - 1e-9);
        expect(now.gain).toBeLessThanOrEqual(Math.max(...list) + 1e-9);
        expect(Number(better.isBetter)).toBeGreaterThanOrEqual(Number(now.isBetter));
        expect(now.isBetter).toBe(now.gain >= BETTER_POINTS - 1e-9);
      }),
    );
  });
});

describe('the survey as a reading', () => {
  it('needs enough answers, and keeps their sum and number', () => {
    expect(surveyNumbers('satisfaction', { sum: 280, count: SURVEY_MINIMUM - 1 })).toBeNull();
    expect(surveyNumbers('satisfaction', { sum: 350, count: 5 })).toEqual({
      numerator: 350,
      denominator: 5,
      value: 70,
    });
    expect(surveyNumbers('goBetween', { sum: 2, count: 8 })).toEqual({ numerator: 2, denominator: 8, value: 25 });
  });

  it('is pooled over the answers of all bodies, and not over bodies', () => {
    const [few, many] = [
      { numerator: 5 * 90, denominator: 5, value: 90 },
      { numerator: 95 * 50, denominator: 95, value: 50 },
    ];
    expect(meanOf('IN4', [few, many])).toEqual({ value: 52, bodies: 2 });
    // a value that somebody wrote carries no number of cases
    expect(meanOf('IN4', [few, direct(50)])).toEqual({ value: 70, bodies: 2 });
  });

  it('is held against what the body says, beyond twenty points', () => {
    const survey = { numerator: 600, denominator: 12, value: 50 };
    expect(questionsAbout('IN4', direct(70), null, survey)).toEqual([]);
    expect(questionsAbout('IN4', direct(71), null, survey)).toEqual([
      { reason: 'far_from_survey', survey: 50, answers: 12 },
    ]);
  });
});
