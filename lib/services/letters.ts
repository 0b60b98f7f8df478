import { createHash } from 'node:crypto';
import type { Tx } from '@/db/client';
import { insertEvent, listEventsByIds } from '@/db/queries/events';
import { newestEventId } from '@/db/queries/ledger-events';
import {
  firstReportsAfter,
  insertLetter,
  lastLetterNumber,
  letterIdsOfDay,
  letterIdsOfEvents,
  listLetterRows,
  listLettersByIds,
  type LetterRow,
  type ReportAfterLetter,
  type StoredLetter,
} from '@/db/queries/letters';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import { isWorkingDay } from '@/lib/calendar/working-days';
import { ANSWER_DAYS_AT_MOST, defaultAnswerDay, type LetterDocument } from '@/lib/domain/letters';
import { searchItems, searchText } from '@/lib/domain/name-search';
import type { Body } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { LETTER_PAPER, letterName } from '@/lib/messages/letters';
import { comparePersian } from '@/lib/text/collation';
import type { LetterSort, LettersQuery } from '@/lib/validation/letters';
import { recordAudit } from './audit';
import {
  authoriseLetters,
  buildLetter,
  lateBodiesOf,
  letterFrame,
  type LateBody,
  type LetterFrame,
} from './letter-recipients';
import { getLedger } from './ledger';
import { resourceOf } from './milestone-subject';
import { actsByDelegation } from './milestones';
import { invalidInput } from './parse-input';
import { registrationHistory, registrationsOf, type Registration } from './registrations';
import { stamp } from './requests';
import { openScope, type Scope } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

/** Letters of one sending at most. */
export const MOST_LETTERS = 500;

export interface IssueLettersInput {
  readonly programme?: string | null;
  /** Codes of the bodies. */
  readonly bodies: readonly string[];
  /** Default: `defaultAnswerDay`. */
  readonly answerBy?: CivilDate | null;
}

export interface IssuedLetters {
  readonly letterIds: readonly number[];
  /** The letters of today of bodies that had one already. */
  readonly earlierIds: readonly number[];
  /** Codes of bodies that are not late any more. */
  readonly notLate: readonly string[];
}

function checkAnswerDay(scope: Scope, answerBy: CivilDate | null | undefined): CivilDate {
  const { workCalendar } = scope.reference;
  if (!answerBy) return defaultAnswerDay(scope.today, workCalendar);
  const refuse = (reason: string) => invalidInput([{ field: 'answerBy', reason, value: answerBy }]);
  if (answerBy <= scope.today) throw refuse('answer_not_ahead');
  if (answerBy > addDays(scope.today, ANSWER_DAYS_AT_MOST)) throw refuse('answer_too_far');
  if (!isWorkingDay(answerBy, workCalendar)) throw refuse('answer_on_holiday');
  return answerBy;
}

/** The bodies that were named, once each, all of which this person may write to. */
function namedBodies(ctx: ServiceContext, scope: Scope, codes: readonly string[]): Body[] {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) throw invalidInput([{ field: 'bodies', reason: 'no_recipient' }]);
  if (wanted.length > MOST_LETTERS) throw invalidInput([{ field: 'bodies', reason: 'too_many', max: MOST_LETTERS }]);
  return wanted.map((code) => {
    const body = scope.reference.bodies.find((known) => known.code === code);
    if (body === undefined) throw new AppError('not_found', { subject: 'body', code });
    authorise(ctx, 'letter.send', resourceOf(body));
    if (body.coordinationOnly) {
      throw invalidInput([{ field: 'bodies', reason: 'coordination_only', bodyName: body.name }]);
    }
    return body;
  });
}

/**
 * Issues a letter to each of some late bodies: numbered inside the Jalali year, frozen, and an event of the body. A body gets one letter a
 * day; asked again, its first one is the answer. All of one sending stand or fall together.
 *
 * @throws AppError `forbidden`; `not_found` for a body that does not exist or is not this person's; `invalid_input` without a body, for one
 *   that only takes part in coordination, one whose late steps all wait for the governorate, or a day that no answer can be expected on;
 *   `conflict` when something was recorded meanwhile; `read_only_clock`
 */
export function issueLetters(ctx: ServiceContext, input: IssueLettersInput): IssuedLetters {
  authoriseLetters(ctx);
  const scope = openScope(ctx, { programme: input.programme });
  const named = namedBodies(ctx, scope, input.bodies);
  const answerBy = checkAnswerDay(scope, input.answerBy);
  // read before the transaction, as figures are; whatever is recorded in between is found by the number of the newest event
  const seen = newestEventId(ctx.db);
  const late = new Map(lateBodiesOf(scope).map((row) => [row.body.id, row]));
  const frame = letterFrame(ctx, scope);
  return writeTransaction(ctx, (tx) => {
    if (newestEventId(ctx.db) !== seen) throw new AppError('conflict', { reason: 'recorded_meanwhile' });
    const today = letterIdsOfDay(tx, scope.programme.id, scope.today);
    const letterIds: number[] = [];
    const earlierIds: number[] = [];
    const notLate: string[] = [];
    for (const body of named) {
      const earlier = today.get(body.id);
      const row = late.get(body.id);
      if (earlier !== undefined) earlierIds.push(earlier);
      else if (row === undefined) notLate.push(body.code);
      else if (row.isOurs) throw invalidInput([{ field: 'bodies', reason: 'waits_for_us', bodyName: body.name }]);
      else letterIds.push(writeLetter(ctx, tx, { scope, frame, row, answerBy }));
    }
    return { letterIds, earlierIds, notLate };
  });
}

