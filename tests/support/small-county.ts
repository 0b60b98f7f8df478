import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { DATABASE_FILE, openDatabase, type Db } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Role } from '@/lib/domain/vocabulary';
import { importBodies } from '@/lib/services/imports/bodies';
import { importHistory } from '@/lib/services/imports/history';
import { importProgramme } from '@/lib/services/imports/programme';
import { isProgrammeFile } from '@/lib/services/imports/programme-files';
import type { ServiceContext } from '@/lib/services/service-context';
import { createTestDatabase, createTestFolder, testContext } from './database';

const REFERENCE_DIR = path.resolve(import.meta.dirname, '../../db/seed/reference');

/** Saturday 1397/09/17. */
export const TODAY: CivilDate = '2018-12-08';
/** Start of the programme: Saturday 1397/05/06. */
export const START: CivilDate = '2018-07-28';

export const CENTRAL = '220305';
export const KISH = '220303';
export const SHIBKUH = '220302';

const BODY_COLUMNS = 'code,name_fa,category,district_fa,provides_public_service';

/** Two agencies, an office, a firm without public service (NT and CR only), two villages and an association. */
export const BODIES = [
  'EA-001,اداره ثبت احوال,executive_agency,مرکزی,1',
  'EA-002,اداره بنادر,executive_agency,کیش,1',
  'DO-001,بخشداری شیبکوه,district_office,شیبکوه,1',
  'EN-001,شرکت سیمان,enterprise,مرکزی,0',
  'VA-001,دهیاری گزیر,village_administration,مرکزی,0',
  'VA-002,دهیاری چارک,village_administration,شیبکوه,0',
] as const;

function textFile(fileName: string, lines: readonly string[]) {
  return { fileName, bytes: new TextEncoder().encode(lines.join('\n')) };
}

/** The files of the first programme by name; `edit` changes one of them. */
export function programmeFiles(
  edit: Readonly<Record<string, (text: string) => string>> = {},
  dir = REFERENCE_DIR,
): Map<string, string> {
  const names = readdirSync(dir).filter(isProgrammeFile);
  return new Map(
    names.map((name) => {
      const text = readFileSync(path.join(dir, name), 'utf8');
      return [name, edit[name]?.(text) ?? text];
    }),
  );
}

export interface County {
  readonly db: Db;
  readonly dataDir: string;
  /** The command line's full rights, on a day. */
  readonly office: (today?: CivilDate) => ServiceContext;
  /** A person of a role, today; a liaison reports for the bodies named. */
  readonly as: (role: Role, options?: PersonOptions) => ServiceContext;
  readonly bodyId: (code: string) => number;
  /** Imports lines `code,milestone,event,occurredOn,recordedOn,note,cause,turn,dueOn` on a day, in the order of recording; every line must be good. */
  readonly history: (lines: readonly string[], today?: CivilDate) => Promise<void>;
}

export interface PersonOptions {
  readonly bodies?: readonly string[];
  readonly today?: CivilDate;
  readonly actor?: Partial<Actor>;
}

export interface CountyOptions {
  readonly bodies?: readonly string[];
  /** The day on which everything is loaded. */
  readonly loadedOn?: CivilDate;
  readonly edit?: Parameters<typeof programmeFiles>[0];
}

/** Loaded once for each list of bodies, then copied. */
const loaded = new Map<string, string>();

async function loadedFile(options: CountyOptions): Promise<string> {
  const key = JSON.stringify([options.bodies ?? BODIES, options.loadedOn ?? START]);
  const known = options.edit === undefined ? loaded.get(key) : undefined;
  if (known !== undefined) return known;
  const { db, dataDir, file } = createTestDatabase();
  const loading = testContext({ role: 'system', db, dataDir, today: options.loadedOn ?? START });
  const programme = importProgramme(loading, { files: programmeFiles(options.edit) });
  expect(programme.errors).toEqual([]);
  await addBodies(loading, options.bodies ?? BODIES);
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  db.$client.close();
  if (options.edit === undefined) loaded.set(key, file);
  return file;
}

/** A database with the first programme and a few bodies, loaded through the imports. */
export async function smallCounty(options: CountyOptions = {}): Promise<County> {
  const dataDir = createTestFolder();
  const file = path.join(dataDir, DATABASE_FILE);
  copyFileSync(await loadedFile(options), file);
  const db = openDatabase(file);
  db.$client.pragma('synchronous = OFF');
  const office = (today: CivilDate = TODAY) => testContext({ role: 'system', db, dataDir, today });
  const bodyId = (code: string) =>
    Number(db.$client.prepare<[string], number>('select id from bodies where code = ?').pluck().get(code));
  return {
    db,
    dataDir,
    office,
    bodyId,
    as: (role, { bodies = [], today = TODAY, actor = {} } = {}) =>
      testContext({ role, db, dataDir, today, actor: { bodyIds: new Set(bodies.map(bodyId)), ...actor } }),
    history: async (lines, today = TODAY) => {
      const head = 'code,milestone,event,occurredOn,recordedOn,note,cause,turn,dueOn';
      const recordedOn = (text: string) => text.split(',')[4] ?? '';
      const inOrder = [...lines].sort((a, b) =>
        recordedOn(a) < recordedOn(b) ? -1 : recordedOn(a) > recordedOn(b) ? 1 : 0,
      );
      const result = await importHistory(office(today), textFile('history.csv', [head, ...inOrder]));
      expect(result.errors).toEqual([]);
    },
  };
}

/** Imports a list of bodies, of which every row must be good. */
export async function addBodies(ctx: ServiceContext, rows: readonly string[]): Promise<void> {
  const result = await importBodies(ctx, textFile('bodies.csv', [BODY_COLUMNS, ...rows]));
  expect(result.errors).toEqual([]);
}

/** One line of a history that happened and was recorded on one Jalali day. */
export function line(code: string, milestone: string, event: string, day: string, note = '', rest = ',,'): string {
  return `${code},${milestone},${event},${day},${day},${note},${rest}`;
}

/** Claim and verification of some milestones on one Jalali day. */
export function done(code: string, milestones: readonly string[], day: string): string[] {
  return milestones.flatMap((milestone) => [line(code, milestone, 'claim', day), line(code, milestone, 'verify', day)]);
}
