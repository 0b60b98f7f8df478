import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ServiceContext } from '@/lib/services/service-context';
import type { Command, CommandInput } from '@/scripts/cli/command';
import { commands as exports } from '@/scripts/cli/commands/export';
import { commands as imports } from '@/scripts/cli/commands/import';
import { createTestFolder, testContext } from '../../support/database';
import { countRows, FIXTURES_DIR, REFERENCE_DIR } from './import-fixtures';

/** Runs a command as the command line would; answers its result and what went to stderr. */
async function run(
  ctx: ServiceContext,
  command: Command | undefined,
  positionals: string[],
  values: CommandInput['values'] = {},
) {
  if (command === undefined) throw new Error('no such command');
  const said: string[] = [];
  const result = await command.run({
    values,
    positionals,
    isJson: true,
    getContext: () => ctx,
    resolvePath: (typed) => typed,
    readStdin: async () => '',
    warn: (sentence) => said.push(sentence),
  });
  return { ...result, said };
}

describe('import at the command line', () => {
  it('answers the office workbook with one document, fails while rows are wrong, and succeeds when they are skipped', async () => {
    const ctx = testContext({ role: 'system' });
    expect(await run(ctx, imports['programme'], [REFERENCE_DIR])).toMatchObject({
      exitCode: 0,
      json: { milestones: { created: 35 } },
    });
    const workbook = path.join(FIXTURES_DIR, 'bodies.xlsx');
    const refused = await run(ctx, imports['bodies'], [workbook]);
    const expected = JSON.parse(readFileSync(path.join(FIXTURES_DIR, 'bodies-expected.json'), 'utf8')) as object;
    expect(refused).toMatchObject({ exitCode: 1, json: { ...expected, written: false } });
    expect(refused.said.map((sentence) => sentence.slice(0, 8))).toEqual(['row 222:', 'row 223:', 'row 224:']);
    expect(countRows(ctx, 'bodies')).toBe(0);
    const skipped = await run(ctx, imports['bodies'], [workbook], { 'skip-bad-rows': true });
    expect(skipped).toMatchObject({
      exitCode: 0,
      json: { ...expected, created: 210, updated: 0, unchanged: 0, written: true },
    });
    const dry = await run(ctx, imports['bodies'], [workbook], { 'dry-run': true, 'skip-bad-rows': true });
    expect(dry).toMatchObject({ exitCode: 0, json: { created: 0, unchanged: 210, written: false } });
  });

  it('names the row of a history that the rules refuse, in the document and on stderr', async () => {
    const ctx = testContext({ role: 'system' });
    await run(ctx, imports['programme'], [REFERENCE_DIR]);
    await run(ctx, imports['bodies'], [path.join(REFERENCE_DIR, 'bodies.csv')]);
    const file = path.join(createTestFolder(), 'h.csv');
    writeFileSync(
      file,
      'code,milestone,event,occurredOn,recordedOn\nEA-001,HD1,start,1397/05/10,1397/05/12\nEA-001,HD1,verify,1397/05/13,1397/05/13\n',
    );
    const { exitCode, json, said } = await run(ctx, imports['history'], [file]);
    expect(exitCode).toBe(1);
    expect(json).toMatchObject({ dataRows: 2, written: false, errors: [{ row: 3, sheetRow: 3 }] });
    expect((json as { errors: { message: string }[] }).errors[0]?.message).toMatch(/^row 3: /);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^row 3: /);
  });
});

describe('readings at the command line', () => {
  it('are looked at, taken in, and the same again change nothing', async () => {
    const ctx = testContext({ role: 'system' });
    await run(ctx, imports['programme'], [REFERENCE_DIR]);
    await run(ctx, imports['bodies'], [path.join(REFERENCE_DIR, 'bodies.csv')]);
    const file = path.join(createTestFolder(), 'readings.csv');
    writeFileSync(file, 'code,indicator,month,numerator,denominator\nEA-001,IN2,1397/08,45,60\nEA-002,IN2,1397/08,,\n');
    const counts = { dataRows: 2, created: 1, updated: 0, unchanged: 0, blank: 1, errors: [] };
    const dry = await run(ctx, imports['readings'], [file], { 'dry-run': true });
    expect(dry).toMatchObject({ exitCode: 0, json: { ...counts, written: false } });
    expect(await run(ctx, imports['readings'], [file])).toMatchObject({ json: { ...counts, written: true } });
    expect(await run(ctx, imports['readings'], [file])).toMatchObject({ json: { created: 0, unchanged: 1 } });
    writeFileSync(file, 'code,indicator,month,numerator,denominator\nEA-001,IN2,1397/08,61,60\n');
    const refused = await run(ctx, imports['readings'], [file]);
    expect(refused).toMatchObject({ exitCode: 1, json: { written: false, errors: [{ sheetRow: 2, field: 'صورت' }] } });
    expect(refused.said[0]).toMatch(/^row 2: /);
  });
});

describe('export at the command line', () => {
  it('writes JSON, CSV or a workbook, to stdout or to a file', async () => {
    const ctx = testContext({ role: 'system' });
    await run(ctx, imports['programme'], [REFERENCE_DIR]);
    await run(ctx, imports['bodies'], [path.join(REFERENCE_DIR, 'bodies.csv')]);
    const json = await run(ctx, exports['progress'], [], {
      format: 'json',
      'as-of': '۱۳۹۷/۰۸/۰۱',
      'group-by': 'category',
    });
    expect(JSON.parse(String(json.bytes))).toMatchObject({
      asOf: { jalali: '1397/08/01', iso: '2018-10-23' },
      groupBy: 'category',
    });
    const csv = await run(ctx, exports['bodies'], [], { format: 'csv', category: 'municipality' });
    expect(String(csv.bytes).split('\r\n')).toHaveLength(1 + 4 + 1);
    const out = path.join(createTestFolder(), 'b.xlsx');
    expect(await run(ctx, exports['bodies'], [], { format: 'xlsx', out })).toMatchObject({
      json: { file: out, rows: 210 },
    });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    await expect(run(ctx, exports['progress'], [], { format: 'pdf' })).rejects.toThrow(
      '--format must be one of: csv, xlsx, json.',
    );
  });
});
