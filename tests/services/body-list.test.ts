import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { DEFAULT_BODY_COLUMNS, orderColumns, type BodySort } from '@/lib/domain/body-columns';
import { BODY_COLUMN_LABELS } from '@/lib/messages/body-list';
import { PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { countBodyViews, listBodies, type BodyListParams } from '@/lib/services/bodies';
import { bodyConditions, bodyOrderText } from '@/lib/services/body-conditions';
import { exportBodyList } from '@/lib/services/exports/body-list';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { getSilentBodies } from '@/lib/services/silence';
import { comparePersian } from '@/lib/text/collation';
import { refusalOf } from '../support/milestone-world';
import { done, line, smallCounty, type County } from '../support/small-county';

const COLUMNS = orderColumns(DEFAULT_BODY_COLUMNS);

async function livelyCounty(): Promise<County> {
  const county = await smallCounty();
  await county.history([
    ...done('EA-001', ['HD4'], '1397/06/10'),
    line('EA-001', 'HD9', 'certify', '1397/08/15'),
    ...done('EA-002', ['HD1', 'HD2', 'HD3', 'HD4'], '1397/06/07'),
    line('VA-001', 'NT4', 'block', '1397/09/07', 'تجهیزات نیست', 'no_equipment,province,'),
    line('VA-002', 'NT4', 'block', '1397/09/08', 'دکل نیست', 'no_telecom_coverage,telecom,'),
    line('VA-002', 'NT1', 'claim', '1397/09/16'),
    line('DO-001', '', 'check_in', '1397/09/16'),
  ]);
  return county;
}

const codes = (county: County, params: BodyListParams = {}) =>
  listBodies(county.as('viewer'), params).rows.map(({ body }) => body.code);

describe('the list of bodies is narrowed', () => {
  test('to real desks and to desks that are not yet real, whatever track is looked at', async () => {
    const county = await livelyCounty();
    expect(codes(county, { desk: 'real' })).toEqual(['EA-001']);
    expect(codes(county, { desk: 'not_real' })).toEqual(['DO-001', 'EA-002']);
    expect(codes(county, { desk: 'real', filter: { trackCode: 'NT' } })).toEqual(['EA-001']);
  });

  test('to silent bodies: those that the overview lists as silent', async () => {
    const county = await livelyCounty();
    const silent = getSilentBodies(county.as('viewer')).map(({ body }) => body.code);
    expect(codes(county, { silent: true })).toEqual([...silent].sort());
    expect(codes(county, { silent: true })).not.toContain('DO-001');
  });

  test('to bodies with an open blocker, by its cause and by whose turn it is', async () => {
    const county = await livelyCounty();
    expect(codes(county, { blocked: true })).toEqual(['VA-001', 'VA-002']);
    expect(codes(county, { cause: 'no_telecom_coverage' })).toEqual(['VA-002']);
    expect(codes(county, { turn: 'province' })).toEqual(['VA-001']);
    expect(codes(county, { cause: 'no_equipment', turn: 'telecom' })).toEqual([]);
    expect(codes(county, { blocked: true, filter: { trackCode: 'CR' } })).toEqual([]);
    expect(codes(county, { blocked: true, asOf: '2018-11-27' })).toEqual([]);
  });

  test('to bodies of which something waits for the governorate, and to those that are only coordinated with', async () => {
    const county = await livelyCounty();
    expect(codes(county, { waiting: true })).toEqual(['VA-002']);
    expect(codes(county, { coordination: true })).toEqual([]);
  });

  test('and each condition is said in words', async () => {
    const county = await livelyCounty();
    const said = (params: BodyListParams) =>
      bodyConditions(params, listBodies(county.as('viewer'), params).scope).map(({ key }) => key);
    expect(said({})).toEqual([]);
    expect(
      said({
        asOf: '2018-12-01',
        q: 'دهیاری',
        status: 'late',
        silent: true,
        blocked: true,
        cause: 'other',
        turn: 'telecom',
        waiting: true,
        coordination: true,
        desk: 'real',
        filter: { trackCode: 'NT', districtCode: '220305', category: 'enterprise', deadlineOn: '2019-03-20' },
      }),
    ).toEqual(
      'asOf q status category district track deadline desk silent blocked cause turn waiting coordination'.split(' '),
    );
    const { scope } = listBodies(county.as('viewer'), {});
    expect(bodyOrderText('code', false, scope)).toBe('به ترتیب فهرست رسمی');
    expect(bodyOrderText('gap', true, scope)).toBe('به ترتیب عقب از برنامه، از آخر');
    expect(bodyOrderText('track-HD', false, scope)).toBe('به ترتیب تأییدشدهٔ حضوری');
  });

  test('a ready-made view counts what its list holds', async () => {
    const county = await livelyCounty();
    const views = [
      {},
      { blocked: true },
      { silent: true },
      { status: 'late' },
      { filter: { category: 'village_administration' } },
    ] as const;
    for (const role of ['viewer', 'liaison'] as const) {
      const ctx = county.as(role, { bodies: ['VA-001'] });
      const lists = views.map((view) => listBodies(ctx, view).rows.length);
      expect(countBodyViews(ctx, {}, views)).toEqual(lists);
    }
  });
});

describe('the list of bodies is sorted', () => {
  test.each(['name', 'district', 'category'] as const)('by %s in Persian order, either way', async (sort) => {
    const county = await smallCounty();
    const valueOf = (row: ReturnType<typeof listBodies>['rows'][number]) =>
      sort === 'name' ? row.body.name : sort === 'district' ? row.districtName : row.body.category;
    const words = (descending: boolean) => listBodies(county.as('viewer'), { sort, descending }).rows.map(valueOf);
    if (sort !== 'category') expect(words(false)).toEqual([...words(false)].sort(comparePersian));
    expect([...new Set(words(true))]).toEqual([...new Set(words(false))].reverse());
  });

  test('by any figure, by one track and by silence; ties stand as in an official list', async () => {
    const county = await livelyCounty();
    const { rows } = listBodies(county.as('viewer'), { sort: 'gap', descending: true });
    const gaps = rows.map(({ gap }) => gap ?? Number.NEGATIVE_INFINITY);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    expect(codes(county, { sort: 'track-HD', descending: true }).slice(0, 3)).toEqual(['EA-002', 'EA-001', 'DO-001']);
    expect(codes(county, { sort: 'track-HD' }).slice(3)).toEqual(['EN-001', 'VA-001', 'VA-002']);
    expect(codes(county, { sort: 'blockers', descending: true }).slice(0, 3)).toEqual(['VA-001', 'VA-002', 'DO-001']);
  });

  test('by a track that does not exist is refused', async () => {
    const county = await smallCounty();
    expect(refusalOf(() => listBodies(county.as('viewer'), { sort: 'track-XX' as BodySort }))).toMatchObject({
      code: 'invalid_input',
      details: { field: 'sort' },
    });
  });
});

describe('the files of the list', () => {
  const QUESTIONS: readonly BodyListParams[] = [
    {},
    { sort: 'gap', descending: true },
    { q: 'دهياري', sort: 'name' },
    { status: 'late', filter: { trackCode: 'NT' }, sort: 'track-NT' },
    { asOf: '2018-11-22', blocked: false, sort: 'silence', descending: true },
  ];

  test.each(QUESTIONS)('hold the rows of the page, in its order: %j', async (params) => {
    const county = await livelyCounty();
    const ctx = county.as('viewer');
    const { rows } = listBodies(ctx, params);
    const table = exportBodyList(ctx, params, COLUMNS);
    expect(rows.length).toBeGreaterThan(0);
    expect(table.rows.map(([code, name]) => [code, name])).toEqual(rows.map(({ body }) => [body.code, body.name]));
    const statusAt = table.columns.findIndex(({ heading }) => heading === BODY_COLUMN_LABELS.status);
    expect(table.rows.map((row) => row[statusAt])).toEqual(rows.map(({ status }) => PAIR_STATUS_LABELS[status]));
    const sheet = await readSheet(Buffer.from(await writeXlsx(table)));
    expect(sheet).toEqual([table.columns.map(({ heading }) => heading), ...table.rows]);
    const csv = writeCsv(table).replace('\ufeff', '').trimEnd().split('\r\n');
    expect(csv).toHaveLength(rows.length + 1);
    expect(csv.slice(1).map((text) => text.split(',')[0])).toEqual(rows.map(({ body }) => body.code));
  });

  test('hold the chosen columns under Persian headings, figures as numbers, and a sheet that says how it was narrowed', async () => {
    const county = await livelyCounty();
    const table = exportBodyList(
      county.as('deputy'),
      { blocked: true },
      orderColumns(['code', 'tracks', 'gap', 'desk']),
    );
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      'شناسه',
      'دستگاه',
      ...['اتصال به شبکه دولت', 'مکاتبات الکترونیکی'].flatMap((track) => [
        `${track}: برنامه، درصد`,
        `${track}: اعلام‌شده، درصد`,
        `${track}: تأییدشده، درصد`,
        `${track}: وضعیت`,
      ]),
      'عقب از برنامه، درصد',
      'میز واقعی',
    ]);
    expect(table.rows[1]?.slice(0, 6)).toEqual(['VA-002', 'دهیاری چارک', 35, 10, 0, 'عقب‌مانده']);
    expect(table.rows.every((row) => typeof row[10] === 'number')).toBe(true);
    expect(table.about?.map(([name]) => name)).toEqual(['وضعیت تا', 'محدودیت', 'ترتیب', 'شمار ردیف‌ها', 'یکا']);
    expect(table.about?.[1]?.[1]).toBe('دارای مانع باز');
    const about = await readSheet(Buffer.from(await writeXlsx(table)), 2);
    expect(about.map(([name]) => name)).toEqual(table.about?.map(([name]) => name));
  });

  test('of a liaison hold the own bodies, and nobody without a right to the list gets one', async () => {
    const county = await livelyCounty();
    const own = exportBodyList(county.as('liaison', { bodies: ['VA-002'] }), {}, COLUMNS);
    expect(own.rows.map(([code]) => code)).toEqual(['VA-002']);
    for (const role of ['deputy', 'expert', 'viewer', 'admin'] as const) {
      expect(exportBodyList(county.as(role), {}, COLUMNS).rows).toHaveLength(6);
    }
    const locked = county.as('viewer', { actor: { mustChangePassword: true } });
    expect(refusalOf(() => exportBodyList(locked, {}, COLUMNS)).code).toBe('forbidden');
    expect(refusalOf(() => countBodyViews(locked, {}, [])).code).toBe('forbidden');
  });
});
