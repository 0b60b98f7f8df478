import { describe, expect, test } from 'vitest';
import { getBody } from '@/lib/services/bodies';
import { getGroups, getProgress, getProgressDocument, getTotal } from '@/lib/services/progress';
import { refusalOf } from '../support/milestone-world';
import { done, line, smallCounty, START, TODAY } from '../support/small-county';

const AGENCY = ['EA-001,اداره ثبت احوال,executive_agency,مرکزی,1'];

/** ED1–ED4 verified and ED5 claimed, as in the first worked example. */
async function workedExample() {
  const county = await smallCounty({ bodies: AGENCY });
  await county.history([
    ...done('EA-001', ['ED1'], '1397/07/10'),
    ...done('EA-001', ['ED2'], '1397/07/28'),
    ...done('EA-001', ['ED3'], '1397/08/14'),
    ...done('EA-001', ['ED4'], '1397/08/29'),
    line('EA-001', 'ED5', 'claim', '1397/09/10'),
  ]);
  return county;
}

describe('the first worked example, from the import to the figures', () => {
  test('the electronic desk of one agency as of 1397/09/17', async () => {
    const county = await workedExample();
    const { asOf, groups } = getProgress(county.as('viewer'), {
      asOf: '2018-12-08',
      groupBy: 'track',
      filter: { trackCode: 'ED' },
    });
    expect(asOf).toBe('2018-12-08');
    expect(groups).toHaveLength(1);
    const [ed] = groups;
    expect(ed).toMatchObject({ key: 'ED', bodies: 1, bodyTracks: 1, deadline: '2018-12-21', calendarDaysLeft: 13 });
    expect(ed?.planned).toBeCloseTo(0.87, 12);
    expect(ed?.verified).toBeCloseTo(0.57, 12);
    expect(ed?.claimed).toBeCloseTo(0.67, 12);
    expect(ed?.spi).toBeCloseTo(0.57 / 0.87, 12);
    expect(ed?.earnedSchedule.es).toBeCloseTo(10, 9);
    expect(ed?.earnedSchedule.at).toBeCloseTo(78 / 7, 12);
    expect(ed?.earnedSchedule.spiT).toBeCloseTo(0.8974, 4);
    expect(ed?.earnedSchedule).toMatchObject({ forecastFinish: '2019-01-01', reason: null });
    // nine working days: 18–21 and 24–28 Azar; Thursdays and Fridays are no working days, and 30 Azar is a Friday
    expect(ed?.workingDaysLeft).toBe(9);
    expect(ed?.requiredPerWeek).toBeCloseTo(6 / (9 / 5), 12);
    // ED4, verified on 29 Aban, lies in the four weeks up to Friday 16 Azar
    expect(ed?.recentPerWeek).toBe(0.25);
  });

  test('the page of the agency: ED6 is late by 7 days, ED7 and ED8 are due on the day itself', async () => {
    const county = await workedExample();
    const card = getBody(county.as('deputy'), 'EA-001', { asOf: '2018-12-08' });
    const ed = card.tracks.find(({ figures }) => figures.pair.track.code === 'ED');
    expect(ed?.figures.status).toBe('late');
    expect(ed?.reason).toEqual({
      rule: 'late',
      grounds: [{ milestoneCode: 'ED6', ground: 'overdue', days: 7 }],
    });
  });

  test('as JSON the ratios are not rounded, and days are in both calendars', async () => {
    const county = await workedExample();
    const document = getProgressDocument(county.as('viewer'), { groupBy: 'total', filter: { trackCode: 'ED' } });
    expect(document).toMatchObject({
      asOf: { jalali: '1397/09/17', iso: '2018-12-08' },
      programme: '1397-service-desk',
      groupBy: 'total',
    });
    const [total] = document.groups;
    expect(total).toMatchObject({
      key: 'total',
      spi: 0.57 / 0.87,
      spiReason: null,
      deadline: { jalali: '1397/09/30', iso: '2018-12-21' },
      deadlineReason: null,
      requiredReason: null,
      status: { complete: 0, on_track: 0, awaiting_review: 0, at_risk: 0, late: 1, missed: 0, exempt: 0 },
    });
    expect(total?.earnedSchedule.forecastFinish).toEqual({ jalali: '1397/10/11', iso: '2019-01-01' });
  });
});

