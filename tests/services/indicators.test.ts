import { describe, expect, it } from 'vitest';
import { indicatorReadings } from '@/db/schema/index';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { listMyReadings, recordReadings, type ReadingsInput } from '@/lib/services/indicator-readings';
import { getIndicators, indicatorsTable } from '@/lib/services/indicators';
import { parseIndicatorsQuery, readingsSchema, readNumber } from '@/lib/validation/indicators';
import { auditTrail, refusalOf } from '../support/milestone-world';
import { CENTRAL, SHIBKUH, smallCounty, type County } from '../support/small-county';

const MONTH: JalaliMonth = '1397-08';

type Entry = ReadingsInput['entries'][number];
const pair = (
  code: string,
  numerator: number | null,
  denominator: number | null,
  note: string | null = null,
): Entry => ({
  code,
  numerator,
  denominator,
  value: null,
  note,
});
const direct = (code: string, value: number | null, note: string | null = null): Entry => ({
  code,
  numerator: null,
  denominator: null,
  value,
  note,
});

const liaisonOf = (county: County, ...bodies: string[]) => county.as('liaison', { bodies });
const record = (county: County, bodyCode: string, entries: readonly Entry[], month = MONTH, today?: string) =>
  recordReadings(county.as('liaison', { bodies: [bodyCode], ...(today ? { today: today as never } : {}) }), {
    bodyCode,
    month,
    entries,
  });
const view = (county: County, params: Record<string, string> = {}) =>
  getIndicators(county.as('deputy'), parseIndicatorsQuery(params));
const lineOf = (county: County, code: string, params: Record<string, string> = {}) =>
  view(county, params).lines.find(({ indicator }) => indicator.code === code);

describe('recording the readings of a month', () => {
  it('writes what was filled in, with one row of the audit log', async () => {
    const county = await smallCounty();
    const answer = record(county, 'EA-001', [pair('IN2', 45, 60), direct('IN4', 62), pair('IN8', null, null)]);
    expect(answer).toEqual({ written: ['IN2', 'IN4'], unchanged: 0 });
    expect(county.db.select().from(indicatorReadings).all()).toMatchObject([
      { indicatorCode: 'IN2', month: MONTH, numerator: 45, denominator: 60, value: 75, onBehalf: false },
      { indicatorCode: 'IN4', numerator: null, denominator: null, value: 62, recordedOn: '2018-12-08' },
    ]);
    expect(auditTrail(county.db).filter((row) => row.startsWith('indicator'))).toEqual([
      expect.stringMatching(/^indicator\.record EA-001 /),
    ]);
  });

  it('sent again it writes nothing; other numbers are a newer row that counts', async () => {
    const county = await smallCounty();
    record(county, 'EA-001', [pair('IN2', 45, 60)]);
    expect(record(county, 'EA-001', [pair('IN2', 45, 60)])).toEqual({ written: [], unchanged: 1 });
    record(county, 'EA-001', [pair('IN2', 48, 60)]);
    expect(county.db.select().from(indicatorReadings).all()).toHaveLength(2);
    expect(auditTrail(county.db).filter((row) => row.startsWith('indicator'))).toHaveLength(2);
    expect(lineOf(county, 'IN2')?.mean).toEqual({ value: 80, bodies: 1 });
  });

  it('refuses all of it at the fields that cannot be', async () => {
    const county = await smallCounty();
    const refusal = refusalOf(() =>
      record(county, 'EA-001', [pair('IN2', 61, 60), pair('IN7', 0, 0), direct('IN4', 120), direct('IN1', 3)]),
    );
    expect(refusal.code).toBe('invalid_input');
    expect(
      (refusal.details['issues'] as { field: string; reason: string }[]).map(({ field, reason }) => [field, reason]),
    ).toEqual([
      ['IN2-numerator', 'reading_part_above_whole'],
      ['IN7-denominator', 'reading_denominator_zero'],
      ['IN4-value', 'reading_out_of_range'],
    ]);
    expect(county.db.select().from(indicatorReadings).all()).toEqual([]);
  });

  it('asks to explain a large change and the very same numbers, and takes the explanation', async () => {
    const county = await smallCounty();
    record(county, 'EA-001', [pair('IN2', 45, 60), pair('IN8', 40, 80)], '1397-07');
    const ask = () => record(county, 'EA-001', [pair('IN2', 20, 60), pair('IN8', 40, 80)]);
    expect(refusalOf(ask).details['issues']).toMatchObject([
      { field: 'IN2-note', reason: 'explain_large_change', from: 75 },
      { field: 'IN8-note', reason: 'explain_same_as_before' },
    ]);
    record(county, 'EA-001', [pair('IN2', 20, 60, 'دو همکار در مرخصی بودند'), pair('IN8', 40, 80, 'تغییری نبود')]);
    expect(listMyReadings(liaisonOf(county, 'EA-001'), { bodyCode: null, month: MONTH }).rows[1]).toMatchObject({
      indicator: { code: 'IN2' },
      reading: { note: 'دو همکار در مرخصی بودند' },
      before: { value: 75 },
    });
  });

  it.each(['1397-05', '1397-10'] as const)('takes no month before the baseline or in the future: %s', async (month) => {
    const county = await smallCounty();
    expect(refusalOf(() => record(county, 'EA-001', [direct('IN4', 50)], month)).details).toMatchObject({
      field: 'month',
      reason: 'month_out_of_range',
      from: '1397-06',
      to: '1397-09',
    });
  });

  it('wants at least one reading, and knows its indicators', async () => {
    const county = await smallCounty();
    expect(refusalOf(() => record(county, 'EA-001', [direct('IN4', null)])).code).toBe('invalid_input');
    expect(refusalOf(() => record(county, 'EA-001', [direct('IN99', 1)])).code).toBe('not_found');
  });
});

