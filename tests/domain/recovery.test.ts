import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import { calculateEarnedSchedule } from '@/lib/domain/earned-schedule';
import type { PairFigures } from '@/lib/domain/figures';
import { calculateGroupFigures, meanRatios } from '@/lib/domain/group-figures';
import { plannedCurve, weeklyPlannedValues, weekZero } from '@/lib/domain/planned-value';
import { countOverdueUnverified, findRecovery, isOverdueUnverified, missingPace } from '@/lib/domain/recovery';
import { aBody, aMilestone, aPair, aTrack, CALENDAR_1397, END_OF_AZAR, figuresOf, TODAY, verifiedOn } from './builders';

const group = (pairs: readonly PairFigures[], asOf: CivilDate = TODAY) =>
  calculateGroupFigures({ key: 'g', label: 'g' }, pairs, asOf, CALENDAR_1397);

/** Ten weekly steps of one track; the first `done` are verified on their due days. */
function pairOf(done: number, weights: readonly number[] = Array.from({ length: 10 }, () => 10), body = aBody()) {
  const track = aTrack();
  const milestones = weights.map((weightPoints, index) =>
    aMilestone({ weightPoints, baselineDueOn: addDays('2018-10-05', 7 * index) }),
  );
  const events = Object.fromEntries(
    milestones.slice(0, done).map(({ code, baselineDueOn }) => [code, verifiedOn(baselineDueOn)]),
  );
  return figuresOf(aPair(milestones, { body, track }), events);
}

/** The forecast of a day by its definition, for a given verified ratio. */
function forecastOn(pairs: readonly PairFigures[], verified: number, asOf: CivilDate, isComplete: boolean) {
  const w0 = weekZero(pairs.map(({ pair }) => pair.track.startOn).reduce(minDate));
  return calculateEarnedSchedule({
    deadlines: [END_OF_AZAR],
    verified,
    isComplete,
    lastVerifiedOn: asOf,
    w0,
    plannedValues: weeklyPlannedValues(plannedCurve(pairs), w0),
    asOf,
  }).forecastFinish;
}

/** The smallest number of bodies that is enough, found by trying every set. */
function smallestByTrying(pairs: readonly PairFigures[]): number | null {
  const byOn = addDays(TODAY, 7);
  const total = pairs.reduce((sum, { pair }) => sum + pair.weight, 0);
  const unverified = pairs.reduce((sum, { unverifiedCount }) => sum + unverifiedCount, 0);
  const gains = pairs
    .map(({ pair, milestones }) => {
      const overdue = milestones.filter((item) => isOverdueUnverified(item, TODAY));
      const points = milestones.reduce((sum, { milestone }) => sum + milestone.weightPoints, 0);
      const own = overdue.reduce((sum, { milestone }) => sum + milestone.weightPoints, 0) / points;
      return { gain: (own * pair.weight) / total, count: overdue.length };
    })
    .filter(({ count }) => count > 0);
  let best: number | null = null;
  for (let set = 1; set < 2 ** gains.length; set += 1) {
    const chosen = gains.filter((_, index) => (set >> index) & 1);
    if (best !== null && chosen.length >= best) continue;
    const gain = chosen.reduce((sum, each) => sum + each.gain, 0);
    const count = chosen.reduce((sum, each) => sum + each.count, 0);
    const verified = (meanRatios(pairs).verified ?? 0) + gain;
    const finish = forecastOn(pairs, verified, byOn, count === unverified);
    if (finish !== null && finish <= END_OF_AZAR) best = chosen.length;
  }
  return best;
}

