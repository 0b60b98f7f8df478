import type { Executor, Tx } from '@/db/client';
import { insertReading } from '@/db/queries/indicators';
import { listIndicatorsAsOf } from '@/db/queries/programmes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { addMonths, eachMonth, isJalaliMonth, lastDayOf, monthOf, type JalaliMonth } from '@/lib/calendar/jalali-month';
import { inputOf, type IndicatorInput } from '@/lib/domain/indicator-inputs';
import {
  isBlank,
  isSame,
  questionsAbout,
  readEntry,
  takesPair,
  type ReadingEntry,
  type ReadingNumbers,
} from '@/lib/domain/indicators';
import type { Body, Programme } from '@/lib/domain/reference';
import type { IndicatorDirection } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import { recordAudit } from './audit';
import { getLedger } from './ledger';
import { loadBody, resourceOf } from './milestone-subject';
import { cleanNote } from './milestones';
import { outcomesAsOf, type ReportedReading } from './outcome-readings';
import { invalidInput, type InputIssue } from './parse-input';
import { resolveProgramme } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

/** An outcome indicator as it is known on a day. */
export interface Indicator {
  readonly code: string;
  readonly title: string;
  readonly formula: string;
  readonly unit: string;
  readonly direction: IndicatorDirection;
  readonly input: IndicatorInput;
}

/** Indicators known on a day, in the order of their codes: IN2 before IN10. */
export function indicatorsOn(db: Executor, day: CivilDate): Indicator[] {
  return listIndicatorsAsOf(db, day)
    .map(({ code, title, formula, unit, direction }) => ({
      code,
      title,
      formula,
      unit,
      direction,
      input: inputOf(code),
    }))
    .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
}

/** Months that can have readings on a day: from the programme's baseline month to the one that holds the day. */
export function monthsOn(programme: Programme, day: CivilDate): JalaliMonth[] {
  const { baselineMonth } = programme;
  return eachMonth(isJalaliMonth(baselineMonth) ? baselineMonth : monthOf(programme.startOn), monthOf(day));
}

/** The newest month that is over on a day, else the running one; null before the first. */
export function newestMonth(months: readonly JalaliMonth[], day: CivilDate): JalaliMonth | null {
  return months.findLast((month) => lastDayOf(month) < day) ?? months.at(-1) ?? null;
}

/** @throws AppError `invalid_input` for a month that cannot have readings */
export function assertMonth(months: readonly JalaliMonth[], month: JalaliMonth): void {
  if (months.includes(month)) return;
  throw new AppError('invalid_input', {
    field: 'month',
    reason: 'month_out_of_range',
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
  });
}

export interface ReadingsInput {
  readonly bodyCode: string;
  readonly month: JalaliMonth;
  /** What was written for each indicator; those left empty are left alone. */
  readonly entries: readonly (ReadingEntry & { readonly code: string; readonly note: string | null })[];
}

export interface RecordedReadings {
  /** Codes of the indicators that have a new reading. */
  readonly written: readonly string[];
  /** How many stood there already with the same numbers and words. */
  readonly unchanged: number;
}

/** Whether there is a body that the actor may report for today. */
export function mayRecordReadings(ctx: ServiceContext): boolean {
  const { bodies } = getLedger(ctx.db).reference(ctx.clock.today());
  return bodies.some((body) => mayDo(ctx, 'indicator.record', resourceOf(body)));
}

/** For what concerns many bodies at once, each of which is authorised by itself. @throws AppError `forbidden` for whoever may report for none */
export function authoriseReadings(ctx: ServiceContext): void {
  if (!mayRecordReadings(ctx)) throw new AppError('forbidden', { action: 'indicator.record' });
}

/** Where a reading's field stands in the form. */
export const readingField = (code: string, field: keyof ReadingEntry | 'note') => `${code}-${field}`;

/**
 * Records the readings of one body and month: all of them or none. What stands there already is not written again; other numbers correct
 * it. Where the numbers are unusual an explanation is asked for once.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid_input` with every field that is impossible or to be explained, and for a month
 *   before the baseline month or after the running one; `no_programme`; `read_only_clock`
 */
