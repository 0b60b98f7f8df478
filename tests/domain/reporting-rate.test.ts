import { describe, expect, test } from 'vitest';
import { calculateReportingRate, type OwnReport } from '@/lib/domain/reporting-rate';
import { DEFAULT_THRESHOLDS } from '@/lib/domain/reference';
import { jalali } from './builders';

/** Saturday 1397/09/10 to Friday 1397/09/16; the cut-off is Wednesday 09/14 at 14:00. */
const WEEK = jalali('1397/09/12');
const report = (bodyId: number, day: string, recordedTime: string | null = '10:00'): OwnReport => ({
  bodyId,
  recordedOn: jalali(day),
  recordedTime,
});
const rate = (expected: number[], reports: OwnReport[], thresholds = DEFAULT_THRESHOLDS) =>
  calculateReportingRate(WEEK, new Set(expected), reports, thresholds);

describe('the reporting rate of a week', () => {
  test('is the bodies that reported over those with an open milestone on its Saturday', () => {
    expect(rate([1, 2, 3, 4], [report(1, '1397/09/10'), report(2, '1397/09/13'), report(3, '1397/09/16')])).toEqual({
      weekStartOn: jalali('1397/09/10'),
      expected: 4,
      reported: 3,
      onTime: 2,
      ratio: 0.75,
    });
  });

  test('a body counts once, however often it reports, and on time if it was so once', () => {
    expect(rate([1, 2], [report(1, '1397/09/16'), report(1, '1397/09/11'), report(1, '1397/09/15')])).toMatchObject({
      reported: 1,
      onTime: 1,
      ratio: 0.5,
    });
  });

  test('bodies with nothing open are not asked and do not lift the rate', () => {
    expect(rate([1], [report(9, '1397/09/11')])).toMatchObject({ expected: 1, reported: 0, ratio: 0 });
  });

  test('reports of the week before or after do not count', () => {
    expect(rate([1, 2], [report(1, '1397/09/09'), report(2, '1397/09/17')])).toMatchObject({ reported: 0 });
  });

  test('there is no rate where nobody was expected', () => {
    expect(rate([], [report(1, '1397/09/11')]).ratio).toBeNull();
  });

  test.each([
    ['on Tuesday', '1397/09/13', '23:59', 1],
    ['on Wednesday before 14:00', '1397/09/14', '13:59', 1],
    ['on Wednesday at 14:00', '1397/09/14', '14:00', 0],
    ['on Thursday', '1397/09/15', '08:00', 0],
    ['on Wednesday, imported without a time', '1397/09/14', null, 1],
    ['on Thursday, imported', '1397/09/15', null, 0],
  ] as const)('a report %s', (_, day, time, onTime) => {
    expect(rate([1], [report(1, day, time)])).toMatchObject({ reported: 1, onTime });
  });

  test('the cut-off is a setting', () => {
    const saturdayNine = { ...DEFAULT_THRESHOLDS, reportingCutoffWeekday: 0, reportingCutoffTime: '09:00' };
    expect(rate([1], [report(1, '1397/09/10', '08:59')], saturdayNine).onTime).toBe(1);
    expect(rate([1], [report(1, '1397/09/10', '09:00')], saturdayNine).onTime).toBe(0);
  });
});
