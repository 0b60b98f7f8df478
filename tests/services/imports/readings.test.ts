import { describe, expect, it } from 'vitest';
import { indicatorReadings } from '@/db/schema/index';
import { describeRowProblem } from '@/lib/messages/imports';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { importReadings } from '@/lib/services/imports/readings';
import { readStaged } from '@/lib/services/imports/staged';
import { confirmImport, previewImport, submitImport } from '@/lib/services/imports/two-steps';
import { recordReadings } from '@/lib/services/indicator-readings';
import { readingsTemplate } from '@/lib/services/readings-template';
import { auditTrail, refusalOf } from '../../support/milestone-world';
import { CENTRAL, KISH, smallCounty, type County } from '../../support/small-county';
import { csv, xlsx } from './import-fixtures';

const HEAD = 'کد دستگاه,نام دستگاه,شاخص,ماه,صورت,مخرج,مقدار,توضیح';
const file = (...lines: string[]) => csv('readings.csv', HEAD, ...lines);
const stored = (county: County) =>
  county.db
    .select()
    .from(indicatorReadings)
    .all()
    .map(({ bodyId, indicatorCode, month, value }) => [bodyId, indicatorCode, month, value]);
const expert = (county: County) => county.as('expert');
const sentences = async (county: County, ...lines: string[]) =>
  (await importReadings(expert(county), file(...lines), { dryRun: true })).errors.map(describeRowProblem);

describe('a workbook of readings', () => {
  it('is taken in by code or name, by code or title of the indicator, in Persian or English', async () => {
    const county = await smallCounty();
    const [one, two] = [county.bodyId('EA-001'), county.bodyId('EA-002')];
    const persian = file('EA-001,,IN2,۱۳۹۷/۰۸,۴۵,۶۰,,', ',اداره بنادر,رضایت‌مندی,1397-08,,,۶۲,');
    expect(await importReadings(expert(county), persian)).toMatchObject({ isWritten: true, created: 2, blank: 0 });
    const english = await xlsx('r.xlsx', [
      ['body_code', 'indicator', 'month', 'numerator', 'denominator', 'value', 'note'],
      ['EA-002', 'IN8', '1397-08', 30, 40, null, null],
    ]);
    expect(await importReadings(expert(county), english)).toMatchObject({ isWritten: true, created: 1 });
    expect(stored(county)).toEqual([
      [one, 'IN2', '1397-08', 75],
      [two, 'IN4', '1397-08', 62],
      [two, 'IN8', '1397-08', 75],
    ]);
    expect(auditTrail(county.db).filter((row) => row.startsWith('import.readings'))).toHaveLength(2);
  });

  it('again changes nothing; another number corrects', async () => {
    const county = await smallCounty();
    await importReadings(expert(county), file('EA-001,,IN2,1397/08,45,60,,'));
    const audit = auditTrail(county.db).length;
    expect(await importReadings(expert(county), file('EA-001,,IN2,1397/08,45,60,,'))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 1,
    });
    expect(stored(county)).toHaveLength(1);
    expect(auditTrail(county.db)).toHaveLength(audit);
    expect(await importReadings(expert(county), file('EA-001,,IN2,1397/08,48,60,,'))).toMatchObject({ updated: 1 });
    expect(stored(county)).toHaveLength(2);
  });

  it('is refused as a whole, each row and column named', async () => {
    const county = await smallCounty();
    const lines = [
      'EA-001,,IN2,1397/08,45,60,,',
      'EA-001,,IN7,1397/08,61,60,,',
      'EA-009,,IN2,1397/08,1,2,,',
      ',,IN2,1397/08,1,2,,',
      'EA-002,,IN99,1397/08,1,2,,',
      'EA-002,,IN2,1397/05,1,2,,',
      'EA-002,,IN2,پاییز,1,2,,',
      'EA-002,,IN4,1397/08,,,زیاد,',
      'EA-002,,IN8,1397/08,,9,,',
      'EA-001,,IN2,1397/08,46,60,,',
    ];
    const result = await importReadings(expert(county), file(...lines));
    expect(result.errors.map(({ sheetRow, column, problem }) => [sheetRow, column, problem.reason])).toEqual([
      [3, 'numerator', 'reading'],
      [4, 'code', 'unknown_body_word'],
      [5, 'code', 'required'],
      [6, 'indicator', 'unknown_word'],
      [7, 'month', 'month_out_of_range'],
      [8, 'month', 'bad_month'],
      [9, 'value', 'bad_number'],
      [10, 'numerator', 'reading'],
      [11, null, 'reading_twice'],
    ]);
    expect(result.isWritten).toBe(false);
    expect(stored(county)).toEqual([]);
    for (const sentence of result.errors.map(describeRowProblem)) expect(sentence).toMatch(/^ردیف [۰-۹]+: .{10,}/);
  });

  it('asks what the form asks, in months of the file too, and takes the note of the row', async () => {
    const county = await smallCounty();
    const july = 'EA-001,,IN2,1397/07,45,60,,';
    expect(await sentences(county, 'EA-001,,IN2,1397/08,10,60,,', july)).toEqual([
      expect.stringMatching(/^ردیف ۲: .*بنویسید چرا\.$/),
    ]);
    const result = await importReadings(expert(county), file('EA-001,,IN2,1397/08,10,60,,مرخصی بود', july));
    expect(result).toMatchObject({ isWritten: true, created: 2 });
  });

  it('the same row twice is written once', async () => {
    const county = await smallCounty();
    const row = 'EA-001,,IN2,1397/08,45,60,,';
    const result = await importReadings(expert(county), file(row, row));
    expect(result).toMatchObject({ created: 1, isWritten: true });
    expect(result.rows.map(({ kind, firstRow }) => [kind, firstRow])).toEqual([
      ['new', null],
      ['repeated', 2],
    ]);
    expect(stored(county)).toHaveLength(1);
  });

  it('of a name that two bodies have asks for the code', async () => {
    const county = await smallCounty({
      bodies: ['EA-001,اداره آب,executive_agency,مرکزی,1', 'EA-002,اداره آب,executive_agency,کیش,1'],
    });
    const { errors } = await importReadings(expert(county), file(',اداره آب,IN2,1397/08,1,2,,'), { dryRun: true });
    expect(errors.map(({ problem }) => problem.reason)).toEqual(['several_bodies']);
  });
});

