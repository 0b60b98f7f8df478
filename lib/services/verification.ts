import { missingGuards } from '@/db/guards';
import {
  computeTrackFigures,
  eachEdition,
  listFrozenLetters,
  listEventsOutOfOrder,
  listForeignKeyViolations,
  listIntegrityErrors,
  type TrackFigures,
} from '@/db/queries/verification';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { GroupFigures } from '@/lib/domain/figures';
import { isAppError } from '@/lib/errors';
import { digestOf, unpackPage } from './edition-rendering';
import { inspectEvidenceFiles } from './evidence-files';
import { groupsOf } from './progress';
import { resolveScope } from './scope';
import { authorise, type ServiceContext } from './service-context';

export const VERIFICATION_CHECKS = [
  'integrity',
  'foreign_keys',
  'guards',
  'event_order',
  'evidence',
  'editions',
  'letters',
  'figures',
] as const;
export type VerificationCheck = (typeof VERIFICATION_CHECKS)[number];

export interface CheckResult {
  readonly check: VerificationCheck;
  readonly isSound: boolean;
  /** How many things were looked at. */
  readonly counted: number;
  /** What is wrong, one thing a line, at most 100. */
  readonly problems: readonly string[];
}

export interface Verification {
  readonly isSound: boolean;
  readonly asOf: CivilDate;
  readonly checks: readonly CheckResult[];
}

const LONGEST_LIST = 100;
const TOLERANCE = 1e-9;

function result(check: VerificationCheck, counted: number, problems: readonly string[]): CheckResult {
  return { check, isSound: problems.length === 0, counted, problems: problems.slice(0, LONGEST_LIST) };
}

async function checkEvidence(ctx: ServiceContext): Promise<CheckResult> {
  const files = await inspectEvidenceFiles(ctx.db, ctx.dataDir);
  const problems = files.filter(({ state }) => state !== 'sound').map(({ path, state }) => `${path} is ${state}`);
  return result('evidence', files.length, problems);
}

/** Fingerprint of a stored page; null when it cannot even be unpacked. */
function pageDigest(content: Buffer): string | null {
  try {
    return digestOf(unpackPage(content));
  } catch {
    return null;
  }
}

/** Both fingerprints of each edition: of its data, and of the page as it was drawn. */
function checkEditions(ctx: ServiceContext): CheckResult {
  const problems: string[] = [];
  let counted = 0;
  for (const { number, document, sha256, content, renderingSha256 } of eachEdition(ctx.db)) {
    counted += 1;
    if (digestOf(document) !== sha256) problems.push(`edition ${number} was changed`);
    if (content !== null && pageDigest(content) !== renderingSha256) {
      problems.push(`the stored page of edition ${number} was changed`);
    }
  }
  return result('editions', counted, problems);
}

function checkLetters(ctx: ServiceContext): CheckResult {
  const letters = listFrozenLetters(ctx.db);
  const changed = letters.filter(({ document, sha256 }) => digestOf(document) !== sha256);
  return result(
    'letters',
    letters.length,
    changed.map(({ year, number }) => `letter ${year}/${number} was changed`),
  );
}

function differ(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a !== b : Math.abs(a - b) > TOLERANCE;
}

/** Where two reckonings of the tracks' figures part: a line for each figure. A track without pairs counts as one without data. */
export function compareFigures(bySql: readonly TrackFigures[], byRules: readonly GroupFigures[]): string[] {
  const groups = new Map(byRules.map((group) => [group.key, group]));
  const problems: string[] = [];
  for (const sql of bySql) {
    const rules = groups.get(sql.trackCode);
    groups.delete(sql.trackCode);
    if ((rules?.bodyTracks ?? 0) !== sql.bodyTracks) {
      problems.push(`${sql.trackCode} bodyTracks: ${rules?.bodyTracks ?? 0}, by SQL ${sql.bodyTracks}`);
    }
    for (const name of ['planned', 'claimed', 'verified'] as const) {
      if (differ(rules?.[name] ?? null, sql[name])) {
        problems.push(`${sql.trackCode} ${name}: ${rules?.[name] ?? 'no data'}, by SQL ${sql[name] ?? 'no data'}`);
      }
    }
  }
  for (const key of groups.keys()) problems.push(`${key}: not found by SQL`);
  return problems;
}

function checkFigures(ctx: ServiceContext, asOf: CivilDate): CheckResult {
  try {
    const scope = resolveScope(ctx, { asOf });
    const bySql = computeTrackFigures(ctx.db, scope.programme.code, asOf);
    return result('figures', bySql.length, compareFigures(bySql, groupsOf(scope, 'track')));
  } catch (error) {
    // nothing to reckon yet: no programme, or today lies before its start
    if (isAppError(error, 'no_programme') || isAppError(error, 'as_of_out_of_range')) return result('figures', 0, []);
    throw error;
  }
}

/**
 * Checks the database and the files that belong to it, and reckons the figures of a day (default: today) a second time by SQL alone.
 * Changes nothing.
 *
 * @throws AppError `forbidden`
 */
export async function verifyData(
  ctx: ServiceContext,
  options: { readonly asOf?: CivilDate } = {},
): Promise<Verification> {
  authorise(ctx, 'backup.manage');
  const asOf = options.asOf ?? ctx.clock.today();
  const client = ctx.db.$client;
  const eventCount = Number(client.prepare('select count(*) from events').pluck().get());
  const integrity = listIntegrityErrors(ctx.db);
  const checks: CheckResult[] = [
    result('integrity', 1, integrity),
    result(
      'foreign_keys',
      1,
      listForeignKeyViolations(ctx.db).map(
        ({ table, rowid, parent }) => `${table} row ${rowid} refers to nothing in ${parent}`,
      ),
    ),
    result(
      'guards',
      1,
      missingGuards(client).map((name) => `${name} is missing or changed`),
    ),
    result(
      'event_order',
      eventCount,
      listEventsOutOfOrder(ctx.db).map((id) => `event ${id} was recorded before an earlier one`),
    ),
    await checkEvidence(ctx),
    checkEditions(ctx),
    checkLetters(ctx),
    checkFigures(ctx, asOf),
  ];
  return { isSound: checks.every(({ isSound }) => isSound), asOf, checks };
}