export function recordReadings(ctx: ServiceContext, input: ReadingsInput): RecordedReadings {
  return writeTransaction(ctx, (tx) => {
    const { bodyCode, month, entries } = input;
    const today = ctx.clock.today();
    const body = loadBody(ctx, tx, bodyCode);
    authorise(ctx, 'indicator.record', resourceOf(body));
    assertMonth(monthsOn(runningProgramme(ctx), today), month);
    const stored = storedReadings(tx, body, month, today);
    const { found, issues } = checkEntries(tx, today, entries, stored);
    if (issues.length > 0) throw invalidInput(issues);
    const fresh = found.filter(({ code, ...entry }) => !isStored(stored.current(code), entry));
    for (const { code, numbers, note } of fresh) writeReading(ctx, tx, body, { code, month, numbers, note });
    const written = fresh.map(({ code }) => code);
    if (written.length > 0) {
      recordAudit(ctx, tx, {
        action: 'indicator.record',
        subjectType: 'body',
        subjectKey: body.code,
        details: { month, indicators: written },
      });
    }
    return { written, unchanged: found.length - fresh.length };
  });
}

/** Whether the same numbers and words stand there already. */
export function isStored(
  now: ReportedReading | null,
  { numbers, note }: { readonly numbers: ReadingNumbers; readonly note: string | null },
): boolean {
  return now !== null && isSame(now, numbers) && now.note === note;
}

/** Writes one reading as the actor's, today. The caller has authorised, and writes the row of the audit log. */
export function writeReading(
  ctx: ServiceContext,
  tx: Tx,
  body: Pick<Body, 'id'>,
  {
    code,
    month,
    numbers,
    note,
  }: {
    readonly code: string;
    readonly month: JalaliMonth;
    readonly numbers: ReadingNumbers;
    readonly note: string | null;
  },
): void {
  const { numerator, denominator, value } = numbers;
  insertReading(tx, {
    bodyId: body.id,
    indicatorCode: code,
    month,
    numerator,
    denominator,
    value,
    note,
    recordedOn: ctx.clock.today(),
    recordedAt: ctx.clock.now().toISOString(),
    recordedBy: ctx.isSystem ? null : ctx.actor.id,
    recordedByName: ctx.actor.name,
    onBehalf: !ctx.actor.bodyIds.has(body.id),
  });
}

/** What is wrong with a reading, or has to be explained, and where. */
export interface ReadingIssue {
  readonly field: keyof ReadingEntry | 'note';
  /** A key of `READING_SENTENCES`. */
  readonly reason: string;
  readonly [detail: string]: unknown;
}

/** The numbers of an entry with its first open question, or what makes them impossible. */
export function checkReading(
  code: string,
  entry: ReadingEntry,
  note: string | null,
  { before, survey }: { readonly before: ReadingNumbers | null; readonly survey: ReadingNumbers | null },
): { readonly numbers: ReadingNumbers | null; readonly issues: readonly ReadingIssue[] } {
  const read = readEntry(code, entry);
  if ('refusals' in read) {
    const issues = read.refusals.map(({ reason, ...place }) => ({ ...place, reason: `reading_${reason}` }));
    return { numbers: null, issues };
  }
  const { numbers } = read;
  const [question] = note === null ? questionsAbout(code, numbers, before, survey) : [];
  if (question === undefined) return { numbers, issues: [] };
  const { reason, ...values } = question;
  return { numbers, issues: [{ field: 'note', reason: `explain_${reason}`, ...values }] };
}

interface CheckedEntry {
  readonly code: string;
  readonly note: string | null;
  readonly numbers: ReadingNumbers;
}

function checkEntries(
  db: Executor,
  today: CivilDate,
  entries: ReadingsInput['entries'],
  stored: StoredReadings,
): { readonly found: readonly CheckedEntry[]; readonly issues: readonly InputIssue[] } {
  const known = indicatorsOn(db, today);
  const found: CheckedEntry[] = [];
  const issues: InputIssue[] = [];
  for (const entry of entries) {
    const { code } = entry;
    if (!known.some((indicator) => indicator.code === code)) throw new AppError('not_found', { indicator: code });
    const note = cleanNote(entry.note, readingField(code, 'note'));
    if (isBlank(entry) && note === null) continue;
    const checked = checkReading(code, entry, note, { before: stored.before(code), survey: stored.survey(code) });
    issues.push(...checked.issues.map(({ field, ...rest }) => ({ ...rest, field: readingField(code, field) })));
    if (checked.numbers !== null) found.push({ code, note, numbers: checked.numbers });
  }
  const [first] = known;
  if (first && found.length === 0 && issues.length === 0) {
    const field = takesPair(first.input) ? 'numerator' : 'value';
    issues.push({ field: readingField(first.code, field), reason: 'reading_nothing_written' });
  }
  return { found, issues };
}

