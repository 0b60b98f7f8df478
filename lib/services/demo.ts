import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { DATABASE_FILE, migrate, openDatabase, type Db } from '@/db/client';
import { listAreasAsOf } from '@/db/queries/areas';
import { listUnanswered } from '@/db/queries/events';
import { insertEvidence } from '@/db/queries/evidence';
import { listEventsAfter, newestEventId } from '@/db/queries/ledger-events';
import { findBodyCode } from '@/db/queries/reference-as-of';
import { insertSettingVersion, listSettingsAsOf } from '@/db/queries/settings';
import { countUsers, findUserByUsername } from '@/db/queries/users';
import { SAMPLE_ACCOUNTS, SAMPLE_OFFICE, SAMPLE_PASSWORD } from '@/db/seed/demo/accounts';
import { planEvidence, type PlannedEvidence } from '@/db/seed/demo/evidence-plan';
import { generateHistory, SAMPLE_SEED, SAMPLE_TODAY } from '@/db/seed/demo/history';
import { isImportable, toHistoryCsv } from '@/db/seed/demo/history-csv';
import type { HistoryRow, SampleReference } from '@/db/seed/demo/milestone-chain';
import { readSampleReference } from '@/db/seed/demo/reference-files';
import { addDays, minDate, weekdayOf, type CivilDate } from '@/lib/calendar/civil-date';
import type { Clock } from '@/lib/clock';
import type { Role } from '@/lib/domain/vocabulary';
import { getProjectRoot } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { issueEdition } from './editions';
import { storeUpload } from './evidence';
import { importBodies } from './imports/bodies';
import { importHistory } from './imports/history';
import { importProgramme } from './imports/programme';
import { isProgrammeFile } from './imports/programme-files';
import { answerObjection, recordObjection } from './objections';
import { decideRequest, recordRequest } from './requests';
import { changeSettings } from './settings';
import { namedActor, systemContext, type ServiceContext } from './service-context';
import { addUser } from './users';

/** Changes whenever the sample does: a folder with another version has to be made anew. */
export const DEMO_SEED_VERSION = 1;
/** Settings by which the sample is known. */
const VERSION_SETTING = 'demo_seed_version';
export const IS_SAMPLE_SETTING = 'is_sample';

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

/** Name under which the sample's requests stand; imported rows have their own. */
const LIAISON_NAME = 'رابط دستگاه (نمونه)';
/** Tehran's offset in minutes before and after the end of summer time in 1397, on 31 Shahrivar. */
const SUMMER_TIME_ENDED_ON: CivilDate = '2018-09-22';
const SUMMER_OFFSET = 270;
const WINTER_OFFSET = 210;
const OFFICE_OPENS = 450;

/** A clock that stands at one minute of one day of the sample. */
function clockAt(day: CivilDate, minute: number): Clock {
  const offset = day < SUMMER_TIME_ENDED_ON ? SUMMER_OFFSET : WINTER_OFFSET;
  const instant = Date.parse(`${day}T00:00:00Z`) + (minute - offset) * 60_000;
  return { today: () => day, now: () => new Date(instant), isSimulated: true };
}

function contextAt(db: Db, dataDir: string, day: CivilDate, minute: number): ServiceContext {
  return systemContext('demo', { db, clock: clockAt(day, minute), dataDir });
}

/** The sample's deputy, who issues the editions and answers requests. */
function deputyAt(db: Db, dataDir: string, day: CivilDate, minute: number): ServiceContext {
  const user = SAMPLE_ACCOUNTS.map(({ username }) => findUserByUsername(db, username)).find(
    (each) => each?.role === 'deputy',
  );
  if (user === undefined) throw new Error('The sample has no deputy.');
  const { id, username, name, role } = user;
  return {
    ...contextAt(db, dataDir, day, minute),
    isSystem: false,
    actor: { ...namedActor(username, role), id, name },
  };
}

