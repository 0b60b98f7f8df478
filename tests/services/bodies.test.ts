import { describe, expect, test } from 'vitest';
import { getBody, listBodies } from '@/lib/services/bodies';
import { refusalOf } from '../support/milestone-world';
import { done, line, smallCounty, type County } from '../support/small-county';

const codes = (county: County, params: Parameters<typeof listBodies>[1] = {}) =>
  listBodies(county.as('viewer'), params).rows.map(({ body }) => body.code);

describe('the list of bodies', () => {
  test('stands in the order of an official list, with the worst status of each', async () => {
    const county = await smallCounty();
    await county.history(done('VA-001', ['NT1', 'NT2', 'NT3', 'CR1', 'CR2', 'CR3'], '1397/08/10'));
    const { rows, total } = listBodies(county.as('viewer'), {});
    expect(rows.map(({ body, status }) => [body.code, status])).toEqual([
      ['DO-001', 'late'],
      ['EA-001', 'late'],
      ['EA-002', 'late'],
      ['EN-001', 'late'],
      ['VA-001', 'at_risk'],
      ['VA-002', 'late'],
    ]);
    expect(total).toBe(6);
    const village = rows.find(({ body }) => body.code === 'VA-001');
    expect(village).toMatchObject({ districtName: 'مرکزی', silentDays: 37 });
    // NT: 35 of 100; CR: 35 of the 75 points that a village has
    expect(village?.verified).toBeCloseTo((0.35 + 35 / 75) / 2, 12);
    expect(village?.tracks.map(({ trackCode, status }) => [trackCode, status])).toEqual([
      ['NT', 'at_risk'],
      ['CR', 'on_track'],
    ]);
  });

  test.each([
    ['ثبت', ['EA-001']],
    ['اداره  بنادر', ['EA-002']],
    ['ادارة ثبت', ['EA-001']],
    ['دهياري گزير', ['VA-001']],
    ['ده‌یاری', ['VA-001', 'VA-002']],
    ['va-002', ['VA-002']],
    ['VA‐۰۰۲', ['VA-002']],
    ['شیبکوه', ['DO-001', 'VA-002']],
    ['چارک دهیاری', ['VA-002']],
    ['فرودگاه', []],
  ])('a search for «%s» forgives spelling', async (q, expected) => {
    expect(codes(await smallCounty(), { q })).toEqual(expected);
  });

  test('a search that finds nothing proposes what is spelt alike', async () => {
    const list = listBodies((await smallCounty()).as('viewer'), { q: 'بخشداری شیپکوه' });
    expect(list.rows).toEqual([]);
    expect(list.suggestions[0]?.code).toBe('DO-001');
    expect(listBodies((await smallCounty()).as('viewer'), { q: 'xyz' }).suggestions).toEqual([]);
  });

  test('is sorted by name, progress and silence, either way, and filtered by status', async () => {
    const county = await smallCounty();
    await county.history([
      ...done('EA-002', ['HD1', 'HD2', 'HD3'], '1397/06/07'),
      line('VA-002', '', 'check_in', '1397/09/16'),
      ...['NT1', 'NT2', 'NT3', 'NT4', 'NT5', 'NT6', 'NT7'].map((code) =>
        line('EN-001', code, 'exempt', '1397/07/01', 'ندارد'),
      ),
      ...['CR1', 'CR2', 'CR3', 'CR4', 'CR5', 'CR6', 'CR8', 'CR9'].map((code) =>
        line('EN-001', code, 'exempt', '1397/07/01', 'ندارد'),
      ),
    ]);
    expect(codes(county, { sort: 'name' })).toEqual(['EA-002', 'EA-001', 'DO-001', 'VA-002', 'VA-001', 'EN-001']);
    // what has no figure stands last, whichever way the list is turned
    expect(codes(county, { sort: 'verified', descending: true })[0]).toBe('EA-002');
    expect(codes(county, { sort: 'verified', descending: true }).at(-1)).toBe('EN-001');
    expect(codes(county, { sort: 'verified' }).at(-1)).toBe('EN-001');
    expect(codes(county, { sort: 'silence' })[0]).toBe('VA-002');
    expect(codes(county, { status: 'exempt' })).toEqual(['EN-001']);
    expect(codes(county, { status: 'late' })).toHaveLength(5);
    expect(listBodies(county.as('viewer'), { status: 'exempt' }).rows[0]?.verified).toBeNull();
  });

  test('under a filter holds the bodies and tracks that pass it', async () => {
    const county = await smallCounty();
    expect(codes(county, { filter: { trackCode: 'ED' } })).toEqual(['DO-001', 'EA-001', 'EA-002']);
    const [first] = listBodies(county.as('viewer'), { filter: { trackCode: 'ED' } }).rows;
    expect(first?.tracks.map(({ trackCode }) => trackCode)).toEqual(['ED']);
    expect(codes(county, { filter: { districtCode: '220303' } })).toEqual(['EA-002']);
  });

  test('of a liaison holds the own bodies, whatever is searched for', async () => {
    const county = await smallCounty();
    const liaison = county.as('liaison', { bodies: ['VA-001', 'EA-002'] });
    const list = listBodies(liaison, {});
    expect(list.rows.map(({ body }) => body.code)).toEqual(['EA-002', 'VA-001']);
    expect(list.total).toBe(2);
    expect(listBodies(liaison, { q: 'ثبت احوال' }).suggestions.map(({ code }) => code)).not.toContain('EA-001');
  });
});

