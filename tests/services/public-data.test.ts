import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { listBodyVersions } from '@/db/queries/bodies';
import { bodyVersions, deskAddressVersions, indicatorReadings, surveyResponses } from '@/db/schema/index';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { PUBLIC_GROUPINGS, PUBLIC_RESOURCE_NAMES, PUBLIC_RESOURCES, type PublicRow } from '@/lib/domain/public-data';
import { getGroups } from '@/lib/services/progress';
import { openPublicData, type PublicData } from '@/lib/services/public/public-data';
import { getPublicFile } from '@/lib/services/public/public-files';
import { getPublicBody, getPublicHead, getPublicOverview } from '@/lib/services/public/public-pages';
import { changeSettings } from '@/lib/services/settings';
import { parsePublicQuery } from '@/lib/validation/public';
import { refusalOf } from '../support/milestone-world';
import { BODIES, done, line, smallCounty, START, TODAY, type County } from '../support/small-county';

const YESTERDAY: CivilDate = '2018-12-07';
const HISTORY = [
  ...done('EA-001', ['HD1', 'HD2', 'HD4', 'ED1'], '1397/08/10'),
  line('EA-001', 'HD9', 'certify', '1397/08/15'),
  ...done('EA-002', ['HD1'], '1397/08/10'),
  line('EA-002', 'HD2', 'claim', '1397/08/11'),
  ...done('VA-001', ['NT1', 'CR1'], '1397/08/12'),
];

async function openCounty(options: Parameters<typeof smallCounty>[0] = {}): Promise<County> {
  const county = await smallCounty(options);
  changeSettings(county.office(START), { publicPage: true });
  return county;
}

async function countyWithHistory(): Promise<County> {
  const county = await openCounty();
  await county.history(HISTORY);
  return county;
}

const citizen = (county: County, today: CivilDate = TODAY) => county.as('viewer', { today });

function dataOf(county: County, today: CivilDate = TODAY): PublicData {
  const { data } = openPublicData(citizen(county, today));
  if (data === null) throw new Error('nothing is published');
  return data;
}

function markCoordination(county: County, code: string, recordedOn: CivilDate): void {
  const newest = listBodyVersions(county.db, county.bodyId(code)).at(-1);
  if (newest === undefined) throw new Error(code);
  const { id: _, ...known } = newest;
  county.db
    .insert(bodyVersions)
    .values({ ...known, coordinationOnly: true, recordedOn, recordedAt: `${recordedOn}T06:00:00.000Z` })
    .run();
}

function read(
  county: County,
  bodyCode: string,
  numbers: { code: string; month: JalaliMonth; part?: number; whole?: number; value?: number },
  recordedOn: CivilDate = '2018-11-25',
): void {
  const { code, month, part = null, whole = null } = numbers;
  county.db
    .insert(indicatorReadings)
    .values({
      bodyId: county.bodyId(bodyCode),
      indicatorCode: code,
      month,
      numerator: part,
      denominator: whole,
      value: numbers.value ?? ((part ?? 0) / (whole ?? 1)) * 100,
      recordedOn,
      recordedAt: `${recordedOn}T06:00:00.000Z`,
      recordedByName: 'رابط',
    })
    .run();
}

let keys = 0;
function answer(
  county: County,
  bodyCode: string,
  month: JalaliMonth,
  scores: readonly number[],
  recordedOn: CivilDate,
): void {
  for (const satisfaction of scores) {
    keys += 1;
    county.db
      .insert(surveyResponses)
      .values({
        key: `key ${keys}`,
        bodyId: county.bodyId(bodyCode),
        month,
        channel: 'paper',
        answers: {},
        satisfaction,
        recordedOn,
      })
      .run();
  }
}

const brief = (rows: readonly PublicRow<'outcomes'>[]) =>
  rows.map(({ measure, body_code, month, value, count, withheld }) => [
    measure,
    body_code,
    month,
    value,
    count,
    withheld,
  ]);

