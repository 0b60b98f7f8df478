import { describe, expect, test } from 'vitest';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { getDashboard } from '@/lib/services/dashboard';
import { getTotal } from '@/lib/services/progress';
import { refusalOf } from '../support/milestone-world';
import { done, line, smallCounty, START, TODAY } from '../support/small-county';

const HD_DONE = ['HD1', 'HD2', 'HD3', 'HD4', 'HD5', 'HD6', 'HD7', 'HD8'];

async function county() {
  const made = await smallCounty();
  await made.history([
    ...done('EA-001', HD_DONE, '1397/07/28'),
    line('EA-001', 'HD9', 'certify', '1397/08/15'),
    ...done('EA-002', HD_DONE, '1397/09/12'),
    ...done('VA-001', ['NT1'], '1397/09/12'),
    line('VA-002', 'NT1', 'claim', '1397/09/01'),
  ]);
  return made;
}

describe('the dashboard', () => {
  test('opens on the nearest deadline that has not passed, and offers the others', async () => {
    const made = await county();
    const dashboard = getDashboard(made.as('deputy'));
    expect(dashboard).toMatchObject({
      asOf: TODAY,
      today: TODAY,
      since: '2018-12-01',
      filter: { deadlineOn: '2018-12-21' },
      deadlines: ['2018-12-21', '2019-03-20'],
    });
    expect(dashboard.lines.map(({ track }) => track.code)).toEqual(['HD', 'ED']);
    expect(dashboard.otherLines.map(({ track }) => track.code)).toEqual(['NT', 'CR']);
    expect(dashboard.countdown).toMatchObject({ deadlineOn: '2018-12-21', calendarDaysLeft: 13, workingDaysLeft: 9 });
    expect(dashboard.countdownDays).toHaveLength(14);
    expect(dashboard.otherCountdowns.map(({ deadlineOn }) => deadlineOn)).toEqual(['2019-03-20']);
  });

  test('opens on the next deadline once the first has passed, and on the last when all have', async () => {
    const made = await county();
    const on = (today: CivilDate) => getDashboard(made.as('deputy', { today })).filter.deadlineOn ?? null;
    expect(on('2018-12-21')).toBe('2018-12-21');
    expect(on('2018-12-22')).toBe('2019-03-20');
    expect(on('2019-03-20')).toBe('2019-03-20');
    expect(on('2019-04-10')).toBe('2019-03-20');
  });

  test('has the figures of its own filter, and of every deadline when asked', async () => {
    const made = await county();
    const ctx = made.as('deputy');
    expect(getDashboard(ctx).total).toEqual(getTotal(ctx, { filter: { deadlineOn: '2018-12-21' } }));
    const all = getDashboard(ctx, { allDeadlines: true });
    expect(all.total).toEqual(getTotal(ctx));
    expect(all).toMatchObject({ countdown: null, verdict: null });
    const district = getDashboard(ctx, { filter: { districtCode: '220303' } });
    expect(district.total).toEqual(getTotal(ctx, { filter: { deadlineOn: '2018-12-21', districtCode: '220303' } }));
  });

  test('says how much each track moved since the day compared with', async () => {
    const made = await county();
    const [hd, ed] = getDashboard(made.as('deputy')).lines;
    // one of three bodies verified 90 of 100 points within the week
    expect(hd?.change).toBeCloseTo(0.3, 12);
    expect(ed?.change).toBe(0);
    const [longer] = getDashboard(made.as('deputy'), { since: '2018-10-01' }).lines;
    expect(longer?.change).toBeCloseTo((1 + 0.9) / 3, 12);
  });

  test('counts desks that are real, and those that only wait for the inspection', async () => {
    const { realDesks } = getDashboard((await county()).as('deputy'));
    expect(realDesks).toEqual({ real: 1, waiting: 1, total: 3 });
  });

  test('names the fewest late bodies that make up half of what waits', async () => {
    const made = await county();
    const { late, cause, lateEverywhere } = getDashboard(made.as('deputy'), { filter: { trackCode: 'HD' } });
    expect(late.map(({ body }) => body.code)).toEqual(['DO-001']);
    expect(cause).toEqual({ pairs: 1, share: 1 });
    // and, in the other tracks, ED of three bodies, NT and CR of six
    expect(lateEverywhere).toBe(16);
  });

  test('draws the curve from the start of the track to past its deadline, ending on the as-of day as known', async () => {
    const { curve } = getDashboard((await county()).as('deputy'), { filter: { trackCode: 'HD' } });
    expect(curve).toMatchObject({ start: START, asOf: TODAY, deadline: '2018-12-21' });
    expect(curve.points.filter(({ verified }) => verified !== null).at(-1)?.date).toBe(TODAY);
    expect(curve.end > '2018-12-21').toBe(true);
  });

  test('as of a past day knows nothing of later', async () => {
    const made = await county();
    const past = getDashboard(made.as('deputy'), { asOf: '2018-11-01' });
    expect(past.realDesks).toEqual({ real: 0, waiting: 1, total: 3 });
    expect(past.waiting.claims).toEqual([]);
    expect(past.today).toBe(TODAY);
    expect(past.countdownDays).toEqual([]);
  });

  test('refuses to compare with a day after its own', async () => {
    const made = await county();
    expect(refusalOf(() => getDashboard(made.as('deputy'), { asOf: '2018-11-01', since: '2018-11-02' }))).toMatchObject(
      {
        code: 'invalid_input',
        details: { field: 'since' },
      },
    );
  });

  test('on the first day is there, with nothing due and nothing done', async () => {
    const made = await county();
    const first = getDashboard(made.as('deputy'), { asOf: START });
    expect(first.total).toMatchObject({ planned: 0, claimed: 0, verified: 0, spi: null });
    expect(first.since).toBe(START);
  });
});
