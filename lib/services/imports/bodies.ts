import type { Executor } from '@/db/client';
import { listAreasAsOf } from '@/db/queries/areas';
import {
  insertBody,
  insertBodyVersion,
  listBodiesAsOf,
  type BodyVersionRow,
  type CurrentBody,
} from '@/db/queries/bodies';
import { earliestProgrammeStart } from '@/db/queries/programmes';
import { minDate, type CivilDate } from '@/lib/calendar/civil-date';
import type { ImportColumn, ImportProblem, RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { AppError } from '@/lib/errors';
import { BODY_COLUMNS } from '@/lib/validation/imports';
import { recordAudit } from '../audit';
import { authorise, type ServiceContext } from '../service-context';
import { planBodies, type BodyPlan, type BodyTarget } from './body-plan';
import { AreaIndex, readBodyRow, type BodyFields, type BodyRow } from './body-rows';
import { fingerprint } from './fingerprint';
import { findTable } from './find-header';
import { importTransaction } from './import-transaction';
import { readTable, type ImportFile } from './read-table';

export interface ImportOptions {
  /** Look only: nothing is written. */
  readonly dryRun?: boolean;
  /** Take the good rows of a file that has bad ones. */
  readonly skipBadRows?: boolean;
}

export interface BodyChange {
  readonly column: ImportColumn;
  /** Area names, codes of vocabularies, texts and numbers; null = not known. */
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
}

/** One data row of the file and what becomes of it, for the preview. */
export interface BodyPreviewRow {
  readonly kind: 'new' | 'changed' | 'unchanged' | 'repeated' | 'wrong';
  readonly sheetRow: number;
  readonly code: string | null;
  readonly name: string;
  readonly changes: readonly BodyChange[];
  readonly problems: readonly { readonly column: ImportColumn | null; readonly problem: ImportProblem }[];
  /** The row that a repeated one repeats. */
  readonly firstRow: number | null;
}

export interface BodiesImportResult {
  readonly fileName: string;
  readonly sha256: string;
  /** Whether anything may have been written: not in a dry run, and not with bad rows that are not skipped. */
  readonly isWritten: boolean;
  readonly dataRows: number;
  /** Distinct bodies without an error. */
  readonly valid: number;
  /** What is, or without `isWritten` would be, created, updated and left as it is. */
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: readonly { readonly sheetRow: number; readonly code: string }[];
  readonly errors: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
  readonly rows: readonly BodyPreviewRow[];
}

type VersionContent = Omit<BodyVersionRow, 'id' | 'bodyId' | 'recordedOn' | 'recordedAt' | 'recordedBy'>;

const COMPARED: readonly (readonly [keyof VersionContent, ImportColumn])[] = [
  ['name', 'name'],
  ['category', 'category'],
  ['districtCode', 'district'],
  ['ruralDistrictCode', 'ruralDistrict'],
  ['officialCode', 'officialCode'],
  ['providesPublicService', 'providesPublicService'],
  ['weightPoints', 'weight'],
  ['existsFrom', 'existsFrom'],
  ['dissolvedOn', 'dissolvedOn'],
  ['coordinationOnly', 'coordinationOnly'],
  ['existenceBasis', 'existenceBasis'],
  ['phone', 'phone'],
  ['remarks', 'remarks'],
];

/**
 * Takes in a list of bodies (.xlsx or .csv). All or nothing, unless `skipBadRows`; the same file again changes nothing. An empty cell
 * never takes away what is known. The first list counts as known from the start of the earliest programme, later ones from today.
 *
 * @throws AppError `forbidden`, `no_programme`, `read_only_clock`, `file_unreadable`, `file_too_large`, `import_refused`
 */
export async function importBodies(
  ctx: ServiceContext,
  file: ImportFile,
  options: ImportOptions = {},
): Promise<BodiesImportResult> {
  authorise(ctx, 'import.run');
  const today = ctx.clock.today();
  if (earliestProgrammeStart(ctx.db, today) === null) throw new AppError('no_programme');
  const table = findTable(file.fileName, await readTable(file), BODY_COLUMNS);

  return importTransaction(ctx, options.dryRun === true, (tx) => {
    const existing = listBodiesAsOf(tx, today);
    const areas = new AreaIndex(listAreasAsOf(tx, today));
    const rows = table.rows.map((row) => readBodyRow(row, areas));
    const plan = planBodies(rows, existing);
    const errors = [...rows.flatMap((row) => row.problems), ...plan.problems].sort((a, b) => a.sheetRow - b.sheetRow);
    const isWritten = options.dryRun !== true && (errors.length === 0 || options.skipBadRows === true);
    const outcomes = plan.targets.map((target) => toOutcome(target, areas));
    const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
    const result: BodiesImportResult = {
      fileName: file.fileName,
      sha256: fingerprint(file.bytes),
      isWritten,
      dataRows: rows.length,
      valid: plan.targets.length,
      created: count('new'),
      updated: count('changed'),
      unchanged: count('unchanged'),
      duplicates: plan.duplicates.map(({ sheetRow, code }) => ({ sheetRow, code })),
      errors,
      warnings: [...rows.flatMap((row) => row.warnings), ...plan.warnings, ...notInFile(existing, plan, today)],
      rows: toPreview(rows, plan, outcomes, errors),
    };
    if (isWritten) {
      const start = earliestProgrammeStart(tx, today) ?? today;
      write(ctx, tx, outcomes, existing.length === 0 ? minDate(start, today) : today);
      const { created, updated, unchanged, sha256, dataRows } = result;
      recordAudit(ctx, tx, {
        action: 'import.bodies',
        subjectType: 'import',
        subjectKey: file.fileName,
        details: {
          sha256,
          dataRows,
          created,
          updated,
          unchanged,
          duplicates: plan.duplicates.length,
          skipped: errors.length,
        },
      });
    }
    return result;
  });
}

interface Outcome {
  readonly kind: 'new' | 'changed' | 'unchanged';
  readonly target: BodyTarget;
  readonly content: VersionContent;
  readonly changes: readonly BodyChange[];
}

function toOutcome(target: BodyTarget, areas: AreaIndex): Outcome {
  const known = target.existing?.version ?? null;
  const content = mergeContent(known, target.fields);
  if (known === null) return { kind: 'new', target, content, changes: [] };
  const shown = (field: keyof VersionContent, value: VersionContent[keyof VersionContent]) =>
    typeof value === 'string' && (field === 'districtCode' || field === 'ruralDistrictCode')
      ? areas.name(value)
      : value;
  const changes = COMPARED.filter(([field]) => known[field] !== content[field]).map(([field, column]) => ({
    column,
    from: shown(field, known[field]),
    to: shown(field, content[field]),
  }));
  return { kind: changes.length > 0 ? 'changed' : 'unchanged', target, content, changes };
}

function mergeContent(known: VersionContent | null, fields: BodyFields): VersionContent {
  return {
    name: fields.name,
    category: fields.category,
    districtCode: fields.districtCode,
    // A rural district belongs to its district: it does not stay behind when the body moves to another.
    ruralDistrictCode:
      fields.ruralDistrictCode ?? (known?.districtCode === fields.districtCode ? known.ruralDistrictCode : null),
    officialCode: fields.officialCode ?? known?.officialCode ?? null,
    providesPublicService: fields.providesPublicService ?? known?.providesPublicService ?? false,
    weightPoints: fields.weightPoints ?? known?.weightPoints ?? 1,
    existsFrom: fields.existsFrom ?? known?.existsFrom ?? null,
    dissolvedOn: fields.dissolvedOn ?? known?.dissolvedOn ?? null,
    coordinationOnly: fields.coordinationOnly ?? known?.coordinationOnly ?? false,
    existenceBasis: fields.existenceBasis ?? known?.existenceBasis ?? '',
    phone: fields.phone ?? known?.phone ?? null,
    remarks: fields.remarks ?? known?.remarks ?? null,
  };
}

function write(ctx: ServiceContext, tx: Executor, outcomes: readonly Outcome[], recordedOn: CivilDate): void {
  const recordedAt = ctx.clock.now().toISOString();
  const recordedBy = ctx.isSystem ? null : ctx.actor.id;
  for (const { kind, target, content } of outcomes) {
    if (kind === 'unchanged') continue;
    const bodyId = target.existing?.version.bodyId ?? insertBody(tx, target.code);
    insertBodyVersion(tx, { ...content, bodyId, recordedOn, recordedAt, recordedBy });
  }
}

/** Bodies that exist and are missing in the file stay as they are; the reader is told, since the list may be meant as complete. */
function notInFile(existing: readonly CurrentBody[], plan: BodyPlan, today: CivilDate): RowWarning[] {
  const named = new Set(plan.targets.map(({ code }) => code));
  const codes = existing
    .filter(({ code, version }) => !named.has(code) && (version.dissolvedOn === null || version.dissolvedOn > today))
    .map(({ code }) => code);
  return codes.length === 0
    ? []
    : [{ sheetRow: null, column: null, code: null, warning: { reason: 'not_in_file', codes } }];
}

function toPreview(
  rows: readonly BodyRow[],
  plan: BodyPlan,
  outcomes: readonly Outcome[],
  errors: readonly RowProblem[],
): BodyPreviewRow[] {
  const outcomeByRow = new Map(outcomes.map((outcome) => [outcome.target.sheetRow, outcome]));
  const repeatByRow = new Map(plan.duplicates.map((repeat) => [repeat.sheetRow, repeat]));
  return rows.map((row) => {
    const problems = errors
      .filter(({ sheetRow }) => sheetRow === row.sheetRow)
      .map(({ column, problem }) => ({ column, problem }));
    const outcome = outcomeByRow.get(row.sheetRow);
    const repeat = repeatByRow.get(row.sheetRow);
    return {
      kind: problems.length > 0 ? 'wrong' : repeat ? 'repeated' : (outcome?.kind ?? 'unchanged'),
      sheetRow: row.sheetRow,
      code: outcome?.target.code ?? repeat?.code ?? row.code,
      name: row.name,
      changes: outcome?.changes ?? [],
      problems,
      firstRow: repeat?.firstRow ?? null,
    };
  });
}