describe('whether it is there', () => {
  it('is not, until the admin turns it on, for any function', async () => {
    const county = await smallCounty();
    const ctx = citizen(county);
    const asked = [
      () => openPublicData(ctx),
      () => getPublicOverview(ctx, parsePublicQuery({})),
      () => getPublicBody(ctx, 'EA-001'),
      () => getPublicHead(ctx),
      () => getPublicFile(ctx, 'bodies.csv'),
    ];
    for (const ask of asked) expect(refusalOf(ask).code).toBe('not_found');
    changeSettings(county.office(), { publicPage: true });
    for (const ask of asked) expect(ask).not.toThrow();
    changeSettings(county.office(), { publicPage: false });
    for (const ask of asked) expect(refusalOf(ask).code).toBe('not_found');
  });

  it.each(['deputy', 'expert', 'liaison', 'viewer'] as const)('a %s cannot turn it on', async (role) => {
    const county = await smallCounty();
    expect(refusalOf(() => changeSettings(county.as(role), { publicPage: true })).code).toBe('forbidden');
  });

  it('has nothing to show before the first day of the programme is over', async () => {
    const county = await openCounty();
    expect(openPublicData(citizen(county, START)).data).toBeNull();
    expect(getPublicOverview(citizen(county, START), parsePublicQuery({}))).toBeNull();
    expect(refusalOf(() => getPublicFile(citizen(county, START), 'bodies.csv')).code).toBe('not_found');
    expect(openPublicData(citizen(county, '2018-07-29')).data?.asOf).toBe(START);
  });
});

describe('the day', () => {
  it('is the last one that is over: what was verified today shows tomorrow', async () => {
    const county = await openCounty();
    await county.history(done('EA-001', ['HD1'], '1397/09/17'));
    const isVerified = (data: PublicData) =>
      data.milestones.find(({ body_code, milestone_code }) => body_code === 'EA-001' && milestone_code === 'HD1');
    expect(dataOf(county).asOf).toBe(YESTERDAY);
    expect(isVerified(dataOf(county))).toMatchObject({ verified: false, verified_on: null });
    expect(isVerified(dataOf(county, '2018-12-09'))).toMatchObject({
      verified: true,
      verified_on: TODAY,
      verified_on_jalali: '1397/09/17',
    });
  });
});

describe('the figures', () => {
  it('are those of the desk where no body is left out', async () => {
    const county = await countyWithHistory();
    const expected = PUBLIC_GROUPINGS.flatMap((groupBy) =>
      getGroups(county.as('deputy'), { asOf: YESTERDAY, groupBy }).map((group) => ({
        grouping: groupBy,
        bodies: group.bodies,
        planned: group.planned,
        verified: group.verified,
        deadline: group.deadline,
      })),
    );
    expect(dataOf(county).figures).toMatchObject(expected);
  });

  it('are those of a county without the bodies that are marked for coordination', async () => {
    const county = await countyWithHistory();
    markCoordination(county, 'EA-001', '2018-11-01');
    markCoordination(county, 'VA-001', '2018-11-01');
    const without = await openCounty({ bodies: BODIES.filter((row) => !/^(EA-001|VA-001)/.test(row)) });
    await without.history(HISTORY.filter((row) => !/^(EA-001|VA-001)/.test(row)));
    const [marked, never] = [dataOf(county), dataOf(without)];
    expect(marked).toEqual(never);
    expect(JSON.stringify(marked)).not.toMatch(/EA-001|VA-001/);
  });

  it('leave a body out on the very day it is marked, and in every file', async () => {
    const county = await countyWithHistory();
    expect(getPublicFile(citizen(county), 'bodies.json').text()).toContain('EA-001');
    const before = getPublicFile(citizen(county), 'bodies.json').etag;
    markCoordination(county, 'EA-001', TODAY);
    const ctx = citizen(county);
    expect(getPublicFile(ctx, 'bodies.json').etag).not.toBe(before);
    for (const name of PUBLIC_RESOURCE_NAMES.flatMap((each) => [`${each}.csv`, `${each}.json`])) {
      expect(getPublicFile(ctx, name).text(), name).not.toContain('EA-001');
    }
    expect(refusalOf(() => getPublicBody(ctx, 'EA-001'))).toEqual(
      expect.objectContaining({ code: refusalOf(() => getPublicBody(ctx, 'XX-001')).code }),
    );
  });

  it('of a body: its tracks, its steps with their day, its desk; a claim is no more than not verified', async () => {
    const county = await countyWithHistory();
    const { body, tracks, milestones } = getPublicBody(citizen(county), 'EA-001');
    expect(body).toEqual({
      body_code: 'EA-001',
      name: 'اداره ثبت احوال',
      category: 'executive_agency',
      category_title: 'دستگاه اجرایی',
      district_code: '220305',
      district: 'مرکزی',
      real_desk: true,
      desk_address: null,
    });
    expect(tracks.map(({ track_code }) => track_code)).toEqual(['HD', 'ED', 'NT', 'CR']);
    expect(milestones.find(({ milestone_code }) => milestone_code === 'HD9')).toMatchObject({
      verified: true,
      verified_on_jalali: '1397/08/15',
      actor: 'governorate',
    });
    const other = getPublicBody(citizen(county), 'EA-002');
    expect(other.body.real_desk).toBe(false);
    expect(other.milestones.find(({ milestone_code }) => milestone_code === 'HD2')).toEqual({
      ...other.milestones.find(({ milestone_code }) => milestone_code === 'HD3'),
      milestone_code: 'HD2',
      title: expect.any(String) as string,
    });
    expect(getPublicBody(citizen(county), 'VA-001').body.real_desk).toBeNull();
  });

  it('leave out a step that a body need not do', async () => {
    const county = await openCounty();
    await county.history([line('EA-001', 'ED3', 'exempt', '1397/08/10', 'به تصمیم معاون')]);
    const { milestones } = getPublicBody(citizen(county), 'EA-001');
    expect(milestones.map(({ milestone_code }) => milestone_code)).not.toContain('ED3');
    expect(JSON.stringify(dataOf(county))).not.toMatch(/معاف|exempt|تصمیم معاون/);
  });
});

