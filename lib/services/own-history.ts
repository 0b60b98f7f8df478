import { findAnswer, type EventRow } from '@/db/queries/events';
import { listEvidence } from '@/db/queries/evidence';
import { listOwnReports, listStepEventsAfter, newestEventIdOn } from '@/db/queries/own-reports';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import { fateOfClaim, fateOfRequest, RECORDED, type ReportFate } from '@/lib/domain/report-fate';
import type { Reference } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { letterText, stepName } from '@/lib/messages/milestones';
import { OWN_HISTORY, REPORT_FATE_LABELS } from '@/lib/messages/own-history';
import { EVENT_KIND_LABELS, EVIDENCE_KIND_LABELS, REQUEST_KIND_LABELS } from '@/lib/messages/vocabulary';
import { toLatinDigits } from '@/lib/text/digits';
import { matchesWords } from '@/lib/text/search-words';
import type { OwnHistoryQuery } from '@/lib/validation/own-history';
import { toTable, type ExportTable } from './exports/table';
import { getLedger } from './ledger';
import { receiptNumber } from './receipts';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

/** Something that was sent for an own body, with its receipt and what became of it. */
export interface OwnReport {
  readonly eventId: number;
  readonly receiptNumber: string;
  readonly event: Pick<
    EventRow,
    'kind' | 'requestKind' | 'recordedOn' | 'recordedAt' | 'note' | 'actorName' | 'onBehalf' | 'isImported'
  >;
  readonly bodyName: string;
  /** «شبکه ۳: عنوان کوتاه»; null for what is about the body. */
  readonly step: string | null;
  /** Letters, addresses and names of files, in words. */
  readonly evidence: readonly string[];
  readonly fate: ReportFate;
}

export interface OwnHistory {
  readonly bodies: readonly { readonly code: string; readonly name: string }[];
  readonly query: OwnHistoryQuery;
  readonly weekFrom: CivilDate | null;
  readonly weekTo: CivilDate | null;
  readonly rows: readonly OwnReport[];
  /** Give as `before` for what is older; null at the end. */
  readonly olderBefore: number | null;
  /** A search reads so far in one go: the oldest day it has looked at, where it has not come to the end. */
  readonly searchedTo: CivilDate | null;
}

const PAGE_SIZE = 30;
/** Events that a filtered page looks through at most. */
const SCAN_SIZE = 300;
/** Rows of a file. */
const FILE_ROWS = 10_000;

type Sent = Omit<OwnReport, 'fate' | 'event'> & { readonly event: EventRow };

function fateOf(ctx: ServiceContext, event: EventRow): ReportFate {
  if (event.kind === 'request' || event.kind === 'objection') return fateOfRequest(findAnswer(ctx.db, event.id));
  if (event.kind !== 'claim' || event.milestoneId === null) return RECORDED;
  return fateOfClaim(listStepEventsAfter(ctx.db, event.bodyId, event.milestoneId, event.id));
}

function stepOf(reference: Reference, names: ReadonlyMap<number, string>, milestoneId: number | null): string | null {
  const milestone = reference.milestones.find(({ id }) => id === milestoneId);
  if (milestone === undefined) return null;
  return `${stepName(names.get(milestone.trackId) ?? '', milestone.position)}: ${milestone.shortTitle}`;
}

function evidenceTexts(ctx: ServiceContext, events: readonly EventRow[]): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const { evidence, upload } of listEvidence(
    ctx.db,
    events.map(({ id }) => id),
  )) {
    const text =
      evidence.letterNumber !== null && evidence.letterOn !== null
        ? letterText(evidence.letterNumber, evidence.letterOn)
        : (evidence.url ?? `${EVIDENCE_KIND_LABELS[evidence.kind]}: ${upload?.originalName ?? ''}`);
    texts.set(evidence.eventId, [...(texts.get(evidence.eventId) ?? []), text]);
  }
  return texts;
}

/** What was sent with some events, in words. */
function sentWith(ctx: ServiceContext, events: readonly EventRow[]): Sent[] {
  const reference = getLedger(ctx.db).reference(ctx.clock.today());
  const names = trackShortNames(reference);
  const bodyNames = new Map(reference.bodies.map(({ id, name }) => [id, name]));
  const evidence = evidenceTexts(ctx, events);
  return events.map((event) => ({
    eventId: event.id,
    receiptNumber: receiptNumber(event),
    event,
    bodyName: bodyNames.get(event.bodyId) ?? '',
    step: stepOf(reference, names, event.milestoneId),
    evidence: evidence.get(event.id) ?? [],
  }));
}

function kindText({ kind, requestKind }: OwnReport['event']): string {
  return requestKind === null
    ? EVENT_KIND_LABELS[kind]
    : `${EVENT_KIND_LABELS[kind]}: ${REQUEST_KIND_LABELS[requestKind]}`;
}

