import { isAppError, type AppError, type ErrorCode } from '@/lib/errors';
import { formatJalali } from '@/lib/calendar/jalali';
import { isCivilDate } from '@/lib/calendar/civil-date';
import { UsageError } from './command';

type Sentence = (details: AppError['details']) => string;

function word(value: unknown): string {
  if (typeof value === 'string') return isCivilDate(value) ? formatJalali(value) : value;
  if (Array.isArray(value)) return value.map(word).join(', ');
  return value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const INPUT_REASONS: Readonly<Record<string, Sentence>> = {
  required: () => 'is missing',
  too_short: () => 'is too short (a password needs at least 10 characters)',
  too_long: () => 'is too long',
  invalid: () => 'is not valid',
  contains_username: () => 'must not contain the user name',
  too_common: () => 'is one of the first anybody would guess',
  too_few_characters: () => 'must have at least four different characters',
  same_as_before: () => 'must differ from the present one',
  username_taken: (d) => `«${word(d['username'])}» is taken already`,
  username_shape: () => 'needs 3 to 40 letters, digits, dots or dashes',
  no_such_body: (d) => `has codes of no body: ${word(d['codes'])}`,
  no_such_district: (d) => `has codes of no district: ${word(d['codes'])}`,
  not_a_liaison: (d) => `is for the role liaison only, not for ${word(d['role'])}`,
  not_an_expert: (d) => `is for the role expert only, not for ${word(d['role'])}`,
  before_today: () => 'must not lie before today',
  until_before_from: () => 'must not lie before the first day',
};

const CONFLICT_REASONS: Readonly<Record<string, string>> = {
  last_admin: 'This is the last admin; make somebody else admin first.',
  own_account: 'Nobody can disable the own account.',
  already_set_up: 'There are users already; the first set-up is over.',
};

function describeInput(details: AppError['details']): string {
  const issues = Array.isArray(details['issues']) && details['issues'].length > 0 ? details['issues'] : [details];
  return issues
    .map((issue: Record<string, unknown>) => {
      const reason = INPUT_REASONS[word(issue['reason'])]?.(issue);
      const field = word(issue['field']) || 'The input';
      if (reason !== undefined) return `${field} ${reason}.`;
      return issue['value'] === undefined
        ? `${field} is not valid.`
        : `${field} is not valid: ${word(issue['value'])}.`;
    })
    .join(' ');
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  empty: 'it is empty',
  old_excel: 'it is an old Excel file; save it as .xlsx',
  not_workbook: 'it is no Excel workbook, whatever its name says',
  not_text: 'it is neither text nor a workbook',
  damaged: 'it is damaged',
};

const IMPORT_FAULTS: Readonly<Record<string, Sentence>> = {
  no_header: (d) =>
    `no header row was found in the first ${word(d['searchedRows'])} rows; looked for columns such as ${word(d['lookedFor'])}`,
  missing_columns: (d) => `the header in row ${word(d['headerRow'])} lacks ${word(d['missing'])}`,
  no_rows: (d) => `there is nothing under the header in row ${word(d['headerRow'])}`,
  too_many_rows: (d) => `the file has ${word(d['rows'])} rows, at most ${word(d['limit'])} are read`,
  missing_files: (d) => `the folder lacks ${word(d['missing'])}`,
};

const PRINT_FAULTS: Readonly<Record<string, string>> = {
  cancelled: 'The print was cancelled.',
  queue_full: 'Too many prints are waiting; try again in a few minutes.',
  too_slow: 'The print took too long and was stopped.',
};

const SENTENCES: Readonly<Record<ErrorCode, Sentence>> = {
  not_found: (d) =>
    `There is no ${word(d['subject']) || 'such thing'}${(d['username'] ?? d['id'] ?? d['key']) ? ` ${word(d['username'] ?? d['id'] ?? d['key'])}` : ''}.`,
  signed_out: () => 'Nobody is signed in.',
  forbidden: (d) => `This is not allowed${d['action'] === undefined ? '' : ` (${word(d['action'])})`}.`,
  invalid_input: describeInput,
  illegal_transition: (d) => `The milestone cannot do that now: ${word(d)}.`,
  conflict: (d) =>
    CONFLICT_REASONS[word(d['reason'])] ?? `Somebody else was faster, or it is there already: ${word(d)}.`,
  as_of_out_of_range: (d) => `The day must lie between ${word(d['from'])} and ${word(d['until'] ?? d['to'])}.`,
  read_only_clock: (d) =>
    `The clock says ${word(d['today'])}, but something was recorded on ${word(d['newestRecordedOn'])} already: set the clock right (or MIZBAN_TODAY).`,
  too_many_attempts: (d) => `Too many failed attempts; try again in ${word(d['minutesLeft'])} minutes.`,
  wrong_credentials: () => 'User name or password is wrong.',
  account_disabled: () => 'This account is disabled.',
  file_too_large: (d) =>
    `The file is too large${d['limitBytes'] === undefined ? '' : ` (at most ${word(d['limitBytes'])} bytes)`}.`,
  file_type_refused: () => 'This kind of file is not accepted.',
  file_unreadable: (d) => {
    const name = word(d['fileName'] ?? d['file']);
    const fault = FILE_FAULTS[word(d['reason'])] ?? word(d['reason']);
    return `The file cannot be read${name === '' ? '' : `: ${name}`}${fault === '' ? '' : `, ${fault}`}.`;
  },
  import_refused: (d) => {
    const fault = IMPORT_FAULTS[word(d['reason'])]?.(d) ?? word(d['reason']);
    const name = word(d['fileName']);
    return `Nothing was imported${name === '' ? '' : ` from ${name}`}${fault === '' ? '' : `: ${fault}`}.`;
  },
  nothing_to_report: () => 'There is nothing to report.',
  week_unfinished: () => 'The week has not ended yet; use --draft for a draft.',
  disk_full: () => 'The disk is full; nothing was lost. Make room and try again.',
  database_locked: (d) =>
    d['reason'] === 'not_writable'
      ? 'The database cannot be written; check the rights of the data folder.'
      : 'The database is in use by another program; try again in a moment.',
  database_newer: (d) =>
    `The database belongs to a newer version (${word(d['databaseVersion'])}) than this program knows (${word(d['knownVersion'])}); install the newer program.`,
  guards_missing: (d) =>
    `The database has lost guards of its append-only tables (${word(d['guards'])}): somebody has worked on the file. Restore a backup, or put them back with "migrate --repair-guards".`,
  no_programme: () => 'There is no programme yet; import one first.',
  no_browser: () => 'No Chromium was found for making the PDF; install one or set its path.',
  print_failed: (d) => PRINT_FAULTS[word(d['reason'])] ?? 'The browser failed while printing; try again.',
  server_running: (d) => `The server is running on this data folder (process ${word(d['pid'])}); stop it first.`,
  backup_damaged: (d) =>
    `The backup cannot be used: ${word(d['reason']) || 'it is damaged'}${d['member'] === undefined ? '' : ` (${word(d['member'])})`}.`,
};

export interface DescribedError {
  readonly code: string;
  readonly message: string;
}

/** An error as one English sentence for people at the command line. */
export function describeError(error: unknown): DescribedError {
  if (isAppError(error)) return { code: error.code, message: SENTENCES[error.code](error.details) };
  if (error instanceof UsageError) return { code: 'usage', message: error.message };
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return {
      code: 'file_unreadable',
      message: `The file does not exist${'path' in error ? `: ${word(error.path)}` : ''}.`,
    };
  }
  return { code: 'failure', message: error instanceof Error ? error.message : String(error) };
}
