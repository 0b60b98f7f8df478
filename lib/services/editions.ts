import type { Executor } from '@/db/client';
import {
  findEdition,
  findEditionOfWeek,
  findRendering,
  hasEventsRecordedBy,
  insertEdition,
  insertRendering,
  lastEditionNumber,
  listEditionRows,
  type EditionRow,
  type StoredEdition,
} from '@/db/queries/editions';
import { newestEventId } from '@/db/queries/ledger-events';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, lastFridayBefore, saturdayOf } from '@/lib/calendar/weeks';
import { issueDelay, type EditionDocument } from '@/lib/domain/edition';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { createVerificationCode } from './edition-code';
import { buildEditionDocument } from './edition-document';
import { programmeOf } from './edition-programme';
import { newestRemark, paragraphsOf } from './edition-remarks';
import { digestOf, packPage, unpackPage, type RenderEdition } from './edition-rendering';
import { getLedger } from './ledger';
import { registrationsOf, type Registration } from './registrations';
import { resolveProgramme } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

export type { EditionRow } from '@/db/queries/editions';

export interface IssueEditionInput {
  /** Any day of the week; default: the last week that has ended. */
  readonly week?: CivilDate | null;
  readonly programme?: string | null;
  /** Only build the document: nothing is numbered or stored. The one way to see a week that has not ended. */
  readonly draft?: boolean;
  /** A correction: a new edition in place of the one with this number, or (true) of whichever counts now. */
  readonly supersede?: boolean | number;
  /** Origin of the site, such as `https://mizban.lengeh`, for the square code. */
  readonly origin?: string | null;
}

export interface IssuedEdition {
  /** Both null for a draft. */
  readonly id: number | null;
  readonly number: number | null;
  readonly weekStartOn: CivilDate;
  readonly weekEndOn: CivilDate;
  readonly verificationCode: string | null;
  readonly sha256: string | null;
  readonly renderingSha256: string | null;
  readonly document: EditionDocument;
  /** False for a draft, and for an edition that was there already. */
  readonly isNew: boolean;
}

export interface Edition extends ListedEdition {
  readonly document: EditionDocument;
  /** The actor sees the summary and the own bodies only. */
  readonly isSummary: boolean;
}

/** What a week has already, unless this is a correction of exactly that: whoever comes second is led to it. */
function alreadyIssued(existing: EditionRow | null, supersede: IssueEditionInput['supersede']): EditionRow | null {
  if (existing === null || supersede === true) return null;
  return supersede === existing.number ? null : existing;
}

/**
 * Issues the report of a week: numbered inside its programme, frozen as data and as the page that is printed, with a code that leads from
 * paper back to it. The deputy's paragraphs are those that count at this moment. A week that has an edition already keeps it: the same form
 * sent twice, and two people at once, end at one edition (`isNew` is false for the second). A correction must say that it is one.
 *
 * @param render draws the page; it is called for what is stored, not for a draft
 * @throws AppError `forbidden`; `no_programme`; `invalid_input` when several programmes run and none is named; `week_unfinished` for a week
 *   that has not ended; `as_of_out_of_range` for a week before the programme or in the future; `conflict` when history was imported into the
 *   week, or the deputy changed the paragraphs, meanwhile; `read_only_clock`
 */
