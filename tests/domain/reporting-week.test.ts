import { describe, expect, test } from 'vitest';
import { calculateBodyWeek, cutoffOf, reportingShare, SMALL_GROUP, type WeekReport } from '@/lib/domain/reporting-week';

// Saturday 1397/09/10 to Friday 1397/09/16; the cut-off is Wednesday 14:00
const DAY = '2018-12-05';
const CUTOFF = cutoffOf(DAY, { reportingCutoffWeekday: 4, reportingCutoffTime: '14:00' });

const report = (
  recordedOn: WeekReport['recordedOn'],
  recordedTime: string | null = null,
  kind: WeekReport['kind'] = 'claim',
) => ({ recordedOn, recordedTime, kind });
const weekOf = (...reports: WeekReport[]) => calculateBodyWeek(DAY, reports, CUTOFF);

describe('what a body did in a week', () => {
  test('nothing of its own is a missing report', () => {
    expect(weekOf()).toEqual({ outcome: 'missing', isCheckInOnly: false, first: null });
    expect(weekOf(report('2018-11-30'), report('2018-12-08')).outcome).toBe('missing');
  });

  test.each([
    ['2018-12-01', '00:00', 'on_time'],
    ['2018-12-05', '13:59', 'on_time'],
    ['2018-12-05', '14:00', 'late'],
    ['2018-12-05', null, 'on_time'],
    ['2018-12-06', null, 'late'],
    ['2018-12-07', '23:59', 'late'],
  ] as const)('a first report on %s at %s is %s', (day, time, outcome) => {
    expect(weekOf(report(day, time)).outcome).toBe(outcome);
  });

  test('the first report decides, in whatever order they come', () => {
    const week = weekOf(report('2018-12-06', '09:00'), report('2018-12-05', '13:00'), report('2018-12-05', '15:00'));
    expect(week).toMatchObject({ outcome: 'on_time', first: { recordedOn: '2018-12-05', recordedTime: '13:00' } });
  });

  test('only a week of nothing but check-ins is one without change', () => {
    expect(weekOf(report('2018-12-02', null, 'check_in')).isCheckInOnly).toBe(true);
    expect(weekOf(report('2018-12-02', null, 'check_in'), report('2018-12-03')).isCheckInOnly).toBe(false);
  });

  test('the day and the hour of the cut-off are settings', () => {
    const monday = cutoffOf(DAY, { reportingCutoffWeekday: 2, reportingCutoffTime: '10:30' });
    expect(monday).toEqual({ day: '2018-12-03', time: '10:30' });
    expect(calculateBodyWeek(DAY, [report('2018-12-03', '10:29')], monday).outcome).toBe('on_time');
    expect(calculateBodyWeek(DAY, [report('2018-12-03', '10:30')], monday).outcome).toBe('late');
  });
});

test('a group of fewer than five bodies has no share, one of five has', () => {
  expect(SMALL_GROUP).toBe(5);
  expect([reportingShare(0, 0), reportingShare(4, 3)]).toEqual([null, null]);
  expect([reportingShare(5, 3), reportingShare(200, 0)]).toEqual([0.6, 0]);
});