function writeLetter(
  ctx: ServiceContext,
  tx: Tx,
  letter: { readonly scope: Scope; readonly frame: LetterFrame; readonly row: LateBody; readonly answerBy: CivilDate },
): number {
  const { scope, frame, row, answerBy } = letter;
  const { year } = toJalali(scope.today);
  const number = lastLetterNumber(tx, year) + 1;
  const document = buildLetter(ctx, scope, frame, row, { answerBy, number });
  const text = JSON.stringify(document);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const { columns } = stamp(ctx);
  const eventId = insertEvent(tx, {
    ...columns,
    kind: 'letter_sent',
    bodyId: row.body.id,
    side: 'governorate',
    byDelegate: actsByDelegation(ctx, 'letter.send', resourceOf(row.body)),
    note: LETTER_PAPER.note(letterName(number, year), row.steps.length, answerBy),
  });
  const letterId = insertLetter(tx, {
    kind: 'late',
    year,
    number,
    bodyId: row.body.id,
    programmeId: scope.programme.id,
    eventId,
    asOf: scope.asOf,
    issuedOn: scope.today,
    issuedAt: ctx.clock.now().toISOString(),
    issuedBy: ctx.isSystem ? null : ctx.actor.id,
    issuedByName: ctx.actor.name,
    document: text,
    sha256,
  });
  recordAudit(ctx, tx, {
    action: 'letter.send',
    subjectType: 'letter',
    subjectKey: `${year}/${number}`,
    details: { body: row.body.code, eventId, answerBy, steps: row.steps.length, sha256 },
  });
  return letterId;
}

/**
 * The letter a body would get today, to look at. Nothing is numbered or kept.
 *
 * @throws AppError as `issueLetters`; `not_found` for a body that is not late
 */
export function previewLetter(
  ctx: ServiceContext,
  input: { readonly body: string; readonly programme?: string | null; readonly answerBy?: CivilDate | null },
): LetterDocument {
  authoriseLetters(ctx);
  const scope = openScope(ctx, { programme: input.programme });
  const [body] = namedBodies(ctx, scope, [input.body]);
  const row = lateBodiesOf(scope).find((late) => late.body.id === body?.id);
  if (row === undefined) throw new AppError('not_found', { subject: 'letter', body: input.body });
  return buildLetter(ctx, scope, letterFrame(ctx, scope), row, {
    answerBy: checkAnswerDay(scope, input.answerBy),
    number: null,
  });
}

/** A letter in the list. */
export interface LetterListRow extends LetterRow {
  readonly registration: Registration | null;
  /** The first own report of the body after the letter; null while there is none. */
  readonly reported: ReportAfterLetter | null;
}

export interface LetterList {
  readonly rows: readonly LetterListRow[];
  /** Without the filter. */
  readonly total: number;
  /** What the filter offers: districts and bodies that letters went to. */
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly bodies: readonly { readonly code: string; readonly name: string }[];
}

type ListParams = Partial<Omit<LettersQuery, 'page'>>;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const ORDERS: Record<LetterSort, (a: LetterListRow, b: LetterListRow) => number> = {
  number: (a, b) => a.year - b.year || a.number - b.number,
  body: (a, b) => comparePersian(a.bodyName, b.bodyName),
  district: (a, b) => comparePersian(a.districtName, b.districtName) || comparePersian(a.bodyName, b.bodyName),
  issued: (a, b) => byText(a.issuedOn, b.issuedOn),
  answer: (a, b) => byText(a.answerBy, b.answerBy),
  reported: (a, b) => byText(a.reported?.recordedOn ?? '', b.reported?.recordedOn ?? ''),
};

function distinct(pairs: readonly (readonly [code: string, name: string])[]) {
  return [...new Map(pairs)].map(([code, name]) => ({ code, name })).sort((a, b) => comparePersian(a.name, b.name));
}

/** Letters that were sent, searched, filtered and sorted; the newest first unless told otherwise. @throws AppError `forbidden` */
export function listLetters(ctx: ServiceContext, params: ListParams = {}): LetterList {
  authorise(ctx, 'letter.read');
  const stored = listLetterRows(ctx.db);
  const registrations = registrationsOf(
    ctx.db,
    'letter',
    stored.map(({ id }) => id),
  );
  const reports = firstReportsAfter(ctx.db);
  const all = stored.map((row) => ({
    ...row,
    registration: registrations.get(row.id) ?? null,
    reported: reports.get(row.id) ?? null,
  }));
  const { q, district, body, from, to, reported, sort, isDescending } = params;
  const found = searchItems(q ?? '', all, (row) =>
    searchText([
      row.bodyName,
      row.bodyCode,
      `${row.number} ${row.year}`,
      `${row.year}/${row.number}`,
      row.registration?.registryNumber ?? null,
    ]),
  ).filter(
    (row) =>
      (!district || row.districtCode === district) &&
      (!body || row.bodyCode === body) &&
      (!from || row.issuedOn >= from) &&
      (!to || row.issuedOn <= to) &&
      (!reported || (reported === 'yes') === (row.reported !== null)),
  );
  const order = ORDERS[sort ?? 'number'];
  const sign = (isDescending ?? !sort) ? -1 : 1;
  return {
    rows: found.sort((a, b) => sign * (order(a, b) || ORDERS.number(a, b))),
    total: all.length,
    districts: distinct(all.map((row) => [row.districtCode, row.districtName])),
    bodies: distinct(all.map((row) => [row.bodyCode, row.bodyName])),
  };
}