export function issueEdition(ctx: ServiceContext, input: IssueEditionInput, render: RenderEdition): IssuedEdition {
  authorise(ctx, 'report.issue');
  const programme = programmeOf(ctx, input.programme);
  const today = ctx.clock.today();
  const weekEndOn = input.week ? fridayOf(input.week) : lastFridayBefore(today);
  const weekStartOn = saturdayOf(weekEndOn);
  const remark = newestRemark(ctx.db, programme.id, weekStartOn);
  const build = { weekEndOn, programme: programme.code, remarks: paragraphsOf(remark), origin: input.origin };

  if (input.draft === true) {
    const document = buildEditionDocument(ctx, build);
    return { ...NOT_ISSUED, weekStartOn, weekEndOn, document };
  }
  if (weekStartOn <= today && weekEndOn >= today) throw new AppError('week_unfinished', { weekStartOn, weekEndOn });

  const existing = findEditionOfWeek(ctx.db, programme.id, weekStartOn);
  const first = alreadyIssued(existing, input.supersede);
  if (first !== null) return asIssued(ctx.db, first);
  const newestSeen = newestEventId(ctx.db);
  const number = lastEditionNumber(ctx.db, programme.id) + 1;
  const verificationCode = createVerificationCode();
  // built before the transaction: figures are not read while something is being written
  const document = buildEditionDocument(ctx, {
    ...build,
    issued: { number, verificationCode, supersedes: existing?.number ?? null },
  });
  const text = JSON.stringify(document);
  const sha256 = digestOf(text);
  const page = packPage(render(document));

  return writeTransaction(ctx, (tx) => {
    const meanwhile = findEditionOfWeek(tx, programme.id, weekStartOn);
    if (meanwhile !== null && meanwhile.number !== existing?.number) return asIssued(tx, meanwhile);
    const isStale =
      lastEditionNumber(tx, programme.id) + 1 !== number ||
      hasEventsRecordedBy(tx, newestSeen, weekEndOn) ||
      newestRemark(tx, programme.id, weekStartOn)?.id !== remark?.id;
    if (isStale) throw new AppError('conflict', { subject: 'edition', number });
    const editionId = insertEdition(tx, {
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
    insertRendering(tx, { editionId, ...page });
    recordAudit(ctx, tx, {
      action: 'report.issue',
      subjectType: 'edition',
      subjectKey: String(number),
      details: {
        programme: programme.code,
        weekStartOn,
        weekEndOn,
        sha256,
        renderingSha256: page.sha256,
        supersedes: existing?.number ?? null,
      },
    });
    const fingerprints = { sha256, renderingSha256: page.sha256 };
    return { id: editionId, number, weekStartOn, weekEndOn, verificationCode, ...fingerprints, document, isNew: true };
  });
}

const NOT_ISSUED = {
  id: null,
  number: null,
  verificationCode: null,
  sha256: null,
  renderingSha256: null,
  isNew: false,
} as const;

function asIssued(db: Executor, row: EditionRow): IssuedEdition {
  const stored = findEdition(db, row.programmeId, row.number);
  if (stored === null) throw new Error('An edition does not go away.');
  const { document: text, id, number, weekStartOn, weekEndOn, verificationCode, sha256, renderingSha256 } = stored;
  const document = JSON.parse(text) as EditionDocument;
  return { id, number, weekStartOn, weekEndOn, verificationCode, sha256, renderingSha256, document, isNew: false };
}

/** An edition as a row of a list, with what became known after it was frozen. */
export interface ListedEdition extends EditionRow {
  /** `issueDelay` */
  readonly delayDays: number | null;
  /** The secretariat's number that counts. */
  readonly registration: Registration | null;
}

function withRegistrations(db: Executor, rows: readonly EditionRow[]): ListedEdition[] {
  const ids = rows.map(({ id }) => id);
  const registrations = registrationsOf(db, 'edition', ids);
  return rows.map((row) => ({
    ...row,
    delayDays: issueDelay(row),
    registration: registrations.get(row.id) ?? null,
  }));
}

/** Editions, newest first; of one programme where it is named. @throws AppError `forbidden`, `not_found` for an unknown programme */
export function listEditions(
  ctx: ServiceContext,
  params: { readonly programme?: string | null } = {},
): ListedEdition[] {
  if (!mayDo(ctx, 'report.read')) authorise(ctx, 'report.read_summary');
  if (!params.programme) return withRegistrations(ctx.db, listEditionRows(ctx.db, null));
  const today = ctx.clock.today();
  const programme = resolveProgramme(getLedger(ctx.db).reference(today), params.programme, today);
  return withRegistrations(ctx.db, listEditionRows(ctx.db, programme.id));
}

/** What a liaison sees of a report: the summary and figures of groups, and of the lists only the own bodies. */
function summaryFor(document: EditionDocument, ownCodes: ReadonlySet<string>): EditionDocument {
  const isOwn = ({ bodyCode }: { readonly bodyCode: string | null }) => bodyCode !== null && ownCodes.has(bodyCode);
  // The county's outcomes are not for liaisons: see `indicator.read`.
  const { outcomes: _, ...rest } = document;
  return {
    ...rest,
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

function toEdition(ctx: ServiceContext, { document: text, ...stored }: StoredEdition): Edition {
  const [row] = withRegistrations(ctx.db, [stored]);
  if (row === undefined) throw new Error('One row gives one.');
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

/** The page of an edition as it was drawn on the day of issue; one issued before pages were kept is drawn from its document. */
export function pageOfEdition(ctx: Pick<ServiceContext, 'db'>, edition: Edition, render: RenderEdition): string {
  const stored = findRendering(ctx.db, edition.id);
  return stored === null ? render(edition.document) : unpackPage(stored.content);
}

/** The page that is printed. @throws AppError as `getWholeEdition` */
export function getEditionPage(
  ctx: ServiceContext,
  number: number,
  render: RenderEdition,
  params: { readonly programme?: string | null } = {},
): string {
  return pageOfEdition(ctx, getWholeEdition(ctx, number, params), render);
}
