import type { Tx } from '@/db/client';
import { addMonths, type JalaliMonth } from '@/lib/calendar/jalali-month';
import type { ImportColumn, RowProblem } from '@/lib/domain/import-problem';
import { isBlank, isSame, type ReadingEntry, type ReadingNumbers } from '@/lib/domain/indicators';
import type { Body } from '@/lib/domain/reference';
import { formatMonth } from '@/lib/format/dates';
import { indicatorNumber, READING_SENTENCES } from '@/lib/messages/indicators';
import { matchKey } from '@/lib/text/normalise';
import { readCode, READING_COLUMNS } from '@/lib/validation/imports';
import { readMonth, readNumber } from '@/lib/validation/indicators';
import { recordAudit } from '../audit';
import {
  authoriseReadings,
  checkReading,
  indicatorsOn,
  isStored,
  monthsOn,
  runningProgramme,
  storedReadings,
  writeReading,
  type Indicator,
  type StoredReadings,
} from '../indicator-readings';
import { getLedger } from '../ledger';
import { resourceOf } from '../milestone-subject';
import { mayDo, type ServiceContext } from '../service-context';
import type { BodyPreviewRow } from './bodies';
import { fingerprint } from './fingerprint';
import { findTable, type DataRow } from './find-header';
import { importTransaction } from './import-transaction';
import { readTable, type ImportFile } from './read-table';
import { RowReader } from './row-reader';

const LONGEST_NOTE = 2000;

export interface ReadingsImportResult {
  readonly fileName: string;
  readonly sha256: string;
  readonly isWritten: boolean;
  /** Rows with something in them, those left blank in a template included. */
  readonly dataRows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows of a template that nobody filled in. */
  readonly blank: number;
  readonly errors: readonly RowProblem[];
  readonly warnings: readonly never[];
  readonly rows: readonly BodyPreviewRow[];
}

/** A row that names body, indicator and month and has numbers or a note. */
interface ReadRow {
  readonly reader: RowReader;
  readonly body: Body;
  readonly indicator: Indicator;
  readonly month: JalaliMonth;
  readonly entry: ReadingEntry;
  readonly note: string | null;
}

interface Found extends ReadRow {
  readonly kind: 'new' | 'changed' | 'unchanged' | 'repeated';
  readonly numbers: ReadingNumbers;
  readonly before: ReadingNumbers | null;
  readonly firstRow: number | null;
}

/** What rows are read against. */
interface Known {
  readonly ctx: ServiceContext;
  readonly bodies: readonly Body[];
  readonly indicators: readonly Indicator[];
  readonly months: readonly JalaliMonth[];
}

/**
 * Takes in readings of many bodies and months, all or nothing, by the rules of the form: what cannot be is refused at its row and column, and
 * what is unusual needs the row's note. What stands there already is not written again. Blank rows of a template are left alone.
 *
 * @throws AppError `forbidden` for whoever may report for no body; `no_programme`; as `readTable` and `findTable`; `read_only_clock`
 */
export async function importReadings(
  ctx: ServiceContext,
  file: ImportFile,
  options: { readonly dryRun?: boolean } = {},
): Promise<ReadingsImportResult> {
  authoriseReadings(ctx);
  const table = findTable(file.fileName, await readTable(file), READING_COLUMNS);
  return importTransaction(ctx, options.dryRun === true, (tx) => {
    const today = ctx.clock.today();
    const known: Known = {
      ctx,
      bodies: getLedger(ctx.db).reference(today).bodies,
      indicators: indicatorsOn(tx, today),
      months: monthsOn(runningProgramme(ctx), today),
    };
    const readers = table.rows.map((row) => new RowReader(row));
    const rows = table.rows.flatMap((row, index): ReadRow[] => {
      const reader = readers[index];
      const read = reader === undefined ? null : readRow(row, reader, known);
      return read === null ? [] : [read];
    });
    const found = checkRows(tx, ctx, rows);
    const errors = readers.flatMap(({ problems }) => problems);
    const isWritten = options.dryRun !== true && errors.length === 0;
    const count = (kind: Found['kind']) => found.filter((row) => row.kind === kind).length;
    const result: ReadingsImportResult = {
      fileName: file.fileName,
      sha256: fingerprint(file.bytes),
      isWritten,
      dataRows: table.rows.length,
      created: count('new'),
      updated: count('changed'),
      unchanged: count('unchanged'),
      blank: readers.filter(({ isSound }) => isSound).length - found.length,
      errors,
      warnings: [],
      rows: previewOf(readers, found),
    };
    if (isWritten && result.created + result.updated > 0) {
      for (const { kind, body, indicator, month, numbers, note } of found) {
        if (kind === 'new' || kind === 'changed')
          writeReading(ctx, tx, body, { code: indicator.code, month, numbers, note });
      }
      const { sha256, dataRows, created, updated, unchanged } = result;
      recordAudit(ctx, tx, {
        action: 'import.readings',
        subjectType: 'import',
        subjectKey: file.fileName,
        details: { sha256, dataRows, created, updated, unchanged },
      });
    }
    return result;
  });
}

function readRow(row: DataRow, reader: RowReader, known: Known): ReadRow | null {
  const numbers = (['numerator', 'denominator', 'value'] as const).map((column) => {
    const text = row.cell(column);
    if (text === '') return null;
    return readNumber(text) ?? reader.fail(column, { reason: 'bad_number', value: text });
  });
  const [numerator = null, denominator = null, value = null] = numbers;
  const noteText = reader.optional('note', LONGEST_NOTE);
  const note = noteText === '' ? null : noteText;
  const entry: ReadingEntry = { numerator, denominator, value };
  if (isBlank(entry) && note === null && reader.isSound) return null;
  const body = readBody(row, reader, known);
  const indicator = readIndicator(reader, known.indicators);
  const month = readRowMonth(reader, known.months);
  if (!reader.isSound || body === null || indicator === null || month === null) return null;
  return { reader, body, indicator, month, entry, note };
}

