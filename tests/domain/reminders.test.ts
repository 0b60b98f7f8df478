import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, eachDay, weekdayOf, type CivilDate } from '@/lib/calendar/civil-date';
import { mobileNumber, quietReason, RETRY_MINUTES, retryAfterMinutes } from '@/lib/domain/notifications';
import type { Milestone } from '@/lib/domain/reference';
import { guidanceChanges, remindersDue, type OpenStep } from '@/lib/domain/reminders';

/** Saturday 1397/09/17. */
const DUE: CivilDate = '2018-12-08';
const FROM = addDays(DUE, -30);
const THRESHOLDS = [7, 3, 1, -1, -7, -14, -30, -60, -90];

const step = (dueOn: CivilDate): OpenStep => ({ bodyId: 1, milestoneId: 1, dueOn });
const always = (dueOn: CivilDate) => () => [step(dueOn)];
const noQuietDay = () => false;
const said = (isQuiet: (day: CivilDate) => boolean, dueOn = DUE, asOf = addDays(dueOn, 95)) =>
  remindersDue({ from: addDays(dueOn, -30), asOf }, isQuiet, always(dueOn)).map(({ on, threshold }) => [
    daysBetween(on, dueOn),
    threshold,
  ]);

describe('reminders of one step', () => {
  it('are said 7, 3 and 1 days before the due date, 1, 7, 14 and 30 days after it, and then once in thirty days', () => {
    expect(said(noQuietDay)).toEqual(THRESHOLDS.map((days) => [days, days]));
  });

  it('are not said on the due date itself', () => {
    expect(remindersDue({ from: DUE, asOf: DUE }, noQuietDay, always(DUE))).toEqual([]);
  });

  it('that fall on a Friday are said on the next working day', () => {
    const isFriday = (day: CivilDate) => weekdayOf(day) === 6;
    // due on a Saturday: one day before is a Friday, and so are seven days and one after the next
    expect(said(isFriday).slice(0, 5)).toEqual([
      [7, 7],
      [3, 3],
      [0, 1],
      [-1, -1],
      [-7, -7],
    ]);
  });

  it('of which several fall into long holidays are said once, by the latest', () => {
    const isHoliday = (day: CivilDate) => addDays(DUE, -8) < day && day < addDays(DUE, 2);
    expect(said(isHoliday).slice(0, 2)).toEqual([
      [-2, -1],
      [-7, -7],
    ]);
  });

  it('end when the step is claimed, and begin anew with a new due date', () => {
    const later = addDays(DUE, 10);
    const moved = (day: CivilDate) => (day < addDays(DUE, -5) ? [step(DUE)] : day < later ? [step(later)] : []);
    expect(
      remindersDue({ from: FROM, asOf: addDays(later, 40) }, noQuietDay, moved).map(({ dueOn, threshold }) => [
        dueOn,
        threshold,
      ]),
    ).toEqual([
      [DUE, 7],
      [later, 7],
      [later, 3],
      [later, 1],
    ]);
  });

  it('hold for any holidays: none on a quiet day, none twice, none lost, and the same on whatever day it is asked', () => {
    const quietDays = fc.uniqueArray(fc.integer({ min: 0, max: 124 }), { maxLength: 60 });
    fc.assert(
      fc.property(quietDays, fc.integer({ min: 31, max: 124 }), (numbers, until) => {
        const quiet = new Set(numbers.map((number) => addDays(FROM, number)));
        const asOf = addDays(FROM, until);
        const all = remindersDue({ from: FROM, asOf: addDays(FROM, 124) }, (day) => quiet.has(day), always(DUE));
        expect(all.some(({ on }) => quiet.has(on))).toBe(false);
        expect(new Set(all.map(({ threshold }) => threshold)).size).toBe(all.length);
        const nextWorkingDay = (day: CivilDate) =>
          eachDay(day, addDays(FROM, 124)).find((each) => !quiet.has(each)) ?? null;
        for (const threshold of THRESHOLDS) {
          const on = nextWorkingDay(addDays(DUE, -threshold));
          const spoken = all.find((reminder) => reminder.on === on);
          // said itself, or overtaken by a later one of the same morning
          if (on !== null) expect(spoken?.threshold ?? Infinity).toBeLessThanOrEqual(threshold);
        }
        const sofar = remindersDue({ from: FROM, asOf }, (day) => quiet.has(day), always(DUE));
        expect(sofar).toEqual(all.filter(({ on }) => on <= asOf));
      }),
    );
  });
});

describe('changed guidance', () => {
  const version = (recordedOn: CivilDate, guidance: string, evidenceText = 'نامه') => ({
    key: 5,
    recordedOn,
    value: { guidance, evidenceText, evidenceKinds: ['letter'] } as unknown as Milestone,
  });

  it('is new on the day its words changed, and only then', () => {
    const versions = [
      version('2018-07-28', 'الف'),
      version('2018-09-01', 'الف'),
      version('2018-10-01', 'ب'),
      version('2018-11-01', 'ب', 'نامه و عکس'),
    ];
    const days = (from: CivilDate, to: CivilDate) => guidanceChanges(versions, from, to).map(({ on }) => on);
    expect(days('2018-07-28', '2018-12-08')).toEqual(['2018-10-01', '2018-11-01']);
    expect(days('2018-10-02', '2018-10-31')).toEqual([]);
  });

  it('counts a day once, and a mistake mended on the same day not at all', () => {
    const mended = [version('2018-07-28', 'الف'), version('2018-09-01', 'ب'), version('2018-09-01', 'الف')];
    expect(guidanceChanges(mended, '2018-07-28', '2018-12-08')).toEqual([]);
    const twice = [version('2018-07-28', 'الف'), version('2018-09-01', 'ب'), version('2018-09-01', 'پ')];
    expect(guidanceChanges(twice, '2018-07-28', '2018-12-08')).toEqual([{ milestoneId: 5, on: '2018-09-01' }]);
  });
});

describe('when people may be disturbed', () => {
  const calendar = { holidays: new Set<CivilDate>(['2018-12-09']), thursdayIsWorkingDay: false };
  const hours = { fromTime: '08:00', untilTime: '14:00' };

  it.each([
    ['2018-12-08', '07:59', 'quiet_hours'],
    ['2018-12-08', '08:00', null],
    ['2018-12-08', '13:59', null],
    ['2018-12-08', '14:00', 'quiet_hours'],
    ['2018-12-09', '10:00', 'quiet_day'],
    ['2018-12-13', '10:00', 'quiet_day'],
    ['2018-12-14', '10:00', 'quiet_day'],
  ] as const)('%s at %s: %s', (day, time, reason) => {
    expect(quietReason({ day, time }, calendar, hours)).toBe(reason);
  });

  it('a failed message is tried again after growing waits, then given up', () => {
    expect([1, 2, 3, 4, 5].map(retryAfterMinutes)).toEqual([...RETRY_MINUTES, null]);
    expect([...RETRY_MINUTES].sort((a, b) => a - b)).toEqual([...RETRY_MINUTES]);
  });

  it.each([
    ['۰۹۱۷ ۱۲۳ ۴۵۶۷', '09171234567'],
    ['+98 917-123-4567', '09171234567'],
    ['9171234567', '09171234567'],
    ['07644000001', null],
    ['0917123456', null],
    ['', null],
  ])('%s as a mobile number: %s', (typed, number) => {
    expect(mobileNumber(typed)).toBe(number);
  });
});
