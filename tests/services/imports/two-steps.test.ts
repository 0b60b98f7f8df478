import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clock } from '@/lib/clock';
import { discardStaged, readStaged } from '@/lib/services/imports/staged';
import { confirmImport, listPastImports, previewImport, submitImport } from '@/lib/services/imports/two-steps';
import { testContext } from '../../support/database';
import { countRows, csv, fileOf, FIXTURES_DIR, programmeFiles, withBodies, withProgramme } from './import-fixtures';

const workbook = () => fileOf(FIXTURES_DIR, 'bodies.xlsx');
const stagedIds = (dataDir: string) => {
  const folder = path.join(dataDir, 'imports');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('a file that was sent', () => {
  it('is looked at first, and taken in when somebody says so, once', async () => {
    const ctx = withProgramme();
    const id = await submitImport(ctx, 'bodies', [workbook()]);
    expect(id).toMatch(/^[A-Za-z0-9_-]{32}$/);
    const preview = await previewImport(ctx, id);
    expect(preview).toMatchObject({
      kind: 'bodies',
      fileNames: ['bodies.xlsx'],
      result: { created: 210, isWritten: false },
    });
    if (preview.kind !== 'bodies') throw new Error('not a list');
    const kinds = preview.result.rows.map(({ kind }) => kind);
    expect(['new', 'repeated', 'wrong'].map((kind) => kinds.filter((each) => each === kind).length)).toEqual([
      210, 2, 3,
    ]);
    expect(preview.result.rows.find(({ sheetRow }) => sheetRow === 220)).toMatchObject({
      kind: 'repeated',
      firstRow: 10,
    });
    expect(countRows(ctx, 'bodies')).toBe(0);

    await expect(confirmImport(ctx, id, false)).rejects.toThrow('import_refused');
    expect(countRows(ctx, 'bodies')).toBe(0);
    await confirmImport(ctx, id, true);
    expect(countRows(ctx, 'bodies')).toBe(210);
    expect(stagedIds(ctx.dataDir)).toEqual([]);
    await expect(confirmImport(ctx, id, true)).rejects.toThrow('not_found');
  });

  it('may be a history or the files of a programme', async () => {
    const empty = testContext({ role: 'admin' });
    const files = [...programmeFiles()].map(([name, text]) => csv(name, text));
    const programme = await submitImport(empty, 'programme', [...files, csv('readme.txt', 'x')]);
    await confirmImport(empty, programme, false);
    expect(countRows(empty, 'milestones')).toBe(35);

    const ctx = await withBodies();
    const lines = ['code,milestone,event,occurredOn,recordedOn', 'EA-001,HD1,start,1397/05/10,1397/05/12'];
    const history = await submitImport(ctx, 'history', [csv('h.csv', ...lines)]);
    await confirmImport(ctx, history, false);
    expect(countRows(ctx, 'events')).toBe(1);
    expect(listPastImports(ctx).map(({ kind, fileName, created }) => [kind, fileName, created])).toEqual([
      ['history', 'h.csv', 1],
      ['bodies', 'bodies.csv', 210],
      ['programme', '1397-service-desk', null],
    ]);
  });

  it('is not kept when it cannot be read', async () => {
    const ctx = withProgramme();
    await expect(submitImport(ctx, 'bodies', [csv('a.csv', 'x,y', '1,2')])).rejects.toThrow('no_header');
    expect(stagedIds(ctx.dataDir)).toEqual([]);
  });

  it('belongs to whoever sent it', async () => {
    const ctx = withProgramme();
    const id = await submitImport(ctx, 'bodies', [workbook()]);
    const other = testContext({ role: 'admin', db: ctx.db, dataDir: ctx.dataDir, actor: { id: 'user-2' } });
    expect(() => readStaged(other, id)).toThrow('not_found');
    await expect(previewImport(other, id)).rejects.toThrow('not_found');
    expect(() => readStaged(ctx, '../../mizban.db')).toThrow('not_found');
    expect(() => readStaged(ctx, 'A'.repeat(32))).toThrow('not_found');
    discardStaged(ctx, id);
    expect(() => readStaged(ctx, id)).toThrow('not_found');
  });

  it('is forgotten after a day', async () => {
    const ctx = withProgramme();
    const old = await submitImport(ctx, 'bodies', [workbook()]);
    const later: Clock = { ...ctx.clock, today: () => '2018-12-10', now: () => new Date('2018-12-10T00:00:00Z') };
    const fresh = await submitImport({ ...ctx, clock: later }, 'bodies', [workbook()]);
    expect(stagedIds(ctx.dataDir)).toEqual([fresh]);
    expect(() => readStaged(ctx, old)).toThrow('not_found');
  });

  it('is refused from whoever may not import', async () => {
    const admin = withProgramme();
    for (const role of ['deputy', 'expert', 'liaison', 'viewer'] as const) {
      const ctx = testContext({ role, db: admin.db, dataDir: admin.dataDir });
      for (const kind of ['bodies', 'history', 'programme'] as const) {
        await expect(submitImport(ctx, kind, [workbook()])).rejects.toThrow('forbidden');
      }
      expect(() => listPastImports(ctx)).toThrow('forbidden');
    }
  });
});