describe('the address of the electronic desk', () => {
  it('is the newest of the day that is over, and gone once it was taken back', async () => {
    const county = await openCounty();
    const bodyId = county.bodyId('EA-001');
    const put = (url: string | null, recordedOn: CivilDate) =>
      county.db
        .insert(deskAddressVersions)
        .values({ bodyId, url, recordedOn, recordedAt: `${recordedOn}T06:00:00.000Z` })
        .run();
    put('https://old.example.ir', '2018-11-01');
    put('https://desk.example.ir/e', '2018-11-02');
    put('https://later.example.ir', TODAY);
    expect(getPublicBody(citizen(county), 'EA-001').body.desk_address).toBe('https://desk.example.ir/e');
    expect(getPublicBody(citizen(county), 'EA-002').body.desk_address).toBeNull();
    put(null, '2018-12-09');
    expect(getPublicBody(citizen(county, '2018-12-10'), 'EA-001').body.desk_address).toBeNull();
  });
});

describe('outcomes', () => {
  it('are those of months that are over; few cases and bodies for coordination are in no mean', async () => {
    const county = await openCounty();
    read(county, 'EA-001', { code: 'IN2', month: '1397-08', part: 45, whole: 60 });
    read(county, 'EA-001', { code: 'IN2', month: '1397-09', part: 1, whole: 60 });
    read(county, 'EA-002', { code: 'IN2', month: '1397-08', part: 4, whole: 4 });
    read(county, 'DO-001', { code: 'IN2', month: '1397-08', part: 10, whole: 20 });
    read(county, 'VA-001', { code: 'IN2', month: '1397-08', part: 0, whole: 900 });
    read(county, 'EA-001', { code: 'IN4', month: '1397-08', value: 62 });
    markCoordination(county, 'VA-001', '2018-11-01');
    expect(brief(dataOf(county).outcomes)).toEqual([
      ['IN2', 'EA-001', '1397-08', 75, 60, null],
      ['IN2', 'EA-002', '1397-08', null, null, 'few'],
      ['IN2', 'DO-001', '1397-08', 50, 20, null],
      ['IN2', null, '1397-08', 68.75, 80, null],
      ['IN4', 'EA-001', '1397-08', null, null, 'count_unknown'],
    ]);
  });

  it('of the survey come once, ten days after the month, and what is answered later changes nothing', async () => {
    const county = await openCounty();
    answer(county, 'EA-001', '1397-08', [40, 50, 60, 70, 80], '2018-11-10');
    answer(county, 'EA-002', '1397-08', [10, 10, 10, 10], '2018-11-10');
    // the tenth day after Aban is 1397/09/10
    const of = (today: CivilDate) =>
      brief(dataOf(county, today).outcomes).filter(([measure]) => measure === 'satisfaction');
    expect(of('2018-12-01')).toEqual([]);
    const published = of('2018-12-02');
    expect(published).toEqual([
      ['satisfaction', 'EA-001', '1397-08', 60, 5, null],
      ['satisfaction', 'EA-002', '1397-08', null, null, 'few'],
      ['satisfaction', null, '1397-08', 60, 5, null],
    ]);
    read(county, 'EA-001', { code: 'IN2', month: '1397-07', part: 45, whole: 60 });
    const { outcomes } = getPublicOverview(citizen(county), parsePublicQuery({})) ?? { outcomes: [] };
    expect(brief(outcomes)).toEqual([
      ['IN2', null, '1397-07', 75, 60, null],
      ['satisfaction', null, '1397-08', 60, 5, null],
    ]);
    answer(county, 'EA-001', '1397-08', [0], '2018-12-05');
    expect(of('2018-12-20')).toEqual(published);
  });
});

