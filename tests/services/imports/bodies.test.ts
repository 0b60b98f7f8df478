import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { listAreasAsOf } from '@/db/queries/areas';
import { listBodiesAsOf, listBodyVersions } from '@/db/queries/bodies';
import { isAppError } from '@/lib/errors';
import { IMPORT_COLUMN_LABELS } from '@/lib/messages/imports';
import { importBodies } from '@/lib/services/imports/bodies';
import { createClock } from '@/lib/clock';
import { testContext } from '../../support/database';
import {
  countRows,
  csv,
  fileOf,
  FIXTURES_DIR,
  REFERENCE_DIR,
  withBodies,
  withProgramme,
  xlsx,
} from './import-fixtures';

const workbook = () => fileOf(FIXTURES_DIR, 'bodies.xlsx');
const HEADER = 'شناسه,نام دستگاه,نوع دستگاه,بخش,دهستان,کد آماری,خدمت مستقیم به مردم,تلفن,ملاحظات';

async function refusal(promise: Promise<unknown>) {
  try {
    await promise;
  } catch (error) {
    if (isAppError(error)) return { code: error.code, ...error.details };
    throw error;
  }
  return null;
}

describe('the office workbook', () => {
  it('has 215 rows, 210 bodies, 2 repeats and 3 errors', async () => {
    const expected = JSON.parse(readFileSync(path.join(FIXTURES_DIR, 'bodies-expected.json'), 'utf8')) as unknown;
    const result = await importBodies(withProgramme(), workbook(), { dryRun: true });
    expect({
      dataRows: result.dataRows,
      valid: result.valid,
      duplicates: result.duplicates,
      errors: result.errors.map(({ sheetRow, code, column }) => ({
        sheetRow,
        code,
        field: column && IMPORT_COLUMN_LABELS[column],
      })),
    }).toEqual(expected);
  });

  it('is not taken in at all while rows are wrong', async () => {
    const ctx = withProgramme();
    const result = await importBodies(ctx, workbook());
    expect(result).toMatchObject({ isWritten: false, created: 210, updated: 0, unchanged: 0 });
    expect(countRows(ctx, 'bodies')).toBe(0);
    expect(countRows(ctx, "audit_log where action = 'import.bodies'")).toBe(0);
  });

  it('becomes the 210 bodies of the reference list when bad rows are skipped', async () => {
    const ctx = withProgramme();
    const result = await importBodies(ctx, workbook(), { skipBadRows: true });
    expect(result).toMatchObject({ isWritten: true, created: 210, updated: 0, unchanged: 0 });
    const areas = new Map(listAreasAsOf(ctx.db, '2018-12-08').map(({ code, name }) => [code, name]));
    const stored = listBodiesAsOf(ctx.db, '2018-12-08').map(({ code, version }) => ({
      code,
      name_fa: version.name,
      category: version.category,
      district_fa: areas.get(version.districtCode),
      rural_district_fa: areas.get(version.ruralDistrictCode ?? '') ?? '',
      official_code: version.officialCode ?? '',
      provides_public_service: version.providesPublicService ? '1' : '0',
    }));
    const reference = Papa.parse<Record<string, string>>(readFileSync(path.join(REFERENCE_DIR, 'bodies.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data.map(({ existence_basis: _, ...body }) => body);
    expect(stored).toEqual(reference.sort((a, b) => ((a['code'] ?? '') < (b['code'] ?? '') ? -1 : 1)));
  });

  it('counts as known from the start of the programme when it is the first list', async () => {
    const ctx = withProgramme();
    await importBodies(ctx, workbook(), { skipBadRows: true });
    expect(listBodiesAsOf(ctx.db, '2018-07-27')).toHaveLength(0);
    expect(listBodiesAsOf(ctx.db, '2018-07-28')).toHaveLength(210);
  });

  it('changes nothing the second time', async () => {
    const ctx = withProgramme();
    await importBodies(ctx, workbook(), { skipBadRows: true });
    const versions = countRows(ctx, 'body_versions');
    const again = await importBodies(ctx, workbook(), { skipBadRows: true });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 210 });
    expect(countRows(ctx, 'body_versions')).toBe(versions);
  });

  it('after the reference list adds telephone numbers and takes nothing away', async () => {
    const ctx = await withBodies();
    const result = await importBodies(ctx, workbook(), { skipBadRows: true });
    expect(result.created).toBe(0);
    expect(new Set(result.rows.flatMap(({ changes }) => changes.map(({ column }) => column)))).toEqual(
      new Set(['phone']),
    );
  });
});

describe('a later list', () => {
  it('writes one version for a body that changed, known from today', async () => {
    const ctx = await withBodies();
    const result = await importBodies(
      { ...ctx, clock: createClock('2018-12-15') },
      csv('changed.csv', HEADER, 'MU-001,شهرداری بندرلنگه,شهرداری,شیبکوه,,,,,'),
    );
    expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    expect(result.rows[0]).toMatchObject({
      kind: 'changed',
      changes: [{ column: 'district', from: 'مرکزی', to: 'شیبکوه' }],
    });
    const id = listBodiesAsOf(ctx.db, '2018-12-15').find(({ code }) => code === 'MU-001')?.version.bodyId ?? 0;
    expect(
      listBodyVersions(ctx.db, id).map(({ recordedOn, districtCode, officialCode }) => [
        recordedOn,
        districtCode,
        officialCode,
      ]),
    ).toEqual([
      ['2018-07-28', '220305', '2203051571'],
      ['2018-12-15', '220302', '2203051571'],
    ]);
  });

  it('finds a body without its code by official code, then by name within the area', async () => {
    const ctx = await withBodies();
    const result = await importBodies(
      ctx,
      csv(
        'no-codes.csv',
        'نام دستگاه,نوع دستگاه,بخش,کد آماری,تلفن',
        'شهرداري شهر بندرلنگه,شهرداری,مرکزی,۲۲۰۳۰۵۱۵۷۱,۱',
        'گمرك بندر لنگه,اداره,مركزي,,۲',
      ),
    );
    expect(result.rows.map(({ kind, code }) => [kind, code])).toEqual([
      ['changed', 'MU-001'],
      ['changed', 'EA-021'],
    ]);
  });

  it('reports bodies that are missing in it and leaves them alone', async () => {
    const ctx = await withBodies();
    const result = await importBodies(ctx, csv('one.csv', HEADER, 'MU-001,شهرداری بندرلنگه,شهرداری,مرکزی,,,,,'));
    const warning = result.warnings.find((each) => each.warning.reason === 'not_in_file')?.warning;
    expect(warning?.reason === 'not_in_file' && warning.codes).toHaveLength(209);
    expect(countRows(ctx, 'bodies')).toBe(210);
  });

  it('writes one audit row with the file, its hash and the counts', async () => {
    const ctx = await withBodies();
    const row = ctx.db.$client
      .prepare<[], { subject_key: string; actor_name: string; details: string }>(
        "select subject_key, actor_name, details from audit_log where action = 'import.bodies'",
      )
      .all();
    expect(row).toHaveLength(1);
    expect(row[0]).toMatchObject({ subject_key: 'bodies.csv', actor_name: 'admin' });
    expect(JSON.parse(row[0]?.details ?? '{}')).toMatchObject({
      sha256: createHash('sha256')
        .update(readFileSync(path.join(REFERENCE_DIR, 'bodies.csv')))
        .digest('hex'),
      created: 210,
      dataRows: 210,
    });
  });
});

describe('rows that contradict', () => {
  const problems = async (...lines: string[]) => {
    const result = await importBodies(await withBodies(), csv('rows.csv', HEADER, ...lines));
    expect(result.isWritten).toBe(false);
    return result.errors.map(({ sheetRow, column, problem }) => [sheetRow, column, problem.reason]);
  };

  it('say so for one code with two names', async () => {
    expect(await problems('XX-1,اداره الف,اداره,مرکزی,,,,,', 'XX-1,اداره ب,اداره,مرکزی,,,,,')).toEqual([
      [3, 'name', 'contradicts_row'],
    ]);
  });

  it('say so for the official code of another body', async () => {
    expect(await problems('EA-021,گمرک بندرلنگه,اداره,مرکزی,,2203051571,,,')).toEqual([
      [2, 'officialCode', 'official_code_taken'],
    ]);
    expect(await problems('XX-1,اداره تازه,اداره,مرکزی,,2203051571,,,')).toEqual([
      [2, 'officialCode', 'official_code_taken'],
    ]);
  });

  it('say so for one official code on two new bodies', async () => {
    expect(
      await problems('XX-1,اداره الف,اداره,مرکزی,,2203059999,,,', 'XX-2,اداره ب,اداره,مرکزی,,2203059999,,,'),
    ).toEqual([[3, 'officialCode', 'official_code_repeated']]);
  });

  it('say so for a rural district of another district, and one that does not exist', async () => {
    expect(
      await problems(
        'XX-1,دهیاری الف,دهیاری,مرکزی,مقام,,,,',
        'XX-2,دهیاری ب,دهیاری,مرکزی,ناکجا,,,,',
        'XX-3,دهیاری پ,دهیاری,مرکزی,دهستان حومه,,,,',
      ),
    ).toEqual([
      [2, 'ruralDistrict', 'rural_district_elsewhere'],
      [3, 'ruralDistrict', 'unknown_rural_district'],
    ]);
  });

  it('say so for unclear cells, all of them at once', async () => {
    expect(await problems('X Y,,کارخانه,,,2.2E+15,شاید,,', ',اداره بی‌شناسه,اداره,مرکزی,,,,,')).toEqual([
      [2, 'code', 'bad_code'],
      [2, 'name', 'required'],
      [2, 'category', 'unknown_word'],
      [2, 'district', 'required'],
      [2, 'officialCode', 'bad_official_code'],
      [2, 'providesPublicService', 'bad_yes_no'],
      [3, 'code', 'code_missing'],
    ]);
  });
});

describe('a file that is no list', () => {
  it('is refused in a sentence when it is a picture under the name of a workbook', async () => {
    const png = {
      fileName: 'list.xlsx',
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    };
    expect(await refusal(importBodies(withProgramme(), png))).toMatchObject({
      code: 'file_unreadable',
      reason: 'not_workbook',
    });
    expect(await refusal(importBodies(withProgramme(), { ...png, fileName: 'list.csv' }))).toMatchObject({
      code: 'file_unreadable',
      reason: 'not_text',
    });
  });

  it('is refused when it is empty, damaged or of an old kind', async () => {
    const ctx = withProgramme();
    const zip = new TextEncoder().encode('PK\u0003\u0004 and then nothing');
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal(importBodies(ctx, { fileName: 'a.csv', bytes: new Uint8Array() }))).toMatchObject({
      reason: 'empty',
    });
    expect(await refusal(importBodies(ctx, { fileName: 'a.xlsx', bytes: zip }))).toMatchObject({ reason: 'damaged' });
    expect(await refusal(importBodies(ctx, { fileName: 'a.xlsx', bytes: old }))).toMatchObject({ reason: 'old_excel' });
    expect(
      await refusal(importBodies(ctx, { fileName: 'a.csv', bytes: new Uint8Array(10 * 1024 * 1024 + 1) })),
    ).toMatchObject({
      code: 'file_too_large',
    });
  });

  it('is refused without a header, and says what was looked for', async () => {
    const ctx = withProgramme();
    expect(await refusal(importBodies(ctx, csv('a.csv', 'یک,دو', '۱,۲')))).toEqual({
      code: 'import_refused',
      reason: 'no_header',
      fileName: 'a.csv',
      lookedFor: ['نام دستگاه', 'نوع دستگاه', 'بخش'],
      searchedRows: 30,
    });
    expect(await refusal(importBodies(ctx, csv('a.csv', 'شناسه,نام دستگاه', 'a,b')))).toMatchObject({
      reason: 'missing_columns',
      missing: ['نوع دستگاه', 'بخش'],
    });
    expect(await refusal(importBodies(ctx, csv('a.csv', HEADER)))).toMatchObject({ reason: 'no_rows' });
  });

  it('is refused before there is a programme, and to whoever may not import', async () => {
    expect(await refusal(importBodies(testContext({ role: 'admin' }), workbook()))).toMatchObject({
      code: 'no_programme',
    });
    for (const role of ['deputy', 'expert', 'liaison', 'viewer'] as const) {
      expect(await refusal(importBodies(testContext({ role }), workbook()))).toMatchObject({ code: 'forbidden' });
    }
  });
});