describe('who may record', () => {
  const attempt = (county: County, ...[role, options]: Parameters<County['as']>) =>
    recordReadings(county.as(role, options), { bodyCode: 'EA-001', month: MONTH, entries: [direct('IN4', 50)] });

  it('an expert of the county or of the district, on behalf', async () => {
    const county = await smallCounty();
    attempt(county, 'expert', { actor: { districtCode: CENTRAL } });
    expect(county.db.select().from(indicatorReadings).all()).toMatchObject([{ onBehalf: true }]);
    expect(attempt(await smallCounty(), 'expert').written).toEqual(['IN4']);
  });

  it.each([
    ['expert', { actor: { districtCode: SHIBKUH } }, 'forbidden'],
    ['deputy', {}, 'forbidden'],
    ['viewer', {}, 'forbidden'],
    ['admin', {}, 'forbidden'],
    ['liaison', { bodies: ['VA-001'] }, 'not_found'],
  ] as const)('no %s %j: %s', async (role, options, code) => {
    const county = await smallCounty();
    expect(refusalOf(() => attempt(county, role, options)).code).toBe(code);
    expect(refusalOf(() => listMyReadings(county.as(role, options), { bodyCode: 'EA-001', month: MONTH })).code).toBe(
      code,
    );
  });
});

describe('the month of the form', () => {
  it('is the newest that is over, and the first has none before it', async () => {
    const county = await smallCounty();
    const page = listMyReadings(liaisonOf(county, 'EA-002', 'EA-001'), { bodyCode: null, month: null });
    expect(page).toMatchObject({
      month: '1397-08',
      lastMonth: '1397-07',
      months: ['1397-09', '1397-08', '1397-07', '1397-06'],
    });
    expect(page.rows.map(({ indicator }) => indicator.code)).toEqual([
      ...['IN1', 'IN2', 'IN3', 'IN4', 'IN5', 'IN6', 'IN7', 'IN8', 'IN9', 'IN10', 'IN11'],
    ]);
    const first = listMyReadings(liaisonOf(county, 'EA-001'), { bodyCode: 'EA-001', month: '1397-06' });
    expect(first.lastMonth).toBeNull();
  });
});