describe('the list', () => {
  const listed = (county: County, query: Record<string, string>) =>
    getPublicOverview(citizen(county), parsePublicQuery(query));
  const codes = (county: County, query: Record<string, string>) =>
    listed(county, query)?.lines.map(({ body }) => body.body_code);

  it('finds a name whatever its spelling, and offers the nearest', async () => {
    const county = await countyWithHistory();
    expect(codes(county, { q: 'ثبت‌احوال' })).toEqual(['EA-001']);
    expect(codes(county, { q: 'شيبكوه' })).toEqual(['DO-001', 'VA-002']);
    expect(codes(county, { q: 'بندر چارک' })).toEqual(['VA-002']);
    expect(listed(county, { q: 'شرکت سیمانن غرب' })?.lines).toEqual([]);
    expect(listed(county, { q: 'دهیاری گزیز' })?.suggestions.map(({ body_code }) => body_code)).toContain('VA-001');
  });

  it('is filtered, sorted and paged; what no list knows is not asked', async () => {
    const county = await countyWithHistory();
    expect(codes(county, { category: 'executive_agency', sort: 'most' })).toEqual(['EA-001', 'EA-002']);
    expect(codes(county, { category: 'executive_agency', sort: 'least' })).toEqual(['EA-002', 'EA-001']);
    expect(codes(county, { district: '220302' })).toEqual(['DO-001', 'VA-002']);
    expect(codes(county, { category: 'nonsense', sort: 'nonsense', page: '۹۹' })).toHaveLength(BODIES.length);
    expect(listed(county, { page: '-3' })).toMatchObject({ page: 1, pages: 1, found: BODIES.length });
    const many = await openCounty({
      bodies: Array.from(
        { length: 110 },
        (_, index) => `VA-${100 + index},دهیاری ${index},village_administration,کیش,0`,
      ),
    });
    expect(listed(many, { page: '9' })).toMatchObject({ page: 4, pages: 4, found: 110, firstOnPage: 91 });
    expect(codes(many, { page: '4' })).toHaveLength(20);
  });
});

describe('the files', () => {
  it.each(PUBLIC_RESOURCE_NAMES)(
    '%s says the same as CSV and as JSON, with the columns of the list',
    async (resource) => {
      const county = await countyWithHistory();
      read(county, 'EA-001', { code: 'IN2', month: '1397-08', part: 45, whole: 60 });
      const json = JSON.parse(getPublicFile(citizen(county), `${resource}.json`).text()) as {
        rows: Record<string, string | number | boolean | null>[];
      };
      expect(json).toMatchObject({
        resource,
        asOf: { jalali: '1397/09/16', iso: YESTERDAY },
        licence: { name: 'CC BY 4.0' },
        source: expect.stringContaining('فرمانداری') as string,
      });
      const csv = getPublicFile(citizen(county), `${resource}.csv`).text();
      expect(csv.startsWith('\ufeff')).toBe(true);
      const parsed = Papa.parse<Record<string, string>>(csv.slice(1).trim(), { header: true });
      expect(parsed.meta.fields).toEqual(PUBLIC_RESOURCES[resource].map(({ name }) => name));
      expect(parsed.data).toEqual(
        json.rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])),
        ),
      );
      expect(json.rows.length).toBeGreaterThan(0);
    },
  );

  it('hold no cell that a spreadsheet would run', async () => {
    const county = await openCounty({ bodies: [...BODIES, 'VA-009,=HYPERLINK(1),village_administration,کیش,0'] });
    expect(getPublicFile(citizen(county), 'bodies.csv').text()).toContain("'=HYPERLINK(1)");
  });

  it.each(['bodies', 'bodies.xlsx', 'bodies.csv.json', '../bodies.csv', 'users.csv', 'toString.json', ''])(
    'there is none called %j',
    async (name) => {
      const county = await openCounty();
      expect(refusalOf(() => getPublicFile(citizen(county), name)).code).toBe('not_found');
    },
  );

  it('keep their tag until they change', async () => {
    const county = await countyWithHistory();
    const tags = () => PUBLIC_RESOURCE_NAMES.map((name) => getPublicFile(citizen(county), `${name}.json`).etag);
    const first = tags();
    expect(tags()).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  });
});