describe('who may', () => {
  const row = 'EA-001,,IN2,1397/08,45,60,,';
  it('an expert in the own district, a liaison for own bodies', async () => {
    const county = await smallCounty();
    const district = county.as('expert', { actor: { districtCode: CENTRAL } });
    expect(await importReadings(district, file(row))).toMatchObject({ isWritten: true });
    expect(county.db.select().from(indicatorReadings).all()).toMatchObject([{ onBehalf: true }]);
    const liaison = county.as('liaison', { bodies: ['EA-002'] });
    expect(await importReadings(liaison, file('EA-002,,IN2,1397/08,45,60,,'))).toMatchObject({ isWritten: true });
  });

  it('others’ bodies are refused: as unknown to whoever may not see them', async () => {
    const county = await smallCounty();
    const elsewhere = county.as('expert', { actor: { districtCode: KISH } });
    const reasons = async (ctx: typeof elsewhere) =>
      (await importReadings(ctx, file(row))).errors.map(({ problem }) => problem.reason);
    expect(await reasons(elsewhere)).toEqual(['not_yours_to_report']);
    expect(await reasons(county.as('liaison', { bodies: ['EA-002'] }))).toEqual(['unknown_body_word']);
    expect(stored(county)).toEqual([]);
  });

  it.each(['deputy', 'viewer', 'admin'] as const)('a %s may neither send nor have the template', async (role) => {
    const county = await smallCounty();
    await expect(importReadings(county.as(role), file(row))).rejects.toThrow('forbidden');
    await expect(submitImport(county.as(role), 'readings', [file(row)])).rejects.toThrow('forbidden');
    expect(refusalOf(() => readingsTemplate(county.as(role), null)).code).toBe('forbidden');
  });

  it('a liaison without a body neither', async () => {
    await expect(importReadings((await smallCounty()).as('liaison'), file(row))).rejects.toThrow('forbidden');
  });
});

describe('in two steps', () => {
  it('is looked at, taken in once, and found by nobody else', async () => {
    const county = await smallCounty();
    const id = await submitImport(expert(county), 'readings', [file('EA-001,,IN2,1397/08,45,60,,')]);
    expect(await previewImport(expert(county), id)).toMatchObject({ kind: 'readings', result: { created: 1 } });
    expect(stored(county)).toEqual([]);
    const other = county.as('liaison', { bodies: ['EA-001'], actor: { id: 'someone-else' } });
    expect(refusalOf(() => readStaged(other, id)).code).toBe('not_found');
    await confirmImport(expert(county), id, false);
    expect(stored(county)).toHaveLength(1);
    await expect(confirmImport(expert(county), id, false)).rejects.toThrow('not_found');
  });

  it('with wrong rows is not taken in, whatever is asked', async () => {
    const county = await smallCounty();
    const bad = file('EA-001,,IN2,1397/08,45,60,,', 'EA-001,,IN7,1397/08,61,60,,');
    const id = await submitImport(expert(county), 'readings', [bad]);
    await expect(confirmImport(expert(county), id, true)).rejects.toThrow('import_refused');
    expect(stored(county)).toEqual([]);
  });
});

describe('the template', () => {
  it('holds own bodies and all indicators, with last month beside; sent back as it is nothing changes', async () => {
    const county = await smallCounty();
    const liaison = county.as('liaison', { bodies: ['EA-001', 'VA-001'] });
    for (const [month, numerator] of [
      ['1397-07', 45],
      ['1397-08', 50],
    ] as const) {
      recordReadings(liaison, {
        bodyCode: 'EA-001',
        month,
        entries: [
          { code: 'IN2', numerator, denominator: 60, value: null, note: null },
          { code: 'IN4', numerator: null, denominator: null, value: numerator, note: null },
        ],
      });
    }
    const table = readingsTemplate(liaison, null);
    expect(table.rows).toHaveLength(22);
    expect(table.rows[1]?.slice(5)).toEqual(['1397-08', 50, 60, null, null, '۴۵ از ۶۰ (۷۵)']);
    expect(table.rows[3]?.slice(5)).toEqual(['1397-08', null, null, 50, null, '۴۵']);
    for (const bytes of [new TextEncoder().encode(writeCsv(table)), new Uint8Array(await writeXlsx(table))]) {
      const back = { fileName: bytes[0] === 0x50 ? 'back.xlsx' : 'back.csv', bytes };
      expect(await importReadings(liaison, back)).toMatchObject({
        isWritten: true,
        dataRows: 22,
        blank: 20,
        unchanged: 2,
        created: 0,
        updated: 0,
      });
    }
    expect(refusalOf(() => readingsTemplate(liaison, '1397-05')).code).toBe('invalid_input');
  });
});
