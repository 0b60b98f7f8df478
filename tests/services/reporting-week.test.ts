import { describe, expect, test } from 'vitest';
import { createClock } from '@/lib/clock';
import { REPORTING_CHOICES } from '@/lib/domain/list-vocabulary';
import { recordCheckIn } from '@/lib/services/check-ins';
import { getDashboard } from '@/lib/services/dashboard';
import { getList, listTable } from '@/lib/services/lists/get-list';
import { getReportingWeek } from '@/lib/services/reporting-week';
import { changeSettings } from '@/lib/services/settings';
import { getReportingRate, getSilentBodies } from '@/lib/services/silence';
import { parseListQuery } from '@/lib/validation/lists';
import { refusalOf } from '../support/milestone-world';
import { line, smallCounty, type County } from '../support/small-county';

/** Friday 1397/09/16, the end of a week whose cut-off is Wednesday 1397/09/14. */
const FRIDAY = '2018-12-07';

async function county(): Promise<County> {
  const made = await smallCounty();
  await made.history([
    line('EA-001', 'HD1', 'claim', '1397/09/12'),
    line('EA-001', '', 'check_in', '1397/09/13'),
    line('EA-002', '', 'check_in', '1397/09/15'),
    line('VA-001', '', 'check_in', '1397/09/11'),
    line('VA-002', '', 'check_in', '1397/09/09'),
  ]);
  return made;
}

const list = (made: County, query: Record<string, string>) =>
  getList(made.as('deputy'), 'reporting', parseListQuery({ asOf: '1397-09-16', ...query }));

