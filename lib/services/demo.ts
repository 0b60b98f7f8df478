import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { DATABASE_FILE, migrate, openDatabase, type Db } from '@/db/client';
import { listAreasAsOf } from '@/db/queries/areas';
import { countBodies } from '@/db/queries/bodies';
import { newestEventId } from '@/db/queries/ledger-events';
import { countProgrammes } from '@/db/queries/programmes';
import { insertSettingVersion, IS_SAMPLE_SETTING, listSettingsAsOf } from '@/db/queries/settings';
import { countUsers } from '@/db/queries/users';
import { SAMPLE_ACCOUNTS, SAMPLE_OFFICE, SAMPLE_PASSWORD } from '@/db/seed/demo/accounts';
import { generateHistory, SAMPLE_TODAY } from '@/db/seed/demo/history';
import { readSampleReference } from '@/db/seed/demo/reference-files';
import { minDate } from '@/lib/calendar/civil-date';
import type { Role } from '@/lib/domain/vocabulary';
import { getProjectRoot } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { assertWritten, contextAt, OFFICE_OPENS, playHistory } from './demo-play';
import type { RenderEdition } from './edition-rendering';
import { importBodies } from './imports/bodies';
import { importProgramme } from './imports/programme';
import { isProgrammeFile } from './imports/programme-files';
import { findRunningServer } from './server-lock';
import type { ServiceContext } from './service-context';
import { changeSettings } from './settings';
import { addUser } from './users';

