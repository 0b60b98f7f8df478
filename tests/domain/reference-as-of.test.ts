import { describe, expect, test } from 'vitest';
import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  referenceAsOf,
  referenceBoundaries,
  versionsAsOf,
  type ReferenceHistory,
  type Version,
} from '@/lib/domain/reference-as-of';
import { DEFAULT_THRESHOLDS } from '@/lib/domain/reference';
import { aBody, aMilestone, aTrack } from './builders';

const START: CivilDate = '2018-03-21';
const CHANGE: CivilDate = '2018-11-10';
const BEFORE_CHANGE: CivilDate = '2018-11-09';

const version = <T>(key: string | number, recordedOn: CivilDate, value: T | null): Version<T> => ({
  key,
  recordedOn,
  value,
});

const track = aTrack();
const body = aBody({ weightPoints: 1 });
const milestone = aMilestone({ code: 'ED1', weightPoints: 10 });

function history(overrides: Partial<ReferenceHistory> = {}): ReferenceHistory {
  return {
    programmes: [],
    tracks: [version(track.id, START, track)],
    milestones: [version(milestone.id, START, milestone)],
    areas: [],
    bodies: [version(body.id, START, body)],
    holidays: [],
    settings: [],
    ...overrides,
  };
}

describe('versions', () => {
  const versions = [
    version('a', START, 1),
    version('b', START, 2),
    version('a', CHANGE, 3),
    version('b', CHANGE, null),
  ];

  test('the newest recorded on or before the day holds', () => {
    expect([...versionsAsOf(versions, BEFORE_CHANGE)]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect([...versionsAsOf(versions, CHANGE)]).toEqual([['a', 3]]);
  });

  test('nothing is known before it was recorded', () => {
    expect(versionsAsOf(versions, '2018-03-20').size).toBe(0);
  });

  test('of two versions of one day the later one holds', () => {
    expect(versionsAsOf([version('a', CHANGE, 1), version('a', CHANGE, 2)], CHANGE).get('a')).toBe(2);
  });
});

describe('a later change of reference data changes no earlier figure', () => {
  test('the weight and category of a body', () => {
    const changed = history({
      bodies: [
        version(body.id, START, body),
        version(body.id, CHANGE, { ...body, weightPoints: 5, category: 'village_administration' as const }),
      ],
    });
    expect(referenceAsOf(changed, BEFORE_CHANGE)).toEqual({ ...referenceAsOf(history(), BEFORE_CHANGE) });
    expect(referenceAsOf(changed, BEFORE_CHANGE).pairs[0]?.weight).toBe(1);
    expect(referenceAsOf(changed, CHANGE).pairs, 'no milestone names its new category').toEqual([]);
  });

  test('a milestone weight and a baseline due date', () => {
    const changed = history({
      milestones: [
        version(milestone.id, START, milestone),
        version(milestone.id, CHANGE, { ...milestone, weightPoints: 40, baselineDueOn: '2019-02-01' as const }),
      ],
    });
    expect(referenceAsOf(changed, BEFORE_CHANGE).milestones[0]).toEqual(milestone);
    expect(referenceAsOf(changed, CHANGE).milestones[0]).toMatchObject({
      weightPoints: 40,
      baselineDueOn: '2019-02-01',
    });
  });

  test('a milestone added later counts from its first valid day, though it was recorded before', () => {
    const added = aMilestone({ code: 'ED11', validFrom: '2018-12-01' });
    const changed = history({
      milestones: [version(milestone.id, START, milestone), version(added.id, CHANGE, added)],
    });
    const codes = (day: CivilDate) => referenceAsOf(changed, day).pairs[0]?.milestones.map(({ code }) => code);
    expect(codes(CHANGE)).toEqual(['ED1']);
    expect(codes('2018-11-30')).toEqual(['ED1']);
    expect(codes('2018-12-01')).toEqual(['ED1', 'ED11']);
  });

  test('holidays', () => {
    const changed = history({ holidays: [version('2018-12-15', CHANGE, 'تعطیل')] });
    expect(referenceAsOf(changed, BEFORE_CHANGE).workCalendar.holidays.size).toBe(0);
    expect(referenceAsOf(changed, CHANGE).workCalendar.holidays.has('2018-12-15')).toBe(true);
    expect(referenceAsOf(changed, CHANGE).holidayTitles.get('2018-12-15')).toBe('تعطیل');
  });

  test('a holiday that was taken back', () => {
    const changed = history({
      holidays: [version('2018-12-15', START, 'تعطیل'), version<string>('2018-12-15', CHANGE, null)],
    });
    expect(referenceAsOf(changed, BEFORE_CHANGE).workCalendar.holidays.size).toBe(1);
    expect(referenceAsOf(changed, CHANGE).workCalendar.holidays.size).toBe(0);
  });

  test('thresholds, each on its own', () => {
    const changed = history({
      settings: [
        version<unknown>('thursdayIsWorkingDay', CHANGE, true),
        version<unknown>('atRiskQuietDays', CHANGE, 21),
      ],
    });
    expect(referenceAsOf(changed, BEFORE_CHANGE).thresholds).toEqual(DEFAULT_THRESHOLDS);
    expect(referenceAsOf(changed, CHANGE).thresholds).toEqual({
      ...DEFAULT_THRESHOLDS,
      thursdayIsWorkingDay: true,
      atRiskQuietDays: 21,
    });
    expect(referenceAsOf(changed, CHANGE).workCalendar.thursdayIsWorkingDay).toBe(true);
  });
});

describe('existence of bodies', () => {
  const brief = aBody({ existsFrom: '2018-10-01', dissolvedOn: '2018-12-01' });
  const changed = history({ bodies: [version(brief.id, START, brief)] });

  test.each([
    ['2018-09-30', 0],
    ['2018-10-01', 1],
    ['2018-11-30', 1],
    ['2018-12-01', 0],
  ] as const)('on %s there are %i pairs', (day, pairs) => {
    expect(referenceAsOf(changed, day).pairs).toHaveLength(pairs);
  });

  test('between two boundaries every day shares one reference', () => {
    expect(referenceBoundaries(changed)).toEqual([START, '2018-10-01', '2018-12-01']);
  });
});
