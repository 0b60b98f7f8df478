import { writeFileSync } from 'node:fs';
import { exportBodies } from '@/lib/services/exports/bodies';
import { exportEvents } from '@/lib/services/exports/events';
import { readExportParams, type ProgressQuery } from '@/lib/services/exports/params';
import { exportProgress } from '@/lib/services/exports/progress';
import type { ExportTable } from '@/lib/services/exports/table';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { GROUPINGS, type Grouping } from '@/lib/services/progress';
import {
  textOption,
  UsageError,
  type Command,
  type CommandGroup,
  type CommandInput,
  type CommandResult,
} from '../command';

const FORMATS = ['csv', 'xlsx', 'json'] as const;
type Format = (typeof FORMATS)[number];

const SCOPE_HELP = [
  '--as-of DATE       a Jalali day such as 1397/09/17; default: today',
  '--track CODE       one track',
  '--deadline DATE    tracks with this deadline',
  '--category WORD    one category of bodies, such as executive_agency',
  '--district CODE    one district, by its area code',
  '--programme CODE   default: the programme that runs on the day',
];
const OUT_HELP = [
  `--format WORD      ${FORMATS.join(', ')}; default: csv`,
  '--out FILE         write to a file instead of stdout',
];
const OPTIONS = {
  'as-of': { type: 'string' },
  track: { type: 'string' },
  deadline: { type: 'string' },
  category: { type: 'string' },
  district: { type: 'string' },
  programme: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
} as const;

function oneOf<T extends string>(input: CommandInput, name: string, words: readonly T[]): T | null {
  const typed = textOption(input, name);
  if (typed === undefined) return null;
  const word = words.find((known) => known === typed.toLowerCase());
  if (word === undefined) throw new UsageError(`--${name} must be one of: ${words.join(', ')}.`);
  return word;
}

function scopeOf(input: CommandInput): ProgressQuery {
  if (input.positionals.length > 0)
    throw new UsageError(`"${input.positionals[0] ?? ''}" is not understood; give a file with --out.`);
  return readExportParams({
    asOf: textOption(input, 'as-of'),
    track: textOption(input, 'track'),
    deadline: textOption(input, 'deadline'),
    category: textOption(input, 'category'),
    district: textOption(input, 'district'),
    programme: textOption(input, 'programme'),
  });
}

async function write(
  input: CommandInput,
  exported: { readonly document: unknown; readonly table: ExportTable },
): Promise<CommandResult> {
  const format: Format = oneOf(input, 'format', FORMATS) ?? (input.isJson ? 'json' : 'csv');
  const bytes =
    format === 'json'
      ? `${JSON.stringify(exported.document, null, 2)}\n`
      : format === 'csv'
        ? writeCsv(exported.table)
        : await writeXlsx(exported.table);
  const out = textOption(input, 'out');
  if (out === undefined) return { bytes };
  const file = input.resolvePath(out);
  writeFileSync(file, bytes);
  const rows = exported.table.rows.length;
  return { json: { file, format, rows }, text: `${rows} rows written to ${file}.` };
}

function command(
  what: string,
  usage: string,
  help: readonly string[],
  read: (input: CommandInput) => { document: unknown; table: ExportTable },
): Command {
  return {
    summary: what,
    usage: `${usage}[--as-of 1397/09/17] [--track CODE] … [--format csv|xlsx|json] [--out FILE]`,
    help: [...help, ...SCOPE_HELP, ...OUT_HELP],
    options: { ...OPTIONS, ...(help.length > 0 ? { 'group-by': { type: 'string' as const } } : {}) },
    run: (input) => write(input, read(input)),
  };
}

export const commands: CommandGroup = {
  bodies: command('Bodies with their data and status; the list can be imported again.', '', [], (input) =>
    exportBodies(input.getContext(), scopeOf(input)),
  ),
  progress: command(
    'Figures by group, as of a day; JSON is the document of /api/v1/progress.',
    `[--group-by ${GROUPINGS.join('|')}] `,
    [`--group-by WORD    ${GROUPINGS.join(', ')}; default: total`],
    (input) => {
      const groupBy: Grouping = oneOf(input, 'group-by', GROUPINGS) ?? 'total';
      return exportProgress(input.getContext(), { ...scopeOf(input), groupBy });
    },
  ),
  events: command('Everything recorded until a day, in the order of recording.', '', [], (input) =>
    exportEvents(input.getContext(), scopeOf(input)),
  ),
};
