import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '@/lib/calendar/civil-date';
import { lastFridayBefore } from '@/lib/calendar/weeks';
import { foldEvents, MilestoneTimeline, stateAsOf } from '@/lib/domain/milestone-history';
import { plannedCurve, plannedOn } from '@/lib/domain/planned-value';
import { DEFAULT_THRESHOLDS } from '@/lib/domain/reference';
import { explainStatus } from '@/lib/domain/status';
import { aTrack, dueContext, event } from './builders';
import { START, LENGTH, plannedMilestone, plannedPair, anyDay, tell, figuresAsOf, groupAsOf } from './stories';

describe('figures of a pair', () => {
  test('verified ≤ claimed ≤ 1, and planned lies between 0 and 1', () => {
    fc.assert(
      fc.property(plannedPair, anyDay, (planned, asOf) => {
        const { verifiedRatio, claimedRatio, plannedRatio } = figuresAsOf(tell(planned), asOf);
        expect(verifiedRatio).toBeGreaterThanOrEqual(0);
        expect(verifiedRatio).toBeLessThanOrEqual(claimedRatio);
        expect(claimedRatio).toBeLessThanOrEqual(1);
        expect(plannedRatio).toBeGreaterThanOrEqual(0);
        expect(plannedRatio).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('are what the formulas say, computed another way', () => {
    fc.assert(
      fc.property(plannedPair, anyDay, (planned, asOf) => {
        const story = tell(planned);
        const figures = figuresAsOf(story, asOf);
        const left = figures.milestones.filter(({ state }) => state.state !== 'exempt');
        const sum = (items: typeof left) => items.reduce((total, { milestone }) => total + milestone.weightPoints, 0);
        expect(figures.isExempt).toBe(left.length === 0);
        if (left.length === 0) return;
        const verified = left.filter(({ state }) => state.state === 'verified');
        const claimed = left.filter(({ state }) => state.state === 'claimed');
        expect(figures.verifiedRatio).toBeCloseTo(sum(verified) / sum(left), 12);
        expect(figures.claimedRatio).toBeCloseTo((sum(verified) + sum(claimed)) / sum(left), 12);
        const due = left.filter(({ milestone }) => milestone.baselineDueOn <= asOf);
        expect(figures.plannedRatio).toBeCloseTo(sum(due) / sum(left), 12);
        expect(figures.unverifiedCount).toBe(left.length - verified.length);
      }),
    );
  });

  test('verified grows only by a verification, a certification or a change of what counts', () => {
    fc.assert(
      fc.property(plannedPair, (planned) => {
        const story = tell(planned);
        const all = [...story.events.values()].flat();
        for (const { recordedOn } of all) {
          const before = figuresAsOf(story, addDays(recordedOn, -1));
          const after = figuresAsOf(story, recordedOn);
          if (after.verifiedRatio <= before.verifiedRatio) continue;
          const kinds = all.filter((one) => one.recordedOn === recordedOn).map(({ kind }) => kind);
          expect(kinds.some((kind) => ['verify', 'certify', 'exempt', 'lift_exemption'].includes(kind))).toBe(true);
        }
      }),
    );
  });

  test('a verification never lowers the verified share', () => {
    fc.assert(
      fc.property(plannedPair, fc.nat(5), (planned, which) => {
        const story = tell(planned);
        const asOf = addDays(START, LENGTH + 60);
        const milestone = story.pair.milestones[which % story.pair.milestones.length];
        if (milestone === undefined) return;
        const told = story.events.get(milestone) ?? [];
        const state = foldEvents(told, () => dueContext(milestone.baselineDueOn));
        if (state.state !== 'claimed') return;
        const more = new Map(story.events).set(milestone, [...told, event('verify', asOf)]);
        const before = figuresAsOf(story, asOf);
        const after = figuresAsOf(story, asOf, more);
        expect(after.verifiedRatio).toBeGreaterThan(before.verifiedRatio);
        expect(after.claimedRatio).toBeCloseTo(before.claimedRatio, 12);
      }),
    );
  });

  test('the status and its explanation agree, and an overdue ground is always an open milestone of the body', () => {
    fc.assert(
      fc.property(plannedPair, anyDay, (planned, asOf) => {
        const figures = figuresAsOf(tell(planned), asOf);
        const reason = explainStatus(figures.milestones, figures.pair.track.deadlineOn, asOf, DEFAULT_THRESHOLDS);
        expect(reason.rule).toBe(figures.status);
        for (const { milestoneCode, days } of reason.grounds) {
          const item = figures.milestones.find(({ milestone }) => milestone.code === milestoneCode);
          if (reason.rule === 'awaiting_review') continue;
          expect(item?.milestone.actor).toBe('body');
          if (reason.rule === 'late' || reason.rule === 'missed') expect(days).toBeGreaterThan(0);
        }
        if (['late', 'missed', 'at_risk', 'awaiting_review'].includes(reason.rule)) {
          expect(reason.grounds.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('an effective due date is never before the baseline', () => {
    fc.assert(
      fc.property(plannedPair, anyDay, (planned, asOf) => {
        for (const { effectiveDueOn: due, milestone } of figuresAsOf(tell(planned), asOf).milestones) {
          expect(due >= milestone.baselineDueOn).toBe(true);
        }
      }),
    );
  });
});

describe('as of a day', () => {
  test('what is recorded later never changes the figures of an earlier day', () => {
    fc.assert(
      fc.property(plannedPair, anyDay, (planned, asOf) => {
        const story = tell(planned);
        const prefix = new Map(
          [...story.events].map(([milestone, told]) => [milestone, told.filter((one) => one.recordedOn <= asOf)]),
        );
        expect(figuresAsOf(story, asOf)).toEqual(figuresAsOf(story, asOf, prefix));
      }),
    );
  });

  test('folding is the same every time, in one go or event by event', () => {
    fc.assert(
      fc.property(plannedMilestone, (planned) => {
        const { pair, events } = tell({ weight: 1, milestones: [planned] });
        const [milestone] = pair.milestones;
        if (milestone === undefined) return;
        const told = events.get(milestone) ?? [];
        const context = () => dueContext(milestone.baselineDueOn);
        const whole = foldEvents(told, context);
        expect(foldEvents(structuredClone(told), context)).toEqual(whole);
        const half = Math.floor(told.length / 2);
        expect(foldEvents(told.slice(half), context, foldEvents(told.slice(0, half), context))).toEqual(whole);
      }),
    );
  });

  test('the timeline knows on every day what the events say', () => {
    fc.assert(
      fc.property(plannedMilestone, (planned) => {
        const { pair, events } = tell({ weight: 1, milestones: [planned] });
        const [milestone] = pair.milestones;
        if (milestone === undefined) return;
        const told = events.get(milestone) ?? [];
        const context = () => dueContext(milestone.baselineDueOn);
        const timeline = new MilestoneTimeline();
        for (const one of told) timeline.append(one, context);
        for (let days = -1; days <= LENGTH + 60; days += 7) {
          const day = addDays(START, days);
          expect(timeline.at(day)).toEqual(stateAsOf(told, day, context));
        }
      }),
    );
  });
});

describe('figures of a group', () => {
  const anyGroup = fc.array(plannedPair, { minLength: 1, maxLength: 5 });

  test('lie between the least and the greatest of its pairs', () => {
    fc.assert(
      fc.property(anyGroup, anyDay, (planned, asOf) => {
        const stories = planned.map(tell);
        const pairs = stories.map((story) => figuresAsOf(story, asOf)).filter(({ isExempt }) => !isExempt);
        const group = groupAsOf(stories, asOf);
        if (pairs.length === 0) {
          expect([group.planned, group.claimed, group.verified]).toEqual([null, null, null]);
          return;
        }
        for (const [mean, ratios] of [
          [group.planned, pairs.map(({ plannedRatio }) => plannedRatio)],
          [group.claimed, pairs.map(({ claimedRatio }) => claimedRatio)],
          [group.verified, pairs.map(({ verifiedRatio }) => verifiedRatio)],
        ] as const) {
          expect(mean).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-12);
          expect(mean).toBeLessThanOrEqual(Math.max(...ratios) + 1e-12);
        }
      }),
    );
  });

  test('count every pair in exactly one status', () => {
    fc.assert(
      fc.property(anyGroup, anyDay, (planned, asOf) => {
        const group = groupAsOf(planned.map(tell), asOf);
        const sum = Object.values(group.status).reduce((a, b) => a + b, 0);
        expect(sum).toBe(planned.length);
        expect(sum).toBe(group.bodyTracks + group.status.exempt);
      }),
    );
  });

  test('do not depend on the order of the pairs', () => {
    fc.assert(
      fc.property(anyGroup, anyDay, (planned, asOf) => {
        const stories = planned.map(tell);
        const forth = groupAsOf(stories, asOf);
        const back = groupAsOf([...stories].reverse(), asOf);
        expect(back.verified ?? -1).toBeCloseTo(forth.verified ?? -1, 12);
        expect(back.earnedSchedule.forecastFinish).toBe(forth.earnedSchedule.forecastFinish);
        expect(back.status).toEqual(forth.status);
      }),
    );
  });

  test('the planned curve of the day shows the planned figure of the day', () => {
    fc.assert(
      fc.property(anyGroup, anyDay, (planned, asOf) => {
        const stories = planned.map(tell);
        const group = groupAsOf(stories, asOf);
        if (group.planned === null) return;
        const curve = plannedCurve(stories.map((story) => figuresAsOf(story, asOf)));
        expect(plannedOn(curve, asOf)).toBeCloseTo(group.planned, 12);
      }),
    );
  });

  test('earned schedule is what the formulas say, computed another way', () => {
    const track = aTrack({ startOn: START });
    fc.assert(
      fc.property(anyGroup, anyDay, (planned, asOf) => {
        const stories = planned.map(tell).map((story) => ({ ...story, pair: { ...story.pair, track } }));
        const group = groupAsOf(stories, asOf);
        const { es, at, spiT, forecastFinish, reason } = group.earnedSchedule;
        if (reason !== null && reason !== 'not_in_sight') {
          expect([es, at, spiT]).toEqual([null, null, null]);
          return;
        }
        const pairs = stories.map((story) => figuresAsOf(story, asOf)).filter(({ isExempt }) => !isExempt);
        const w0 = lastFridayBefore(START);
        const plannedAtWeek = (k: number): number => {
          const day = addDays(w0, 7 * k);
          let sum = 0;
          let weights = 0;
          for (const { pair, milestones } of pairs) {
            const left = milestones.filter(({ state }) => state.state !== 'exempt');
            const points = left.reduce((total, { milestone }) => total + milestone.weightPoints, 0);
            const due = left.filter(({ milestone }) => milestone.baselineDueOn <= day);
            sum += pair.weight * (due.reduce((total, { milestone }) => total + milestone.weightPoints, 0) / points);
            weights += pair.weight;
          }
          return sum / weights;
        };
        const earned = group.verified ?? 0;
        let n = 1;
        while (plannedAtWeek(n) < 1 - 1e-9) n += 1;
        let c = 0;
        for (let k = 1; k <= n; k += 1) if (plannedAtWeek(k) <= earned + 1e-9) c += 1;
        const pv = c === 0 ? 0 : plannedAtWeek(c);
        const expected = c + Math.max(0, (earned - pv) / (plannedAtWeek(c + 1) - pv));
        expect(es).toBeCloseTo(expected, 6);
        expect(at).toBeCloseTo(daysBetween(w0, asOf) / 7, 12);
        expect(spiT).toBeCloseTo(expected / (daysBetween(w0, asOf) / 7), 6);
        if (forecastFinish === null) {
          expect(reason).toBe('not_in_sight');
          return;
        }
        const weeks = (n * (daysBetween(w0, asOf) / 7)) / expected;
        expect(Math.abs(daysBetween(w0, forecastFinish) - Math.ceil(7 * weeks - 1e-9))).toBeLessThanOrEqual(1);
        expect(daysBetween(w0, forecastFinish) + 1e-6).toBeGreaterThanOrEqual(7 * weeks - 1e-6);
      }),
    );
  });
});