describe('the county', () => {
  /** EA-001 from 50 to 90 of 100, EA-002 10 of 10 in the second month only; in Aban. */
  async function world(): Promise<County> {
    const county = await smallCounty();
    record(county, 'EA-001', [pair('IN2', 50, 100), pair('IN11', 2, 1000)], '1397-06');
    record(county, 'EA-001', [pair('IN2', 90, 100), pair('IN11', 4, 1000)]);
    record(county, 'EA-002', [pair('IN2', 10, 10)]);
    return county;
  }

  it('shows the pooled mean with its coverage, and the change over the bodies with both months', async () => {
    const county = await world();
    expect(lineOf(county, 'IN2')).toMatchObject({
      mean: { value: 1000 / 11, bodies: 2 },
      expected: 6,
      baseline: { value: 50, bodies: 1 },
      change: { trend: 'better', change: 40, bodies: 1 },
    });
    expect(lineOf(county, 'IN2')?.trend.map(({ month, mean }) => [month, mean?.bodies ?? 0])).toEqual([
      ['1397-06', 1],
      ['1397-07', 0],
      ['1397-08', 2],
    ]);
    // more complaints are worse
    expect(lineOf(county, 'IN11')?.change).toMatchObject({ trend: 'worse', change: 2 });
    expect(lineOf(county, 'IN4')).toMatchObject({ mean: null, baseline: null, change: null, expected: 6 });
    expect(lineOf(county, 'IN2', { month: '1397-06' })?.change).toBeNull();
  });

  it('is as it was known on the day', async () => {
    const county = await smallCounty();
    record(county, 'EA-001', [pair('IN2', 45, 60)], '1397-07', '2018-11-10');
    record(county, 'EA-001', [pair('IN2', 48, 60)], '1397-07');
    const then = (asOf: string) => lineOf(county, 'IN2', { asOf, month: '1397-07' })?.mean?.value ?? null;
    expect([then('1397-08-18'), then('1397-08-19'), then('1397-09-16'), then('1397-09-17')]).toEqual([
      null,
      75,
      75,
      80,
    ]);
  });

  it('opens one indicator by category, district and body, with search, order and filter', async () => {
    const county = await world();
    const chosen = (params: Record<string, string>) => view(county, { indicator: 'IN2', ...params }).chosen;
    const codes = (params: Record<string, string>) => chosen(params)?.bodies.map(({ body }) => body.code);
    expect(chosen({})?.byCategory.find(({ key }) => key === 'executive_agency')).toMatchObject({
      expected: 2,
      mean: { bodies: 2 },
    });
    expect(chosen({})?.byDistrict.find(({ key }) => key === CENTRAL)).toMatchObject({ mean: { value: 90, bodies: 1 } });
    expect(chosen({})?.bodies).toHaveLength(6);
    expect(codes({ given: 'yes', sort: 'value', order: 'desc' })).toEqual(['EA-002', 'EA-001']);
    expect(codes({ given: 'no' })).toHaveLength(4);
    expect(codes({ q: 'بنادر' })).toEqual(['EA-002']);
    expect(codes({ district: CENTRAL, sort: 'value' })?.[0]).toBe('EA-001');
    expect(view(county, { category: 'executive_agency' }).lines[1]).toMatchObject({ expected: 2 });
  });

  it('writes what it shows as a table', async () => {
    const county = await world();
    const csv = writeCsv(
      indicatorsTable(county.as('viewer'), parseIndicatorsQuery({ indicator: 'IN2', given: 'yes' })),
    );
    expect(csv).toContain('EA-002');
    expect(csv.trim().split('\n')).toHaveLength(3);
    const all = indicatorsTable(county.as('viewer'), parseIndicatorsQuery({}));
    // a sheet's name has its own rules
    expect((await writeXlsx(all)).byteLength).toBeGreaterThan(1000);
    expect(all.rows.find(([code]) => code === 'IN2')?.slice(5, 7)).toEqual([2, 6]);
  });

  it.each(['deputy', 'expert', 'viewer', 'admin'] as const)('is there for a %s', async (role) => {
    expect(getIndicators((await smallCounty()).as(role), parseIndicatorsQuery({})).lines).toHaveLength(11);
  });

  it('is not there for a liaison', async () => {
    const county = await smallCounty();
    const read = () => getIndicators(county.as('liaison', { bodies: ['EA-001'] }), parseIndicatorsQuery({}));
    expect(refusalOf(read).code).toBe('forbidden');
  });

  it.each([
    ['indicator', 'IN99'],
    ['month', '1397-05'],
    ['month', '1397-13'],
    ['district', '99'],
  ])('refuses %s %s', async (name, value) => {
    const county = await smallCounty();
    expect(refusalOf(() => view(county, { [name]: value })).code).toBe('invalid_input');
  });

  it('has no month before the baseline month', async () => {
    expect(view(await smallCounty(), { asOf: '1397-05-20' })).toMatchObject({ month: null, lines: [] });
  });
});

describe('numbers as people type them', () => {
  it.each([
    ['۴۵', 45],
    ['۱٬۲۳۴', 1234],
    ['12,5', 125],
    ['۱۲٫۵', 12.5],
    ['12.5', 12.5],
    ['-3', -3],
    ['−۳', -3],
    ['چهل', null],
    ['1e9', null],
    ['4 5x', null],
  ])('%j is %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it('stand in the form by indicator; what is no number is told at its field', async () => {
    const form = { body: 'EA-001', month: '۱۳۹۷/۰۸', 'IN2-numerator': '۴۵', 'IN2-denominator': '۶۰', 'IN4-value': '' };
    expect(readingsSchema.parse(form)).toEqual({
      bodyCode: 'EA-001',
      month: '1397-08',
      entries: [pair('IN2', 45, 60), direct('IN4', null)],
    });
    const wrong = readingsSchema.safeParse({ ...form, 'IN2-numerator': 'زیاد' });
    expect(wrong.error?.issues.map(({ path }) => path)).toEqual([['IN2-numerator']]);
  });
});
