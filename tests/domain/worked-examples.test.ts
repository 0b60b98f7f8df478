import { describe, expect, test } from 'vitest';
import { countdownTo } from '@/lib/domain/deadline';
import { earnedSchedulePeriods } from '@/lib/domain/earned-schedule';
import { calculateGroupFigures } from '@/lib/domain/group-figures';
import { plannedCurve, weeklyPlannedValues, weekZero } from '@/lib/domain/planned-value';
import { daysLate, explainStatus } from '@/lib/domain/status';
import { DEFAULT_THRESHOLDS } from '@/lib/domain/reference';
import {
  aPair,
  aTrack,
  CALENDAR_1397,
  END_OF_AZAR,
  event,
  figuresOf,
  jalali,
  seedMilestones,
  TODAY,
  verifiedOn,
} from './builders';

describe('the electronic desk of one executive agency as of 1397/09/17', () => {
  const track = aTrack({ code: 'ED', startOn: jalali('1397/06/31'), deadlineOn: END_OF_AZAR });
  const pair = aPair(seedMilestones('ED'), { track });
  const done = verifiedOn(jalali('1397/09/03'));
  const events = {
    ED1: done,
    ED2: done,
    ED3: done,
    ED4: done,
    ED5: [event('claim', jalali('1397/09/10'))],
  };
  const figures = figuresOf(pair, events, TODAY);
  const group = calculateGroupFigures({ key: 'ED', label: 'ED' }, [figures], TODAY, CALENDAR_1397);
  const byCode = (code: string) => {
    const found = figures.milestones.find(({ milestone }) => milestone.code === code);
    if (!found) throw new Error(`no ${code}`);
    return found;
  };

  test('the weights of the reference data are 12, 15, 15, 15, 10, 7, 6, 7, 5 and 8, together 100', () => {
    expect(pair.milestones.map((milestone) => milestone.weightPoints)).toEqual([12, 15, 15, 15, 10, 7, 6, 7, 5, 8]);
  });

  test('ED1 to ED8 are due so far: planned 0.87', () => {
    expect(figures.plannedRatio).toBeCloseTo(0.87, 12);
  });

  test('ED1 to ED4 are verified and ED5 is claimed: verified 0.57, claimed 0.67', () => {
    expect(figures.verifiedRatio).toBeCloseTo(0.57, 12);
    expect(figures.claimedRatio).toBeCloseTo(0.67, 12);
  });

  test('SPI is 0.655', () => {
    expect(group.spi).toBeCloseTo(0.655, 3);
    expect(group.spi).toBeCloseTo(0.57 / 0.87, 12);
  });

  test('ED6, due 09/10 and untouched, is late by 7 days; ED7 and ED8, due on the day itself, are not late', () => {
    expect(daysLate(byCode('ED6'), TODAY)).toBe(7);
    expect(daysLate(byCode('ED7'), TODAY)).toBe(0);
    expect(daysLate(byCode('ED8'), TODAY)).toBe(0);
    expect(figures.status).toBe('late');
    expect(explainStatus(figures.milestones, track.deadlineOn, TODAY, DEFAULT_THRESHOLDS)).toEqual({
      rule: 'late',
      grounds: [{ milestoneCode: 'ED6', ground: 'overdue', days: 7 }],
    });
  });

  test('W0 is 1397/06/30 and the planned duration 13 weeks', () => {
    expect(weekZero(track.startOn)).toBe(jalali('1397/06/30'));
    const values = weeklyPlannedValues(plannedCurve([figures]), weekZero(track.startOn));
    expect(values).toHaveLength(14);
    expect(values[0]).toBe(0);
    expect(values[9]).toBeCloseTo(0.57, 12);
    expect(values[10]).toBeCloseTo(0.57, 12);
    expect(values[11]).toBeCloseTo(0.74, 12);
    expect(values[13]).toBe(1);
  });

  test('AT is 78/7 weeks, ES 10, SPI(t) 0.8974 and the forecast finish 1397/10/11', () => {
    expect(group.earnedSchedule.at).toBeCloseTo(78 / 7, 12);
    expect(group.earnedSchedule.es).toBeCloseTo(10, 12);
    expect(group.earnedSchedule.spiT).toBeCloseTo(0.8974, 4);
    expect(group.earnedSchedule.forecastFinish).toBe(jalali('1397/10/11'));
    expect(group.earnedSchedule.reason).toBeNull();
  });

  test('13 calendar days and 9 working days are left, the last working day is Wednesday 1397/09/28', () => {
    expect(group.calendarDaysLeft).toBe(13);
    expect(group.workingDaysLeft).toBe(9);
    expect(countdownTo(END_OF_AZAR, TODAY, CALENDAR_1397).lastWorkingDayOn).toBe(jalali('1397/09/28'));
  });

  test('six milestones are not verified: 3.33 a week are required', () => {
    expect(group.unverifiedMilestones).toBe(6);
    expect(group.milestones).toBe(10);
    expect(group.requiredPerWeek).toBeCloseTo(6 / (9 / 5), 12);
  });
});

describe('the classic twelve-month table of earned schedule', () => {
  const planned = [0, 105, 200, 515, 845, 1175, 1475, 1805, 2135, 2435, 2665, 2760, 2823];

  test('at month 7 with an earned value of 1610: C 6, I 0.409, ES 6.41, SPI(t) 0.916', () => {
    const { c, i, es } = earnedSchedulePeriods(planned, 1610);
    expect(c).toBe(6);
    expect(i).toBeCloseTo(0.409, 3);
    expect(es).toBeCloseTo(6.41, 2);
    expect(es / 7).toBeCloseTo(0.916, 3);
  });

  test('an earned value equal to a planned one counts that period whole', () => {
    expect(earnedSchedulePeriods(planned, 1475)).toEqual({ c: 6, i: 0, es: 6 });
  });
});