export interface Letter extends LetterListRow {
  readonly document: LetterDocument;
  readonly sha256: string;
}

/** The bodies of letters as far as the permission table has to know them, whether or not they still exist. */
function mayReadLetter(ctx: ServiceContext, row: LetterRow): boolean {
  return mayDo(ctx, 'letter.read', { body: { id: row.bodyId, districtCode: row.districtCode } });
}

function toLetters(ctx: ServiceContext, stored: readonly StoredLetter[]): Letter[] {
  const ids = stored.map(({ id }) => id);
  const registrations = registrationsOf(ctx.db, 'letter', ids);
  const reports = firstReportsAfter(ctx.db, ids);
  return stored.map((row) => ({
    ...row,
    document: JSON.parse(row.document) as LetterDocument,
    registration: registrations.get(row.id) ?? null,
    reported: reports.get(row.id) ?? null,
  }));
}

/**
 * Letters as they were frozen, in the order of their numbers, for printing. A liaison gets those to the own bodies.
 *
 * @throws AppError `not_found` when one of them does not exist or is not this person's to read
 */
export function getLetters(ctx: ServiceContext, ids: readonly number[]): Letter[] {
  const wanted = [...new Set(ids)].slice(0, MOST_LETTERS);
  const stored = listLettersByIds(ctx.db, wanted);
  if (wanted.length === 0 || stored.length < wanted.length || !stored.every((row) => mayReadLetter(ctx, row))) {
    throw new AppError('not_found', { subject: 'letter' });
  }
  return toLetters(ctx, stored);
}

/** What became of one sending, as its address remembers it. */
export interface SendingResult {
  readonly issued: readonly Letter[];
  readonly earlier: readonly Letter[];
  /** Names of bodies that were not late any more. */
  readonly notLate: readonly string[];
}

/** @throws AppError `forbidden`; `not_found` when a letter does not exist */
export function getSendingResult(
  ctx: ServiceContext,
  sending: {
    readonly issued: readonly number[];
    readonly earlier: readonly number[];
    readonly gone: readonly string[];
  },
): SendingResult {
  authorise(ctx, 'letter.read');
  const { bodies } = getLedger(ctx.db).reference(ctx.clock.today());
  const read = (ids: readonly number[]) => (ids.length === 0 ? [] : getLetters(ctx, ids));
  return {
    issued: read(sending.issued),
    earlier: read(sending.earlier),
    notLate: bodies.filter(({ code }) => sending.gone.includes(code)).map(({ name }) => name),
  };
}

export interface LetterPage extends Letter {
  /** Every number it was given, newest first, for whoever may enter one. */
  readonly registrationHistory: readonly Registration[];
  readonly mayRegister: boolean;
}

/** One letter with everything the office knows of it. @throws AppError `forbidden`, `not_found` */
export function getLetterPage(ctx: ServiceContext, id: number): LetterPage {
  authorise(ctx, 'letter.read');
  const [letter] = getLetters(ctx, [id]);
  if (letter === undefined) throw new AppError('not_found', { subject: 'letter', id });
  const body = getLedger(ctx.db)
    .reference(ctx.clock.today())
    .bodies.find((known) => known.id === letter.bodyId);
  const mayRegister = mayDo(ctx, 'letter.record', body === undefined ? {} : resourceOf(body));
  return {
    ...letter,
    mayRegister,
    registrationHistory: mayRegister ? registrationHistory(ctx, 'letter', id) : [],
  };
}

/** The letters behind events of one body's history, by event; none for those who may not read them. The caller has authorised the events. */
export function letterIdsFor(
  ctx: ServiceContext,
  body: Body,
  eventIds: readonly number[],
): ReadonlyMap<number, number> {
  return mayDo(ctx, 'letter.read', resourceOf(body)) ? letterIdsOfEvents(ctx.db, eventIds) : new Map();
}

/** The letter that an event of the history is; null where it is none, or not this person's to read. */
export function letterIdOfEvent(ctx: ServiceContext, eventId: number): number | null {
  const [event] = listEventsByIds(ctx.db, [eventId]);
  const id = letterIdsOfEvents(ctx.db, [eventId]).get(eventId);
  if (event === undefined || id === undefined) return null;
  const [row] = listLettersByIds(ctx.db, [id]);
  return row !== undefined && mayReadLetter(ctx, row) ? id : null;
}
