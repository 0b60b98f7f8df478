import { createHash, randomInt } from 'node:crypto';
import {
  findEdition,
  findEditionByCode,
  findEditionOfWeek,
  hasEventsRecordedBy,
  insertEdition,
  lastEditionNumber,
  listEditionRows,
  type EditionRow,
  type StoredEdition,
} from '@/db/queries/editions';
import { newestEventId } from '@/db/queries/ledger-events';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, lastFridayBefore, saturdayOf } from '@/lib/calendar/weeks';
import type { EditionDocument, EditionVerification } from '@/lib/domain/edition';
import { AppError } from '@/lib/errors';
import { toLatinDigits } from '@/lib/text/digits';
import { recordAudit } from './audit';
import { buildEditionDocument } from './edition-document';
import { getLedger } from './ledger';
import { resolveProgramme } from './scope';
import { authorise, mayDo, type AnonymousContext, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

export type { EditionRow } from '@/db/queries/editions';

export interface IssueEditionInput {
  /** Any day of the week; default: the last week that has ended. */
  readonly week?: CivilDate | null;
  readonly programme?: string | null;
  /** Only build the document: nothing is numbered or stored. The one way to see a week that has not ended. */
  readonly draft?: boolean;
  /** Paragraphs of the signatory, printed before the signatures. */
  readonly remarks?: readonly string[];
  /** A correction: a new edition of a week that already has one. */
  readonly supersede?: boolean;
  /** Origin of the site, such as `https://mizban.lengeh`, for the square code. */
  readonly origin?: string | null;
}

export interface IssuedEdition {
  /** Null for a draft. */
  readonly number: number | null;
  readonly weekStartOn: CivilDate;
  readonly weekEndOn: CivilDate;
  readonly verificationCode: string | null;
  readonly sha256: string | null;
  readonly document: EditionDocument;
}

export interface Edition extends EditionRow {
  readonly document: EditionDocument;
  /** The actor sees the summary and the own bodies only. */
  readonly isSummary: boolean;
}

/** Letters and digits that nobody mistakes for another when reading them from paper. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

function createVerificationCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)] ?? '');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** A code as it is stored, however it was typed: digits of any script, small letters, with or without the dash. Null when it is none. */
export function normaliseVerificationCode(text: string): string | null {
  const letters = toLatinDigits(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return letters.length === CODE_LENGTH ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}

/** The programme of a request about reports; where several run, it must be named. @throws AppError `invalid_input`, `no_programme` */
export function programmeOf(ctx: Pick<ServiceContext, 'db' | 'clock'>, code: string | null | undefined) {
  const today = ctx.clock.today();
  const reference = getLedger(ctx.db).reference(today);
  if (!code && reference.programmes.length > 1) {
    throw new AppError('invalid_input', {
      field: 'programme',
      reason: 'required',
      programmes: reference.programmes.map((programme) => programme.code),
    });
  }
  return resolveProgramme(reference, code, today);
}

/**
 * Issues the report of a week: numbered inside its programme, frozen, with a code that leads from paper back to it. A second issue of the same
 * week is a correction and must say so.
 *
 * @throws AppError `forbidden`; `no_programme`; `invalid_input` when several programmes run and none is named; `week_unfinished` for a week
 *   that has not ended; `as_of_out_of_range` for a week before the programme or in the future; `edition_exists` with the `number`;
 *   `conflict` when history was imported into the week meanwhile; `read_only_clock`
 */
export function issueEdition(ctx: ServiceContext, input: IssueEditionInput = {}): IssuedEdition {
  authorise(ctx, 'report.issue');
  const programme = programmeOf(ctx, input.programme);
  const today = ctx.clock.today();
  const weekEndOn = input.week ? fridayOf(input.week) : lastFridayBefore(today);
  const weekStartOn = saturdayOf(weekEndOn);
  const build = { weekEndOn, programme: programme.code, remarks: cleaned(input.remarks), origin: input.origin };

  if (input.draft === true) {
    const document = buildEditionDocument(ctx, build);
    return { number: null, weekStartOn, weekEndOn, verificationCode: null, sha256: null, document };
  }
  if (weekStartOn <= today && weekEndOn >= today) throw new AppError('week_unfinished', { weekStartOn, weekEndOn });

  const existing = findEditionOfWeek(ctx.db, programme.id, weekStartOn);
  refuseSecond(existing, input.supersede === true);
  const newestSeen = newestEventId(ctx.db);
  const number = lastEditionNumber(ctx.db, programme.id) + 1;
  const verificationCode = createVerificationCode();
  // built before the transaction: figures are not read while something is being written
  const document = buildEditionDocument(ctx, {
    ...build,
    issued: { number, verificationCode, supersedes: existing?.number ?? null },
  });
  const text = JSON.stringify(document);
  const sha256 = createHash('sha256').update(text).digest('hex');

  writeTransaction(ctx, (tx) => {
    const meanwhile = findEditionOfWeek(tx, programme.id, weekStartOn);
    if (meanwhile !== null && meanwhile.number !== existing?.number) refuseSecond(meanwhile, false);
    if (lastEditionNumber(tx, programme.id) + 1 !== number || hasEventsRecordedBy(tx, newestSeen, weekEndOn)) {
      throw new AppError('conflict', { subject: 'edition', number });
    }
    insertEdition(tx, {
      programmeId: programme.id,
      number,
      weekStartOn,
      weekEndOn,
      issuedOn: today,
      issuedAt: ctx.clock.now().toISOString(),
      issuedBy: ctx.isSystem ? null : ctx.actor.id,
      issuedByName: document.header.issuerName,
      verificationCode,
      document: text,
      sha256,
    });
    recordAudit(ctx, tx, {
      action: 'report.issue',
      subjectType: 'edition',
      subjectKey: String(number),
      details: { programme: programme.code, weekStartOn, weekEndOn, sha256, supersedes: existing?.number ?? null },
    });
  });
  return { number, weekStartOn, weekEndOn, verificationCode, sha256, document };
}

function refuseSecond(existing: EditionRow | null, supersede: boolean): void {
  if (existing === null || supersede) return;
  throw new AppError('edition_exists', {
    number: existing.number,
    weekStartOn: existing.weekStartOn,
    weekEndOn: existing.weekEndOn,
  });
}

const cleaned = (remarks: readonly string[] | undefined) =>
  (remarks ?? []).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');

/** Editions, newest first; of one programme where it is named. @throws AppError `forbidden`, `not_found` for an unknown programme */
export function listEditions(ctx: ServiceContext, params: { readonly programme?: string | null } = {}): EditionRow[] {
  if (!mayDo(ctx, 'report.read')) authorise(ctx, 'report.read_summary');
  if (!params.programme) return listEditionRows(ctx.db, null);
  const today = ctx.clock.today();
  return listEditionRows(ctx.db, resolveProgramme(getLedger(ctx.db).reference(today), params.programme, today).id);
}

/** What a liaison sees of a report: the summary and figures of groups, and of the lists only the own bodies. */
function summaryFor(document: EditionDocument, ownCodes: ReadonlySet<string>): EditionDocument {
  const isOwn = ({ bodyCode }: { readonly bodyCode: string | null }) => bodyCode !== null && ownCodes.has(bodyCode);
  return {
    ...document,
    late: { ...document.late, rows: document.late.rows.filter(({ bodyCode }) => ownCodes.has(bodyCode)) },
    silent: { ...document.silent, rows: document.silent.rows.filter(({ bodyCode }) => ownCodes.has(bodyCode)) },
    week: { ...document.week, notes: [] },
    letter: { ...document.letter, points: [], request: null, copies: [] },
    ...(document.promises && {
      promises: { ...document.promises, rows: document.promises.rows.filter(isOwn) },
    }),
    attachment: {
      ...document.attachment,
      groups: document.attachment.groups
        .map((group) => ({ ...group, bodies: group.bodies.filter(({ code }) => ownCodes.has(code)) }))
        .filter(({ bodies }) => bodies.length > 0),
    },
  };
}

function toEdition(ctx: ServiceContext, { document: text, ...row }: StoredEdition): Edition {
  const document = JSON.parse(text) as EditionDocument;
  if (mayDo(ctx, 'report.read')) return { ...row, document, isSummary: false };
  const reference = getLedger(ctx.db).reference(ctx.clock.today());
  const own = new Set(reference.bodies.filter(({ id }) => ctx.actor.bodyIds.has(id)).map(({ code }) => code));
  return { ...row, document: summaryFor(document, own), isSummary: true };
}

/**
 * One edition as it was frozen. Liaisons get the summary with their own rows.
 * @throws AppError `forbidden`; `not_found`; `invalid_input` when several programmes run and none is named
 */
export function getEdition(
  ctx: ServiceContext,
  number: number,
  params: { readonly programme?: string | null } = {},
): Edition {
  if (!mayDo(ctx, 'report.read')) authorise(ctx, 'report.read_summary');
  const programme = programmeOf(ctx, params.programme);
  const stored = Number.isSafeInteger(number) ? findEdition(ctx.db, programme.id, number) : null;
  if (stored === null) throw new AppError('not_found', { subject: 'edition', number });
  return toEdition(ctx, stored);
}

/** The whole edition, for printing. @throws AppError `forbidden` for whoever may only read the summary, `not_found` */
export function getWholeEdition(
  ctx: ServiceContext,
  number: number,
  params: { readonly programme?: string | null } = {},
): Edition {
  authorise(ctx, 'report.read');
  return getEdition(ctx, number, params);
}

/**
 * What the code on a printed page stands for; open to everybody, so it says no more than that the paper is genuine.
 * @returns null when no edition has the code
 */
export function verifyEditionByCode(ctx: Pick<AnonymousContext, 'db'>, typedCode: string): EditionVerification | null {
  const code = normaliseVerificationCode(typedCode);
  const stored = code === null ? null : findEditionByCode(ctx.db, code);
  if (stored === null) return null;
  const { header } = JSON.parse(stored.document) as EditionDocument;
  const newest = findEditionOfWeek(ctx.db, stored.programmeId, stored.weekStartOn);
  return {
    number: stored.number,
    programmeTitle: header.programmeTitle,
    office: header.office,
    weekStartOn: stored.weekStartOn,
    weekEndOn: stored.weekEndOn,
    issuedOn: stored.issuedOn,
    sha256: stored.sha256,
    supersededBy: newest !== null && newest.number > stored.number ? newest.number : null,
  };
}
