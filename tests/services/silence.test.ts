import { describe, expect, test } from 'vitest';
import { recordCheckIn } from '@/lib/services/check-ins';
import { changeSettings } from '@/lib/services/settings';
import { getReportingRate, getSilentBodies, silenceOf } from '@/lib/services/silence';
import { resolveScope } from '@/lib/services/scope';
import { createClock } from '@/lib/clock';
import { done, line, smallCounty, TODAY } from '../support/small-county';

const VILLAGES = [
  'VA-001,دهیاری گزیر,village_administration,مرکزی,0',
  'VA-002,دهیاری چارک,village_administration,شیبکوه,0',
  'VA-003,دهیاری مقام,village_administration,شیبکوه,0',
];

describe('silent bodies', () => {
  test('are those that reported nothing of their own for more than fourteen days, longest first', async () => {
    const county = await smallCounty({ bodies: VILLAGES });
    await county.history([
      line('VA-001', '', 'check_in', '1397/09/02'),
      line('VA-002', '', 'check_in', '1397/09/03'),
      line('VA-003', '', 'letter_sent', '1397/09/15', 'یادآوری'),
    ]);
    // 1397/09/17 − 1397/09/02 = 15; − 1397/09/03 = 14; VA-003 since NT began on 1397/06/31
    expect(
      getSilentBodies(county.as('deputy')).map(({ body, days, lastReportOn }) => [body.code, days, lastReportOn]),
    ).toEqual([
      ['VA-003', 77, null],
      ['VA-001', 15, '2018-11-23'],
    ]);
    expect(getSilentBodies(county.as('deputy'), { asOf: '2018-12-07' }).map(({ body }) => body.code)).toEqual([
      'VA-003',
    ]);
  });

  test('a decision of the governorate does not break silence, the own claim does', async () => {
    const county = await smallCounty({ bodies: VILLAGES });
    await county.history([
      line('VA-001', 'NT1', 'claim', '1397/07/10'),
      line('VA-001', 'NT1', 'return', '1397/09/16', 'ناقص'),
      line('VA-002', 'NT1', 'extend', '1397/09/16', 'راه بسته بود', ',,1397/10/01'),
    ]);
    const scope = resolveScope(county.as('deputy'));
    expect(silenceOf(scope, county.bodyId('VA-001'))).toEqual({ days: 67, lastReportOn: '2018-10-02' });
    expect(silenceOf(scope, county.bodyId('VA-002'))).toEqual({ days: 77, lastReportOn: null });
  });

  test('a filter of track or deadline does not narrow silence, one of district or category does', async () => {
    const county = await smallCounty();
    await county.history([line('EA-001', '', 'check_in', '1397/09/17')]);
    const codes = (filter: Parameters<typeof getSilentBodies>[1]) =>
      getSilentBodies(county.as('deputy'), filter).map(({ body }) => body.code);
    expect(codes({ filter: { trackCode: 'HD' } })).toEqual(['DO-001', 'EA-002', 'EN-001', 'VA-001', 'VA-002']);
    expect(codes({ filter: { deadlineOn: '2018-12-21' } })).toHaveLength(5);
    expect(codes({ filter: { districtCode: '220302' } })).toEqual(['DO-001', 'VA-002']);
    expect(codes({ filter: { category: 'village_administration' } })).toEqual(['VA-001', 'VA-002']);
  });

  test('a body with nothing left to do is not called silent', async () => {
    const county = await smallCounty({ bodies: VILLAGES });
    const all = [
      ...['NT1', 'NT2', 'NT3', 'NT4', 'NT5', 'NT6', 'NT7'],
      ...['CR1', 'CR2', 'CR3', 'CR4', 'CR7', 'CR8', 'CR9'],
    ];
    await county.history(done('VA-001', all, '1397/08/01'));
    expect(getSilentBodies(county.as('deputy')).map(({ body }) => body.code)).toEqual(['VA-002', 'VA-003']);
  });

  test('the threshold is a setting', async () => {
    const county = await smallCounty({ bodies: VILLAGES });
    changeSettings(county.office(), { silentAfterDays: 77 });
    expect(getSilentBodies(county.as('deputy'))).toEqual([]);
    expect(getSilentBodies(county.as('deputy'), { asOf: '2018-12-07' })).toHaveLength(3);
  });
});

describe('reporting rate of a week', () => {
  test('counts bodies with an open milestone on its Saturday, and those of them that reported in it', async () => {
    const county = await smallCounty({ bodies: VILLAGES });
    await county.history([
      line('VA-001', '', 'check_in', '1397/09/09'),
      // Saturday 1397/09/10 to Friday 1397/09/16; the cut-off is Wednesday
      line('VA-001', '', 'check_in', '1397/09/14'),
      line('VA-002', 'NT1', 'claim', '1397/09/15'),
      line('VA-003', '', 'check_in', '1397/09/17'),
    ]);
    expect(getReportingRate(county.as('deputy'), { asOf: '2018-12-07' })).toEqual({
      weekStartOn: '2018-12-01',
      expected: 3,
      reported: 2,
      onTime: 1,
      ratio: 2 / 3,
    });
    expect(getReportingRate(county.as('deputy'))).toMatchObject({ weekStartOn: TODAY, expected: 3, reported: 1 });
    expect(getReportingRate(county.as('deputy'), { asOf: '2018-12-05' })).toMatchObject({ reported: 1, onTime: 1 });
  });

  test('a check-in on the day of the cut-off counts as on time before its hour only', async () => {
    const county = await smallCounty({ bodies: VILLAGES });
    const reportAt = (code: string, instant: string) => {
      const liaison = county.as('liaison', { bodies: [code] });
      recordCheckIn({ ...liaison, clock: createClock(null, () => new Date(instant)) }, { bodyCode: code });
    };
    // Wednesday 1397/09/14; Tehran is three and a half hours ahead
    reportAt('VA-001', '2018-12-05T10:29:00.000Z');
    reportAt('VA-002', '2018-12-05T10:30:00.000Z');
    expect(getReportingRate(county.as('deputy'), { asOf: '2018-12-07' })).toMatchObject({ reported: 2, onTime: 1 });
  });

  test('a filter of district narrows it', async () => {
    const county = await smallCounty({ bodies: VILLAGES });
    await county.history([line('VA-001', '', 'check_in', '1397/09/17')]);
    const rate = (districtCode: string) => getReportingRate(county.as('deputy'), { filter: { districtCode } });
    expect(rate('220305')).toMatchObject({ expected: 1, reported: 1, ratio: 1 });
    expect(rate('220302')).toMatchObject({ expected: 2, reported: 0, ratio: 0 });
    expect(rate('220303')).toMatchObject({ expected: 0, ratio: null });
  });
});