describe('what brings a forecast in time', () => {
  test('is the smallest set of bodies: no smaller one does it, whichever is tried', () => {
    const anyPair = fc.record({ done: fc.nat(10), weight: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 1, maxLength: 7 }), (planned) => {
        const pairs = planned.map(({ done, weight }) => pairOf(done, undefined, aBody({ weightPoints: weight })));
        const recovery = findRecovery(pairs, group(pairs), TODAY);
        if (recovery.reason === 'in_time' || recovery.reason === 'no_forecast') return;
        expect(recovery.reason === 'not_enough' ? null : recovery.bodies.length).toBe(smallestByTrying(pairs));
      }),
      { numRuns: 150 },
    );
  });

  test('once the set is verified a week later, the forecast computed anew is in time; without its last body it is not', () => {
    const pairs = [pairOf(9), pairOf(9), pairOf(9), pairOf(3), pairOf(4), pairOf(6)];
    const figures = group(pairs);
    expect(figures.earnedSchedule.forecastFinish && figures.earnedSchedule.forecastFinish > END_OF_AZAR).toBe(true);
    const recovery = findRecovery(pairs, figures, TODAY);
    expect(recovery.reason).toBeNull();
    expect(recovery.byOn).toBe(addDays(TODAY, 7));
    const verified = meanRatios(pairs).verified ?? 0;
    const gains = recovery.bodies.map(({ gain }) => gain);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(forecastOn(pairs, verified + sum(gains), recovery.byOn, false)).toBe(recovery.forecastFinish);
    expect(recovery.forecastFinish && recovery.forecastFinish <= END_OF_AZAR).toBe(true);
    const without = forecastOn(pairs, verified + sum(gains.slice(0, -1)), recovery.byOn, false);
    expect(without && without > END_OF_AZAR).toBe(true);
  });

  test('takes the bodies with the greatest gain first', () => {
    const pairs = [pairOf(9), pairOf(3), pairOf(6)];
    const { bodies } = findRecovery(pairs, group(pairs), TODAY);
    expect(bodies.map(({ gain }) => gain)).toEqual([...bodies.map(({ gain }) => gain)].sort((a, b) => b - a));
    expect(bodies[0]?.body).toBe(pairs[1]?.pair.body);
  });

  test('names nobody where the forecast is in time already', () => {
    const pairs = [pairOf(10, [...Array.from({ length: 9 }, () => 10), 9]), pairOf(9)];
    expect(findRecovery(pairs, group(pairs), TODAY)).toMatchObject({ reason: 'in_time', bodies: [] });
  });

  test('says so where even everything overdue would not be enough', () => {
    const pairs = [pairOf(0, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 91])];
    const recovery = findRecovery(pairs, group(pairs), TODAY);
    expect(recovery).toMatchObject({ reason: 'not_enough', bodies: [] });
  });

  test('has nothing to say where there is no forecast', () => {
    const later = { ...pairOf(2), pair: { ...pairOf(2).pair, track: aTrack({ deadlineOn: '2019-03-20' }) } };
    const several = [pairOf(2), later];
    expect(findRecovery(several, group(several), TODAY).reason).toBe('no_forecast');
    expect(findRecovery([], group([]), TODAY).reason).toBe('no_forecast');
  });

  test('counts a claim that waits and a step of the governorate as overdue, an exempt one and one due today not', () => {
    const milestones = [
      aMilestone({ code: 'A', baselineDueOn: addDays(TODAY, -1) }),
      aMilestone({ code: 'B', baselineDueOn: TODAY }),
      aMilestone({ code: 'C', baselineDueOn: addDays(TODAY, -1), actor: 'governorate' }),
      aMilestone({ code: 'D', baselineDueOn: addDays(TODAY, -1) }),
    ];
    const figures = figuresOf(aPair(milestones), { D: verifiedOn(addDays(TODAY, -3)) });
    expect(countOverdueUnverified([figures], TODAY)).toBe(2);
  });
});

test.each([
  [10, 4, 6],
  [10.2, 4, 7],
  [4, 10, 0],
  [4, 4, 0],
  [null, 4, null],
  [4, null, null],
])('a required pace of %s and a recent one of %s lack %s a week', (requiredPerWeek, recentPerWeek, more) => {
  expect(missingPace({ requiredPerWeek, recentPerWeek })).toBe(more);
});