/**
 * Fills a data folder with the sample: programme, bodies, an account for each role, the history day by day as it would have been recorded, and
 * the weekly editions. A folder that holds this sample already is left as it is.
 *
 * @throws AppError `conflict` (`not_a_demo`) for a folder with other data, or another version of the sample
 */
export async function seedDemo(
  dataDir: string,
  referenceFolder = path.join(getProjectRoot(), 'db', 'seed', 'reference'),
): Promise<DemoResult> {
  mkdirSync(/* turbopackIgnore: true */ dataDir, { recursive: true });
  const db = openDatabase(path.join(dataDir, DATABASE_FILE));
  try {
    migrate(db);
    const version = listSettingsAsOf(db, SAMPLE_TODAY).get(VERSION_SETTING);
    if (version === DEMO_SEED_VERSION) return resultOf(db, dataDir, false);
    if (version !== undefined || countUsers(db) > 0 || newestEventId(db) > 0) {
      throw new AppError('conflict', { reason: 'not_a_demo', dataDir });
    }
    // The sample can be made again at any time: while it is written, waiting for the disk at every step buys nothing.
    db.$client.pragma('synchronous = OFF');
    const reference = readSampleReference(referenceFolder);
    const history = generateHistory(reference);
    const startOn = reference.tracks.map((track) => track.startOn).reduce(minDate);
    const setUp = contextAt(db, dataDir, startOn, OFFICE_OPENS - 30);
    await importReference(setUp, referenceFolder);
    writeSetting(setUp, IS_SAMPLE_SETTING, true);
    changeSettings(setUp, { office: { province: SAMPLE_OFFICE.province }, publicPage: true });
    await addAccounts(setUp);
    await playHistory(db, dataDir, { reference, history, startOn });
    writeSetting(contextAt(db, dataDir, SAMPLE_TODAY, 24 * 60 - 1), VERSION_SETTING, DEMO_SEED_VERSION);
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    return resultOf(db, dataDir, true);
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

function assertWritten(
  what: string,
  result: { readonly isWritten: boolean; readonly errors: readonly unknown[] },
): void {
  if (!result.isWritten)
    throw new Error(`The ${what} of the sample was refused: ${JSON.stringify(result.errors.slice(0, 3))}`);
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

interface Play {
  readonly reference: SampleReference;
  readonly history: readonly HistoryRow[];
  readonly startOn: CivilDate;
}

/**
 * Records the history in the order of its days. Each Saturday begins with the edition of the week before, except for the last day: that
 * edition is left for whoever tries the sample.
 */
async function playHistory(db: Db, dataDir: string, { reference, history, startOn }: Play): Promise<void> {
  const byDay = new Map<CivilDate, HistoryRow[]>();
  for (const row of history) byDay.set(row.recordedOn, [...(byDay.get(row.recordedOn) ?? []), row]);
  for (let day = startOn; day <= SAMPLE_TODAY; day = addDays(day, 1)) {
    const isSaturday = weekdayOf(day) === 0;
    if (isSaturday && day > startOn && day < SAMPLE_TODAY) {
      issueEdition(deputyAt(db, dataDir, day, OFFICE_OPENS), { week: addDays(day, -1) });
    }
    for (const segment of segmentsOf(byDay.get(day) ?? [])) await recordSegment(db, dataDir, reference, segment);
  }
}

/** Rows that an import can bring stay together; what needs a service of its own stands alone. Extensions granted on request go with the answer. */
function segmentsOf(rows: readonly HistoryRow[]): HistoryRow[][] {
  const granted = new Set(
    rows
      .filter((row) => row.event === 'request_answer' && row.outcome === 'accepted')
      .map((row) => `${row.code} ${row.milestone}`),
  );
  const segments: HistoryRow[][] = [];
  for (const row of rows) {
    if (row.event === 'extend' && granted.has(`${row.code} ${row.milestone}`)) continue;
    const current = segments.at(-1);
    if (current !== undefined && isImportable(row) && current.every(isImportable)) current.push(row);
    else segments.push([row]);
  }
  return segments;
}

async function recordSegment(
  db: Db,
  dataDir: string,
  reference: SampleReference,
  rows: readonly HistoryRow[],
): Promise<void> {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return;
  if (!isImportable(first)) {
    recordCorrespondence(db, dataDir, first);
    return;
  }
  const ctx = contextAt(db, dataDir, last.recordedOn, last.minute);
  const before = newestEventId(db);
  const file = { fileName: `${last.recordedOn}.csv`, bytes: Buffer.from(toHistoryCsv(rows), 'utf8') };
  assertWritten('history', await importHistory(ctx, file));
  await attachEvidence(ctx, reference, rows, before);
}

async function attachEvidence(
  ctx: ServiceContext,
  reference: SampleReference,
  rows: readonly HistoryRow[],
  afterEventId: number,
): Promise<void> {
  const milestones = new Map(reference.milestones.map((milestone) => [milestone.code, milestone]));
  const events = listEventsAfter(ctx.db, afterEventId);
  const pieces: { readonly eventId: number; readonly planned: PlannedEvidence; readonly uploadId: string | null }[] =
    [];
  for (const [index, row] of rows.entries()) {
    const event = events[index];
    const milestone = milestones.get(row.milestone ?? '');
    if (event === undefined || event.kind !== row.event)
      throw new Error(`The sample's event ${row.event} of ${row.code} is not where it should be.`);
    if (milestone === undefined || (row.event !== 'claim' && row.event !== 'certify')) continue;
    for (const planned of planEvidence(row, milestone, SAMPLE_SEED, SAMPLE_TODAY)) {
      const upload =
        planned.kind === 'photo' || planned.kind === 'file'
          ? await storeUpload(ctx, { bodyCode: row.code, content: planned.content, originalName: planned.fileName })
          : null;
      pieces.push({ eventId: event.id, planned, uploadId: upload?.id ?? null });
    }
  }
  if (pieces.length === 0) return;
  ctx.db.transaction(
    (tx) => {
      for (const { eventId, planned, uploadId } of pieces) {
        insertEvidence(tx, {
          eventId,
          kind: planned.kind,
          letterNumber: planned.kind === 'letter' ? planned.letterNumber : null,
          letterOn: planned.kind === 'letter' ? planned.letterOn : null,
          url: planned.kind === 'url' ? planned.url : null,
          uploadId,
          classification: planned.classification,
        });
      }
      recordAudit(ctx, tx, {
        action: 'evidence.attach',
        subjectType: 'import',
        subjectKey: ctx.clock.today(),
        details: { pieces: pieces.length },
      });
    },
    { behavior: 'immediate' },
  );
}

function recordCorrespondence(db: Db, dataDir: string, row: HistoryRow): void {
  const isBodys = row.event === 'request' || row.event === 'objection';
  const system = contextAt(db, dataDir, row.recordedOn, row.minute);
  const ctx = isBodys
    ? { ...system, actor: { ...system.actor, name: LIAISON_NAME } }
    : deputyAt(db, dataDir, row.recordedOn, row.minute);
  const { code: bodyCode, milestone: milestoneCode, note, dueOn, requestKind, outcome } = row;
  if (milestoneCode === null) throw new Error(`The sample's ${row.event} of ${bodyCode} names no milestone.`);
  const waitingId = () => {
    const kind = row.event === 'request_answer' ? 'request' : 'objection';
    const found = listUnanswered(db, [kind]).find((event) => findBodyCode(db, event.bodyId) === bodyCode);
    if (found === undefined) throw new Error(`The sample answers a ${kind} of ${bodyCode} that was not made.`);
    return found.id;
  };
  if (row.event === 'request' && requestKind !== null)
    recordRequest(ctx, { bodyCode, milestoneCode, requestKind, note, dueOn });
  if (row.event === 'request_answer' && outcome !== null) decideRequest(ctx, { requestId: waitingId(), outcome, note });
  if (row.event === 'objection') recordObjection(ctx, { bodyCode, milestoneCode, note });
  if (row.event === 'objection_answer' && outcome !== null)
    answerObjection(ctx, { objectionId: waitingId(), outcome, note });
}