function readBody(row: DataRow, reader: RowReader, { ctx, bodies }: Known): Body | null {
  const codeText = row.cell('code');
  const [column, text]: [ImportColumn, string] = codeText === '' ? ['name', row.cell('name')] : ['code', codeText];
  if (text === '') return reader.fail('code', { reason: 'required' });
  const read = column === 'code' ? readCode(text) : null;
  const code = read?.ok ? read.value : null;
  // Whoever may not see a body does not learn from a file that it is there.
  const seen = bodies.filter((body) => mayDo(ctx, 'body.read', { body }));
  const fitting = seen.filter((body) =>
    column === 'code' ? body.code === code : matchKey(body.name) === matchKey(text),
  );
  const [body] = fitting;
  if (body === undefined) return reader.fail(column, { reason: 'unknown_body_word', value: text });
  if (fitting.length > 1) {
    return reader.fail(column, { reason: 'several_bodies', value: text, codes: fitting.map((each) => each.code) });
  }
  if (column === 'code') reader.code();
  if (!mayDo(ctx, 'indicator.record', resourceOf(body))) {
    return reader.fail(column, { reason: 'not_yours_to_report', value: text });
  }
  return body;
}

function readIndicator(reader: RowReader, indicators: readonly Indicator[]): Indicator | null {
  const text = reader.required('indicator');
  if (text === null) return null;
  const key = matchKey(text);
  const found = indicators.find(({ code, title }) => matchKey(code) === key || matchKey(title) === key);
  const known = indicators.map(({ code }) => code);
  return found ?? reader.fail('indicator', { reason: 'unknown_word', value: text, known });
}

function readRowMonth(reader: RowReader, months: readonly JalaliMonth[]): JalaliMonth | null {
  const text = reader.required('month');
  if (text === null) return null;
  const month = readMonth(text);
  if (month === null) return reader.fail('month', { reason: 'bad_month', value: text });
  const [from = null] = months;
  const to = months.at(-1) ?? null;
  return months.includes(month) ? month : reader.fail('month', { reason: 'month_out_of_range', value: text, from, to });
}

/** Checks rows in the order of their months, so that a file with several months is compared with itself as well. */
function checkRows(tx: Tx, ctx: ServiceContext, rows: readonly ReadRow[]): Found[] {
  const today = ctx.clock.today();
  const stored = new Map<string, StoredReadings>();
  const storedOf = (body: Body, month: JalaliMonth) => {
    const key = `${body.id} ${month}`;
    const known = stored.get(key) ?? storedReadings(tx, body, month, today);
    stored.set(key, known);
    return known;
  };
  const accepted = new Map<string, Found>();
  const keyOf = (body: Body, code: string, month: JalaliMonth) => `${body.id} ${code} ${month}`;
  const inOrder = [...rows].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  return inOrder.flatMap((row): Found[] => {
    const { reader, body, indicator, month, entry, note } = row;
    const { code } = indicator;
    const { current, before, survey } = storedOf(body, month);
    const earlier = accepted.get(keyOf(body, code, addMonths(month, -1)))?.numbers;
    const { numbers, issues } = checkReading(code, entry, note, {
      before: earlier ?? before(code),
      survey: survey(code),
    });
    for (const { field, reason, ...details } of issues) {
      reader.fail(field, { reason: 'reading', sentence: READING_SENTENCES[reason]?.(details) ?? reason });
    }
    if (numbers === null || issues.length > 0) return [];
    const now = current(code);
    const first = accepted.get(keyOf(body, code, month));
    if (first !== undefined) {
      const isSameAgain = isSame(first.numbers, numbers) && first.note === note;
      if (!isSameAgain) reader.fail(null, { reason: 'reading_twice', sheetRow: first.reader.sheetRow });
      return isSameAgain ? [{ ...row, kind: 'repeated', numbers, before: now, firstRow: first.reader.sheetRow }] : [];
    }
    const kind = now === null ? 'new' : isStored(now, { numbers, note }) ? 'unchanged' : 'changed';
    const found: Found = { ...row, kind, numbers, before: now, firstRow: null };
    accepted.set(keyOf(body, code, month), found);
    return [found];
  });
}

/** Blank rows are not shown: a template has hundreds of them. */
function previewOf(readers: readonly RowReader[], found: readonly Found[]): BodyPreviewRow[] {
  const byRow = new Map(found.map((row) => [row.reader.sheetRow, row]));
  return readers.flatMap((reader): BodyPreviewRow[] => {
    const { sheetRow, problems } = reader;
    const row = byRow.get(sheetRow);
    if (problems.length > 0) {
      return [
        {
          kind: 'wrong',
          sheetRow,
          code: reader.text('code'),
          name: [reader.text('name'), reader.text('indicator'), reader.text('month')].filter(Boolean).join('، '),
          changes: [],
          problems: problems.map(({ column, problem }) => ({ column, problem })),
          firstRow: null,
        },
      ];
    }
    if (row === undefined) return [];
    const { kind, body, indicator, month, numbers, before, firstRow } = row;
    return [
      {
        kind,
        sheetRow,
        code: body.code,
        name: `${body.name}، ${indicator.title}، ${formatMonth(month)}`,
        changes:
          kind === 'unchanged' || kind === 'repeated'
            ? []
            : [{ column: 'value', from: before && indicatorNumber(before.value), to: indicatorNumber(numbers.value) }],
        problems: [],
        firstRow,
      },
    ];
  });
}
