import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { exportBodies } from '@/lib/services/exports/bodies';
import { exportEvents } from '@/lib/services/exports/events';
import { exportProgress } from '@/lib/services/exports/progress';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { importBodies } from '@/lib/services/imports/bodies';
import { importHistory } from '@/lib/services/imports/history';
import { getProgressDocument } from '@/lib/services/progress';
import { testContext } from '../../support/database';
import { countRows, csv, withBodies } from './import-fixtures';

const HISTORY = csv(
  'h.csv',
  'code,milestone,event,occurredOn,recordedOn,note,cause,turn,dueOn',
  'EA-001,HD1,claim,1397/05/14,1397/05/14,,,,',
  'EA-001,HD1,return,1397/05/17,1397/05/17,"=1+1, نامه خوانا نیست",,,',
  'VA-001,NT1,block,1397/07/01,1397/07/02,دکل نیست,no_telecom_coverage,telecom,',
  'VA-001,,check_in,1397/07/10,1397/07/10,,,,',
);

async function county() {
  const ctx = await withBodies();
  expect((await importHistory(ctx, HISTORY)).errors).toEqual([]);
  return ctx;
}

describe('exported bodies', () => {
  it('come home unchanged when they are imported again, as CSV and as a workbook', async () => {
    const ctx = await county();
    const { table, document } = exportBodies(ctx);
    expect(document.bodies).toHaveLength(210);
    const again = { created: 0, updated: 0, unchanged: 210, errors: [] };
    const text = new TextEncoder().encode(writeCsv(table));
    expect(await importBodies(ctx, { fileName: 'again.csv', bytes: text })).toMatchObject(again);
    expect(await importBodies(ctx, { fileName: 'again.xlsx', bytes: await writeXlsx(table) })).toMatchObject(again);
  });
});

describe('exported events', () => {
  it('can be imported into another database as a history', async () => {
    const source = await county();
    const bytes = new TextEncoder().encode(writeCsv(exportEvents(source).table));
    const target = await withBodies();
    expect(await importHistory(target, { fileName: 'e.csv', bytes })).toMatchObject({
      isWritten: true,
      created: 4,
      errors: [],
    });
    const events = (ctx: typeof target) =>
      exportEvents(ctx).document.events.map(({ recordedAt: _, ...event }) => event);
    expect(events(target)).toEqual(events(source));
  });

  it('end with the as-of day, and under a track hold its milestones only', async () => {
    const ctx = await county();
    const kinds = (params: Parameters<typeof exportEvents>[1]) =>
      exportEvents(ctx, params).document.events.map(({ kind }) => kind);
    expect(kinds({ asOf: '2018-08-05' })).toEqual(['claim']);
    expect(kinds({ filter: { trackCode: 'HD' } })).toEqual(['claim', 'return']);
    expect(kinds({})).toEqual(['claim', 'return', 'block', 'check_in']);
  });
});

describe('exported progress', () => {
  it('is the document of the API, and its table has one row a group', async () => {
    const ctx = await county();
    const { document, table } = exportProgress(ctx, { groupBy: 'track' });
    expect(document).toEqual(getProgressDocument(ctx, { groupBy: 'track' }));
    expect(table.rows.map((row) => row[0])).toEqual(['HD', 'ED', 'NT', 'CR']);
  });

  it('is for those who may read progress', async () => {
    const ctx = await withBodies();
    const liaison = testContext({ role: 'liaison', db: ctx.db });
    expect(() => exportProgress(liaison, { groupBy: 'total' })).toThrow('forbidden');
    expect(() => exportBodies(liaison)).toThrow('forbidden');
    expect(() => exportEvents(liaison)).toThrow('forbidden');
    expect(exportBodies(testContext({ role: 'viewer', db: ctx.db })).document.bodies).toHaveLength(210);
    expect(countRows(ctx, 'events')).toBe(0);
  });
});

describe('a written table', () => {
  const table = {
    name: 'جدول',
    columns: [
      { heading: 'متن', kind: 'text' as const },
      { heading: 'عدد', kind: 'number' as const },
      { heading: 'سهم', kind: 'ratio' as const },
    ],
    rows: [
      ['=HYPERLINK("http://x")', 3, 0.5],
      ['+98764', -1, null],
      ['@a', null, 1],
      ['-5', 0, 0],
      ['الف,ب "پ"\nت', 1.25, 0.125],
    ],
  };

  it('as CSV has a byte order mark, and no cell is a formula', () => {
    expect(writeCsv(table)).toBe(
      '\ufeffمتن,عدد,سهم\r\n"\'=HYPERLINK(""http://x"")",3,0.5\r\n"\'+98764",-1,\r\n"\'@a",,1\r\n"\'-5",0,0\r\n"الف,ب ""پ""\nت",1.25,0.125\r\n',
    );
  });

  it('as a workbook keeps texts as texts and numbers as numbers', async () => {
    const rows = await readSheet(Buffer.from(await writeXlsx(table)));
    expect(rows[0]).toEqual(['متن', 'عدد', 'سهم']);
    expect(rows[1]).toEqual(['=HYPERLINK("http://x")', 3, 0.5]);
    expect(rows[2]).toEqual(['+98764', -1, null]);
  });
});
