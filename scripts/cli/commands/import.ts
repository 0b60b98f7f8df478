import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatJalali } from '@/lib/calendar/jalali';
import type { RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { describeImportProblem, describeImportWarning, IMPORT_COLUMN_LABELS } from '@/lib/messages/imports';
import { importBodies } from '@/lib/services/imports/bodies';
import { importHistory } from '@/lib/services/imports/history';
import { importProgramme, PROGRAMME_PARTS } from '@/lib/services/imports/programme';
import { isProgrammeFile } from '@/lib/services/imports/programme-files';
import { importReadings } from '@/lib/services/imports/readings';
import { onlyPositional, type CommandGroup, type CommandInput, type CommandResult } from '../command';

const DRY_RUN_HELP = '--dry-run         look only: say what would happen and write nothing';

/** Rows are named in English, as machines look for them: `row 3`; the sentence is in the language of the list. */
function rowName(file: string | undefined, sheetRow: number | null): string {
  const row = sheetRow === null ? undefined : `row ${sheetRow}`;
  return [file, row].filter((part) => part !== undefined).join(' ');
}

function errorDocument(problem: RowProblem) {
  const { file, sheetRow, code, column } = problem;
  return {
    ...(file === undefined ? {} : { file }),
    sheetRow,
    field: column === null ? null : IMPORT_COLUMN_LABELS[column],
    code,
    message: describeImportProblem(problem.problem, column),
  };
}

function warningDocument({ file, sheetRow, code, column, warning }: RowWarning) {
  return {
    ...(file === undefined ? {} : { file }),
    sheetRow,
    field: column === null ? null : IMPORT_COLUMN_LABELS[column],
    code,
    message: describeImportWarning(warning),
  };
}

interface Outcome {
  readonly isWritten: boolean;
  readonly errors: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
}

/** Says on stderr what is wrong or doubtful, row by row, and fails unless bad rows were to be skipped. */
function finish(input: CommandInput, outcome: Outcome, json: unknown, summary: string): CommandResult {
  for (const { file, sheetRow, warning } of outcome.warnings) {
    const name = rowName(file, sheetRow);
    input.warn(`Note${name === '' ? '' : `, ${name}`}: ${describeImportWarning(warning)}`);
  }
  for (const { file, sheetRow, column, problem } of outcome.errors) {
    input.warn(`${rowName(file, sheetRow)}: ${describeImportProblem(problem, column)}`);
  }
  const failed = outcome.errors.length > 0 && input.values['skip-bad-rows'] !== true;
  const ending = outcome.isWritten
    ? ''
    : input.values['dry-run'] === true
      ? ' Nothing was written (dry run).'
      : ' Nothing was written.';
  return { json, text: `${summary}${ending}`, exitCode: failed ? 1 : 0 };
}

function readFile(input: CommandInput): { fileName: string; bytes: Uint8Array } {
  const file = input.resolvePath(onlyPositional(input, 'FILE'));
  return { fileName: path.basename(file), bytes: new Uint8Array(readFileSync(file)) };
}

const isDryRun = (input: CommandInput) => input.values['dry-run'] === true;

export const commands: CommandGroup = {
  programme: {
    summary:
      'Takes in a programme: its tracks, milestones, areas, holidays, indicators, checklist, survey and desk signs.',
    usage: 'DIR [--dry-run]',
    help: [
      'DIR               a folder with programme.csv, tracks.csv, milestones.csv, areas.csv, holidays-*.csv,',
      '                  and of indicators.csv, checklist.csv, survey.csv and desk-signs.csv those that are there',
      DRY_RUN_HELP,
    ],
    options: { 'dry-run': { type: 'boolean' } },
    run: (input) => {
      const dir = input.resolvePath(onlyPositional(input, 'DIR'));
      const names = readdirSync(dir).filter(isProgrammeFile).sort();
      const files = new Map(names.map((name) => [name, readFileSync(path.join(dir, name), 'utf8')]));
      const result = importProgramme(input.getContext(), { files, dryRun: isDryRun(input) });
      const json = {
        programme: result.programme,
        written: result.isWritten,
        ...result.counts,
        errors: result.errors.map(errorDocument),
        warnings: result.warnings.map(warningDocument),
      };
      const summary = PROGRAMME_PARTS.map((part) => {
        const { created, updated, unchanged } = result.counts[part];
        return `${part}: ${created} created, ${updated} updated, ${unchanged} unchanged.`;
      }).join('\n');
      return finish(input, result, json, summary);
    },
  },

  bodies: {
    summary: 'Takes in a list of bodies; the same list again changes nothing.',
    usage: 'FILE [--dry-run] [--skip-bad-rows]',
    help: [
      'FILE              .xlsx or .csv with a header row in Persian or English',
      DRY_RUN_HELP,
      '--skip-bad-rows   take the good rows; without it one bad row refuses the whole file',
    ],
    options: { 'dry-run': { type: 'boolean' }, 'skip-bad-rows': { type: 'boolean' } },
    run: async (input) => {
      const skipBadRows = input.values['skip-bad-rows'] === true;
      const result = await importBodies(input.getContext(), readFile(input), { dryRun: isDryRun(input), skipBadRows });
      const { dataRows, valid, created, updated, unchanged, duplicates, isWritten } = result;
      const json = {
        dataRows,
        valid,
        created,
        updated,
        unchanged,
        duplicates,
        errors: result.errors.map(errorDocument),
        warnings: result.warnings.map(warningDocument),
        written: isWritten,
      };
      const summary =
        `${dataRows} rows, ${valid} bodies: ${created} created, ${updated} updated, ${unchanged} unchanged; ` +
        `${duplicates.length} repeats, ${result.errors.length} errors.`;
      return finish(input, result, json, summary);
    },
  },

  history: {
    summary: 'Takes in a history of events, in the order in which they were recorded; all or nothing.',
    usage: 'FILE [--dry-run]',
    help: [
      'FILE              .csv or .xlsx with code, milestone, event, occurredOn, recordedOn, note, cause, turn, dueOn',
      DRY_RUN_HELP,
    ],
    options: { 'dry-run': { type: 'boolean' } },
    run: async (input) => {
      const result = await importHistory(input.getContext(), readFile(input), { dryRun: isDryRun(input) });
      const { dataRows, created, isWritten, firstRecordedOn, lastRecordedOn } = result;
      const json = {
        dataRows,
        created,
        firstRecordedOn: firstRecordedOn === null ? null : formatJalali(firstRecordedOn),
        lastRecordedOn: lastRecordedOn === null ? null : formatJalali(lastRecordedOn),
        errors: result.errors.map((problem) => {
          const document = errorDocument(problem);
          return { ...document, row: problem.sheetRow, message: `row ${problem.sheetRow}: ${document.message}` };
        }),
        warnings: result.warnings.map(warningDocument),
        written: isWritten,
      };
      const summary = `${dataRows} rows: ${isWritten ? created : 0} events recorded, ${result.errors.length} errors.`;
      return finish(input, result, json, summary);
    },
  },

  readings: {
    summary: 'Takes in readings of outcome indicators; all or nothing, and the same file again changes nothing.',
    usage: 'FILE [--dry-run]',
    help: [
      'FILE              .csv or .xlsx with code or name of the body, indicator, month, numerator, denominator, value, note',
      DRY_RUN_HELP,
    ],
    options: { 'dry-run': { type: 'boolean' } },
    run: async (input) => {
      const result = await importReadings(input.getContext(), readFile(input), { dryRun: isDryRun(input) });
      const { dataRows, created, updated, unchanged, blank, isWritten } = result;
      const json = {
        dataRows,
        created,
        updated,
        unchanged,
        blank,
        errors: result.errors.map(errorDocument),
        warnings: result.warnings.map(warningDocument),
        written: isWritten,
      };
      const summary =
        `${dataRows} rows: ${created} new, ${updated} corrected, ${unchanged} unchanged, ${blank} blank; ` +
        `${result.errors.length} errors.`;
      return finish(input, result, json, summary);
    },
  },
};
