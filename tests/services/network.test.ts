import { describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/domain/vocabulary';
import { writeXlsx } from '@/lib/services/exports/write-table';
import { importBodies } from '@/lib/services/imports/bodies';
import { recordReadings } from '@/lib/services/indicator-readings';
import { getList } from '@/lib/services/lists/get-list';
import { areasTable, blockedTable, getNetwork } from '@/lib/services/network';
import { getShareMonths, monthsTable } from '@/lib/services/network-months';
import { getTotal } from '@/lib/services/progress';
import { getTelecomLetter, telecomDistricts, telecomTable } from '@/lib/services/telecom-letter';
import { parseListQuery } from '@/lib/validation/lists';
import { parseNetworkQuery } from '@/lib/validation/network';
import { refusalOf } from '../support/milestone-world';
import { CENTRAL, done, line, SHIBKUH, smallCounty, START, type County } from '../support/small-county';

const HEAD = 'code,name_fa,category,district_fa,rural_district_fa,provides_public_service';
/** A village in each of two rural districts of شیبکوه, and one of مرکزی. */
const VILLAGES = [
  'VA-011,دهیاری باوردان,village_administration,شیبکوه,بندرچارک,0',
  'VA-012,دهیاری جبری,village_administration,شیبکوه,بندرچارک,0',
  'VA-013,دهیاری نخیلو,village_administration,شیبکوه,مقام,0',
  'VA-014,دهیاری باغ,village_administration,مرکزی,حومه,0',
];
const CHARAK = '2203020001';

async function county(): Promise<County> {
  const small = await smallCounty({ bodies: ['EA-001,اداره ثبت احوال,executive_agency,مرکزی,1'] });
  const bytes = new TextEncoder().encode([HEAD, ...VILLAGES].join('\n'));
  expect((await importBodies(small.office(START), { fileName: 'bodies.csv', bytes })).errors).toEqual([]);
  await small.history([
    ...done('VA-011', ['NT1'], '1397/07/10'),
    line('VA-012', 'NT2', 'block', '1397/08/10', 'دکل دور است', 'no_telecom_coverage,telecom,'),
    line('VA-013', 'NT2', 'block', '1397/07/20', 'آنتن نمی‌دهد', 'no_telecom_coverage,telecom,'),
    line('VA-014', 'NT2', 'block', '1397/09/01', 'دکل نیست', 'no_telecom_coverage,province,'),
    line('EA-001', 'NT1', 'block', '1397/09/02', 'کابل قطع است', 'no_telecom_coverage,telecom,'),
    line('VA-011', 'CR1', 'block', '1397/09/02', 'رایانه نیست', 'no_equipment,body,'),
  ]);
  return small;
}

const view = (small: County, params: Record<string, string> = {}) =>
  getNetwork(small.as('deputy'), parseNetworkQuery(params));
const codes = (small: County, params: Record<string, string> = {}) =>
  view(small, params).blocked.map(({ body }) => body.code);
const cellsOf = (small: County, params: Record<string, string> = {}) =>
  view(small, params).map?.districts.flatMap(({ cells }) => cells) ?? [];

describe('the map of a track', () => {
  it('opens on the track that waits for the telecom, whatever it is called', async () => {
    const small = await county();
    expect(view(small).map?.track.code).toBe('NT');
    expect(view(small, { track: 'CR' }).map?.track.code).toBe('CR');
    // before anybody was blocked it is the first track of the programme
    expect(view(small, { asOf: '1397-07-01' }).map?.track.code).toBe('HD');
  });

  it('has a cell for every rural district, placed as the data say, and one for what lies in none', async () => {
    const cells = cellsOf(await county());
    expect(cells.find(({ name }) => name === 'بندرچارک')).toMatchObject({ bodies: 2, place: { column: 3, row: 2 } });
    expect(cells.find(({ name }) => name === 'لاوان')).toMatchObject({ bodies: 0, share: null });
    const centre = cells.filter(({ ruralDistrictCode }) => ruralDistrictCode === null);
    expect(centre.map(({ districtCode, bodies }) => [districtCode, bodies])).toEqual([[CENTRAL, 1]]);
    expect(new Set(cells.map(({ place }) => `${place.column} ${place.row}`)).size).toBe(cells.length);
  });

  it('counts every body of the track once, and its sums are those of the overview', async () => {
    const small = await county();
    const { map } = view(small);
    const total = getTotal(small.as('deputy'), { filter: { trackCode: 'NT' } });
    expect(map).toMatchObject({ bodies: total.bodies, share: total.verified });
    expect(cellsOf(small).reduce((sum, { bodies }) => sum + bodies, 0)).toBe(total.bodies);
    const shibkuh = getTotal(small.as('deputy'), { filter: { trackCode: 'NT', districtCode: SHIBKUH } });
    expect(map?.districts.find(({ code }) => code === SHIBKUH)).toMatchObject({
      bodies: shibkuh.bodies,
      share: shibkuh.verified,
      blocked: 2,
    });
  });

  it('is laid out by itself where the areas have no places', async () => {
    const withoutPlaces = (text: string) =>
      text
        .split('\n')
        .map((row) => row.split(',').slice(0, 5).join(','))
        .join('\n');
    const small = await smallCounty({ edit: { 'areas.csv': withoutPlaces } });
    const cells = cellsOf(small, { track: 'NT' });
    expect(cells.map(({ place }) => place)).not.toContainEqual({ column: 0, row: 0 });
    expect(new Set(cells.map(({ place }) => `${place.column} ${place.row}`)).size).toBe(cells.length);
    expect(cells.find(({ name }) => name === 'مقام')).toMatchObject({ districtCode: SHIBKUH });
    expect(cells.reduce((sum, { bodies }) => sum + bodies, 0)).toBe(6);
  });

  it('measures one milestone when asked to', async () => {
    const small = await county();
    const charak = cellsOf(small, { milestone: 'NT1' }).find(({ ruralDistrictCode }) => ruralDistrictCode === CHARAK);
    expect(charak).toMatchObject({ bodies: 2, verified: 1, share: 0.5, blocked: 1 });
    // another track chosen while a step of the one before is still in the form
    expect(view(small, { track: 'CR', milestone: 'NT1' }).map).toMatchObject({
      track: { code: 'CR' },
      milestone: null,
    });
    expect(refusalOf(() => view(small, { milestone: 'ZZ1' })).details).toMatchObject({ field: 'milestone' });
    expect(refusalOf(() => view(small, { track: 'XX' })).details).toMatchObject({ field: 'track' });
  });

  it('leads to the list of exactly the bodies of each cell', async () => {
    const small = await county();
    for (const cell of cellsOf(small)) {
      const query = {
        track: 'NT',
        status: 'counted',
        district: cell.districtCode,
        ruralDistrict: cell.ruralDistrictCode ?? 'none',
      };
      expect(getList(small.as('deputy'), 'pairs', parseListQuery(query)).totals.bodies).toBe(cell.bodies);
    }
  });
});

describe('the bodies without coverage', () => {
  it('are villages unless other bodies are asked for, by place', async () => {
    const small = await county();
    expect(codes(small)).toEqual(['VA-012', 'VA-013', 'VA-014']);
    expect(codes(small, { category: 'all' })).toEqual(['VA-012', 'VA-013', 'EA-001', 'VA-014']);
    expect(codes(small, { category: 'all', district: CENTRAL })).toEqual(['EA-001', 'VA-014']);
    expect(codes(small, { q: 'انتن' })).toEqual(['VA-013']);
    expect(codes(small, { q: 'بندر چارک' })).toEqual(['VA-012']);
  });

  it('say since when, what was noted and whose turn it is, as of the day', async () => {
    const small = await county();
    expect(view(small).blocked[0]).toMatchObject({
      ruralDistrictName: 'بندرچارک',
      districtName: 'شیبکوه',
      milestone: { code: 'NT2' },
      days: 37,
      note: 'دکل دور است',
      turn: 'telecom',
      askedOn: null,
    });
    expect(codes(small, { asOf: '1397-08-01' })).toEqual(['VA-013']);
  });

  it('are sorted by what is asked for, either way', async () => {
    const small = await county();
    expect(codes(small, { sort: 'since' })).toEqual(['VA-013', 'VA-012', 'VA-014']);
    expect(codes(small, { sort: 'since', order: 'desc' })).toEqual(['VA-014', 'VA-012', 'VA-013']);
    expect(codes(small, { sort: 'turn' })).toEqual(['VA-014', 'VA-012', 'VA-013']);
  });

  it('know when the office last wrote to the body', async () => {
    const small = await county();
    await small.history([line('VA-012', '', 'letter_sent', '1397/09/10', 'پیگیری')]);
    expect(view(small).blocked.map(({ askedOn }) => askedOn)).toEqual(['2018-12-01', null, null]);
    expect(view(small, { sort: 'asked', order: 'desc' }).blocked[0]?.body.code).toBe('VA-012');
  });

  it('are the rows of the file', async () => {
    const small = await county();
    const table = blockedTable(small.as('viewer'), parseNetworkQuery({ sort: 'since' }));
    expect(table.rows.map(([code]) => code)).toEqual(['VA-013', 'VA-012', 'VA-014']);
    expect(table.rows[0]).toContain('1397/07/20');
    expect(areasTable(small.as('viewer'), parseNetworkQuery({})).rows).toHaveLength(cellsOf(small).length);
  });
});

describe('the list for the telecom', () => {
  it('is a letter of the office with a row a body', async () => {
    const small = await county();
    await small.history(['VA-012,NT3,block,1397/07/25,1397/09/03,پوشش نیست,no_telecom_coverage,telecom,']);
    const letter = getTelecomLetter(small.as('deputy'), parseNetworkQuery({}));
    expect(letter.rows.map(({ code, steps }) => [code, steps.length])).toEqual([
      ['VA-012', 2],
      ['VA-013', 1],
      ['VA-014', 1],
    ]);
    expect(letter.rows[0]).toMatchObject({ sinceOn: '2018-11-01', note: 'دکل دور است', district: 'شیبکوه' });
    expect(letter).toMatchObject({ steps: 4, recipient: 'مدیر محترم مخابرات شهرستان بندرلنگه' });
    expect(letter.signatory).not.toBe('');
    const table = telecomTable(small.as('deputy'), parseNetworkQuery({}));
    expect(table.rows).toHaveLength(3);
    expect(table.columns.at(-1)?.heading).toContain('مخابرات');
  });

  it('of somebody limited to a district has the own one only', async () => {
    const small = await county();
    const bakhshdar = small.as('expert', { actor: { districtCode: SHIBKUH } });
    const rows = (district: string | null) =>
      getTelecomLetter(bakhshdar, { ...parseNetworkQuery({}), district }).rows.map(({ code }) => code);
    expect(rows(null)).toEqual(['VA-012', 'VA-013']);
    expect(rows(SHIBKUH)).toEqual(['VA-012', 'VA-013']);
    expect(refusalOf(() => rows(CENTRAL)).code).toBe('not_found');
    expect(telecomDistricts(bakhshdar)?.map(({ code }) => code)).toEqual([SHIBKUH]);
    expect(telecomDistricts(small.as('deputy'))).toBeNull();
    expect(
      refusalOf(() => getTelecomLetter(small.as('deputy'), { ...parseNetworkQuery({}), district: '9' })).code,
    ).toBe('not_found');
  });

  it('without such a body says so', async () => {
    const letter = getTelecomLetter((await smallCounty()).as('deputy'), parseNetworkQuery({}));
    expect(letter).toMatchObject({ rows: [], request: null });
  });
});

describe('the share of electronic letters by month', () => {
  const record = (small: County, bodyCode: string, month: '1397-06' | '1397-08', numbers: [number, number][]) =>
    recordReadings(small.as('liaison', { bodies: [bodyCode] }), {
      bodyCode,
      month,
      entries: numbers.map(([numerator, denominator], index) => ({
        code: index === 0 ? 'IN8' : 'IN9',
        numerator,
        denominator,
        value: null,
        note: 'برابر دبیرخانه',
      })),
    });

  it('is pooled over the bodies that reported, with how many of how many, by district too', async () => {
    const small = await county();
    record(small, 'EA-001', '1397-06', [[10, 100]]);
    record(small, 'EA-001', '1397-08', [[30, 60]]);
    record(small, 'VA-011', '1397-08', [
      [0, 40],
      [1, 2],
    ]);
    const { chosen, network, indicators } = getShareMonths(small.as('deputy'), parseNetworkQuery({}));
    expect(chosen?.indicator.code).toBe('IN8');
    expect(chosen?.months).toEqual(['1397-06', '1397-07', '1397-08', '1397-09']);
    expect(chosen?.county).toMatchObject({
      expected: 5,
      means: [{ value: 10, bodies: 1 }, null, { value: 30, bodies: 2 }, null],
    });
    expect(chosen?.districts.map(({ label, expected, means }) => [label, expected, means[2]?.value])).toEqual([
      ['شیبکوه', 3, 0],
      ['مرکزی', 2, 50],
    ]);
    expect(network?.county.means[2]).toEqual({ value: 50, bodies: 1 });
    expect(indicators.map(({ code }) => code)).toEqual(['IN2', 'IN6', 'IN7', 'IN8', 'IN9', 'IN10']);
    expect(monthsTable(small.as('deputy'), parseNetworkQuery({})).rows).toHaveLength(24);
  });

  it('shows another share when asked for, and refuses what is none', async () => {
    const small = await county();
    const of = (indicator: string) => getShareMonths(small.as('deputy'), parseNetworkQuery({ indicator }));
    expect(of('IN9')).toMatchObject({ chosen: { indicator: { code: 'IN9' } }, network: null });
    expect(refusalOf(() => of('IN1')).details).toMatchObject({ field: 'indicator' });
  });
});

describe('the tables', () => {
  it('are written as workbooks', async () => {
    const ctx = (await county()).as('deputy');
    const query = parseNetworkQuery({});
    for (const table of [blockedTable, areasTable, monthsTable, telecomTable]) {
      expect((await writeXlsx(table(ctx, query))).byteLength).toBeGreaterThan(1000);
    }
  });
});

describe('who may', () => {
  it.each(ROLES)('%s', async (role) => {
    const small = await county();
    const may = role !== 'liaison';
    const ctx = small.as(role, { bodies: ['VA-012'] });
    const query = parseNetworkQuery({});
    const outcome = (call: () => unknown) => {
      try {
        call();
        return 'done';
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(outcome(() => getNetwork(ctx, query))).toBe(may ? 'done' : 'forbidden');
    expect(outcome(() => getShareMonths(ctx, query))).toBe(may ? 'done' : 'forbidden');
    expect(outcome(() => getTelecomLetter(ctx, query))).toBe(may ? 'done' : 'not_found');
    expect(outcome(() => telecomTable(ctx, query))).toBe(may ? 'done' : 'not_found');
    expect(telecomDistricts(ctx)).toEqual(may ? null : []);
  });
});
