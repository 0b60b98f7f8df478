import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { importBodies } from '@/lib/services/imports/bodies';
import { isProgrammeFile } from '@/lib/services/imports/programme-files';
import { importProgramme } from '@/lib/services/imports/programme';
import type { ServiceContext } from '@/lib/services/service-context';
import { testContext } from '../../support/database';

const root = path.resolve(import.meta.dirname, '../../..');
export const REFERENCE_DIR = path.join(root, 'db/seed/reference');
export const FIXTURES_DIR = path.join(root, 'tests/fixtures');
export const SECOND_COUNTY_DIR = path.join(FIXTURES_DIR, 'second-county');

/** The files of a programme in a folder, by name. */
export function programmeFiles(dir: string = REFERENCE_DIR): Map<string, string> {
  const names = readdirSync(dir).filter(isProgrammeFile);
  return new Map(names.map((name) => [name, readFileSync(path.join(dir, name), 'utf8')]));
}

export function fileOf(dir: string, fileName: string) {
  return { fileName, bytes: new Uint8Array(readFileSync(path.join(dir, fileName))) };
}

export function csv(fileName: string, ...lines: string[]) {
  return { fileName, bytes: new TextEncoder().encode(lines.join('\n')) };
}

export async function xlsx(fileName: string, rows: (string | number | Date | null)[][]) {
  const data = rows.map((row) =>
    row.map((value) => (value === null ? null : value instanceof Date ? { value, format: 'yyyy/mm/dd' } : { value })),
  );
  return { fileName, bytes: new Uint8Array(await writeXlsxFile(data, { rightToLeft: true }).toBuffer()) };
}

/** A database that knows the first programme; today is 1397/09/17. */
export function withProgramme(options: Parameters<typeof testContext>[0] = {}): ServiceContext {
  const ctx = testContext({ role: 'admin', ...options });
  importProgramme(ctx, { files: programmeFiles() });
  return ctx;
}

/** …and its 210 bodies. */
export async function withBodies(options: Parameters<typeof testContext>[0] = {}): Promise<ServiceContext> {
  const ctx = withProgramme(options);
  await importBodies(ctx, fileOf(REFERENCE_DIR, 'bodies.csv'));
  return ctx;
}

export function countRows(ctx: ServiceContext, table: string): number {
  const row = ctx.db.$client.prepare<[], { count: number }>(`select count(*) as count from ${table}`).get();
  return row?.count ?? 0;
}