/** Changes whenever the sample does: a folder with another version has to be made anew. */
export const DEMO_SEED_VERSION = 4;
/** Settings by which the sample is known. */
const VERSION_SETTING = 'demo_seed_version';
/** What is taken away when a sample is made anew. */
const SAMPLE_FILES = [DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`, 'evidence', 'editions'];

export interface DemoAccount {
  readonly username: string;
  readonly role: Role;
  readonly password: string;
}

export interface DemoResult {
  readonly dataDir: string;
  readonly events: number;
  readonly editions: number;
  readonly accounts: readonly DemoAccount[];
  /** False when the folder held this sample already. */
  readonly isNew: boolean;
}

/**
 * Fills a data folder with the sample: programme, bodies, an account for each role, the history day by day as it would have been recorded, and
 * the weekly editions. A folder that holds this sample already is left as it is; one with an unfinished or older sample is made anew.
 *
 * @param render draws the pages of the editions
 * @throws AppError `conflict` (`not_a_demo`) for a folder with data that are no sample, `server_running`
 */
export async function seedDemo(
  dataDir: string,
  render: RenderEdition,
  referenceFolder = path.join(getProjectRoot(), 'db', 'seed', 'reference'),
): Promise<DemoResult> {
  mkdirSync(/* turbopackIgnore: true */ dataDir, { recursive: true });
  const known = inspectFolder(dataDir);
  if (known.isOther) throw new AppError('conflict', { reason: 'not_a_demo', dataDir });
  if (known.isSample && known.version !== DEMO_SEED_VERSION) {
    const server = findRunningServer(dataDir);
    if (server !== null) throw new AppError('server_running', { pid: server.pid, port: server.port });
    for (const name of SAMPLE_FILES) rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
  const db = openDatabase(path.join(dataDir, DATABASE_FILE));
  try {
    migrate(db);
    if (known.version === DEMO_SEED_VERSION) return resultOf(db, dataDir, false);
    // The sample can be made again at any time: while it is written, waiting for the disk at every step buys nothing.
    db.$client.pragma('synchronous = OFF');
    const reference = readSampleReference(referenceFolder);
    const history = generateHistory(reference);
    const startOn = reference.tracks.map((track) => track.startOn).reduce(minDate);
    const setUp = contextAt(db, dataDir, startOn, OFFICE_OPENS - 30);
    writeSetting(setUp, IS_SAMPLE_SETTING, true);
    await importReference(setUp, referenceFolder);
    changeSettings(setUp, { office: { province: SAMPLE_OFFICE.province }, publicPage: true });
    await addAccounts(setUp);
    await playHistory(db, dataDir, { reference, history, startOn, render });
    writeSetting(contextAt(db, dataDir, SAMPLE_TODAY, 24 * 60 - 1), VERSION_SETTING, DEMO_SEED_VERSION);
    db.$client.pragma('synchronous = FULL');
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    return resultOf(db, dataDir, true);
  } finally {
    db.$client.close();
  }
}

/** What a data folder holds before anything is done to it. */
function inspectFolder(dataDir: string): { isSample: boolean; isOther: boolean; version: unknown } {
  const db = openDatabase(path.join(dataDir, DATABASE_FILE));
  try {
    migrate(db);
    const settings = listSettingsAsOf(db, SAMPLE_TODAY);
    const isSample = settings.get(IS_SAMPLE_SETTING) === true;
    const isOther = !isSample && countUsers(db) + countBodies(db) + countProgrammes(db) + newestEventId(db) > 0;
    return { isSample, isOther, version: settings.get(VERSION_SETTING) };
  } finally {
    db.$client.close();
  }
}

function resultOf(db: Db, dataDir: string, isNew: boolean): DemoResult {
  const count = (table: 'events' | 'editions') =>
    db.$client.prepare<[], { count: number }>(`select count(*) as count from ${table}`).get()?.count ?? 0;
  return {
    dataDir,
    events: count('events'),
    editions: count('editions'),
    accounts: SAMPLE_ACCOUNTS.map(({ username, role }) => ({ username, role, password: SAMPLE_PASSWORD })),
    isNew,
  };
}

async function importReference(ctx: ServiceContext, folder: string): Promise<void> {
  const names = readdirSync(/* turbopackIgnore: true */ folder).filter(isProgrammeFile);
  const files = new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  assertWritten('programme', importProgramme(ctx, { files }));
  const bodies = withOfficePhones(readFileSync(path.join(folder, 'bodies.csv'), 'utf8'));
  assertWritten('bodies', await importBodies(ctx, { fileName: 'bodies.csv', bytes: Buffer.from(bodies, 'utf8') }));
}

/** The list of bodies with the sample's telephone number beside the offices that people may call. */
function withOfficePhones(csv: string): string {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  const isOffice = (row: Record<string, string>) =>
    row['category'] === 'governorate' || row['category'] === 'district_office';
  return Papa.unparse(data.map((row) => ({ ...row, phone: isOffice(row) ? SAMPLE_OFFICE.officePhone : '' })));
}

function writeSetting(ctx: ServiceContext, key: string, value: unknown): void {
  ctx.db.transaction(
    (tx) => {
      const recordedAt = ctx.clock.now().toISOString();
      insertSettingVersion(tx, { key, value, recordedOn: ctx.clock.today(), recordedAt, recordedBy: null });
      recordAudit(ctx, tx, {
        action: 'settings.change',
        subjectType: 'setting',
        subjectKey: key,
        details: { before: null, after: value },
      });
    },
    { behavior: 'immediate' },
  );
}

async function addAccounts(ctx: ServiceContext): Promise<void> {
  const districts = new Map(
    listAreasAsOf(ctx.db, ctx.clock.today())
      .filter((area) => area.kind === 'district')
      .map((area) => [area.name, area.code]),
  );
  const codeOf = (name: string | undefined) => (name === undefined ? undefined : districts.get(name));
  for (const account of SAMPLE_ACCOUNTS) {
    const villages = codeOf(account.villagesOf);
    await addUser(
      ctx,
      {
        username: account.username,
        name: account.name,
        role: account.role,
        phone: SAMPLE_OFFICE.officePhone,
        districtCode: codeOf(account.district) ?? null,
        bodyCodes: [...(account.bodies ?? [])],
        scopeDistrictCodes: villages === undefined ? [] : [villages],
      },
      { password: SAMPLE_PASSWORD, mustChangePassword: false },
    );
  }
}
