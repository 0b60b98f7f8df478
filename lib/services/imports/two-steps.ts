import { listAuditRows, type AuditRow } from '@/db/queries/audit-log';
import { AppError } from '@/lib/errors';
import { authorise, type ServiceContext } from '../service-context';
import { importBodies, type BodiesImportResult, type ImportOptions } from './bodies';
import { importHistory, type HistoryImportResult } from './history';
import { importProgramme, type ProgrammeImportResult } from './programme';
import { isProgrammeFile } from './programme-files';
import type { ImportFile } from './read-table';
import { importReadings, type ReadingsImportResult } from './readings';
import { discardStaged, readStaged, STAGED_KINDS, stageImport, type StagedImport, type StagedKind } from './staged';

export type ImportPreview = {
  readonly id: string;
  readonly fileNames: readonly string[];
  readonly uploadedAt: string;
} & (
  | { readonly kind: 'bodies'; readonly result: BodiesImportResult }
  | { readonly kind: 'history'; readonly result: HistoryImportResult }
  | { readonly kind: 'programme'; readonly result: ProgrammeImportResult }
  | { readonly kind: 'readings'; readonly result: ReadingsImportResult }
);

/** Programme files that were sent under their own names; others are left aside. */
function programmeTexts(files: readonly ImportFile[]): Map<string, string> {
  const own = files.filter(({ fileName }) => isProgrammeFile(fileName));
  return new Map(own.map(({ fileName, bytes }) => [fileName, new TextDecoder('utf-8').decode(bytes)]));
}

async function run(ctx: ServiceContext, staged: StagedImport, options: ImportOptions): Promise<ImportPreview> {
  const { id, kind, files, uploadedAt } = staged;
  const about = { id, fileNames: files.map(({ fileName }) => fileName), uploadedAt };
  const [file] = files;
  if (file === undefined) throw new AppError('file_unreadable', { reason: 'empty' });
  if (kind === 'bodies') return { ...about, kind, result: await importBodies(ctx, file, options) };
  if (kind === 'history') return { ...about, kind, result: await importHistory(ctx, file, options) };
  if (kind === 'readings') return { ...about, kind, result: await importReadings(ctx, file, options) };
  return {
    ...about,
    kind,
    result: importProgramme(ctx, { files: programmeTexts(files), dryRun: options.dryRun === true }),
  };
}

/**
 * First step: keeps the files and looks at them. What cannot be read at all is refused here and not kept.
 *
 * @returns the id under which `previewImport` and `confirmImport` find them
 * @throws AppError as `stageImport` and the imports themselves
 */
export async function submitImport(
  ctx: ServiceContext,
  kind: StagedKind,
  files: readonly ImportFile[],
): Promise<string> {
  const id = stageImport(ctx, kind, files);
  try {
    await previewImport(ctx, id);
  } catch (error) {
    discardStaged(ctx, id);
    throw error;
  }
  return id;
}

/** What taking the files in would do, as of now. Writes nothing. @throws AppError as `readStaged` and the imports */
export async function previewImport(ctx: ServiceContext, id: string): Promise<ImportPreview> {
  return run(ctx, readStaged(ctx, id), { dryRun: true });
}

/**
 * Second step: takes the files in and forgets them.
 *
 * @throws AppError `import_refused` (rows) when rows are wrong and are not to be skipped; as `readStaged` and the imports
 */
export async function confirmImport(ctx: ServiceContext, id: string, skipBadRows: boolean): Promise<ImportPreview> {
  const done = await run(ctx, readStaged(ctx, id), { skipBadRows });
  if (!done.result.isWritten) {
    throw new AppError('import_refused', { reason: 'rows', errors: done.result.errors.length });
  }
  discardStaged(ctx, id);
  return done;
}

export interface PastImport {
  readonly id: number;
  readonly kind: StagedKind | null;
  readonly fileName: string;
  readonly actorName: string;
  readonly recordedAt: string;
  readonly created: number | null;
  readonly updated: number | null;
}

const numberOrNull = (value: unknown) => (typeof value === 'number' ? value : null);

function toPastImport(row: AuditRow): PastImport {
  const kind = STAGED_KINDS.find((each) => row.action === `import.${each}`) ?? null;
  return {
    id: row.id,
    kind,
    fileName: row.subjectKey,
    actorName: row.actorName,
    recordedAt: row.recordedAt,
    created: numberOrNull(row.details['created']),
    updated: numberOrNull(row.details['updated']),
  };
}

/** The latest imports, newest first. @throws AppError `forbidden` */
export function listPastImports(ctx: ServiceContext, limit = 10): PastImport[] {
  authorise(ctx, 'import.run');
  return listAuditRows(ctx.db, { action: 'import.' }, limit).map(toPastImport);
}