describe('the page of one body', () => {
  test('shows each track with the milestones that made its status true', async () => {
    const county = await smallCounty();
    await county.history([
      ...done('VA-001', ['NT1', 'NT2'], '1397/08/10'),
      line('VA-001', 'NT4', 'block', '1397/09/07', 'تجهیزات نیست', 'no_equipment,province,'),
      line('VA-001', 'NT3', 'claim', '1397/08/28'),
    ]);
    const card = getBody(county.as('expert'), 'VA-001');
    expect(card).toMatchObject({ districtName: 'مرکزی', ruralDistrictName: null, status: 'late' });
    expect(card.silence).toEqual({ days: 10, lastReportOn: '2018-11-28' });
    expect(card.tracks.map(({ figures, reason }) => [figures.pair.track.code, reason])).toEqual([
      ['NT', { rule: 'at_risk', grounds: [{ milestoneCode: 'NT4', ground: 'blocked', days: 10 }] }],
      [
        'CR',
        {
          rule: 'late',
          grounds: [
            { milestoneCode: 'CR1', ground: 'overdue', days: 32 },
            { milestoneCode: 'CR2', ground: 'overdue', days: 17 },
            { milestoneCode: 'CR3', ground: 'overdue', days: 7 },
          ],
        },
      ],
    ]);
  });

  test('says whether the desk is real: delegated authority and the surprise inspection both verified', async () => {
    const county = await smallCounty();
    await county.history([
      ...done('EA-001', ['HD4'], '1397/06/10'),
      line('EA-001', 'HD9', 'certify', '1397/08/15'),
      ...done('EA-002', ['HD4'], '1397/06/10'),
    ]);
    const isReal = (code: string) =>
      getBody(county.as('viewer'), code).tracks.map(({ figures, isRealDesk }) => [figures.pair.track.code, isRealDesk]);
    expect(isReal('EA-001')).toEqual([
      ['HD', true],
      ['ED', null],
      ['NT', null],
      ['CR', null],
    ]);
    expect(isReal('EA-002')[0]).toEqual(['HD', false]);
  });

  test('an unknown code is not found', async () => {
    const county = await smallCounty();
    expect(refusalOf(() => getBody(county.as('viewer'), 'XX-001'))).toMatchObject({
      code: 'not_found',
      details: { subject: 'body', code: 'XX-001' },
    });
  });
});