describe('groups', () => {
  test('a group is listed only if it has a pair, in the order of tracks, categories and codes', async () => {
    const county = await smallCounty();
    const keys = (groupBy: 'track' | 'category' | 'district' | 'body') =>
      getGroups(county.as('viewer'), { groupBy }).map(({ key }) => key);
    expect(keys('track')).toEqual(['HD', 'ED', 'NT', 'CR']);
    expect(keys('category')).toEqual(['district_office', 'executive_agency', 'enterprise', 'village_administration']);
    expect(keys('district')).toEqual(['220302', '220303', '220305']);
    expect(keys('body')).toEqual(['DO-001', 'EA-001', 'EA-002', 'EN-001', 'VA-001', 'VA-002']);
    const villages = getGroups(county.as('viewer'), {
      groupBy: 'track',
      filter: { category: 'village_administration' },
    });
    expect(villages.map(({ key, bodies }) => [key, bodies])).toEqual([
      ['NT', 2],
      ['CR', 2],
    ]);
  });

  test('a firm without public service has no desk, so its two tracks are all it is measured by', async () => {
    const county = await smallCounty();
    const total = getTotal(county.as('viewer'), { filter: { bodyCode: 'EN-001' } });
    expect(total).toMatchObject({ bodies: 1, bodyTracks: 2 });
  });

  test('pairs with several deadlines have no countdown and no forecast, and say why', async () => {
    const county = await smallCounty();
    const total = getTotal(county.as('viewer'));
    expect(total).toMatchObject({
      bodies: 6,
      bodyTracks: 18,
      deadline: null,
      deadlineReason: 'several_deadlines',
      calendarDaysLeft: null,
      workingDaysLeft: null,
    });
    expect(total.earnedSchedule).toEqual({
      es: null,
      at: null,
      spiT: null,
      forecastFinish: null,
      reason: 'several_deadlines',
    });
    const end = getTotal(county.as('viewer'), { filter: { deadlineOn: '2018-12-21' } });
    expect(end).toMatchObject({ bodies: 3, bodyTracks: 6, deadline: '2018-12-21' });
  });

  test('a wholly exempt pair is counted in status.exempt and nowhere else', async () => {
    const county = await smallCounty();
    await county.history([
      ...done('VA-002', ['NT1'], '1397/07/10'),
      ...['NT1', 'NT2', 'NT3', 'NT4', 'NT5', 'NT6', 'NT7'].map((code) =>
        line('VA-001', code, 'exempt', '1397/07/20', 'آبادی برق ندارد'),
      ),
    ]);
    const filter = { trackCode: 'NT', category: 'village_administration' } as const;
    const villages = getTotal(county.as('viewer'), { filter });
    expect(villages).toMatchObject({ bodies: 1, bodyTracks: 1, milestones: 7, unverifiedMilestones: 6 });
    expect(villages.verified).toBeCloseTo(0.1, 12);
    expect(villages.status).toMatchObject({ exempt: 1, late: 1 });
    const alone = getTotal(county.as('viewer'), { filter: { trackCode: 'NT', bodyCode: 'VA-001' } });
    expect(alone).toMatchObject({
      bodies: 0,
      bodyTracks: 0,
      planned: null,
      claimed: null,
      verified: null,
      spi: null,
      deadlineReason: 'no_data',
      requiredPerWeek: null,
      recentPerWeek: null,
    });
    expect(alone.earnedSchedule.reason).toBe('no_data');
    expect(alone.status).toMatchObject({ exempt: 1 });
    const before = getTotal(county.as('viewer'), { asOf: '2018-10-11', filter });
    expect(before).toMatchObject({ bodyTracks: 2, status: expect.objectContaining({ exempt: 0 }) });
  });

  test('while no work is due there is no SPI, which is not an SPI of zero', async () => {
    const county = await smallCounty();
    const [total] = getProgressDocument(county.as('viewer'), { asOf: START, groupBy: 'total' }).groups;
    expect(total).toMatchObject({ planned: 0, verified: 0, spi: null, spiReason: 'no_work_due' });
  });

  test('a filter that leaves nothing gives a total without data', async () => {
    const county = await smallCounty();
    const filter = { trackCode: 'HD', category: 'village_administration' } as const;
    const document = getProgressDocument(county.as('viewer'), { groupBy: 'total', filter });
    expect(document.groups).toHaveLength(1);
    expect(document.groups[0]).toMatchObject({
      bodyTracks: 0,
      planned: null,
      spiReason: 'no_data',
      requiredReason: 'no_data',
    });
    expect(getGroups(county.as('viewer'), { groupBy: 'district', filter })).toEqual([]);
  });
});

describe('what may be asked', () => {
  test.each([
    ['track', { trackCode: 'ZZ' }],
    ['deadline', { deadlineOn: '2018-12-22' }],
    ['district', { districtCode: '999999' }],
    ['district', { districtCode: '2203' }],
  ] as const)('a %s that does not exist is refused', async (field, filter) => {
    const county = await smallCounty({ bodies: AGENCY });
    expect(refusalOf(() => getTotal(county.as('viewer'), { filter }))).toMatchObject({
      code: 'invalid_input',
      details: { field },
    });
  });

  test('the first day is the start of the programme and the last is today', async () => {
    const county = await smallCounty({ bodies: AGENCY });
    expect(getProgress(county.as('viewer'), { asOf: START, groupBy: 'total' }).asOf).toBe('2018-07-28');
    expect(getProgress(county.as('viewer'), { groupBy: 'total' }).asOf).toBe(TODAY);
    for (const asOf of ['2018-07-27', '2018-12-09'] as const) {
      expect(refusalOf(() => getTotal(county.as('viewer'), { asOf }))).toEqual({
        code: 'as_of_out_of_range',
        details: { asOf, from: '2018-07-28', to: '2018-12-08' },
      });
    }
  });
});