function isWanted(row: Sent, query: OwnHistoryQuery): boolean {
  if (query.kind !== null && row.event.kind !== query.kind) return false;
  if (query.q === '') return true;
  if (receiptIdOf(query.q) !== null) return row.receiptNumber === toLatinDigits(query.q.trim());
  const words = [
    row.receiptNumber,
    row.bodyName,
    row.step ?? '',
    kindText(row.event),
    row.event.note ?? '',
    row.event.actorName,
  ];
  return matchesWords([...words, ...row.evidence].join(' '), query.q);
}

/** The event of a receipt number, as it stands on the paper in any digits; null for other words. */
function receiptIdOf(text: string): number | null {
  const found = /^\d{2}-\d{2}-(\d{1,12})$/.exec(toLatinDigits(text.trim()));
  return found ? Number(found[1]) : null;
}

/**
 * What was sent for the actor's own bodies, newest first, a page at a time by key: the work of a page does not grow with the history.
 *
 * @throws AppError `forbidden`; `not_found` for a body that is not the liaison's
 */
export function listOwnHistory(ctx: ServiceContext, query: OwnHistoryQuery, pageSize = PAGE_SIZE): OwnHistory {
  authorise(ctx, 'my.read');
  const own = getLedger(ctx.db)
    .reference(ctx.clock.today())
    .bodies.filter(({ id }) => ctx.actor.bodyIds.has(id));
  const chosen = query.body === null ? own : own.filter(({ code }) => code === query.body);
  if (query.body !== null && chosen.length === 0) throw new AppError('not_found', { bodyCode: query.body });
  const [weekFrom, weekTo] = query.week === null ? [null, null] : [saturdayOf(query.week), fridayOf(query.week)];
  const lastOfWeek = weekTo === null ? Number.MAX_SAFE_INTEGER : newestEventIdOn(ctx.db, weekTo) + 1;
  const receiptId = receiptIdOf(query.q);
  const isFiltered = query.q !== '' || query.kind !== null;
  const scanSize = isFiltered ? Math.max(SCAN_SIZE, pageSize) : pageSize;
  const found = listOwnReports(
    ctx.db,
    chosen.map(({ id }) => id),
    {
      afterId: Math.max(
        weekFrom === null ? 0 : newestEventIdOn(ctx.db, addDays(weekFrom, -1)),
        receiptId === null ? 0 : receiptId - 1,
      ),
      beforeId: Math.min(
        query.before ?? Number.MAX_SAFE_INTEGER,
        lastOfWeek,
        receiptId === null ? Number.MAX_SAFE_INTEGER : receiptId + 1,
      ),
      limit: scanSize + 1,
    },
  );
  const scanned = found.slice(0, scanSize);
  const matching = sentWith(ctx, scanned).filter((row) => isWanted(row, query));
  // what became of it is looked up for what is shown alone
  const rows = matching.slice(0, pageSize).map((row) => ({ ...row, fate: fateOf(ctx, row.event) }));
  const last = scanned.at(-1);
  const hasMore = found.length > scanSize;
  return {
    bodies: own.map(({ code, name }) => ({ code, name })),
    query,
    weekFrom,
    weekTo,
    rows,
    olderBefore: matching.length > pageSize ? (rows.at(-1)?.eventId ?? null) : hasMore ? (last?.id ?? null) : null,
    searchedTo: isFiltered && hasMore && matching.length <= pageSize ? (last?.recordedOn ?? null) : null,
  };
}

/** The whole of it as a file: the rows of all pages. */
export function ownHistoryTable(ctx: ServiceContext, query: OwnHistoryQuery): ExportTable {
  const { rows } = listOwnHistory(ctx, { ...query, before: null }, FILE_ROWS);
  const words = OWN_HISTORY;
  return toTable<OwnReport>(
    words.title,
    [
      { heading: words.receipt, kind: 'text', value: (row) => row.receiptNumber },
      { heading: words.day, kind: 'day', value: ({ event }) => formatJalali(event.recordedOn) },
      { heading: words.body, kind: 'text', value: (row) => row.bodyName },
      { heading: words.report, kind: 'text', value: ({ event }) => kindText(event) },
      { heading: words.step, kind: 'text', value: (row) => row.step },
      { heading: words.sent, kind: 'text', value: ({ evidence }) => evidence.join('؛ ') || null },
      { heading: words.note, kind: 'text', value: ({ event }) => event.note },
      { heading: words.by, kind: 'text', value: ({ event }) => event.actorName },
      { heading: words.fate, kind: 'text', value: ({ fate }) => REPORT_FATE_LABELS[fate.fate] },
      { heading: words.reason, kind: 'text', value: ({ fate }) => fate.reason },
    ],
    rows,
  );
}