describe('the reports of a week', () => {
  test('each body is on time, late, without change only, or missing, with its days of silence', async () => {
    const made = await county();
    const { week } = getReportingWeek(made.as('deputy'), { asOf: FRIDAY });
    expect(
      week.bodies.map(({ body, outcome, isCheckInOnly, silentDays, isSilent }) => [
        body.code,
        outcome,
        isCheckInOnly,
        silentDays,
        isSilent,
      ]),
    ).toEqual([
      ['DO-001', 'missing', false, 132, true],
      ['EN-001', 'missing', false, 76, true],
      ['VA-002', 'missing', false, 7, false],
      ['VA-001', 'on_time', true, 5, false],
      ['EA-001', 'on_time', false, 3, false],
      ['EA-002', 'late', true, 1, false],
    ]);
    expect(week).toMatchObject({ weekFrom: '2018-12-01', weekTo: FRIDAY, cutoff: { day: '2018-12-05' } });
    expect(week.total).toEqual({
      expected: 6,
      reported: 3,
      onTime: 2,
      late: 1,
      checkInOnly: 2,
      missing: 3,
      silent: 2,
      share: 0.5,
    });
  });

  test('agree with the reporting rate of the weekly report', async () => {
    const made = await county();
    const { total } = getReportingWeek(made.as('deputy'), { asOf: FRIDAY }).week;
    expect(getReportingRate(made.as('deputy'), { asOf: FRIDAY })).toMatchObject({
      expected: total.expected,
      reported: total.reported,
      onTime: total.onTime,
    });
  });

  test('groups add up to all, and one of fewer than five bodies has no share', async () => {
    const made = await county();
    const { week } = getReportingWeek(made.as('deputy'), { asOf: FRIDAY });
    for (const groups of [week.byCategory, week.byDistrict]) {
      expect(groups.reduce((sum, { expected }) => sum + expected, 0)).toBe(6);
      expect(groups.reduce((sum, { reported }) => sum + reported, 0)).toBe(3);
      expect(groups.every(({ share }) => share === null)).toBe(true);
    }
    expect(week.byCategory.map(({ key, reported, expected }) => [key, reported, expected])).toContainEqual([
      'village_administration',
      1,
      2,
    ]);
  });

  test('the list behind every number holds exactly what was counted', async () => {
    const made = await county();
    const field = {
      reported: 'reported',
      on_time: 'onTime',
      late: 'late',
      check_in: 'checkInOnly',
      missing: 'missing',
      silent: 'silent',
    } as const;
    const { week } = getReportingWeek(made.as('deputy'), { asOf: FRIDAY });
    expect(list(made, {}).totals.bodies).toBe(week.total.expected);
    for (const choice of REPORTING_CHOICES) {
      expect(list(made, { report: choice }).totals.bodies, choice).toBe(week.total[field[choice]]);
      for (const { key, ...counts } of week.byCategory)
        expect(list(made, { report: choice, category: key }).totals.bodies).toBe(counts[field[choice]]);
      for (const { key, ...counts } of week.byDistrict)
        expect(list(made, { report: choice, district: key }).totals.bodies).toBe(counts[field[choice]]);
    }
    // a deadline or track is about steps, the week's report about the body
    expect(list(made, { track: 'HD', report: 'missing' }).totals.bodies).toBe(3);
    const table = listTable(list(made, { report: 'on_time' }));
    expect(table.rows).toHaveLength(2);
  });

  test('silence ends with one check-in, on the day it is recorded', async () => {
    const made = await county();
    const silent = () => getSilentBodies(made.as('deputy')).map(({ body }) => body.code);
    const rowOf = () => getReportingWeek(made.as('deputy')).week.bodies.find(({ body }) => body.code === 'DO-001');
    expect(silent()).toContain('DO-001');
    expect(rowOf()).toMatchObject({ outcome: 'missing', isSilent: true, silentDays: 133 });
    recordCheckIn(made.as('liaison', { bodies: ['DO-001'] }), { bodyCode: 'DO-001' });
    expect(silent()).not.toContain('DO-001');
    expect(rowOf()).toMatchObject({ outcome: 'on_time', isCheckInOnly: true, isSilent: false, silentDays: 0 });
    // what was known the day before does not change
    expect(getSilentBodies(made.as('deputy'), { asOf: FRIDAY }).map(({ body }) => body.code)).toContain('DO-001');
  });

  test('the cut-off is a setting: an earlier hour makes the same report late', async () => {
    const made = await smallCounty();
    const at = (instant: string) => createClock(null, () => new Date(instant));
    // Saturday 1397/09/17, 12:00 in Tehran
    recordCheckIn(
      { ...made.as('liaison', { bodies: ['EA-001'] }), clock: at('2018-12-08T08:30:00.000Z') },
      {
        bodyCode: 'EA-001',
      },
    );
    const outcome = () =>
      getReportingWeek(made.as('deputy')).week.bodies.find(({ body }) => body.code === 'EA-001')?.outcome;
    expect(outcome()).toBe('on_time');
    changeSettings(made.office(), { reportingCutoffWeekday: 0, reportingCutoffTime: '12:00' });
    expect(outcome()).toBe('late');
  });

  test('stands on the deputy’s page beside the whole week before, under its category and district alone', async () => {
    const made = await county();
    const { reporting } = getDashboard(made.as('deputy'));
    expect(reporting.week.total).toMatchObject({ expected: 6, reported: 0, missing: 6 });
    expect(reporting.before?.total).toMatchObject({ expected: 6, reported: 3 });
    const villages = getDashboard(made.as('deputy'), { filter: { category: 'village_administration' } }).reporting;
    expect(villages.before?.total).toMatchObject({ expected: 2, reported: 1 });
  });

  test('the programme’s first week has none before it', async () => {
    const made = await county();
    expect(getReportingWeek(made.as('deputy'), { asOf: '2018-08-01' }).before).toBeNull();
  });

  test.each(['deputy', 'expert', 'viewer', 'admin'] as const)('%s may read it', async (role) => {
    const made = await county();
    expect(getReportingWeek(made.as(role)).week.total.expected).toBe(6);
    expect(getList(made.as(role), 'reporting', parseListQuery({})).totals.bodies).toBe(6);
  });

  test('a liaison may not: other bodies are not theirs to watch', async () => {
    const made = await county();
    const liaison = made.as('liaison', { bodies: ['EA-001'] });
    expect(refusalOf(() => getReportingWeek(liaison)).code).toBe('forbidden');
    expect(refusalOf(() => getList(liaison, 'reporting', parseListQuery({}))).code).toBe('forbidden');
  });
});