/** The programme that readings belong to today. @throws AppError `no_programme` */
export function runningProgramme(ctx: ServiceContext): Programme {
  const today = ctx.clock.today();
  return resolveProgramme(getLedger(ctx.db).reference(today), null, today);
}

/** What stands about a body and month, by code of the indicator. */
export interface StoredReadings {
  readonly current: (code: string) => ReportedReading | null;
  /** What the body reported of the month before. */
  readonly before: (code: string) => ReportedReading | null;
  /** What clients answered in the survey of this month, where there are enough. */
  readonly survey: (code: string) => ReadingNumbers | null;
}

export function storedReadings(
  db: Executor,
  body: Pick<Body, 'id'>,
  month: JalaliMonth,
  day: CivilDate,
): StoredReadings {
  const last = addMonths(month, -1);
  const { readings } = outcomesAsOf(db, day, { from: last, to: month, bodyId: body.id });
  const of = (code: string, wanted: JalaliMonth) => readings(code, wanted).get(body.id) ?? null;
  return {
    current: (code) => of(code, month)?.reported ?? null,
    before: (code) => of(code, last)?.reported ?? null,
    survey: (code) => {
      const reading = of(code, month);
      return reading?.source === 'survey' ? reading : null;
    },
  };
}

/** One body and month as its form needs it. */
export interface MyReadings {
  /** Bodies of one's own, by name; an expert who reports for a body has that one. */
  readonly bodies: readonly { readonly code: string; readonly name: string }[];
  readonly body: { readonly code: string; readonly name: string } | null;
  /** Months that can be reported, the newest first. */
  readonly months: readonly JalaliMonth[];
  /** Null before the baseline month. */
  readonly month: JalaliMonth | null;
  readonly lastMonth: JalaliMonth | null;
  readonly rows: readonly {
    readonly indicator: Indicator;
    readonly reading: ReportedReading | null;
    /** Of the month before. */
    readonly before: ReportedReading | null;
    /** What clients answered, where there are enough. */
    readonly survey: ReadingNumbers | null;
  }[];
}

/**
 * The readings of a body in a month with those of the month before, for whoever may report them.
 *
 * @param bodyCode default: the first own body
 * @param month default: the newest month that is over
 * @throws AppError `forbidden`; `not_found` for a body that one may not see; `invalid_input` for a month that cannot be reported;
 *   `no_programme`
 */
export function listMyReadings(
  ctx: ServiceContext,
  { bodyCode, month }: { readonly bodyCode: string | null; readonly month: JalaliMonth | null },
): MyReadings {
  const today = ctx.clock.today();
  const own = getLedger(ctx.db)
    .reference(today)
    .bodies.filter(({ id }) => ctx.actor.bodyIds.has(id))
    .sort((a, b) => comparePersian(a.name, b.name));
  if (bodyCode === null) authorise(ctx, 'my.read');
  const body = bodyCode === null ? (own[0] ?? null) : loadBody(ctx, ctx.db, bodyCode);
  if (body !== null) authorise(ctx, 'indicator.record', resourceOf(body));
  const months = monthsOn(runningProgramme(ctx), today);
  if (month !== null) assertMonth(months, month);
  const chosen = month ?? newestMonth(months, today);
  const stored = body === null || chosen === null ? null : storedReadings(ctx.db, body, chosen, today);
  const named = ({ code, name }: Body) => ({ code, name });
  return {
    bodies: (own.length > 0 ? own : body ? [body] : []).map(named),
    body: body && named(body),
    months: months.toReversed(),
    month: chosen,
    lastMonth: chosen !== null && chosen !== months[0] ? addMonths(chosen, -1) : null,
    rows:
      stored === null
        ? []
        : indicatorsOn(ctx.db, today).map((indicator) => ({
            indicator,
            reading: stored.current(indicator.code),
            before: stored.before(indicator.code),
            survey: stored.survey(indicator.code),
          })),
  };
}