describe('a list in another shape', () => {
  it('is understood with English headings in any order, semicolons, and Windows-1256 letters', async () => {
    const ctx = withProgramme();
    const english = csv(
      'a.csv',
      'District;Type;Name;Body Code;Public Service',
      'مرکزی;executive_agency;اداره الف;xx-1;yes',
    );
    expect(await importBodies(ctx, english)).toMatchObject({ created: 1, errors: [] });
    // «شهرداری,شهر» as old Excel saves it
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('code,name,category,district\nXX-2,'),
      ...[0xd4, 0xe5, 0xd1, 0xcf, 0xc7, 0xd1, 0xed],
      ...new TextEncoder().encode(',municipality,220305\n'),
    ]);
    expect(await importBodies(ctx, { fileName: 'a.csv', bytes })).toMatchObject({ created: 1 });
    expect(listBodiesAsOf(ctx.db, '2018-12-08').map(({ code, version }) => [code, version.name])).toEqual([
      ['XX-1', 'اداره الف'],
      ['XX-2', 'شهرداری'],
    ]);
  });

  it('keeps the row numbers of the sheet and leaves total rows out', async () => {
    const file = await xlsx('b.xlsx', [
      [null],
      ['فهرست'],
      [null, 'نام', 'نوع', 'بخش', 'شناسه'],
      [null],
      [1, 'اداره الف', 'اداره', 'مرکزی', 'XX-1'],
      [2, 'اداره ب', 'هیچ', 'مرکزی', 'XX-2'],
      ['جمع', 2],
    ]);
    const result = await importBodies(withProgramme(), file, { dryRun: true });
    expect(result.dataRows).toBe(2);
    expect(result.errors.map(({ sheetRow }) => sheetRow)).toEqual([6]);
  });

  it('reads lenient dates with a warning and true date cells without one', async () => {
    const file = await xlsx('c.xlsx', [
      ['شناسه', 'نام', 'نوع', 'بخش', 'تاریخ آغاز به کار'],
      ['XX-1', 'اداره الف', 'اداره', 'مرکزی', '30/09/1397'],
      ['XX-2', 'اداره ب', 'اداره', 'مرکزی', new Date(Date.UTC(2018, 11, 8))],
      ['XX-3', 'اداره پ', 'اداره', 'مرکزی', '1397/12/30'],
      ['XX-4', 'اداره ت', 'اداره', 'مرکزی', '2018/12/08'],
    ]);
    const result = await importBodies(withProgramme(), file, { skipBadRows: true });
    expect(result.warnings.map(({ sheetRow, warning }) => [sheetRow, warning.reason])).toEqual([[2, 'lenient_date']]);
    expect(
      result.errors.map(({ sheetRow, problem }) => [sheetRow, problem.reason === 'bad_date' && problem.failure.reason]),
    ).toEqual([
      [4, 'no_such_day'],
      [5, 'gregorian_year'],
    ]);
    expect(result.created).toBe(2);
  });
});
